"""Between Scrapy and the network: redirects that are followed, addresses that are never asked."""

import ipaddress
from collections.abc import Sequence
from typing import Any
from urllib.request import getproxies

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from wirecrawl.urls import host_of, under


class OwnRedirects(RedirectMiddleware):
    """Follows redirects within the agency's sites; any other one is refused with its target as the reason.

    Left to Scrapy, a redirect off the site or to a page asked for already is dropped without a word.
    """

    def process_response(  # type: ignore[override]  # the spider argument is deprecated
        self, request: Request, response: Response
    ) -> Request | Response:
        """The response, or the request it redirects to. Raises IgnoreRequest, naming the target."""
        result: Request | Response = super().process_response(request, response)
        if isinstance(result, Request):
            domains = getattr(self.crawler.spider, "allowed_domains", [])
            if not any(under(host_of(result.url), domain) for domain in domains):
                raise IgnoreRequest(f"redirected to {result.url}, off the agency's sites")
            result.dont_filter = True
        return result


class PublicResolver(CachingThreadedResolver):
    """Looks names up, and refuses those that lead to a private, loopback or link-local address.

    With a proxy in the environment it does not ask: the proxy looks up the sites, and its own name may be private.
    """

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Any:
        """Deferred of the address as text; fails with DNSLookupError, naming host and address."""
        found = super().getHostByName(name, timeout)
        return found if getproxies() else found.addCallback(public_address, name)


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
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return
        if not address.is_global:
            raise IgnoreRequest(f"{host}: not a public address")
