"""The wire rules: from the page's paragraphs to the story's text and its wire parts.

Captions, editor lines, notes, byline, repeated headline, dateline and end mark go to their fields; what is
left, in order, is the text. In doubt about a paragraph of the body it stays.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from wirecrawl.items import Dateline, Image
from wirecrawl.news import wire
from wirecrawl.news.cleaning.blocks import Block, Part, Picture
from wirecrawl.news.cleaning.labels import is_label
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.pictures import is_small
from wirecrawl.news.wire import Table
from wirecrawl.news.wire.credit import take_name
from wirecrawl.web.urls import join

_RULE = re.compile(r"_{2,10}|-{3,10}")
# What contributors' lines, corrections and the agency's own notices say behind the last rule of a story.
_NOTE = re.compile(
    r"\b(?:contributed|reported from|report(?:ing|s|ed) (?:by|for)|contribuy(?:ó|eron)|correct(?:s|ed)|"
    r"follow(?: the)? |on (?:Twitter|X|Facebook) at|can be reached|receives (?:financial )?"
    r"support|Online:|https?://|apnews\.com|writers?\b.{2,60}\bin\b)|@\w",
    re.IGNORECASE,
)
_MOST_NOTES, _LONGEST_NOTE = 5, 700  # paragraphs; characters, the longest contributors' line seen has about 500
_HEAD = 4  # paragraphs that may begin with the writers of Chinese copy
_CREDIT = re.compile(
    r"(?P<credit>(?:©|(?-i:\b[A-Z]{2,8} )?\b(?:foto|photo|bild|image|picture|credit|crédito|crédit)s?\s?[:：/])"
    r"[^()（）\[\]]{2,80}?)\.?$",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 120  # characters
_SUMMARY, _DATED = 80, 12  # characters of a line of a summary; paragraphs in which a dateline behind it is looked for
_IS_FULL = re.compile(r"[\d(（/]")  # a dateline that is more than a place
_LONGEST_HEADLINE = 400  # characters; the longest of 536 real ones has 109
_NOT_CONTENT = re.compile(r"zxcode_|qrcode|/icons?/|logo|space\.gif|blank\.gif|1\.gif|\bshare", re.IGNORECASE)
_READABLE = re.compile(r"[^\x00-\x7f]+| +")  # of an address: what is escaped in it and easier to read as printed


@dataclass(slots=True)
class WireParts:
    """The wire parts of one story."""

    paragraphs: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    dateline: Dateline | None = None
    bylines: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    end_mark: str | None = None


def read_copy(
    parts: list[Part],
    headlines: set[str],
    table: Table,
    published: date | None,
    base: str | None,
    *,
    own_page: bool,
) -> WireParts:
    """Sort the parts of a body into text and wire parts; `headlines` are the forms of the headline to look for.

    Pictures take the caption that follows them; their addresses are made absolute with `base`. `own_page`: the
    page is the agency's own, where some leave their name out of the dateline.
    """
    copy = WireParts()
    for part in parts:
        if isinstance(part, Picture):
            _add_picture(copy, part, base)
        elif wire.is_trailer(part.text, table):
            break
        elif not is_label(part.text):
            _add_block(copy, part, table)
    _read_head(copy, {letters(h) for h in headlines}, table, published, own_page)
    if not copy.bylines:
        copy.bylines += next(filter(None, (wire.names_in_head(text, table) for text in copy.paragraphs[:_HEAD])), [])
    _read_rules(copy)
    _read_tail(copy, table, own_page)
    return copy


def _add_picture(copy: WireParts, picture: Picture, base: str | None) -> None:
    """Add a picture that is not there yet; of a preview and the picture itself the picture stays."""
    url = None if _NOT_CONTENT.search(picture.src) else _address(picture.src, base)
    if not url:
        return
    same = next((one for one in copy.images if one.url and _is_same(one.url, url)), None)
    if same is None:
        copy.images.append(Image(url=url, caption=None, credit=None))
    elif same.url and is_small(same.url):
        same.url = url


def _address(printed: str, base: str | None) -> str | None:
    """The address of a picture as a browser resolves it, in readable characters; None for one that it cannot.

    It is as printed where the address of the page is not known.
    """
    if base is None:
        return wire.clean_text(printed)
    try:
        resolved = join(base, printed)
    except ValueError:
        return None
    for raw in filter(str.isprintable, set(_READABLE.findall(printed.strip()))):
        resolved = resolved.replace(quote(raw), raw)
    return resolved


def _is_same(one: str, other: str) -> bool:
    """Whether two addresses are of one picture: equal, or equal but for the size that one of them names."""
    small = is_small(one) or is_small(other)
    return one == other or (small and one.partition("?")[0] == other.partition("?")[0])


def _add_block(copy: WireParts, block: Block, table: Table) -> None:
    text, mark = wire.take_end_mark(block.text, table)
    caption = wire.parse_caption(text, table) or (_credited(text) if block.caption else None)
    editors = None if caption else wire.parse_editor(block.text, table)
    if caption:
        _add_caption(copy, *caption)
        copy.end_mark = copy.end_mark or mark
    elif editors is not None:
        copy.editors += editors
    elif wire.is_note(block.text, table):
        copy.notes.append(block.text)
    else:
        copy.paragraphs.append(block.text)


def _credited(caption: str) -> tuple[str, str | None]:
    """A caption and the credit at its end, as sites print it that are no agency's."""
    found = _CREDIT.search(caption, max(0, len(caption) - _LONGEST_CREDIT))
    return (caption[: found.start()].rstrip(), found["credit"].strip()) if found else (caption, None)


