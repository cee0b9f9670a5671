"""Agency, dateline, writers and editors of pages without a layout, in the kinds of markup that sites have."""

import json

import pytest

from wirecrawl.items import Story
from wirecrawl.news.cleaning.clean import clean

RAIN = "Rain fell on the old town for the third day in a row and closed two bridges."
BOATS = "The mayor said the boats would stay in port until the wind had gone down."
HAN = "大雨连续第三天袭击老城，两座桥梁关闭，市长表示船只将留在港口直到风停。"


def page(
    *,
    lead: str = RAIN,
    under: str = "",
    above: str = "",
    behind: str = "",
    url: str = "https://fjordpost.example/1",
    last: str = BOATS,
) -> Story:
    """Clean a page of a paper: what stands above and under its headline, its story, and what stands behind it."""
    body = f"<p>{lead}</p><p>{RAIN} {BOATS}</p><p>{last}</p>"
    html = f"<title>Bridges close</title><body>{above}<h1>Bridges close</h1>{under}<div>{body}</div>{behind}"
    return clean(f"<meta charset=utf-8>{html}".encode(), url)


@pytest.mark.parametrize(
    ("under", "agency"),
    [
        ("<div><span>From:</span> <cite>AAP</cite></div>", "aap"),
        ("<p class=byline>By: The Canadian Press</p>", "cp"),
        ("<p>22/11/2026 - 04:30 - Fonte: Agência Brasil - Foto: Ida Holm</p>", "agenciabrasil"),
        ("<div>Danmark - 10. marts 2026</div><div>Af Ritzau</div>", "ritzau"),
        ("<div>BNS 2026.10.26 13:44</div>", "bns"),
        ("<p>2026年01月17日 19:33 来源：中国新闻网 参与互动</p>", "cns"),
        ("<p>Źródło: PAP</p>", "pap"),
        ("<p>Von: ih/dpa</p>", "dpa"),
        ("<p>November 22, 2026 4:31pm <b>Ida Margarethe Holm (Australian Associated Press)</b></p>", "aap"),
        ("<p>Foto: AFP</p>", None),
        ("<p>© AFP / Ida Holm</p>", None),
        ("<p>Фото РИА Новости</p>", None),
    ],
)
def test_a_line_under_the_headline_names_the_agency_and_a_photo_does_not(under: str, agency: str | None) -> None:
    assert page(under=under).agency == agency


@pytest.mark.parametrize(
    ("behind", "agency"),
    [
        ("<div>Copyright © 2026 AFP. All rights reserved.</div>", "afp"),
        ("<div>Copyright © 2026 The Press Association. All rights reserved.</div>", "pa"),
        ("<div>Copyright © 2026 Fjord Post. All rights reserved.</div>", None),
        ("<p>SDA/ih</p>", "sda"),
        ("<p>More from AFP</p>", None),
    ],
)
def test_a_credit_or_copyright_line_behind_the_story_names_the_agency(behind: str, agency: str | None) -> None:
    assert page(behind=behind).agency == agency


def test_a_credit_above_the_headline_names_the_agency() -> None:
    assert page(above="<div>20 lis 26 11:54 ,</div><div>IH</div><div>|</div><div>PAP</div>").agency == "pap"


@pytest.mark.parametrize(
    ("url", "agency"),
    [("http://regnum.ru/news/1.html", "regnum"), ("https://www.jta.org/2026/a", "jta"), ("https://ap.example/1", None)],
)
def test_the_host_of_an_agency_names_it(url: str, agency: str | None) -> None:
    assert page(url=url).agency == agency


def test_a_dateline_outweighs_the_credit_and_the_host() -> None:
    story = page(lead=f"OSLO (Reuters) - {RAIN}", under="<p>By AFP</p>", url="http://regnum.ru/news/1.html")
    assert story.agency == "reuters"


@pytest.mark.parametrize(
    ("head", "places"),
    [("OSLO —", ["OSLO"]), ("BERGEN, Norway --", ["BERGEN, Norway"]), ("Rabat -", ["Rabat"]), ("London:", ["London"])],
)
def test_a_bare_place_is_the_dateline_where_the_page_states_the_agency(head: str, places: list[str]) -> None:
    story = page(lead=f"{head} {RAIN}", under="<p>The Associated Press</p>")
    assert story.dateline
    assert (story.dateline.places, story.dateline.agency) == (places, "ap")
    assert story.text.startswith(RAIN)
    assert page(lead=f"{head} {RAIN}").dateline is None


