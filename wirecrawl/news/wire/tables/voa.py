"""VOA's marks: headlines have none; the dateline of its pages, a city and a dash, is mostly a separate line."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import CAPITALS, DASH, PLACES, credited
from wirecrawl.news.wire.stages import CORRECTION, LATER, URGENT
from wirecrawl.news.wire.words import OUTLETS

VOA = Table(
    agency="voa",
    hosts=("voachinese.com", "voanews.com"),
    order=190,
    names=r"VOA(?: News)?|Voice of America(?: English)?|美国之音",
    # K
    stages={"BREAKING": URGENT, "BREAKING NEWS": URGENT, "UPDATE": LATER}
    | {"CORRECTION": CORRECTION, "CORRECTED": CORRECTION},
    # K
    labels={"VOA Interview": "Interview", "VOA Exclusive": "Exclusive"}
    | {"VOA Explains": "Analysis", "EXPLAINER": "Analysis"},
    joiners=(":",),
    sites=("VOA", "VOA News", "Voice of America", "Voice of America English", "voanews.com"),
    dateline_words=("VOA",),
    datelines=credited("VOA"),
    bare_datelines=(rf"{PLACES}\s{DASH}$", rf"{CAPITALS}\s{DASH}(?=\s)"),
    outlets=(*OUTLETS, r"VOA(?: News| \w{2,20} Service)?|Voice of America|Agence France-Presse"),
)
