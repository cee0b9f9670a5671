"""When a story without a layout was published: the lines near it, never a clock of another part of the page."""

import pytest

from wirecrawl.items import Story
from wirecrawl.news.cleaning.clean import clean

HEADLINE = "Ferry to Kirkholm stops as harbour freezes over"
TEXT = [
    "The last ferry to Kirkholm stopped on Monday as ice closed the harbour for the first time in forty years.",
    "The harbour authority said that an ice breaker would arrive in two days, and that helicopters bring food.",
    "Fishermen said they had never seen such a winter; many boats are caught in the ice and cannot go to sea.",
]
MASTHEAD = "<div class=top><span class=now>Thursday, 20 November 2025 | 10:19</span></div>"
LIST = (
    "<div class=latest><ul><li><a href=/1>Bakers strike in Nordby for third day</a> <time>19.11.2025 08:15</time></li>"
    "<li>18.11.2025 07:30 <a href=/2>Council votes to replace two old ferries</a></li></ul></div>"
)
COMMENTS = "<div class=comments><p>Ida Holm, 19 November 2025 at 12:00</p><p>This is a comment on the ice.</p></div>"
ADVERT = "<a href='https://ads.example/20251101/banner.html'><img src='/2025/10/30/ad.png'></a>"


def story(*, below: str = "", above: str = "", foot: str = "", head: str = "", body: str = "", url: str = "") -> Story:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    page = (
        f"<html><head><meta charset=utf-8><title>{HEADLINE} - Post</title>{head}</head>"
        f"<body>{MASTHEAD}<ul><li><a href=/>Home page</a></li><li><a href=/w>World</a></li></ul><div id=main><div>"
        f"{above}<h1>{HEADLINE}</h1>{below}{body}<div class=text>{text}</div>{foot}</div></div>"
        f"{COMMENTS}{LIST}{ADVERT}<p>© 2009-2025 Post</p></body></html>"
    )
    return clean(page.encode(), url or "https://post.example/news/77123-ferry-stops")


def printed(found: Story) -> str | None:
    if not found.published:
        return None
    return found.published[: {"day": 10, "minute": 16, "second": 19}[found.published_precision or "second"]]


LINES = [
    ("13 March 2025", "2025-03-13"),
    ("Posted: March 13, 2025 6:32 PM", "2025-03-13T18:32"),
    ("PTI | 03:01 PM,Mar 13,2025", "2025-03-13T15:01"),
    ("By Ida Holm, Post Writer / March 13, 2025", "2025-03-13"),
    ("KIRKHOLM | Thu Mar 13, 2025 6:50pm EST", "2025-03-13T18:50"),
    ("13/03/2025 - 04:30 - Fonte: Agência Brasil - Foto: Ana Cesar/Porto", "2025-03-13T04:30"),
    ("Danmark - 13. marts 2025 kl. 20:00", "2025-03-13T20:00"),
    ("четверг, 13.03.2025, 06:35", "2025-03-13T06:35"),
    ("13.03.25 11:25", "2025-03-13T11:25"),
    ("2025年03月13日 08:31:16 來源： 新華網", "2025-03-13T08:31:16"),
    ("2025年3月13日‧星期四 【16:15】", "2025-03-13T16:15"),
    ("23 اسفند 1403 - 12:09", "2025-03-13T12:09"),
    ("13 رمضان 1446 هـ", "2025-03-13"),
    ("民國114年3月13日", "2025-03-13"),
    ("13 มีนาคม 2568 09:30 น.", "2025-03-13T09:30"),
    ("Donnerstag, 13.03.2025 | Ein Bericht von Ida Holm und Jan Stern", "2025-03-13"),
]


@pytest.mark.parametrize(("line", "time"), LINES)
@pytest.mark.parametrize(
    "box", ["<p>{}</p>", "<div class=meta><span>{}</span></div>", "<table><tr><td>{}</td></tr></table>"]
)
@pytest.mark.parametrize("place", ["below", "above", "foot"])
def test_the_line_near_headline_or_foot_is_the_time(line: str, time: str, box: str, place: str) -> None:
    where = {place: box.format(line)}
    assert printed(story(**where)) == time


def test_a_link_to_the_desk_beside_a_time_is_no_other_story() -> None:
    line = (
        "<div><div><a href=/author/desk>Our Correspondent, Kirkholm</a></div><div>Thu Mar 13, 2025 12:05 AM</div></div>"
    )
    assert printed(story(below=line)) == "2025-03-13T00:05"


