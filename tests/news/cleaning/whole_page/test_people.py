"""Authors that a page states: people stay, outlets, agencies, roles and firms go."""

import pytest

from wirecrawl.news.cleaning.whole_page.people import persons


@pytest.mark.parametrize(
    "name",
    "Redaktion|Online News Editor|Staff|Web Desk|Fjord Post|Holm Reisen GmbH|Cortesía|Reuters|Logo Png|Mis À Jour À|"
    "TIMESOFHOLM COM|desk@fjordpost.example|Polizei Holm|Af Ritzau||Redacción Cultura|Team Holm|"
    "Powered By|Europa Press Cantabria|Oleh Antara|Nga ATSH|Avec MAP|Con EFE/AFP|A. H.|Л. А.|Editor: Ida Holm|"
    "فريق التحرير|편집국|本报编辑部|Super User|নিজস্ব প্রতিবেদক|স্টাফ রিপোর্টার, ঢাকা|ویب ڈیسک|नई दिल्ली ब्यूरो|செய்திப்பிரிவு|"
    "ทีมข่าวภูมิภาค|Wartawan Harian Laut|Mwandishi Wetu|Пресс-служба района|Da Agência Brasil|A. B|Oprac Ih Pap|ऑनलाइन लोक|"
    "Ban Biên Tập".split("|"),
)
def test_what_is_no_person_is_no_byline(name: str) -> None:
    assert persons([name], ["Fjord Post", "www.fjordpost.example"]) == []


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ida Holm", "Ida Holm"),
        ("By IDA HOLM Associated Press", "IDA HOLM"),
        ("By Ida Holm", "Ida Holm"),
        ("Ida Holm (EFE)", "Ida Holm"),
        ("Ida Holm of The Associated Press", "Ida Holm"),
        ("By Ida Holm, PA Transport Correspondent", "Ida Holm"),
        ("Von Jan-Ole Stern", "Jan-Ole Stern"),
        ("李明", "李明"),
    ],
)
def test_people_stay_without_the_word_before_them(printed: str, name: str) -> None:
    assert persons([printed], ["Fjord Post"]) == [name]


def test_the_site_with_an_article_before_its_name_is_no_person() -> None:
    assert persons(["The Nile Mirror"], ["www.nilemirror.example"]) == []
    assert persons(["Theo Stern"], ["www.ostern.example"]) == ["Theo Stern"]


def test_a_station_in_capitals_beside_a_name_is_no_person() -> None:
    assert persons(["Ida Holm", "NS SC"], []) == ["Ida Holm"]
    assert persons(["LI NA"], []) == ["LI NA"]


def test_an_address_behind_a_name_is_no_part_of_it() -> None:
    assert persons(["Ida Holm (ida.holm@post.example)", "desk@post.example"], []) == ["Ida Holm"]
