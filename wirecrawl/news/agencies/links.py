"""What the shape of an address says: whether it is a story, a list or neither, and its plainest spelling."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wirecrawl.news.agencies.description import Agency, Kind, SourceKind, UrlShape
from wirecrawl.web import urls


@dataclass(frozen=True)
class Link:
    """A canonical address and what its shape says, before the page is fetched."""

    url: str
    kind: Kind
    id: str | None = None
    day: date | None = None
    section: str | None = None
    page: int = 1
    source: SourceKind = "list"


# A shape, and the groups that it found in a path.
_Found = tuple[UrlShape, dict[str, str | None]]
_MOST_PARAMETERS = 12  # of a query, that are tried one by one


def classify(url: str, agency: Agency) -> Link:
    """Return what an address is by its shape alone: article, list or neither.

    The address of a story comes back without what its shape does not need: an unknown query, a slash too many.
    Raises ValueError for an address that is not http or https.

    >>> from wirecrawl.news.agencies import get
    >>> story = "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm"
    >>> classify(f"{story}?ref=rss&amp=1", get("xinhua")).url == story
    True
    """
    url = urls.canonical_url(url)
    path, host = urls.path_of(url), f".{urls.host_of(url)}"
    shapes = [shape for shape in agency.shapes if host.endswith(shape.endings)]
    found = _find(path, shapes)
    if shapes and (not found or "?" in path or path.endswith("/") != found[0].slash):
        spelled = _plainest(path, found, shapes)
        url, found = url.removesuffix(path) + spelled, _find(spelled, shapes)
    return _link(url, agency, *found) if found else Link(url, "neither")


def _find(path: str, shapes: list[UrlShape]) -> _Found | None:
    for shape in shapes:
        if found := shape.path.fullmatch(path):
            return shape, found.groupdict()
    return None


def _plainest(path: str, found: _Found | None, shapes: list[UrlShape]) -> str:
    """The plainest spelling of a path that is the same page; a path of no shape as it is."""
    for spelling in _spellings(path):
        other = _find(spelling, shapes)
        if other and (_same_story(found, other) if found else _is_meant(spelling, path, other[0])):
            return _own_form(spelling, other[0])
    return _own_form(path, found[0]) if found else path


def _spellings(path: str) -> Iterator[str]:
    """A path without its query, then with each parameter alone, then all of it; each without its last slash first."""
    base, _, query = path.partition("?")
    parameters = query.split("&", _MOST_PARAMETERS)[:_MOST_PARAMETERS] if query else []
    bases = [base.rstrip("/") or "/", base] if base.endswith("/") else [base, f"{base}/"]
    for kept in ("", *(f"?{parameter}" for parameter in parameters), f"?{query}" if query else ""):
        yield from (f"{spelled}{kept}" for spelled in bases)


def _same_story(found: _Found, other: _Found) -> bool:
    """Whether two spellings lead to one story. Without an id of the site's own, the query may tell stories apart."""
    return found == other and found[0].kind == "article" and bool(found[1].get("id"))


def _is_meant(spelling: str, path: str, shape: UrlShape) -> bool:
    """Whether a path of no shape may be read as a spelling of that shape.

    A list is one only without its last slash; a story that its query tells from others only with its query.
    """
    whole = not shape.parameters or spelling.partition("?")[2] == path.partition("?")[2]
    return (shape.kind == "article" and whole) or spelling == path.rstrip("/")


def _own_form(path: str, shape: UrlShape) -> str:
    """The path of a story as the site itself writes it: with a slash at its end or none, and no other parameters."""
    base, mark, query = path.partition("?")
    kept = [one for one in query.split("&") if one.partition("=")[0] in shape.parameters]
    own = f"{base}?{'&'.join(kept)}" if kept else path if mark else base.rstrip("/") + "/" * shape.slash
    return own if shape.kind == "article" and shape.path.fullmatch(own) else path


def _link(url: str, agency: Agency, shape: UrlShape, part: dict[str, str | None]) -> Link:
    own_id = part.get("id")
    return Link(
        url=url,
        kind=shape.kind,
        id=f"{agency.name}:{shape.prefix}{own_id.lower()}" if own_id else None,
        day=_day(part),
        section=part.get("section"),
        page=int(part.get("page") or 1),
        source=shape.source,
    )


def _day(part: dict[str, str | None]) -> date | None:
    try:
        return date(int(part.get("year") or 0), int(part.get("month") or 0), int(part.get("day") or 0))
    except ValueError:  # no date in the address, or an impossible one
        return None
