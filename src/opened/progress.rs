//! What the page shows of a reading: how far it is, what went wrong, what the browser keeps.

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// Nothing was given yet.
    #[default]
    Idle,
    /// The reader is on its way.
    Starting,
    /// It reads.
    Reading,
    /// It waits to be told which column of a table is what.
    Asking,
    /// It waits to be told to go on.
    Paused,
    /// All was read.
    Done,
    /// The rest was not read, as the reader of the page wished.
    Stopped,
    /// The browser would not start it.
    Failed,
    /// A kept corpus is not whole, or of another version of the app.
    Damaged,
}

impl Stage {
    /// Whether something is still to come.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Starting | Self::Reading | Self::Asking | Self::Paused)
    }
}

/// What was read so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Progress {
    /// How far.
    pub stage: Stage,
    /// What the files are called together.
    pub name: String,
    /// Files given.
    pub files: usize,
    /// Files begun.
    pub begun: usize,
    /// How much of the last of them is done.
    pub share: f64,
    /// Reports read.
    pub documents: usize,
    /// Facts in them.
    pub facts: usize,
    /// Milliseconds at work.
    pub worked: f64,
}

impl Progress {
    /// How much of all is done, from 0 to 1.
    pub fn whole(&self) -> f64 {
        if self.stage == Stage::Done {
            return 1.0;
        }
        let before = self.begun.saturating_sub(1) as f64;
        ((before + self.share) / self.files.max(1) as f64).clamp(0.0, 1.0)
    }

    /// Seconds that the rest will take, when that can be told.
    pub fn seconds_left(&self) -> Option<usize> {
        let whole = self.whole();
        (self.stage == Stage::Reading && whole > 0.02 && self.worked > 700.0)
            .then(|| (self.worked * (1.0 - whole) / whole / 1000.0).ceil() as usize)
    }
}

/// A file that was not read, or something to know of one that was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The file, and the place in it.
    pub name: String,
    /// What it is: a key of `soi_files::Reason` or `soi_files::Note`.
    pub key: String,
    /// What its message is filled in with.
    pub detail: Option<String>,
    /// Whether it was read all the same.
    pub read: bool,
}

/// A corpus that the browser keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// What its files are called together, and its name here.
    pub name: String,
    /// Reports in it.
    pub documents: usize,
    /// Bytes of it.
    pub bytes: usize,
    /// When it was read: `2026-11-25`.
    pub date: String,
    /// Whether something of its files was not read: the reading was stopped, or the tab was closed.
    pub unfinished: bool,
}

/// Whether what was read is in the browser's own storage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Keeping {
    /// In this tab's memory alone.
    #[default]
    No,
    /// What was read so far is stored, and the rest will be.
    SoFar,
    /// Stored.
    Yes,
    /// The browser would not; its word for why.
    Refused(String),
}
