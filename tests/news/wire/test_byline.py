import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirecrawl.news.wire import (
    PLAIN,
    is_note,
    names_in_head,
    parse_byline,
    parse_caption,
    parse_closing_credit,
    parse_editor,
    parse_names,
    table,
)

XINHUA = table("xinhua")


@pytest.mark.parametrize(
    ("paragraph", "names", "rest"),
    [
        ("by Xinhua writers Li Si, Zhang San", ["Li Si", "Zhang San"], ""),
        ("By Xinhua writers Sun Jinxia and Wu Qi", ["Sun Jinxia", "Wu Qi"], ""),
        ("by Xinhua writer X", ["X"], ""),
        ("by Li Si, Zhang San", ["Li Si", "Zhang San"], ""),
        (
            "by Xinhua writers Chen Jing, Peter O'Neill and Ana de la Cruz.",
            ["Chen Jing", "Peter O'Neill", "Ana de la Cruz"],
            "",
        ),
        ("by Xinhua writers 孙金霞, 吴奇", ["孙金霞", "吴奇"], ""),
        ("by Xinhua writer Li Si BEIJING, March 1 (Xinhua) -- Rain.", ["Li Si"], "BEIJING, March 1 (Xinhua) -- Rain."),
        ("by Li Si\nADDIS ABABA, March 1 (Xinhua) -- Rain.", ["Li Si"], "ADDIS ABABA, March 1 (Xinhua) -- Rain."),
        ("新华社记者 张三 李四", ["张三", "李四"], ""),
        ("记者 张三", ["张三"], ""),
    ],
)
def test_bylines_give_names(paragraph: str, names: list[str], rest: str) -> None:
    assert parse_byline(paragraph, XINHUA) == (names, rest)


@pytest.mark.parametrize(
    "paragraph",
    [
        "By Tuesday",
        "By Tuesday, Beijing had seen rain.",
        "By Li Si, the city was quiet for long.",
        "Written by Li Si",
        "新华社记者从有关部门获悉",
        "本报评论员 文章",
        "记者观察",
    ],
)
def test_sentences_and_columns_are_no_bylines(paragraph: str) -> None:
    assert parse_byline(paragraph, XINHUA) is None


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("比赛结束。（记者张三、李四）", (["张三", "李四"], None, "比赛结束。")),
        ("比赛结束。（评论员 罗博 萧海川）", (["罗博", "萧海川"], None, "比赛结束。")),
        ("比赛结束。（参与记者：张三、李四）", (["张三", "李四"], None, "比赛结束。")),
        ("（记者张三）", (["张三"], None, "")),
        ("有雨。（实习生 李四 新华国际客户端报道）", (["李四"], "（实习生 李四 新华国际客户端报道）", "有雨。")),
        (
            "Rain fell. (Xinhua reporters Li Si in Nairobi and Wu Qi in Juba contributed to the story.)",
            ([], "(Xinhua reporters Li Si in Nairobi and Wu Qi in Juba contributed to the story.)", "Rain fell."),
        ),
    ],
)
def test_closing_credits(paragraph: str, expected: tuple[list[str], str | None, str]) -> None:
    assert parse_closing_credit(paragraph, XINHUA) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "It costs 20 yuan (about 3 dollars)",
        "有雨。（完）",
        "有雨（见图）",
        "有雨。（新华社记者才扬摄）",
        "（记者张三）有雨。",
        "Rain (Xinhua)",
    ],
)
def test_other_closing_brackets_stay(paragraph: str) -> None:
    assert parse_closing_credit(paragraph, XINHUA) is None


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("Editor: Huaxia", ["Huaxia"]),
        ("Editors: Li Si, Wu Qi", ["Li Si", "Wu Qi"]),
        ("Editor: Li Si | 2016-01-02", ["Li Si"]),
        ("Source: Xinhua | 2018-01-03 10:11:12 | Editor: huaxia", ["huaxia"]),
        ("责任编辑：焦鹏", ["焦鹏"]),
        ("【责任编辑:张樵苏】", ["张樵苏"]),
        ("【纠错】 【责任编辑:张樵苏】", ["张樵苏"]),
        ("[责任编辑: 李四 ]", ["李四"]),
        ("(责编：牛镛、岳弘彬)", ["牛镛", "岳弘彬"]),
        ("责任编辑：", []),
        ("Edited By: Ida Holm", ["Ida Holm"]),
        ("Edited by Ida Holm/Jan Stern", ["Ida Holm", "Jan Stern"]),
        ("Edição: Ida Holm", ["Ida Holm"]),
    ],
)
def test_editors(paragraph: str, names: list[str]) -> None:
    assert parse_editor(paragraph, XINHUA) == names


