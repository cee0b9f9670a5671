import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirecrawl.news.wire import table, take_end_mark

XINHUA = table("xinhua")


@pytest.mark.parametrize(
    ("paragraph", "text", "mark"),
    [
        ("The number tripled from the previous year. Endi.", "The number tripled from the previous year.", "Endi"),
        ("Talks go on. Endit", "Talks go on.", "Endit"),
        ("Talks go on. Enditem", "Talks go on.", "Enditem"),
        ("Talks go on. Enditem/AW ", "Talks go on.", "Enditem/AW"),
        ("Talks go on. Enditem/", "Talks go on.", "Enditem/"),
        ('"Talks go on." Endi', '"Talks go on."', "Endi"),
        ("He was at home (in Juba). Endit", "He was at home (in Juba).", "Endit"),
        ("会谈仍在继续。（完）", "会谈仍在继续。", "（完）"),
        ("会谈仍在继续。(完)", "会谈仍在继续。", "(完)"),
        ("Talks go on. (ENDITEM)", "Talks go on.", "(ENDITEM)"),
        ("Talks go on. [Enditem]", "Talks go on.", "[Enditem]"),
        ("Enditem", "", "Enditem"),
        ("(Enditem)", "", "(Enditem)"),
        ("（完）", "", "（完）"),
    ],
)
def test_end_marks_are_taken_and_kept_as_printed(paragraph: str, text: str, mark: str) -> None:
    assert take_end_mark(paragraph, XINHUA) == (text, mark)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The goal was scored by Endi",
        "The goal was scored by Endi.",
        "The goal was scored by a sister (Endi)",
        "Enditem is the last word. It stands at the end.",
        "They met Mr. Endicott.",
        "The word Enditem, he said.",
        "活动圆满做完",
    ],
)
def test_names_and_words_that_look_like_end_marks_stay(paragraph: str) -> None:
    assert take_end_mark(paragraph, XINHUA) == (paragraph, None)


def test_closing_white_space_goes_also_without_a_mark() -> None:
    assert take_end_mark("Talks go on. \n", XINHUA) == ("Talks go on.", None)


@pytest.mark.parametrize("before", ["of Juba", "(Juba)", "said. Then", "said “no” then", "a.m. (local) and p.m."])
@pytest.mark.parametrize("far", [0, 30, 300])
def test_a_mark_is_found_behind_other_signs_near_it(before: str, far: int) -> None:
    text = f"{'They walked home. ' * far}He went {before} at night."
    assert take_end_mark(f"{text} Endit", XINHUA) == (text, "Endit")
    bare = text.removesuffix(".")
    assert take_end_mark(f"{bare} (END)", table("kuna"))[1] == take_end_mark("Home (END)", table("kuna"))[1]


@given(st.text(st.sampled_from("End item/.!”)完（） A\n"), max_size=40))
def test_nothing_but_the_mark_is_lost(paragraph: str) -> None:
    text, mark = take_end_mark(paragraph, XINHUA)
    assert paragraph.startswith(text)
    assert paragraph[len(text) :].strip().rstrip(".。") == (mark or "")


@pytest.mark.parametrize(
    ("agency", "paragraph", "text", "mark"),
    [
        (
            "newsis",
            "비가 왔다. ◎공감언론 뉴시스 younghee@newsis.com",
            "비가 왔다.",
            "◎공감언론 뉴시스 younghee@newsis.com",
        ),
        ("pti", "भाषा अविनाश मनीषा", "", "भाषा अविनाश मनीषा"),
        ("ians", "--आईएएनएस", "", "--आईएएनएस"),
        ("tna", "ฝนตกหนัก -สำนักข่าวไทย", "ฝนตกหนัก", "-สำนักข่าวไทย"),
    ],
)
def test_the_end_marks_of_asian_copy(agency: str, paragraph: str, text: str, mark: str) -> None:
    assert take_end_mark(paragraph, table(agency)) == (text, mark)
