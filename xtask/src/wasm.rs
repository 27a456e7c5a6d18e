//! Reading and writing a wasm as its sections: <https://webassembly.github.io/spec/core/binary/modules.html>.

use crate::step::Outcome;

/// How a wasm begins: its magic number and version.
pub const HEAD: &[u8; 8] = b"\0asm\x01\0\0\0";
/// The sections that something is looked for in, by the number that they begin with.
pub const CUSTOM: u8 = 0;
pub const IMPORTS: u8 = 2;
pub const EXPORTS: u8 = 7;
pub const CODE: u8 = 10;

/// The sections of a wasm, each its number and its bytes.
///
/// # Errors
/// If it is none, or cut short.
pub fn sections(wasm: &[u8]) -> Outcome<Vec<(u8, &[u8])>> {
    let mut rest = Bytes(wasm.strip_prefix(HEAD).ok_or("no wasm")?);
    let mut sections = Vec::new();
    while !rest.0.is_empty() {
        sections.push((rest.byte()?, rest.part()?));
    }
    Ok(sections)
}

/// What is left to read of a wasm.
pub struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next byte.
    pub fn byte(&mut self) -> Outcome<u8> {
        let (&byte, rest) = self.0.split_first().ok_or("the wasm is cut short")?;
        self.0 = rest;
        Ok(byte)
    }

    /// A number of at most 32 bits, seven in a byte.
    pub fn number(&mut self) -> Outcome<u32> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).map_err(|e| e.to_string());
            }
        }
        Err("a number of the wasm is too long".into())
    }

    /// A length and as many bytes.
    pub fn part(&mut self) -> Outcome<&'a [u8]> {
        let len = self.number()? as usize;
        let (part, rest) = self.0.split_at_checked(len).ok_or("the wasm is cut short")?;
        self.0 = rest;
        Ok(part)
    }

    /// A part that is text.
    pub fn text(&mut self) -> Outcome<&'a str> {
        std::str::from_utf8(self.part()?).map_err(|e| e.to_string())
    }
}

/// Writes what [`Bytes::number`] reads.
pub fn put(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Writes what [`Bytes::part`] reads.
pub fn put_part(out: &mut Vec<u8>, part: &[u8]) {
    put(out, part.len() as u32);
    out.extend_from_slice(part);
}
