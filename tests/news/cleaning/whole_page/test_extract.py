"""Copy on the pages of newspapers: no layout, so the page is found by trafilatura and mended against itself."""

import json

import pytest

from wirecrawl.items import Story
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.wire.credit import agency_of_credit, agency_of_end

URL = "https://www.harbourpost.example/world/ferry-stays"
HEADLINE = "Ferry to the islands stays in harbour as storm nears"
LEAD = "The ferry to the outer islands stayed in the harbour on Thursday because a storm was near, its owner said."
SECOND = "Two hundred passengers waited in the terminal, and the town opened its school for them overnight."
THIRD = "The weather office expects winds to fall on Saturday, when the first boat is to leave at seven."
FOURTH = "Shops on the islands have food for a week, the mayor told reporters after a meeting with the owner."
BODY = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>"


def story(body: str = BODY, *, head: str = "", above: str = "", below: str = "", url: str = URL) -> Story:
    """The story of a newspaper's page; `above` and `below` stand around the body, inside the article."""
    page = (
        f"<html><head><title>{HEADLINE} | Harbour Post</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<main><article><header><h1>{HEADLINE}</h1></header>{above}<div class='story'>{body}</div>{below}</article>"
        "</main></body></html>"
    )
    return clean(page.encode(), url)


def paragraphs(found: Story) -> list[str]:
    return found.text.split("\n\n")


def linked_data(**values: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **values})}</script>"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("By GARY B. SHORE, AP Sports Writer", "ap"),
        ("Harbour Post and AFP", "afp"),
        ("AFP, MANILA", "afp"),
        ("Von Anna Ufer, dpa", "dpa"),
        ("Source: Reuters", "reuters"),
        ("Press Trust of India", "pti"),
        ("Agencia EFE", "efe"),
        ("By Ann Shore", None),
        ("Foto: Anna Ufer/dpa", None),
        ("The AP said on Thursday that its reporter was there when the ferry came back to the harbour at last, "
         "and that it had no more to say", None),
    ],
)  # fmt: skip
def test_an_author_line_names_the_agency(line: str, agency: str | None) -> None:
    assert agency_of_credit(line) == agency


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("It will sail on Saturday. — AFP", "afp"),
        ("It will sail on Saturday. (PTI)", "pti"),
        ("EFE", "efe"),
        ("(Reporting by Ann Shore; Editing by Bob Quay)", "reuters"),
        ("It will sail, he said. (Reporting by Ann Shore in Oslo; editing by Bob Quay)", "reuters"),
        ("To contact the reporter on this story: Ann Shore in Oslo at ashore@example.net", "bloomberg"),
        ("Associated Press writer Ann Shore in Oslo contributed to this report.", "ap"),
        ("The Associated Press contributed to this report.", None),
        ("He told the story to Reuters.", None),
    ],
)
def test_the_end_names_the_agency(line: str, agency: str | None) -> None:
    assert agency_of_end(line) == agency


def test_an_author_in_the_linked_data_gives_agency_and_no_byline() -> None:
    found = story(head=linked_data(headline=HEADLINE, author={"@type": "Organization", "name": "Associated Press"}))
    assert (found.agency, found.bylines) == ("ap", [])


def test_a_source_line_under_the_headline_gives_the_agency() -> None:
    assert story(above="<div class='name'>AFP, OSLO</div>").agency == "afp"


def test_writer_and_agency_that_style_alone_sets_apart_are_told_apart() -> None:
    line = "<div><span>By </span><span>Ann Shore</span><span>The Associated Press</span></div>"
    found = story(above=line)
    assert (found.agency, found.bylines) == ("ap", ["Ann Shore"])


@pytest.mark.parametrize(
    "line", ["By ANN SHORE 01/18/24 09:19 PM ET", "Von Ann Shore, dpa", "By Ann Shore AP Sports Writer"]
)
def test_the_line_under_the_headline_names_the_writer(line: str) -> None:
    assert [name.title() for name in story(above=f"<p>{line}</p>").bylines] == ["Ann Shore"]


