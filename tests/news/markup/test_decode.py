"""Bytes to text: the bytes are believed before their labels."""

import codecs
import gzip

import pytest

from wirecrawl.errors import EmptyPage, PageError
from wirecrawl.news.markup import decode, parse
from wirecrawl.news.markup.decode import MOST_TAGS

CHINESE = "<p>冰岛一处小村庄将建新的地热供暖站，当地政府星期四宣布。</p>"
ACCENTED = "<p>The café in Besançon will close on Friday, its owner said in a short note to the guests.</p>"
QUOTED = "<p>“It rained for nine days,” the mayor of the little town said – and it still rains.</p>"


def labelled(charset: str, text: str = CHINESE) -> str:
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head>{text}</html>'


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "iso-8859-1", "big5", "no-such-charset", "utf-8"])
@pytest.mark.parametrize("header", [None, "text/html", "text/html; charset=gb2312", "text/html; charset=ISO-8859-1"])
def test_utf_8_is_utf_8_whatever_the_labels_say(charset: str, header: str | None) -> None:
    assert decode(labelled(charset).encode(), header) == labelled(charset)


@pytest.mark.parametrize(
    ("charset", "header"),
    [
        ("gb2312", None),
        ("gb2312", "text/html; charset=utf-8"),
        ("utf-8", None),
        ("utf-8", "text/html; charset=utf-8"),
        ("utf-8", "text/html; charset=gbk"),
        ("no-such-charset", "text/html"),
        ("iso-8859-1", "text/html; charset=gbk"),
    ],
)
def test_gb18030_is_found_where_a_label_lies(charset: str, header: str | None) -> None:
    assert decode(labelled(charset).encode("gb18030"), header) == labelled(charset)


def test_gb18030_without_any_label() -> None:
    assert decode(CHINESE.encode("gb18030")) == CHINESE


def test_gb18030_beyond_gb2312_under_a_gb2312_label() -> None:
    text = labelled("gb2312", "<p>国务院总理朱镕基在北京会见客人㐀。</p>")
    assert decode(text.encode("gb18030")) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
@pytest.mark.parametrize("header", [None, "text/html; charset=gb2312"])
def test_a_byte_order_mark_decides_and_goes(mark: bytes, encoding: str, header: str | None) -> None:
    assert decode(mark + labelled("gb2312").encode(encoding), header) == labelled("gb2312")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("cut", [1, 2, 3, 5, 8])