def test_a_headline_that_links_to_its_own_page_is_no_other_story() -> None:
    text = "The ferry to Nordby sailed again after three days in port, and the mayor thanked its crew for their work."
    box = "<h2><a href=/1>Ferry to Nordby sails again after the storm</a></h2><div>13 March 2025 11:25</div>"
    title = "<title>Ferry to Nordby sails again after the storm</title>"
    page = f"{title}<div>{box}<div><p>{text}</p><p>{text}</p></div></div>"
    assert printed(clean(page.encode(), "https://post.example/1")) == "2025-03-13T11:25"


def test_a_time_with_the_unit_of_its_clock_is_a_label_also_behind_an_update() -> None:
    line = "<p>Actualizado: 14/03/2025 10:00h. Publicado: 13/03/2025 09:30h.</p>"
    assert printed(story(below=line)) == "2025-03-13T09:30"


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=publish-date content='Thu, 13 Mar 2025 09:30:00 +0100'>",
        "<meta name=OriginalPublicationDate content='2025/03/13 09:30:00'>",
        f'<script type=application/ld+json>{{"@type":"NewsArticle","headline":"{HEADLINE}",'
        '"dateCreated":"2025-03-13T09:30:00+01:00"}</script>',
        f'<script type=application/ld+json>{{"type":"NewsArticle","headline":"{HEADLINE}",'
        '"datePublished":"2025-03-13T09:30:00+01:00"}</script>',
    ],
)
def test_a_time_is_stated_under_many_names(head: str) -> None:
    assert (printed(story(head=head)) or "")[:16] == "2025-03-13T09:30"


def test_a_day_of_eight_digits_in_a_meta_is_one() -> None:
    assert printed(story(head="<meta name=pubdate content=20250313>")) == "2025-03-13"


@pytest.mark.parametrize(
    "element",
    [
        "<time itemprop='dateModified datePublished' datetime='2025-03-13T09:30:00+01:00'>last week</time>",
        "<span property='dc:date' content='2025-03-13T09:30:00+01:00'>last week</span>",
    ],
)
def test_microdata_of_two_names_and_of_dublin_core_are_read(element: str) -> None:
    found = story(below=element)
    assert ((printed(found) or "")[:16], found.updated) == ("2025-03-13T09:30", None)


@pytest.mark.parametrize("line", ["13 March 2025", "13.03.2025 11:25"])
def test_the_first_line_of_the_text_may_be_the_time(line: str) -> None:
    assert (printed(story(body=f"<div class=text><p>{line}</p></div>")) or "")[:10] == "2025-03-13"


def test_masthead_lists_comments_adverts_and_copyright_are_no_time() -> None:
    assert story().published is None


@pytest.mark.parametrize(
    "other",
    [
        "<div class=player><time datetime=2025-11-19T08:00:00Z>8:00</time></div>",
        "<div class=relatedStories><h3>Related</h3><p><a href=/3>Ice road to Nordby opens early this year</a></p>"
        "<p>Mon, Nov 17 2025</p></div>",
        "<div class=picBox><img src=a.jpg><p>The harbour of Kirkholm, 12 November 2024</p></div>",
        "<p>The harbour has not been closed by ice since 3 February 1985, when two ferries sank off Kirkholm.</p>",
    ],
)
def test_what_stands_between_headline_and_text_and_is_of_another_thing_is_no_time(other: str) -> None:
    assert story(below=other).published is None
    assert printed(story(below=other, foot="<p>13.03.2025 11:25</p>")) == "2025-03-13T11:25"


@pytest.mark.parametrize(
    ("stated", "line", "published"),
    [
        ("2025-03-13T11:44:09Z", "2025.03.13 13:44", "2025-03-13T13:44:00+02:00"),
        ("2025-03-14T02:10:00-05:00", "jueves 13 de marzo de 2025 - 9:10 p.m.", "2025-03-13T21:10:00-05:00"),
        ("2025-03-13T13:44:09+02:00", "13.03.2025, 13:44", "2025-03-13T13:44:09+02:00"),
        ("2025-03-13", "13.03.2025, 13:44", "2025-03-13T13:44:00+00:00"),
        ("2025-03-14T01:05:00Z", "March 13, 2025", "2025-03-13T00:00:00+00:00"),
        ("2025-03-13T13:05:00Z", "March 13, 2025", "2025-03-13T13:05:00+00:00"),
        ("2025-03-13T13:44:09Z", "19.11.2025, 08:15", "2025-03-13T13:44:09+00:00"),
    ],
    ids=["clock", "false offset", "same clock", "day stated", "day before", "day printed", "other time"],
)
def test_what_the_page_states_and_what_it_prints_complete_each_other(stated: str, line: str, published: str) -> None:
    head = f"<meta property='article:published_time' content='{stated}'>"
    assert story(head=head, below=f"<p>{line}</p>").published == published


