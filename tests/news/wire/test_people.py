"""Names of people in bylines: lists of names are parted, other text is no name."""

from dataclasses import replace

import pytest

from wirecrawl.news.wire import PLAIN, table
from wirecrawl.news.wire.people import han_people, latin_names, without_place, without_post


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Sun Jinxia and Wu Qi", ["Sun Jinxia", "Wu Qi"]),
        ("Ida Holm, Jan Stern, and Bo Lund", ["Ida Holm", "Jan Stern", "Bo Lund"]),
        ("Ida Holm/Jan Stern & Bo Lund; Eva Lo", ["Ida Holm", "Jan Stern", "Bo Lund", "Eva Lo"]),
        ("Ana Paz y Luis Gil", ["Ana Paz", "Luis Gil"]),
        ("Anne Roi et Luc Dey", ["Anne Roi", "Luc Dey"]),
        ("Ida Holm und Jan Stern", ["Ida Holm", "Jan Stern"]),
        ("Maria Teresa de la Cruz", ["Maria Teresa de la Cruz"]),
        ("Gary B. Graves", ["Gary B. Graves"]),
        ("J.R.R. Moen", ["J.R.R. Moen"]),
        ("Jean-Luc d'Arc", ["Jean-Luc d'Arc"]),
        ("Éva Ørsted", ["Éva Ørsted"]),
        ("张三", ["张三"]),
    ],
)
def test_a_list_of_names_is_parted(printed: str, names: list[str]) -> None:
    assert latin_names(printed) == names


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "staff writers",
        "Ida holm",
        "Ida Holm, who lives in Oslo",
        "Ida Holm of",
        "Ida van",  # a particle ends no name
        "Anna Berit Cora Dina Eva Frida",  # six words
        "Room 101",
    ],
)
def test_what_is_no_name_makes_the_whole_list_none(printed: str) -> None:
    assert latin_names(printed) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ANN LEE AP Sports Writer", "ANN LEE"),
        ("Ann Lee AP Writer", "Ann Lee"),
        ("Ann Lee The Associated Press", "Ann Lee"),
        ("Ann Lee", "Ann Lee"),
        ("AP Writer Ann Lee", "AP Writer Ann Lee"),
    ],
)
def test_the_post_behind_a_name_is_taken_off(printed: str, name: str) -> None:
    assert without_post(printed) == name


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("记者 张三、李四", (["张三", "李四"], True)),
        ("记者 李 四", (["李四"], True)),
        ("记者 张三和李四", (["张三", "李四"], True)),
        ("记者 李和平", (["李和平"], True)),
        ("记者 欧阳和平", (["欧阳和平"], True)),
        ("记者 阿不都·热依木", (["阿不都·热依木"], True)),
        ("记者 张三 报道", (["张三"], False)),
        ("记者 张三 2026", (["张三"], False)),
    ],
)
def test_chinese_names_behind_a_role(printed: str, found: tuple[list[str], bool]) -> None:
    assert han_people(printed, table("xinhua")) == found


@pytest.mark.parametrize("printed", ["", "张三", "张三 记者", "记者", "记者 报道", "本报 记者 张三"])
def test_without_a_role_in_front_or_a_name_behind_nobody_is_named(printed: str) -> None:
    assert han_people(printed, table("xinhua")) is None


def test_an_agency_without_roles_names_nobody_in_chinese() -> None:
    assert han_people("记者 张三", replace(PLAIN, roles="")) is None


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Ida Holm in Cairo", "Ida Holm"),
        ("Ida Holm à Londres et Jan Stern à New York", "Ida Holm et Jan Stern"),
        ("Ida Holm in the Hague, Jan Stern", "Ida Holm, Jan Stern"),
        ("Jan Oever en Lotte Maas", "Jan Oever en Lotte Maas"),
        ("Ida Holm in charge", "Ida Holm in charge"),
    ],
)
def test_the_places_of_writers_are_no_names(printed: str, names: str) -> None:
    assert without_place(printed) == names
