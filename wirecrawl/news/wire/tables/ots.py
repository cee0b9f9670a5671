"""OTS, press releases of news aktuell (Germany) and APA (Austria): dateline ``Rheine (ots) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

OTS = Table(
    agency="ots",
    names=r"OTS|ots|(?i:news aktuell|presseportal(?:\.de)?)",
    hosts=("presseportal.de", "ots.at"),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Presseportal", "presseportal.de"),
    dateline_words=("(ots", "OTS"),
    datelines=credited("ots|OTS"),
)
