//! What a first visit downloads: the list and the reports. Asked for anything else, it gives its place to the whole app.

fn main() {
    soi_web::start(None);
}
