"""Tasnim of Iran: dateline ``TEHRAN (Tasnim) –``, in Persian an opening with the place after از."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, persian

TASNIM = Table(
    agency="tasnim",
    names=r"(?i:tasnim(?: news agency)?)|تسنیم",
    hosts=("tasnimnews.com", "tasnimnews.ir"),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Tasnim News Agency", "تسنیم"),
    dateline_words=("Tasnim", "تسنیم"),
    datelines=(
        *persian("تسنیم"),
        # K
        *credited("Tasnim"),
    ),
    # K
    end_marks=(r"انتهای پیام/?\S{0,10}",),
)