def test_a_page_cut_in_the_middle_of_a_character_keeps_the_rest(encoding: str, cut: int) -> None:
    body = CHINESE.removesuffix("</p>").encode(encoding)
    whole = len(body[:-cut].decode(encoding, "ignore"))
    text = decode(body[:-cut])
    assert text.rstrip("\N{REPLACEMENT CHARACTER}") == CHINESE[:whole]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_one_broken_character_does_not_spoil_the_page(encoding: str) -> None:
    text = CHINESE * 5
    body = text.encode(encoding)
    middle = body.index("供".encode(encoding), len(body) // 2)
    broken = decode(body[:middle] + b"\xff" + body[middle:], f"text/html; charset={encoding}")
    assert broken.count("冰岛一处小村庄") == 5
    assert broken.startswith(CHINESE)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_nul_bytes_go_before_decoding(encoding: str) -> None:
    body = CHINESE.encode(encoding)
    assert decode(body[:3] + b"\0" + body[3:9] + b"\0\0" + body[9:]) == CHINESE


@pytest.mark.parametrize(
    ("text", "encoding"), [(ACCENTED, "latin-1"), (ACCENTED, "cp1252"), (QUOTED, "cp1252"), (ACCENTED, "utf-8")]
)
@pytest.mark.parametrize("header", [None, "text/html", "text/html; charset=utf-8"])
def test_latin_letters_here_and_there(text: str, encoding: str, header: str | None) -> None:
    assert decode(text.encode(encoding), header) == text


def test_latin_1_under_its_label_may_be_dense() -> None:
    assert decode("<p>éèàçùêôîû</p>".encode("latin-1"), "text/html; charset=iso-8859-1") == "<p>éèàçùêôîû</p>"


@pytest.mark.parametrize("body", [b"", b" \r\n\t", b"\0\0\0", codecs.BOM_UTF8])
def test_an_empty_page_is_named(body: bytes) -> None:
    with pytest.raises(EmptyPage, match=r"http://a\.example/1: "):
        parse(body, name="http://a.example/1")


@pytest.mark.parametrize("body", [b"<!-- -->", b"<!DOCTYPE html>", b"<?xml version='1.0'?>"])
def test_a_page_without_an_element_is_named(body: bytes) -> None:
    with pytest.raises(PageError, match=r"http://a\.example/1: "):
        parse(body, name="http://a.example/1")


def test_the_tree_holds_the_decoded_text() -> None:
    assert "地热供暖站" in parse(labelled("utf-8").encode("gb18030")).text_content()


TEXTS = {
    "cp1251": "Дождь шёл девять дней, сообщил мэр города. Реку перекрыли в четверг, школы закрыты до понедельника.",
    "koi8-r": "Дождь шёл девять дней, сообщил мэр города. Реку перекрыли в четверг, школы закрыты до понедельника.",
    "cp1256": "استمر المطر تسعة أيام وقال رئيس البلدية إن المدارس ستبقى مغلقة حتى يوم الاثنين المقبل.",
    "cp949": "비가 아흐레 동안 내렸다고 시장이 밝혔다. 학교는 월요일까지 문을 닫고 강가의 길은 막혔다.",
    "cp932": "雨は九日間降り続いたと市長が発表した。学校は月曜日まで休みになり、川沿いの道は通れない。",
    "euc_jp": "雨は九日間降り続いたと市長が発表した。学校は月曜日まで休みになり、川沿いの道は通れない。",
    "gb18030": "市长说，雨下了九天。学校停课到星期一，河边的道路已经封闭。",
    "big5": "市長說，雨下了九天。學校停課到星期一，河邊的道路已經封閉。",
    "cp1253": "Έβρεξε εννέα ημέρες, είπε ο δήμαρχος. Τα σχολεία μένουν κλειστά μέχρι τη Δευτέρα.",
    "cp874": "ฝนตกเก้าวัน นายกเทศมนตรีกล่าว โรงเรียนปิดถึงวันจันทร์",
}


@pytest.mark.parametrize("charset", TEXTS)
@pytest.mark.parametrize("label", ["", "utf-8", "iso-8859-1", "no-such-charset", "base64"])
def test_a_legacy_charset_is_found_where_no_label_is_true(charset: str, label: str) -> None:
    page = f"<html><title>{TEXTS[charset][:30]}</title><p>{TEXTS[charset]}</p></html>"
    assert decode(page.encode(charset), f"text/html; charset={label}" if label else None) == page


@pytest.mark.parametrize("label", ["", "utf-8", "iso-2022-jp"])
def test_iso_2022_jp_is_told_by_its_escapes(label: str) -> None:
    page = labelled(label, f"<p>{TEXTS['cp932']}</p>")
    assert decode(page.encode("iso2022_jp")) == page


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark(encoding: str) -> None:
    assert decode(labelled("utf-16").encode(encoding), "text/html; charset=utf-16") == labelled("utf-16")


@pytest.mark.parametrize("broken", [b"\xe9", b"\xff\xfe", b"\x92\xe9\x80"])
@pytest.mark.parametrize("header", [None, "text/html; charset=utf-8"])
def test_a_few_broken_bytes_change_no_charset(broken: bytes, header: str | None) -> None:
    page = labelled("utf-8", QUOTED).encode()
    for at in (page.index(b"<p>"), len(page) - len("</html>")):
        assert QUOTED in decode(page[:at] + b"<!-- " + broken + b" -->" + page[at:], header)


@pytest.mark.parametrize(
    "words", ["Zhang Wei (张伟) said on Thursday.", "He met 王昭 and 刘洋 of the board 港务委员会."]
)
def test_a_site_of_a_legacy_charset_has_it_in_pages_that_are_mostly_english(words: str) -> None:
    page = f"<html><p>{'It rained for nine days in the town. ' * 30}</p><p>{words}</p></html>"
    assert decode(page.encode("gb18030"), usual="gb18030") == page


@pytest.mark.parametrize("text", [ACCENTED, QUOTED])
def test_a_page_that_cannot_have_the_charset_of_its_site_has_another(text: str) -> None:
    assert decode(text.encode("cp1252"), usual="gb18030") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_page_of_too_many_tags_is_refused_before_it_is_parsed(encoding: str) -> None:
    page = "<html><p>" + "It rains.<br>" * (MOST_TAGS - 2)
    assert parse(page.encode(encoding)).find(".//br") is not None
    with pytest.raises(PageError, match=r"^page: 200001 tags; a page may have 200000$"):
        parse(f"{page}<br>".encode(encoding))


@pytest.mark.parametrize(
    ("language", "charset", "text"),
    [
        ("pl", "cp1250", "Wieś Kwierna otworzyła w sobotę młyn, dziewięć lat po burzy. Cieśle odbudowali koło."),
        ("pl", "iso8859_2", "Wieś Kwierna otworzyła w sobotę młyn, dziewięć lat po burzy. Cieśle odbudowali koło."),
        ("cs", "cp1250", "Obec v sobotu znovu otevřela mlýn, devět let po bouři. Tesaři opravili kolo."),
        ("tr", "cp1254", "Köy, fırtınadan dokuz yıl sonra değirmenini cumartesi günü yeniden açtı."),
    ],
)
def test_the_language_of_a_page_tells_charsets_of_like_letters_apart(language: str, charset: str, text: str) -> None:
    page = f'<html lang="{language}"><p>{text}</p></html>'
    assert decode(page.encode(charset)) == page


@pytest.mark.parametrize(
    ("language", "charset", "text"),
    [
        ("tr", "cp1254", "<p>Belediye, pompalardan daha çabuk aşınan yeni supaplar için 3.400 avro ayırdı.</p>"),
        ("hu", "cp1250", "<p>A tanács 3400 eurót különített el a könyvtár új, erősebb szelepeire és tűire.</p>"),
        ("pl", "iso8859_2", "<p>Rada gminy przeznaczyła 3400 euro na części, które zużywają się szybciej.</p>"),
        ("fr", "cp1252", "<p>Le conseil a réservé 3 400 euros pour de nouvelles valves, où qu’elles soient.</p>"),
    ],
)
@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252"])
def test_a_western_label_on_a_page_of_another_language_is_a_mistake(
    language: str, charset: str, text: str, label: str
) -> None:
    page = f"<html lang={language}><head><meta charset={label}></head>{text}</html>"
    assert decode(page.encode(charset), f"text/html; charset={label}") == page


def test_a_page_that_is_packed_without_a_word_of_it_is_unpacked() -> None:
    packed = gzip.compress(labelled("utf-8").encode())
    assert parse(packed).findtext(".//p") == CHINESE.removeprefix("<p>").removesuffix("</p>")
    with pytest.raises(PageError, match="cut"):
        parse(packed[:-20])
