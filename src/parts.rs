//! One file per reusable component; its style is the file of the same name in `style/`.

pub mod chips;
pub mod facets;
pub mod marked;
pub mod notice;
pub mod report_card;
pub mod search_box;
pub mod strip;
pub mod switches;
