"""Other extractors of news text, each run in an environment where it is installed.

    PYTHON bench/rivals.py NAME < PAGES

PAGES has one page a line: {"html", "url", "day", "language"}, "" for what is not known. The answer has one line a page:
{"paragraphs", "headline", "published", "writers", "seconds", "error"}, null for what the rival does not look for, and
the line null for a page it has no parser for. Exit code 3, with the reason, when the rival cannot be imported.

The rivals ask for versions of lxml and other packages that exclude each other's and the project's, so this file is run
by its path and imports nothing of the project. Their options are the best of those measured on 60 reviewed pages; each
function says which. Nothing here reaches the network.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypedDict
from urllib.parse import urlsplit

NOT_INSTALLED = 3
_PARAGRAPHS = ("p", "h2", "h3", "h4", "li", "blockquote")


class Page(TypedDict):
    """What a rival is told of a page: its text, address, day (YYYY-MM-DD) and language, "" for what is not known."""

    html: str
    url: str
    day: str
    language: str


Found = dict[str, Any]
Rival = Callable[[Page], Found | None]


def newspaper4k() -> Rival:
    """parse() of input_html without pictures, in the page's language: left to its guess it finds no Chinese text."""
    import newspaper

    def extract(page: Page) -> Found:
        known = {"language": page["language"][:2]} if page["language"] else {}
        article = newspaper.Article(page["url"] or "http://localhost/", fetch_images=False, **known)
        article.download(input_html=page["html"])
        article.parse()
        return _found(article.text.split("\n"), article.title or "", str(article.publish_date or ""), article.authors)

    return extract


def readability() -> Rival:
    """summary(html_partial=True) by its paragraphs, subheads, items and quotes, and short_title(), without the site."""
    from lxml.html import fromstring
    from readability import Document

    def extract(page: Page) -> Found:
        document = Document(page["html"], url=page["url"] or None)
        headline = document.short_title()  # before summary(), which changes the document
        blocks = fromstring(document.summary(html_partial=True)).iter(*_PARAGRAPHS)
        return _found((block.text_content() for block in blocks), headline)

    return extract


def resiliparse() -> Rival:
    """main_content without bullets, alt texts, comments and post meta; a paragraph ends at a blank line."""
    from resiliparse.extract.html2text import extract_plain_text

    off = dict.fromkeys(("list_bullets", "alt_texts", "comments", "post_meta"), False)
    return lambda page: _found(extract_plain_text(page["html"], main_content=True, **off).split("\n\n"))


def fundus() -> Rival:
    """The publisher's parser of the page's day, else the latest; its summary (a standfirst) left out."""
    from fundus import PublisherCollection

    publishers = {_host(home): one for one in PublisherCollection for home in (one.domain, *one.deprecated_domains)}

    def extract(page: Page) -> Found | None:
        publisher = publishers.get(_host(page["url"]))
        if publisher is None:
            return None
        for day in (date.fromisoformat(page["day"]) if page["day"] else None, None):
            story = publisher.parser(day).parse(page["html"], "suppress")
            if story["body"]:
                break  # a page published before a change of the site may have been saved after it
        sections = story["body"].sections if story["body"] else ()
        lines = (line for section in sections for line in (*section.headline, *section.paragraphs))
        return _found(lines, story["title"] or "", str(story["publishing_date"] or ""), story.get("authors") or [])

    return extract


RIVALS: dict[str, Callable[[], Rival]] = {
    "newspaper4k": newspaper4k,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
    "fundus": fundus,
}


def _found(
    lines: Iterable[str],
    headline: str | None = None,
    published: str | None = None,
    writers: list[str] | None = None,
) -> Found:
    paragraphs = [text for line in lines if (text := " ".join(line.split()))]
    return {"paragraphs": paragraphs, "headline": headline, "published": published, "writers": writers}


def _host(url: str) -> str:
    return re.sub(r"^www\.", "", urlsplit(url).hostname or "")


def _timed(extract: Rival, page: Page) -> Found | None:
    """The answer for one page; whatever a rival raises is an error of that page."""
    start = time.perf_counter()
    try:
        found = extract(page)
    except Exception as error:
        found = _found((), "", "", []) | {"error": f"{type(error).__name__}: {error}"}
    return found and {"error": None, "seconds": time.perf_counter() - start} | found


def main(name: str) -> int:
    """Answer for every page of standard input."""
    try:
        extract = RIVALS[name]()
    except ImportError as error:
        print(error, file=sys.stderr)
        return NOT_INSTALLED
    answers, sys.stdout = sys.stdout, sys.stderr  # what a rival prints is no answer
    for line in sys.stdin:
        print(json.dumps(_timed(extract, json.loads(line))), file=answers, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
