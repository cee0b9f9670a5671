"""Marks of every agency that the reviewed headlines do not show, and the traps of its table."""

import pytest

from wirecrawl.items import Marks
from wirecrawl.news.wire import all_tables, parse_headline, table

TEXT = "Port of Lisbon reopens after storm"
NAMES = "xinhua reuters ap afp tass anadolu yonhap kyodo dpa ansa efe pti ani ians bernama cna upi interfax voa unnews"


def test_every_agency_of_the_feed_has_a_table() -> None:
    assert {*NAMES.split(), "anp", "bloomberg", "ukrinform", "antara"} <= set(all_tables())


@pytest.mark.parametrize(
    ("agency", "front", "stage", "marks"),
    [
        ("reuters", "WITHDRAWAL-", "WITHDRAWAL", Marks(handling="kill")),
        ("reuters", "WRAPUP-", "WRAPUP", Marks(genre="Wrap-up")),
        ("reuters", "URGENT-", "URGENT", Marks(urgency="urgent")),
        ("reuters", "CORRECTED-(OFFICIAL)-", "CORRECTED-(OFFICIAL)", Marks(handling="correction")),
        ("reuters", "RPT-Tennis-", "RPT", Marks(handling="repeat", labels=["Tennis"])),
        ("reuters", "UPDATE2-", "UPDATE2", Marks(lead=2)),
        ("reuters", "USSTOCKS-", "", Marks(labels=["USSTOCKS"])),
        ("reuters", "EXCLUSIVE-", "", Marks(labels=["EXCLUSIVE"], genre="Exclusive")),
        ("reuters", "CEE MARKETS 2-FOREX-", "", Marks(labels=["CEE MARKETS", "FOREX"])),
        ("ap", "Correction: ", "Correction", Marks(handling="correction")),
        ("ap", "AP FACT CHECK: ", "", Marks(labels=["AP FACT CHECK"])),
        ("afp", "2e LEAD ", "2e LEAD", Marks(lead=2)),
        ("afp", "ALERTE ", "ALERTE", Marks(urgency="flash")),
        ("afp", "(Update) ", "Update", Marks()),
        ("afp", "ATTENTION - ", "ATTENTION", Marks()),
        ("afp", "ATTENTION /// ", "ATTENTION ///", Marks()),
        ("afp", "PAPIER GÉNÉRAL ", "PAPIER GÉNÉRAL", Marks(genre="Wrap-up")),
        ("afp", "*CORRECT: ", "*CORRECT", Marks(handling="correction")),
        ("afp", "ENCADRE ", "", Marks(labels=["ENCADRE"], genre="Background")),
        ("afp", "ENCADRE: ", "", Marks(labels=["ENCADRE"], genre="Background")),
        ("tass", "URGENT: ", "URGENT", Marks(urgency="urgent")),
        ("anadolu", "UPDATE 2 - ", "UPDATE 2", Marks(lead=2)),
        ("anadolu", "UPDATED - ", "UPDATED", Marks()),
        ("anadolu", "ANALYSIS – ", "", Marks(labels=["ANALYSIS"], genre="Analysis")),
        (
            "anadolu",
            "BREAKING - ANALYSIS - ",
            "BREAKING",
            Marks(urgency="urgent", labels=["ANALYSIS"], genre="Analysis"),
        ),
        ("anadolu", "INFOGRAPHIC - ", "", Marks(labels=["INFOGRAPHIC"])),
        ("yonhap", "[속보] ", "속보", Marks(urgency="urgent")),
        ("yonhap", "(종합) ", "종합", Marks(lead=1)),
        ("yonhap", "(종합2보) ", "종합2보", Marks(lead=2)),
        ("yonhap", "(1보) ", "1보", Marks(urgency="urgent")),
        ("yonhap", "[LEAD] ", "LEAD", Marks(lead=1)),
        (
            "yonhap",
            "(2nd LD) (Yonhap Interview) ",
            "2nd LD",
            Marks(lead=2, labels=["Yonhap Interview"], genre="Interview"),
        ),
        (
            "yonhap",
            "(EDITORIAL from Daily of Seoul on Aug. 20) ",
            "",
            Marks(labels=["EDITORIAL from Daily of Seoul on Aug. 20"], genre="Opinion"),
        ),
        ("kyodo", "UPDATE1: ", "UPDATE1", Marks(lead=1)),
        ("kyodo", "URGENT: ", "URGENT", Marks(urgency="urgent")),
        ("kyodo", "2ND LD: ", "2ND LD", Marks(lead=2)),
        ("kyodo", "FOCUS: ", "", Marks(labels=["FOCUS"], genre="Analysis")),
        ("dpa", "EIL: ", "EIL", Marks(urgency="urgent")),
        ("dpa", "WDH/", "WDH", Marks(handling="repeat")),
        ("dpa", "AKTIE IM FOKUS 2: ", "", Marks(labels=["AKTIE IM FOKUS"])),
        ("dpa", "ROUNDUP 2: ", "", Marks(labels=["ROUNDUP"], genre="Wrap-up")),
        ("dpa", "WDH/ROUNDUP: ", "WDH", Marks(handling="repeat", labels=["ROUNDUP"], genre="Wrap-up")),
        ("dpa", "Faktencheck: ", "", Marks(labels=["Faktencheck"])),
        ("dpa", "REFILE\n1ST LEAD\n", "REFILE 1ST LEAD", Marks(lead=1, handling="refile")),
        ("ansa", "FOCUS/ ", "", Marks(labels=["FOCUS"], genre="Analysis")),
        ("efe", "URGENTE: ", "URGENTE", Marks(urgency="urgent")),
        ("efe", "AVANCE ", "AVANCE", Marks(urgency="urgent")),
        ("efe", "(Ampliación) ", "Ampliación", Marks()),
        ("efe", "(Previsión) ", "", Marks(labels=["Previsión"], genre="Daybook")),
        ("pti", "2NDLD-", "2NDLD", Marks(lead=2)),
        ("pti", "LD-", "LD", Marks(lead=1)),
        ("pti", "2NDLD ", "2NDLD", Marks(lead=2)),
        ("pti", "PTI FACT CHECK: ", "", Marks(labels=["PTI FACT CHECK"])),
        ("ani", "(Lead) ", "Lead", Marks(lead=1)),
        ("ians", "(2nd Lead) ", "2nd Lead", Marks(lead=2)),
        ("bernama", "UPDATE: ", "UPDATE", Marks()),
        ("cna", "CORONAVIRUS/", "", Marks(labels=["CORONAVIRUS"])),
        ("cna", "ELECTION 2024/", "", Marks(labels=["ELECTION 2024"])),
        ("cna", "Typhoon Nari/", "", Marks(labels=["Typhoon Nari"])),
        ("cna", "INTERVIEW/", "", Marks(labels=["INTERVIEW"], genre="Interview")),
        ("upi", "Analysis: ", "", Marks(labels=["Analysis"], genre="Analysis")),
        ("interfax", "URGENT: ", "URGENT", Marks(urgency="urgent")),
        ("voa", "BREAKING: ", "BREAKING", Marks(urgency="urgent")),
        ("unnews", "First Person: ", "", Marks(labels=["First Person"], genre="Feature")),
        ("anp", "INTERVIEW: ", "", Marks(labels=["INTERVIEW"], genre="Interview")),
        ("bloomberg", "*CORRECT: ", "*CORRECT", Marks(handling="correction")),
    ],
)
def test_marks_before_the_headline(agency: str, front: str, stage: str, marks: Marks) -> None:
    parsed = parse_headline(front + TEXT, table(agency))
    assert (parsed.headline, parsed.stage, parsed.marks) == (TEXT, stage, marks)
    assert parsed.prefix == front.replace("\n", " ")


