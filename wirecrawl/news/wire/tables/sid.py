"""SID, the sports wire of AFP in German: dateline ``Köln (SID) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import URGENT

SID = Table(
    agency="sid",
    names=r"SID|sid|(?i:sport[- ]informations[- ]dienst)",
    hosts=("sid.de",),
    # K
    stages={"EILMELDUNG": URGENT},
    labels={},
    joiners=(":",),
    sites=("SID",),
    dateline_words=("SID", "sid"),
    datelines=credited("SID|sid"),
    by="von",
)
