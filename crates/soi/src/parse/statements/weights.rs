//! How much each sign speaks for each role, in tenths: context, result, shortcoming, task, other.
//!
//! Set by hand, sign by sign, then fitted with a strong pull towards that start on the annotated seeds and on some 800
//! sentences of Baomoi articles; a sign that the fit hardly moved keeps the value set by hand.

/// By cue, then by its place: head, early, late.
#[rustfmt::skip]
pub(super) const CUES: [[[i8; 5]; 3]; 37] = [
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Link
    [[20, 0, 1, 0, 0], [8, -1, 1, -1, 0], [1, -1, 0, 1, 0]], // Date
    [[19, -4, 0, 0, 0], [15, 0, 0, 0, 0], [5, -1, 0, 1, 0]], // Meeting
    [[31, 0, 0, 0, 0], [14, 0, 0, 0, 1], [8, -2, -1, -1, 2]], // Attendance
    [[12, -1, 0, 2, 2], [12, 1, -1, 0, 0], [4, -1, 1, 0, 0]], // Debate
    [[16, -2, 0, -1, 0], [11, 0, 0, 0, 2], [7, 1, -1, -1, -1]], // Visit
    [[5, 1, 0, 1, 0], [6, 0, 1, -1, 1], [2, 1, 1, -2, 0]], // Speech
    [[5, -1, -1, 0, 0], [4, -1, 0, 0, 0], [0, 0, 0, 0, 0]], // Saying
    [[4, 17, 0, 0, 0], [1, 19, 0, -1, 0], [-1, 11, 0, 0, 0]], // Praise
    [[-1, -1, 0, 24, 0], [-1, 0, 1, 26, 0], [1, -1, 1, 20, 0]], // Request
    [[0, 0, 0, 12, 0], [0, -1, 0, 19, 0], [0, 1, 0, 8, 0]], // Hope
    [[1, 0, 0, 30, 0], [1, -1, -1, 23, 0], [1, -1, 0, 10, 0]], // Must
    [[-4, -3, 0, 23, 0], [2, -2, -1, 15, -1], [0, -1, 0, 9, 0]], // Will
    [[0, 0, 0, 8, 0], [0, -1, -1, 8, 0], [-1, 0, 0, 4, 0]], // Onward
    [[0, 0, 0, 26, 0], [-1, -1, -1, 18, 0], [1, -1, 0, 8, 0]], // Ahead
    [[-2, -4, -1, 16, 0], [0, -1, -1, 9, 0], [0, 0, -1, 5, 0]], // Plan
    [[0, 16, 0, -1, 0], [2, 7, 0, 0, 0], [-1, 4, 1, 0, 0]], // Behind
    [[-1, 16, -4, 7, 0], [0, 18, 0, 0, 0], [0, 9, 0, 0, 0]], // Done
    [[-1, 11, 0, 0, 0], [-1, 9, 0, 0, -1], [0, 6, 0, 0, 0]], // Success
    [[4, 3, -1, -1, -1], [2, 4, 0, -1, 0], [1, 2, 0, -1, 0]], // Passive
    [[0, 13, 0, 0, 0], [2, 2, 1, 0, -1], [0, 4, 1, -1, 0]], // Now
    [[0, 6, -1, 0, 0], [-1, -2, 0, 2, 0], [4, -3, 0, 0, 0]], // Hence
    [[0, 4, 0, 8, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Imperative
    [[1, 0, 20, -1, 0], [0, -1, 9, 0, 0], [-1, -2, 7, 0, 0]], // Turn
    [[7, -1, 19, -1, 0], [1, -1, 20, 0, 0], [0, -1, 12, 0, 0]], // Fault
    [[-2, 0, 10, 0, 0], [0, -1, 9, 0, 0], [0, -1, 5, 0, 0]], // Lack
    [[0, 0, 25, 0, 0], [0, -1, 16, -1, 0], [1, -1, 8, -1, 0]], // Cause
    [[0, 0, 13, 0, 0], [0, 0, 13, 0, 0], [1, -1, 8, 0, 0]], // Offence
    [[0, 10, 0, 0, 0], [0, 11, 0, -1, 0], [-1, 4, 1, 0, 0]], // Personnel
    [[9, 0, -1, -1, -1], [0, 6, 0, 1, 0], [2, 2, 0, 0, 0]], // Prize
    [[2, -1, 0, 0, 0], [1, 0, 0, 0, 0], [0, -3, 1, -1, 3]], // Picture
    [[8, 3, 0, 0, 0], [9, 3, -1, 0, -1], [3, 0, 0, 0, 0]], // Size
    [[8, -1, -1, 1, 0], [7, 0, -1, -1, -1], [2, 0, 0, 0, 0]], // Background
    [[-2, 9, -1, 5, -1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Remedy
    [[0, 1, 0, 20, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Aim
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Verb
    [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], // Nothing
];

/// By trait.
#[rustfmt::skip]
pub(super) const TRAITS: [[i8; 5]; 19] = [
    [4, 7, -1, -1, -1], // Any
    [8, 0, 0, 0, -1], // First
    [0, 0, 0, 0, 6], // Short
    [1, 0, 0, -1, 0], // Medium
    [1, -1, 0, 0, 11], // NoVerb
    [-1, 0, 0, 0, 21], // NoVerbShort
    [3, -1, 0, 0, 14], // NoVerbMedium
    [-1, -1, -1, 1, 16], // NoStop
    [0, 0, 0, 0, 25], // NoStopShort
    [17, -1, 0, -1, 0], // Question
    [1, 0, -1, 0, 0], // Quoted
    [1, 0, -1, 0, 0], // NewLine
    [0, 2, 0, 0, 0], // Number
    [0, -1, 0, 0, 36], // Caption
    [-1, 0, 0, 0, 31], // PictureShort
    [-5, -2, -1, -2, 25], // PictureMedium
    [5, -1, 0, 12, 0], // PraiseAndRequest
    [0, -1, 0, 9, 0], // SayingAndMust
    [0, 0, 0, 1, -1], // Linked
];

/// By the last role; the fifth row is for none yet.
#[rustfmt::skip]
pub(super) const AFTER: [[i8; 5]; 5] = [
    [7, -1, -1, 0, 0], // context
    [0, 6, 0, 0, 0], // result
    [0, -1, 5, 0, 0], // shortcoming
    [0, -1, 0, 11, 0], // task
    [0, 0, 0, 0, -1], // start
];

/// By the last role and what opens the sentence: plain, imperative, hence, link, onward, success.
#[rustfmt::skip]
pub(super) const AFTER_OPENING: [[[i8; 5]; 6]; 5] = [
    [[2, -1, 0, 0, 0], [-3, 5, 0, 4, 0], [3, -1, -2, 0, -1], [0, -1, 0, 1, -1], [0, 0, 0, 3, 0], [0, 0, 0, 0, 0]], // context
    [[0, 1, -1, 0, 0], [0, 13, 1, -2, 0], [-1, 8, 0, 0, 0], [-1, 2, 0, -1, 0], [-1, 18, -1, -1, -1], [-1, 2, 0, 0, 0]], // result
    [[0, -1, 1, 0, 0], [0, 0, 0, 0, 0], [-2, 4, 6, 0, 0], [2, -1, 0, 0, -1], [0, 0, 0, 0, 0], [0, -1, 2, 0, 0]], // shortcoming
    [[0, -1, 0, 1, 0], [0, -1, 0, 17, 0], [-1, -3, -1, 12, -1], [-1, -1, 0, 2, 0], [0, -1, 0, 17, 0], [0, 0, 0, 10, 0]], // task
    [[0, 1, 0, 0, -1], [-4, -2, 0, 9, -2], [0, 0, 0, 0, 0], [5, -2, -1, -1, -1], [3, -1, 0, -1, 0], [0, 0, 0, 0, 0]], // start
];

/// By the last role, for a sentence that opens a line.
#[rustfmt::skip]
pub(super) const AFTER_LINE: [[i8; 5]; 5] = [
    [0, 0, -1, 0, 1], // context
    [2, -1, 0, -1, 0], // result
    [-1, 3, -2, -1, 1], // shortcoming
    [3, -1, 0, -2, 0], // task
    [0, 0, 0, 0, -1], // start
];

/// By the last role, for a sentence inside a quotation.
#[rustfmt::skip]
pub(super) const AFTER_QUOTED: [[i8; 5]; 5] = [
    [3, -2, -1, 0, -1], // context
    [0, 2, -1, -1, 0], // result
    [-1, -1, 4, -1, -1], // shortcoming
    [0, -2, -1, 0, 3], // task
    [0, 0, 0, 0, 0], // start
];

/// After a shortcoming, for a sentence with signs of one.
pub(super) const MORE_FAULTS: [i8; 5] = [0, 0, 13, 0, 0];
