"""The JTA spider: everything it knows is data in wirecrawl.news.agencies.jta."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class JtaSpider(WireSpider):
    """JTA, from www.jta.org."""

    name = "jta"
    agency = get("jta")
