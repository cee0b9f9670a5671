"""The forms in which pages print a date, as patterns; dates.py turns what their groups hold into a day.

Each has the signs of which a text needs one: most texts have few of them, and that look costs less than a search.
"""

import re

from wirecrawl.news.markup.months import HIJRI

_NAME = r"(?P<name>(?:كانون|تشرين)\s(?:الأول|الثاني)|เ?[ก-ฮ]{1,2}[ีิ]?\.[ก-ฮ]\.|[^\W\d_][^\s\d,،./()|:-]{1,14})"
# A year of two digits has a clock behind it, or nothing.
_SHORT = r"\d\d(?=,?\s(?:(?:[|\u2013-]|kl\.?|klo|um|в|о)\s)?\d{1,2}[:.]\d\d)"
_SHORT_OR_LAST = rf"(?:{_SHORT}|\d\d(?=[\s)\]|,]*$))"
_SIGNS = "〇○零一二三四五六七八九十"  # numbers in Chinese
FORMS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    # 2026-11-20 | 2026/11/20 | 2024年04月24日 | 2026년 11월 20일 | 2026. 11. 20. | 2023 11/ 17
    (
        ("-", "/", ".", "年", "년"),
        re.compile(
            r"(?<!\d)(?P<year>\d{4})(?:\s?[-/.年년]\s?|\s(?=\d{1,2}\s?/))(?P<month>\d{1,2})\s?[-/.月월]\s?"
            r"(?P<day>\d{1,2})(?!\d(?!\d?:\d\d))(?:\s?[日일号]|\.(?!\d))?"
        ),
    ),
    # 20200516T14:51:53Z: ISO 8601 basic | 20120111 20:54
    (
        ("T",),
        re.compile(
            r"(?<!\d)(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)T(?P<hour>\d\d):?(?P<minute>\d\d)"
            r"(?::?(?P<second>\d\d))?(?P<before>)(?P<zone>Z|[+-]\d\d:?\d\d)?"
        ),
    ),
    ((":",), re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=\s\d\d:\d\d)")),
    # February 16, 2017 | Feb.16, 2017 | Jan 12,2012
    (
        (" ", "."),
        re.compile(
            rf"(?<!\w){_NAME}(?:\.\s?|\s)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[,،]\s?|\s)(?P<year>\d{{4}})(?!\d)"
        ),
    ),
    # 20.11.2026 | 28. 04. 2023 | 28.11.11 16:58: with dots the day is first, unless a weekday says otherwise
    (
        (".",),
        re.compile(
            r"(?<![\d.])(?P<first>\d{1,2})(?P<dot>\.)\s?(?P<second_part>\d{1,2})\.\s?"
            rf"(?P<year>\d{{4}}|{_SHORT_OR_LAST})(?!\d)"
        ),
    ),
    # 20-11-2026: with dashes too, unless it cannot be
    (
        ("-",),
        re.compile(r"(?<![\d-])(?P<first>\d{1,2})(?P<dash>-)(?P<second_part>\d{1,2})-(?P<year>\d{4})(?![\d-])"),
    ),
    # 16 February 2017 | 16. März 2017 | 20 de noviembre de 2026 | 4 sty 12 11:54 | 20-Nov-2026 | 20.nov.2026
    # | 12th of May, 2017
    (
        (" ", "\xa0", "-", "/"),
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|ης|η|[º°ª])?\.?(?:[\s/-]|(?<=\.)|\sde\s|\sdi\s|\sdel\s|\sof\s){_NAME}"
            r"(?:\s?/\s?[^\W\d_]{2,10})?\.?[,،]?(?:\s(?:de\s|del\s|di\s|of\s|พ\.ศ\.\s)?|[/-]|(?<=[^\W\d]\.))"
            rf"(?P<year>\d{{4}}|{_SHORT}|(?<=-)\d\d(?=[\s|,]*$))(?!\d)(?:\s(?:[грr]\.|года|року))?"
        ),
    ),
    # 14 มี.ค. 68: the Buddhist year 2568
    (
        (".ค.", ".ย.", ".พ."),
        re.compile(r"(?<!\d)(?P<day>\d{1,2})\s(?P<name>เ?[ก-ฮ]{1,2}[ีิ]?\.[ก-ฮ]\.)\s?(?P<buddhist>)(?P<year>\d\d)(?!\d)"),
    ),
    # 20 tháng 11, 2026
    (
        ("tháng",),
        re.compile(r"(?<!\d)(?P<day>\d{1,2})\stháng\s(?P<month>\d{1,2}),?\s(?:năm\s)?(?P<year>\d{4})(?!\d)"),
    ),
    # 2024. január 12. | 2024 m. sausio 12 d. | 2024. gada 12. janvāris | 2024 жылғы 12 қаңтар
    (
        (" ", "\xa0"),
        re.compile(
            rf"(?<!\d)(?P<year>\d{{4}})(?:\.|թ\.|e?ko|-ci\sil|-жыл\w{{0,3}})?(?:\s(?:m\.|g\.|gada|жылғы|жыл|ж\.|оны|йил))?\s"
            rf"(?:(?P<number>\d{{1,2}})(?:\.?\s|-))?{_NAME}(?(number)|\.?\s(?P<day>\d{{1,2}}))(?!\d)"
        ),
    ),
    # Tue Dec 30 11:03:00 UTC 2014
    (
        (":",),
        re.compile(
            r"\b(?P<name>[A-Z][a-z]{2})\s(?P<day>\d{1,2})\s(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
            r"(?:\s(?P<zone>[A-Z]{2,4}))?(?P<before>)\s(?P<year>\d{4})\b"
        ),
    ),
    # 11/17/2023 | 17/11/2023
    (
        ("/",),
        re.compile(
            r"(?<![\d/])(?P<first>\d{1,2})/\s?(?P<second_part>\d{1,2})/\s?"
            rf"(?P<year>\d{{4}}|{_SHORT_OR_LAST})(?![\d/])"
        ),
    ),
    # 民國101年1月12日 | 令和6年1月12日 | 令和元年 | Juche108.12.10. | 中華民國一〇一年一月十二日
    (
        ("年", "uche", "주체"),
        re.compile(
            rf"(?P<era>民國|民国|令和|平成|昭和|Juche|주체)\s?(?P<year>\d{{1,3}}|[元{_SIGNS}]{{1,4}})"
            rf"(?:\s?\(\d{{4}}\))?[年.]\s?(?P<month>\d{{1,2}}|[{_SIGNS}]{{1,3}})[月.]\s?"
            rf"(?P<day>\d{{1,2}}|[{_SIGNS}]{{1,3}})[日.]?"
        ),
    ),
    # 二〇一二年一月十二日
    (
        ("年",),
        re.compile(
            rf"(?<![{_SIGNS}\d])(?P<year>[{_SIGNS}]{{4}})年(?P<month>[{_SIGNS}]{{1,3}})月(?P<day>[{_SIGNS}]{{1,3}})日"
        ),
    ),
    # 101年1月12日 | 101/01/12: the Republic of China's, without its name
    (
        ("年",),
        re.compile(r"(?<![\d/])(?P<republic>)(?P<year>1[0-3]\d)年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日"),
    ),
    (("/",), re.compile(r"(?<![\d/])(?P<republic>)(?P<year>1[0-3]\d)/(?P<month>\d\d)/(?P<day>\d\d)(?![\d/])")),
    # 2024 оны 1 дүгээр сарын 12
    (
        ("оны",),
        re.compile(
            r"(?<!\d)(?P<year>\d{4})\sоны\s(?P<month>\d{1,2})(?:-р|\s(?:дугаар|дүгээр))?\sсарын\s(?P<day>\d{1,2})(?!\d)"
        ),
    ),
)
# 11 شوال 1441: only where no other date is, since in this calendar a day begins with the evening before.
_HIJRI_NAME = "|".join(sorted(HIJRI, key=len, reverse=True))
HIJRI_FORM = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s(?:من\s)?(?P<name>{_HIJRI_NAME})[,،]?\s(?P<year>\d{{4}})(?!\d)")
