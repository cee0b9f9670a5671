"""WAM of the Emirates: headlines ``UPDATE: ...``; dateline ``ABU DHABI, 12th January, 2024 (WAM) --``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import arabic, credited
from wirecrawl.news.wire.stages import LATER

WAM = Table(
    agency="wam",
    names=r"WAM|(?i:emirates news agency)(?: \(WAM\))?|وام",
    hosts=("wam.ae",),
    stages={"UPDATE": LATER},
    labels={},
    joiners=(":",),
    sites=("WAM", "Emirates News Agency"),
    dateline_words=("WAM", "وام"),
    # K
    datelines=(
        *credited("WAM|وام"),
        *arabic("وام"),
        rf"(?P<places>[^\W\d_]{{2,20}}(?:\s[^\W\d_]{{2,15}}){{0,2}}?)[\s،]{{1,2}}(?:في\s)?(?P<day>{DAY})(?:\s\d{{4}})?"
        r"\s?/\s?وام\s?/(?P<dash>\s?[.–—-]{0,2})(?=\s|$)",
    ),
    # K
    end_marks=(r"WAM/[A-Z][\w ./-]{1,60}",),
)
