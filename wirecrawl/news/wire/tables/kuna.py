"""KUNA of Kuwait: dateline ``KUWAIT, Jan 12 (KUNA) --``, end ``(end)`` and initials."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import arabic, credited
from wirecrawl.news.wire.stages import USUAL

KUNA = Table(
    agency="kuna",
    names=r"KUNA|(?i:kuwait news agency)(?: \(KUNA\))?|كونا",
    hosts=("kuna.net.kw",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("KUNA",),
    dateline_words=("KUNA", "كونا"),
    # K
    datelines=(
        *credited("KUNA|كونا"),
        *arabic("كونا"),
        r"(?P<places>[^\W\d_]{3,20}(?:\s[^\W\d_]{3,20}){0,2}?)\s?-\s?\d{1,2}\s?-\s?\d{1,2}\s?\(كونا\)\s?(?P<dash>-{1,3})",
    ),
    # K
    end_marks=(r"\(end\)(?: [a-z.]{2,8}){0,2}", r"\(النهاية\)(?: [^\W\d_]( ?/ ?[^\W\d_]){0,4})?"),
)
