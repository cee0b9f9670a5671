"""From a chart to the SVG that stands in the page."""

import re
from typing import Any

import vl_convert
from lxml import etree

# What says nothing here: the page describes each picture in words and has its numbers in a table.
_NEEDLESS = ("aria-hidden", "aria-label", "aria-roledescription", "role", "class", "pointer-events", "font-family")
_DEFAULTS = {"opacity": "1", "stroke-width": "1", "fill": "#000", "stroke-miterlimit": "10"}
_NUMBER = re.compile(r"(?<!\d)\d{1,9}\.\d{2,}")


def draw(spec: dict[str, Any], title: str) -> str:
    """An SVG element with a title for screen readers, its size left to the page.

    Raises ValueError for a chart that Vega cannot draw.
    """
    root = etree.fromstring(vl_convert.vegalite_to_svg(spec))
    for element in root.iter():
        _lighten(element)
    _drop_empty(root)
    root.attrib.update({"role": "img", "aria-label": title})
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _lighten(element: Any) -> None:
    """Take out what a browser assumes anyway, and digits beyond a tenth of a pixel."""
    for name in _NEEDLESS:
        element.attrib.pop(name, None)
    for name, default in _DEFAULTS.items():
        if element.get(name) == default:
            del element.attrib[name]
    for name in ("d", "transform", "x2", "y2"):
        if value := element.get(name):
            element.set(name, _NUMBER.sub(lambda found: f"{float(found[0]):.1f}", value))


def _drop_empty(root: Any) -> None:
    """Take out groups without content and paths that draw nothing."""
    for element in list(root.iter())[::-1]:
        tag = etree.QName(element).localname
        draws_nothing = tag == "path" and (element.get("d") in ("", None, "M0,0h0v0h0Z") or not _is_visible(element))
        if element.getparent() is not None and (draws_nothing or (tag == "g" and not len(element))):
            element.getparent().remove(element)


def _is_visible(path: Any) -> bool:
    return path.get("display") != "none" and any(path.get(name) for name in ("fill", "stroke"))
