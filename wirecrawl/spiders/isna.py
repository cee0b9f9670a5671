"""The ISNA spider: everything it knows is data in wirecrawl.news.agencies.isna."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class IsnaSpider(WireSpider):
    """ISNA, from en.isna.ir; its Persian site by replay."""

    name = "isna"
    agency = get("isna")
