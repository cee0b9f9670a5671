"""Pages that stand where the page should be: bot walls answer with any status, also 200."""

import re

# Names of the walls and words that only their pages hold; looked for where a page has no room for a story. Each
# pattern begins with plain letters, which are found at once: one pattern of them all took longer than cleaning a page.
_WALLS = {
    "Cloudflare": (
        *("cf-chl", "challenge-platform", "<title>just a moment", "<title>one moment, please"),
        r"attention required! \| cloudflare",
    ),
    "DataDome": (r"captcha-delivery\.com", "datadome"),
    "Akamai": (r"errors\.edgesuite\.net", "<title>access denied</title>"),
    "Imperva": ("_incapsula_resource", "incapsula incident", "<title>pardon our interruption"),
    "HUMAN": ("px-captcha", "_pxappid"),
    "AWS WAF": ("awswafcookiedomainlist", r"gokuprops\s*="),
    "Sucuri": ("sucuri website firewall", "sucuri_cloudproxy_js"),
    "F5": (r"the requested url was rejected\. please consult with your administrator",),
    "Knownsec": ("__jsl_clearance",),
    "Aliyun": ("acw_sc__v2", r"errors\.aliyun\.com", "aliyun_waf", "您的访问被阻断"),
    "Google": ("unusual traffic from your computer network",),
    "captcha": (
        r"<title>[^<]{0,40}(?:captcha|are you (?:a )?(?:human|robot)|security check|robot check|human verification|"
        r"滑动验证|安全验证|人机验证|访问验证)",
    ),
    "JavaScript wall": (
        "checking your browser before",
        "enable javascript and cookies to continue",
        r"verify(?:ing)? (?:that )?you are (?:a )?human",
    ),
}
_PATTERNS = {name: [re.compile(words) for words in patterns] for name, patterns in _WALLS.items()}
# Walls are small: the largest seen are a few ten kB with their script inlined; stories name walls in prose.
_ROOM = 60_000


def challenge(body: bytes) -> str | None:
    """Name of the wall that a page is, None for a page that is none.

    >>> challenge(b"<html><title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x.js'>")
    'Cloudflare'
    """
    if len(body) > _ROOM or _has_story(body):  # nearly every page: the words need not be looked for
        return None
    text = body.decode("utf-8", "replace").lower()
    walls = (name for name, patterns in _PATTERNS.items() if any(pattern.search(text) for pattern in patterns))
    return next(walls, None)


def _has_story(body: bytes) -> bool:
    """Several paragraphs: a story about a wall, or a page that merely loads a wall's script."""
    return len(re.findall(rb"<p[\s>]", body, re.IGNORECASE)) > 5