def test_a_zone_that_a_stated_instant_tells_is_not_assumed() -> None:
    head = "<meta property='article:published_time' content='2025-03-13T11:44:09Z'>"
    found = story(head=head, below="<p>2025.03.13 13:44</p>")
    assert (found.published_raw, found.published_zone_assumed) == ("2025.03.13 13:44", False)


@pytest.mark.parametrize("meta", ["date", "pubdate", "dc.date", "datepublished"])
def test_the_time_of_a_template_loses_against_the_printed_one(meta: str) -> None:
    head = f"<meta name='{meta}' content='2019-05-02T10:00:00Z'>"
    assert printed(story(head=head, below="<p>13.03.2025 11:25</p>")) == "2025-03-13T11:25"
    assert printed(story(head=head)) == "2019-05-02T10:00:00"


@pytest.mark.parametrize("path", ["2025/03/13/ferry", "20250313/ferry", "2025-03-13-ferry", "2025/mar/13/ferry"])
def test_the_day_in_the_address_is_the_day_where_the_page_prints_none(path: str) -> None:
    found = story(url=f"https://post.example/{path}.html")
    assert (printed(found), found.published_raw) == ("2025-03-13", None)


def test_the_address_tells_the_story_from_another_time() -> None:
    url = "https://post.example/2025/03/13/ferry.html"
    line = "<p>17.11.2025 09:00</p>"
    assert printed(story(url=url, below=line, foot="<p>13.03.2025 11:25</p>")) == "2025-03-13T11:25"


@pytest.mark.parametrize(
    ("line", "more", "url", "day"),
    [
        ("Posted on Wednesday, 02.12.14", "", "", "2014-02-12"),
        ("Posted: 02/03/2025 5:48 PM", "", "https://post.example/2025/02/03/ferry", "2025-02-03"),
        ("Posted: 02/03/2025 5:48 PM", "", "https://post.example/2025/03/02/ferry", "2025-03-02"),
        ("Posted: 11/09/2025 5:48 PM", "", "", None),
        ("Posted: 02/03/2025 5:48 PM", "<p>See also 01/31/2025</p>", "", "2025-02-03"),
        ("Posted: 02/03/2025 5:48 PM", "<p>See also 31/01/2025</p>", "", "2025-03-02"),
    ],
)
def test_the_page_tells_which_number_is_the_month(line: str, more: str, url: str, day: str | None) -> None:
    found = printed(story(below=f"<p>{line}</p>", foot=f"<h3>More</h3>{more}", url=url))
    assert (found or "")[:10] == (day or "")


def test_only_a_line_of_a_change_is_the_time_too() -> None:
    assert printed(story(below="<p>最后更新 14.03.2025 19:00</p>")) == "2025-03-14T19:00"


@pytest.mark.parametrize("label", ["Printed on", "Print date:", "Imprimé le", "打印时间：", "Local time:"])
def test_the_time_of_printing_is_no_time_of_the_story(label: str) -> None:
    assert story(below=f"<p>{label} 19.11.2025 08:15</p>").published is None


@pytest.mark.parametrize("clock", ["<p>10:48</p>", "<p>【10:48】</p>", "<span>[10:48]</span>"])
def test_a_clock_alone_near_the_headline_is_one_of_the_day_above_it(clock: str) -> None:
    above = "<div id=crumbs>Post &gt; News 13 March 2025</div>"
    assert printed(story(above=above, below=clock)) == "2025-03-13T10:48"
    assert printed(story(below=clock)) is None  # the line above is the clock of the masthead


def test_the_clock_of_a_player_is_none() -> None:
    assert printed(story(above="<p>13 March 2025</p>", below="<p>00:00</p>")) == "2025-03-13"


def test_an_attribute_tells_which_number_is_the_month() -> None:
    line = "<p><abbr title='2025-02-03T17:48:00Z'>Updated</abbr> Posted on 02/03/2025</p>"
    assert (printed(story(below=line)) or "")[:10] == "2025-02-03"


def test_the_attribute_of_a_time_element_has_the_zone_of_its_text() -> None:
    line = "<p><time datetime='2025-03-13T09:30:00+02:00'>13.03.2025 09:30</time></p>"
    assert story(below=line).published == "2025-03-13T09:30:00+02:00"
    line = "<p><time datetime='2025-03-13T07:30:00Z'>13.03.2025 09:30</time></p>"
    assert story(below=line).published == "2025-03-13T09:30:00+02:00"


def test_a_time_that_only_style_parts_from_the_name_before_it_is_the_time() -> None:
    line = "<p><a>Ida Holm</a>, <i>Kirkholm</i><span>Mar 13, 2025 07:12 AM IST</span></p>"
    assert printed(story(below=line)) == "2025-03-13T07:12"
