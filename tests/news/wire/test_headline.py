import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.news.wire.test_tables import BRACKETS, HYPHENS
from wirecrawl.items import Marks
from wirecrawl.news.wire import Table, clean_text, fold_space, parse_headline, table

XINHUA = table("xinhua")
KILLED = "45 killed in car bomb attack in Iraq's Baghdad"


def test_a_plain_headline_has_no_marks() -> None:
    parsed = parse_headline("Ex-Tanzanian president optimistic on Burundi dialogue outcome", XINHUA)
    assert (parsed.marks, parsed.stage, parsed.prefix, parsed.suffix) == (Marks(), "", "", "")
    assert parsed.headline == parsed.raw


@pytest.mark.parametrize(
    ("mark", "stage", "marks"),
    [
        ("Urgent: ", "Urgent", Marks(urgency="urgent")),
        ("1st LD: ", "1st LD", Marks(lead=1)),
        ("2nd LD Writethru: ", "2nd LD Writethru", Marks(lead=2, writethru=True)),
        ("2nd Ld Writethru: ", "2nd Ld Writethru", Marks(lead=2, writethru=True)),
        ("2nd LD-Writethru: ", "2nd LD-Writethru", Marks(lead=2, writethru=True)),
        ("11th LD: ", "11th LD", Marks(lead=11)),
        ("LD: ", "LD", Marks(lead=1)),
        ("Lead: ", "Lead", Marks(lead=1)),
        ("Flash: ", "Flash", Marks(urgency="flash")),
        ("AVANCE: ", "AVANCE", Marks(urgency="urgent")),
        ("URGENT : ", "URGENT", Marks(urgency="urgent")),
        ("BREAKING NEWS: ", "BREAKING NEWS", Marks(urgency="urgent")),
        ("EXTRA: ", "EXTRA", Marks(urgency="urgent")),
        ("快讯：", "快讯", Marks(urgency="flash")),
        ("急电：", "急电", Marks(urgency="urgent")),
        ("【快讯】", "快讯", Marks(urgency="flash")),
        ("［Urgent］ ", "Urgent", Marks(urgency="urgent")),
        ("更正：", "更正", Marks(handling="correction")),
        ("Correction: ", "Correction", Marks(handling="correction")),
        ("Corrected: ", "Corrected", Marks(handling="correction")),
        ("Kill: ", "Kill", Marks(handling="kill")),
        ("撤稿：", "撤稿", Marks(handling="kill")),
        ("Repeat: ", "Repeat", Marks(handling="repeat")),
        ("Refile: ", "Refile", Marks(handling="refile")),
        ("Update: ", "Update", Marks()),
        ("Urgent:", "Urgent", Marks(urgency="urgent")),
        ("Urgent\u00a0: ", "Urgent", Marks(urgency="urgent")),
        ("Urgent：", "Urgent", Marks(urgency="urgent")),
        ("Correction: 1st LD: ", "Correction 1st LD", Marks(lead=1, handling="correction")),
    ],
)
def test_life_cycle_marks(mark: str, stage: str, marks: Marks) -> None:
    parsed = parse_headline(mark + KILLED, XINHUA)
    assert (parsed.headline, parsed.stage, parsed.marks) == (KILLED, stage, marks)
    assert parsed.prefix == mark.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("mark", "labels", "genre"),
    [
        ("Backgrounder: ", ["Backgrounder"], "Background"),
        ("Roundup: ", ["Roundup"], "Wrap-up"),
        ("China Focus: ", ["China Focus"], "Feature"),
        ("Economic Watch: ", ["Economic Watch"], "Analysis"),
        ("Xinhua Headlines: ", ["Xinhua Headlines"], "Feature"),
        ("Xinhua Commentary: ", ["Xinhua Commentary"], "Opinion"),
        ("Commentary: ", ["Commentary"], "Opinion"),
        ("Interview: ", ["Interview"], "Interview"),
        ("News Analysis: ", ["News Analysis"], "Analysis"),
        ("Explainer: ", ["Explainer"], "Analysis"),
        ("Feature:", ["Feature"], "Feature"),
        ("China Focus 2: ", ["China Focus"], "Feature"),
        ("Album: ", ["Album"], None),
        ("GLOBALink | ", ["GLOBALink"], "Actuality"),
        ("综述：", ["综述"], "Wrap-up"),
        ("SYNTHESE : ", ["SYNTHESE"], "Wrap-up"),
        ("ENTREVISTA: ", ["ENTREVISTA"], "Interview"),
        ("Album: Roundup: ", ["Album", "Roundup"], "Wrap-up"),
    ],
)
def test_labels_and_their_genre(mark: str, labels: list[str], genre: str | None) -> None:
    parsed = parse_headline(mark + KILLED, XINHUA)
    assert (parsed.headline, parsed.stage) == (KILLED, "")
    assert parsed.marks == Marks(labels=labels, genre=genre)


def test_a_hyphen_joins_a_stage_to_a_label() -> None:
    parsed = parse_headline("3rd LD Writethru-Xinhua Insight: China's new leadership takes shape", XINHUA)
    assert parsed.marks == Marks(lead=3, writethru=True, labels=["Xinhua Insight"], genre="Analysis")
    assert (parsed.stage, parsed.headline) == ("3rd LD Writethru", "China's new leadership takes shape")


