"""Kazinform's marks: dateline ``КОКШЕТАУ. КАЗИНФОРМ –``; marks of headlines and ends are not known."""

from dataclasses import replace

from wirecrawl.news.wire.grammar import PLAIN
from wirecrawl.news.wire.shapes import DASH, PLACES

KAZINFORM = replace(
    PLAIN,
    agency="kazinform",
    names=r"(?i:kazinform|казинформ|қазақпарат)",
    # seen on the agency's own pages only
    dateline_words=("КАЗИНФОРМ", "Казинформ", "ҚАЗАҚПАРАТ", "ҚазАқпарат", "KAZINFORM", "Kazinform"),
    datelines=(rf"{PLACES}\.\s(?:(?i:казинформ|қазақпарат|kazinform))\s?{DASH}",),
)