@pytest.mark.parametrize(
    ("under", "writers"),
    [
        ("<cite>By IDA HOLM and JAN STERN, Associated Press <b>Ida Holm</b></cite>", ["IDA HOLM", "JAN STERN"]),
        ("<p>By Ida Holm and Jan Stern, Associated Press – Sat Mar 5, 6:11 pm ET</p>", ["Ida Holm", "Jan Stern"]),
        ("<p>By Ida Holm | The Canadian Press</p>", ["Ida Holm"]),
        ("<p>Von: Ida Holm, Jan Stern</p>", ["Ida Holm", "Jan Stern"]),
        ("<p>By <a>Ida Holm</a> and <a>Jan Stern</a></p>", ["Ida Holm", "Jan Stern"]),
        ("<div>Авторы:</div><div><a>Ида Хольм</a></div>", ["Ида Хольм"]),
        ("<p>Автор: Ида Хольм</p>", ["Ида Хольм"]),
        ("<p>Penulis: Ida Holm</p>", ["Ida Holm"]),
        ("<p>22.11.2026, 14:05 | Autor: Ida Holm</p>", ["Ida Holm"]),
        ("<p>Sonntag, 22. November 2026, 14:05 Uhr | Autor: Ida Holm, Foto: Jan Stern</p>", ["Ida Holm"]),
        ("<p>22 november 2026 kl. 14:05 | Ida Holm/TT</p>", ["Ida Holm"]),
        ("<p>Bridges | Ida Holm/TT</p>", []),
        ("<p>2026-11-22 14:05 記者王小明／台南報導</p>", ["王小明"]),
        ("<div><span>Ida Holm / TT</span> <time>22.11.2026 14:05</time></div>", ["Ida Holm"]),
        ("<p>2026-11-22 08:36　来源：海岸网　作者：李雪梅　编辑：王建国</p>", ["李雪梅"]),
        ("<p>เผยแพร่: 22 พ.ย. 2569 14:15 โดย: มานะ ดีงาม</p>", ["มานะ ดีงาม"]),
        ("<ul><li>By : Fjord Post</li><li>By Ida Holm, AP</li></ul>", ["Ida Holm"]),
        ("<meta name=author content='Ida Holm'><p class=author>Ida Holm, Jan Stern</p>", ["Ida Holm", "Jan Stern"]),
        ("<meta name=author content='Ida Holm'><p class=author>Ida Holm, Oslo Reporter</p>", ["Ida Holm"]),
        ("<meta name=author content='Ida Holm'><p>Ida Holm, Jan Stern</p>", ["Ida Holm"]),
        ("<meta name=author content='Ida Holm'><p class=author>Ida Holm, Ap National</p>", ["Ida Holm"]),
        ("<p>By: The Canadian Press</p>", []),
        ("<p>By Health Reporter</p>", []),
        ("<p>By Fjord Post Staff Reporter</p>", []),
        ("<meta name=author content='Fjord Post Newsdesk'>", []),
        ("<meta name=author content='United Nations News Service Section'>", []),
        ("<meta name=author content='Ida Holm, Health Reporter'>", ["Ida Holm"]),
    ],
)
def test_people_are_writers_and_outlets_desks_and_roles_are_not(under: str, writers: list[str]) -> None:
    assert page(under=under).bylines == writers


@pytest.mark.parametrize(
    ("lead", "writers"),
    [
        (f"楚天都市报讯 （记者王明 通讯员李小明 张大同）{HAN}", ["王明", "李小明", "张大同"]),
        (f"本報訊（記者王明）{HAN}", ["王明"]),
        (f"{HAN}（记者王明）{HAN}", []),
    ],
)
def test_the_bracket_at_the_head_of_chinese_copy_names_its_writers(lead: str, writers: list[str]) -> None:
    html = f"<meta charset=utf-8><title>大雨</title><h1>大雨</h1><div><p>{lead}</p><p>{HAN}</p><p>{HAN}</p></div>"
    assert clean(html.encode(), "https://fjordpost.example/1").bylines == writers


@pytest.mark.parametrize("line", ["【编辑:张三】", "（責任編輯 张三）", "編輯：张三\t【打印】", "责编：张三"])
def test_a_line_beside_the_story_names_its_editors(line: str) -> None:
    html = f"<title>大雨</title><h1>大雨</h1><div><p>{HAN}</p><p>{HAN}{HAN}</p><p>{HAN}</p></div><div>{line}</div>"
    assert clean(f"<meta charset=utf-8>{html}".encode(), "https://fjordpost.example/1").editors == ["张三"]


@pytest.mark.parametrize(
    "line", ["Penyunting: Ida Holm", "Edição: Ida Holm", "Edited by Ida Holm", "Pewarta: Jan Stern<br>Editor: Ida Holm"]
)
def test_a_line_behind_the_story_names_its_editor(line: str) -> None:
    assert page(last=f"{BOATS}</p><p>{line}").editors == ["Ida Holm"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("", "Reportagem: Ida Holm"),
        ("", "Ida Holm.</p><p>Фото автора."),
        ("", "Ida Holm, «Fjord Post»</p><p>Фото авторки"),
        ("From Ida Holm, Abuja", ""),
        ("", "Pewarta: Ida Holm<br>Editor: Jan Stern"),
        ("Ida Holm, Staff Writer", ""),
    ],
)
def test_a_line_of_names_at_either_end_of_the_story_is_no_text(first: str, last: str) -> None:
    story = page(lead=f"{first}</p><p>{RAIN}" if first else RAIN, last=f"{BOATS}</p><p>{last}" if last else BOATS)
    assert story.bylines == ["Ida Holm"]
    assert story.text.split("\n\n") == [RAIN, f"{RAIN} {BOATS}", BOATS]


