"""The Trend spider: everything it knows is data in wirecrawl.news.agencies.trend."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class TrendSpider(WireSpider):
    """Trend, from en.trend.az; its other languages by replay."""

    name = "trend"
    agency = get("trend")
