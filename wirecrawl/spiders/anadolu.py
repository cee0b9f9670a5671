"""The Anadolu spider: everything it knows is data in wirecrawl.news.agencies.anadolu."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class AnadoluSpider(WireSpider):
    """Anadolu, from the RSS feeds of www.aa.com.tr in English and Turkish."""

    name = "anadolu"
    agency = get("anadolu")
