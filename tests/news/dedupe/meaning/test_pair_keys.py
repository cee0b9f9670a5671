"""Block keys of pairs of concepts: headlines in other words share one, headlines on something else none."""

import pytest

from wirecrawl.news.dedupe import read_line
from wirecrawl.news.dedupe.meaning.pair_keys import is_alike

ANEW = [
    ("Blast rocks Herat market: witnesses", "At least six dead in Herat explosion", "afp"),
    ("Gunmen kidnap 17 villagers in Nigeria", "17 villagers abducted by gunmen in Nigeria", "afp"),
    ("Busunglück in Peru: Mindestens 12 Tote", "Reisebus stürzt in Peru in Schlucht: 19 Menschen sterben", "dpa"),
    ("台风“凤凰”逼近吕宋岛", "“凤凰”登陆吕宋岛", "xinhua"),
    ("川崎の工場火災、2人死亡", "工場で火災、死者3人に 川崎", "kyodo"),
    ("В Башкирии при взрыве на заводе погибли трое", "Число жертв взрыва на заводе в Башкирии выросло", "tass"),
]


@pytest.mark.parametrize(("a", "b", "agency"), ANEW)
def test_headlines_in_other_words_share_a_key_and_more(a: str, b: str, agency: str) -> None:
    lines = read_line(a, agency), read_line(b, agency)
    assert not set(lines[0].pairs).isdisjoint(lines[1].pairs)
    assert is_alike(lines[0].gist, lines[1].gist)


def test_headlines_on_something_else_and_of_another_agency_share_none() -> None:
    line = read_line("Blast rocks Herat market: witnesses", "afp")
    assert set(line.pairs).isdisjoint(read_line("Herat mayor resigns over budget dispute", "afp").pairs)
    assert set(line.pairs).isdisjoint(read_line("Blast rocks Herat market: witnesses", "ap").pairs)


def test_a_headline_has_three_keys_at_most_that_fit_the_ledger() -> None:
    pairs = read_line("Ferry capsizes off Samar, 14 dead, dozens missing, navy searches", "ap").pairs
    assert len(pairs) == 3
    assert all(0 <= key < 1 << 63 for key in pairs)
