"""Trend of Azerbaijan: dateline ``BAKU, Azerbaijan, January 12.``, older ``Azerbaijan, Baku, Jan. 12 / Trend A.
Name /``.
"""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import CAPITALS, PLACES
from wirecrawl.news.wire.stages import USUAL

TREND = Table(
    agency="trend",
    names=r"Trend News Agency|АМИ Trend",
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("Trend.Az", "Trend News Agency", "Trend"),
    dateline_words=("Trend",),
    # K
    datelines=(
        rf"{PLACES}, (?P<day>{DAY})\.?\s/\s?Trend,?(?:\s(?P<names>[A-Z][^/]{{2,40}}?))?\s?(?P<dash>/)[.:]?(?=\s)",
    ),
    # K
    bare_datelines=(rf"{CAPITALS}, (?P<day>{DAY})(?P<dash>\.)(?=\s)",),
)
