"""VNA of Vietnam: dateline ``Hanoi (VNA) -``, in Vietnamese ``(TTXVN)``; end ``./.``"""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

VNA = Table(
    agency="vna",
    names=r"VNA|TTXVN|VietnamPlus|Vietnam\+|(?i:vietnam news agency)",
    stages={},
    labels={},
    joiners=(":",),
    sites=("VietnamPlus", "Vietnam+ (VietnamPlus)"),
    dateline_words=("VNA", "TTXVN"),
    datelines=credited("VNA|TTXVN"),
    # K
    end_marks=(r"\./\.?", r"/\.", r"VNA"),
)
