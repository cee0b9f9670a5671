"""The AFP spider, for replay alone: everything it knows is data in wirecrawl.news.agencies.afp."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class AfpSpider(WireSpider):
    """AFP's fact checks and AFPBB, from saved pages; the sites refuse crawlers."""

    name = "afp"
    agency = get("afp")
