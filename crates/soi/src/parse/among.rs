//! Sets of words, written as alternatives: `matches!(word, "các" | "những" | "nhiều")`.
//!
//! In the wasm each alternative would be a comparison of its own; there the words of a set are one list, and one
//! function looks through it. What is no set of words goes to the standard library's `matches!`.

/// Takes the place of the standard library's macro in every extractor. What it matches words by is what
/// [`soi_words::numbered`] writes.
macro_rules! matches {
    ($word:expr, crate::text::Word($first:literal) $(| crate::text::Word($more:literal))+ $(,)?) => {{
        #[cfg(target_arch = "wasm32")]
        {
            const SET: $crate::text::word::Few = $crate::text::word::Few(&[$first $(, $more)+]);
            SET.contains($word)
        }
        #[cfg(not(target_arch = "wasm32"))]
        {
            // Neighbours in the vocabulary are neighbours by chance.
            #[allow(clippy::manual_range_patterns)]
            let found = ::core::matches!($word, $crate::text::Word($first $(| $more)+));
            found
        }
    }};
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
