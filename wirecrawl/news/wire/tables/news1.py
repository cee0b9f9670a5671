"""News1 of Korea: dateline ``(서울=뉴스1) 이영희 기자 =``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import korean

NEWS1 = Table(
    agency="news1",
    names=r"뉴스1|(?i:news1 korea)",
    hosts=("news1.kr",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("뉴스1",),
    dateline_words=("뉴스1",),
    # K
    datelines=korean("뉴스1"),
    # K
    signatures=(r"[\w.+-]{2,40}@news1\.kr",),
)
