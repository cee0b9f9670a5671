"""The address of a picture, as a browser would show it in the end.

Sites that load pictures late put a placeholder into `src` and the address elsewhere: into `data-src` and its like,
into `srcset`, into a <source> of the same <picture>, into the <noscript> behind it.
"""

import re
from itertools import islice
from typing import Any

PICTURES = frozenset(("img", "amp-img", "graphic"))  # the last is trafilatura's own name
_SOURCE = "src"
_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-original-src",
    "data-full-src",
    "data-hi-res-src",
    "data-url",
)
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_INLINE = ("data:", "about:", "blob:")
_PLACEHOLDER = re.compile(
    r"(?:^|/)(?:(?:1x1|blank|spacer|placeholder|transparent|pixel|gr[ea]y)[\w-]{0,6}\.(?:gif|png|svg|jpe?g|webp)|"
    r"(?:loading|lazy\w{0,4})[\w-]{0,6}\.(?:gif|png|svg)|[01]\.gif)(?:\?|$)",
    re.IGNORECASE,
)
_SMALL = re.compile(r"[?&](?:w|width|h|height)=\d\d?(?!\d)|[_-]\d{1,2}x\d{1,2}\.\w{3,4}$", re.IGNORECASE)
_LONGEST_END = 300  # characters of an address that are searched
_CANDIDATE = re.compile(r"(?<!\S),?(?P<url>\S+?),?(?:\s++(?P<size>[\d.]++)[wx])?\s*+(?:,\s|$)")
_PIXEL_STYLE = re.compile(r"(?:width|height)\s*:\s*[012](?:px|\b(?!\.))", re.IGNORECASE)
_SOURCES = 20  # of one picture that are looked at
_SMALLEST = 3  # pixels of width and height; what is smaller counts visits
_ICON = 48  # pixels of both; what is not larger is a sign or a writer's face


def picture_address(picture: Any) -> str | None:
    """The address of an <img> as printed, or None for a placeholder without another, a tracking pixel or an icon.

    >>> from lxml import html
    >>> picture_address(html.fromstring("<img src='data:image/gif;base64,R0' data-src='/ferry.jpg'>"))
    '/ferry.jpg'
    """
    if _is_pixel(picture):
        return None
    for name in _LAZY:
        if _is_shown(address := (picture.get(name) or "").strip()):
            return address
    address = (picture.get(_SOURCE) or "").strip()
    if _is_shown(address) and not is_small(address):
        return address
    return _largest(picture) or _of_sources(picture) or (address if _is_shown(address) else None)


def is_small(address: str) -> bool:
    """Whether an address names a size below 100 pixels: a preview of the same picture.

    >>> is_small("https://cdn.example.net/ferry.jpg?w=20")
    True
    """
    return bool(_SMALL.search(address[-_LONGEST_END:]))


def noscript_pictures(noscript: Any) -> list[Any]:
    """The pictures of a <noscript>: empty when the element before it already shows one."""
    before = noscript.getprevious()
    if before is not None and any(picture_address(one) for one in before.iter(*PICTURES)):
        return []
    return list(noscript.iter(*PICTURES))


def _is_shown(address: str) -> bool:
    return (
        bool(address)
        and not address.startswith(_INLINE)
        and "{" not in address
        and not _PLACEHOLDER.search(address[-_LONGEST_END:])
    )


def _is_pixel(picture: Any) -> bool:
    sizes = [picture.get(side, "").strip().removesuffix("px") for side in ("width", "height")]
    stated = [int(size[:6]) for size in sizes if size.isdecimal()]
    icon = picture.tag == "img" and len(stated) > 1 and max(stated) <= _ICON  # of an <amp-img> they are a ratio
    if stated and (min(stated) < _SMALLEST or icon):
        return True
    return bool(_PIXEL_STYLE.search(picture.get("style") or ""))


def _largest(element: Any) -> str | None:
    """The largest picture of an element's srcset."""
    for name in _SETS:
        sized = [(float(one["size"] or 1), one["url"]) for one in _CANDIDATE.finditer(element.get(name) or "")]
        shown = [(size, url) for size, url in sized if _is_shown(url)]
        if shown:
            return max(shown, key=lambda one: one[0])[1]
    return None


def _of_sources(picture: Any) -> str | None:
    """The largest picture of the first <source> of the <picture> around an <img>.

    The parser knows no end of a <source>: the image and the sources behind it stand inside it.
    """
    around = next(picture.iterancestors("picture"), None)
    if around is None:
        return None
    return next((found for source in islice(around.iter("source"), _SOURCES) if (found := _largest(source))), None)
