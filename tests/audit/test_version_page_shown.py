"""The page of a story's versions in a real browser: it is readable, asks for nothing and runs nothing."""

from pathlib import Path

from tests.support.browser import NEEDS_BROWSER, browser, show
from wirecrawl.audit.explain import Explanation, VersionChange
from wirecrawl.audit.text_diff import compare_texts, compare_words
from wirecrawl.audit.version_page import version_page
from wirecrawl.items import Marks
from wirecrawl.news.dedupe import StoryVersion

pytestmark = NEEDS_BROWSER
HOSTILE = "</h1></title><script>document.title='x'</script><img src=http://evil.example/x onerror=alert(1)>"
BEFORE = "Three people were found on the ferry to Tinos.\n\nIt rained.\n\n" + "x" * 500
AFTER = "Five people were found on the ferry to Tinos.\n\n" + HOSTILE + "\n\n新华社北京二月十六日电\n\n" + "x" * 500


def explanation() -> Explanation:
    """Two versions of a story whose headline, text and links are hostile."""
    headlines = ("Three found", f"Five found {HOSTILE}")
    first, second = (
        StoryVersion("xinhua:a1", number, "xinhua:a1", None, headline, Marks(handling="correction"))
        for number, headline in enumerate(headlines, 1)
    )
    words, paragraphs = compare_words(*headlines), tuple(compare_texts(BEFORE, AFTER))
    changed = VersionChange(second, AFTER, first.name, words, paragraphs)
    return Explanation("xinhua:a1", [f"http://a.example/{HOSTILE}", "  new"], [VersionChange(first, BEFORE), changed])


def test_an_explanation_asks_for_nothing_and_everybody_can_read_it(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(version_page(explanation()), encoding="utf-8")
    with browser() as opened:
        for width, dark in ((1280, False), (390, True)):
            shown = show(opened, file, width, dark=dark)
            assert shown.violations == []
            assert not shown.is_wider_than_the_window
            assert (shown.requests, shown.complaints) == ([file.as_uri()], [])
            assert shown.ask("document.scripts.length + document.images.length + document.links.length") == 0
            assert shown.ask("document.title").startswith("Five found </h1></title><script>")
            assert HOSTILE in shown.ask("document.querySelector('h1').innerText")
            assert shown.ask("document.querySelector('section ins').textContent") == "[added: Five]"
            assert shown.ask("document.querySelectorAll('p.added, p.removed, p.changed').length") == 4
