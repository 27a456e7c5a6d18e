//! How much each sign speaks for each role, in tenths: context, result, shortcoming, task, other.
//!
//! Set by hand, sign by sign, then fitted with a strong pull towards that start on the annotated seeds and on some 800
//! sentences of Baomoi articles; a sign that the fit hardly moved keeps the value set by hand.

/// By cue, then by its place: head, early, late.
#[rustfmt::skip]
pub(super) const CUES: [[[i8; 5]; 3]; 38] = [
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Link
    [[19, 1, 1, 0, 0], [7, 0, 1, -1, 1], [0, -1, 0, 1, 0]], // Date
    [[20, -5, 0, 0, 0], [14, 1, 0, 0, 1], [4, 1, 0, 0, 0]], // Meeting
    [[31, 0, 0, 0, 0], [15, 0, 0, 0, 0], [8, -2, -1, 0, 1]], // Attendance
    [[14, 0, 0, 1, 0], [11, 0, 0, 1, 0], [3, 0, 1, 0, 0]], // Debate
    [[10, 1, 0, 0, 1], [10, 0, 1, -1, 2], [6, 0, 0, 0, 0]], // Visit
    [[5, 1, 0, 0, -1], [7, -1, 0, -1, 2], [1, 0, 0, 1, 0]], // Speech
    [[4, 0, 0, 0, 0], [4, -1, 0, 0, -1], [0, 0, 0, 0, 0]], // Saying
    [[2, 19, 0, -1, 0], [1, 19, 0, -1, 1], [0, 11, 0, -1, 0]], // Praise
    [[0, 0, 0, 22, 0], [-1, -1, 1, 27, 0], [1, 0, 1, 19, 0]], // Request
    [[0, 0, 0, 12, 0], [0, 0, 0, 19, 0], [0, 1, 0, 8, 0]], // Hope
    [[0, 0, 1, 30, 0], [1, -1, 0, 23, 0], [0, 0, 0, 11, 0]], // Must
    [[-1, -1, 0, 17, 0], [2, -1, -1, 15, 0], [0, -1, 0, 9, 0]], // Will
    [[0, 1, 0, 7, -1], [0, -1, 0, 8, 0], [-1, 0, 0, 3, 0]], // Onward
    [[0, 0, 0, 25, 0], [-1, -1, 1, 16, 0], [1, -1, 0, 8, 0]], // Ahead
    [[-3, -2, -1, 11, 5], [1, -1, 0, 8, 0], [1, 0, 0, 4, 0]], // Plan
    [[1, 14, 0, -1, 0], [2, 6, 0, 0, 0], [0, 3, 1, 0, 0]], // Behind
    [[0, 17, -1, 2, 0], [-1, 18, 2, -1, 0], [0, 9, 1, -1, 0]], // Done
    [[0, 11, 0, -1, 0], [0, 9, 0, 0, -1], [-1, 6, -1, 1, -1]], // Success
    [[7, 1, -3, -1, -1], [1, 4, 0, -1, 0], [1, 2, 0, 0, 0]], // Passive
    [[0, 12, 1, 0, 0], [2, 3, 0, 0, 0], [0, 2, 1, -1, 0]], // Now
    [[1, 5, 0, 0, 0], [-1, -1, -1, 4, 0], [3, -2, 0, 0, 0]], // Hence
    [[0, 3, 0, 8, 1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Imperative
    [[0, 0, 20, 0, 0], [-1, -1, 9, 1, 0], [0, -1, 5, 1, 0]], // Turn
    [[4, 0, 21, 0, 0], [1, -1, 20, 0, 0], [-1, -1, 12, 0, 0]], // Fault
    [[-1, 0, 10, -1, 0], [-1, 0, 8, 0, 0], [0, -1, 5, 1, -1]], // Lack
    [[0, 0, 25, 0, 0], [1, -1, 14, 1, 0], [0, 0, 8, -1, 0]], // Cause
    [[-1, 0, 13, 1, 0], [0, 0, 10, 1, 0], [-1, 0, 9, -1, 0]], // Offence
    [[-1, 16, -4, 0, -1], [-2, 15, -3, 0, 0], [-1, 5, 0, 0, 0]], // Personnel
    [[1, 4, -1, 3, 0], [-2, 7, -1, 1, 1], [1, 3, 0, 0, 0]], // Prize
    [[1, -1, 0, 0, 1], [-1, 0, 0, 0, 1], [-2, -1, 3, -1, 1]], // Picture
    [[8, 3, 0, 0, 0], [10, 3, 0, -1, 0], [3, 1, 0, 0, 0]], // Size
    [[6, -1, 0, 1, 0], [7, -1, -1, 0, -1], [2, 0, 0, 0, 0]], // Background
    [[-1, 5, -1, 7, -1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Remedy
    [[0, -1, 0, 21, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Aim
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Verb
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Work
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Nothing
];

/// By trait.
#[rustfmt::skip]
pub(super) const TRAITS: [[i8; 5]; 30] = [
    [2, 6, 1, -1, -1], // Any
    [8, 0, 0, 0, 0], // First
    [0, 0, 0, 0, 6], // Short
    [0, 0, 0, -1, 1], // Medium
    [0, -1, 1, 0, 10], // NoVerb
    [0, 0, 0, 0, 21], // NoVerbShort
    [0, 0, 2, 0, 13], // NoVerbMedium
    [0, 0, 0, 0, 15], // NoStop
    [0, 0, 0, 0, 25], // NoStopShort
    [17, -1, -1, -1, 0], // Question
    [2, 0, -1, 0, 0], // Quoted
    [0, 0, 0, 0, 30], // Glued
    [-2, 0, 0, 0, 27], // Credited
    [0, 0, 0, -1, 0], // NewLine
    [0, 2, 1, 0, -1], // Number
    [-1, 0, 0, 0, 36], // Caption
    [0, 0, 0, 0, 11], // Names
    [0, 0, 0, 0, 15], // NamesNoVerb
    [0, 0, 0, 0, 30], // PictureShort
    [-5, -1, 0, -1, 22], // PictureMedium
    [4, -3, 0, 14, 1], // PraiseAndRequest
    [0, 0, 0, 9, 0], // SayingAndMust
    [-1, 10, 2, 0, 0], // Decided
    [0, 1, 0, 1, -1], // Linked
    [8, -4, 2, -1, 1], // Bare
    [4, -1, 0, 0, -1], // Thin
    [-1, 4, -1, 4, -1], // Dense
    [6, -3, 5, -2, -1], // BarePage
    [5, -2, -1, -1, 1], // ThinPage
    [4, 3, -2, 0, -3], // DensePage
];

/// By the last role; the fifth row is for none yet.
#[rustfmt::skip]
pub(super) const AFTER: [[i8; 5]; 5] = [
    [8, -1, -1, 0, 0], // context
    [-1, 8, -1, -1, -1], // result
    [0, -1, 6, 0, 0], // shortcoming
    [0, -2, -1, 11, 1], // task
    [0, 0, 0, 0, 0], // start
];

/// By the last role and what opens the sentence: plain, imperative, hence, link, onward, success.
#[rustfmt::skip]
pub(super) const AFTER_OPENING: [[[i8; 5]; 6]; 5] = [
    [[3, -1, 0, -1, 0], [0, 1, 0, 5, 0], [1, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 3, 0], [0, 0, 0, 0, 0]], // context
    [[0, 2, -1, 0, 0], [0, 10, 0, -1, 0], [0, 8, 0, -1, 0], [0, 2, 0, 0, 0], [0, 16, 0, -1, 0], [0, 2, 0, 0, 0]], // result
    [[0, -1, 2, 0, 0], [0, 0, 0, 0, 0], [0, 0, 7, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // shortcoming
    [[0, -1, 0, 0, 0], [0, -1, 0, 17, 1], [0, -1, 0, 7, 0], [0, 0, 0, 1, 0], [0, -1, 0, 15, 0], [0, -1, 0, 9, 0]], // task
    [[-1, 0, 0, 0, 0], [-1, 0, 0, 1, 0], [0, 0, 0, 0, 0], [1, -1, 0, -1, 0], [1, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // start
];

/// By the last role, for a sentence that opens a line.
#[rustfmt::skip]
pub(super) const AFTER_LINE: [[i8; 5]; 5] = [
    [0, 0, 0, 0, 1], // context
    [1, 0, 0, 0, 0], // result
    [0, 0, 0, 0, 0], // shortcoming
    [0, 0, 0, 0, 0], // task
    [0, 0, 0, 0, 0], // start
];

/// By the last role, for a sentence inside a quotation.
#[rustfmt::skip]
pub(super) const AFTER_QUOTED: [[i8; 5]; 5] = [
    [2, -1, 0, 1, 0], // context
    [0, 1, 0, -1, 0], // result
    [0, 0, 0, 0, 0], // shortcoming
    [0, -1, 0, 0, 1], // task
    [1, 0, -1, 0, 0], // start
];

/// After a shortcoming, for a sentence with signs of one.
pub(super) const MORE_FAULTS: [i8; 5] = [0, 1, 12, 0, 0];
