"""The 24.kg spider: everything it knows is data in wirecrawl.news.agencies.kg24."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class Kg24Spider(WireSpider):
    """24.kg, from its feed in Russian; its other languages by replay."""

    name = "kg24"
    agency = get("kg24")
