//! How much is read before a file is refused.

/// Bounds on what files may unfold to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file, unpacked, that is read as a whole.
    pub file: u64,
    /// Bytes of one line of a table or of JSON lines.
    pub line: usize,
    /// Bytes that one file given to the reading may unfold to, all in all.
    pub unpacked: u64,
    /// How many times its size a packed file may unfold to, once it is past [`Self::ratio_from`].
    pub ratio: u64,
    /// Below so many bytes no ratio is too great.
    pub ratio_from: u64,
    /// Archives within archives.
    pub depth: usize,
    /// Files in one archive.
    pub entries: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 256 << 20,
            line: 64 << 20,
            unpacked: 4 << 30,
            ratio: 250,
            ratio_from: 16 << 20,
            depth: 4,
            entries: 200_000,
        }
    }
}
