"""The Xinhua spider: everything it knows is data in wirecrawl.agencies.xinhua."""

from wirecrawl.agencies import get
from wirecrawl.spiders import WireSpider


class XinhuaSpider(WireSpider):
    """Xinhua, from www.china.org.cn and english.news.cn; its older sites by replay."""

    name = "xinhua"
    agency = get("xinhua")
