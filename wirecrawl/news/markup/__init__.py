"""What cleaning and discovery share: bytes to a tree, selectors, printed times, the ticker."""

from wirecrawl.news.markup.decode import decode, parse
from wirecrawl.news.markup.select import PageText, elements, metas, texts
from wirecrawl.news.markup.ticker import ticker_blocks, ticker_lines
from wirecrawl.news.markup.times import Printed, parse_time, split_updated

__all__ = [
    "PageText",
    "Printed",
    "decode",
    "elements",
    "metas",
    "parse",
    "parse_time",
    "split_updated",
    "texts",
    "ticker_blocks",
    "ticker_lines",
]
