"""The AP spider: everything it knows is data in wirecrawl.news.agencies.ap."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class ApSpider(WireSpider):
    """AP, from the news sitemap of apnews.com; hosted.ap.org by replay."""

    name = "ap"
    agency = get("ap")
