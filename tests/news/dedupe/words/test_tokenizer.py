"""Words and figures in one form each: two ways of writing one thing are equal, and figures that name are told apart."""

import pytest

from wirecrawl.news.dedupe.words.tokenizer import sentence_case, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [("2萬7千人", "27000人"), ("$1.2T", "1.2 trillion dollars"), ("150 млрд", "150 миллиардов"), ("臺灣", "台湾")],
)
def test_two_ways_to_write_one_thing_are_equal(one: str, other: str) -> None:
    assert [token.text for token in tokens(one)] == [token.text for token in tokens(other)]


def texts(line: str) -> list[str]:
    return [token.text for token in tokens(line)]


def kinds(line: str) -> dict[str, str]:
    return {token.text: token.kind for token in tokens(line)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("five killed", "5 killed"),
        ("twenty-one killed", "21 killed"),
        ("twenty one killed", "21 killed"),
        ("three hundred killed", "300 killed"),
        ("half million people", "500,000 people"),
        ("$3.2 bln", "3,200 million dollars"),
        ("US$3.2bn", "3.2 billion U.S. dollars"),
        ("Rs 5 crore", "50 mln rupees"),
        ("5 pct", "5 per cent"),
        ("5%", "five percent"),
        ("百分之五", "5%"),
        ("十二人", "12人"),
        ("N. Korea", "North Korea"),
        ("U.N.", "United Nations"),
        ("gov't", "government"),
        ("China’s", "China's"),
        ("Kiev", "Kyiv"),
        ("PM", "Prime Minister"),
        ("twenty-first", "21st"),
        ("Sept 5", "September 5"),
        ("Erdoğan", "Erdogan"),
        ("Ærø", "Aero"),
        ("Łódź Œuvre ĐORĐE", "Lodz Oeuvre Dorde"),
        ("straße cœur łąka đurđa ısı", "strasse coeur laka durda isi"),
        ("NE", "northeast"),
        ("SW", "southwest"),
        ("N.E.", "northeast"),
        ("5 degrees Fahrenheit", "5 Fahrenheit"),
        ("the rain and a storm", "rain storm"),
        ("2nd quarter", "Q2"),
        ("4Q", "Q4"),
        ("2nd half", "H2"),
        ("Hong Kong dollars", "HK$"),
        ("1,250.50", "1250.5"),
        ("1,78", "1.78"),
    ],
)
def test_two_ways_of_writing_one_thing_are_equal(one: str, other: str) -> None:
    assert texts(one) == texts(other)


@pytest.mark.parametrize(
    ("phrase", "short"),
    [
        ("por ciento", "percent"),
        ("pour cent", "percent"),
        ("percentage points", "percent point"),
        ("basis points", "bps"),
        ("kilometers h", "kph"),
        ("degrees Celsius", "Celsius"),
        ("degrees Fahrenheit", "Fahrenheit"),
        ("prime minister", "PM"),
        ("United States", "US"),
        ("United Nations", "UN"),
        ("United Kingdom", "UK"),
        ("United Arab Emirates", "UAE"),
        ("European Union", "EU"),
        ("World Health Organization", "WHO"),
        ("Middle East", "Mideast"),
        ("North Korea", "DPRK"),
        ("South Korea", "ROK"),
        ("Northern Ireland", "N. Ireland"),
        ("Great Britain", "UK"),
        ("DR Congo", "DRC"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("European Central Bank", "ECB"),
        ("Federal Reserve", "Fed"),
        ("more than", "over"),
        ("central bank", "cbank"),
        ("Wall Street", "Wall St"),
        ("vice president", "VP"),
    ],
)
def test_a_phrase_is_its_short_form(phrase: str, short: str) -> None:
    assert texts(f"Oslo {phrase} falls") == texts(f"Oslo {short} falls")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("21 killed", "20 1 killed"),
        ("twenty ten", "30"),
        ("1,780", "1,78"),
        ("10-15 killed", "1015 killed"),
        ("3rd", "3"),
        ("三星", "3星"),
        ("N Korea", "S Korea"),
        ("n korea", "north korea"),
    ],
)
def test_different_things_stay_different(one: str, other: str) -> None:
    assert texts(one) != texts(other)


