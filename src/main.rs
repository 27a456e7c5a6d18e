//! The whole app: every view, and the reader's own documents.

fn main() {
    soi_web::start(Some(soi_web::Rest::ALL));
}
