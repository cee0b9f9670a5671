"""MIA of North Macedonia: dateline ``Скопје, 12 јануари 2024 (МИА) –``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

MIA = Table(
    agency="mia",
    names=r"МИА",
    hosts=("mia.mk",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("МИА",),
    dateline_words=("МИА", "MIA"),
    # K
    datelines=credited("МИА|MIA"),
)
