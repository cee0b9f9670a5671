"""Which IP addresses are those of public servers: neither IPv4 nor IPv6 may lead into a network of one's own."""

from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from socket import inet_aton

IPAddress = IPv4Address | IPv6Address

_UNICAST = IPv6Network("2000::/3")  # all of IPv6 that servers have; the rest is local, multicast, reserved or a form
_DOCUMENTATION = IPv6Network("3fff::/20")  # RFC 9637, newer than the tables of ipaddress
_MAPPED = IPv6Network("::ffff:0:0/96")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address behind a translator (NAT64)
_RELAYS = ip_network("192.88.99.0/24")  # RFC 7526: was 6to4, is reserved
_PROTOCOLS = ip_network("192.0.0.0/24")  # RFC 6890: between a host and its own network
_ISATAP = 0x5EFE  # RFC 5214: before the IPv4 address in the last half of an address, with or without a flag
_ISATAP_FLAG = 0x0200_0000


def is_public(address: IPAddress) -> bool:
    """Whether a public server can have an address: it is unicast and global, and so is each IPv4 address within it.

    >>> [is_public(ip_address(text)) for text in ("93.184.216.34", "64:ff9b::7f00:1", "ff02::1")]
    [True, False, False]
    """
    if isinstance(address, IPv4Address):
        own = address.is_multicast or address in _RELAYS or address in _PROTOCOLS
        return address.is_global and not own
    return address.scope_id is None and _may_be_asked(address) and all(map(is_public, _within(address)))


def _may_be_asked(address: IPv6Address) -> bool:
    if address in _MAPPED or address in _TRANSLATED:
        return True  # it is what the IPv4 address within it is
    return address in _UNICAST and address.is_global and address not in _DOCUMENTATION


def _within(address: IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address leads to: mapped, translated, or of a tunnel (6to4, Teredo, ISATAP)."""
    last, high = int(address) & 0xFFFF_FFFF, int(address) >> 32 & 0xFFFF_FFFF
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _TRANSLATED or high & ~_ISATAP_FLAG == _ISATAP:
        found.append(IPv4Address(last))
    return [one for one in found if one is not None]


def read_ip(host: str) -> IPAddress | None:
    """The address that a host is, also in the forms that only the system's own functions take for one; None for a name.

    >>> read_ip("2130706433"), read_ip("0x7f.1"), read_ip("www.china.org.cn")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), None)
    """
    with suppress(ValueError):
        return ip_address(host)
    with suppress(OSError, UnicodeEncodeError):
        return ip_address(inet_aton(host))
    return None
