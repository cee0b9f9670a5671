"""1news.az of Azerbaijan: the first paragraph is the dateline ``[БАКУ, 28 ноя – 1NEWS.AZ]``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES

NEWS1AZ = Table(
    agency="news1az",
    names=r"(?i:1news\.az)",
    hosts=("1news.az",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("1NEWS.AZ", "1news.az"),
    dateline_words=("1NEWS.AZ",),
    datelines=(rf"\[{PLACES}, (?P<day>{DAY})\s[-–—]\s1NEWS\.AZ(?P<dash>\])",),
)
