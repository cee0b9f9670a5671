"""The language of a story or headline: its letters and words, its site, then what the page declares."""

import pytest

from wirecrawl.news.agencies import get
from wirecrawl.news.cleaning.language import language_of

XINHUA = get("xinhua")


@pytest.mark.parametrize(
    ("text", "url", "declared", "tag"),
    [
        ("It rained in Reykjavik.", "http://www.china.org.cn/a", None, "en"),
        ("Es regnete in Reykjavik.", "http://german.china.org.cn/a", None, "de"),
        ("Il pleut.", "http://french.news.cn/a", "en", "fr"),
        ("It rained.", "https://english.news.cn/a", "zh-CN", "en"),
        ("It rained.", "http://www.xinhuanet.com/english/2018-01/24/c_1.htm", None, "en"),
        ("冰岛下雨九天。", "http://www.china.org.cn/a", "en", "zh"),
        ("冰岛下雨九天。", None, None, "zh"),
        ("アイスランドで雨が九日間続いた。", None, "zh", "ja"),
        ("아이슬란드에 아흐레 동안 비가 내렸다.", None, None, "ko"),
        ("Xi Jinping (习近平) met the guests on Thursday in Beijing.", "https://english.news.cn/a", None, "en"),
    ],
)
def test_language(text: str, url: str | None, declared: str | None, tag: str) -> None:
    assert language_of(text, url, XINHUA if url else None, declared) == tag


@pytest.mark.parametrize(("declared", "tag"), [("en-GB", "en-GB"), ("<b>", None), ("", None), (None, None)])
def test_a_page_of_no_known_site_is_believed_when_it_names_a_tag(declared: str | None, tag: str | None) -> None:
    assert language_of("It rained.", "http://a.example/", None, declared) == tag


ENGLISH = (
    "The harbour board of Reykjavik voted on Thursday to replace its two oldest ferries before the spring floods. "
    "Engineers had found cracks in both of them, and the mayor said that nobody should wait for the repairs."
)
SPANISH = (
    "La junta del puerto de Reikiavik votó el jueves para reemplazar sus dos barcos más viejos antes de la primavera. "
    " Los ingenieros habían encontrado grietas en ambos, y la alcaldesa dijo que nadie debería esperar."
)
INDONESIAN = (
    "Dewan pelabuhan Reykjavik memutuskan pada hari Kamis untuk mengganti dua kapal feri tertua sebelum banjir. "
    "Para insinyur menemukan retakan pada keduanya, dan wali kota mengatakan bahwa tidak seorang pun perlu menunggu."
)


@pytest.mark.parametrize(
    ("text", "url", "agency", "tag"),
    [
        (ENGLISH, "https://www.news.cn/world/20261120/1/c.html", "xinhua", "en"),
        (SPANISH, "https://apnews.com/article/1", "ap", "es"),
        (ENGLISH[:60], "https://www.news.cn/world/20261120/1/c.html", "xinhua", "zh"),
        (INDONESIAN, "https://www.bernama.com/bm/a", "bernama", "ms"),
        (SPANISH, "https://www.inform.kz/qz/a", "kazinform", "kk-Latn"),
    ],
)
def test_a_text_is_believed_before_its_site_if_it_is_long_enough(text: str, url: str, agency: str, tag: str) -> None:
    assert language_of(text, url, get(agency)) == tag


def test_a_region_that_the_page_states_is_kept() -> None:
    assert language_of(ENGLISH, "http://a.example/", None, "en-GB") == "en-GB"
    assert language_of(ENGLISH, "http://a.example/", None, "de-DE") == "en"


@pytest.mark.parametrize(
    ("text", "declared", "tag"),
    [
        ("港務委員會星期四決定在春汛到來之前更換兩艘最舊的渡船。", "en", "zh-Hant"),
        ("港务委员会星期四决定在春汛到来之前更换两艘最旧的渡船。", "zh-TW", "zh"),
        ("冰岛一名姓張的市民", None, "zh"),
        ("日月山川", "zh_TW", "zh-Hant"),
        ("日月山川", None, "zh"),
    ],
)
def test_the_script_of_chinese_is_told_by_its_characters(text: str, declared: str | None, tag: str) -> None:
    assert language_of(text, None, None, declared) == tag


