//! What holds for any bytes that are read as a language pack. It needs the feature `bench`, so this module is not part
//! of `support` and is included by its path.

use quote_extractor::stages::language_pack;

/// Any bytes: they are read or refused, and the same bytes always give the same words. The bytes are read as they are,
/// and as the lists of a pack, because hardly any bytes have the right checksum.
pub fn bytes(data: &[u8]) {
    let [as_they_are, as_lists] = language_pack(data);
    assert_eq!(language_pack(data), [as_they_are, as_lists]);
}