def test_an_author_who_is_named_only_beside_another_story_is_none_of_this_one() -> None:
    other = "<div><div class='author_name'>Nora Vale</div><a href='/b'>Why I left</a></div>"
    links = "".join(f"<p><a href='/{n}'>Another story of the day, number {n}</a></p>" for n in range(12))
    assert story(head=f"</head><body>{other}{links}").bylines == []


@pytest.mark.parametrize("author", ["Harbour Post and AFP", "SID", "Wednesday", "The Harbour Post"])
def test_outlets_and_single_words_are_no_writers(author: str) -> None:
    site = "<meta property='og:site_name' content='The Harbour Post'>"
    assert story(head=site + linked_data(headline=HEADLINE, author={"name": author})).bylines == []


def test_copy_without_credit_has_no_agency() -> None:
    assert story().agency is None


def test_the_sign_off_is_a_note() -> None:
    found = story(BODY + "<p>(Reporting by Ann Shore; Editing by Bob Quay)</p>")
    assert found.agency == "reuters"
    assert found.notes == ["(Reporting by Ann Shore; Editing by Bob Quay)"]
    assert paragraphs(found) == [LEAD, SECOND, THIRD, FOURTH]


def test_the_contributors_line_behind_a_rule_is_a_note() -> None:
    line = "Shore reported from Bergen."
    found = story(f"<p>OSLO (AP) — {LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p><p>___</p><p>{line}</p>")
    assert (found.notes, found.end_mark) == ([line], "___")
    assert paragraphs(found) == [LEAD, SECOND, THIRD, FOURTH]


def test_a_rule_may_be_made_of_hyphens() -> None:
    found = story(f"{BODY}<p>----</p><p>Follow Ann Shore on Twitter: https://twitter.example/shore</p>")
    assert (found.end_mark, paragraphs(found)) == ("----", [LEAD, SECOND, THIRD, FOURTH])


def test_takes_between_rules_are_all_kept() -> None:
    takes = f"<p>OSLO (AP) — {LEAD}</p><p>{SECOND}</p><p>___</p><p>BERGEN — {THIRD}</p><p>___</p><p>{FOURTH}</p>"
    found = story(takes)
    assert paragraphs(found) == [LEAD, SECOND, f"BERGEN — {THIRD}", FOURTH]
    assert found.notes == []


def test_what_stands_before_the_dateline_is_no_text() -> None:
    found = story(f"<p>January 18, 2024</p><p>A boat in the rain.</p><p>OSLO (Reuters) - {LEAD}</p><p>{SECOND}</p>")
    assert found.dateline is not None
    assert paragraphs(found) == [LEAD, SECOND]


def test_a_photo_credit_makes_the_line_before_it_a_caption() -> None:
    box = "<div class='photo'><p>The ferry lies in the harbour of the town on Thursday.</p><p>Photo: AFP</p></div>"
    found = story(f"<p>{LEAD}</p>{box}<p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>")
    assert paragraphs(found) == [LEAD, SECOND, THIRD, FOURTH]


def test_a_line_in_the_box_of_a_picture_is_a_caption() -> None:
    caption = "File photo of the ferry and its owner in the harbour."
    box = f"<div class='articleimg'><img src='/ferry.jpg'><h5>{caption}</h5></div>"
    found = story(f"{box}<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>")
    assert paragraphs(found) == [LEAD, SECOND, THIRD, FOURTH]
    assert caption in [image.caption for image in found.images]


def test_a_photo_credit_behind_the_story_makes_no_caption_of_its_last_paragraph() -> None:
    assert paragraphs(story(f"{BODY}<p>Image: Reuters</p>")) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize(
    ("line", "agency", "end_mark"),
    [
        ("AFP", "afp", "AFP"),
        ("— Reuters", "reuters", "— Reuters"),
        ("dpa/lno", "dpa", "dpa/lno"),
        ("(Xinhua)", "xinhua", "(Xinhua)"),
        ("IANS", "ians", "IANS"),
        ("Enditem", None, "Enditem"),
        ("(END)", None, "(END)"),
    ],
)
def test_the_agency_behind_the_last_sentence_is_an_end_mark(line: str, agency: str | None, end_mark: str) -> None:
    found = story(f"{BODY}<p>{line}</p>")
    assert (found.agency, found.end_mark) == (agency, end_mark)
    assert paragraphs(found) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize(
    "line",
    [
        "The Associated Press contributed to this report.",
        "With files from The Canadian Press",
        "(With inputs from agencies)",
        "Material from Reuters was used in this report.",
        "This report by The Canadian Press was first published Jan. 5, 2024.",
        "Com informações da Reuters",
        "Mit Material von dpa",
    ],
)
def test_whose_help_a_paper_had_is_a_note(line: str) -> None:
    found = story(f"{BODY}<p>{line}</p>")
    assert (paragraphs(found), found.notes) == ([LEAD, SECOND, THIRD, FOURTH], [line])


