r"""Derives the shape of all story addresses of a site from one address.

It looks for a date of several segments first, then for a UUID or hash, then for a long number. This order is right for
the addresses of the known agencies. What remains are sections and words of the headline.
"""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from wirecrawl.web.urls import canonical_url, host_of

# Forms of dates in addresses, the longest first. The first that is a real day is used.
_DATES = (
    (3, r"(?P<year>\d{4})/(?P<month>\d\d?)/(?P<day>\d\d?)"),
    (2, r"(?P<year>\d{4})-?(?P<month>\d\d)/(?P<day>\d\d)"),
    (2, r"(?P<year>\d{4})/(?P<month>\d\d)-?(?P<day>\d\d)"),
    (1, r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
    (1, r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"),
)
_MONTH = re.compile(r"(?:19|20)\d\d/(?:0?[1-9]|1[0-2])")  # a folder for a month
# Forms of ids in addresses, the most reliable first. An id is not part of a longer word.
_IDS = (
    (re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "a UUID"),
    (re.compile(r"(?<![0-9a-zA-Z])(?:[0-9a-f]{32}|[0-9a-f]{24})(?![0-9a-zA-Z])"), "a hash"),
    (re.compile(r"(?<![0-9a-zA-Z])\d{5,20}(?![0-9a-zA-Z])"), "the number in the address"),
    (re.compile(r"(?<![0-9a-zA-Z])[A-Za-z]{1,12}\d{5,20}(?![0-9a-zA-Z])"), "the code in the address"),
)
_QUERY_ID = re.compile(r"(?:\A|&)(?P<key>\w{0,20}id|p|no)=(?P<id>\d{2,20})(?=&|\Z)", re.IGNORECASE)
_EXTENSION = re.compile(r"\.[a-z]{2,5}\Z")
_LANGUAGE = re.compile(r"[a-z]{2}")
_WORD = re.compile(r"[\w-]{1,60}")
# Words for the kind of a page, which are no sections.
_KINDS = frozenset("article articles story stories detail details content news-detail post posts".split())
_SECTION = r"(?P<section>[\w-]{1,60}(?:/[\w-]{1,60}){0,3})"
_SLUG = r"[^/?]+"
# If an address has neither date nor id, four words or more mean a story and not a section front.
_STRICT_SLUG, _SLUG_WORDS = r"[^/?-]+(?:-[^/?-]*){3,}", 3
_CASE = 40  # characters of a fixture's name


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern for path and query of story addresses, and what distinguishes one story from another in it."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class _Id:
    """The position of a page's id: segment `place`, characters `start` to `end`."""

    place: int
    start: int
    end: int
    why: str


def domain_of(url: str) -> str:
    """Return the host of an address without www, as the data of agencies has it.

    >>> domain_of("https://www.polarwire.example/news/")
    'polarwire.example'
    """
    return host_of(url).removeprefix("www.")


def article_shape(url: str) -> Shape:
    r"""Propose a pattern for all story addresses, given one. Raises ValueError if that is not http or https.

    >>> article_shape("https://polarwire.example/news/ice-road-opens-41877/").path
    '/(?P<section>[\\w-]{1,60}(?:/[\\w-]{1,60}){0,3})/[^/?]+-(?P<id>\\d{4,6})/?(?:\\?.{0,300})?'
    """
    parts = urlsplit(canonical_url(url))
    segments = [segment for segment in parts.path.split("/") if segment]
    dated = _date_at(segments)
    own = _find_id(segments, dated)
    asked = None if own else _QUERY_ID.search(parts.query)
    path = "".join(f"/{piece}" for piece in _pieces(segments, dated, own)) + ("/?" if parts.path.endswith("/") else "")
    if asked:
        path += rf"\?(?:.{{0,200}}&)?{asked['key']}=(?P<id>{_run(asked['id'])})(?:&.{{0,200}})?"
        return Shape(path, f"{asked['key']}= in the address is the story")
    if own:
        return Shape(path + r"(?:\?.{0,300})?", f"{own.why} is the story; the words beside it may change")
    return Shape(path, "no number in the address: a hash of it is the story's id")


def case_name(url: str) -> str:
    """Return a short name for the fixture of a page, made of words of its address.

    >>> case_name("https://polarwire.example/2026/11/20/ice-road-opens-41877/")
    'ice-road-opens'
    """
    segments = [_EXTENSION.sub("", segment.lower()) for segment in unquote(urlsplit(url).path).split("/")]
    slugs = ["-".join(re.findall(r"(?<![0-9a-z])[a-z]{1,30}(?![0-9])", segment)) for segment in segments]
    words = max(slugs, key=lambda slug: slug.count("-"), default="")
    if len(words) > _CASE:
        return words[:_CASE].rpartition("-")[0]
    return words if "-" in words else "story"


def _date_at(segments: list[str]) -> tuple[int, int, str] | None:
    """Return the first segment of a date, the one after its last, and its pattern."""
    for length, form in _DATES:
        for n in range(len(segments) - length + 1):
            if (found := re.fullmatch(form, "/".join(segments[n : n + length]))) and _is_day(found):
                padded = found["month"].startswith("0")
                return n, n + length, form.replace(r"\d\d?", r"\d\d") if padded else form
    return None


def _is_day(found: re.Match[str]) -> bool:
    try:
        return 1900 < date(*(int(found[part]) for part in ("year", "month", "day"))).year < 2100
    except ValueError:
        return False


def _find_id(segments: list[str], dated: tuple[int, int, str] | None) -> _Id | None:
    """Find the id of the page: of the most reliable form, in the last segment with one, the last of several there."""
    free = [n for n in range(len(segments)) if not (dated and dated[0] <= n < dated[1])]
    for form, why in _IDS:
        for n in reversed(free):
            found = [match for match in form.finditer(segments[n]) if not _is_date(match[0])]
            if found:
                return _Id(n, found[-1].start(), found[-1].end(), why)
    return None


def _is_date(digits: str) -> bool:
    """Whether digits are a day, such as 20241122 after the words of a headline."""
    found = re.fullmatch(_DATES[-1][1], digits)
    return bool(found and _is_day(found) and digits[:2] in ("19", "20"))


def _pieces(segments: list[str], dated: tuple[int, int, str] | None, own: _Id | None) -> list[str]:
    """Return a pattern for each segment, but only one for a date, and one for the sections in front."""
    last = own.place if own else len(segments) - 1
    head = min(last, dated[0] if dated else last)
    head = next((n for n in range(head) if segments[n].count("-") >= _SLUG_WORDS), head)
    known = bool(own or dated or (segments[-1:] and segments[-1].count("-") >= _SLUG_WORDS))
    pieces = _sections(segments[:head], strict=not known)
    n = head
    while n < len(segments):
        if dated and n == dated[0]:
            pieces.append(dated[2])
            n = dated[1]
            continue
        if _MONTH.fullmatch("/".join(segments[n : n + 2])) and n + 2 <= last:
            pieces.append(r"\d{4}/\d\d?")
            n += 2
            continue
        here = own if own and n == own.place else None
        pieces.append(_with_id(segments[n], here) if here else _words(segments[n], strict=not own and not dated))
        n += 1
    return pieces


def _sections(words: list[str], *, strict: bool) -> list[str]:
    """Return the patterns of the first segments: any section matches, a language or a kind of page must be equal.

    With `strict`, every segment must be equal, because nothing else distinguishes a story.
    """
    if strict or not all(_WORD.fullmatch(word) for word in words):
        return [literal(word) for word in words]
    head = [literal(word) for word in words[:1] if _LANGUAGE.fullmatch(word) or word in _KINDS]
    tail = [literal(word) for word in words[len(head) :][-1:] if word in _KINDS]
    between = words[len(head) : len(words) - len(tail)]
    months = _MONTH.fullmatch("/".join(between[-2:]))
    sections = between[:-2] if months else between
    return [*head, *([_SECTION] if sections else []), *([r"\d{4}/\d\d?"] if months else []), *tail]


def _words(segment: str, *, strict: bool) -> str:
    """Words of a headline or a section; those of the page's kind, and a file's ending, stay as they are."""
    ending = _EXTENSION.search(segment)
    if segment in _KINDS:
        return segment
    slug = _STRICT_SLUG if strict and segment.count("-") >= _SLUG_WORDS else _SLUG
    return slug + (literal(ending[0]) if ending else "")


def _with_id(segment: str, own: _Id) -> str:
    before, after = segment[: own.start], segment[own.end :]
    ending = _EXTENSION.search(after)
    rest = after[: ending.start()] if ending else after
    # content_40302849: one word, joined by no hyphen, is the site's own; anything else is the headline.
    number = segment[own.start : own.end].isdecimal()
    fixed = not before or (number and re.fullmatch(r"[A-Za-z]{1,20}[._]?", before))
    head = literal(before) if fixed else _SLUG + (literal(before[-1]) if not before[-1].isalnum() else "")
    tail = (literal(rest[0]) + "[^/?]*") if rest else ""
    return f"{head}(?P<id>{_run(segment[own.start : own.end])}){tail}{literal(ending[0]) if ending else ''}"


def _run(printed: str) -> str:
    """Return the pattern of an id. A number may have one digit fewer or more, a hash always has the same length."""
    if "-" in printed:
        return r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    if printed.isdecimal():
        return rf"\d{{{max(1, len(printed) - 1)},{len(printed) + 1}}}"
    code = re.fullmatch(r"([A-Za-z]+)(\d+)", printed)
    return f"{code[1]}{_run(code[2])}" if code else rf"[0-9a-f]{{{len(printed)}}}"


def literal(text: str) -> str:
    r"""Return a pattern for a literal text, in ASCII and without quotes, so that it can be written into source code.

    >>> print(literal("a-b.html?x='é'"))
    a-b\.html\?x=\x27\xe9\x27
    """
    return "".join(_character(c) for c in text)


def _character(c: str) -> str:
    if c.isascii() and c.isprintable() and c not in "'\"":
        return c if c in "-&#~ " else re.escape(c)
    return c.encode("unicode_escape").decode() if ord(c) > 0x7F else f"\\x{ord(c):02x}"


def is_home(url: str) -> bool:
    """Whether an address is that of a home page: neither its path nor its query can name a story.

    >>> is_home("https://polarwire.example/"), is_home("https://polarwire.example/?p=41877")
    (True, False)
    """
    parts = urlsplit(url)
    return not parts.path.strip("/") and not _QUERY_ID.search(parts.query)
