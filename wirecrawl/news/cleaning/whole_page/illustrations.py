"""Pictures of a story on a page that no layout fits: those amid its paragraphs, and the one above them."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from wirecrawl.news.cleaning.blocks import Block, Part, Picture

_SIDES = frozenset(("aside", "nav", "footer", "header", "form", "button", "li"))
_NOT_STORY = re.compile(
    r"(?<![a-z])(?:author|avatar|byline|logo|icons?|share|social|related|recommend(?:ed)?|teasers?|promos?|ads?|"
    r"advert(?:isement)?|banner|newsletter|widget|comments?)(?![a-z])",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)", re.IGNORECASE)
_STORY = ("article", "main")
_SMALLEST = 60  # pixels of a side, where the page states it: smaller ones are icons and faces
_ABOVE = 12  # elements around a picture that are looked at


def story_with_pictures(parts: list[Part], chosen: set[int], core: Any) -> list[Part]:
    """The chosen blocks of a page with the pictures and captions that belong to them, in document order.

    `chosen` holds the id() of each block; `core` is the element that holds most of them.
    """
    places = [n for n, part in enumerate(parts) if id(part) in chosen]
    if not places:
        return []
    whole = next(core.iterancestors(*_STORY), core) if core.tag not in _STORY else core
    heading = next((n for n in range(places[0], -1, -1) if _is_heading(parts[n])), places[0])
    pictured = {id(part) for part in parts[heading : places[-1] + 2] if _is_illustration(part, whole, core)}
    figures = {_figure(part) for part in parts if id(part) in pictured} - {None}
    captions = {id(part) for part in parts if isinstance(part, Block) and part.caption and _figure(part) in figures}
    wanted = chosen | pictured | captions
    return [part for part in parts if id(part) in wanted]


def _is_heading(part: Part) -> bool:
    return isinstance(part, Block) and part.place is not None and part.place.tag == "h1"


def _figure(part: Part) -> Any:
    return next(part.place.iterancestors("figure"), None) if part.place is not None else None


def _is_illustration(part: Part, whole: Any, core: Any) -> bool:
    if not isinstance(part, Picture) or part.place is None or _is_tiny(part.place):
        return False
    around = list(_until(part.place, whole))
    if not around or around[-1] is not whole:
        return False
    return not any(element is not core and _is_beside(element) for element in around[:-1])


def _until(place: Any, whole: Any) -> Iterator[Any]:
    """The picture and the elements around it, up to the story's."""
    for element in islice((place, *place.iterancestors()), _ABOVE):
        yield element
        if element is whole:
            return


def _is_beside(element: Any) -> bool:
    """Whether an element is of the page and not of the story, or links to another page."""
    if element.tag == "a":
        return not _FILE.search(element.get("href") or "")
    return element.tag in _SIDES or bool(_NOT_STORY.search(" ".join(_names(element))))


def _names(element: Any) -> Iterable[str]:
    return (element.get("class") or "", element.get("id") or "")


def _is_tiny(picture: Any) -> bool:
    sizes = [(picture.get(side) or "").removesuffix("px") for side in ("width", "height")]
    return picture.tag != "amp-img" and any(size.isdecimal() and int(size[:6]) < _SMALLEST for size in sizes)
