//! FNV-1a (Fowler, Noll and Vo; draft-eastlake-fnv): against accidents, not against malice; the same on every machine.

/// Of 32 bits.
#[inline]
pub fn hash32(bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes.into_iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Of 64 bits.
#[inline]
pub fn hash64(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_values() {
        // draft-eastlake-fnv, appendix C.
        assert_eq!([hash32(*b""), hash32(*b"foobar")], [0x811c_9dc5, 0xbf9c_f968]);
        assert_eq!([hash64(*b""), hash64(*b"foobar")], [0xcbf2_9ce4_8422_2325, 0x8594_4171_f739_67e8]);
    }
}
