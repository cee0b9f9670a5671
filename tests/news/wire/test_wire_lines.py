"""Bylines, sign-offs, notes, end marks, captions and trailers in the forms of each agency."""

import pytest

from wirecrawl.news.wire import (
    all_tables,
    is_note,
    is_trailer,
    parse_byline,
    parse_caption,
    parse_closing_credit,
    table,
    take_end_mark,
)


@pytest.mark.parametrize(
    ("agency", "paragraph", "names", "rest"),
    [
        ("ap", "By ANNA LIND and JOE O'NEILL=", ["ANNA LIND", "JOE O'NEILL"], ""),
        ("ap", "Associated Press=", [], ""),
        ("ap", "^By ANNA LIND and JOE O'NEILL=", ["ANNA LIND", "JOE O'NEILL"], ""),
        ("xinhua", "Par Anna Lind", ["Anna Lind"], ""),
        ("ap", "By ANNA LIND, Associated Press", ["ANNA LIND"], ""),
        ("ap", "By ANNA LIND, AP Technology Writer", ["ANNA LIND"], ""),
        ("ap", "By The Associated Press", [], ""),
        ("reuters", "By Anna Lind, Joe Ray and Ida Moe", ["Anna Lind", "Joe Ray", "Ida Moe"], ""),
        ("reuters", "By Anna Lind LOS ANGELES (Reuters) - Rain.", ["Anna Lind"], "LOS ANGELES (Reuters) - Rain."),
        ("reuters", "par Anna Lind et Joe Ray", ["Anna Lind", "Joe Ray"], ""),
        ("dpa", "By Helga Moor, dpa =", ["Helga Moor"], ""),
        ("dpa", "By dpa correspondents =", [], ""),
        ("dpa", "Von Helga Moor und Jan Au, dpa", ["Helga Moor", "Jan Au"], ""),
        ("yonhap", "By Yoo Na-ri", ["Yoo Na-ri"], ""),
        ("efe", "Por Ana Ruiz", ["Ana Ruiz"], ""),
    ],
)
def test_bylines(agency: str, paragraph: str, names: list[str], rest: str) -> None:
    assert parse_byline(paragraph, table(agency)) == (names, rest)


@pytest.mark.parametrize(
    ("agency", "paragraph"),
    [
        ("ap", "By Tuesday, rain had stopped."),
        ("ap", "By Tuesday"),
        ("dpa", "Von Montag an regnet es."),
        ("efe", "Por la lluvia, la fiesta se aplazó."),
        ("ap", "Associated Press reporters saw rain."),
    ],
)
def test_sentences_are_no_bylines(agency: str, paragraph: str) -> None:
    assert parse_byline(paragraph, table(agency)) is None


LONG_SIGN_OFF = "(Additional reporting by " + "Anna Lind and Joe Ray in PORTO, " * 20 + "Ida Moe; Editing by Li Si)"


@pytest.mark.parametrize(
    ("agency", "paragraph", "expected"),
    [
        (
            "reuters",
            "Rain fell. (Reporting by Anna Lind; Editing by Joe Ray)",
            ([], "(Reporting by Anna Lind; Editing by Joe Ray)", "Rain fell."),
        ),
        ("reuters", f"Rain fell. {LONG_SIGN_OFF}", ([], LONG_SIGN_OFF, "Rain fell.")),
        (
            "reuters",
            "Il pleut. (Avec Joe Ray à Porto, Anna Lind pour le service français)",
            ([], "(Avec Joe Ray à Porto, Anna Lind pour le service français)", "Il pleut."),
        ),
        ("cna", "(By Anna Lin and Kay Wu)", (["Anna Lin", "Kay Wu"], None, "")),
        ("cna", "Rain fell. (By Anna Lin)", (["Anna Lin"], None, "Rain fell.")),
        ("yonhap", "anna.lind@yna.co.kr", ([], "anna.lind@yna.co.kr", "")),
        ("afp", "hh/ph/ts/hd", ([], "hh/ph/ts/hd", "")),
        ("afp", "Rain fell. hh-ab/ph", ([], "hh-ab/ph", "Rain fell.")),
        ("afp", "雨が降った。(c)AFP/Anna LIND", (["Anna LIND"], None, "雨が降った。")),
        ("efe", "Llueve. EFE daa/mt/msr", ([], "daa/mt/msr", "Llueve. EFE")),
        ("efe", "daa/mt/msr", ([], "daa/mt/msr", "")),
        ("pti", "Rain fell. PTI ABC DEF", ([], "ABC DEF", "Rain fell. PTI")),
        ("ians", "Rain fell. --IANS ab/cd", ([], "ab/cd", "Rain fell. --IANS")),
    ],
)
def test_closing_credits(agency: str, paragraph: str, expected: tuple[list[str], str | None, str]) -> None:
    assert parse_closing_credit(paragraph, table(agency)) == expected


