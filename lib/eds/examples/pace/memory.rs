//! The peak of this process's resident memory, as Linux counts it.
//!
//! Here because two figures are about memory. Must never be taken for an average: it only grows.

/// `VmHWM` of proc(5), KiB.
pub fn peak_kib() -> Result<u64, String> {
    let text = std::fs::read_to_string("/proc/self/status").map_err(|error| error.to_string())?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|rest| rest.split_whitespace().next()).and_then(|kib| kib.parse().ok());
    number.ok_or_else(|| "/proc/self/status has no VmHWM".to_owned())
}
