"""Kazinform's marks: ``НУР-СУЛТАН. КАЗИНФОРМ -``; of its headlines and end marks none is known."""

from dataclasses import replace

from wirecrawl.news.wire.grammar import PLAIN
from wirecrawl.news.wire.shapes import DASH, PLACES

KAZINFORM = replace(
    PLAIN,
    agency="kazinform",
    # seen on the agency's own pages only, so it is looked for only there
    bare_datelines=(rf"{PLACES}\.\s(?:КАЗИНФОРМ|ҚАЗАҚПАРАТ|KAZINFORM)\s?{DASH}",),
)
