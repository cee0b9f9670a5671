"""Deutsche Welle: the last line has the desk's initials and its sources: ``ab/cd (AFP, dpa, Reuters)``."""

from wirecrawl.news.wire.grammar import Table

DW = Table(
    agency="dw",
    names=r"DW|Deutsche Welle|(?i:dw\.com)",
    stages={},
    labels={},
    joiners=(":",),
    sites=("DW", "Deutsche Welle", "DW.COM"),
    initials=r"[a-z]{2,4}(?:/[a-z]{2,4}){1,4}(?: \([\w ,.-]{2,60}\))?",
)
