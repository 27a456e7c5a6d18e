//! Sets of words, written as alternatives: `matches!(word, "các" | "những" | "nhiều")`.
//!
//! In the wasm each alternative would be a comparison of its own, sixteen bytes of code; there the words of a set are
//! one string, and one function looks through it. What is no set of words goes to the standard library's `matches!`.

/// Takes the place of the standard library's macro in every extractor.
macro_rules! matches {
    ($word:expr, $first:literal $(| $more:literal)+ $(,)?) => {{
        #[cfg(target_arch = "wasm32")]
        {
            const SET: $crate::text::set::Words = $crate::text::set::words![$first $(, $more)+];
            SET.contains($word)
        }
        #[cfg(not(target_arch = "wasm32"))]
        {
            ::core::matches!($word, $first $(| $more)+)
        }
    }};
    ($($other:tt)*) => { ::core::matches!($($other)*) };
}
