"""Words of which one more makes another item: a relative, a youth team, an attempt, a further event of a kind."""

import pytest

from wirecrawl.news.dedupe import read_line, relate
from wirecrawl.news.dedupe.meaning.lexicon import rows
from wirecrawl.news.dedupe.meaning.spelling import HAN
from wirecrawl.news.dedupe.relations.comparison import compare_concepts
from wirecrawl.news.dedupe.relations.narrowing import tells_another

MAY = ("may", "could", "might", "must", "should", "would")
ALONE = [(name, form) for name, form in rows("contrasts") if name.startswith("+") and "=" not in form]


@pytest.mark.parametrize(("name", "form"), ALONE)
def test_a_form_in_one_headline_alone_makes_another_item(name: str, form: str) -> None:
    mould = "上海{}降雨" if HAN.search(form) else "Regatta {} Samar"
    a, b = read_line(mould.format(form), "xinhua"), read_line(mould.format(""), "xinhua")
    found = compare_concepts(a.concepts, b.concepts)
    assert tells_another("duplicate", found, a, b)
    assert tells_another("update", found, a, b) == (not name.startswith("++"))
    assert not tells_another("duplicate", compare_concepts(a.concepts, a.concepts), a, a)


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("{}opposition leader Omondi killed in Nairobi blast", ("Wife of ", "Brother of ", "Aide to ", "Ally of ")),
        ("Omondi{} jailed in Nairobi for tax fraud", ("'s son", "'s daughter", "'s lawyer", " supporters")),
        ("{}inflation slows to 2.1 percent in Kenya in May", ("Core ", "Producer ")),
        ("{}home sales in Kenya fall 3 percent in May", ("New ", "Pending ")),
        ("Kenya's {}team beats Ghana 3-1 in final in Accra", ("women's ", "U-23 ", "youth ")),
        ("US {}approves sale of F-16 jets to Kenya", ("Senate ", "tentatively ")),
        ("{}attack on Odesa kills 12 people on Monday", ("Second ", "Another ", "Renewed ", "Foiled ")),
        ("{}总理访问德国并会见企业代表", ("副",)),
        ("内罗毕{}发生爆炸致12人死亡", ("再次", "又")),
    ],
)
def test_one_of_these_words_more_is_no_repeat(headline: str, words: tuple[str, ...]) -> None:
    bare = headline.format("")
    for word in words:
        for pair in ((headline.format(word), bare), (bare, headline.format(word))):
            assert relate(*pair, "xinhua", 1.0).label != "duplicate", pair


@pytest.mark.parametrize(
    ("may_be", "is_so"),
    [
        *(
            (f"Kenyan minister {may} resign over train crash", "Kenyan minister resigns over train crash")
            for may in MAY
        ),
        *((f"Bank of Ghana {may} raise rates", "Bank of Ghana raises rates") for may in MAY),
        ("Kenya says it may have shot down drone", "Kenya says it shot down drone"),
        ("Министр Кении может уйти в отставку из-за аварии", "Министр Кении ушел в отставку из-за аварии"),
        ("肯尼亚部长或辞职", "肯尼亚部长辞职"),
        ("ケニア運輸相が辞任か", "ケニア運輸相が辞任"),
        ("케냐 장관 사임 가능성", "케냐 장관 사임"),
        ("El ministro de Kenia puede dimitir por el accidente", "El ministro de Kenia dimite por el accidente"),
        ("Le ministre kényan devrait démissionner", "Le ministre kényan démissionne"),
        ("Police found no bomb on plane in Accra", "Police found bomb on plane in Accra"),
        ("政府は予算案を提出しなかった", "政府は予算案を提出した"),
        ("الحكومة لا توافق على الاتفاق", "الحكومة توافق على الاتفاق"),
        ("Кения передала Гане тела погибших", "Гана передала Кении тела погибших"),
    ],
)
def test_what_may_be_or_is_not_is_no_repeat_of_what_is(may_be: str, is_so: str) -> None:
    assert relate(may_be, is_so, "xinhua", 1.0).label != "duplicate"
    assert relate(is_so, may_be, "xinhua", 1.0).label not in ("duplicate", "update")


def test_a_month_is_no_word_for_what_may_be() -> None:
    assert relate("Kenya exports rise in May", "Exports of Kenya rise in May", "xinhua", 1.0).label == "duplicate"
    assert not read_line("Kenya exports rise 3 percent in May", "xinhua").concepts.flags


def test_a_repeat_may_have_another_word_more() -> None:
    for more in ("Drone ", "Russian ", "Deadly "):
        pair = f"{more}attack on Odesa kills 12 people on Monday", "Attack on Odesa kills 12 people on Monday"
        assert relate(*pair, "xinhua", 1.0).label == "duplicate"
