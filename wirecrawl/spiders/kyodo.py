"""The Kyodo spider: everything it knows is data in wirecrawl.news.agencies.kyodo."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class KyodoSpider(WireSpider):
    """Kyodo, from english.kyodonews.net."""

    name = "kyodo"
    agency = get("kyodo")