@pytest.mark.parametrize(
    ("agency", "paragraph"),
    [
        ("yonhap", "Write to anna@example.org"),
        ("afp", "They ran for yes/no"),
        ("pti", "The rule is set by the PTI and BCCI."),
        ("pti", "He leads the BJP IT CELL"),
        ("cna", "It costs NT$20 (by some accounts)"),
        ("reuters", "Rain fell (see reports by the sea)"),
        ("efe", "La cumbre UE/OTAN"),
    ],
)
def test_other_ends_stay(agency: str, paragraph: str) -> None:
    assert parse_closing_credit(paragraph, table(agency)) is None


@pytest.mark.parametrize(
    ("agency", "mark"),
    [
        ("kyodo", "==Kyodo"),
        ("kyodo", "（完）"),
        ("cna", "Enditem/AW"),
        ("cna", "Enditem/ls"),
        ("cna", "Enditem/"),
        ("cna", "（編輯：王小明）1120221"),
        ("yonhap", "(END)"),
        ("tass", "/TASS/"),
        ("ani", "(ANI)"),
        ("ians", "(IANS)"),
        ("ians", "--IANS"),
        ("bernama", "-- BERNAMA"),
        ("bernama", "-- BERNAMA-XINHUA"),
        ("efe", "EFE"),
        ("dpa", "242200 GMT Jun 17"),
        ("dpa", "dpa tt xx n1"),
        ("ap", "AP-WF-08-29-16 1626GMT<"),
        ("ap", "___"),
        ("afp", "— AFP"),
        ("ansa", "(ANSA)"),
        ("pti", "PTI"),
        ("upi", "-30-"),
        ("reuters", "###"),
    ],
)
def test_end_marks(agency: str, mark: str) -> None:
    assert take_end_mark(f"Rain fell. {mark}", table(agency)) == ("Rain fell.", mark)
    assert take_end_mark(mark, table(agency)) == ("", mark)
    assert take_end_mark(f"Rain fell on {mark} today.", table(agency))[1] is None


def test_a_mark_in_brackets_ends_also_what_is_no_sentence() -> None:
    assert take_end_mark("anna@yna.co.kr (END)", table("yonhap")) == ("anna@yna.co.kr", "(END)")
    assert take_end_mark("He read the last line(END)", table("yonhap"))[1] is None


def test_an_agency_named_in_a_sentence_ends_nothing() -> None:
    assert take_end_mark("The news was first reported by EFE", table("efe"))[1] is None
    assert take_end_mark("He spoke to PTI.", table("pti"))[1] is None


@pytest.mark.parametrize(
    ("agency", "paragraph"),
    [
        ("ap", "Eds: Updates. With AP Photos."),
        ("ap", "EDITOR'S NOTE _ First of three stories."),
        ("ap", "Associated Press writer Anna Lind in Porto contributed to this report."),
        ("ap", "This story has been corrected to show that rain fell on Monday."),
        ("yonhap", "(ATTN: ADDS details in paras 4-5, photos)"),
        ("reuters", "(Adds quotes, background)"),
        ("reuters", "Reporting by Anna Lind; Editing by Joe Ray"),
        ("reuters", "(Reporting By Anna Lind; Editing By Joe Ray)"),
        ("reuters", "(This story has been refiled to fix a typo in paragraph 2)"),
        ("reuters", "(This version of the story corrects the day in paragraph 2)"),
        ("reuters", "Additional reporting by Anna Lind; Editing by Joe Ray"),
        ("dpa", "Sperrfrist: 3. Mai, 10.00 Uhr"),
        ("anp", "n i e u w  b e r i c h t, vervangt: Regen in Porto"),
        ("efe", "Embargado hasta las 10.00"),
        ("afp", "EMBARGOED UNTIL 1000 GMT"),
    ],
)
def test_notes(agency: str, paragraph: str) -> None:
    assert is_note(paragraph, table(agency))