def test_a_sentence_about_help_is_text() -> None:
    line = "With information from two fishermen, the owner said, boats were told where the ice was thin."
    assert paragraphs(story(f"{BODY}<p>{line}</p>"))[-1] == line


@pytest.mark.parametrize(
    "line",
    [
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "RIPRODUZIONE RISERVATA © Copyright ANSA",
        "First published on January 18, 2024 / 7:30 AM",
        "This article originally appeared on Harbour Post",
        "Contact Ann Shore at ashore@harbourpost.example",
        "Also read: Bridge to the islands is delayed again",
        "© dpa-infocom, dpa:240118-99-123456/3",
        "Copyright © 2024 Harbour Post",
        "Get the best stories delivered to your inbox",
        "Our Standards: The Thomson Reuters Trust Principles.",
    ],
)
def test_lines_of_the_site_are_cut(line: str) -> None:
    assert paragraphs(story(f"{BODY}<p>{line}</p>")) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize("heading", ["Related Articles", "Newsletter", "© 2024 Harbour Post"])
def test_the_story_goes_on_behind_a_box_amid_it(heading: str) -> None:
    box = f"<div class='box'><h3>{heading}</h3><p><a href='/b'>Bridge to the islands is delayed again</a></p></div>"
    found = story(f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>{box}<p>{FOURTH}</p>")
    assert paragraphs(found) == [LEAD, SECOND, THIRD, FOURTH]


def test_a_link_to_another_story_amid_the_text_is_cut_and_a_linked_word_is_not() -> None:
    sentence = f"<p>{SECOND[:-10]}<a href='/b'>{SECOND[-10:]}</a></p>"
    found = story(f"<p>{LEAD}</p><h3><a href='/a'>Bridge to the islands is late</a></h3>{sentence}<p>{THIRD}</p>")
    assert paragraphs(found) == [LEAD, SECOND, THIRD]


def test_subheads_and_bare_text_are_kept() -> None:
    found = story(f"{LEAD}<p>{SECOND}</p><h2>Food for a week</h2><p>{THIRD}</p><p>{FOURTH}</p>")
    assert paragraphs(found) == [LEAD, SECOND, "Food for a week", THIRD, FOURTH]


def test_a_pull_quote_is_not_said_twice() -> None:
    quote = f"<blockquote><p>{SECOND}</p></blockquote>"
    found = story(f"<p>{LEAD}</p><p>{SECOND} She left.</p>{quote}<p>{THIRD}</p><p>{FOURTH}</p>")
    assert paragraphs(found) == [LEAD, f"{SECOND} She left.", THIRD, FOURTH]


STANDFIRST = "A storm keeps the ferry in the harbour, and two hundred passengers sleep in the town's school."
DESCRIPTION = f'<meta property="og:description" content="{STANDFIRST}">'


def test_a_standfirst_outside_the_body_is_cut_and_one_inside_is_kept() -> None:
    assert STANDFIRST not in story(head=DESCRIPTION, above=f"<p class='dek'>{STANDFIRST}</p>").text
    assert paragraphs(story(f"<p>{STANDFIRST}</p>{BODY}", head=DESCRIPTION))[0] == STANDFIRST


def test_teasers_in_a_list_of_stories_are_cut() -> None:
    entry = "<li><div><h3><a href='/x{n}'>Other story {n}</a></h3><p>{text}</p></div></li>"
    text = "In another town another ferry had another owner, who told another reporter of other boats. " * 3
    teasers = "".join(entry.format(n=n, text=f"{n} {text}") for n in range(8))
    assert paragraphs(story(below=f"<ul>{teasers}</ul>")) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize("joint", ["|", "-", "–"])
def test_the_name_of_the_site_is_no_headline(joint: str) -> None:
    head = (
        '<meta property="og:site_name" content="Harbour Post">'
        f'<meta property="og:title" content="{HEADLINE} {joint} Harbour Post">'
    )
    page = f"<html><head>{head}</head><body><h1>Harbour Post</h1><article>{BODY}</article></body></html>"
    assert clean(page.encode(), URL).headline == HEADLINE


def test_the_time_of_the_linked_data_keeps_its_offset() -> None:
    found = story(head=linked_data(headline=HEADLINE, datePublished="2024-01-18T07:30:00-05:00"))
    assert (found.published, found.published_raw) == ("2024-01-18T07:30:00-05:00", "2024-01-18T07:30:00-05:00")
    assert (found.published_precision, found.published_zone_assumed) == ("second", False)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("18 January 2024 07:30", "2024-01-18T07:30:00+00:00"),
        ("Harbour Post, January 18, 2024", "2024-01-18T00:00:00+00:00"),
        ("18.01.2024 Aktualisiert 19.01.2024", "2024-01-18T00:00:00+00:00"),
    ],
)
def test_a_time_printed_under_the_headline_goes_before_a_guess(line: str, published: str) -> None:
    assert story(above=f"<p>{line}</p>", below="<p>© 2009 Harbour Post, founded 28.09.2009</p>").published == published


