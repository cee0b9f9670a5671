"""Ritzau of Denmark: headlines have no marks; copies end ``/ritzau/``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

RITZAU = Table(
    agency="ritzau",
    names=r"(?i:ritzaus?(?:[/ ](?:finans|fokus|afp|reuters|tt|ntb|dpa|bureau))?)",
    hosts=("ritzau.dk", "ritzau.com"),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Ritzau",),
    dateline_words=("itzau",),
    # K
    datelines=credited("Ritzau|ritzau"),
    by="by|af",
    end_marks=(r"/ritzau/(?:\w{2,10}/?){0,2}",),
)
