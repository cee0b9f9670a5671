"""XML of `-o`: a parser reads it, whatever a page holds."""

from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.support.stories import make_story
from wirecrawl.exporters.well_formed_xml import WellFormedXml
from wirecrawl.items import Image, Marks


def read(*items: Any) -> ElementTree.Element:
    """The root of the file for some items, as a parser reads it."""
    file = BytesIO()
    made = WellFormedXml(file, encoding="utf-8")
    made.start_exporting()
    for item in items:
        made.export_item(item)
    made.finish_exporting()
    return ElementTree.fromstring(file.getvalue())


HOSTILE = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF)]


@pytest.mark.parametrize("sign", HOSTILE, ids=ascii)
def test_a_headline_breaks_nothing(sign: str) -> None:
    root = read(make_story(headline_raw=f"a{sign}b", keywords=[f"c{sign}"], marks=Marks(labels=[f"d{sign}"])))
    expected = f"a{sign}b" if sign in "\t\n" else "a\ufffdb"
    assert root.findtext("item/headline_raw") == expected
    assert [element.text for element in root.findall("item/keywords/value")] == [expected.replace("a", "c")[:-1]]
    assert len(root.findall("item/marks/labels/value")) == 1


@pytest.mark.parametrize("text", ["</item>", "<!--", "&amp;&#0;", "]]>", "<![CDATA[", "<?x ?>", "新华社 \U0001f3f4"])
def test_markup_is_text(text: str) -> None:
    assert read(make_story(headline=text)).findtext("item/headline") == text


def test_nested_keys_are_elements_and_null_is_empty() -> None:
    story = make_story(
        marks=Marks(lead=2), images=[Image(url="http://a.example/1.jpg", caption=None, credit=None)], supersedes=None
    )
    item = read(story, story).find("item")
    assert item is not None
    assert (item.findtext("marks/lead"), item.findtext("marks/writethru")) == ("2", "false")
    assert (item.findtext("images/value/url"), item.findtext("images/value/caption")) == ("http://a.example/1.jpg", "")
    assert (item.findtext("supersedes"), item.findtext("published_zone_assumed")) == ("", "true")
