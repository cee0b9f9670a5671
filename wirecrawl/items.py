"""What travels through a crawl and what the feed holds: Page, Story, Headline.

The order of the fields is the order of the keys in the feed; docs/*.schema.json are made from these
classes by ``python -m wirecrawl.storage.feed.schema`` and docs/feed-format.md explains every field.
Each field carries its meaning and one real example, so that schema and documentation share one source.
Lines of feeds and rows of the ledger that were written before a field existed lack it. A new field therefore needs a
default or a type with an empty value (null, list, object or false), which `utils/saved_json.py` fills in.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from msgspec import Meta

Urgency = Literal["flash", "bulletin", "urgent"]
Handling = Literal["correction", "refile", "repeat", "kill"]
Precision = Literal["second", "minute", "day"]
REQUIRED = ("headline", "published", "text")  # fields that every story of an agency should have


def _doc(description: str, example: Any) -> Meta:
    return Meta(description=description, examples=[example])


@dataclass(kw_only=True, slots=True)
class Capture:
    """A copy of a page that a public archive made."""

    archive: Annotated[str, _doc("web.archive.org or commoncrawl.org", "web.archive.org")]
    time: Annotated[str, _doc("ISO 8601 UTC, when the archive captured the page", "2017-02-17T06:15:23+00:00")]
    url: Annotated[
        str,
        _doc(
            "what was fetched; of Common Crawl the file, with # and the offset of the record",
            "https://web.archive.org/web/20170217061523id_/http://www.china.org.cn/a.htm",
        ),
    ]


@dataclass(kw_only=True, slots=True)
class Page:
    """One fetched article page, as it came over the wire.

    ``more`` holds the later pages of a story that its site cuts into several (``c_N_2.htm`` ...), in order.
    ``link`` is the canonical URL under which the run keeps the page's outcome. ``sha256`` is that of the body,
    hexadecimal, where it is known already. ``capture`` is that of a page that a public archive captured.
    """

    url: str
    body: bytes = field(repr=False)  # a log line names the page, it does not hold it
    status: int = 200
    content_type: str | None = None
    fetched: str | None = None
    first_seen: str | None = None
    record: str | None = None
    sha256: str | None = None
    link: str = ""
    etag: str | None = None
    modified: str | None = None
    more: list[bytes] = field(default_factory=list, repr=False)
    capture: Capture | None = None


@dataclass(kw_only=True, slots=True)
class Marks:
    """What the wire marks of a headline say, read by its agency's table."""

    urgency: Annotated[Urgency | None, _doc("life-cycle word of the first minutes", "urgent")] = None
    lead: Annotated[int | None, _doc("lead number: 1st LD is 1", 2)] = None
    writethru: Annotated[bool, _doc("the whole text was written anew", True)] = False
    handling: Annotated[Handling | None, _doc("how the agency wants the item treated", "correction")] = None
    labels: Annotated[list[str], _doc("column labels as printed, in order", ["Xinhua Headlines"])] = field(
        default_factory=list
    )
    genre: Annotated[str | None, _doc("IPTC genre name the labels stand for", "Background")] = None


@dataclass(kw_only=True, slots=True)
class Dateline:
    """Place, day and agency from the head of the first paragraph."""

    raw: Annotated[str, _doc("everything cut from the head of the paragraph", "MOSCOW, Feb. 16 (Xinhua) --")]
    places: Annotated[list[str], _doc("cities as printed, the region kept with its city", ["MOSCOW"])]
    date: Annotated[str | None, _doc("day, ISO 8601 with year", "2017-02-16")]
    agency: Annotated[str, _doc("agency named in the dateline", "xinhua")]


@dataclass(kw_only=True, slots=True)
class Image:
    """A picture of the story with the caption that stood beside it."""

    url: Annotated[str | None, _doc("address of the picture", "https://english.news.cn/a/1.jpg")]
    caption: Annotated[str | None, _doc("caption without its credit", "A worker checks a turbine.")]
    credit: Annotated[str | None, _doc("photo credit as printed", "Xinhua/Wang Xi")]


@dataclass(kw_only=True, slots=True)
class Provenance:
    """Where a line came from and which code made it."""

    sha256: Annotated[str, _doc("SHA-256 of the body bytes, hexadecimal", "9f86d081884c7d65...")]
    record: Annotated[str | None, _doc("archive file and offset, or the fixture", "xinhua/2017-02-16-putin")]
    status: Annotated[int | None, _doc("HTTP status, null for a file without one", 200)]
    cleaner: Annotated[str, _doc("the layout that fitted, or trafilatura", "china.org.cn")]
    versions: Annotated[dict[str, str], _doc("versions of the code that made the line", {"wirecrawl": "0.1.0"})]
    capture: Annotated[
        Capture | None, _doc("the copy of a public archive that was read, null for the page itself", None)
    ] = None


