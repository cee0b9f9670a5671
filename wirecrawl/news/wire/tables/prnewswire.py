"""PR Newswire, press releases: dateline ``DEARBORN, Mich., Jan. 12, 2012 /PRNewswire/ --``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES

PRNEWSWIRE = Table(
    agency="prnewswire",
    names=r"(?i:pr ?newswire)",
    hosts=("prnewswire.com", "prnewswire.co.uk"),
    stages={},
    labels={},
    joiners=(":",),
    sites=("PR Newswire", "PRNewswire"),
    dateline_words=("PRNewswire", "PR Newswire", "CNW"),
    datelines=(
        rf"{PLACES},\s(?P<day>{DAY})\s/\s?(?:PRNewswire|PR Newswire|CNW)(?:[-/ ][\w. -]{{2,40}}){{0,2}}\s?/\s?{DASH}",
    ),
)
