//! Where the marks of pictures stand: pure numbers, in CSS pixels.

pub mod ring;
pub mod scale;
