//! One file per reusable component; its style is the file of the same name in `style/`.

pub mod chips;
pub mod copy_button;
pub mod data_table;
pub mod each;
pub mod facets;
pub mod figure;
pub mod help;
pub mod marked;
pub mod more;
pub mod notice;
pub mod office_button;
pub mod open_status;
pub mod open_troubles;
pub mod picture;
pub mod quotes;
pub mod report_card;
pub mod report_legend;
pub mod report_panel;
pub mod report_selection;
pub mod report_text;
pub mod search_box;
pub mod strip;
pub mod switches;
pub mod view_bar;
