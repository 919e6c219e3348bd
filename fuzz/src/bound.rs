//! The memory bound that every target is held to: the heap's peak while the target runs.
//! Here so that an allocation in proportion to a claimed length, or one that grows faster than the input, is a finding.
//! Must never be measured while another thread works.

use peak_alloc::PeakAlloc;

/// What any input may cost, however short.
pub const MEMORY_BASE_BYTES_MAX: usize = 1024 * 1024;
/// Octets of heap an octet of input may cost beside that. The dearest is XML: `<a/>`, four octets, makes a node of the
/// parser (72 octets, and half as much again while its list of nodes grows), an empty attribute `a=""` about as much.
pub const MEMORY_PER_INPUT_BYTE_MAX: usize = 64;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Runs `act` and fails where it needed more than `input_len` allows.
pub fn within<T>(name: &str, input_len: usize, act: impl FnOnce() -> T) -> T {
    HEAP.reset_peak_usage();
    let before = HEAP.current_usage();
    let result = act();
    let used = HEAP.peak_usage().saturating_sub(before);
    let allowed = MEMORY_BASE_BYTES_MAX + MEMORY_PER_INPUT_BYTE_MAX * input_len;
    assert!(used <= allowed, "{name}: {used} octets of heap for {input_len} of input; {allowed} are allowed");
    result
}
