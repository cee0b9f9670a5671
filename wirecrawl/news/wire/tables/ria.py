"""RIA Novosti: headlines have no marks; dateline ``МОСКВА, 5 янв - РИА Новости, Иван Петров.``"""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES
from wirecrawl.news.wire.stages import FLASH, URGENT
from wirecrawl.news.wire.words import PHOTO_TAILS

RIA = Table(
    agency="ria",
    names=r"(?i:риа[ -]новости|ria novosti)",
    # K
    stages={"СРОЧНО": URGENT, "МОЛНИЯ": FLASH},
    labels={},
    joiners=(":",),
    sites=("РИА Новости",),
    dateline_words=("РИА Новости",),
    datelines=(
        rf"(?:{PLACES}, )?(?P<day>{DAY})\.?\s(?P<dash>[-–—])\sРИА Новости"
        r"(?:(?:, (?P<names>[А-ЯЁ][^.\d]{3,60}))?\.|)(?=\s|$)",
    ),
    tails=(r"\s[-–—]\sРИА Новости, \d\d\.\d\d\.\d{4}",),
    photo_tails=(*PHOTO_TAILS, r"©\s?РИА Новости\s?[./]\s?[^/.]{2,60}"),
)
