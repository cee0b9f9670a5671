"""The Interfax spider: everything it knows is data in wirecrawl.news.agencies.interfax."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class InterfaxSpider(WireSpider):
    """Interfax, from www.interfax.ru in Russian; its other sites by replay."""

    name = "interfax"
    agency = get("interfax")
