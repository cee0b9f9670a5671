"""The headline of a page that no layout fits: sites, sections, joints, related stories, all kinds of evidence."""

import pytest
from lxml import html

from wirecrawl.news.cleaning.metadata import read_stated

STORIES = {
    "en": (
        "Ferry to Kirkholm stops as harbour freezes over",
        "The Fjord Post",
        "World News",
        "The last ferry to Kirkholm stopped on Monday as ice closed the harbour for the first time in forty years.",
    ),
    "de": (
        "Fähre nach Kirkholm stellt Betrieb ein",
        "Küstenbote",
        "Politik",
        "Die letzte Fähre nach Kirkholm hat am Montag den Betrieb eingestellt, weil Eis den Hafen erstmals sperrte.",
    ),
    "ru": (
        "Паром в Кирхольм остановлен из-за льда в гавани",
        "Вестник Залива",
        "Экономика",
        "Последний паром в Кирхольм был остановлен в понедельник: лёд впервые за сорок лет закрыл гавань города.",
    ),
    "zh": (
        "基尔霍尔姆港四十年来首次封冻 渡轮停航",
        "海湾新闻网",
        "社会",
        "基尔霍尔姆港星期一四十年来首次封冻，最后一班渡轮停航。港务局说，破冰船将在两天后到达，在此之前岛上居民只能依靠直升机运送食品和药品，学校也将关闭。"
        "当地渔民说，他们从来没有见过这样的冬天，许多船只已经被困在港内，无法出海捕鱼。",
    ),
    "ar": (
        "توقف العبارة إلى كيركهولم بعد تجمد الميناء",
        "بريد الخليج",
        "اقتصاد",
        "توقفت آخر عبارة إلى كيركهولم يوم الاثنين بعد أن تجمد الميناء للمرة الأولى منذ أربعين عاما وفق السلطات.",
    ),
}
JOINTS = [" | ", " ｜ ", "|", " - ", " – ", " — ", " · ", " » ", " :: ", " : ", " • ", "_"]


def page(title: str, body: str, lead: str, head: str = "") -> html.HtmlElement:
    return html.fromstring(
        f"<html><head><title>{title}</title>{head}</head><body>{body}<p>{lead}</p><p>{lead} {lead}</p></body></html>"
    )


def titles(joint: str, headline: str, site: str, section: str) -> list[str]:
    return [f"{headline}{joint}{site}", f"{headline}{joint}{section}{joint}{site}", f"{site}{joint}{headline}"]


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize(
    "printed",
    [
        "<h1>{headline}</h1>",
        "<h1>{site}</h1><h1>{headline}</h1>",
        "<h1>{section}</h1><h2>{headline}</h2>",
        "<h1><a href='/'>{site}</a></h1><div>{headline}</div>",
        "<h1>{site}</h1><table><tr><td><font><b>{headline}</b></font></td></tr></table>",
        "<table><tr><td class=x>{headline}</td></tr></table>",
    ],
)
def test_what_the_page_prints_is_the_headline_whatever_is_joined_to_it_in_the_title(
    joint: str, language: str, printed: str
) -> None:
    headline, site, section, lead = STORIES[language]
    body = printed.format(headline=headline, site=site, section=section)
    for title in titles(joint, headline, site, section):
        assert read_stated(page(title, body, lead)).headline == headline


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("language", STORIES)
def test_a_title_alone_loses_the_site_that_the_page_names(joint: str, language: str) -> None:
    headline, site, section, lead = STORIES[language]
    head = f"<meta property='og:site_name' content='{site}'>"
    for title in titles(joint, headline, site, section)[::2]:
        assert read_stated(page(title, "", lead, head)).headline == headline


@pytest.mark.parametrize("language", STORIES)
def test_a_good_title_goes_before_a_lone_heading_that_nothing_confirms(language: str) -> None:
    headline, site, section, lead = STORIES[language]
    for heading in (section, "Most read this week", "Breaking: bakers strike in Nordby", f"{site}: {section}"):
        body = f"<h1>{heading}</h1><div>{headline}</div>"
        assert read_stated(page(f"{headline} | {site}", body, lead)).headline == headline
        assert read_stated(page(f"{headline} | {site}", f"<h1>{heading}</h1>", lead)).headline == headline


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("title", ["{site}", "{section} - {site}", "News - {section} - {site}", ""])
def test_a_heading_goes_before_a_title_that_is_the_same_on_all_pages(language: str, title: str) -> None:
    headline, site, section, lead = STORIES[language]
    said = title.format(site=site, section=section)
    assert read_stated(page(said, f"<h1>{headline}</h1>", lead)).headline == headline
    assert read_stated(page(said, f"<div class='entry-title'>{headline}</div>", lead)).headline == headline


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("others", ["before", "behind"])
def test_the_headline_of_another_story_is_never_this_ones(language: str, others: str) -> None:
    headline, site, _, lead = STORIES[language]
    related = "".join(f"<h1><a href='/{n}'>Bakers strike in Nordby for day {n}</a></h1>" for n in range(3))
    body = f"{related}<h1>{headline}</h1>" if others == "before" else f"<h1>{headline}</h1>{related}"
    assert read_stated(page(f"{headline} - {site}", body, lead)).headline == headline


