//! Lists made of iterators. The standard library's way makes room for each list where it is made, by what the iterator says of
//! its length: in a program that a browser loads that is a few hundred bytes each time, and there are a hundred times. These
//! lists grow as they are filled.

/// An iterator that becomes a list.
pub(crate) trait Gather: Iterator + Sized {
    /// Its items.
    fn gather(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        self.gather_into(&mut list);
        list
    }

    /// Puts its items behind those of a list.
    fn gather_into(self, list: &mut Vec<Self::Item>) {
        for item in self {
            list.push(item);
        }
    }
}

impl<I: Iterator> Gather for I {}
