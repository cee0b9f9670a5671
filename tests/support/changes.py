"""Changes of a page that must not change its story, each a function from a saved page to the changed bytes.

None means that the change cannot be made on that page: it has no picture, or no second paragraph.
"""

import copy
from collections.abc import Callable
from typing import Any

from lxml import etree, html

from tests.support.saved_stories import SavedStory
from wirecrawl.news.markup.sentences import ends_sentence

Change = Callable[[SavedStory], bytes | None]
CHANGES: dict[str, Change] = {}


def change(function: Change) -> Change:
    """Enter a change in the list under its own name."""
    CHANGES[function.__name__] = function
    return function


def element(markup: str) -> html.HtmlElement:
    """One element from its markup."""
    return html.fragment_fromstring(markup)


def like(one: html.HtmlElement, inside: str) -> html.HtmlElement:
    """An element of the same tag and attributes with other content."""
    twin = html.fragment_fromstring(f"<div>{inside}</div>")
    twin.tag = one.tag
    twin.attrib.update(one.attrib)
    return twin


def first_space(parent: html.HtmlElement) -> html.HtmlElement | None:
    """The element whose own first text has a space amid it."""
    return next((one for one in parent.iter() if isinstance(one.tag, str) and " " in (one.text or "").strip()), None)


def second_half(story: SavedStory) -> list[html.HtmlElement]:
    """The later of the elements that hold the paragraphs of the body; [] where text stands between them."""
    if not story.called or (story.body.text or "").strip() or any((child.tail or "").strip() for child in story.body):
        return []
    children = [child for child in story.body if isinstance(child.tag, str)]
    told = [n for n, child in enumerate(children) if ends_sentence(child.text_content().strip())]
    return children[told[len(told) // 2] :] if len(told) > 1 else []


def into_head(story: SavedStory, markup: str) -> bytes:
    """The page with more in front of its head."""
    next(story.tree.iter("head")).insert(0, element(markup))
    return story.bytes()


def into_top(story: SavedStory, markup: str) -> bytes:
    """The page with an element in front of all that it shows."""
    next(story.tree.iter("body")).insert(0, element(markup))
    return story.bytes()


@change
def written_anew(story: SavedStory) -> bytes:
    return story.bytes()


@change
def line_break_in_headline(story: SavedStory) -> bytes | None:
    place = first_space(story.headline)
    if place is None:
        return None
    before, _, after = (place.text or "").strip().partition(" ")
    place.text = before
    place.insert(0, element("<br>"))
    place[0].tail = after
    return story.bytes()


@change
def block_spans_in_headline(story: SavedStory) -> bytes | None:
    place = first_space(story.headline)
    if place is None or len(place):
        return None
    before, _, after = (place.text or "").strip().partition(" ")
    place.text = ""
    for text in (before, after):
        span = etree.SubElement(place, "span", style="display: block")
        span.text = text
    return story.bytes()


@change
def kicker_in_headline(story: SavedStory) -> bytes:
    kicker = element('<span class="kicker" style="display:block">Harbours</span>')
    kicker.tail, story.headline.text = story.headline.text, None
    story.headline.insert(0, kicker)
    return story.bytes()


@change
def element_of_the_headline_before_it(story: SavedStory) -> bytes:
    story.headline.addprevious(like(story.headline, "Harbours"))
    return story.bytes()


@change
def body_in_two_elements(story: SavedStory) -> bytes | None:
    if not (half := second_half(story)):
        return None
    twin = like(story.body, "")
    twin.extend(half)
    twin.tail, story.body.tail = story.body.tail, None
    story.body.addnext(twin)
    story.body.addnext(element('<div class="ad"><p>Advertisement</p></div>'))
    return story.bytes()


def _before_body(story: SavedStory, twin: html.HtmlElement) -> bytes | None:
    if not story.called:
        return None
    story.body.addprevious(twin)
    return story.bytes()


@change
def one_line_of_the_body_first(story: SavedStory) -> bytes | None:
    return _before_body(story, like(story.body, "<p>Updated 3 hours ago</p>"))


@change
def furniture_of_the_body_first(story: SavedStory) -> bytes | None:
    return _before_body(story, like(story.body, '<p>Share this</p><ul><li><a href="/1">Sport</a></li></ul>'))


@change
def empty_body_first(story: SavedStory) -> bytes | None:
    return _before_body(story, like(story.body, ""))


@change
def second_copy_of_the_body(story: SavedStory) -> bytes | None:
    if not story.called:
        return None
    twin = copy.deepcopy(story.body)
    twin.tail = None
    story.body.addnext(twin)
    return story.bytes()


@change
def hidden_copy_of_the_body(story: SavedStory) -> bytes | None:
    if not story.called:
        return None
    twin = copy.deepcopy(story.body)
    twin.tail = None
    twin.set("style", "display:none")
    story.body.addnext(twin)
    return story.bytes()


def _hide(story: SavedStory, **attributes: str) -> bytes | None:
    if not (half := second_half(story)):
        return None
    box = element("<div></div>")
    box.attrib.update(attributes)
    story.body.append(box)
    box.extend(half)
    return story.bytes()


@change
def second_half_without_display(story: SavedStory) -> bytes | None:
    return _hide(story, style="display: none")


@change
def second_half_with_hidden(story: SavedStory) -> bytes | None:
    return _hide(story, hidden="hidden")


@change
def second_half_hidden_from_screen_readers(story: SavedStory) -> bytes | None:
    return _hide(story, **{"aria-hidden": "true"})


def _renamed(story: SavedStory, tag: str, **attributes: str) -> bytes | None:
    sentences = [one for one in story.paragraphs if ends_sentence(one.text_content().strip())]
    if not story.called or not sentences:
        return None
    for paragraph in sentences:
        paragraph.tag = tag
        paragraph.attrib.update(attributes)
        if not (paragraph.tail or "").strip():
            paragraph.tail = None
    return story.bytes()


@change
def paragraphs_as_block_spans(story: SavedStory) -> bytes | None:
    return _renamed(story, "span", style="display:block")


@change
def paragraphs_as_custom_elements(story: SavedStory) -> bytes | None:
    return _renamed(story, "story-paragraph")


@change
def paragraphs_in_wrappers(story: SavedStory) -> bytes | None:
    if not story.called:
        return None
    for paragraph in story.paragraphs:
        box = element('<div class="w"><section></section></div>')
        paragraph.addprevious(box)
        box.tail, paragraph.tail = paragraph.tail, None
        box[0].append(paragraph)
    return story.bytes()


@change
def linked_sentences(story: SavedStory) -> bytes | None:
    for n, paragraph in enumerate(_sentences(story)):
        link = etree.Element("a", href=f"/harbour/{n}")
        link.text, paragraph.text = paragraph.text, None
        paragraph.append(link)
    return story.bytes()


def _sentences(story: SavedStory) -> list[Any]:
    """Some paragraphs amid the body that are plain text."""
    plain = [p for p in story.paragraphs[1:-1] if not len(p) and ends_sentence((p.text or "").strip())]
    return plain[: len(story.paragraphs) // 3]


@change
def line_break_in_a_sentence(story: SavedStory) -> bytes | None:
    plain = [p for p in _sentences(story) if " " in p.text.strip()]
    if not plain:
        return None
    before, _, after = plain[0].text.strip().partition(" ")
    plain[0].text = before
    etree.SubElement(plain[0], "br").tail = after
    return story.bytes()
