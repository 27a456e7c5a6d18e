//! Where the marks of pictures stand: pure numbers, in CSS pixels.

pub mod axis;
pub mod provinces;
pub mod ring;
pub mod scale;
