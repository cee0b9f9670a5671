"""Markup like Gigaword's, as an XML parser reads it."""

from pathlib import Path

from lxml import etree

from tests.support.exported_feeds import LINES
from tests.support.stories import make_story
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line, open_format


def export(folder: Path, *lines: Line) -> dict[str, etree._Element]:
    open_format("gigaword").write(lines, folder, ExportOptions(name="wire"))
    return {file.name: etree.parse(str(file)).getroot() for file in folder.iterdir()}


def test_a_file_is_of_an_agency_a_language_and_a_month(tmp_path: Path) -> None:
    files = export(tmp_path, *LINES)
    assert {name: len(root) for name, root in files.items()} == {
        "unknown_en_202611.xml": 1,
        "xinhua_en_202610.xml": 1,
        "xinhua_en_202611.xml": 1,
        "xinhua_zh_202611.xml": 1,
    }


def test_a_doc_has_its_parts_in_order(tmp_path: Path) -> None:
    (doc,) = export(tmp_path, *LINES)["xinhua_zh_202611.xml"]
    assert dict(doc.attrib) == {"id": "xinhua:content_2@1", "type": "story"}
    assert [part.tag for part in doc] == ["HEADLINE", "DATELINE", "TEXT"]
    assert [(part.text or "").strip() for part in doc] == ["陕西剪纸入选名录", "新华社西安11月20日电", ""]
    assert [paragraph.text for paragraph in doc[2]] == ["\n冰岛的地热资源。\n", "\nThe lighthouse stands & shines.\n"]


def test_hostile_text_is_text_and_an_empty_one_is_no_story(tmp_path: Path) -> None:
    (doc,) = export(tmp_path, *LINES)["unknown_en_202611.xml"]
    text = doc.find("TEXT/P")
    assert text is not None and "</TEXT>&<script>" in (text.text or "")
    (tmp_path / "b").mkdir()
    (doc,) = export(tmp_path / "b", make_story(text=""))["xinhua_en_202611.xml"]
    assert (doc.get("type"), doc.findall("TEXT/P")) == ("other", [])
