"""Small pages in the markup of china.org.cn, for the tests of cleaning."""

from wirecrawl.items import Story
from wirecrawl.news.cleaning.clean import clean

URL = "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm"
HEADLINE = "Rain falls on Reykjavik"
RAIN = "It rained in Reykjavik for nine days, the weather office said on Thursday."
FERRY = "The ferry to the islands stayed in the harbor, and shops closed early."
SUN = "The sun is expected to return on Sunday."


def page(body: str, *, headline: str = HEADLINE, dated: str = "Xinhua, February 16, 2017", head: str = "") -> bytes:
    """A page of china.org.cn with `body` inside its story element."""
    return (
        f'<html><head><meta charset="utf-8"><title>{headline} - China.org.cn</title>{head}</head><body>'
        '<div class="wrapper"><div class="path">You are here: <a href="/">Home</a></div>'
        f'<h1 id="title">{headline}</h1><dl id="guild"><dd>{dated} <span>Adjust font size:</span></dd></dl>'
        f'<div id="container_txt">{body}</div></div></body></html>'
    ).encode()


def story(body: str, *, headline: str = HEADLINE) -> Story:
    """The story of such a page."""
    return clean(page(body, headline=headline), URL)


def paragraphs(body: str, *, headline: str = HEADLINE) -> list[str]:
    """Paragraphs of its text."""
    text = story(body, headline=headline).text
    return text.split("\n\n") if text else []
