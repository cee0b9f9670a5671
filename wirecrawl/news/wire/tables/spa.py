"""SPA of Saudi Arabia: dateline ``Riyadh, January 12, 2024, SPA --``, in Arabic with both calendars and ``واس``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import arabic, credited, slashed, unbracketed

SPA = Table(
    agency="spa",
    names=r"(?i:saudi press agency)(?: \(SPA\))?|واس|وكالة الأنباء السعودية",
    hosts=("spa.gov.sa",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("SPA",),
    dateline_words=("SPA", "واس"),
    # K
    datelines=(
        *unbracketed("SPA"),
        *slashed("SPA"),
        *credited("SPA|واس"),
        *arabic("واس"),
        rf"(?P<places>[^\W\d_]{{3,20}}(?:\s[^\W\d_]{{3,20}})?)\s\d{{1,2}}\s[^\d]{{3,20}}\s\d{{4}}\s?هـ?\sالموافق\s(?P<day>{DAY})\s?م?\s?(?P<dash>واس)(?=\s|$)",
    ),
    # K
    end_marks=(r"--\s?SPA",),
)
