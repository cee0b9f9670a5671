"""The address that the relative links and pictures of a page begin at."""

from lxml import html

from wirecrawl.web.urls import join


def base_of(tree: html.HtmlElement, url: str) -> str:
    """The address that the links of a page are relative to: of its <base>, else its own.

    >>> base_of(html.fromstring("<html><head><base href='/world/'></head></html>"), "http://a.example/x/y.htm")
    'http://a.example/world/'
    """
    href = next((base.get("href") for base in tree.iter("base") if base.get("href")), None)
    try:
        base = join(url, href) if href else url
    except ValueError:
        return url
    return base if base.startswith(("http://", "https://")) else url
