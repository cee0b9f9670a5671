"""The Kyodo spider: everything it knows is data in wirecrawl.news.agencies.kyodo."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders import WireSpider


class KyodoSpider(WireSpider):
    """Kyodo, from english.kyodonews.net."""

    name = "kyodo"
    agency = get("kyodo")
