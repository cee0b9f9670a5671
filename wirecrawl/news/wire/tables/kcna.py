"""KCNA of North Korea: dateline ``Pyongyang, July 18 (KCNA) --``, end ``-0-``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

KCNA = Table(
    agency="kcna",
    names=r"KCNA|(?i:korean central news agency)|조선중앙통신",
    hosts=("kcna.kp",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("KCNA",),
    dateline_words=("KCNA",),
    datelines=credited("KCNA"),
    end_marks=(r"-0-",),
)
