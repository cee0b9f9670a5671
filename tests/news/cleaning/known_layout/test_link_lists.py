"""Lists of links inside a body go; links that are part of the story stay."""

import pytest

from tests.support.pages import FERRY, RAIN, SUN, paragraphs


def link(text: str) -> str:
    return f"<a href='/world/a.htm'>{text}</a>"


LIST = "".join(f"<p>{link(f'Another story, number {n}')}</p>" for n in range(3))


def test_a_list_of_links_between_paragraphs_goes() -> None:
    assert paragraphs(f"<p>{RAIN}</p><p>{FERRY}</p>{LIST}<p>{SUN}</p>") == [RAIN, FERRY, SUN]


@pytest.mark.parametrize(
    "line", ["Related:", "Read more", "See also:", "More news", "延伸阅读", "延伸阅读：", "相关阅读", "相关新闻："]
)
def test_one_link_behind_a_line_that_announces_it_goes(line: str) -> None:
    assert "Another story" not in paragraphs(f"<p>{RAIN}</p><p>{FERRY}</p><p>{line}</p><p>{link('Another story')}</p>")


def test_a_paragraph_that_is_one_link_stays() -> None:
    assert paragraphs(f"<p>{RAIN}</p><p>{link(FERRY)}</p><p>{SUN}</p>") == [RAIN, FERRY, SUN]


def test_sentences_that_link_to_something_stay() -> None:
    linked = [RAIN.replace("Reykjavik", link("Reykjavik")), FERRY.replace("islands", link("islands"))]
    assert paragraphs(f"<p>{linked[0]}</p><p>{linked[1]}</p><p>{SUN}</p>") == [RAIN, FERRY, SUN]


def test_a_body_of_links_alone_is_the_story() -> None:
    assert len(paragraphs(LIST)) == 3
