"""A page that no layout fits: trafilatura on the whole page, its result read by the walk that reads bodies.

Options by measurement: on 60 reviewed agency pages the bag of words of trafilatura's text agreed by F1 .953, with
`fast` only by .915 (three stories were lost nearly whole), and no page that reaches this is in a hurry. No comments;
`deduplicate` stays off, since it keeps state that makes a result depend on the pages before it.
"""

import re

import trafilatura
from lxml import html

from wirecrawl import agencies
from wirecrawl.cleaning.body import Block, read_blocks
from wirecrawl.cleaning.layouts import Found
from wirecrawl.cleaning.mend import mend
from wirecrawl.cleaning.stated import read_stated
from wirecrawl.markup.ticker import ticker_blocks

# A page whose best text has no whole sentence is a menu, a breadcrumb, a teaser.
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*(?:\s|$)|[。！？]")


def read_page(tree: html.HtmlElement, cleaner: str, host: str = "") -> Found:
    """Headline, date, author and blocks of a whole page; empty parts when trafilatura finds no text.

    Tickers are cut first: they are prose to a generic extractor. The tree is changed by that.
    """
    for name in agencies.NAMES:
        for block in ticker_blocks(tree, agencies.get(name).tickers):
            block.drop_tree()
    stated = read_stated(tree, host)
    document = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True)
    found = Found(cleaner)
    if document is None or isinstance(document, dict):
        return found
    found.headline = stated.headline or document.title
    found.published = [*stated.times, document.date or ""]
    found.bylines = [document.author] if document.author else []
    extracted = read_blocks(document.body) if document.body is not None else []
    parts = mend(read_blocks(tree), extracted, found.headline, stated.description)
    found.parts = parts if any(isinstance(part, Block) and _SENTENCE.search(part.text) for part in parts) else []
    return found
