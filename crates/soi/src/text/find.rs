//! Where one text stands in another. The standard library's search is made for long texts, and weighs four kilobytes.

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
    let windows = text.windows(what.len().max(1)).enumerate();
    windows.filter(move |(_, window)| window.first() == what.first() && *window == what).map(|(at, _)| at)
}

/// A text with `other` for the first `what` in it.
pub(crate) fn replaced(text: &str, what: &str, other: &str) -> String {
    let Some((before, after)) = find(text, what).and_then(|at| Some((text.get(..at)?, text.get(at + what.len()..)?)))
    else {
        return text.to_owned();
    };
    [before, other, after].concat()
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
}
