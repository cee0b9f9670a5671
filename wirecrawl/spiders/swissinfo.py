"""The swissinfo spider: everything it knows is data in wirecrawl.news.agencies.swissinfo."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class SwissinfoSpider(WireSpider):
    """SWI swissinfo.ch, from its news sitemap in English; its other languages by replay."""

    name = "swissinfo"
    agency = get("swissinfo")
