"""The structure of an unknown page says where its story is, in the markup of kinds of sites."""

from typing import NoReturn

import pytest

from tests.news.cleaning.whole_page.test_extract import FOURTH, HEADLINE, LEAD, SECOND, THIRD, paragraphs
from wirecrawl.items import Story
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.cleaning.whole_page import extract

STORY = [LEAD, SECOND, THIRD, FOURTH]
BODY = "".join(f"<p>{text}</p>" for text in STORY)
OTHER = "In another town another council met on Monday and put off the vote on its bridge, the third time this year. "
DAY = "19 November 2026"


def cleaned(inside: str, *, beside: str = "", head: str = "", headline: str = HEADLINE) -> Story:
    """The story of a page of divs alone, without article or main: `inside` stands under the headline."""
    page = (
        f"<html><head><title>{HEADLINE}</title>{head}</head><body><div class='top'><a href='/'>Home</a></div>"
        f"<div class='wrap'><div class='col'><h1>{headline}</h1>{inside}</div>{beside}</div></body></html>"
    )
    return clean(page.encode(), "https://www.islandpost.example/a/1")


def described(text: str) -> str:
    return f"<meta name='description' content='{text}'>"


@pytest.mark.parametrize(
    "entry",
    [
        "<div class='item'><div class='t'><a href='/{n}'>The vote is put off, part {n}</a></div><p>{text}</p></div>",
        "<article class='card'><h3><a href='/{n}'>Bridge {n}</a></h3><div>{text}</div></article>",
        "<tr><td><a href='/{n}'>The bridge vote is put off, part {n}</a><p>{text}</p></td></tr>",
        "<li class='n'><div><b><a href='/{n}'>The bridge vote is put off once more {n}</a></b></div><p>{text}</p></li>",
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_list_of_stories_longer_than_the_story_is_none(entry: str, before: bool) -> None:
    entries = "".join(entry.format(n=n, text=f"{OTHER * 2}{n}.") for n in range(12))
    teasers = f"<table>{entries}</table>" if entry.startswith("<tr") else f"<div class='more'>{entries}</div>"
    inside = f"<div class='txt'>{BODY}</div>"
    story = cleaned(teasers + inside) if before else cleaned(inside, beside=teasers)
    assert paragraphs(story) == STORY


def test_a_table_of_rates_longer_than_the_story_is_none() -> None:
    rows = "".join(f"<tr><td>Currency {n}</td><td>{n}.25</td><td>+0.{n}</td></tr>" for n in range(80))
    story = cleaned(f"<div class='txt'>{BODY}</div>", beside=f"<table>{rows}</table>")
    assert paragraphs(story) == STORY


def test_comments_longer_than_the_story_are_none() -> None:
    comments = "".join(f"<div class='c'><b>Reader {n}</b><p>{OTHER * 2}</p></div>" for n in range(9))
    story = cleaned(f"<div class='txt'>{BODY}</div>", beside=f"<div id='comments'>{comments}</div>")
    assert paragraphs(story) == STORY


def test_a_lead_in_an_element_of_its_own_is_story_though_it_is_the_description() -> None:
    rest = BODY.removeprefix(f"<p>{LEAD}</p>")
    body = f"<div class='story-body'><div class='story-intro'><p>{LEAD}</p></div>{rest}</div>"
    assert paragraphs(cleaned(body, head=described(LEAD))) == STORY


@pytest.mark.parametrize(
    ("standfirst", "head"),
    [
        (f"<div class='top-text'><p>{OTHER}</p></div>", described(OTHER)),
        (f"<p class='excerpt'>{OTHER}</p>", ""),
        (f"<h2>{OTHER}</h2>", ""),
    ],
)
def test_a_standfirst_outside_of_the_body_is_none(standfirst: str, head: str) -> None:
    assert paragraphs(cleaned(f"{standfirst}<div class='txt'>{BODY}</div>", head=head)) == STORY


def test_a_standfirst_in_the_body_that_repeats_the_text_is_none() -> None:
    last = f"{FOURTH} {OTHER}"
    body = f"<p class='excerpt'>{OTHER.strip()}</p>{BODY.replace(FOURTH, last)}"
    assert paragraphs(cleaned(body)) == [LEAD, SECOND, THIRD, last.strip()]


@pytest.mark.parametrize(
    "day", [DAY, "November 19, 2026", "19.11.2026", "19. November 2026, 10:20 Uhr", "10:20 19.11.2026"]
)
def test_a_line_of_a_day_parts_the_standfirst_from_the_story(day: str) -> None:
    assert paragraphs(cleaned(f"<p>{OTHER}</p><p>{day}</p>{BODY}")) == STORY


def test_a_chronology_keeps_its_days() -> None:
    days = ["19 November 2026", "20 November 2026", "21 November 2026"]
    body = f"<p>{LEAD}</p>" + "".join(f"<p>{day}</p><p>{OTHER}{n}.</p>" for n, day in enumerate(days))
    assert paragraphs(cleaned(body))[1::2] == days


@pytest.mark.parametrize(
    "subhead", ["<h3>Shops have food</h3>", "<div class='sub'><h2>Shops have food</h2></div>", "<p>Shops have food</p>"]
)
def test_a_subhead_is_story_and_so_is_a_short_sentence(subhead: str) -> None:
    body = f"<p>{LEAD}</p><p>{SECOND}</p>{subhead}<p>{THIRD}</p><p>&quot;Not yet.&quot;</p><p>{FOURTH}</p>"
    assert paragraphs(cleaned(f"<div>{body}</div>")) == [LEAD, SECOND, "Shops have food", THIRD, '"Not yet."', FOURTH]


@pytest.mark.parametrize(
    "lines",
    [
        ["Read the rest with a subscription", "You can subscribe for 5 euro a month.", "Your account opens at once."],
        ["Få fuld adgang", "Du kan få et abonnement for 25 kr. om ugen.", "Det er nemt for dig."],
        ["Jetzt weiterlesen", "Abonnieren Sie unseren Newsletter.", "Sie können sich jederzeit abmelden."],
        ["Оформите подписку на наши новости, чтобы вы не пропустили главное.", "Вам придёт письмо."],
    ],
)
def test_an_offer_in_a_box_is_no_story(lines: list[str]) -> None:
    box = f"<div class='b1'>{''.join(f'<p>{line}</p>' for line in lines)}</div>"
    assert paragraphs(cleaned(f"<div class='txt'>{BODY}{box}</div>")) == STORY
    assert paragraphs(cleaned(f"<div class='txt'>{BODY.replace('</p>', '</p>' + box, 1)}</div>")) == STORY


def test_a_story_about_subscriptions_stays() -> None:
    said = "The paper lost subscribers in May, and your subscription may cost more next year, its owner said."
    body = "".join(f"<div class='p'><p>{text}</p></div>" for text in (LEAD, said, SECOND, THIRD))
    assert paragraphs(cleaned(f"<div class='txt'>{body}</div>")) == [LEAD, said, SECOND, THIRD]


@pytest.mark.parametrize(
    "caption",
    [
        "The ferry in the harbour of Tinnholm. © Island Post / ANN SHORE",
        "The ferry on Monday. Photo: Ann Shore",
        "Die Fähre im Hafen. Foto: Ann Shore/dpa",
        "图为渡轮停在港口。",
    ],
)
def test_a_line_beside_a_picture_that_credits_it_is_a_caption(caption: str) -> None:
    picture = f"<p><img src='/ferry.jpg' width='600'></p><p>{caption}</p>"
    story = cleaned(f"<div class='txt'><p>{LEAD}</p>{picture}<p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p></div>")
    assert paragraphs(story) == STORY
    assert [bool(image.caption or image.credit) for image in story.images] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "Views: 1204",
        "Просмотров: 2015 Комментариев: 0 Версия для печати",
        "浏览次数：338",
        "https://www.islandpost.example/a/1",
        "Found an error? Tell us.",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter.",
        "Оцените, пожалуйста, статью. Нам важно Ваше мнение.",
        "Rate this article and tell us what you think of it.",
        "Follow our coverage of the storm at islandpost.example.",
        "Purchase Licensing Rights",
        "View all (23)",
        "Click to login and write a letter to the editor.",
        "Версия для печати | Версия для КПК",
        "（原题为《渡轮停在港口》）",
    ],
)
def test_a_line_of_the_site_in_the_body_is_no_story(line: str) -> None:
    assert paragraphs(cleaned(f"<div class='txt'>{BODY}<p>{line}</p></div>")) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Views of the harbour were sold for 20 crowns in 1921, and the town kept the money for its school.",
        "Found an hour later, the boat was towed to the harbour by two others, the mayor told reporters.",
        "Follow the money, the mayor said, and all of this makes sense to those who live on the islands.",
    ],
)
def test_a_sentence_that_begins_as_a_line_of_the_site_does_is_story(line: str) -> None:
    assert paragraphs(cleaned(f"<div class='txt'>{BODY}<p>{line}</p></div>")) == [*STORY, line]