@pytest.mark.parametrize(
    "paragraph",
    [
        "Editor: this is wrong, he said, but there it is.",
        "Editor's note: a series",
        "Source: Xinhua",
        "The editor: Li Si",
    ],
)
def test_other_lines_name_no_editor(paragraph: str) -> None:
    assert parse_editor(paragraph, XINHUA) is None


@pytest.mark.parametrize(
    ("paragraph", "caption", "credit"),
    [
        ("A worker checks a turbine. (Xinhua/Wang Xi)", "A worker checks a turbine.", "Xinhua/Wang Xi"),
        ("A worker checks a turbine. (Xinhua/ Chogo) Photo Gallery", "A worker checks a turbine.", "Xinhua/ Chogo"),
        ("A worker. (Xinhua Photo)", "A worker.", "Xinhua Photo"),
        ("A worker. (Photo by Li Si/Xinhua)", "A worker.", "Photo by Li Si/Xinhua"),
        ("A worker. [Photo/Xinhua]", "A worker.", "Photo/Xinhua"),
        ("A worker. (City Hall/Handout via Xinhua)", "A worker.", "City Hall/Handout via Xinhua"),
        ("(Xinhua/Wang Xi)", "", "Xinhua/Wang Xi"),
        ("护士合影留念。新华社记者 才扬 摄", "护士合影留念。", "新华社记者 才扬 摄"),
        ("护士合影留念。（新华社记者才扬摄）", "护士合影留念。", "新华社记者才扬摄"),
        ("护士合影留念。新华社发（张三 摄）", "护士合影留念。", "新华社发（张三 摄）"),
        ("护士合影留念（新华社发）", "护士合影留念", "新华社发"),
    ],
)
def test_captions_lose_their_credit(paragraph: str, caption: str, credit: str) -> None:
    assert parse_caption(paragraph, XINHUA) == (caption, credit)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Rain fell in the north. (Xinhua)",
        "BEIJING, March 1 (Xinhua/AP) -- Rain fell.",
        "消息由新华社发",
        "The team (see photo) lost.",
        "It costs 20 yuan (about 3 dollars)",
    ],
)
def test_sentences_are_no_captions(paragraph: str) -> None:
    assert parse_caption(paragraph, XINHUA) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "(Eds: adds quotes in paragraph 4)",
        "(Wiederholung aus technischen Gründen)",
        "(Corrige el nombre en el segundo párrafo)",
        "(Добавлены подробности)",
        "Eds: adds quotes",
        "ATTN EDITORS: embargoed until noon",
        "(ATTN: ADDS details in paras 4-5)",
        "EDITOR'S NOTE: first of three stories",
        "Editor's note: first of three stories",
        "EMBARGOED until 0600 GMT",
        "HOLD FOR RELEASE on Monday",
        "(Adds details, background)",
    ],
)
def test_notes_of_the_desk(paragraph: str) -> None:
    assert is_note(paragraph, XINHUA)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Embargoed goods were found.",
        "(Adds) more to it",
        "Attention turned to rain.",
        "编者按：首篇",
        "The editor's note: a letter",
        "",
    ],
)
def test_story_text_is_no_note(paragraph: str) -> None:
    assert not is_note(paragraph, XINHUA)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("作者：记者张三", ["张三"]),
        ("By Sun Jinxia; Wu Qi", ["Sun Jinxia", "Wu Qi"]),
        ("Author: Sun Jinxia", ["Sun Jinxia"]),
        ("By Sun Jinxia | ", ["Sun Jinxia"]),
        ("| Sun Jinxia |", ["Sun Jinxia"]),
        ("文：记者张三", ["张三"]),
        ("by Xinhua writers Li Si, Zhang San", ["Li Si", "Zhang San"]),
        ("Xinhua staff, 20 November", []),
        ("", []),
    ],
)
def test_names_of_an_author_line_in_any_form(line: str, names: list[str]) -> None:
    assert parse_names(line, XINHUA) == names


