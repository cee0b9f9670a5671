"""Lines in Chinese, Japanese and Korean that say who wrote, and lines that do not."""

import pytest

from wirecrawl.news.cleaning.whole_page.asian_bylines import asian_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文・写真 田中一郎", ["田中一郎"]),
        ("文／攝影 陳怡君", ["陳怡君"]),
        ("【パリ＝佐々木花子】", ["佐々木花子"]),
        ("글·사진 이영희 객원기자", ["이영희"]),
        ("〔記者王小明／台北報導〕", ["王小明"]),
        ("【記者王小明、李安台北報導】", ["王小明", "李安"]),
        ("特派員王小明／東京24日電", ["王小明"]),
        ("撰文：王小明　攝影：林志豪", ["王小明"]),
        ("来源：海岸日报 记者 王晓明", ["王晓明"]),
        ("田中一郎 記者", ["田中一郎"]),
        ("[해안일보=이영희 기자]", ["이영희"]),
        ("이영희 기자 younghee@shore.example 입력 2026.11.24", ["이영희"]),
        ("취재 이영희 기자", ["이영희"]),
        ("이영희 기자, 박철수 기자", ["이영희", "박철수"]),
        ("海岸新闻记者 王晓明", ["王晓明"]),
        ("기자명 이영희 기자", ["이영희"]),
        ("대전=이영희 기자 younghee@shore.example", ["이영희"]),
    ],
)
def test_a_word_or_a_bracket_names_the_writers(line: str, names: list[str]) -> None:
    assert asian_names(line) == names


@pytest.mark.parametrize(
    "line", ["写真 田中一郎", "【速報】", "【パリ＝共同通信記者】", "사진 이영희", "글쓰기 교실", "海岸新闻记者观察"]
)
def test_pictures_and_headings_name_no_writer(line: str) -> None:
    assert asian_names(line) == []
