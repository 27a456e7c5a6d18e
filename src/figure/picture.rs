//! A picture as data: marks in CSS pixels, each with its class, its words and its link. `parts/picture.rs` draws it as
//! SVG; the exports print it.

/// A picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Picture {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// What is drawn, back to front.
    pub marks: Vec<Mark>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its form.
    pub shape: Shape,
    /// Class names of `style/picture.css`: its colour and stroke come from there and from `kind`.
    pub class: &'static str,
    /// `data-kind` of a fact or `data-role` of a sentence, for its colour.
    pub kind: Option<&'static str>,
    /// How strong its fill is, from 0 to 1; `None` is the class's own.
    pub strength: Option<f32>,
    /// What it stands for, for the pointer and the screen reader; a mark without is decoration.
    pub name: Option<String>,
    /// Where it leads.
    pub href: Option<String>,
    /// Whether it is chosen at the moment.
    pub current: bool,
}

/// The form of a mark, in CSS pixels from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// From one point to another.
    Line { x1: f64, y1: f64, x2: f64, y2: f64 },
    /// A box with its upper left corner, and how round its corners are.
    Box { x: f64, y: f64, width: f64, height: f64, round: f64 },
    /// A dot around its middle.
    Dot { x: f64, y: f64, radius: f64 },
    /// Words: where they are anchored, `start`, `middle` or `end`.
    Text { x: f64, y: f64, anchor: &'static str, text: String },
    /// An SVG path.
    Path { d: String },
}

impl Mark {
    /// A mark without words or link.
    pub fn new(class: &'static str, shape: Shape) -> Self {
        Self { shape, class, kind: None, strength: None, name: None, href: None, current: false }
    }

    /// Words at a point.
    pub fn text(class: &'static str, x: f64, y: f64, anchor: &'static str, text: impl Into<String>) -> Self {
        Self::new(class, Shape::Text { x, y, anchor, text: text.into() })
    }

    /// Saying what it stands for.
    #[must_use]
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..self }
    }

    /// Leading somewhere.
    #[must_use]
    pub fn to(self, href: impl Into<String>) -> Self {
        Self { href: Some(href.into()), ..self }
    }

    /// Of a kind of fact or a role.
    #[must_use]
    pub fn of(self, kind: &'static str) -> Self {
        Self { kind: Some(kind), ..self }
    }
}
