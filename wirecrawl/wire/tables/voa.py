"""VOA's marks: headlines are clean; the dateline of its pages is a city and a dash without an agency (K)."""

from wirecrawl.wire.grammar import Table
from wirecrawl.wire.shapes import CAPITALS, DASH, credited
from wirecrawl.wire.stages import CORRECTION, LATER, URGENT

VOA = Table(
    agency="voa",
    # K
    stages={"BREAKING": URGENT, "BREAKING NEWS": URGENT, "UPDATE": LATER}
    | {"CORRECTION": CORRECTION, "CORRECTED": CORRECTION},
    # K
    labels={"VOA Interview": "Interview", "VOA Exclusive": "Exclusive"}
    | {"VOA Explains": "Analysis", "EXPLAINER": "Analysis"},
    joiners=(":",),
    sites=("VOA", "VOA News", "Voice of America", "Voice of America English", "voanews.com"),
    datelines=credited("VOA"),
    # K
    bare_datelines=(rf"{CAPITALS}\s{DASH}(?=\s)",),
)
