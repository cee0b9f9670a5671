"""BelTA of Belarus: dateline ``12 января, Минск /Корр. БЕЛТА/.``, in English ``MINSK, 12 January (BelTA) –``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, slashed
from wirecrawl.news.wire.stages import USUAL

BELTA = Table(
    agency="belta",
    names=r"(?i:belta|белта)",
    hosts=("belta.by",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("BelTA", "БЕЛТА"),
    dateline_words=("BelTA", "BELTA", "БЕЛТА"),
    # K
    datelines=(
        *credited("BelTA|BELTA"),
        rf"(?P<day>{DAY}), (?P<places>[А-ЯЁ][\w -]{{2,30}}?)\s/(?:Корр\.\s)?БЕЛТА(?P<dash>/\.?)(?=\s)",
        *slashed(r"(?:Корр\.\s)?БЕЛТА"),
    ),
)
