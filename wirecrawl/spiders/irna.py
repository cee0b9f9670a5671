"""The IRNA spider: everything it knows is data in wirecrawl.news.agencies.irna."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class IrnaSpider(WireSpider):
    """IRNA, from en.irna.ir; its Persian site by replay."""

    name = "irna"
    agency = get("irna")
