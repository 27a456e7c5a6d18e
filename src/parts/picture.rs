//! Draws a picture as SVG. Every mark with a link is one, for the pointer, the keyboard and the screen reader.

use leptos::prelude::*;

use crate::figure::picture::{Mark, Picture, Shape};

/// The SVG of a picture; `name` says what it shows.
pub fn picture(picture: Picture, name: &str) -> AnyView {
    let size = ["0 0 ", &px(picture.width), " ", &px(picture.height)].concat();
    let marks: Vec<AnyView> = picture.marks.into_iter().map(mark).collect();
    view! {
        <svg
            class="picture"
            viewBox=size
            width=px(picture.width)
            height=px(picture.height)
            role="group"
            aria-label=name.to_owned()
        >
            {marks}
        </svg>
    }
    .into_any()
}

fn mark(mark: Mark) -> AnyView {
    let Mark { shape, class, kind, strength, name, href, current } = mark;
    let linked = href.is_some();
    let class = ["mark ", class].concat();
    let strength = strength.map(|strength| px(f64::from(strength)));
    // Linked words are their own visible name: a title would count as more of it.
    let titled = !(linked && matches!(shape, Shape::Text { .. }));
    let title = name.clone().filter(|_| titled).map(|name| leptos::svg::title().child(name));
    let hidden = (name.is_none() && !linked && !matches!(shape, Shape::Text { .. })).then_some("true");
    // Attributes as a list of pairs, set on whatever element it is.
    let drawn = match shape {
        Shape::Line { x1, y1, x2, y2 } => view! {
            <line class=class data-kind=kind data-role=kind fill-opacity=strength aria-hidden=hidden
                x1=px(x1) y1=px(y1) x2=px(x2) y2=px(y2)>{title}</line>
        }
        .into_any(),
        Shape::Box { x, y, width, height, round } => view! {
            <rect class=class data-kind=kind data-role=kind fill-opacity=strength aria-hidden=hidden
                x=px(x) y=px(y) width=px(width.max(0.0)) height=px(height.max(0.0)) rx=px(round)>{title}</rect>
        }
        .into_any(),
        Shape::Dot { x, y, radius } => view! {
            <circle class=class data-kind=kind data-role=kind fill-opacity=strength aria-hidden=hidden
                cx=px(x) cy=px(y) r=px(radius)>{title}</circle>
        }
        .into_any(),
        Shape::Text { x, y, anchor, text } => view! {
            <text class=class data-kind=kind data-role=kind aria-hidden=hidden x=px(x) y=px(y) text-anchor=anchor>{title}{text}</text>
        }
        .into_any(),
        Shape::Path { d } => view! {
            <path class=class data-kind=kind data-role=kind fill-opacity=strength aria-hidden=hidden d=d>{title}</path>
        }
        .into_any(),
    };
    match href {
        Some(href) => {
            let current = current.then_some("true");
            // By name: `view!` would make it HTML's own, in which nothing of SVG is drawn.
            leptos::svg::a()
                .attr("href", href)
                .attr("aria-label", name)
                .attr("aria-current", current)
                .child(drawn)
                .into_any()
        }
        None => drawn,
    }
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
    use super::px;

    #[test]
    fn pixels_have_two_decimals_at_most() {
        let texts = [0.0, 1.0, -1.5, 0.005, 12.345, -0.04].map(px);
        assert_eq!(texts, ["0", "1", "-1.50", "0.01", "12.35", "-0.04"]);
    }
}
