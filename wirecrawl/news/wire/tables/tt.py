"""TT of Sweden: headlines have no marks; copies credit ``TT`` or ``TT-AFP`` (K)."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES, credited

TT = Table(
    agency="tt",
    names=r"TT(?:[-–/](?:AFP|Reuters|AP|NTB|Ritzau))?|TT Nyhetsbyrån",
    hosts=("tt.se",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("TT",),
    dateline_words=("TT",),
    # K
    datelines=(
        *credited("TT"),
        rf"{PLACES}\s/TT(?:[-–]\w{{2,8}})?(?P<dash>/)(?=\s)",
    ),
    # K
    end_marks=(r"/TT(?:[-–]\w{2,8})?/?",),
)