def _add_caption(copy: WireParts, caption: str, credit: str | None) -> None:
    """A caption belongs to the nearest picture before it that has none; one without a picture is kept too.

    A credit alone is that of the picture before it.
    """
    last = copy.images[-1] if copy.images else None
    if credit and not caption and last and last.url and not last.credit:
        last.credit = credit
        return
    bare = next((image for image in reversed(copy.images) if image.caption is None and image.url), None)
    if bare is None:
        copy.images.append(Image(url=None, caption=caption or None, credit=credit))
    else:
        bare.caption, bare.credit = caption or None, credit


def _read_head(copy: WireParts, headlines: set[str], table: Table, published: date | None, own_page: bool) -> None:
    """Take repeated headlines, bylines and the dateline off the head, in whatever order they stand."""
    while copy.paragraphs:
        first = copy.paragraphs[0]
        if len(first) <= _LONGEST_HEADLINE and letters(first) in headlines:
            copy.paragraphs.pop(0)
        elif copy.dateline is None and (dated := wire.parse_dateline(first, table, published, own_page)):
            copy.dateline, reporters, rest = dated
            copy.bylines += reporters
            _replace_first(copy, rest)
            _take_han_byline(copy, table)
        elif by := wire.parse_byline(first, table):
            copy.bylines += by[0]
            _replace_first(copy, by[1])
        else:
            break
    if copy.dateline is None and copy.paragraphs and len(copy.paragraphs[0]) <= _SUMMARY:
        _read_late_dateline(copy, table, published, own_page)


def _read_late_dateline(copy: WireParts, table: Table, published: date | None, own_page: bool) -> None:
    """Take the dateline of a story whose text begins behind a summary: short lines, and no other dateline."""
    dated = [
        (n, found)
        for n, text in enumerate(copy.paragraphs[:_DATED])
        if (found := wire.parse_dateline(text, table, published, own_page))
    ]
    if (
        len(dated) != 1
        or not _IS_FULL.search(dated[0][1][0].raw)
        or any(len(text) > _SUMMARY for text in copy.paragraphs[: dated[0][0]])
    ):
        return
    place, (copy.dateline, reporters, rest) = dated[0]
    copy.bylines += reporters
    copy.paragraphs[place : place + 1] = [rest] if rest else []


def _take_han_byline(copy: WireParts, table: Table) -> None:
    """Chinese features print their title behind the dateline (题：...), and then their writers on a line."""
    if len(copy.paragraphs) > 1 and copy.paragraphs[0].startswith(("题：", "题:")):
        by = wire.parse_byline(copy.paragraphs[1], table)
        if by and not by[1]:
            copy.bylines += by[0]
            del copy.paragraphs[1]


def _read_rules(copy: WireParts) -> None:
    """Take the lines `___` and `---` out; what stands behind the last is notes if it begins as contributors' lines do.

    Pages of many takes ("The Latest") have one between any two: their takes stay.
    """
    rules = [n for n, text in enumerate(copy.paragraphs) if _RULE.fullmatch(text)]
    first = next((n for n in rules if _are_notes(copy.paragraphs[n + 1 :])), None)
    if first is not None:
        copy.end_mark = copy.end_mark or copy.paragraphs[first]
        copy.notes += [text for text in copy.paragraphs[first:] if not _RULE.fullmatch(text)]
    copy.paragraphs = [text for text in copy.paragraphs[:first] if not _RULE.fullmatch(text)]


def _are_notes(texts: list[str]) -> bool:
    said = [text for text in texts if not _RULE.fullmatch(text)]
    return len(said) <= _MOST_NOTES and all(len(text) <= _LONGEST_NOTE and _NOTE.search(text) for text in said)


def _replace_first(copy: WireParts, rest: str) -> None:
    copy.paragraphs[:1] = [rest] if rest else []


def _read_tail(copy: WireParts, table: Table, own_page: bool) -> None:
    """Take end mark and closing credits off the very end; either may stand behind the other.

    On the page of a paper the agency's name behind the last sentence closes its copy.
    """
    while copy.paragraphs:
        last, mark = wire.take_end_mark(copy.paragraphs[-1], table)
        if mark is None:
            last, mark = take_name(last, table, only_dashed=own_page)
        credit = wire.parse_closing_credit(last, table)
        if mark is None and credit is None:
            return
        copy.end_mark = copy.end_mark or mark
        if credit is not None:
            names, note, last = credit
            copy.bylines += [name for name in names if name not in copy.bylines]
            copy.notes += [note] if note else []
        copy.paragraphs[-1:] = [last] if last else []
