"""Text of an element: words that the page sets on two lines stay two words, and one word stays one."""

import pytest
from lxml import html

from wirecrawl.news.markup.lines import lines_of, text_of

TEXTS = {
    "Harbour closed<br>for repairs": "Harbour closed for repairs",
    "Harbour closed <br/> for repairs": "Harbour closed for repairs",
    "<div>Harbour closed</div><div>for repairs</div>": "Harbour closed for repairs",
    "<span style='display: block'>Harbour closed</span>for repairs": "Harbour closed for repairs",
    "<span>Harbour closed</span><span>for repairs</span>": "Harbour closed for repairs",
    "<x-line>Harbour closed</x-line><x-line>for repairs</x-line>": "Harbour closed for repairs",
    "Harbour <x-mark>clos</x-mark>ed for repairs": "Harbour closed for repairs",
    "<span>H</span><span>arbour closed</span>": "Harbour closed",
    "Harb<b>our</b> clo<wbr>sed<!-- remark -->": "Harbour closed",
    "<span>港口关闭</span><span>维修</span>": "港口关闭维修",
    "Harbour <div style='display:inline'>clos</div>ed": "Harbour closed",
    "Harbour closed<script>var a = 1</script><style>b{}</style>": "Harbour closed",
}


@pytest.mark.parametrize("markup", TEXTS)
def test_text(markup: str) -> None:
    assert text_of(html.fromstring(f"<section>{markup}</section>")) == TEXTS[markup]


def test_lines_are_those_of_the_page() -> None:
    heading = html.fromstring("<h1><span style='display:block'>Ports</span>Harbour\n closed<br>for repairs</h1>")
    assert lines_of(heading) == ["Ports", "Harbour\n closed", "for repairs"]
