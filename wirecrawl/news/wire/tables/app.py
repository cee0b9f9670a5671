"""APP of Pakistan: dateline ``ISLAMABAD, Jan 12 (APP):``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import USUAL

APP = Table(
    agency="app",
    names=r"(?i:associated press of pakistan)(?: \(APP\))?",
    hosts=("app.com.pk",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("Associated Press of Pakistan", "APP"),
    dateline_words=("APP",),
    # K
    datelines=credited("APP"),
)
