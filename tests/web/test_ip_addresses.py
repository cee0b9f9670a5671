"""IP addresses that a public server can have, and those that lead elsewhere."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest

from wirecrawl.web.ip_addresses import is_public, read_ip

# Addresses of IPv4 that no public server has, by what they are.
OWN = {
    "this network": "0.0.0.0",
    "private": "10.1.2.3",
    "shared": "100.64.0.1",
    "loopback": "127.0.0.1",
    "link-local": "169.254.169.254",
    "also private": "172.31.255.255",
    "protocols": "192.0.0.8",
    "documentation": "192.0.2.1",
    "relay": "192.88.99.1",
    "private as well": "192.168.0.1",
    "measurement": "198.18.0.1",
    "multicast": "224.0.0.1",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
}
PUBLIC = ("8.8.8.8", "93.184.216.34", "1.1.1.1")


def forms(held: str) -> dict[str, IPv6Address]:
    """Every form of IPv6 that holds an address of IPv4 or leads to it."""
    number, other = int(IPv4Address(held)), int(IPv4Address(PUBLIC[0]))
    prefix = {name: int(IPv6Address(text)) for name, text in PREFIXES.items()}
    return {
        "mapped": IPv6Address(prefix["mapped"] | number),
        "NAT64": IPv6Address(prefix["NAT64"] | number),
        "6to4": IPv6Address(prefix["6to4"] | number << 80 | 1),
        "Teredo server": IPv6Address(prefix["Teredo"] | number << 64 | other ^ 0xFFFF_FFFF),
        "Teredo client": IPv6Address(prefix["Teredo"] | other << 64 | number ^ 0xFFFF_FFFF),
        "ISATAP": IPv6Address(prefix["ISATAP"] | number),
        "ISATAP with flag": IPv6Address(prefix["ISATAP with flag"] | number),
    }


PREFIXES = {
    "mapped": "::ffff:0:0",
    "NAT64": "64:ff9b::",
    "6to4": "2002::",
    "Teredo": "2001::",
    "ISATAP": "2600:1::5efe:0:0",
    "ISATAP with flag": "2600:1::200:5efe:0:0",
}
# Forms of IPv6 that no public server has, whatever IPv4 address they hold.
NEVER = {
    "unspecified": "::",
    "loopback": "::1",
    "compatible": "::8.8.8.8",
    "translated": "::ffff:0:8.8.8.8",
    "local NAT64": "64:ff9b:1::808:808",
    "discard": "100::1",
    "benchmarks": "2001:2::1",
    "documentation": "2001:db8::1",
    "new documentation": "3fff::1",
    "segments": "5f00::1",
    "unassigned": "4000::1",
    "unique local": "fd12:3456::1",
    "link-local": "fe80::1",
    "link-local of an interface": "fe80::1%eth0",
    "global of an interface": "2600:1::1%eth0",
    "site-local": "fec0::1",
    "multicast": "ff02::1",
    "global multicast": "ff0e::1",
}


@pytest.mark.parametrize("address", OWN.values(), ids=OWN)
def test_no_form_leads_into_a_network_of_ones_own(address: str) -> None:
    assert not is_public(ip_address(address))
    assert [name for name, form in forms(address).items() if is_public(form)] == []


@pytest.mark.parametrize("address", NEVER.values(), ids=NEVER)
def test_what_is_not_global_unicast_is_never_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_public_in_the_forms_that_reach_it(address: str) -> None:
    assert is_public(ip_address(address))
    reached = {name for name, form in forms(address).items() if is_public(form)}
    assert {"mapped", "NAT64", "6to4", "ISATAP"} <= reached


@pytest.mark.parametrize("address", ["2606:4700::1111", "2001:4860:4860::8888", "2400:3200::1"])
def test_addresses_of_real_servers_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "017700000001", "0x7f.0.0.0x1", "127.0.1"]
)
def test_an_address_is_read_as_the_system_reads_it(host: str) -> None:
    found = read_ip(host)
    assert found is not None
    assert not is_public(found)


@pytest.mark.parametrize("host", ["www.china.org.cn", "", "a.1.example", "ünï.example", "12345.example"])
def test_a_name_is_no_address(host: str) -> None:
    assert read_ip(host) is None
