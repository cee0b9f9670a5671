"""Words that exclude each other: every form of the table, and headlines that differ in one of them alone."""

from itertools import permutations

import pytest

from wirecrawl.news.dedupe import read_line, relate
from wirecrawl.news.dedupe.meaning.lexicon import rows
from wirecrawl.news.dedupe.meaning.spelling import HAN
from wirecrawl.news.dedupe.relations.contrasts import exclude_each_other

FORMS = [(name, form) for name, form in rows("contrasts") if "=" not in form]
ANOTHER = {
    group: [(n, f) for n, f in FORMS if n.startswith(f"{group}/")] for group in {n.split("/")[0] for n, _ in FORMS}
}


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_a_form_excludes_the_other_members_of_its_group_alone(name: str, form: str) -> None:
    line = read_line(f"上海{form}降雨" if HAN.search(form) else f"Regatta {form} Samar", "xinhua")
    for other, theirs in ANOTHER[name.split("/")[0]]:
        beside = read_line(f"上海{theirs}降雨" if HAN.search(theirs) else f"Regatta {theirs} Samar", "xinhua")
        assert exclude_each_other(line, beside) == (other != name), (form, theirs)
    assert not exclude_each_other(line, read_line("Regatta off Samar", "xinhua"))


@pytest.mark.parametrize(
    ("headline", "times"),
    [
        ("Rain expected in Lagos {}", ("today", "next week", "last month")),
        ("Rain expected in Lagos {}", ("this week", "last month", "next month")),
        ("{} temperature in Lagos is 35 degrees", ("Highest", "Lowest", "Average")),
        ("Lluvias previstas en Lima {}", ("hoy", "mañana", "ayer")),
        ("Pluies attendues à Lyon {}", ("cette semaine", "la semaine prochaine", "la semaine dernière")),
        ("Regen in Hamburg {} erwartet", ("heute", "morgen", "gestern")),
        ("Дожди в Казани {}", ("утром", "днем", "вечером")),
        ("Deszcz w Krakowie {}", ("dziś", "jutro", "wczoraj")),
        ("İzmir'de {} yağmur bekleniyor", ("bugün", "yarın", "dün")),
        ("Hujan di Medan {}", ("hari ini", "besok", "kemarin")),
        ("أمطار في تونس {}", ("اليوم", "غدا", "أمس")),
        ("هجوم في {} سوريا", ("شمال", "جنوب", "شرق")),
        ("上海{}降雨", ("今天", "明天", "本周", "下周", "上周")),
        ("朝鲜{}发射新型导弹", ("首次", "再次")),
        ("{}100米决赛成绩", ("男子", "女子")),
        ("{} bridge opens in Riga", ("Old", "New")),
        ("{} house passes bill in Tokyo", ("Upper", "Lower")),
        ("{} alert issued in Hubei", ("Red", "Orange", "Yellow")),
        ("{} to visit Kenya", ("Prince", "Princess")),
        ("{} schools close in Lima", ("Some", "All")),
        ("Man jailed for 5 {} in Oslo over fraud", ("years", "months")),
        ("Ex-Minister zu fünf {} Haft verurteilt", ("Jahren", "Monaten")),
        ("前部长被判5{}徒刑", ("年", "个月")),
        ("数{}人在首尔集会", ("十", "百", "千")),
        ("{} election held in Peru", ("Local", "National")),
        ("At {} 5 held in Lyon riot", ("least", "most")),
        ("Kane scores twice as Bayern {}", ("win", "lose")),
        ("Japan GDP {} 0.4% in Q2", ("grows", "shrinks")),
        ("Plane {} Paris makes emergency landing", ("from", "to")),
        ("Talks on Sudan end {} deal", ("with", "without")),
        ("政府、{}中に補正予算案提出へ", ("今月", "来月")),
        ("東京の{}気温35度", ("最高", "最低")),
        ("東京で震度5{}の地震", ("弱", "強")),
        ("경찰 {} 브리핑", ("오전", "오후")),
    ],
)
def test_another_time_extreme_or_turn_is_another_item(headline: str, times: tuple[str, ...]) -> None:
    for one, other in permutations(times, 2):
        assert relate(headline.format(one), headline.format(other), "xinhua", 1.0).label == "different", (one, other)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Truckers block motorways near Lyon today", "Truckers barricade highways near Lyon"),
        ("Rain expected in Lagos tomorrow", "Rain expected in Lagos this week"),
        ("東京で今日雨", "東京できょう雨"),
        ("Regen in Hamburg am Morgen erwartet", "Regen in Hamburg am Vormittag erwartet"),
        ("In Ohio, dog bites man", "Dog bites man in Ohio"),
        ("Rafah crossing to reopen in 2 days", "Rafah crossing to reopen within 2 days"),
        ("В Иране при взрыве погибли семь человек", "Семь человек погибли при взрыве в Иране"),
    ],
)
def test_times_that_may_be_one_part_nothing(a: str, b: str) -> None:
    assert relate(a, b, "afp", 1.0).label == "duplicate"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("中国女排击败巴西女排", "中国女排不敌巴西女排"),
        ("法国队晋级世界杯决赛", "法国队无缘世界杯决赛"),
        ("भारत ने श्रीलंका को हराया", "श्रीलंका ने भारत को हराया"),
        ("Dog bites man in Ohio", "Man bites dog in Ohio"),
        ("Police officer kills man in Ohio", "Man kills police officer in Ohio"),
        ("Russia frees US teacher", "US frees Russian teacher"),
    ],
)
def test_who_did_it_to_whom_replaces_nothing(a: str, b: str) -> None:
    assert relate(a, b, "afp", 1.0).label == "different"
