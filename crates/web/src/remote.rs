//! Who is on the other side, as limits count them: an IPv4 address or an IPv6 network of 64 bits (one household, one phone).
//!
//! `X-Forwarded-For` is believed only as far as trusted proxies wrote it. Never use the result to let anybody in.

use axum::http::HeaderMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

const FORWARDED: &str = "x-forwarded-for";
const IPV6_NETWORK_BITS: u8 = 64;

/// A network in CIDR notation (RFC 4632, RFC 4291): `10.0.0.0/8`, `2001:db8::/32`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    first: IpAddr,
    bits: u8,
}

impl Network {
    /// True when the address lies in this network; an IPv4 address written as IPv6 is that IPv4 address.
    pub fn contains(&self, address: IpAddr) -> bool {
        masked(address.to_canonical(), self.bits) == Some(self.first)
    }
}

impl FromStr for Network {
    type Err = String;
    fn from_str(text: &str) -> Result<Network, String> {
        let wrong = || format!("{text:?} is not a network like 10.0.0.0/8 or an address");
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse::<u8>().map_err(|_| wrong())?)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let bits = bits.unwrap_or(if address.is_ipv4() { 32 } else { 128 });
        Ok(Network { first: masked(address, bits).ok_or_else(wrong)?, bits })
    }
}

/// The first `bits` of an address; `None` when it has fewer.
fn masked(address: IpAddr, bits: u8) -> Option<IpAddr> {
    let bits = u32::from(bits);
    match address {
        IpAddr::V4(own) => {
            let mask = u32::MAX.checked_shl(32_u32.checked_sub(bits)?).unwrap_or(0);
            Some(Ipv4Addr::from_bits(own.to_bits() & mask).into())
        }
        IpAddr::V6(own) => {
            let mask = u128::MAX.checked_shl(128_u32.checked_sub(bits)?).unwrap_or(0);
            Some(Ipv6Addr::from_bits(own.to_bits() & mask).into())
        }
    }
}

/// The key of limits for whoever asks: `peer`, or behind trusted proxies the last address that none of them is.
pub fn key(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> String {
    let address = client(peer, headers, trusted).to_canonical();
    match (address, masked(address, IPV6_NETWORK_BITS)) {
        (IpAddr::V6(_), Some(network)) => format!("{network}/{IPV6_NETWORK_BITS}"),
        _ => address.to_string(),
    }
}

/// From the right: each proxy appends whom it saw, so the first address that is no proxy of ours is the last one that is true.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut seen = peer;
    let lines: Vec<&str> = headers.get_all(FORWARDED).iter().filter_map(|line| line.to_str().ok()).collect();
    for hop in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        if !is_trusted(seen) {
            break;
        }
        match address_of(hop.trim()) {
            Some(address) => seen = address,
            None => break,
        }
    }
    seen
}

/// An address, with or without a port.
fn address_of(hop: &str) -> Option<IpAddr> {
    let plain = hop.trim_start_matches('[').trim_end_matches(']');
    plain.parse().ok().or_else(|| hop.parse::<std::net::SocketAddr>().ok().map(|socket| socket.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn from(peer: &str, forwarded: &[&'static str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED, HeaderValue::from_static(line));
        }
        let trusted: Vec<Network> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        key(peer.parse().unwrap(), &headers, &trusted)
    }

    #[test]
    fn a_stranger_s_header_is_not_believed() {
        assert_eq!(from("203.0.113.7", &["198.51.100.1"], &[]), "203.0.113.7");
        assert_eq!(from("203.0.113.7", &["198.51.100.1"], &["10.0.0.0/8"]), "203.0.113.7");
    }

    #[test]
    fn behind_proxies_the_rightmost_address_that_is_no_proxy_counts() {
        let ours = ["10.0.0.0/8", "127.0.0.1", "::1"];
        assert_eq!(from("127.0.0.1", &["1.1.1.1, 198.51.100.1, 10.2.3.4"], &ours), "198.51.100.1");
        assert_eq!(from("127.0.0.1", &["1.1.1.1", "198.51.100.1", "10.2.3.4"], &ours), "198.51.100.1", "several lines");
        assert_eq!(from("::ffff:10.0.0.1", &["198.51.100.1:5050"], &ours), "198.51.100.1");
        assert_eq!(from("::1", &["[2001:db8:1:2:3:4:5:6]:443"], &ours), "2001:db8:1:2::/64");
        assert_eq!(from("127.0.0.1", &[], &ours), "127.0.0.1");
        assert_eq!(
            from("127.0.0.1", &["198.51.100.1, unknown, 10.2.3.4"], &ours),
            "10.2.3.4",
            "what cannot be read ends it"
        );
        assert_eq!(from("127.0.0.1", &["10.9.9.9"], &ours), "10.9.9.9", "nobody but proxies");
    }

    #[test]
    fn an_ipv6_network_is_one_and_an_ipv4_address_stays_one() {
        assert_eq!(from("2001:db8:1:2::a", &[], &[]), from("2001:db8:1:2:ffff::b", &[], &[]));
        assert_ne!(from("2001:db8:1:2::a", &[], &[]), from("2001:db8:1:3::a", &[], &[]));
        assert_eq!(from("::ffff:203.0.113.7", &[], &[]), "203.0.113.7");
    }

    #[test]
    fn networks_are_parsed_or_refused() {
        let all: Network = "0.0.0.0/0".parse().unwrap();
        assert!(all.contains("203.0.113.7".parse().unwrap()) && !all.contains("2001:db8::1".parse().unwrap()));
        assert!("::/0".parse::<Network>().unwrap().contains("2001:db8::1".parse().unwrap()));
        for bad in ["", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0/8", "proxy", "10.0.0.0/8/8", "10.0.0.0/-1"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
    }
}
