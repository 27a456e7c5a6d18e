//! The formulas, on plain numbers.

/// G² of a count in a part against its count in the rest (Rayson and Garside, "Comparing corpora using frequency
/// profiling", 2000): how sure it is that the two rates differ, whichever is higher.
///
/// ```
/// // 100 in 10,000 words against 50 in 20,000.
/// let g2 = soi::stats::log_likelihood(100.0, 50.0, 10_000.0, 20_000.0);
/// assert!((g2 - 69.31).abs() < 0.01);
/// ```
pub fn log_likelihood(count: f64, rest: f64, words: f64, rest_words: f64) -> f64 {
    let share = (count + rest) / (words + rest_words);
    let part = |observed: f64, expected: f64| if observed > 0.0 { observed * (observed / expected).ln() } else { 0.0 };
    if share.is_finite() { 2.0 * (part(count, words * share) + part(rest, rest_words * share)) } else { 0.0 }
}

/// log₂ of the ratio of two rates (A. Hardie, "Log Ratio – an informal introduction", 2014).
pub fn effect(count: f64, rest: f64, words: f64, rest_words: f64) -> f64 {
    if words <= 0.0 || rest_words <= 0.0 {
        return 0.0;
    }
    let seen = |count: f64| if count > 0.0 { count } else { 0.5 };
    ((seen(count) / words) / (seen(rest) / rest_words)).log2()
}

/// logDice (P. Rychlý, "A lexicographer-friendly association score", 2008): at most 14; one more is twice as close.
pub fn log_dice(together: f64, one: f64, other: f64) -> f64 {
    14.0 + (2.0 * together / (one + other)).log2()
}

/// DP (S. Th. Gries, "Dispersions and adjusted frequencies in corpora", 2008) over reports: `parts` are count and
/// words of each report that has the word, `words` those of all.
pub fn dispersion(parts: &[(u32, u32)], words: f64) -> f64 {
    let count: f64 = parts.iter().map(|part| f64::from(part.0)).sum();
    if count == 0.0 || words == 0.0 {
        return 0.0;
    }
    let (mut differences, mut seen) = (0.0, 0.0);
    for &(part, size) in parts {
        let share = f64::from(size) / words;
        differences += (f64::from(part) / count - share).abs();
        seen += share;
    }
    // A report without the word differs by its share of the words.
    (differences + (1.0 - seen).max(0.0)) / 2.0
}
