"""Editors that the lines beside a story name, whole lines and parts of lines."""

import pytest

from tests.news.cleaning.whole_page.test_credits import BOATS, page
from wirecrawl.news.cleaning.whole_page.editors import editor_parts


@pytest.mark.parametrize(
    ("line", "editors"),
    [
        ("Source: Xinhua Editor: Ida Holm 2026-06-03", ["Ida Holm"]),
        ("Opublikowano: 22.11.2026, 12:48 | Autor: Jan Stern | Redaktor: Ewa Mazur", ["Ewa Mazur"]),
        ("2026-11-22 08:36 来源：海岸网 作者：李雪梅 责任编辑：王建国", ["王建国"]),
        ("（记者 王明 编辑 李小明）", ["李小明"]),
        ("Reported by: Jan Stern, Edited by: Ida Holm", ["Ida Holm"]),
        ("Author: Jan Stern Editor: Ida Holm and Max Wan", ["Ida Holm", "Max Wan"]),
        ("Editor: Ida Holm Photo: Jan Stern", ["Ida Holm"]),
        ("By Jan Stern Edited By: Ida Holm Updated: Tue, 19 Dec 2026", ["Ida Holm"]),
        ("記者 林佳穎 報導 ／責任編輯 吳宗翰 發佈時間：2026/06/30 10:22", ["吳宗翰"]),
        ("Reporter</p><h4>Jan Stern</h4><p>Editor</p><h4>Ida Holm</h4><p>", ["Ida Holm"]),
        ("<span class=nameEditor>Ida Holm</span>", ["Ida Holm"]),
        ("Editör: Ayşe Kıyı", ["Ayşe Kıyı"]),
        ("Redaktor: Ewa Mazur", ["Ewa Mazur"]),
    ],
)
def test_a_line_under_the_headline_names_its_editors_among_others(line: str, editors: list[str]) -> None:
    assert page(under=f"<p>{line}</p>").editors == editors


def test_the_bracket_behind_the_copy_names_editors() -> None:
    last = f"{BOATS}</p><p>AGERPRES/(AS - autor: Jan Stern, editor: Ida Holm, editor online: Eva Wan)"
    assert page(last=last).editors == ["Ida Holm", "Eva Wan"]


@pytest.mark.parametrize(
    "line",
    [
        "Главный редактор: Ида Хольм",
        "Editor-in-Chief: Ida Holm",
        "Executive Editor: Ida Holm",
        "Editor: Fjord Post Ltd. 22 Main Street",
        "He said of the editor: the paper was late.",
    ],
)
def test_who_heads_the_paper_did_not_edit_the_story(line: str) -> None:
    assert [*editor_parts(line)] == []
