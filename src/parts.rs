//! One file per reusable component; its style is the file of the same name in `style/`.

pub mod notice;
pub mod search_box;
pub mod switches;
