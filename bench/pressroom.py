"""Invented agencies of any size: a server that makes the pages of china.org.cn's Off-the-Wire list when asked.

Others have a feed, and pages that no layout fits. It is reached as an http proxy on 127.0.0.1. Every page is a function
of its number, so nothing is kept.
"""

import asyncio
import random
import re
from collections.abc import Callable
from functools import partial
from multiprocessing import Process, Queue, Value
from multiprocessing.sharedctypes import Synchronized
from typing import Any, Self

LIST = "http://www.china.org.cn/world/node_7300001.htm"
PER_LIST = 500  # stories on one page of the list
_FIRST = 120_000_000  # number of story 0 in its address
_STORY = re.compile(r"content_(\d{9})\.htm")
_PAGE = re.compile(r"node_7300001(?:_(\d+))?\.htm")
# The feed of other agencies, and their stories by number; each begins with a million of its own.
_FEEDS = {
    "tass": ("http://tass.com/rss/v2.xml", "http://tass.com/world/{}"),
    "ukrinform": (
        "http://www.ukrinform.net/rss/block-lastnews",
        "http://www.ukrinform.net/rubric-society/{}-story.html",
    ),
    "kg24": ("http://24.kg/rss/", "http://24.kg/english/{}_story/"),
    "anadolu": ("http://www.aa.com.tr/en/rss/default?cat=guncel", "http://www.aa.com.tr/en/world/story/{}"),
}
SOURCES = {"xinhua": LIST, **{spider: feed for spider, (feed, _) in _FEEDS.items()}}  # where each spider begins
_OWN = 1_000_000
_NUMBER = re.compile(r"/(?:[\w-]+/)*(\d{7})(?!\d)")
_SYLLABLES = "ba de ki lo mu na po ra se ti vo za che gan hil mor nes pil tor wen".split()


def words(number: int, count: int) -> list[str]:
    """Invented words, the same ones for the same number."""
    chance = random.Random(number)
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(count)]


def headline(number: int) -> str:
    """A headline of nine words."""
    return " ".join(words(number, 9)).capitalize()


def story(number: int) -> str:
    """A page of about 4 kB: six paragraphs of 60 words."""
    body = words(-number - 1, 360)
    text = "".join(f"<p>{' '.join(body[n : n + 60]).capitalize()}.</p>" for n in range(0, 360, 60))
    day = f"November {1 + number % 20}, 2026"
    return (
        f"<html><head><title>{headline(number)} - China.org.cn</title></head><body><h1 id='title'>{headline(number)}"
        f"</h1><dl id='guild'><dd>Xinhua, {day}<span> Adjust font size: </span></dd></dl>"
        f"<div id='container_txt'>{text}<p>That was all. Enditem</p></div></body></html>"
    )


def listing(page: int, stories: int) -> str:
    """Page `page` (from 1) of the list, with a link to the next one."""
    numbers = range((page - 1) * PER_LIST, min(page * PER_LIST, stories))
    items = "".join(
        f"<li><a href='http://www.china.org.cn/world/Off_the_Wire/2026-11/{1 + n % 20:02}/content_{_FIRST + n}.htm'>"
        f"{headline(n)}</a></li>"
        for n in numbers
    )
    more = f"<a href='node_7300001_{page + 1}.htm'>{page + 1}</a>" if page * PER_LIST < stories else ""
    return (
        "<html><head><title>Off the Wire- China.org.cn</title></head><body>"
        f"<div class='columns1'><ul>{items}</ul><div id='autopage'>{more}</div></div></body></html>"
    )


def feed(story_address: str, first: int, stories: int) -> str:
    """A feed of all stories of an agency."""
    items = "".join(
        f"<item><title>{headline(n)}</title><link>{story_address.format(n)}</link></item>"
        for n in range(first, first + stories)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>{items}</channel></rss>"


def answer(path: str, stories: int) -> bytes | None:
    """The page of a path, None for a path without one."""
    for place, (source, story_address) in enumerate(_FEEDS.values(), 1):
        if path == source:
            return feed(story_address, place * _OWN, stories).encode()
    if found := _NUMBER.search(path.partition("://")[2]):
        return story(int(found[1])).encode()
    if found := _STORY.search(path):
        return story(int(found[1]) - _FIRST).encode()
    if found := _PAGE.search(path):
        return listing(int(found[1] or 1), stories).encode()
    return None


class Server:
    """A server of pages in a process of its own, reached as an http proxy; a context manager.

    `find` gives the page of a path, None for a path without one; `served` counts the pages of `counted` paths.
    """

    def __init__(self, find: Callable[[str], bytes | None], counted: str) -> None:
        self.served: Synchronized[int] = Value("i", 0)
        self._port: Queue[int] = Queue()
        self._process = Process(target=_serve, args=(find, counted, self.served, self._port), daemon=True)

    def __enter__(self) -> Self:
        self._process.start()
        self.proxy = f"http://127.0.0.1:{self._port.get(timeout=30)}"
        return self

    def __exit__(self, *error: object) -> None:
        self._process.kill()
        self._process.join()


class Pressroom(Server):
    """The server of so many invented stories; `served` counts those that went out."""

    def __init__(self, stories: int) -> None:
        super().__init__(partial(answer, stories=stories), "content_")


def _serve(find: Callable[[str], bytes | None], counted: str, served: Any, port: Any) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                path = request.split(b" ", 2)[1].decode()
                body = find(path)
                served.value += counted in path
                head = f"HTTP/1.1 {'200 OK' if body else '404 Not Found'}\r\nContent-Type: text/html; charset=utf-8\r\n"
                writer.write(f"{head}Content-Length: {len(body or b'')}\r\n\r\n".encode() + (body or b""))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def main() -> None:
        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        port.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())
