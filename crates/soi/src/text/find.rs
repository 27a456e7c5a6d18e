//! Where one text stands in another. The standard library's search is made for long texts, and weighs four kilobytes.

use super::write::joined;

/// Where `what` stands first.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn find(text: &str, what: &str) -> Option<usize> {
    places(text, what).next()
}

/// Where `what` stands last.
pub(crate) fn rfind(text: &str, what: &str) -> Option<usize> {
    places(text, what).last()
}

/// Whether `what` stands in a text.
pub(crate) fn holds(text: &str, what: &str) -> bool {
    find(text, what).is_some()
}

/// Everywhere that `what` stands, also where it overlaps itself.
pub(crate) fn places<'a>(text: &'a str, what: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (text, what) = (text.as_bytes(), what.as_bytes());
    let first = what.first();
    let begins = move |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(what));
    text.iter().enumerate().filter(move |(_, byte)| Some(*byte) == first).map(|(at, _)| at).filter(begins)
}

/// A text with `other` for the first `what` in it.
pub(crate) fn replaced(text: &str, what: &str, other: &str) -> String {
    let Some((before, after)) = find(text, what).and_then(|at| Some((text.get(..at)?, text.get(at + what.len()..)?)))
    else {
        return text.to_owned();
    };
    joined(&[before, other, after])
}

/// Whether a character is one of some.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn among(c: char, some: &str) -> bool {
    some.chars().any(|one| one == c)
}

/// Whether a text holds one of some characters.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn holds_any(text: &str, some: &str) -> bool {
    text.chars().any(|c| among(c, some))
}

/// Whether a text begins with one of some characters.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn starts_with_any(text: &str, some: &str) -> bool {
    text.chars().next().is_some_and(|c| among(c, some))
}

/// Whether a text ends with one of some characters.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn ends_with_any(text: &str, some: &str) -> bool {
    text.chars().next_back().is_some_and(|c| among(c, some))
}

/// A text without the characters at its head that are to go.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn trim_start<'a>(text: &'a str, go: &dyn Fn(char) -> bool) -> &'a str {
    let at = text.char_indices().find(|(_, c)| !go(*c)).map_or(text.len(), |(at, _)| at);
    text.get(at..).unwrap_or_default()
}

/// A text without the characters at its end that are to go.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn trim_end<'a>(text: &'a str, go: &dyn Fn(char) -> bool) -> &'a str {
    let at = text.char_indices().rev().find(|(_, c)| !go(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    text.get(..at).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_where_the_standard_library_finds_it() {
        for (text, what) in
            [("đảng bộ, đảng ủy", "đảng"), ("", "a"), ("a", "ab"), ("ab", "b"), ("aaa", "aa"), ("éa", "a")]
        {
            assert_eq!(find(text, what), text.find(what), "{text} {what}");
            assert_eq!(rfind(text, what), text.rfind(what), "{text} {what}");
            assert_eq!(replaced(text, what, "x"), text.replacen(what, "x", 1), "{text} {what}");
        }
    }

    #[test]
    fn ends_are_those_of_the_standard_library() {
        let some = ['…', ' ', 'ộ'];
        for text in ["", "…", " bộ… ", "ộ… a …ộ", "đảng bộ"] {
            let listed = "… ộ";
            assert_eq!(holds_any(text, listed), text.contains(some), "{text}");
            assert_eq!(starts_with_any(text, listed), text.starts_with(some), "{text}");
            assert_eq!(ends_with_any(text, listed), text.ends_with(some), "{text}");
            assert_eq!(trim_start(text, &|c| among(c, listed)), text.trim_start_matches(some), "{text}");
            assert_eq!(trim_end(text, &|c| among(c, listed)), text.trim_end_matches(some), "{text}");
        }
    }
}
