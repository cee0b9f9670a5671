"""JTA: dateline ``JERUSALEM (JTA) --``, on the web ``(JTA) —``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import USUAL

JTA = Table(
    agency="jta",
    names=r"JTA|(?i:jewish telegraphic agency)",
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("Jewish Telegraphic Agency", "JTA"),
    dateline_words=("JTA",),
    datelines=credited("JTA"),
)
