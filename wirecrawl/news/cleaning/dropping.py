"""Elements are taken off a page. lxml reads control characters from a page and refuses them in a text that is set."""

from lxml import html

from wirecrawl.news.wire.text import clean_text


def drop(element: html.HtmlElement) -> None:
    r"""Take an element off its page; the text behind it stays, without control characters where it has any.

    >>> page = html.fromstring("<div>Rain <b>Advert</b>and\x01 sun</div>")
    >>> drop(page[0])
    >>> page.text
    'Rain and sun'
    """
    before, parent = element.getprevious(), element.getparent()
    if parent is None:
        return
    if element.tail:
        if before is None:
            _set(parent, "text", (parent.text or "") + element.tail)
        else:
            _set(before, "tail", (before.tail or "") + element.tail)
    parent.remove(element)


def _set(element: html.HtmlElement, name: str, text: str) -> None:
    try:
        setattr(element, name, text)
    except ValueError:
        setattr(element, name, clean_text(text))
