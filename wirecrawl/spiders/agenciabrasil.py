"""The Agência Brasil spider: everything it knows is data in wirecrawl.news.agencies.agenciabrasil."""

from wirecrawl.news.agencies import get
from wirecrawl.spiders.wire_spider import WireSpider


class AgenciabrasilSpider(WireSpider):
    """Agência Brasil, from its feed in Portuguese."""

    name = "agenciabrasil"
    agency = get("agenciabrasil")
