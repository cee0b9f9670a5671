"""The Reuters spider, for replay alone: everything it knows is data in wirecrawl.news.agencies.reuters."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class ReutersSpider(WireSpider):
    """Reuters, from saved pages of reuters.com and its editions; the site refuses crawlers."""

    name = "reuters"
    agency = get("reuters")