def test_a_sign_off_in_an_element_of_its_own_is_a_note() -> None:
    sign_off = "Reporting by Ann Shore in Tinnholm; Editing by Bob Quay"
    story = cleaned(f"<div class='txt'>{BODY}</div><div class='attribution'><p>{sign_off}</p></div>")
    assert (paragraphs(story), story.notes) == (STORY, [sign_off])


def test_a_box_of_the_same_class_elsewhere_is_no_part_of_the_story() -> None:
    footer = f"<div class='foot'><div><div class='inner'><p>{OTHER}</p></div></div></div>"
    page = f"<div class='a'><div class='b'><div class='inner'>{BODY}</div></div></div>"
    assert paragraphs(cleaned(page, beside=f"<div><div><div>{footer}</div></div></div>")) == STORY


def test_where_the_structure_leaves_no_doubt_no_other_extractor_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object, **__: object) -> NoReturn:
        raise AssertionError("asked")

    monkeypatch.setattr(extract, "_extracted", asked)
    assert paragraphs(cleaned(f"<div class='txt'>{BODY}</div>")) == STORY
    with pytest.raises(AssertionError, match="asked"):
        cleaned(f"<div class='txt'><p>{LEAD}</p></div>")


def test_a_wrapper_around_each_paragraph_hides_no_short_line() -> None:
    lines = [LEAD, SECOND, "&quot;Not yet.&quot;", THIRD, FOURTH, "Boats stay in harbour"]
    body = "".join(f"<div class='par'><p>{text}</p></div>" for text in (*lines[:3], lines[5], *lines[3:5]))
    assert paragraphs(cleaned(f"<div>{body}</div>")) == [
        LEAD,
        SECOND,
        '"Not yet."',
        "Boats stay in harbour",
        THIRD,
        FOURTH,
    ]