@pytest.mark.parametrize(
    ("headline", "declared", "tag"),
    [
        ("Міст у Львові відкрили після ремонту", None, "uk"),
        ("Мост в Бресте открыли после ремонта", None, "ru"),
        ("Мост у Брэсце адкрылі пасля рамонту ў нядзелю", None, "be"),
        ("Көпір жөндеуден кейін ашылды", None, "kk"),
        ("Мостът във Варна отново е отворен", None, "bg"),
        ("Мост у Нишу отворен после радова, кажу људи", None, "sr"),
        ("Мост открыли", "en-US", "ru"),
        ("Мост открыли", "kk-KZ", "kk-KZ"),
        ("أعيد فتح الجسر في الميناء", None, "ar"),
        ("پل بندر دوباره باز شد", None, "fa"),
        ("پل کی مرمت کے بعد بندرگاہ کھل گئی ہے", None, "ur"),
        ("日経平均株価続落", None, "ja"),
        ("港口大桥重新开放", None, "zh"),
        ("港口大橋重新開放", None, "zh-Hant"),
        ("東京湾大橋", "ja", "ja"),
        ("Η γέφυρα άνοιξε", None, "el"),
        ("सड़क फिर से खुली", None, "hi"),
        ("पूल पुन्हा सुरू", "mr", "mr"),
        ("สะพานเปิดแล้ว", "en", "th"),
        ("Կամուրջը բացվեց", None, "hy"),
        ("ხიდი გაიხსნა", None, "ka"),
        ("הגשר נפתח", None, "he"),
        ("সেতু খুলে দেওয়া হয়েছে", None, "bn"),
        ("Most w Łodzi otwarty po remoncie", None, "pl"),
        ("Most v Děčíně je otevřen", None, "cs"),
        ("Körpü açıldı, şəhər gözləyir", None, "az"),
        ("Oslo", None, None),
    ],
)
def test_letters_tell_the_language_of_a_headline(headline: str, declared: str | None, tag: str | None) -> None:
    assert language_of(headline, None, None, declared) == tag


SERBIAN = (
    "Predsednik opštine Niš rekao je u sredu da će dve najstarije skele biti zamenjene pre prolećnih poplava. "
    "Inženjeri su posle pregleda našli pukotine na oba broda, a gde će ploviti novi, biće poznato sledeće nedelje."
)
CROATIAN = (
    "Predsjednik općine Zadar rekao je u srijedu da će dvije najstarije skele biti zamijenjene prije poplava. "
    "Inženjeri su poslije pregleda našli pukotine na oba broda, a gdje će ploviti novi, bit će poznato sljedeći tjedan."
)
MALAY = (
    "Lembaga pelabuhan memutuskan pada hari Khamis bahawa dua feri tertua akan diganti kerana retak. Beliau berkata "
    "pihak syarikat akan membina kapal baharu manakala kerajaan negeri akan membayar kos itu menjelang bulan Ogos."
)


@pytest.mark.parametrize(
    ("text", "declared", "tag"),
    [
        (SERBIAN, None, "sr"),
        (CROATIAN, None, "hr"),
        (SERBIAN, "hr", "sr"),
        (CROATIAN, "hr-HR", "hr-HR"),
        (MALAY, "id", "ms"),
        (INDONESIAN, "ms", "id"),
        (INDONESIAN, "id-ID", "id-ID"),
    ],
)
def test_near_languages_are_told_by_words_that_one_of_them_has(text: str, declared: str | None, tag: str) -> None:
    assert language_of(text, None, None, declared) == tag


@pytest.mark.parametrize(
    ("url", "tag"),
    [
        ("https://rus.fjordpost.example/1", "ru"),
        ("https://fjordpost.example/eng/1", "en"),
        ("https://fjordpost.de/1", "de"),
        ("https://fjordpost.com/news/1", None),
        ("https://fjordpost.com/it/1", None),
    ],
)
def test_the_address_tells_the_language_of_a_headline_of_names(url: str, tag: str | None) -> None:
    assert language_of("Oslo 2026", url, None) == tag