@dataclass(kw_only=True, slots=True)
class Story:
    """One version of one story: a line of the stories feed."""

    id: Annotated[str, _doc("of the page, stable over URL variants and hosts", "xinhua:content_40302849")]
    version: Annotated[int, _doc("counts the edits of a page, from 1; 0 and below: an earlier one, found later", 1)] = 1
    supersedes: Annotated[str | None, _doc("the id@version that this one replaces", "xinhua:c_136868968@1")] = None
    thread: Annotated[str, _doc("id of the first story of the chain", "xinhua:content_40302849")]
    agency: Annotated[str | None, _doc("agency that wrote the story, null when unknown", "xinhua")]
    site: Annotated[str | None, _doc("host the page came from", "www.china.org.cn")]
    url: Annotated[
        str | None,
        _doc(
            "canonical address, null for a file without one",
            "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm",
        ),
    ]
    language: Annotated[str | None, _doc("BCP 47 tag", "en")]
    headline: Annotated[str | None, _doc("headline without wire marks", "45 killed in car bomb attack")]
    headline_raw: Annotated[str | None, _doc("headline as printed", "1st LD: 45 killed in car bomb attack")]
    marks: Annotated[Marks, _doc("what the wire marks say", {"urgency": None, "lead": 1})]
    dateline: Annotated[Dateline | None, _doc("place, day and agency, null when the page has none", None)]
    bylines: Annotated[list[str], _doc("names of the writers", ["Sun Jinxia", "Wu Qi"])]
    editors: Annotated[list[str], _doc("names of the editors", ["Huaxia"])]
    notes: Annotated[
        list[str],
        _doc("change notes, Eds:/ATTN lines, sign-offs, embargo lines as printed", ["(Eds: adds quotes)"]),
    ]
    published: Annotated[
        str | None,
        _doc("ISO 8601 with the page's offset; midnight when only the day is known", "2017-02-16T00:00:00+08:00"),
    ]
    published_raw: Annotated[str | None, _doc("the time as printed", "February 16, 2017")]
    published_precision: Annotated[Precision | None, _doc("how exact the time is", "day")]
    published_zone_assumed: Annotated[bool, _doc("true when the page prints no zone", True)]
    updated: Annotated[str | None, _doc("ISO 8601, when the page says it was changed", "2026-11-20T09:30:00+08:00")]
    text: Annotated[str, _doc("paragraphs joined by a blank line, nothing but the story", "First.\n\nSecond.")]
    end_mark: Annotated[str | None, _doc("as printed; its presence proves the text is whole", "Endi")]
    images: Annotated[list[Image], _doc("pictures of the story", [])]
    section: Annotated[str | None, _doc("as the site gives it", "world/Off_the_Wire")]
    keywords: Annotated[list[str], _doc("as the site gives them", ["energy", "Iceland"])]
    duplicate_of: Annotated[
        str | None, _doc('the id this repeats, only with WIRECRAWL_DUPLICATES = "mark"', "xinhua:content_40302849")
    ] = None
    duplicate_kind: Annotated[str | None, _doc("why it is a repeat", "same text")] = None
    similarity: Annotated[float | None, _doc("1.0 is identical", 1.0)] = None
    first_seen: Annotated[
        str | None, _doc("ISO 8601 UTC, when a crawl first saw the link", "2017-02-16T12:00:00+00:00")
    ] = None
    fetched: Annotated[str | None, _doc("ISO 8601 UTC, when the page was fetched", "2017-02-16T12:00:01+00:00")] = None
    provenance: Annotated[
        Provenance, _doc("the bytes and the code behind the line", {"status": 200, "cleaner": "china.org.cn"})
    ]


@dataclass(kw_only=True, slots=True)
class Headline:
    """One line of a ticker or a list with all its stages: a line of the headlines feed."""

    id: Annotated[str, _doc("of the folded headline", "xinhua:headline-3f2a9c51d0be")]
    agency: Annotated[str, _doc("agency of the ticker or list", "xinhua")]
    language: Annotated[str | None, _doc("BCP 47 tag", "en")] = None
    headline: Annotated[str, _doc("without wire marks", "45 killed in car bomb attack")]
    headline_raw: Annotated[str, _doc("the newest stage as printed", "1st LD: 45 killed in car bomb attack")]
    marks: Annotated[Marks, _doc("marks of the newest stage", {"urgency": None, "lead": 1})]
    stages: Annotated[list[str], _doc('marks as printed, oldest first, "" for none', ["Urgent", "1st LD"])]
    supersedes: Annotated[str | None, _doc("id of the headline that this one replaces", None)]
    story: Annotated[str | None, _doc("id of its story once that is in the feed", "xinhua:content_40302849")]
    url: Annotated[str | None, _doc("address of the newest stage, null when the line has no link", None)]
    seen_on: Annotated[list[str], _doc("pages that carry the line, in order", ["http://www.china.org.cn/"])]
    first_seen: Annotated[str | None, _doc("ISO 8601 UTC", "2017-02-16T12:00:00+00:00")]
