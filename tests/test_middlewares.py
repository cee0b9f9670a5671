"""Addresses that are never asked for."""

import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from twisted.internet.error import DNSLookupError

from wirecrawl.middlewares import PublicAddressesOnly, public_address

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
]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_to_a_private_address_is_refused(address: str) -> None:
    with pytest.raises(DNSLookupError, match=r"www\.china\.org\.cn"):
        public_address(address, "www.china.org.cn")


@pytest.mark.parametrize("host", ["localhost", "a.localhost", *(f"[{a}]" if ":" in a else a for a in PRIVATE)])
def test_a_private_address_in_a_url_is_refused(host: str) -> None:
    with pytest.raises(IgnoreRequest, match="not a public address"):
        PublicAddressesOnly().process_request(Request(f"http://{host}/world/"))


def test_public_names_and_addresses_pass() -> None:
    assert public_address("8.8.8.8", "a.example") == "8.8.8.8"
    PublicAddressesOnly().process_request(Request("https://english.news.cn/"))
    PublicAddressesOnly().process_request(Request("http://8.8.8.8/"))
