"""Between Scrapy and the network: redirects that are followed, addresses that are never asked."""

import ipaddress
from collections.abc import Sequence
from contextlib import suppress
from socket import inet_aton
from typing import Any
from urllib.request import getproxies

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from wirecrawl.web.urls import host_of


class PublicResolver(CachingThreadedResolver):
    """Looks names up, and refuses those that lead to a private, loopback or link-local address.

    With a proxy in the environment only the proxy is looked up here, and it may be private; the sites are for the
    proxy to look up, but for those that no_proxy leaves out.
    """

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Any:
        """Deferred of the address as text; fails with DNSLookupError, naming host and address."""
        found = super().getHostByName(name, timeout)
        return found if name in _proxy_hosts() else found.addCallback(public_address, name)


def _proxy_hosts() -> set[str]:
    """Hosts of the proxies in the environment, whose addresses may have no scheme."""
    given = (url for kind, url in getproxies().items() if kind != "no")
    return {host_of(url if "://" in url else f"http://{url}") for url in given}


def public_address(address: str, name: str) -> str:
    """The address, if it is public. Raises DNSLookupError, naming host and address.

    >>> public_address("93.184.216.34", "example.com")
    '93.184.216.34'
    """
    if not ipaddress.ip_address(address).is_global:
        raise DNSLookupError(f"{name}: leads to {address}, not a public address")
    return address


class PublicAddressesOnly:
    """Refuses requests to private, loopback and link-local addresses written as such, redirects included."""

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest, naming the address, for a host that is no public one."""
        host = host_of(request.url).strip("[]")
        if host == "localhost" or host.endswith(".localhost"):
            raise IgnoreRequest(f"{host}: not a public address")
        address = _literal(host)
        if address and not address.is_global:
            raise IgnoreRequest(f"{host}: not a public address")


def _literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is, also in the forms that only the system's own functions take for one; None for a name.

    >>> _literal("2130706433"), _literal("0x7f.1"), _literal("www.china.org.cn")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), None)
    """
    with suppress(ValueError):
        return ipaddress.ip_address(host)
    with suppress(OSError, UnicodeEncodeError):
        return ipaddress.ip_address(inet_aton(host))
    return None