@pytest.mark.parametrize(
    "paragraph",
    [
        "Reporting by the paper showed that rain fell.",
        "Associated Press reporters saw rain.",
        "Writing by hand is fun.",
        "Adds to this that rain fell.",
        "Rain contributed to this result.",
    ],
)
def test_story_text_is_a_note_of_no_agency(paragraph: str) -> None:
    assert [name for name, rules in all_tables().items() if is_note(paragraph, rules)] == []


@pytest.mark.parametrize(
    ("agency", "paragraph", "credit"),
    [
        ("ap", "A bus in Porto. (AP Photo/Anna Lind)", "AP Photo/Anna Lind"),
        ("ap", "A bus in Porto. (Anna Lind/Pool via AP)", "Anna Lind/Pool via AP"),
        ("ap", "A bus in Porto. (Porto City Hall via AP)", "Porto City Hall via AP"),
        ("ap", "A bus in Porto. (Anna Lind/Porto Post via AP, File)", "Anna Lind/Porto Post via AP, File"),
        ("afp", "A bus in Porto. AFP PHOTO / ANNA LIND", "AFP PHOTO / ANNA LIND"),
        ("efe", "Un autobús en Porto. EFE/Ana Ruiz", "EFE/Ana Ruiz"),
        ("reuters", "A bus in Porto, May 3, 2017. REUTERS/Anna Lind", "REUTERS/Anna Lind"),
        ("reuters", "A bus in Porto. REUTERS/Anna Lind/File Photo", "REUTERS/Anna Lind/File Photo"),
        ("reuters", "A bus in Porto. Joe Ray/Pool via REUTERS", "Joe Ray/Pool via REUTERS"),
        ("afp", "A bus in Porto. (Photo by Anna LIND / AFP)", "Photo by Anna LIND / AFP"),
        ("afp", "A bus in Porto. (AFP/Anna Lind)", "AFP/Anna Lind"),
        ("reuters", "A bus in Porto. (Anna Lind/AFP/Getty Images)", "Anna Lind/AFP/Getty Images"),
        ("dpa", "Ein Bus in Porto. Foto: Anna Lind/dpa", "Foto: Anna Lind/dpa"),
        ("yonhap", "A bus in Seoul. (Yonhap)", "Yonhap"),
        ("kyodo", "A bus in Kobe. (Kyodo)", "Kyodo"),
        ("pti", "A bus in Agra. (PTI Photo/Anna Lind)", "PTI Photo/Anna Lind"),
        ("ani", "A bus in Agra. (Photo/ANI)", "Photo/ANI"),
        ("tass", "© Anna Lind/TASS", "© Anna Lind/TASS"),
        ("anadolu", "A bus in Bursa. ( Anna Lind - Anadolu Agency )", "Anna Lind - Anadolu Agency"),
        ("anadolu", "Fotoğraf : Anna Lind/AA", "Fotoğraf : Anna Lind/AA"),
        ("upi", "A bus in Porto. Photo by Anna Lind/UPI", "Photo by Anna Lind/UPI"),
        ("bernama", "A bus in Ipoh. -- fotoBERNAMA (2017)", "-- fotoBERNAMA (2017)"),
        ("unnews", "UN Photo/Anna Lind", "UN Photo/Anna Lind"),
    ],
)
def test_captions(agency: str, paragraph: str, credit: str) -> None:
    found = parse_caption(paragraph, table(agency))
    assert found is not None
    assert found[1] == credit
    assert paragraph.removeprefix(found[0]) in (f" {credit}", f" ({credit})", f" ( {credit} )", credit)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The rule cost 20 euros (about 22 dollars)",
        "The minister told Reuters/Ipsos pollsters that rain fell.",
        "The prize went to the Associated Press (AP)",
        "Rain fell, he said via AP",
    ],
)
def test_sentences_are_no_captions(paragraph: str) -> None:
    assert [name for name, rules in all_tables().items() if parse_caption(paragraph, rules)] == []


def test_what_follows_the_story_is_known() -> None:
    assert is_trailer("# Notebook", table("dpa"))
    assert is_trailer("BERNAMA provides up-to-date authentic news.", table("bernama"))
    assert is_trailer("Copyright 2017 The Associated Press. All rights reserved.", table("ap"))
    assert not is_trailer("A notebook was found.", table("dpa"))
