"""The ANSA spider: everything it knows is data in wirecrawl.agencies.ansa."""

from wirecrawl.agencies import get
from wirecrawl.spiders import WireSpider


class AnsaSpider(WireSpider):
    """ANSA, from the RSS feeds of www.ansa.it in English and Italian."""

    name = "ansa"
    agency = get("ansa")
