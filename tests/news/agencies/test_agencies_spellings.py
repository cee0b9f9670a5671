"""One story has one address, however a link spells it: every story fixture of every agency, respelled."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.fixtures import cases, load, name_of
from wirecrawl.news.agencies import Link, classify, of_url


def _with(query: str) -> Callable[[str], str]:
    return lambda url: f"{url}{'&' if '?' in url else '?'}{query}"


def _before(query: str) -> Callable[[str], str]:
    return lambda url: url.replace("?", f"?{query}&") if "?" in url else f"{url}?{query}"


def _other_slash(url: str) -> str:
    base, mark, query = url.partition("?")
    return (base.removesuffix("/") if base.endswith("/") else f"{base}/") + mark + query


def _in_session(url: str) -> str:
    base, mark, query = url.partition("?")
    return f"{base};jsessionid=0F3A{mark}{query}"


RESPELLED: dict[str, Callable[[str], str]] = {
    "tracked": _with("utm_source=rss&ref=home&ocid=x1"),
    "unknown query": _with("zq=7&amp=1"),
    "unknown query first": _before("zq=7"),
    "name alone": _with("print"),
    "other slash": _other_slash,
    "double slashes": lambda url: "://".join(part.replace("/", "//") for part in url.split("://")),
    "session": _in_session,
    "lower escapes": lambda url: url.replace("%D", "%d"),
    "backslashes": lambda url: url.replace("/", "\\"),
    "broken over lines": lambda url: f" {url[:20]}\n\t{url[20:]} ",
    "fragment": lambda url: f"{url}#?page=2",
}


def _link(url: str) -> Link:
    agency = of_url(url)
    assert agency
    return classify(url, agency)


STORIES = [case for case in cases("story.json") if of_url(load(case, "story.json")["url"])]


@pytest.mark.parametrize("change", RESPELLED)
@pytest.mark.parametrize("case", STORIES, ids=name_of)
def test_a_respelled_address_is_the_same_story(case: Path, change: str) -> None:
    url = load(case, "story.json")["url"]
    assert _link(RESPELLED[change](url)) == _link(url)


@pytest.mark.parametrize("case", STORIES, ids=name_of)
def test_the_address_in_the_feed_is_the_one_that_discovery_asks_for(case: Path) -> None:
    url = load(case, "story.json")["url"]
    assert _link(url).url == url
