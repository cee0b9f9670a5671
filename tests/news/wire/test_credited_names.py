"""Names of writers apart from the agencies that stand beside them."""

import pytest

from wirecrawl.news.wire.credited_names import without_agencies


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ida Holm and Jan Stern - Associated Press", "Ida Holm and Jan Stern"),
        ("Reuters/Ida Holm", "Ida Holm"),
        ("Ida Holm / EFE", "Ida Holm"),
        ("Ida Holm (EFE)", "Ida Holm"),
        ("Ida Holm avec AFP", "Ida Holm"),
        ("IDA HOLM AP Medical Writer", "IDA HOLM"),
        ("Ida Holm of Reuters", "Ida Holm"),
        ("Ida Holm, PA Transport Correspondent", "Ida Holm"),
        ("Ana Petra", "Ana Petra"),
        ("Ana Maria Lusa", "Ana Maria Lusa"),
        ("AFP", "AFP"),
    ],
)
def test_names_stay_without_the_agencies_beside_them(line: str, names: str) -> None:
    assert without_agencies(line) == names
