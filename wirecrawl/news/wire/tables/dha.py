"""DHA of Turkey: dateline ``Ali VELİ / MUĞLA, (DHA)-``: the reporters stand before the place."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH
from wirecrawl.news.wire.stages import URGENT

DHA = Table(
    agency="dha",
    names=r"DHA|(?i:demirören haber ajansı)",
    hosts=("dha.com.tr",),
    # K
    stages={"SON DAKİKA": URGENT},
    labels={},
    joiners=(":",),
    sites=("DHA", "Demirören Haber Ajansı"),
    dateline_words=("DHA",),
    datelines=(
        r"(?:(?P<names>[^\W\d_][^/()\d]{3,60}?)\s?/\s?)?"
        rf"(?P<places>[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ ’'-]{{2,40}}?),?\s?\(DHA\)\s?{DASH}",
    ),
)
