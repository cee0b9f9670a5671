"""The Kyodo spider: everything it knows is data in wirecrawl.agencies.kyodo."""

from wirecrawl.agencies import get
from wirecrawl.spiders import WireSpider


class KyodoSpider(WireSpider):
    """Kyodo, from english.kyodonews.net."""

    name = "kyodo"
    agency = get("kyodo")
