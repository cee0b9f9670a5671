"""More changes of a page that must not change its story: furniture, pictures, metadata, bytes."""

from html import escape

from lxml import etree

from tests.support.changes import CHANGES, change, element, into_head, into_top, second_half
from tests.support.saved_stories import SavedStory

__all__ = ["CHANGES"]

_OTHER_ARTICLE = (
    '{"@context": "https://schema.org", "@type": "NewsArticle", "@id": "https://harbour.example/other", '
    '"headline": "Lighthouse keepers end their strike", "datePublished": "2001-03-04T05:06:07+00:00", '
    '"dateModified": "2031-03-04T05:06:07+00:00", "author": {"@type": "Person", "name": "Ida Holm"}}'
)
_PLACEHOLDER = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def _between(story: SavedStory, markup: str) -> bytes | None:
    """The page with an element between two paragraphs of the body."""
    if len(story.paragraphs) < 2:
        return None
    middle = story.paragraphs[len(story.paragraphs) // 2]
    if next(middle.iterancestors("td", "li", "figcaption", "blockquote"), None) is not None:
        return None
    middle.addprevious(element(markup))
    return story.bytes()


@change
def advertisement_label(story: SavedStory) -> bytes | None:
    return _between(story, '<div class="ad"><p>Advertisement</p></div>')


@change
def newsletter_box(story: SavedStory) -> bytes | None:
    return _between(story, '<div class="newsletter"><p>Get the news each day.</p></div>')


@change
def link_to_another_story(story: SavedStory) -> bytes | None:
    return _between(story, '<p><a href="/harbour/7">Lighthouse keepers end their strike at last</a></p>')


@change
def menu_of_links(story: SavedStory) -> bytes | None:
    return _between(story, '<ul><li><a href="/1">Sport of the day</a></li><li><a href="/2">Culture</a></li></ul>')


@change
def script_and_comment(story: SavedStory) -> bytes | None:
    return _between(story, "<div><script>var harbour = 1;</script><!-- a remark --><style>b {}</style></div>")


@change
def pull_quote(story: SavedStory) -> bytes | None:
    long = [p for p in story.paragraphs if not len(p) and len((p.text or "").split()) > 12]
    if not long:
        return None
    words = (long[-1].text or "").split()
    quote = element('<aside class="pullquote"></aside>')
    quote.text = " ".join(words[2:9])
    long[-1].addprevious(quote)
    return story.bytes()


def _pictures(story: SavedStory) -> list[etree._Element]:
    return [image for image in story.body.iter("img") if image.get("src") and image.get("width") != "1"]


@change
def lazy_pictures(story: SavedStory) -> bytes | None:
    for image in _pictures(story):
        image.set("data-src", image.get("src") or "")
        image.set("src", _PLACEHOLDER)
    return story.bytes() if _pictures(story) else None


@change
def pictures_in_a_set(story: SavedStory) -> bytes | None:
    chosen = [
        image for image in _pictures(story) if "," not in image.get("src", "") and " " not in image.get("src", "")
    ]
    for image in chosen:
        image.set("srcset", f"/small.jpg 100w, {image.attrib.pop('src')} 900w, /middle.jpg 400w")
    return story.bytes() if chosen else None


@change
def pictures_behind_scripts(story: SavedStory) -> bytes | None:
    alone = [image for image in _pictures(story) if next(image.iterancestors("picture"), None) is None]
    for image in alone:
        box = etree.Element("noscript")
        box.tail, image.tail = image.tail, None
        image.addprevious(etree.Element("img", {"src": _PLACEHOLDER, "class": "lazy"}))
        image.addprevious(box)
        box.append(image)
    return story.bytes() if alone else None


@change
def counting_pixel(story: SavedStory) -> bytes | None:
    return _between(story, '<img src="https://count.example/visit?x=1" width="1" height="1">')


@change
def placeholder_picture(story: SavedStory) -> bytes | None:
    return _between(story, '<img src="/static/placeholder.png">')


@change
def article_of_another_story_first(story: SavedStory) -> bytes:
    return into_head(story, f'<script type="application/ld+json">{_OTHER_ARTICLE}</script>')


@change
def list_of_articles_first(story: SavedStory) -> bytes:
    entries = f'{{"@type": "ItemList", "itemListElement": [{_OTHER_ARTICLE}]}}'
    return into_head(story, f'<script type="application/ld+json">{entries}</script>')


@change
def broken_linked_data(story: SavedStory) -> bytes:
    return into_head(story, '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>')


@change
def noise_in_linked_data(story: SavedStory) -> bytes:
    noise = '[null, 7, {"@type": ["NewsArticle", 3], "headline": {"a": []}, "datePublished": 12, "dateModified": [[]]}]'
    return into_head(story, f'<script type="application/ld+json">{noise}</script>')


@change
def time_of_a_teaser_first(story: SavedStory) -> bytes:
    return into_top(
        story, '<div class="teaser"><a href="/7">Strike</a> <time datetime="2001-03-04T05:06">4 March</time></div>'
    )


@change
def clock_of_the_site_first(story: SavedStory) -> bytes:
    return into_top(story, '<div class="clock">Sunday, 4 March 2001, 05:06</div>')


@change
def canonical_link_to_the_home_page(story: SavedStory) -> bytes:
    for link in story.tree.xpath("//link[@rel='canonical']"):
        link.drop_tree()
    return into_head(story, '<link rel="canonical" href="/">')


@change
def later_change_of_the_template(story: SavedStory) -> bytes:
    return into_head(story, '<meta name="template-modified" content="2031-03-04T05:06:07Z">')


@change
def byte_order_mark(story: SavedStory) -> bytes:
    return b"\xef\xbb\xbf" + story.bytes()


@change
def stray_byte_in_a_comment(story: SavedStory) -> bytes:
    return story.bytes().replace(b"</body>", b"<!-- caf\xe9 --></body>")


@change
def three_stray_bytes(story: SavedStory) -> bytes:
    return story.bytes().replace(b"</body>", b"<!-- \xe9 \xfc \x93 --></body>")


@change
def nul_bytes(story: SavedStory) -> bytes:
    return story.bytes().replace(b"<p", b"\0<p", 5)


@change
def wrong_label_of_the_charset(story: SavedStory) -> bytes:
    return into_head(story, '<meta charset="gb2312">')


@change
def bidi_controls(story: SavedStory) -> bytes | None:
    plain = [p for p in story.paragraphs[1:] if not len(p)]
    for paragraph in plain:
        paragraph.text = f"\u202a{paragraph.text}\u202c"
    return story.bytes() if plain else None


@change
def soft_hyphens_and_zero_widths(story: SavedStory) -> bytes | None:
    plain = [p for p in story.paragraphs[1:] if not len(p) and len((p.text or "").strip()) > 9]
    for paragraph in plain:
        text = (paragraph.text or "").strip()
        paragraph.text = f"{text[:7]}\xad\u200b{text[7:]}"
    return story.bytes() if plain else None


@change
def end_tags_of_the_page_amid_the_body(story: SavedStory) -> bytes | None:
    if len(story.paragraphs) < 2:
        return None
    story.paragraphs[-1].addprevious(element("<page-end></page-end>"))
    return story.bytes().replace(b"<page-end></page-end>", b"</body></html>")


@change
def stray_end_tag(story: SavedStory) -> bytes | None:
    half = second_half(story)
    if not half or story.body.tag != "div" or any(child.tag != "p" for child in half):
        return None
    half[0].addprevious(element("<stray-tag></stray-tag>"))
    return story.bytes().replace(b"<stray-tag></stray-tag>", b"</div>")


@change
def two_stray_end_tags(story: SavedStory) -> bytes | None:
    half, around = second_half(story), story.body.getparent()
    if not half or story.body.tag != "div" or any(child.tag != "p" for child in half):
        return None
    if around is None or around.tag != "div" or story.body.getnext() is not None or (story.body.tail or "").strip():
        return None
    half[0].addprevious(element("<stray-tag></stray-tag>"))
    return story.bytes().replace(b"<stray-tag></stray-tag>", b"</div></div>")


@change
def reading_of_a_word(story: SavedStory) -> bytes | None:
    plain = [p for p in story.paragraphs[1:] if not len(p) and len((p.text or "").strip()) > 9]
    for paragraph in plain:
        text = (paragraph.text or "").strip()
        word = element(f"<ruby>{escape(text[:3])}<rp>(</rp><rt>kana</rt><rp>)</rp></ruby>")
        paragraph.text, word.tail = None, text[3:]
        paragraph.append(word)
    return story.bytes() if plain else None
