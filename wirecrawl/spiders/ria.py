"""The RIA Novosti spider: everything it knows is data in wirecrawl.news.agencies.ria."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class RiaSpider(WireSpider):
    """RIA Novosti, from ria.ru."""

    name = "ria"
    agency = get("ria")
