"""Addresses that are never asked for."""

from unittest.mock import MagicMock

import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.test import get_crawler
from twisted.internet import defer
from twisted.internet.error import DNSLookupError

from wirecrawl.errors import BadArgument
from wirecrawl.middlewares.public_addresses import PublicAddressesOnly, PublicResolver, public_address

CHECK = PublicAddressesOnly(frozenset({80, 443}))
PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "192.168.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "0.0.0.0",
    "::1",
    "fe80::1",
    "fd00::1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "::7f00:1",
    "fec0::1",
    "ff02::1",
    "224.0.0.1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_to_a_private_address_is_refused(address: str) -> None:
    with pytest.raises(DNSLookupError, match=r"www\.china\.org\.cn"):
        public_address(address, "www.china.org.cn")


# Forms of 127.0.0.1 that only the system's own functions, and an IPv6 address that only its sender, take for it.
ODD = ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]", "user:pass@127.0.0.1", "127.0.0.1."]


@pytest.mark.parametrize("host", ["localhost", "a.localhost", *ODD, *(f"[{a}]" if ":" in a else a for a in PRIVATE)])
def test_a_private_address_in_a_url_is_refused(host: str) -> None:
    with pytest.raises(IgnoreRequest, match="not a public address"):
        CHECK.process_request(Request(f"http://{host}/world/"))


@pytest.mark.parametrize(
    ("environment", "refused"),
    [
        ({}, ["www.china.org.cn", "proxy.example"]),
        ({"no_proxy": "www.china.org.cn"}, ["www.china.org.cn", "proxy.example"]),
        ({"http_proxy": "proxy.example:3128", "no_proxy": "www.china.org.cn"}, ["www.china.org.cn"]),
        ({"https_proxy": "http://me:secret@proxy.example:3128"}, ["www.china.org.cn"]),
    ],
)
def test_only_the_proxy_may_be_private(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], refused: list[str]
) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(CachingThreadedResolver, "getHostByName", lambda *given: defer.succeed("127.0.0.1"))
    found: list[str] = []
    for name in ("www.china.org.cn", "proxy.example"):
        resolver = PublicResolver(MagicMock(), 10, 60.0)
        resolver.getHostByName(name).addErrback(lambda failure, name=name: found.append(name))
    assert found == refused


def test_public_names_and_addresses_pass() -> None:
    assert public_address("8.8.8.8", "a.example") == "8.8.8.8"
    CHECK.process_request(Request("https://english.news.cn/"))
    CHECK.process_request(Request("http://8.8.8.8/"))


@pytest.mark.parametrize("url", ["http://[fe80::1%25eth0]/", "http://[2001:db8::1%251]/", "http://"])
def test_an_address_that_cannot_be_read_is_refused(url: str) -> None:
    with pytest.raises(IgnoreRequest, match="not a public address"):
        CHECK.process_request(Request(url))


@pytest.mark.parametrize("url", ["http://www.china.org.cn:22/", "https://www.china.org.cn:8443/a", "http://8.8.8.8:1/"])
def test_a_port_that_no_setting_names_is_refused(url: str) -> None:
    with pytest.raises(IgnoreRequest, match="WIRECRAWL_PORTS"):
        CHECK.process_request(Request(url))


def test_the_setting_names_the_ports_that_are_asked() -> None:
    check = PublicAddressesOnly.from_crawler(get_crawler(settings_dict={"WIRECRAWL_PORTS": "80, 8443"}))
    check.process_request(Request("https://www.china.org.cn:8443/a"))
    check.process_request(Request("http://www.china.org.cn/"))
    with pytest.raises(IgnoreRequest, match=r"www\.china\.org\.cn:443"):
        check.process_request(Request("https://www.china.org.cn/"))


@pytest.mark.parametrize("ports", ["", "http", "80,70000", "80,-1", "80.5", "80,443,x"])
def test_a_setting_that_names_no_ports_is_refused(ports: str) -> None:
    with pytest.raises(BadArgument, match="WIRECRAWL_PORTS"):
        PublicAddressesOnly.from_crawler(get_crawler(settings_dict={"WIRECRAWL_PORTS": ports}))
