//! Draws a picture as SVG. Every mark with a link is one, for the pointer, the keyboard and the screen reader.

use leptos::prelude::*;

use crate::figure::markup::Markup;
use crate::figure::picture::{Mark, Picture, Shape};
use crate::parts::drawn::drawn;

/// The picture in its frame; `name` says what it shows, `id` is the SVG's own.
pub fn picture(picture: &Picture, name: &str, id: &str) -> AnyView {
    drawn("figure-picture", svg(picture, name, id))
}

/// The SVG of a picture.
fn svg(picture: &Picture, name: &str, id: &str) -> Markup {
    let (width, height) = (px(picture.width), px(picture.height));
    let mut out = Markup::default();
    out.raw("<svg class=\"picture\" role=\"group\"").attribute("id", id);
    out.attribute("viewBox", &["0 0 ", &width, " ", &height].concat());
    out.attribute("width", &width).attribute("height", &height).attribute("aria-label", name).raw(">");
    for mark in &picture.marks {
        draw(mark, &mut out);
    }
    out.raw("</svg>");
    out
}

fn draw(mark: &Mark, out: &mut Markup) {
    let Mark { shape, class, kind, strength, name, href, current } = mark;
    if let Some(href) = href {
        out.raw("<a").attribute("href", href).maybe("aria-label", name.as_deref());
        out.maybe("aria-current", current.then_some("true")).raw(">");
    }
    let numbers = |out: &mut Markup, list: &[(&'static str, f64)]| {
        list.iter().for_each(|(name, value)| _ = out.attribute(name, &px(*value)));
    };
    let tag = match shape {
        Shape::Line { .. } => "line",
        Shape::Box { .. } => "rect",
        Shape::Dot { .. } => "circle",
        Shape::Text { .. } => "text",
        Shape::Path { .. } => "path",
    };
    // A shape without a name is nothing to a screen reader: nobody needs to be told that it is hidden.
    out.raw("<").raw(tag).attribute("class", &["mark ", class].concat()).maybe("data-kind", *kind);
    let strength = strength.map(|strength| px(f64::from(strength)));
    out.maybe("fill-opacity", strength.as_deref());
    let text = match shape {
        Shape::Line { x1, y1, x2, y2 } => {
            numbers(out, &[("x1", *x1), ("y1", *y1), ("x2", *x2), ("y2", *y2)]);
            None
        }
        Shape::Box { x, y, width, height, round } => {
            numbers(
                out,
                &[("x", *x), ("y", *y), ("width", width.max(0.0)), ("height", height.max(0.0)), ("rx", *round)],
            );
            None
        }
        Shape::Dot { x, y, radius } => {
            numbers(out, &[("cx", *x), ("cy", *y), ("r", *radius)]);
            None
        }
        Shape::Text { x, y, anchor, text } => {
            numbers(out, &[("x", *x), ("y", *y)]);
            out.attribute("text-anchor", anchor);
            Some(text)
        }
        Shape::Path { d } => {
            out.attribute("d", d);
            None
        }
    };
    out.raw(">");
    // Linked words are their own visible name: a title would count as more of it.
    if let Some(name) = name
        && !(href.is_some() && text.is_some())
    {
        out.raw("<title>").text(name).raw("</title>");
    }
    out.text(text.map_or("", String::as_str)).raw("</").raw(tag).raw(">");
    out.raw(if href.is_some() { "</a>" } else { "" });
}

/// A number with two decimals at most: printing a float in full costs the browser some ten kilobytes.
pub fn px(value: f64) -> String {
    let hundredths = (value * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match rest {
        0 => [sign, &whole.to_string()].concat(),
        _ => [sign, &whole.to_string(), ".", if rest < 10 { "0" } else { "" }, &rest.to_string()].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_have_two_decimals_at_most() {
        let texts = [0.0, 1.0, -1.5, 0.005, 12.345, -0.04].map(px);
        assert_eq!(texts, ["0", "1", "-1.50", "0.01", "12.35", "-0.04"]);
    }

    #[test]
    fn a_mark_has_its_name_its_link_and_its_words_and_nothing_else() {
        let bar = Shape::Box { x: 1.0, y: 2.5, width: -3.0, height: 4.0, round: 0.0 };
        let marks = vec![
            Mark { current: true, ..Mark::new("mark-target", bar).named("Đất <đai>: 3").to("?q=a&b") }.of("place"),
            Mark::text("", 0.0, 9.0, "end", "x = \"1\""),
        ];
        let drawn = svg(&Picture { width: 10.0, height: 20.0, marks }, "Tên", "p");
        assert_eq!(
            drawn.into_string(),
            "<svg class=\"picture\" role=\"group\" id=\"p\" viewBox=\"0 0 10 20\" width=\"10\" height=\"20\" \
             aria-label=\"Tên\"><a href=\"?q&#61;a&amp;b\" aria-label=\"Đất &lt;đai&gt;&#58; 3\" aria-current=\"true\">\
             <rect class=\"mark mark-target\" data-kind=\"place\" x=\"1\" y=\"2.50\" width=\"0\" height=\"4\" rx=\"0\">\
             <title>Đất &lt;đai&gt;&#58; 3</title></rect></a><text class=\"mark \" x=\"0\" y=\"9\" \
             text-anchor=\"end\">x &#61; &quot;1&quot;</text></svg>"
        );
    }
}
