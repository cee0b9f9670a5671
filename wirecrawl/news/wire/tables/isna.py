"""ISNA of Iran: dateline ``Tehran (ISNA) -``, in Persian an opening that names the agency."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, persian

_PROVINCES = (
    "آذربایجان (?:شرقی|غربی)|خراسان (?:رضوی|شمالی|جنوبی)|چهارمحال و بختیاری|سیستان و بلوچستان|"
    "کهگیلویه و بویراحمد|اردبیل|اصفهان|البرز|ایلام|بوشهر|تهران|خوزستان|زنجان|سمنان|فارس|قزوین|قم|کردستان|"
    "کرمانشاه|کرمان|گلستان|گیلان|لرستان|مازندران|مرکزی|هرمزگان|همدان|یزد"
)

ISNA = Table(
    agency="isna",
    names=r"ISNA|(?i:iranian students[’\']? news agency)|ایسنا",
    stages={},
    labels={},
    joiners=(":",),
    sites=("ISNA", "ایسنا"),
    dateline_words=("ISNA", "ایسنا", "دانشجویان"),
    # K
    datelines=(
        *credited("ISNA"),
        *persian("ایسنا|دانشجویان ایران"),
        rf"ایسنا/(?P<places>{_PROVINCES})(?P<dash>)(?=\s)",
        r"(?P<places>)ایسنا/(?P<dash>)(?=\S)",
    ),
)
