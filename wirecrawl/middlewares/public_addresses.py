"""Between Scrapy and the network: redirects that are followed, addresses that are never asked."""

from collections.abc import Sequence
from typing import Any, Self
from urllib.request import getproxies

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from wirecrawl.configuration.values import read_ports
from wirecrawl.web.ip_addresses import is_public, read_ip
from wirecrawl.web.urls import host_of, port_of, under


class PublicResolver(CachingThreadedResolver):
    """Looks names up, and refuses those that lead to an address that is not public.

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
    found = read_ip(address)
    if found is None or not is_public(found):
        raise DNSLookupError(f"{name}: leads to {address}, not a public address")
    return address


class PublicAddressesOnly:
    """Refuses requests to addresses that are not public, and to ports that WIRECRAWL_PORTS does not name.

    Redirects and requests for a robots.txt pass here too. Names are checked when they are resolved.
    """

    def __init__(self, ports: frozenset[int]) -> None:
        self._ports = ports

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """With the ports of the settings. Raises BadArgument."""
        return cls(read_ports(crawler.settings))

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest, naming the address, for a host or port that is not to be asked."""
        if request.url.startswith("data:"):  # it leads to nobody: the pass that decides begins with it
            return
        host, port = host_of(request.url), port_of(request.url)
        if not host:
            raise IgnoreRequest(f"{request.url}: not a public address")
        address = read_ip(host)
        if under(host, "localhost") or (address and not is_public(address)):
            raise IgnoreRequest(f"{host}: not a public address")
        if port not in self._ports:
            raise IgnoreRequest(f"{host}:{port}: WIRECRAWL_PORTS does not name this port")
