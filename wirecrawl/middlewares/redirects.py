"""Redirects that a crawl follows: those to pages of the agency."""

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from wirecrawl.web.urls import host_of, under


class AgencyRedirects(RedirectMiddleware):
    """Follows redirects within the domains of the spider, if it has any; any other one is refused, with its target.

    Left to Scrapy, a redirect off the site or to a page asked for already is dropped without a word.
    """

    def process_response(  # type: ignore[override]  # the spider argument is deprecated
        self, request: Request, response: Response
    ) -> Request | Response:
        """The response, or the request it redirects to. Raises IgnoreRequest, naming the target."""
        result: Request | Response = super().process_response(request, response)
        if isinstance(result, Request):
            domains = getattr(self.crawler.spider, "allowed_domains", None)
            if domains and not any(under(host_of(result.url), domain) for domain in domains):
                raise IgnoreRequest(f"redirected to {result.url}, off the agency's sites")
            result.dont_filter = True
        return result