def test_the_year_of_a_copyright_line_is_no_day() -> None:
    assert story(below="<footer>© 2024 Harbour Post</footer>").published is None
    assert story(below="<p>Published on 1 January 2024</p>").published == "2024-01-01T00:00:00+00:00"


def test_the_title_of_an_abbreviation_is_a_time_as_microformats_have_it() -> None:
    assert story(above="<abbr title='2024-01-18T01:40:40Z'>Wed Jan 17</abbr>").published == "2024-01-18T01:40:40+00:00"


def test_a_time_element_is_the_time_when_nothing_else_states_it() -> None:
    assert story(above="<time datetime='2024-01-18T07:30+01:00'>today</time>").published == "2024-01-18T07:30:00+01:00"


@pytest.mark.parametrize(
    "broken", ["{", "[" * 5000, '{"@type": 7, "headline": ["a"]}', '{"@type": ["NewsArticle"], "author": [[1]]}']
)
def test_broken_linked_data_costs_nothing(broken: str) -> None:
    found = story(head=f"<script type='application/ld+json'>{broken}</script>")
    assert (found.headline, paragraphs(found)) == (HEADLINE, [LEAD, SECOND, THIRD, FOURTH])


def test_bare_text_with_blank_lines_is_paragraphs() -> None:
    assert paragraphs(story(f"{LEAD}\n\n{SECOND}\n\n{THIRD}\n\n{FOURTH}")) == [LEAD, SECOND, THIRD, FOURTH]


def test_a_page_without_address_needs_the_time_of_a_layout() -> None:
    page = (
        f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><article>{BODY}</article></body></html>"
    )
    assert clean(page.encode()).provenance.cleaner == "trafilatura"


def test_a_change_that_the_page_states_is_told_when_it_is_later() -> None:
    times = {"datePublished": "2024-01-18T07:30:00-05:00", "dateModified": "2024-01-18T09:00:00-05:00"}
    assert story(head=linked_data(headline=HEADLINE, **times)).updated == "2024-01-18T09:00:00-05:00"
    same = {**times, "dateModified": "2024-01-18T12:30:00Z"}
    assert story(head=linked_data(headline=HEADLINE, **same)).updated is None


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta itemprop="datePublished" content="2015-11-13T11:05:32Z">', "2015-11-13T11:05:32+00:00"),
        ('<meta name="publish_date" content="Thu, 06 Oct 2011 08:10:27 EST">', "2011-10-06T08:10:27-05:00"),
        ('<meta name="date" content="20200516T14:51:53Z">', "2020-05-16T14:51:53+00:00"),
        (
            '<meta name="pubdate" content="2020-03-23"><meta name="date" content="2020-03-23T17:10:08Z">',
            "2020-03-23T17:10:08+00:00",
        ),
        (
            '<meta name="date" content="2015-04-29T09:34Z"><meta itemprop="datePublished" content="2015-12-07T17:16Z">',
            "2015-04-29T09:34:00+00:00",
        ),
    ],
)
def test_times_of_metas_in_their_forms(head: str, published: str) -> None:
    assert story(head=head).published == published


