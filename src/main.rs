//! Mounts the app.

fn main() {
    soi_web::start();
}
