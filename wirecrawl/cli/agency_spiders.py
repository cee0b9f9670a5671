"""The agency of a spider: a project may also hold spiders of other kinds, as `scrapy genspider` makes them."""

from scrapy.spiderloader import SpiderLoaderProtocol

from wirecrawl.errors import BadArgument
from wirecrawl.news.agencies import Agency
from wirecrawl.spiders.lists import ListSpider


def agency_of(loader: SpiderLoaderProtocol, name: str) -> Agency:
    """The agency of the spider with this name, which is there. Raises BadArgument for a spider without one."""
    spider = loader.load(name)
    if not issubclass(spider, ListSpider):
        raise BadArgument(f"{name} is no agency's spider, so it has no feed, archive or ledger")
    return spider.agency