def test_the_page_is_dated_where_no_article_is_in_its_linked_data() -> None:
    head = '<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2019-10-19T13:07:47Z"}</script>'
    assert story(head=head).published == "2019-10-19T13:07:47+00:00"


def test_a_time_element_tells_the_clock_that_its_attribute_lacks() -> None:
    found = story(above="<time datetime='2021-04-28'>28.04.2021 - 07:18</time>")
    assert (found.published, found.published_precision) == ("2021-04-28T07:18:00+00:00", "minute")


@pytest.mark.parametrize(("lang", "published"), [("en-US", "2018-10-12T00:00:00+00:00"), ("en", None)])
def test_a_day_that_could_be_a_month_is_no_guess(lang: str, published: str | None) -> None:
    page = f"<html lang={lang}><title>{HEADLINE}</title><h1>{HEADLINE}</h1><p class=date>10/12/2018</p>{BODY}"
    assert clean(page.encode(), URL).published == published


def test_whom_to_ask_and_who_sent_a_release_is_no_story() -> None:
    below = "<p>Pressekontakt:</p><p>Holm Reisen GmbH, Tel. 0471/1234</p><p>Original-Content von: Holm Reisen GmbH</p>"
    assert paragraphs(story(below=below)) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize(
    ("head", "language"),
    [('<meta property="og:locale" content="en_US">', "en-US"), ('<meta name="language" content="de">', "en")],
)
def test_the_language_is_that_of_the_text_with_the_region_that_a_meta_says(head: str, language: str) -> None:
    assert story(head=head).language == language


def test_a_line_of_two_times_that_ends_at_noon_is_no_text() -> None:
    times = "PUBLISHED: April 19, 2023 at 2:10 p.m. | UPDATED: April 20, 2023 at 5:01 a.m."
    assert paragraphs(story(f"<div class=time>{times}</div>{BODY}")) == [LEAD, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize("name", ["manchet", "chapo", "stand-first"])
def test_a_first_paragraph_that_calls_itself_a_standfirst_is_no_text(name: str) -> None:
    summary = "<p class='{}'>Two hundred people must wait for the weather, and shops have food for a week.</p>"
    time = "<p class=time>Published 3 October 2011, 14:32</p>"
    assert paragraphs(story(time + summary.format(name) + BODY)) == [LEAD, SECOND, THIRD, FOURTH]


def test_the_parts_of_a_line_that_follow_a_time_are_no_name() -> None:
    line = "<div>Por: <a>Agencia EFE</a><span>27/03/2023 - 19:10</span> <span>1,204 vistas</span></div>"
    assert story(above=line).bylines == []


@pytest.mark.parametrize("name", ["twitter-tweet", "instagram-media"])
def test_a_post_of_another_site_amid_the_story_is_no_text(name: str) -> None:
    post = "<p>Crews work to bring the boats back as fast as the storm lets them do.</p>"
    body = f"<p>{LEAD}</p><p>{SECOND}</p><blockquote class={name}>{post}</blockquote><p>{THIRD}</p><p>{FOURTH}</p>"
    assert paragraphs(story(body)) == [LEAD, SECOND, THIRD, FOURTH]


def test_initials_and_agency_in_a_bracket_end_the_copy() -> None:
    found = story(f"{BODY}<p>(js/dpa)</p>")
    assert (paragraphs(found), found.agency) == ([LEAD, SECOND, THIRD, FOURTH], "dpa")


def test_an_author_in_linked_data_may_be_named_elsewhere_in_it() -> None:
    article = {"@type": "NewsArticle", "headline": HEADLINE, "author": {"@id": "#ida"}}
    graph = {"@graph": [article, {"@type": "Person", "@id": "#ida", "name": "Ida Holm"}]}
    script = f"<script type='application/ld+json'>{json.dumps(graph)}</script>"
    assert story(head=script).bylines == ["Ida Holm"]
