#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzed::json_file(bytes));
