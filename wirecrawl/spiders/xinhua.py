"""The Xinhua spider: everything it knows is data in wirecrawl.news.agencies.xinhua."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class XinhuaSpider(WireSpider):
    """Xinhua, from www.china.org.cn and english.news.cn; its older sites by replay."""

    name = "xinhua"
    agency = get("xinhua")