@pytest.mark.parametrize(
    ("line", "text", "kind"),
    [
        ("About 45 killed in blast", "45", "figure"),
        ("Crews to reach station aboard Shenzhou 11 craft", "11", "identity"),
        ("Families of flight 370 still wait", "370", "identity"),
        ("Number: 45 people die", "45", "identity"),
        ("Group: 45 people die", "45", "figure"),
        ("Talks on 13 March in Oslo fail", "13", "identity"),
        ("Talks on March 13 in Oslo fail", "13", "identity"),
        ("March sees 1300 arrive", "1300", "figure"),
        ("Talks planned for 2026 in Oslo", "2026", "identity"),
        ("About 2,026 killed in blast", "2026", "figure"),
        ("Talks to begin 1430 GMT in Oslo", "1430", "identity"),
        ("About 1430 people wait", "1430", "figure"),
        ("Some 45 arrive in Oslo", "45", "figure"),
        ("Some half million arrive in Oslo", "500000", "figure"),
        ("Police say Haiti: 200 arrive", "200", "figure"),
        ("Many of the Taliban 45 killed", "45", "figure"),
        ("Growth in China's 5 provinces", "5", "figure"),
        ("Team wins, Hawks 115-111 in end", "115-111", "figure"),
        ("Search for MH370 goes on", "mh370", "identity"),
        ("3月5日降雨", "5", "identity"),
        ("Crews Reach Station Aboard Shenzhou 11", "11", "figure"),  # capitals name nobody here
    ],
)
def test_a_figure_that_names_is_told_from_one_that_counts(line: str, text: str, kind: str) -> None:
    assert kinds(line)[text] == kind


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Rain falls on Oslo today", True),
        ("Rain Falls On Oslo Today", False),
        ("OSLO RAIN", False),
        ("5 kites", True),
        ("5 to 1", False),
    ],
)
def test_capitals_tell_names_only_where_other_words_are_small(line: str, sentence: bool) -> None:
    assert sentence_case(tokens(line)) is sentence


@pytest.mark.parametrize(
    ("named", "sign"),
    [
        ("U.S. dollars", "$"),
        ("Hong Kong dollars", "HK$"),
        ("Australian dollars", "A$"),
        ("Canadian dollars", "C$"),
        ("Singapore dollars", "S$"),
        ("New Zealand dollars", "NZ$"),
        ("Swiss francs", "CHF"),
        ("Brazilian reais", "R$"),
        ("euros", "€"),
        ("pounds", "£"),
        ("yen", "¥"),
        ("won", "₩"),
        ("rupees", "₹"),
        ("dlr", "$"),
        ("eur", "€"),
    ],
)
def test_an_amount_is_the_same_with_the_name_of_its_money_or_its_sign(named: str, sign: str) -> None:
    assert texts(f"Oslo buys 5 {named} of oil") == texts(f"Oslo buys {sign}5 of oil")


@pytest.mark.parametrize(
    ("scale", "zeros"),
    [
        ("hundred", 2),
        ("thousand", 3),
        ("lakh", 5),
        ("mln", 6),
        ("million", 6),
        ("crore", 7),
        ("bn", 9),
        ("billion", 9),
        ("trillion", 12),
        ("万", 4),
        ("亿", 8),
    ],
)
def test_a_scale_is_its_zeros(scale: str, zeros: int) -> None:
    assert texts(f"3 {scale} people") == texts(f"3{'0' * zeros} people")


@pytest.mark.parametrize(
    ("printed", "figure"),
    [
        ("M6.7", "6.7"),
        ("Rp10 tln", "10000000000000"),
        ("Pil +0,1%", "0.1"),
        ("17.000 Menschen", "17000"),
        ("18兆円", "18000000000000"),
        ("1兆2000億円", "1200000000000"),
        ("12조1천억원", "12100000000000"),
        ("5 trilyon lira", "5000000000000"),
        ("десяти домов", "10"),
    ],
)
def test_a_figure_has_one_form_in_every_language(printed: str, figure: str) -> None:
    assert figure in [token.text for token in tokens(printed)]
