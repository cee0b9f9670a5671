"""The Bernama spider: everything it knows is data in wirecrawl.news.agencies.bernama."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class BernamaSpider(WireSpider):
    """Bernama, from www.bernama.com."""

    name = "bernama"
    agency = get("bernama")
