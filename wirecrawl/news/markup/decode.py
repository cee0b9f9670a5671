"""From the bytes of a page to a tree, whatever its labels say.

Saved and served pages lie about their charset: UTF-8 bytes under a GB2312 label, GB bytes under a script's
utf-8. The bytes are the better witness: valid UTF-8 is never an accident in a page with non-ASCII text.
"""

import codecs
import re
from collections.abc import Iterator

from lxml import etree, html
from w3lib.encoding import http_content_type_encoding, read_bom, resolve_encoding, to_unicode

from wirecrawl.errors import EmptyPage, PageError

_LABEL = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_HEAD = 16_384  # labels stand in the head; the longest head among 90 real agency pages had them within 9 kB
# One broken character in twenty still names the charset: a cut page breaks one, a wrong charset nearly all.
_TOLERANCE = 0.05
# Chinese text fills its page with high bytes; Latin text has one here and there.
_DENSE = 0.05
_CONTROLS = bytes({*range(0x20), *range(0x7F, 0xA0)} - {*b"\t\n\v\f\r\x1b"})
_ASCII = bytes(range(128))
# One class for every element: lxml's own choice, by the tag, is Python code that runs for each element that is touched.
_CLASSES = etree.ElementDefaultClassLookup(
    element=html.HtmlElement, comment=html.HtmlComment, pi=html.HtmlProcessingInstruction, entity=html.HtmlEntity
)


def decode(body: bytes, content_type: str | None = None) -> str:
    """Text of a page: by byte-order mark, else UTF-8 if the bytes are that, else the labels, else what they look like.

    >>> decode("<p>新华社</p>".encode("gb18030"), "text/html; charset=utf-8")
    '<p>新华社</p>'
    """
    return _decoded(body, content_type)[0]


def _decoded(body: bytes, content_type: str | None) -> tuple[str, bytes]:
    """The text, and its UTF-8: of most pages the bytes as they came, which need no encoding again."""
    encoding, mark = read_bom(body)
    if encoding and mark:
        text = to_unicode(body[len(mark) :], encoding).replace("\0", "")
        return text, text.encode("utf-8", "replace")
    body = body.replace(b"\0", b"")
    try:
        return body.decode(), body
    except UnicodeDecodeError:
        text = _guess(body, content_type)
        return text, text.encode("utf-8", "replace")


def _guess(body: bytes, content_type: str | None) -> str:
    for candidate in _candidates(body, content_type):
        if (text := _attempt(body, candidate)) is not None:
            return text
    return body.decode("cp1252", "replace")


def _candidates(body: bytes, content_type: str | None) -> Iterator[str]:
    yield "utf-8"
    for label in (http_content_type_encoding(content_type), *map(bytes.decode, _LABEL.findall(body[:_HEAD]))):
        if label and (encoding := resolve_encoding(label)):
            yield encoding
    if len(body.translate(None, _ASCII)) > _DENSE * len(body):
        yield "gb18030"


def _attempt(body: bytes, encoding: str) -> str | None:
    try:
        # Not final: the half character at the end of a cut page is left out.
        return codecs.getincrementaldecoder(encoding)().decode(body)
    except UnicodeDecodeError:
        text = body.decode(encoding, "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if broken <= _TOLERANCE * beyond_ascii else None


def _is_binary(text: str) -> bool:
    head = text[:_HEAD]
    narrow = head.encode("latin-1", "replace")  # the controls of Unicode are those of Latin-1
    broken = len(narrow) - len(narrow.translate(None, _CONTROLS)) + head.count("\N{REPLACEMENT CHARACTER}")
    return broken > _TOLERANCE * len(head)


def parse(body: bytes, content_type: str | None = None, *, name: str = "page") -> html.HtmlElement:
    """Tree of a page. Raises EmptyPage or PageError, naming `name`."""
    text, utf8 = _decoded(body, content_type)
    if not text or text.isspace():
        raise EmptyPage(name, "the page is empty; nothing to clean")
    if _is_binary(text):
        raise PageError(name, "not a page but binary data; save the page again or leave it out")
    try:
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
        parser.set_element_class_lookup(_CLASSES)
        return html.document_fromstring(utf8, parser=parser)  # type: ignore[arg-type]  # its elements are those of lxml.html
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise PageError(name, f"not HTML ({error}); save the page again or leave it out") from error
