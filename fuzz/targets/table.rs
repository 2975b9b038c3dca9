#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzed::table_in_place(bytes));
