//! How many messages a text message is sent as (3GPP TS 23.038, 23.040): 160 septets or 70 UCS-2 units alone, 153 or 67 in each of several.

/// Of the default alphabet, a septet each.
const GSM_BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Of its extension, two septets each.
const GSM_EXTENDED: &str = "^{}\\[~]|€";

/// A text message measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segments {
    /// Messages it is sent as.
    pub count: usize,
    /// Units of the alphabet that it needs.
    pub units: usize,
    /// Every letter is of the default alphabet; else UCS-2.
    pub is_gsm: bool,
}

impl Segments {
    /// Most units of a text message of ours: one of the default alphabet, or two of UCS-2 (UX.md 2.13).
    pub const fn units_max(self) -> usize {
        if self.is_gsm { 160 } else { 134 }
    }

    /// Is it short enough?
    pub const fn fits(self) -> bool {
        self.units <= self.units_max()
    }
}

/// Measures a text message.
pub fn segments(text: &str) -> Segments {
    let septets: Option<usize> = text
        .chars()
        .map(|own| match own {
            own if GSM_BASIC.contains(own) => Some(1),
            own if GSM_EXTENDED.contains(own) => Some(2),
            _ => None,
        })
        .sum();
    let (units, is_gsm, alone, joined) = match septets {
        Some(septets) => (septets, true, 160, 153),
        None => (text.encode_utf16().count(), false, 70, 67),
    };
    let count = if units <= alone { 1 } else { units.div_ceil(joined) };
    Segments { count, units, is_gsm }
}
