"""A small agency, made by program: two home pages, the Off-the-Wire list and a few invented stories.

Its pages carry china.org.cn's markup as far as it matters; the saved pages in fixtures/ carry it in full.
"""

from collections.abc import Iterable

from tests.support.site import Site

HOME = "http://www.china.org.cn/"
WIRE_LIST = "http://www.china.org.cn/world/node_7300001.htm"
OTHER_HOME = "https://english.news.cn/"
OTHER_STORY = "https://english.news.cn/20261120/5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c/c.html"
_TOWNS = (
    *("Arta", "Brno", "Cork", "Dili", "Evora", "Fada", "Gori", "Hobro", "Ipoh", "Jena", "Kaduna", "Lodz", "Malmo"),
    *("Nakuru", "Odense", "Palmira", "Quito", "Rovaniemi", "Sfax", "Trnava", "Ufa", "Varna", "Wismar", "Xalapa"),
    *("Yakima", "Zadar", "Almere", "Bergen", "Cusco", "Dundee", "Esbjerg", "Faro", "Ghent", "Haifa", "Izmir"),
    *("Juba", "Kaunas", "Lugano", "Minsk", "Nis", "Oulu", "Porto", "Rijeka", "Salta", "Tartu", "Utrecht"),
)
WALL = "<html><title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x.js'></script></html>"


def story_url(number: int) -> str:
    """Address of story `number`, 1 to 46."""
    return f"https://www.china.org.cn/world/Off_the_Wire/2026-11/19/content_{118900000 + number}.shtml"


def story_id(number: int) -> str:
    """The id that story `number` has in the feed."""
    return f"xinhua:content_{118900000 + number}"


def headline(number: int) -> str:
    """Headline of story `number`."""
    return f"Library of {_TOWNS[number - 1]} lends out its {number}00th kite"


def story(number: int, *, extra: str = "", dated: bool = True) -> str:
    """Page of story `number`; `extra` is one more paragraph, and without a date there is no #guild."""
    town = _TOWNS[number - 1]
    day = '<dl id="guild"><dd>Xinhua, November 19, 2026<span> Adjust font size: </span></dd></dl>' if dated else ""
    return (
        f"<html><head><title>{headline(number)} - China.org.cn</title></head><body>"
        f'<h1 id="title">{headline(number)}</h1>{day}<div id="container_txt">'
        f"<p>The public library of {town} has lent out a kite for the {number}00th time, its director said.</p>"
        f"<p>Readers in {town} may keep a kite for {number + 2} days, as long as there is wind.</p>"
        f"{extra and f'<p>{extra}</p>'}<p>The library plans to buy {number * 7} more. Enditem</p></div></body></html>"
    )


def listing(urls: Iterable[tuple[str, str]], pager: str = "") -> str:
    """A list page of (address, line)."""
    items = "".join(f'<li><a href="{url}">{line}</a></li>' for url, line in urls)
    return (
        "<html><head><title>Off the Wire- China.org.cn</title></head><body>"
        f'<div class="columns1"><ul>{items}</ul><div id="autopage">{pager}</div></div></body></html>'
    )


def put_list(site: Site, numbers: Iterable[int], pager: str = "", url: str = WIRE_LIST, *, etag: bool = True) -> None:
    """Put the Off-the-Wire list with these stories."""
    site.put(url, listing([(story_url(number), headline(number)) for number in numbers], pager), etag=etag)


def open_newsroom(site: Site, count: int = 4) -> None:
    """Put both homes, the list and `count` stories; story 1 is on china.org.cn's home, the others on its list alone."""
    site.put(
        HOME,
        f'<ul class="menu"><li><a href="{WIRE_LIST}">Off the wire</a></li></ul>'
        f'<div class="news"><ul><li><a href="{story_url(1)}">{headline(1)}</a></li></ul></div>',
    )
    put_list(site, range(1, count + 1))
    for number in range(1, count + 1):
        site.put(story_url(number), story(number))
    site.put(OTHER_HOME, f'<div class="col"><ul><li><a href="{OTHER_STORY}">Ferry to Tinos runs on time</a></li></ul>')
    site.put(
        OTHER_STORY,
        "<html><head><title>Ferry to Tinos runs on time-Xinhua</title></head><body><h1>Ferry to Tinos runs on time</h1>"
        '<div class="info"><p class="time">2026-11-20 07:00:00</p></div><div id="detail"><p>ATHENS, Nov. 20 (Xinhua) '
        "-- The ferry to Tinos was on time for the whole week, the port authority said.</p><p>It will run hourly from "
        "Monday. Enditem</p></div></body></html>",
    )
