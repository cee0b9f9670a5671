"""The ANSA spider: everything it knows is data in wirecrawl.news.agencies.ansa."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class AnsaSpider(WireSpider):
    """ANSA, from the RSS feeds of www.ansa.it in English and Italian."""

    name = "ansa"
    agency = get("ansa")
