"""Télam of Argentina (to 2024): headlines have no marks; copies credit ``Télam``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

TELAM = Table(
    agency="telam",
    names=r"(?i:t[ée]lam)",
    hosts=("telam.com.ar",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Télam", "Telam"),
    dateline_words=("Télam", "Telam", "TELAM"),
    # K
    datelines=credited("Télam|Telam|TELAM"),
    by="por",
)