@pytest.mark.parametrize("end", [f"{BOATS} FJORD/(IH - autor: Jan Stern, Oslo)", f"By Ida Holm<br>{BOATS}"])
def test_a_paragraph_with_prose_is_no_line_of_names(end: str) -> None:
    assert BOATS in page(last=end).text


def test_a_byline_may_stand_above_the_headline_or_with_its_label_behind_the_story() -> None:
    assert page(above="<p>By IDA HOLM Associated Press</p>").bylines == ["IDA HOLM"]
    assert page(behind="<div>Reporter: Ida Holm</div>").bylines == ["Ida Holm"]
    assert page(behind="<div>By Ida Holm</div>").bylines == []


@pytest.mark.parametrize(
    ("line", "places"), [("WASHINGTON", ["WASHINGTON"]), ("GULL LEDGE, Maine —", ["GULL LEDGE, Maine"])]
)
def test_a_dateline_apart_from_the_paragraphs_is_read_where_the_page_states_the_agency(
    line: str, places: list[str]
) -> None:
    story = page(under=f"<p>The Associated Press</p><div>{line}</div>")
    assert story.dateline
    assert (story.dateline.places, story.text.split("\n\n")[0]) == (places, RAIN)
    assert page(under=f"<div>{line}</div>").dateline is None


def test_a_signature_in_the_text_of_linked_data_is_no_text() -> None:
    text = "\n".join((RAIN, f"{RAIN} {BOATS}", BOATS, "Reportagem: Ida Holm"))
    data = json.dumps({"@type": "NewsArticle", "headline": "Bridges close", "articleBody": text})
    body = text.replace("\n", " ")
    html = (
        f"<title>Bridges close</title><script type=application/ld+json>{data}</script><h1>Bridges close</h1><p>{body}"
    )
    story = clean(html.encode(), "https://fjordpost.example/1")
    assert (story.bylines, story.text.split("\n\n")) == (["Ida Holm"], [RAIN, f"{RAIN} {BOATS}", BOATS])


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("Quinta-feira, 09 de março de 2023 - 16:41 | Por Ida Holm - Agência Brasil", ["Ida Holm"], "agenciabrasil"),
        ("Le 12/07/2023 à 06:00 par Ida Holm (AFP)", ["Ida Holm"], "afp"),
        ("12/07/2023 6:00 p.m. by Ida Holm", ["Ida Holm"], None),
        ("By Ida Holm, PA", ["Ida Holm"], "pa"),
        ("Ida Holm, Scranton, PA", [], None),
    ],
)
def test_a_line_of_time_names_and_agency_is_read_in_its_parts(line: str, names: list[str], agency: str | None) -> None:
    story = page(under=f"<p>{line}</p>")
    assert (story.bylines, story.agency) == (names, agency)


def test_a_lone_town_and_day_before_the_story_is_its_dateline() -> None:
    story = page(under="<div>PTI</div><p>New Delhi, November 8</p>")
    assert story.dateline is not None
    assert (story.dateline.raw, story.dateline.agency) == ("New Delhi, November 8", "pti")


def test_the_byline_at_the_head_of_the_story_goes_before_who_put_it_on_the_page() -> None:
    story = page(
        lead=f"By Ida Holm, Abuja</p><p>{RAIN}", under="<meta name=author content='Jan Stern'><p>by Jan Stern</p>"
    )
    assert (story.bylines, story.text.split("\n\n")[0]) == (["Ida Holm"], RAIN)


def test_a_japanese_writer_is_named_in_square_brackets_behind_the_last_sentence() -> None:
    text = "大雨が三日続き、旧市街の二つの橋が閉鎖された。市長は船は港にとどまると述べた。"
    body = f"<p>{text}</p><p>{text}{text}</p><p>{text}【佐藤健太郎】</p>"
    story = clean(
        f"<meta charset=utf-8><title>大雨</title><h1>大雨</h1><div>{body}</div>".encode(), "https://a.example/1"
    )
    assert (story.bylines, story.text.split("\n\n")[-1]) == (["佐藤健太郎"], text)


def test_a_guessed_author_that_is_part_of_an_agency_is_none() -> None:
    story = page(under="<div class=byline>By: <a>Press Trust of India</a> | <span>Oslo</span></div>")
    assert (story.bylines, story.agency) == ([], "pti")


def test_each_of_several_metas_names_a_writer() -> None:
    metas = "<meta name=author content='Ida Holm'><meta name=author content='Jan Stern'><meta name=author content=' '>"
    assert page(above=metas).bylines == ["Ida Holm", "Jan Stern"]
