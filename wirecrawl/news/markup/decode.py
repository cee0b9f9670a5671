"""From the bytes of a page to a tree, whatever its labels say.

Saved and served pages lie about their charset: UTF-8 bytes under a GB2312 label, GB bytes under a script's
utf-8. The bytes are the better witness: valid UTF-8 is never an accident in a page with non-ASCII text.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from lxml import etree, html
from w3lib.encoding import http_content_type_encoding, read_bom, resolve_encoding, to_unicode

from wirecrawl.errors import BodyError, EmptyPage, PageError
from wirecrawl.web.bodies import unpack_gzip

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatches

_LABEL = re.compile(rb"charset\s*+=\s*+[\"']?\s*+([\w-]{2,30})", re.IGNORECASE)
# What a label may name. Python's other codecs are no charsets of pages: base64, idna, unicode_escape.
_CHARSET = re.compile(r"utf-8|(?:cp|iso8859-|iso2022_jp|koi8|mac-|big5|gb|euc_|shift_jis|hz|johab|kz1048|tis-)\w*")
_HEAD = 16_384  # labels stand in the head; the longest head among 90 real agency pages had them within 9 kB
_WIDE = 4  # one byte in so many is NUL in a page of UTF-16, whose markup has a NUL beside each letter
_FEW = 3  # broken bytes that name no other charset, however little of the page is not ASCII
_TOLERANCE = 0.05  # the same as a share of what is not ASCII: a wrong charset breaks nearly all of it
_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b(I")  # what only ISO-2022-JP has, all of whose bytes are ASCII
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_TAGS = re.compile(rb"[<>]+")
_SAMPLE = 4000  # bytes of text that a guess is made from; it is the same with more
_SEARCHED = 1_000_000  # bytes of a page in which text for it is looked for
_TRIES = 4  # pieces of text that are looked at alone where one broken byte spoils the guess for all of them
# The charsets of news sites before UTF-8. Others fit the same bytes as well and are never meant.
_LEGACY = (
    *("gb18030", "big5", "cp949", "cp932", "euc_jp"),
    *("cp1251", "koi8_r", "cp1252", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874"),
)
# Charsets of one byte by the language that a page says it is in: of some letters alone no guess can tell them apart.
_OF_LANGUAGE = {
    language: charset
    for charset, languages in {
        "cp1250": "cs hr hu pl ro sk sl",
        "cp1251": "be bg kk mk ru sr uk",
        "cp1253": "el",
        "cp1254": "tr",
        "cp1255": "he iw",
        "cp1256": "ar fa ur",
        "cp1257": "et lt lv",
        "cp874": "th",
    }.items()
    for language in languages.split()
}
_LATIN = ("cp1250", "cp1252", "cp1254", "cp1257")  # what a guess takes for one another, and text in Greek for one
_LANGUAGE = re.compile(rb"<html\b[^>]{0,300}?\blang\s{0,9}=\s{0,9}[\"']?([a-zA-Z]{2})(?![a-zA-Z])", re.IGNORECASE)
_WESTERN = "cp1252"  # as browsers read a label of ISO 8859-1, which pages of other languages have by mistake
_CP1250 = re.compile(rb"[\x80-\x9f]")
_MULTIBYTE = {"gb18030", "big5", "big5hkscs", "cp949", "cp932", "euc_jp", "iso2022_jp", "utf-8", "hz"}
_ENOUGH = 20  # bytes beyond ASCII; fewer tell nothing against a label
_CLEARLY = 0.05  # of charset-normalizer's share of disorder: below that another charset is no better than the label
_PAGE = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6} \w|```)", re.MULTILINE)
_OTHER = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.DOTALL
)
# Of a page: a million and a half took more than 512 MB. Of 293 real pages none has 6,000.
MOST_TAGS = 200_000
_CONTROLS = bytes({*range(0x20), *range(0x7F, 0xA0)} - {*b"\t\n\v\f\r\x1b"})
_ASCII = bytes(range(128))
_ENDS = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
# One class for every element: lxml's own choice, by the tag, is Python code that runs for each element that is touched.
_CLASSES = etree.ElementDefaultClassLookup(
    element=html.HtmlElement, comment=html.HtmlComment, pi=html.HtmlProcessingInstruction, entity=html.HtmlEntity
)


def decode(body: bytes, content_type: str | None = None, *, usual: str = "") -> str:
    """Text of a page: by byte-order mark, else UTF-8 if the bytes are that, else the labels, else what they look like.

    `usual` is the charset of the site's pages that state none. A few broken bytes change the charset of no page.

    >>> decode("<p>新华社</p>".encode("gb18030"), usual="gb18030")
    '<p>新华社</p>'
    """
    return _decoded(body, content_type, usual)[0]


def _decoded(body: bytes, content_type: str | None, usual: str) -> tuple[str, bytes]:
    """The text, and its UTF-8: of most pages the bytes as they came, which need no encoding again."""
    encoding, mark = read_bom(body)
    if encoding and mark:
        text = to_unicode(body[len(mark) :], encoding).replace("\0", "")
        return text, text.encode("utf-8", "replace")
    if (order := _wide(body)) is not None:
        text = body.decode(order, "replace").replace("\0", "")
        return text, text.encode("utf-8", "replace")
    body = body.replace(b"\0", b"")
    try:
        text = body.decode()
    except UnicodeDecodeError:
        text = _legacy(body, content_type, usual)
        return text, text.encode("utf-8", "replace")
    if b"\x1b" in body and any(escape in body for escape in _ESCAPES):
        text = body.decode("iso2022_jp", "replace")
        return text, text.encode()
    return text, body


def _wide(body: bytes) -> str | None:
    """Which UTF-16 a page without byte-order mark is in, None for neither."""
    head = body[:_HEAD]
    first = head.find(b"<")
    if first < 0 or b"\0" not in head or head.count(b"\0") * _WIDE < len(head):  # most pages have none
        return None
    return "utf-16-be" if first % 2 else "utf-16-le"


def _legacy(body: bytes, content_type: str | None, usual: str) -> str:
    """The text of a page whose bytes are not all UTF-8."""
    pieces = [piece[:_SAMPLE] for piece in _TAGS.split(body[:_SEARCHED]) if not piece.isascii()]
    stated = ("utf-8", *_labels(body, content_type))
    for label in (*stated, *([usual] if usual and _is_likely(usual, pieces) else ())):
        encoding = _of_language(label, body, pieces) if label == _WESTERN else label
        text, broken = _attempt(body, encoding)
        whole = len(text) - len(text.encode("ascii", "ignore")) - broken
        few = min(whole, max(_FEW, _TOLERANCE * whole))
        if encoding == "utf-8":  # bytes of other charsets seldom make one of its characters
            few = max(_FEW, whole) if whole and "utf-8" in stated[1:] else whole
        if broken <= few and (encoding in _MULTIBYTE or not _is_excluded(encoding, pieces)):
            return text
    guess = _guess(pieces)
    return _attempt(body, _of_language(guess, body, pieces) if guess in _LATIN else guess)[0]


def _of_language(charset: str, body: bytes, pieces: Sequence[bytes]) -> str:
    """The charset of the language that a page says it is in, where that has one; else the one that it was taken for."""
    language = _LANGUAGE.search(body, 0, _HEAD)
    found = _OF_LANGUAGE.get(language[1].decode().lower(), charset) if language else charset
    if found == "cp1250" and not _CP1250.search(b"".join(pieces)):
        return "iso8859_2"  # the two differ in these bytes, and in the letters that cp1250 has there
    return found


def _labels(body: bytes, content_type: str | None) -> Iterator[str]:
    """The charsets that the header and the page state."""
    for label in (http_content_type_encoding(content_type), *map(bytes.decode, _LABEL.findall(body[:_HEAD]))):
        if label and (encoding := resolve_encoding(label)) and _CHARSET.match(encoding):
            yield encoding


def _attempt(body: bytes, encoding: str) -> tuple[str, int]:
    """The text in a charset, and how many of its bytes are broken."""
    try:
        # Not final: the half character at the end of a cut page is left out.
        return codecs.getincrementaldecoder(encoding)().decode(body), 0
    except UnicodeDecodeError:
        text = body.decode(encoding, "replace")
    return text, text.count(_REPLACEMENT)


def _is_excluded(label: str, pieces: Sequence[bytes]) -> bool:
    """Whether a label of a charset of one byte is wrong: all bytes are letters in it, so only the words tell."""
    enough = len(b"".join(pieces).translate(None, _ASCII)) >= _ENOUGH
    return enough and bool(_matches(_sample(pieces), _LEGACY)) and not _is_likely(label, pieces)


def _is_likely(charset: str, pieces: Sequence[bytes]) -> bool:
    """Whether no other charset reads the bytes as text with clearly more order."""
    matches = _matches(_sample(pieces), (*_LEGACY, charset))
    name = codecs.lookup(charset).name.replace("-", "_")
    disorder = [match.chaos for match in matches if name in match.could_be_from_charset]
    return bool(disorder) and disorder[0] <= min(match.chaos for match in matches) + _CLEARLY


def _guess(pieces: Sequence[bytes]) -> str:
    """The charset that the bytes look like; Western European where they look like none."""
    richest = sorted(pieces, key=len, reverse=True)[:_TRIES]
    for sample in (_sample(pieces), *richest, *(piece[:-1] for piece in richest)):
        if matches := _matches(sample, _LEGACY):
            return "cp1252" if "cp1252" in matches[0].could_be_from_charset else matches[0].encoding
    return "cp1252"


def _sample(pieces: Sequence[bytes]) -> bytes:
    """The first whole pieces of text, so that no character is cut."""
    lengths = accumulate(map(len, pieces))
    return b"\n".join(piece for piece, end in zip(pieces, lengths, strict=True) if end - len(piece) < _SAMPLE)


def _matches(sample: bytes, encodings: Sequence[str]) -> "CharsetMatches":
    """What the sample may be, the likeliest first. The library is read here: most runs meet UTF-8 alone."""
    from charset_normalizer import from_bytes

    return from_bytes(sample, cp_isolation=list(encodings), preemptive_behaviour=False)


def _is_binary(head: str) -> bool:
    narrow = head.encode("latin-1", "replace")  # the controls of Unicode are those of Latin-1
    broken = len(narrow) - len(narrow.translate(None, _CONTROLS)) + head.count(_REPLACEMENT)
    return broken > _TOLERANCE * len(head)


def _is_other_text(head: str) -> bool:
    """Whether a text is none in HTML, but Markdown, JSON, a feed: a page begins with a tag, or has its own tags."""
    page = bool(_PAGE.search(head))
    tags = page or head.lstrip("\ufeff \t\r\n").startswith("<")
    return not tags or bool(_OTHER.match(head)) or (not page and bool(_MARKDOWN.search(head)))


def parse(body: bytes, content_type: str | None = None, *, name: str = "page", usual: str = "") -> html.HtmlElement:
    """Tree of a page. `usual` is as in `decode`. Raises EmptyPage or PageError, naming `name`."""
    text, utf8 = _decoded(_unpacked(body, name), content_type, usual)
    if not text or text.isspace():
        raise EmptyPage(name, "the page is empty; nothing to clean")
    head = text[:_HEAD]
    if _is_binary(head):
        raise PageError(name, "not a page but binary data; save the page again or leave it out")
    if _is_other_text(head):
        raise PageError(name, "not HTML but another text; save the page as it was served")
    if len(utf8) > MOST_TAGS and (tags := utf8.count(b"<")) > MOST_TAGS:
        raise PageError(name, f"{tags} tags; a page may have {MOST_TAGS}")
    try:
        tree = _tree(utf8)
        # A browser goes on behind an early </body> or </html>.
        return _tree(_ENDS.sub(b"", utf8)) if _has_paragraphs_behind(tree) else tree
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise PageError(name, f"not HTML ({error}); save the page again or leave it out") from error


def _unpacked(body: bytes, name: str) -> bytes:
    """A page that a server packed, or that an archive left packed, without a word of it. Raises PageError."""
    try:
        return unpack_gzip(body) if body.startswith(b"\x1f\x8b\x08") else body
    except BodyError as error:
        raise PageError(name, f"not a page; as a gzip file it is {error}") from error


def _tree(utf8: bytes) -> html.HtmlElement:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    parser.set_element_class_lookup(_CLASSES)
    return html.document_fromstring(utf8, parser=parser)  # type: ignore[arg-type]  # its elements are those of lxml.html


def _has_paragraphs_behind(tree: html.HtmlElement) -> bool:
    """Whether paragraphs follow the end of the body or of the page: the parser puts them beside it."""
    body = next(tree.iterchildren("body"), None)
    behind = [*tree.itersiblings(), *(body.itersiblings() if body is not None else ())]
    return any(next(one.iter("p"), None) is not None for one in behind)