@pytest.mark.parametrize(
    ("agency", "end", "stage", "marks"),
    [
        ("reuters", "<PORT.LS><SHIP.N>", "", Marks()),
        ("reuters", " <PORT.LS> | Reuters", "", Marks()),
        ("reuters", " ...", "", Marks()),
        ("reuters", " …", "", Marks()),
        ("ap", " | AP News", "", Marks()),
        ("reuters", " (UPDATE 1)", "(UPDATE 1)", Marks(lead=1)),
        ("ap", ", 1st Ld,400", "1st Ld", Marks(lead=1)),
        ("afp", " (Update)", "(Update)", Marks()),
        ("afp", " ///", "///", Marks()),
        ("tass", " - Business & Economy - TASS", "", Marks()),
        ("yonhap", " | Yonhap News Agency", "", Marks()),
        ("yonhap", "(종합)", "(종합)", Marks(lead=1)),
        ("yonhap", "(종합2보)", "(종합2보)", Marks(lead=2)),
        ("yonhap", "(1보)", "(1보)", Marks(urgency="urgent")),
        ("kyodo", "+", "", Marks()),
        ("dpa", " =", "", Marks()),
        ("dpa", " (Meldung von 10.15 Uhr)", "", Marks()),
        ("ansa", " (3)", "(3)", Marks(lead=3)),
        ("ansa", " (RPT)", "(RPT)", Marks(handling="repeat")),
        ("ansa", " - RPT", "- RPT", Marks(handling="repeat")),
        ("efe", " (EFE)", "", Marks()),
        ("efe", " (Resumen)", "", Marks(labels=["Resumen"], genre="Wrap-up")),
        ("pti", " (Eds: adds details)", "", Marks()),
        ("ians", " (Lead)", "(Lead)", Marks(lead=1)),
        ("ians", " (Second Lead)", "(Second Lead)", Marks(lead=2)),
        ("ians", " (IANS Interview)", "", Marks(labels=["IANS Interview"], genre="Interview")),
        ("cna", " (update)", "(update)", Marks()),
        ("cna", " (update 2) - Focus Taiwan", "(update 2)", Marks(lead=2)),
        ("interfax", " (Part 2)", "(Part 2)", Marks(lead=2)),
        ("interfax", " (adds details)", "", Marks()),
        ("interfax", " (corrected)", "", Marks()),
        ("unnews", " | | UN News", "", Marks()),
        ("anp", " (2) - ANP", "(2)", Marks(lead=2)),
        ("bloomberg", " (3) - Bloomberg", "(3)", Marks(lead=3)),
    ],
)
def test_what_stands_behind_the_headline(agency: str, end: str, stage: str, marks: Marks) -> None:
    parsed = parse_headline(TEXT + end, table(agency))
    assert (parsed.headline, parsed.suffix, parsed.stage, parsed.marks) == (TEXT, end, stage, marks)


