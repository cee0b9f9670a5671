"""The Mehr spider: everything it knows is data in wirecrawl.news.agencies.mehr."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class MehrSpider(WireSpider):
    """Mehr, from en.mehrnews.com; its Persian site by replay."""

    name = "mehr"
    agency = get("mehr")