@pytest.mark.parametrize(
    "text",
    [
        "Derby Fever: How a city league captivates fans",
        "Chinese Super League: Evergrande win again",
        "Urgent-care clinics open in Nairobi",
        "Urgent need for rain in Kenya",
        "Lead poisoning found in village",
        "UPDATE 2-Apple close to buying Beats",
        "(LEAD) N. Korean premier to visit China",
        "（国际）综述：某国议会选举",
        "Roundup of the day's events",
        "China Focused: a word more",
        "Urgent:",
        "Urgent: 1st LD:",
        "-Xinhua",
        "An interview with the head of Xinhua",
        "Ex-Chinese Premier Li Peng dies aged 90: Xinhua",
        "Statement released by China.org.cn",
        "1st ladies meet in Beijing",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    parsed = parse_headline(text, XINHUA)
    assert (parsed.headline, parsed.marks, parsed.stage) == (text, Marks(), "")


def test_a_label_inside_the_headline_is_text() -> None:
    parsed = parse_headline("Xinhua Headlines: Derby Fever: How a league captivates fans", XINHUA)
    assert parsed.headline == "Derby Fever: How a league captivates fans"


@pytest.mark.parametrize(
    ("suffix", "printed"),
    [
        ("-Xinhua", "-Xinhua"),
        (" -Xinhua", " -Xinhua"),
        (" - Xinhua | English.news.cn", " - Xinhua | English.news.cn"),
        ("_English_Xinhua", "_English_Xinhua"),
        (" - China.org.cn", " - China.org.cn"),
        ("  China.org.cn", " China.org.cn"),
        ("\u00a0\u00a0China.org.cn", " China.org.cn"),
        (" - Spanish.xinhuanet.com", " - Spanish.xinhuanet.com"),
        ("-新华网\r\n", "-新华网"),
        ("--时政--人民网 ", "--时政--人民网"),
    ],
)
def test_site_names_behind_the_headline(suffix: str, printed: str) -> None:
    parsed = parse_headline(f"China Focus: {KILLED}?{suffix}", XINHUA)
    assert (parsed.headline, parsed.suffix) == (KILLED + "?", printed)
    assert parsed.marks.labels == ["China Focus"]


@pytest.mark.parametrize(
    ("headline", "attribution"),
    [
        ("Poles living longer, Poland faces negative population growth: report", "report"),
        ("Government ready to act against market abuse: Zuma", "Zuma"),
        ('Roundup: EU-Canada trade agreement "aims to improve people\'s lives": Canadian PM', "Canadian PM"),
        ("China opposes any form of protectionism: foreign ministry spokesperson", "foreign ministry spokesperson"),
        ("China opposes any form of protectionism: FM spokesperson", "FM spokesperson"),
        ("Derby Fever: How fans sing", None),
        ("Home of the brave ones: a long way to go for fans", None),
        ("China's Long Way To The Top: A Story", None),
        ("National team beats old rival by 3:2", None),
        ("Chinese Super League: Evergrande", None),
    ],
)
def test_attribution_is_copied_and_kept(headline: str, attribution: str | None) -> None:
    parsed = parse_headline(headline, XINHUA)
    assert parsed.attribution == attribution
    assert parsed.headline == headline.removeprefix("Roundup: ")


@pytest.mark.parametrize(
    ("headline", "periodic"),
    [
        ("Xinhua world news summary at 0530 GMT, Aug. 7", "Xinhua world news summary at 0530 GMT, Aug. 7"),
        ("Xinhua world news summary at 1600 GMT, Jan.3", "Xinhua world news summary at 1600 GMT, Jan.3"),
        ("Xinhua world news summary at 0030 GMT, March 13-Xinhua", "Xinhua world news summary at 0030 GMT, March 13"),
        ("Xinhua Asia-Pacific news summary at 0800 GMT, May 3", "Xinhua Asia-Pacific news summary at 0800 GMT, May 3"),
        ("Major news items in leading Australian newspapers", "Major news items in leading Australian newspapers"),
        ("China's foreign exchange rates -- Feb. 16", "China's foreign exchange rates, Feb. 16"),
        ("China's foreign exchange rates to be freed, bank says", None),
        ("World news summary of a busy year", None),
    ],
)
def test_periodic_items_are_named_with_clock_and_day(headline: str, periodic: str | None) -> None:
    parsed = parse_headline(headline, XINHUA)
    assert parsed.periodic == periodic
    assert parsed.headline == headline.removesuffix("-Xinhua")


def test_escape_sequences_cannot_hide_a_mark() -> None:
    parsed = parse_headline(f"\x1b[31mUr\u200bgent:\x1b[0m\n  {KILLED}\x00", XINHUA)
    assert (parsed.stage, parsed.headline) == ("Urgent", KILLED)


PIECES = ["Urgent", "1st LD", "Writethru", "LEAD", "快讯", "Roundup", "GLOBALink", "text", "(2)"]
PIECES += [":", "：", "-", "|", "_", "[", "】", "(", ")", " ", "  ", "\n", "\u3000", "\x1b[31m", "\x00"]
PIECES += ["Xinhua", "English", "China.org.cn", "人民网", "--时政"]
LINES = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=24).map("".join))


@settings(max_examples=500)
@given(LINES, st.sampled_from([XINHUA, HYPHENS, BRACKETS]))
def test_every_line_is_kept_whole_and_read_once(raw: str, rules: Table) -> None:
    parsed = parse_headline(raw, rules)
    folded = fold_space(clean_text(raw))
    assert parsed.prefix + parsed.headline + parsed.suffix == folded
    assert bool(parsed.headline) == bool(folded)
    again = parse_headline(parsed.headline, rules)
    assert (again.headline, again.marks, again.stage) == (parsed.headline, Marks(), "")


HOSTILE = ["Urgent: ", "Urgent-", "-Xinhua", "  China.org.cn", "- ", "a: ", "\x1b[", "\x9d", "[快讯]"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hundred_kilobytes_of_marks_are_text(hostile: str) -> None:
    raw = hostile * (100_000 // len(hostile))
    parsed = parse_headline(raw, XINHUA)
    assert parsed.prefix + parsed.headline + parsed.suffix == fold_space(clean_text(raw))
