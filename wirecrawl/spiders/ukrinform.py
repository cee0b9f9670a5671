"""The Ukrinform spider: everything it knows is data in wirecrawl.news.agencies.ukrinform."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class UkrinformSpider(WireSpider):
    """Ukrinform, from www.ukrinform.net; its other languages by replay."""

    name = "ukrinform"
    agency = get("ukrinform")
