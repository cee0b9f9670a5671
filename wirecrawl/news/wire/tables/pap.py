"""PAP of Poland: headlines have no marks; the end ``(PAP)`` may follow the last sentence without a space."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import LATER, URGENT
from wirecrawl.news.wire.words import PHOTO_TAILS

PAP = Table(
    agency="pap",
    names=r"PAP|(?i:polska agencja prasowa)",
    hosts=("pap.pl",),
    # K
    stages={"PILNE": URGENT, "AKTUALIZACJA": LATER},
    labels={},
    joiners=(":",),
    sites=("PAP", "PAP.pl"),
    dateline_words=("PAP",),
    # K
    datelines=credited("PAP"),
    # K
    initials=r"[a-z]{2,4}/(?: ?[a-z]{2,4}/){1,4}",
    # K
    photo_tails=(*PHOTO_TAILS, r"[Ff]ot\. ?PAP/[^/.]{2,60}"),
    end_marks=(r"\(PAP\)",),
)