def test_plus_signs_around_a_headline_are_a_flash() -> None:
    parsed = parse_headline(f"++ {TEXT} ++", table("ansa"))
    assert (parsed.headline, parsed.marks) == (TEXT, Marks(urgency="flash"))


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("reuters", "TIAA-CREF to buy a bank"),
        ("reuters", "AT&T-DirecTV merger faces review"),
        ("reuters", "Tennis-Federer wins in Basel"),
        ("reuters", "Update 2-Lower case is text"),
        ("reuters", "FOREX: a colon is no joiner here"),
        ("reuters", "OPEC-led cuts lift oil"),
        ("reuters", "UPDATE 2-"),
        ("reuters", "RPT-UPDATE 2-FOREX-"),
        ("ap", "AP-NORC poll: Most say rain is wet"),
        ("ap", "The Latest: Storm moves north"),
        ("ap", "Flood kills 1,140"),
        ("ap", "AP NewsAlert"),
        ("ap", "PM-elect meets king"),
        ("afp", "ALERTE rouge sur les plages"),
        ("afp", "ALERTE évacuation dans le sud"),
        ("afp", "LEAD poisoning found in wells"),
        ("afp", "Update Nairobi: ten days of rain"),
        ("anadolu", "UPDATE-friendly phones sell well"),
        ("yonhap", "LEAD: no bracket, no mark"),
        ("yonhap", "(Seoul) city hall opens"),
        ("kyodo", "Derby fever: how a league plays on"),
        ("dpa", "EXTRA"),
        ("dpa", "Faktencheck Derby: Hat er recht?"),
        ("dpa", "ROUNDUP-Mittel wird verboten"),
        ("cna", "China/Taiwan trade grows"),
        ("cna", "Typhoons and floods/ten dead"),
        ("bloomberg", "Cup Final Ends 2-2 (2014)"),
        ("anp", "(2)"),
        ("interfax", "Oil output (Part of a plan) grows"),
        ("unnews", "Gaza: aid convoy arrives"),
    ],
)
def test_what_is_no_mark_stays(agency: str, text: str) -> None:
    parsed = parse_headline(text, table(agency))
    assert (parsed.headline, parsed.marks, parsed.stage) == (text, Marks(), "")


