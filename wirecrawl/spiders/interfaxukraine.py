"""The Interfax-Ukraine spider: everything it knows is data in wirecrawl.news.agencies.interfaxukraine."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class InterfaxukraineSpider(WireSpider):
    """Interfax-Ukraine, from en.interfax.com.ua; its other languages by replay."""

    name = "interfaxukraine"
    agency = get("interfaxukraine")
