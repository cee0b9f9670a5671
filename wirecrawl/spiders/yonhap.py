"""The Yonhap spider: everything it knows is data in wirecrawl.news.agencies.yonhap."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class YonhapSpider(WireSpider):
    """Yonhap, from en.yna.co.kr."""

    name = "yonhap"
    agency = get("yonhap")
