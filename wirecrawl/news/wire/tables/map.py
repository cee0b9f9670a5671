"""MAP of Morocco: dateline ``Rabat -`` on its own pages, end ``(MAP)``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, credited

MAP = Table(
    agency="map",
    names=r"(?i:maghreb arabe presse)(?: \(MAP\))?|MAP (?:Express|News)",
    hosts=("mapnews.ma", "mapexpress.ma"),
    stages={},
    labels={},
    joiners=(":",),
    sites=("MAP News", "MAP Express", "MAP"),
    dateline_words=("MAP",),
    # K
    datelines=credited("MAP"),
    # K
    bare_datelines=(rf"(?P<places>[A-Z][\w’' ]{{2,20}}?)\s{DASH}(?=\s)",),
    # K
    end_marks=(r"\(MAP\)",),
)