def test_the_words_of_the_address_tell_headline_from_section() -> None:
    lead = "Ice closed the harbour on Monday for the first time in forty years, and ships wait outside of the bay."
    body = "<h1>Weather and climate today</h1>"
    tree = page("Kirkholm ferry stops | Weather and climate today", body, lead)
    url = "https://fjordpost.example/news/2025/03/13/kirkholm-ferry-stops.html"
    assert read_stated(tree, url).headline == "Kirkholm ferry stops"


@pytest.mark.parametrize(
    "headline",
    [
        "Spain - France 2-1",
        "Kirkholm: ferry stops as harbour freezes",
        "Guerre en Mer : deux ferries arrêtés à Kirkholm",
        "Well-known 3-5 favourite draws No. 17",
        "“It is over” – ferry captain speaks",
        "动力“网事·感动”年度人物揭晓 ——港口纪实",
        "促进港口更好惠及居民――市长致贺信",
    ],
)
def test_joints_inside_a_headline_stay(headline: str) -> None:
    lead = "Ice closed the harbour on Monday for the first time in forty years, and ships wait outside of the bay."
    for title in (headline, f"{headline} | The Fjord Post", f"{headline} - The Fjord Post"):
        assert read_stated(page(title, f"<h1>{headline}</h1>", lead)).headline == headline
        assert read_stated(page(title, f"<td>{headline}</td>", lead)).headline == headline


@pytest.mark.parametrize("cut", ["...", "…", " ..."])
def test_a_headline_that_was_cut_is_the_whole_one(cut: str) -> None:
    whole = "Harbour authority works with three firms on ice breakers for ferries to Kirkholm and the outer islands"
    short = whole[: whole.index(" and the outer")] + cut
    lead = "The harbour authority works with three firms on new ice breakers, it said on Monday in a statement to all."
    head = f"<meta property='og:title' content='{short}'>"
    assert read_stated(page(f"{short} | Post", f"<h1>{whole}</h1>", lead, head)).headline == whole


@pytest.mark.parametrize("name", ["AFP", "Reuters", "РИА Новости"])
def test_the_name_of_an_agency_before_a_headline_is_cut(name: str) -> None:
    headline, _, _, lead = STORIES["en"]
    head = f"<meta property='og:title' content='{headline}'>"
    assert read_stated(page(f"{name}: {headline}", "", lead, head)).headline == headline
    assert read_stated(page(f"{name}: {headline}", "", lead)).headline == headline


@pytest.mark.parametrize("text", ["a - " * 3000, "_" * 5000, "| " * 5000, "a: " * 4000, "大-" * 3000])
def test_hostile_titles_cost_little(text: str) -> None:
    read_stated(page(text, f"<h1>{text}</h1>" * 50, text, f"<meta property='og:title' content='{text}'>"))


def test_a_page_that_names_nothing_has_no_headline() -> None:
    assert read_stated(html.fromstring("<html><body><p>Rain.</p></body></html>")).headline is None


@pytest.mark.parametrize(
    "heading",
    [
        "<span class=kicker>{section}</span>{headline}",
        "<small>{section}</small><br>{headline}",
        "<span>{section}:</span> <span>{headline}</span>",
        "{headline} <small>13 March 2025</small>",
        "{headline}<span class=count>(12)</span>",
        "<a href='/world/'>{section}</a> {headline}",
    ],
)
@pytest.mark.parametrize("language", STORIES)
def test_a_section_or_a_time_inside_the_heading_is_cut_as_the_title_has_it(heading: str, language: str) -> None:
    headline, site, section, lead = STORIES[language]
    body = f"<h1>{heading.format(headline=headline, section=section)}</h1>"
    assert read_stated(page(f"{headline} | {site}", body, lead)).headline == headline


@pytest.mark.parametrize("language", STORIES)
def test_words_that_style_alone_sets_apart_stay_in_the_headline(language: str) -> None:
    headline, site, _, lead = STORIES[language]
    words = headline.split()
    body = f"<h1><em>{words[0]}</em> {' '.join(words[1:-1])} <b>{words[-1]}</b></h1>" if len(words) > 2 else headline
    body = body if body.startswith("<h1>") else f"<h1><em>{headline[:4]}</em>{headline[4:]}</h1>"
    assert read_stated(page(f"{headline} | {site}", body, lead)).headline == headline
    assert read_stated(page(site, body, lead)).headline == headline


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_a_title_with_a_section_before_and_the_site_behind_is_read_as_the_page_prints_it(language: str) -> None:
    headline, site, section, lead = STORIES[language]
    tree = page(f"{section}: {headline} | {site}", f"<table><tr><td><div>{headline}</div></td></tr></table>", lead)
    assert read_stated(tree, None).headline == headline
