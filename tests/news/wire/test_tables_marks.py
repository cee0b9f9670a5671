"""Marks of single agencies: a headline each that tells a genre or a stage, and datelines in their own letters."""

import pytest

from wirecrawl.items import Marks
from wirecrawl.news.wire import agency_of_dateline, parse_headline, table
from wirecrawl.news.wire.credit import agency_of_credit


@pytest.mark.parametrize(
    ("agency", "raw", "marks"),
    [
        ("afp", "PAPIER GÉNÉRAL: Le port rouvre", Marks(genre="Wrap-up")),
        ("afp", "SYNTHESE: Le port rouvre", Marks(labels=["SYNTHESE"], genre="Wrap-up")),
        ("efe", "PREVISIÓN: El puerto abre el lunes", Marks(labels=["PREVISIÓN"], genre="Daybook")),
        ("efe", "El puerto abre el lunes (Previsión)", Marks(labels=["Previsión"], genre="Daybook")),
        ("upi", "UPI Exclusive: Harbor pact is signed", Marks(labels=["UPI Exclusive"], genre="Exclusive")),
        ("yonhap", "(5보) 항구 재개", Marks(lead=5)),
    ],
)
def test_a_mark_tells_genre_or_stage(agency: str, raw: str, marks: Marks) -> None:
    assert parse_headline(raw, table(agency)).marks == marks


def test_a_bare_update_is_a_later_stage() -> None:
    parsed = parse_headline("(Update) Harbor reopens", table("yonhap"))
    assert (parsed.headline, parsed.stage) == ("Harbor reopens", "Update")


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("Москва. 21 ноября. Интерфакс - Порт открыт.", "interfax"),
        ("МОСКВА. 21 ноября. ИНТЕРФАКС - Порт открыт.", "interfax"),
        ("ASTANA. KAZINFORM – The port is open.", "kazinform"),
        ("АСТАНА. ҚАЗАҚПАРАТ – Порт ашық.", "kazinform"),
    ],
)
def test_a_dateline_in_the_agencys_own_letters_names_it(paragraph: str, agency: str) -> None:
    assert agency_of_dateline([paragraph]) == agency


@pytest.mark.parametrize("printed", ["Interfax-Ukraine", "Інтерфакс-Україна", "Интерфакс-Украина"])
def test_a_credit_in_each_script_names_the_agency(printed: str) -> None:
    assert agency_of_credit(printed) == "interfaxukraine"
