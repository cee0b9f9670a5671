"""The page of a story's versions: nothing in it runs or is fetched, whatever a page of an agency held."""

from lxml import html

from wirecrawl.audit.explain import Explanation, VersionChange
from wirecrawl.audit.text_diff import compare_texts, compare_words
from wirecrawl.audit.version_page import version_page
from wirecrawl.items import Marks
from wirecrawl.news.dedupe import StoryVersion

HOSTILE = "<script>x()</script>\"><img src=//a.example/x onerror='x()'> &amp; \x9b31m\u202eturned"
SAFE = HOSTILE.replace("\x9b31m\u202e", "")


def page_of(before: str, after: str, asked: str = "xinhua:a1", lines: tuple[str, ...] = ()) -> html.HtmlElement:
    old, new = (
        StoryVersion("xinhua:a1", number, "xinhua:a1", None, headline, Marks())
        for number, headline in enumerate((before, after), 1)
    )
    changed = VersionChange(new, after, old.name, compare_words(before, after), tuple(compare_texts(before, after)))
    return html.fromstring(version_page(Explanation(asked, list(lines), [VersionChange(old, before), changed])))


def test_hostile_text_is_text_everywhere() -> None:
    for page in (page_of(HOSTILE, HOSTILE), page_of("a", HOSTILE, HOSTILE, (HOSTILE,)), page_of(HOSTILE, "a")):
        tags = {element.tag for element in page.iter()}
        assert not tags & {"script", "img", "link", "iframe", "object", "form", "svg"}
        assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
        assert not page.xpath("//@src | //@href")
        assert SAFE in page.text_content().replace("[added: ", "").replace("[removed: ", "").replace("]", "")
        assert "\x9b" not in page.text_content()


def test_the_page_asks_for_nothing_and_says_so() -> None:
    page = page_of("a", "b")
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert "url(" not in page.xpath("string(//style)")
    assert (page.get("lang"), bool(page.findtext(".//title"))) == ("en", True)


def test_changes_are_marked_for_the_eye_and_for_the_ear() -> None:
    page = page_of("Three people were found.\n\nGone.", "Five people were found.\n\nNew and other words.")
    assert [one.text_content() for one in page.findall(".//ins")][-2:] == [
        "[added: Five]",
        "[added: New and other words.]",
    ]
    assert "[removed: Three]" in [one.text_content() for one in page.findall(".//del")]
    assert [one.get("class") for one in page.findall(".//section")[1].findall("p")] == [
        "soft",
        "changed",
        "removed",
        "added",
    ]


def test_what_is_only_a_link_has_a_page_too() -> None:
    page = html.fromstring(version_page(Explanation("http://a.example/", ["http://a.example/", "  was gone"], [])))
    assert (page.findtext(".//h1"), page.findtext(".//pre")) == ("http://a.example/", "http://a.example/\n  was gone")
