"""Captures of the Wayback Machine: their addresses, and their pages with the archive's toolbar or without it."""

import msgspec
import pytest

from wirecrawl.items import Story
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.web.answer import Answer
from wirecrawl.web.captures import original_answer, original_page, read_capture

ORIGINAL = "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm"
RAW_ADDRESS = f"https://web.archive.org/web/20170217061523id_/{ORIGINAL}"
ADDRESS = f"https://web.archive.org/web/20170217061523/{ORIGINAL}"
PAGE = """<html><head>
<link rel="canonical" href="{0}http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm"/>
<title>Ferry to Tinos runs on time - China.org.cn</title></head>
<body>{1}<h1 id="title">Ferry to Tinos runs on time</h1>
<dl id="guild"><dd>Xinhua, February 16, 2017<span> Adjust font size: </span></dd></dl>
<div id="container_txt"><p>The ferry was on time for the whole week, the port authority said.</p>
<p><img src="{2}http://www.china.org.cn/images/a.jpg"></p><p>It will run hourly from Monday. Endi</p></div>
<a href="{3}/world/node_7300001.htm">more</a></body></html>"""
RAW = PAGE.format("", "", "", "").encode()
_SCRIPTS = """<head><script src="https://web-static.archive.org/_static/js/bundle-playback.js"></script>
<script>window.RufflePlayer=window.RufflePlayer||{};</script><script type="text/javascript">
  __wm.init("https://web.archive.org/web");
  __wm.wombat("http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm","20170217061523",
  "https://web.archive.org/","web","https://web-static.archive.org/_static/", "1487312123");
</script><link rel="stylesheet" href="https://web-static.archive.org/_static/css/banner-styles.css"/>
<!-- End Wayback Rewrite JS Include -->"""
_TOOLBAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base" lang="en"><h1>Wayback Machine</h1>
<time>29 Nov 2026</time><a href="/web/2017*/http://www.china.org.cn/">12 captures</a></div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
_PREFIX = "https://web.archive.org/web/20170217061523"
SHOWN = (
    PAGE.format(f"{_PREFIX}/", _TOOLBAR, "/web/20170217061523im_/", f"{_PREFIX}/http://www.china.org.cn")
    .replace("<head>", _SCRIPTS, 1)
    .encode()
    + b"<!--\n     FILE ARCHIVED ON 06:15:23 Feb 17, 2017 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON now -->"
)


def fields(story: Story) -> dict[str, object]:
    """A story without what says which bytes it came from."""
    return {name: value for name, value in msgspec.to_builtins(story).items() if name != "provenance"}


@pytest.mark.parametrize(
    ("url", "time"),
    [
        (RAW_ADDRESS, "2017-02-17T06:15:23+00:00"),
        (ADDRESS, "2017-02-17T06:15:23+00:00"),
        (f"http://web.archive.org:80/web/20170217if_/{ORIGINAL}", "2017-02-17T00:00:00+00:00"),
        (f"https://web.archive.org/web/2017/{ORIGINAL.replace('//', '/')}", "2017-01-01T00:00:00+00:00"),
        (f"https://web.archive.org/web/20170217061523id_/{ORIGINAL[7:]}", "2017-02-17T06:15:23+00:00"),
    ],
)
def test_every_form_of_an_address_names_original_and_time(url: str, time: str) -> None:
    original, capture = read_capture(url) or ("", None)
    assert capture
    assert (original, capture.archive, capture.time, capture.url) == (ORIGINAL, "web.archive.org", time, url)


@pytest.mark.parametrize(
    "url",
    [
        None,
        ORIGINAL,
        f"https://web.archive.org/web/*/{ORIGINAL}",
        f"https://web.archive.org/web/20179917061523/{ORIGINAL}",
        f"https://web.archive.org.example/web/20170217061523/{ORIGINAL}",
        "https://web.archive.org/web/20170217061523/",
    ],
)
def test_other_addresses_are_no_captures(url: str | None) -> None:
    assert read_capture(url) is None


@pytest.mark.parametrize("url", [ORIGINAL, RAW_ADDRESS, ADDRESS, None])
@pytest.mark.parametrize("body", [RAW, SHOWN], ids=["raw", "shown"])
def test_a_page_with_the_toolbar_gives_the_story_of_the_raw_one(body: bytes, url: str | None) -> None:
    made, plain = clean(body, url), clean(RAW, ORIGINAL)
    assert fields(made) == fields(plain)
    assert (made.url, made.published) == (ORIGINAL, "2017-02-16T00:00:00+08:00")
    assert [image.url for image in made.images] == [image.url for image in plain.images]
    if body == SHOWN or url in (RAW_ADDRESS, ADDRESS):
        assert made.provenance.capture
        assert made.provenance.capture.time == "2017-02-17T06:15:23+00:00"


def test_a_page_that_links_to_the_archive_is_left_as_it_is() -> None:
    page = f'<p>See <a href="{ADDRESS}">the page of 2017</a>.</p>'.encode()
    assert original_page(page, "http://a.example/") == (page, "http://a.example/", None)


def test_the_digest_of_an_answer_is_that_of_the_bytes_as_sent() -> None:
    shown, raw = (original_answer(Answer(ADDRESS, 200, body)) for body in (SHOWN, RAW))
    assert (shown.url, raw.url) == (ORIGINAL, ORIGINAL)
    assert shown.digest == Answer(ADDRESS, 200, SHOWN).digest
    assert b"web.archive.org" not in shown.body


def test_marks_without_an_end_cost_nothing() -> None:
    page = b"<head><!-- BEGIN WAYBACK TOOLBAR INSERT --><p>Rain</p>" + b"<head " * 50_000
    body, url, _ = original_page(page, ORIGINAL)
    assert (b"<p>Rain</p>" in body, url) == (True, ORIGINAL)


@pytest.mark.parametrize(
    ("printed", "published", "precision"),
    [
        ("6 hours ago", "2017-02-17T08:15:00+08:00", "minute"),
        ("35 minutes ago", "2017-02-17T13:40:00+08:00", "minute"),
        ("3 days ago", "2017-02-14T00:00:00+08:00", "day"),
        ("Yesterday, 10:48", "2017-02-16T10:48:00+08:00", "minute"),
        ("6小时前", "2017-02-17T08:15:00+08:00", "minute"),
        ("10:48", "2017-02-16T10:48:00+08:00", "minute"),
        ("February 18, 2017", "2017-02-16T00:00:00+08:00", "day"),
        ("2017-02-17 18:00:00", "2017-02-16T00:00:00+08:00", "day"),
    ],
)
def test_times_are_read_as_of_the_capture(printed: str, published: str, precision: str) -> None:
    page = RAW.replace(b"Xinhua, February 16, 2017", printed.encode())
    made = clean(page, RAW_ADDRESS)
    assert (made.published, made.published_precision) == (published, precision)
    live = clean(page, ORIGINAL, fetched="2026-11-20T00:00:00+00:00")
    assert live.published_precision == ("day" if "2017-02-17 18" not in printed else "second")


def test_a_clock_without_any_day_is_the_last_one_before_the_capture() -> None:
    address = RAW_ADDRESS.replace("world/Off_the_Wire/2017-02/16/content_40302849", "english/international/96576")
    for clock, published in (("10:48", "2017-02-17T10:48:00+08:00"), ("23:10", "2017-02-16T23:10:00+08:00")):
        page = RAW.replace(b"Xinhua, February 16, 2017", clock.encode())
        assert clean(page, address).published == published
