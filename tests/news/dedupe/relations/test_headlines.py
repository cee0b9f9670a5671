"""What a later headline or story is to an earlier one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirecrawl.news.dedupe import relate
from wirecrawl.news.dedupe.meaning.lexicon import of_latin

of_latin(["herat", "kabul"])  # reads the tables once, outside of the time that hypothesis allows

BOMB = "45 killed in car bomb attack in Iraq's Baghdad"


@pytest.mark.parametrize(
    ("agency", "a", "b"),
    [
        ("xinhua", "U.S. gov't to spend $3.2 bln on harbours", "US government to spend 3.2 billion dollars on harbors"),
        ("reuters", "S. Korea's exports fall five pct -report", "South Korea exports fall 5 percent: report"),
        (
            "reuters",
            "Fed could ditch flawed 'dots': Fisher says in text",
            'Fed could ditch flawed "dots": Fisher says in text',
        ),
        ("reuters", "Microsoft targeted in anti-trust probe", "Microsoft targeted in antitrust probe"),
        ("xinhua", "Twenty-one hurt as ferry and barge collide", "21 hurt as ferry & barge collide"),
        ("xinhua", "Third tunnel opens under Oresund", "3rd tunnel opens under Øresund"),
        ("xinhua", "Average househould size shrinks in Norway", "Average household size shrinks in Norway"),
        ("afp", "Côte d'Ivoire organises poll", "Cote d'Ivoire organizes poll"),
        (
            "reuters",
            "Hungary approves loan measure estimated to cost ...",
            "Hungary approves loan measure estimated to cost banks",
        ),
        ("xinhua", "北京暴雨致3人死亡", "北京暴雨致３人死亡"),
        ("reuters", "Cement makers agree merger plan -sources", "RPT-Cement makers agree merger plan -source"),
        ("xinhua", f"1st LD: {BOMB}", f"Urgent: {BOMB}"),
        (
            "xinhua",
            "Lighthouse keepers strike over pay in northern Norw...",
            "Lighthouse keepers strike over pay in N. Norway",
        ),
        ("reuters", "Brevik council votes for a new ... | Reuters", "Brevik council votes for a new school"),
        ("afp", "Aid convoy reaches Brevik: UN", "Aid convoy reaches Brevik, UN says"),
        ("ap", "Brevik mayor: bridge to stay closed", "Brevik mayor says bridge to stay closed"),
        ("xinhua", "Port ready for talks: FM spokesman", "Port ready for talks, foreign ministry spokesperson says"),
        ("reuters", "Brevik sells HK$10 bln of bonds", "Brevik sells 10 billion Hong Kong dollars of bonds"),
        ("reuters", "Bank cuts rate by 25 bps", "Bank cuts rate by 25 basis points"),
        ("ap", "Twenty-fifth Amendment talk grows", "25th Amendment talk grows"),
        ("ap", "Committe approves Brevik nominee", "Committee approves Brevik nominee"),
        ("xinhua", "北京暴雨致十二人死亡", "北京暴雨致12人死亡"),
        ("reuters", "US clears S&P 500 fund", "US CLEARS S&P 500 FUND"),
    ],
)
def test_other_forms_of_the_same_words_are_a_repeat(agency: str, a: str, b: str) -> None:
    assert relate(a, b, agency, 1).label == "duplicate"


@pytest.mark.parametrize(
    ("agency", "a", "b", "kind"),
    [
        ("xinhua", f"Urgent: {BOMB}", f"1st LD: {BOMB}", "later stage"),
        ("xinhua", f"Urgent: {BOMB}", BOMB, "later stage"),
        ("xinhua", f"1st LD: {BOMB}", f"1st LD Writethru: {BOMB}", "later stage"),
        ("reuters", "Oil tanker sinks off Spain", "UPDATE 1-Oil tanker sinks off Spain", "later stage"),
        ("yonhap", "(URGENT) Hanbit expects funds worth 5 tln won", "(LEAD) Hanbit expects 5 tln won", "later stage"),
        ("xinhua", BOMB, BOMB.replace("45", "48"), "other figures"),
        ("ap", "Three dead in Brevik fire", "At least 12 dead in Brevik fire", "other figures"),
        ("afp", "Quake of magnitude 6.1 off Brevik", "Quake of magnitude 6.3 off Brevik", "other figures"),
        ("reuters", "Ferry sinks off Spain", "CORRECTED-Ferry sinks off Spain", "correction"),
        ("reuters", "UPDATE 2-Ferry sinks off Spain", "REFILE-UPDATE 2-Ferry sinks off Spain", "refile"),
    ],
)
def test_later_stages_and_changed_counts_are_updates(agency: str, a: str, b: str, kind: str) -> None:
    found = relate(a, b, agency, 1)
    assert (found.label, found.kind) == ("update", kind)


@pytest.mark.parametrize(
    ("agency", "a", "b"),
    [
        ("xinhua", "Chile raises lithium output", "Chile raises copper output"),
        ("xinhua", "Floods hit Hunan farms", "Floods hit Henan farms"),
        ("yonhap", "Samsung SDI signs battery deal", "Samsung Electronics signs battery deal"),
        ("reuters", "FOREX-Dollar at 102.5 yen", "FOREX-Dollar at 102.7 yen"),
        ("xinhua", "China stocks open 0.3 pct higher", "China stocks open 0.5 pct higher"),
        ("xinhua", "Xinhua world news summary at 0030 GMT, Nov. 20", "Xinhua world news summary at 1530 GMT, Nov. 20"),
        ("xinhua", BOMB, f"Roundup: {BOMB}"),
        ("xinhua", f"Urgent: {BOMB}", f"Backgrounder: {BOMB}"),
        ("reuters", "Brevik Q1 profit up", "Brevik Q2 profit up"),
        ("reuters", "Brevik sees growth in 2014", "Brevik sees growth in 2015"),
        ("xinhua", "Storm kills 5 on March 3", "Storm kills 5 on March 4"),
        ("reuters", "India beats Pakistan", "Pakistan beats India"),
        ("xinhua", "Beijing 21 degrees Celsius today", "Beijing 24 degrees Celsius today"),
        ("tass", "Brevik reports 210 new cases of flu, 3 deaths", "Brevik reports 240 new cases of flu, 4 deaths"),
        ("anadolu", "Brevik crown hits 18.2", "Brevik crown hits 18.4"),
        ("efe", "El corona se cambia a 1,0812 euros", "El corona se cambia a 1,0844 euros"),
        ("xinhua", "Signal No. 8 hoisted in Brevik", "Signal No. 10 hoisted in Brevik"),
        ("xinhua", "Fire kills 3 in Brevik, police say", "Fire kills 3 in Brevik, army says"),
        ("xinhua", "Chang'e-5 lands on moon", "Chang'e-6 lands on moon"),
    ],
)
def test_what_never_is_one_item(agency: str, a: str, b: str) -> None:
    assert relate(a, b, agency, 1).label == "different"


@pytest.mark.parametrize(("hours", "label"), [(19.9, "duplicate"), (20.0, "different"), (30.0, "different")])
def test_the_same_words_a_day_later_are_another_item(hours: float, label: str) -> None:
    assert relate(BOMB, BOMB, "xinhua", hours).label == label


def test_other_figures_a_day_later_are_another_item_and_a_correction_is_not() -> None:
    assert relate(BOMB, BOMB.replace("45", "48"), "xinhua", 24).label == "different"
    assert relate("Ferry sinks off Spain", "CORRECTED-Ferry sinks off Spain", "reuters", 30).label == "update"


STORY = "\n\n".join(
    (
        "A ferry with 120 people aboard ran aground off the port of Brevik on Monday, rescuers said.",
        "All passengers were taken to a school nearby, where doctors looked after eleven of them.",
        "The cause was not known. The ferry had been built in 1998 and was inspected last spring.",
        "Winds of storm force had closed the strait to smaller boats since the early morning.",
    )
)
GROWN = (
    STORY.replace("eleven", "14") + "\n\nThe master told police that the rudder had failed, the harbour office said."
)


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        (STORY.upper().replace(",", " ,"), "duplicate", "same text"),
        (STORY.replace("passengers", "passangers"), "duplicate", "near text"),
        (STORY.rpartition("\n\n")[0], "duplicate", "near text"),
        (STORY.replace("where doctors", "where the doctors who were there"), "duplicate", "near text"),
        (STORY.replace("looked after", "treated"), "update", "grown text"),
        (STORY.replace("ferry", "barge"), "different", "other text"),
        (GROWN, "update", "grown text"),
        (STORY.replace("1998", "1999"), "update", "grown text"),
        (STORY.replace("was not known", "was known"), "update", "grown text"),
        ("A bus left the road near Vik.\n\n" + STORY.partition("\n\n")[2], "different", "other text"),
    ],
)
def test_texts_decide_on_stories(text: str, label: str, kind: str) -> None:
    found = relate("Ferry runs aground off Brevik", "Ferry aground, passengers safe", "xinhua", 2, STORY, text)
    assert (found.label, found.kind) == (label, kind)


def test_a_lead_with_another_text_updates_the_urgent() -> None:
    found = relate("Urgent: Ferry aground", "1st LD: Ferry aground", "xinhua", 1, "A ferry ran aground.", STORY)
    assert (found.label, found.kind) == ("update", "later stage")


def test_the_same_headline_over_another_text_is_another_story() -> None:
    other = "The council of Brevik has voted for a new school.\n\nIt will open in two years and hold 300 pupils."
    assert relate("Brevik news", "Brevik news", "xinhua", 1, STORY, other).label == "different"


def test_a_correction_of_the_same_text_replaces_it() -> None:
    found = relate("Ferry aground", "Correction: Ferry aground", "xinhua", 1, STORY, STORY)
    assert (found.label, found.kind) == ("update", "correction")


def test_a_periodic_item_without_a_clock_is_another_one_hours_later() -> None:
    assert relate("Yonhap News Summary", "Yonhap News Summary", "yonhap", 1).label == "duplicate"
    assert relate("Yonhap News Summary", "Yonhap News Summary", "yonhap", 12).label == "different"


def test_two_events_of_one_mould_under_one_headline_are_two_stories() -> None:
    elsewhere = STORY.replace("Brevik", "Holmvik").replace("120", "80").replace("eleven", "five")
    found = relate("Ferry runs aground", "Ferry runs aground", "xinhua", 5, STORY, elsewhere)
    assert (found.label, found.thread) == ("different", False)


SHARES = (
    "SEOUL, Oct. {} (Yonhap) -- Shares closed higher as investors bought makers of ferries.\n\n"
    "The index gained {} points to close at {}, with turnover at 8.1 trillion won.\n\nGainers outnumbered losers."
)


def test_a_market_with_other_figures_is_another_story() -> None:
    texts = SHARES.format(5, 18.32, 2431.56), SHARES.format(6, 21.07, 2452.63)
    assert relate("Shares close higher", "Shares close higher", "yonhap", 19, *texts).label == "different"


def test_what_cleaning_takes_out_of_a_text_makes_no_difference() -> None:
    printed = f"BREVIK, May 4 (Xinhua) -- {STORY}\n\n(Reporting by Ann Lee)\n\nEndi"
    found = relate("Ferry aground", "Ferry aground", "xinhua", 1, STORY, printed)
    assert (found.label, found.kind) == ("duplicate", "same text")


def test_a_correction_of_another_word_is_none_of_this_story() -> None:
    tin, zinc = (f"Chile will raise its output of {ware}, the ministry said.\n\nIt is new." for ware in ("tin", "zinc"))
    found = relate("Chile raises tin output", "Correction: Chile raises zinc output", "xinhua", 1, tin, zinc)
    assert found.label == "different"


WORDS = st.lists(st.sampled_from("ferry sinks off Spain 45 48 killed Urgent: 1st LD: 北京 ...".split()), max_size=9)


@given(WORDS, WORDS, st.floats(0, 100))
def test_any_pair_has_a_label_and_a_similarity(a: list[str], b: list[str], hours: float) -> None:
    found = relate(" ".join(a), " ".join(b), "xinhua", hours)
    assert found.label in ("duplicate", "update", "different")
    assert 0 <= found.similarity <= 1


@given(WORDS)
def test_a_line_repeats_itself(words: list[str]) -> None:
    assert relate(" ".join(words), " ".join(words), "xinhua", 1).label == "duplicate"


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (f"1st LD: {BOMB}", f"Urgent: {BOMB}", "same headline"),
        (f"{BOMB}: police", f"{BOMB}, police say", "same headline"),
        ("A househould sleeps in town", "A household sleeps in town", "near headline"),
    ],
)
def test_a_repeat_says_whether_its_words_are_the_same(a: str, b: str, kind: str) -> None:
    found = relate(a, b, "xinhua", 1)
    assert (found.label, found.kind) == ("duplicate", kind)
    assert found.similarity <= 1.0
    assert kind != "same headline" or found.similarity == 1.0


@pytest.mark.parametrize(
    "hedge", ["at least", "about", "some", "nearly", "almost", "over", "around", "up to", "as many as", "more than"]
)
def test_how_exact_a_toll_is_may_change_with_it(hedge: str) -> None:
    found = relate("3 dead in Brevik fire", f"{hedge} 12 dead in Brevik fire".capitalize(), "xinhua", 1)
    assert (found.label, found.kind) == ("update", "other figures")


def test_a_summary_of_the_same_event_is_another_work_of_its_thread() -> None:
    wrap = relate(BOMB, f"Roundup: {BOMB}", "xinhua", 1)
    assert (wrap.label, wrap.kind, wrap.thread) == ("different", "another work", True)
    assert not relate(BOMB, f"Roundup: {BOMB}", "xinhua", 30).thread
    assert not relate(BOMB, "Roundup: Floods hit farms in Hunan", "xinhua", 1).thread
    assert not relate(BOMB, BOMB, "xinhua", 30).thread


@pytest.mark.parametrize(
    ("a", "b", "hours", "label"),
    [
        ("Kyodo news summary -1-", "Kyodo news summary -1-", 1, "duplicate"),
        ("Kyodo news summary -1-", "Kyodo news summary -2-", 1, "different"),
        ("Kyodo news summary -1-", "Kyodo news summary -1-", 24, "different"),
    ],
)
def test_editions_of_a_periodic_item_are_told_apart_by_number_or_hours(
    a: str, b: str, hours: float, label: str
) -> None:
    assert relate(a, b, "kyodo", hours).label == label
