"""The Focus Taiwan spider: everything it knows is data in wirecrawl.news.agencies.cna."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class FocusTaiwanSpider(WireSpider):
    """CNA in English, from focustaiwan.tw; its Chinese site by replay."""

    name = "focustaiwan"
    agency = get("cna")
