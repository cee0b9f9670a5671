"""Canonical URLs and the identity of a page.

One page is reached over http and https, with tracking parameters, session ids and under several hosts of one agency.
`canonical_url` removes what never tells pages apart. The URL shapes of the agency (`wirecrawl.news.agencies`) say what
the rest means: article, list or neither, the site's own id, the day. Addresses are read as browsers read them
(the WHATWG URL standard), by the parser of Node.js.
"""

import hashlib
import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

import can_ada

# Parameters that say who sent the reader, or which visit this is, never which page it is.
_TRACKING = re.compile(
    r"(?:utm_\w+|at_(?:medium|campaign|link\w*|custom\w*|format|ptr\w*)|ns_\w+|mtm_\w+|pk_\w+|hsa_\w+|wt\.\w+|xtor|"
    r"fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|[yt]clid|ysclid|twclid|ttclid|igsh(?:id)?|mc_[ce]id|mkt_tok|_hs\w+|"
    r"_ga|_gl|_openstat|ocid|icid|ncid|s_cid|cmp(?:id)?|smid|smtyp|spm|scm|ref|ref_?src|referr?er|from|share\w*|"
    r"isappinstalled|wx\w*|jsessionid|phpsessid|aspsessionid\w*|session_?id|cftoken)\Z",
    re.IGNORECASE,
)
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid|session_?id)(?:=[^/;]*)?", re.IGNORECASE)
_SLASHES = re.compile(r"(?<![:/])//+")  # not those of an address within the path
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]")
# Most addresses are canonical already, and this test takes a twentieth of the time of the whole reading.
_CANONICAL = re.compile(
    r"https?://(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*/"
    r"(?:(?!\.\.?/)[A-Za-z0-9._~,-]+/)*(?!\.\.?\Z)[A-Za-z0-9._~,-]*"
)
_PORTS = {"http:": 80, "https:": 443}  # by scheme; a page has no other one
_LONGEST_READ = 16_384  # characters of an address as printed, with tracking parameters and white space
_LONGEST = 2048  # characters of a canonical address, by the sitemap protocol; no fixture has a quarter of it


@lru_cache(maxsize=256)  # of a page's own address several times, of a ticker's on every page
def canonical_url(url: str) -> str:
    """The one spelling of an address, whatever never tells pages apart.

    Folded are the case of scheme, host and escapes, the default port, the fragment, tracking parameters, session ids,
    double slashes, and international host names (to punycode). Raises ValueError for what is no address of a page:
    another scheme than http and https, no host, or more than 2,048 characters.

    >>> canonical_url("HTTP://WWW.China.org.cn:80/world//node_1.htm?utm_source=x#top")
    'http://www.china.org.cn/world/node_1.htm'
    """
    return url if len(url) <= _LONGEST and _CANONICAL.fullmatch(url) else _canonical(_parsed(url))


def join(base: str, address: str) -> str:
    r"""The address of a link on the page `base`, as a browser resolves it. Raises ValueError for one that it cannot.

    >>> join("http://www.china.org.cn/world/", " node_\n1.htm"), join("http://www.china.org.cn/world/", "\\a\\b")
    ('http://www.china.org.cn/world/node_1.htm', 'http://www.china.org.cn/a/b')
    """
    if len(address) > _LONGEST_READ:
        raise _no_address(address)
    if _CANONICAL.fullmatch(address):
        return address
    try:
        return (can_ada.parse(base) + address).href
    except (ValueError, TypeError):  # TypeError: half a surrogate pair is no text to the parser
        raise _no_address(address) from None


def _parsed(url: str) -> can_ada.URL:
    if len(url) > _LONGEST_READ:
        raise _no_address(url)
    try:
        return can_ada.parse(url)
    except (ValueError, TypeError):
        raise _no_address(url) from None


def _no_address(url: str) -> ValueError:
    return ValueError(f"not an http(s) address: {url[:200]!r}")


def _canonical(parts: can_ada.URL) -> str:
    host = parts.hostname.rstrip(".")
    if parts.protocol not in _PORTS or not _HOST.fullmatch(host):
        raise _no_address(parts.href)
    port = f":{parts.port}" if parts.port else ""
    url = f"{parts.protocol}//{host}{port}{_path(parts.pathname)}{_query(parts.search)}"
    if len(url) > _LONGEST:
        raise _no_address(url)
    return url


def _path(path: str) -> str:
    path = _SLASHES.sub("/", _SESSION.sub("", path))
    return _ESCAPE.sub(_escape, path) if "%" in path else path


def _escape(found: re.Match[str]) -> str:
    """An escape as RFC 3986 normalises it: in capitals, and undone where the character needs none."""
    character = chr(int(found[0][1:], 16))
    return character if _UNRESERVED.fullmatch(character) else found[0].upper()


def _query(search: str) -> str:
    """The query without tracking parameters; bytes of another charset than UTF-8 come out as they went in."""
    if not search:
        return ""
    pairs = parse_qsl(search.removeprefix("?"), keep_blank_values=True, errors="surrogateescape")
    query = urlencode([(k, v) for k, v in pairs if not _TRACKING.match(k)], errors="surrogateescape")
    return f"?{query}" if query else ""


@lru_cache(maxsize=256)  # asked for several times while a page is read
def host_of(url: str | None) -> str:
    """Host of an address in lower case, "" for none and for what is no address.

    >>> host_of("https://English.News.cn/list/"), host_of("http://[::1/x")
    ('english.news.cn', '')
    """
    if url and _CANONICAL.fullmatch(url):
        return url.split("/", 3)[2]
    try:
        return _parsed(url or "").hostname.strip("[].")
    except ValueError:
        return ""


def port_of(url: str) -> int | None:
    """Port of an address, also where its scheme alone says it; None for what is no address of a page.

    >>> port_of("https://english.news.cn/"), port_of("http://english.news.cn:8080/"), port_of("ftp://english.news.cn/")
    (443, 8080, None)
    """
    try:
        parts = _parsed(url)
    except ValueError:
        return None
    return int(parts.port) if parts.port else _PORTS.get(parts.protocol)


def path_of(url: str) -> str:
    """What follows the host in a canonical address: its path, with the query if it has one.

    >>> path_of("http://www.china.org.cn/world/node_1.htm?page=2")
    '/world/node_1.htm?page=2'
    """
    return url[url.index("/", len("https://")) :]


def under(host: str, domain: str) -> bool:
    """True when `host` is `domain` or a host below it.

    >>> under("english.news.cn", "news.cn"), under("fakenews.cn", "news.cn")
    (True, False)
    """
    return host == domain or host.endswith("." + domain)


def hashed_id(agency: str | None, key: str) -> str:
    """An id for a page whose site gives none: the agency and 16 hex digits of a hash of its canonical URL.

    64 bits: among ten million pages the chance of one collision is below one in 300,000.

    >>> hashed_id(None, "http://example.com/a")
    'web:5bd48fa66118084c'
    """
    return f"{agency or 'web'}:{hashlib.sha256(key.encode()).hexdigest()[:16]}"
