"""Canonical URLs and the identity of a page.

The address is not the story: a page is reached over http and https, with tracking parameters, under several
hosts of one agency. `canonical_url` folds what never matters; the URL shapes of the agency
(`wirecrawl.news.agencies`) tell what the rest means: article, list or neither, the site's own id, the date.
"""

import hashlib
import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Parameters that tell who sent the reader, never which page it is.
_TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|mc_[ce]id|spm|from|share\w*|isappinstalled|wx\w*)\Z", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*|[0-9a-f:.]+")  # a name (also an international one), or an address
# Most addresses are canonical as they are, which this tells in a tenth of the time that taking them apart needs.
_CANONICAL = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*/[A-Za-z0-9/._~%,-]*")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=256)  # of a page's own address several times, of a ticker's on every page
def canonical_url(url: str) -> str:
    """Fold what never tells pages apart: case of scheme and host, default port, fragment, tracking parameters.

    Raises ValueError for an address that is not http or https or has no host that can be one.

    >>> canonical_url("HTTP://WWW.China.org.cn:80/world/node_1.htm?utm_source=x#top")
    'http://www.china.org.cn/world/node_1.htm'
    """
    if _CANONICAL.fullmatch(url):
        return url
    parts = urlsplit(without_controls(url).strip())
    scheme, host = parts.scheme.lower(), (parts.hostname or "").rstrip(".")
    if scheme not in _DEFAULT_PORTS or not _HOST.fullmatch(host):
        raise ValueError(f"not an http(s) address: {url!r}")
    port = "" if parts.port in (None, _DEFAULT_PORTS[scheme]) else f":{parts.port}"
    host = f"[{host}]" if ":" in host else host
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)])
    return urlunsplit((scheme, host + port, parts.path or "/", query, ""))


def without_controls(url: str) -> str:
    r"""An address without control characters, which no address has and a terminal obeys.

    >>> without_controls("http://a.example/\x1b[31m")
    'http://a.example/[31m'
    """
    return _CONTROLS.sub("", url)


@lru_cache(maxsize=256)  # asked for several times while a page is read
def host_of(url: str | None) -> str:
    """Host of an address in lower case, "" for none.

    >>> host_of("https://English.News.cn/list/")
    'english.news.cn'
    """
    if url and _CANONICAL.fullmatch(url):
        return url.split("/", 3)[2]
    return (urlsplit(url or "").hostname or "").rstrip(".")


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
