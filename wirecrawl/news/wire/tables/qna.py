"""QNA of Qatar: dateline ``Doha, January 12 (QNA) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import arabic, credited
from wirecrawl.news.wire.stages import USUAL

QNA = Table(
    agency="qna",
    names=r"QNA|(?i:qatar news agency)(?: \(QNA\))?|قنا",
    hosts=("qna.org.qa",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("QNA", "Qatar News Agency"),
    dateline_words=("QNA", "قنا"),
    # K
    datelines=(*credited("QNA|قنا"), *arabic("قنا")),
    # K
    end_marks=(r"\(QNA\)", r"/قنا/"),
)
