//! How much each sign speaks for each role, in tenths: context, result, shortcoming, task, other.
//!
//! Set by hand, sign by sign, then fitted with a strong pull towards that start on the annotated seeds and on some 800
//! sentences of Baomoi articles; a sign that the fit hardly moved keeps the value set by hand.

/// By cue, then by its place: head, early, late.
#[rustfmt::skip]
pub(super) const CUES: [[[i8; 5]; 3]; 38] = [
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Link
    [[19, 1, 0, 0, 0], [7, 0, 1, -1, 0], [0, -1, 0, 0, 0]], // Date
    [[18, -3, 0, 0, 0], [15, 0, 0, 0, 0], [5, -1, 0, 1, 0]], // Meeting
    [[31, 0, 0, 0, 0], [15, 0, 0, 0, 0], [8, -2, 0, 0, 1]], // Attendance
    [[13, 0, 1, 1, 0], [12, 0, 0, 0, 0], [3, 0, 1, -1, 0]], // Debate
    [[10, 1, -1, -1, 2], [12, 0, 0, 0, 1], [6, -1, 0, -1, 0]], // Visit
    [[5, 1, 0, 0, 0], [7, -1, 0, -1, 1], [2, -1, 1, 0, 0]], // Speech
    [[5, 0, 0, -1, 0], [3, -1, 0, 0, 0], [1, 0, 0, 0, 0]], // Saying
    [[3, 19, 0, -1, 0], [1, 19, 0, 0, 0], [0, 11, 0, 0, 0]], // Praise
    [[0, -1, 0, 24, 0], [0, -1, 1, 26, 0], [1, -1, 1, 19, 0]], // Request
    [[0, 0, 0, 12, 0], [0, 0, 0, 19, 0], [1, 0, 0, 9, 0]], // Hope
    [[1, -1, 1, 29, 0], [1, -1, -1, 22, 0], [0, -1, 0, 10, 0]], // Must
    [[-2, -2, -1, 20, 0], [2, -1, 0, 15, 0], [0, -1, 0, 9, 0]], // Will
    [[0, 0, 0, 8, 0], [0, -1, 0, 8, -1], [-1, -1, 0, 4, 0]], // Onward
    [[0, -1, 0, 26, 0], [-1, -2, 1, 17, 0], [1, -1, 0, 8, 0]], // Ahead
    [[-2, -3, -1, 14, 1], [1, -1, -1, 9, 0], [1, -1, 0, 4, 0]], // Plan
    [[1, 15, 0, -1, 0], [1, 7, 0, 0, 0], [0, 3, 1, 0, 0]], // Behind
    [[0, 17, -3, 4, 0], [0, 18, 1, 0, 0], [0, 8, 1, -1, 0]], // Done
    [[0, 11, 0, 0, 0], [0, 8, 0, 0, 0], [0, 5, 0, 0, 0]], // Success
    [[4, 3, -1, -1, 0], [1, 4, 0, -1, 0], [1, 2, 0, -1, 0]], // Passive
    [[1, 12, 1, -1, -1], [3, 2, 0, 0, 0], [0, 2, 1, -1, 0]], // Now
    [[0, 5, -1, 0, 0], [-3, -1, -1, 5, 0], [3, -3, 1, 0, 0]], // Hence
    [[0, 4, 0, 8, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Imperative
    [[1, 0, 21, 0, 0], [-1, -2, 9, 0, 0], [0, -2, 6, 1, 0]], // Turn
    [[3, 0, 23, -1, 0], [1, -1, 20, 0, 0], [-1, -1, 12, 0, 0]], // Fault
    [[-1, -1, 11, -1, 0], [0, 0, 8, 0, 0], [0, -1, 5, 0, 0]], // Lack
    [[0, 0, 25, 0, 0], [0, 0, 15, 0, 0], [0, -1, 8, -1, 0]], // Cause
    [[-1, 0, 12, 1, 0], [-1, 0, 12, 0, 0], [-1, 0, 9, -1, 0]], // Offence
    [[-2, 13, -1, 0, 0], [-1, 12, -1, 0, 0], [-1, 5, 0, 0, 0]], // Personnel
    [[1, 3, -1, 4, -1], [0, 7, 0, 1, 0], [1, 3, 0, -1, 0]], // Prize
    [[1, -1, 0, 0, 0], [-1, -1, 1, 0, 2], [-2, -2, 5, -1, 0]], // Picture
    [[8, 3, 0, 0, 0], [9, 3, -1, 0, -1], [3, 1, -1, 0, 0]], // Size
    [[8, -1, -1, 0, 0], [6, 0, -1, 0, 0], [2, 0, 0, 0, 0]], // Background
    [[-1, 5, -1, 7, -1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Remedy
    [[0, 0, -1, 20, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Aim
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Verb
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Work
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Nothing
];

/// By trait.
#[rustfmt::skip]
pub(super) const TRAITS: [[i8; 5]; 29] = [
    [2, 6, 1, -1, -2], // Any
    [7, 1, 0, 0, 0], // First
    [0, 0, 0, 0, 6], // Short
    [0, 0, 0, 0, 0], // Medium
    [0, -1, 0, 0, 10], // NoVerb
    [-1, 0, 0, 0, 21], // NoVerbShort
    [1, -1, 2, 0, 12], // NoVerbMedium
    [0, 0, 0, 0, 15], // NoStop
    [0, 0, 0, 0, 25], // NoStopShort
    [17, -1, 0, -1, 0], // Question
    [1, 0, -1, 0, 0], // Quoted
    [0, 0, 0, 0, 30], // Glued
    [-1, 0, 0, 0, 27], // Credited
    [0, 0, 0, 0, 0], // NewLine
    [0, 2, 0, 0, 0], // Number
    [0, 0, 0, 0, 35], // Caption
    [0, 0, 0, 0, 11], // Names
    [0, 0, 0, 0, 15], // NamesNoVerb
    [0, 0, 0, 0, 31], // PictureShort
    [-4, -1, -1, -2, 22], // PictureMedium
    [4, -3, 0, 13, 1], // PraiseAndRequest
    [0, 0, 0, 8, 0], // SayingAndMust
    [0, 0, 0, 0, 0], // Linked
    [8, -3, 1, 0, 0], // Bare
    [3, 0, 0, 0, 0], // Thin
    [0, 3, 0, 3, 0], // Dense
    [8, -3, 1, 0, 0], // BarePage
    [4, 0, 0, 0, 0], // ThinPage
    [0, 3, 0, 0, 0], // DensePage
];

/// By the last role; the fifth row is for none yet.
#[rustfmt::skip]
pub(super) const AFTER: [[i8; 5]; 5] = [
    [6, -1, 0, 0, 0], // context
    [0, 6, 0, 0, 0], // result
    [-1, 0, 6, 0, 0], // shortcoming
    [0, -1, 0, 11, 0], // task
    [-1, 1, 0, 0, 0], // start
];

/// By the last role and what opens the sentence: plain, imperative, hence, link, onward, success.
#[rustfmt::skip]
pub(super) const AFTER_OPENING: [[[i8; 5]; 6]; 5] = [
    [[2, -1, 0, 0, 0], [0, 3, 0, 3, -1], [3, -1, -1, 0, 0], [0, 0, 1, 0, -1], [0, 0, 0, 3, 0], [0, 0, 0, 0, 0]], // context
    [[0, 1, 0, 0, 0], [1, 12, 1, -1, 0], [0, 7, 0, 0, 1], [-1, 2, 0, 0, 0], [-1, 17, 0, -1, 0], [0, 1, 0, 0, 0]], // result
    [[-1, 0, 2, 0, 0], [0, 0, 0, 0, 0], [-1, 4, 6, -1, 0], [0, -1, 2, 0, 0], [0, 0, 0, 0, 0], [0, -1, 2, 0, 0]], // shortcoming
    [[1, -1, 0, 1, 0], [0, -1, 0, 16, 1], [-1, -3, -1, 12, -1], [-1, -1, 0, 2, 0], [-1, -1, 0, 17, 0], [0, 0, 0, 10, 0]], // task
    [[-2, 1, 1, 0, -1], [-1, -1, 0, 3, -1], [0, 0, 0, 0, 0], [6, -3, -1, -1, -1], [3, -1, 0, -1, 0], [0, 0, 0, 0, 0]], // start
];

/// By the last role, for a sentence that opens a line.
#[rustfmt::skip]
pub(super) const AFTER_LINE: [[i8; 5]; 5] = [
    [0, -1, 0, 0, 1], // context
    [1, 0, 0, 0, 0], // result
    [-1, 4, -3, -1, 1], // shortcoming
    [2, 0, 0, -2, 0], // task
    [-1, 1, 0, 0, 0], // start
];

/// By the last role, for a sentence inside a quotation.
#[rustfmt::skip]
pub(super) const AFTER_QUOTED: [[i8; 5]; 5] = [
    [2, -1, -1, 0, 0], // context
    [0, 1, -1, -1, 0], // result
    [1, 0, 2, -2, 0], // shortcoming
    [0, -2, -1, 1, 2], // task
    [4, 0, -3, 0, 0], // start
];

/// After a shortcoming, for a sentence with signs of one.
pub(super) const MORE_FAULTS: [i8; 5] = [-1, 1, 13, 0, 0];