def test_a_standfirst_in_a_box_within_the_story_is_none() -> None:
    top = f"<div class='manchet'><p>{OTHER.strip()}</p></div>"
    body = f"<div class='txt'>{BODY}</div>"
    assert paragraphs(cleaned(f"<div class='all'>{top}{body}</div>", head=described(OTHER.strip()))) == STORY


def test_a_bold_lead_with_a_dateline_is_story_though_it_is_the_description() -> None:
    lead = f"TINNHOLM (Reuters) - {LEAD}"
    story = cleaned(
        f"<div>{BODY.replace(f'<p>{LEAD}</p>', f'<div class=lead><p>{lead}</p></div>')}</div>", head=described(lead)
    )
    assert (story.dateline and story.dateline.places, paragraphs(story)) == (["TINNHOLM"], STORY)


@pytest.mark.parametrize(
    "hidden",
    [
        "<span class='sr-only'>, opens new tab</span>",
        "<span style='border:0;clip:rect(0 0 0 0)'>, opens new tab</span>",
    ],
)
def test_words_for_screen_readers_are_no_text(hidden: str) -> None:
    marked = BODY.replace("The weather office", f"The <a href='/w'>weather{hidden}</a> office")
    assert paragraphs(cleaned(f"<div>{marked}</div>")) == STORY


def test_the_number_of_comments_at_a_paragraph_is_no_text() -> None:
    body = BODY.replace("<p>", "<p><a name='p'></a><a href='#c'>12</a>")
    assert paragraphs(cleaned(f"<div>{body}</div>")) == STORY


def test_a_headline_without_h1_and_with_a_kicker_leads_to_the_story() -> None:
    page = (
        f"<html><head><title>Islands: {HEADLINE}</title></head><body><div><b>{HEADLINE}</b></div>"
        f"<div class='x'>{BODY}</div><div class='y'><p>{OTHER}</p></div></body></html>"
    )
    assert paragraphs(clean(page.encode(), "https://www.islandpost.example/a/1")) == STORY


@pytest.mark.parametrize("item", ["<li>{0}</li>", "<li><p>{0}</p></li>", "<li><div><p>{0}</p></div></li>"])
@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_list_among_the_paragraphs_is_story_however_short_its_entries(item: str, tag: str) -> None:
    entries = [f"{SECOND} It went first.", "The mole is new.", "Heron stays."]
    listed = "".join(map(item.format, entries))
    story = cleaned(f"<div class='txt'><p>{LEAD}</p><{tag}>{listed}</{tag}><p>{THIRD}</p><p>{FOURTH}</p></div>")
    assert paragraphs(story) == [LEAD, *entries, THIRD, FOURTH]


@pytest.mark.parametrize("last", [True, False])
def test_a_table_of_figures_among_the_paragraphs_or_behind_them_is_story(last: bool) -> None:
    table = "<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Heron</td><td>44</td></tr></table>"
    inside = f"{BODY}{table}" if last else BODY.replace(f"<p>{THIRD}", f"{table}<p>{THIRD}")
    rows = ["Boat\tSeats", "Heron\t44"]
    wanted = [*STORY, *rows] if last else [LEAD, SECOND, *rows, THIRD, FOURTH]
    assert paragraphs(cleaned(f"<div class='txt'>{inside}</div>")) == wanted


@pytest.mark.parametrize("name", ["image-credit-wrap", "photo-text", "js-caption"])
def test_a_sentence_beside_a_picture_that_its_element_calls_a_pictures_is_a_caption(name: str) -> None:
    said = (
        "The ferry rests in the dry dock of the harbour after a survey of all of its ribs. (Photo: I. Marquard, Post)"
    )
    picture = f"<img src='/f.jpg'><p class='{name}'>{said}</p>"
    story = cleaned(f"<div class='txt'><p>{LEAD}</p>{picture}<p>{SECOND}</p><p>{THIRD}</p></div>")
    assert (paragraphs(story), story.images[0].caption) == ([LEAD, SECOND, THIRD], said)