def long_list(length: int) -> str:
    """Names of people, as many characters as are asked for."""
    names = ", ".join(["Sun Jinxia"] * 40)[:length]
    return names[: names.rindex(",")].ljust(length, "x")


def test_a_line_of_names_has_at_most_200_characters() -> None:
    assert parse_names(long_list(200), XINHUA)
    assert parse_names(long_list(201), XINHUA) == []
    assert parse_editor("Editor: " + "x" * 192, XINHUA) == ["x" * 192]
    assert parse_editor("Editor: " + "x" * 193, XINHUA) is None
    assert parse_byline("by Xinhua writers " + long_list(170), XINHUA)
    assert parse_byline("by Xinhua writers " + long_list(210), XINHUA) is None
    chinese = f"记者 {'张三、' * 65}李四"
    assert (len(chinese), bool(parse_byline(chinese, XINHUA))) == (200, True)
    assert parse_byline(chinese + "五", XINHUA) is None


@pytest.mark.parametrize(
    "line", ["Editor: Li Si | Editor: Wu Qi", "Editor: Li Si | Rain fell", "Editor: One of many here so"]
)
def test_a_line_with_two_editors_or_more_than_a_date_names_none(line: str) -> None:
    assert parse_editor(line, XINHUA) is None


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("MARK SHERMAN, Associated Press", None),
        ("By MARK SHERMAN, Associated Press", ["MARK SHERMAN"]),
        ("By ANN LEE AP Sports Writer", ["ANN LEE"]),
        ("^By ANN LEE", ["ANN LEE"]),
        ("By The Associated Press", []),
        ("The Associated Press=", []),
        ("By Sherman", None),
        ("By ...", None),
    ],
)
def test_outlets_and_posts_in_a_byline_are_no_people(paragraph: str, names: list[str] | None) -> None:
    found = parse_byline(paragraph, table("ap"))
    assert (found and found[0]) == names


@pytest.mark.parametrize(
    ("paragraph", "agency", "expected"),
    [
        ("Il pleut. (c)AFP/IDA HOLM", "afp", (["IDA HOLM"], None, "Il pleut.")),
        ("Rain fell. (By Ida Holm)", "ap", (["Ida Holm"], None, "Rain fell.")),
        ("Rain fell. (By Tuesday)", "ap", None),
    ],
)
def test_what_closes_a_story_without_a_role(
    paragraph: str, agency: str, expected: tuple[list[str], str | None, str] | None
) -> None:
    assert parse_closing_credit(paragraph, table(agency)) == expected


PIECES = ["by ", "Xinhua writers ", "Li Si", ", ", "(", ")", "Xinhua/", "Photo"]
PIECES += ["（", "）", "记者", "新华社", "张三", "、", "摄", "。", " ", "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_what_is_cut_is_reported(paragraph: str) -> None:
    if caption := parse_caption(paragraph, XINHUA):
        assert paragraph.strip().startswith(caption[0])
        assert caption[1] in paragraph.strip()[len(caption[0]) :]
    if credit := parse_closing_credit(paragraph, XINHUA):
        assert paragraph.startswith(credit[2])
        assert credit[0] or credit[1]
    if byline := parse_byline(paragraph, XINHUA):
        assert byline[0]
        assert paragraph.rstrip().endswith(byline[1])


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("みなとに雨が降った。（佐々木花子）", (["佐々木花子"], None, "みなとに雨が降った。")),
        ("みなとに雨が降った。（敬称略）", None),
        ("みなとに雨が降った。（共同通信）", None),
        ("大雨停了。（多云转晴）", None),
    ],
)
def test_the_writer_in_the_bracket_behind_a_japanese_story(
    paragraph: str, expected: tuple[list[str], str | None, str] | None
) -> None:
    assert parse_closing_credit(paragraph, PLAIN) == expected


def test_the_writer_in_the_sign_off_of_agerpres() -> None:
    sign_off = "AGERPRES/(AS - autor: Maria Mal, editor: Ion Port, editor online: Ana Far)"
    assert parse_closing_credit(f"A plouat. {sign_off}", table("agerpres")) == (["Maria Mal"], None, "A plouat.")


def test_the_head_of_a_story_from_hong_kong_names_its_writer() -> None:
    assert names_in_head("【香江報訊】記者王小明報道：旅客逾十萬人次。", table("xinhua")) == ["王小明"]
