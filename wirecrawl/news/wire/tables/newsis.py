"""Newsis of Korea: dateline ``[서울=뉴시스]이영희 기자 =``, end ``◎공감언론 뉴시스``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import korean

NEWSIS = Table(
    agency="newsis",
    names=r"뉴시스|(?i:newsis)",
    hosts=("newsis.com",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("뉴시스", "Newsis"),
    dateline_words=("뉴시스",),
    # K
    datelines=korean("뉴시스"),
    # K
    end_marks=(r"◎공감언론 뉴시스(?:\s?[\w.+-]{2,30}@newsis\.com)?",),
)