@pytest.mark.parametrize(
    ("agency", "text", "source"),
    [
        ("reuters", "Iran to join talks next week -state media", "state media"),
        ("reuters", "Iran to join talks next week-WSJ", "WSJ"),
        ("reuters", "Bank hires four ex-Goldman", None),
        ("reuters", "Bank plans to grow in Asia-Pacific", None),
        ("reuters", "Bank of Japan names new co-CEO", None),
        ("reuters", "Ministers agree to sign trade tie-up", None),
        ("tass", "Russia ready for talks on grain - Kremlin", "Kremlin"),
        ("tass", "Ivanov to visit Chile in May - Petrov", "Petrov"),
        ("reuters", "Two killed -police", "police"),
        ("xinhua", "A Long Walk Home from China: Ten Years", None),
        ("interfax", "Gas price to stay flat in May - source", "source"),
        ("bloomberg", "Sugar Falls to Lowest in a Year: Brazil", None),
    ],
)
def test_attribution_by_agency(agency: str, text: str, source: str | None) -> None:
    parsed = parse_headline(text, table(agency))
    assert (parsed.attribution, parsed.headline) == (source, text)


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("ap", "AP Top News at 9:05 a.m. EST"),
        ("ap", "Latest Ohio news at 1:20 p.m. EDT"),
        ("kyodo", "Kyodo news summary -2-"),
        ("upi", "UPI NewsTrack TopNews"),
    ],
)
def test_periodic_items(agency: str, text: str) -> None:
    parsed = parse_headline(text, table(agency))
    assert (parsed.periodic, parsed.headline) == (text, text)


@pytest.mark.parametrize(
    ("agency", "printed", "marks"),
    [
        ("ani", f"{TEXT} (LD)", Marks(lead=1)),
        ("ani", f"{TEXT} (Ld)", Marks(lead=1)),
        ("ansa", f"URGENT: {TEXT}", Marks(urgency="urgent")),
        ("ansa", f"URGENTE: {TEXT}", Marks(urgency="urgent")),
        ("dpa", f"BERICHTIGUNG: {TEXT}", Marks(handling="correction")),
        ("dpa", f"KORREKTUR: {TEXT}", Marks(handling="correction")),
        ("pti", f"PTI Fact Check: {TEXT}", Marks(labels=["PTI Fact Check"])),
        ("tass", f"FLASH: {TEXT}", Marks(urgency="flash")),
        ("tass", f"BREAKING: {TEXT}", Marks(urgency="urgent")),
        ("xinhua", f"Profile: {TEXT}", Marks(labels=["Profile"], genre="Profile")),
        ("xinhua", f"背景资料：{TEXT}", Marks(labels=["背景资料"], genre="Background")),
        ("xinhua", f"述评：{TEXT}", Marks(labels=["述评"], genre="Analysis")),
    ],
)
def test_marks_of_tables_that_no_reviewed_headline_has(agency: str, printed: str, marks: Marks) -> None:
    parsed = parse_headline(printed, table(agency))
    assert (parsed.headline, parsed.marks) == (TEXT, marks)


def test_a_sites_name_is_set_off_by_more_than_one_white_space() -> None:
    assert parse_headline(f"{TEXT}\u00a0China.org.cn", table("xinhua")).headline == f"{TEXT} China.org.cn"
    assert parse_headline(f"{TEXT}\u00a0 China.org.cn", table("xinhua")).headline == TEXT
