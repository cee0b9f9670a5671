"""The fake news site is itself proved: a live-path test is worth no more than the site it runs against."""

import http.client
import json
import os
import ssl
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.site import Hit, Reply, Site, cut, drip, drop, fill_from_fixtures, page, redirect, slow

PLAIN = "http://www.china.org.cn/world/Off_the_Wire/2016-11/18/content_39731234.htm"
SECURE = "https://english.news.cn/20261120/0123456789abcdef0123456789abcdef/c.html"
BOTH = pytest.mark.parametrize("url", [PLAIN, SECURE])


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def connect(site: Site, url: str, *, trusting: bool = True) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    if parts.scheme == "http":
        return http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    context = ssl.create_default_context(cafile=site.ca_file if trusting else None)
    tunnelled = http.client.HTTPSConnection("127.0.0.1", site.port, timeout=30, context=context)
    tunnelled.set_tunnel(str(parts.hostname), parts.port or 443)
    return tunnelled


def ask(
    connection: http.client.HTTPConnection, url: str, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> tuple[http.client.HTTPResponse, bytes]:
    target = url if url.startswith("http:") else urlsplit(url).path
    connection.request(method, target, headers={"Host": urlsplit(url).netloc, **(headers or {})})
    response = connection.getresponse()
    return response, response.read()


def fetch(
    site: Site, url: str, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> tuple[http.client.HTTPResponse, bytes]:
    with closing(connect(site, url)) as connection:
        return ask(connection, url, headers, method)


@BOTH
def test_a_page_comes_with_its_bytes_and_is_logged(site: Site, url: str) -> None:
    site.put(url, "REYKJAVIK – Endi".encode("gb18030"), content_type="text/html; charset=gb18030")
    response, body = fetch(site, url, {"User-Agent": "wirecrawl"})
    assert (response.status, body.decode("gb18030")) == (200, "REYKJAVIK – Endi")
    assert response.headers["Content-Type"] == "text/html; charset=gb18030"
    [hit] = site.hits(url, status=200)
    assert (hit.method, hit.sent, hit.headers["user-agent"]) == ("GET", len(body), "wirecrawl")
    assert site.hits(status=404) == site.hits("http://elsewhere/") == []


@BOTH
def test_an_etag_is_answered_with_304_until_the_page_changes(site: Site, url: str) -> None:
    site.put(url, "first")
    tag = fetch(site, url)[0].headers["ETag"]
    response, body = fetch(site, url, {"If-None-Match": f'"other", W/{tag}'})
    assert (response.status, body, response.headers["ETag"]) == (304, b"", tag)
    assert (site.hits(status=304)[0].sent, "If-None-Match" in site.hits(status=304)[0].headers) == (0, True)
    site.put(url, "second")
    assert fetch(site, url, {"If-None-Match": tag})[1] == b"second"


def test_what_nobody_put_is_a_404_and_so_is_what_was_removed(site: Site) -> None:
    site.put(PLAIN, "story")
    site.remove(PLAIN)
    for url in (PLAIN, "http://www.china.org.cn/robots.txt", "https://english.news.cn/robots.txt"):
        assert fetch(site, url)[0].status == 404
    assert len(site.hits(status=404)) == 3
    site.reset_log()
    assert site.hits() == []


def test_an_error_page_keeps_its_status_under_a_conditional_request(site: Site) -> None:
    site.put(PLAIN, "Just a moment...", status=503, headers={"Retry-After": "120"})
    response, body = fetch(site, PLAIN, {"If-None-Match": "*"})
    assert (response.status, response.headers["Retry-After"], body) == (503, "120", b"Just a moment...")


def test_a_client_follows_a_redirect_from_http_to_https(site: Site) -> None:
    site.pages[PLAIN] = redirect(SECURE, status=301)
    site.put(SECURE, "moved here")
    proxies = urllib.request.ProxyHandler({"http": site.proxy_url, "https": site.proxy_url})
    trust = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=site.ca_file))
    with urllib.request.build_opener(proxies, trust).open(PLAIN, timeout=30) as response:
        assert (response.url, response.read()) == (SECURE, b"moved here")
    assert [(hit.url, hit.status) for hit in site.log] == [(PLAIN, 301), (SECURE, 200)]


@BOTH
@pytest.mark.parametrize("after", [0, 5])
def test_a_cut_page_promises_more_than_it_sends(site: Site, url: str, after: int) -> None:
    site.pages[url] = cut("Only half of this", after=after)
    with pytest.raises(http.client.IncompleteRead) as error:
        fetch(site, url)
    assert (error.value.partial, error.value.expected) == (b"Only half of this"[:after], 17 - after)
    assert site.hits(url)[0].sent == after


@BOTH
def test_a_dropped_request_gets_no_status_line_and_is_logged_with_status_0(site: Site, url: str) -> None:
    site.pages[url] = drop
    with pytest.raises(http.client.RemoteDisconnected):
        fetch(site, url)
    assert [hit.url for hit in site.hits(status=0)] == [url]


@BOTH
def test_one_connection_serves_several_requests(site: Site, url: str) -> None:
    site.put(url, "first")
    with closing(connect(site, url)) as connection:
        first, body = ask(connection, url)
        own = connection.sock
        assert (first.status, body, own is None) == (200, b"first", False)
        tag = {"If-None-Match": first.headers["ETag"]}
        assert ask(connection, url, tag)[0].status == 304
        assert ask(connection, url + ".bak")[0].status == 404
        head, nothing = ask(connection, url, method="HEAD")
        assert (head.headers["Content-Length"], nothing) == ("5", b"")
        assert ask(connection, url)[1] == b"first"
        assert connection.sock is own


def test_requests_are_answered_side_by_side(site: Site) -> None:
    meeting = threading.Barrier(4, timeout=30)

    def together(hit: Hit) -> Reply:
        meeting.wait()
        return page(hit.url)

    urls = [f"http://www.china.org.cn/{number}" for number in range(4)]
    site.pages.update(dict.fromkeys(urls, together))
    clients = [threading.Thread(target=fetch, args=(site, url)) for url in urls]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    assert sorted(hit.url for hit in site.hits(status=200)) == urls


@BOTH
@pytest.mark.parametrize("answer", [slow(0.01, "all of it"), drip(0.01, "all of it", pieces=4), drip(0.01, "")])
def test_a_slow_answer_arrives_whole(site: Site, url: str, answer: Reply) -> None:
    site.pages[url] = answer
    assert fetch(site, url)[1] == answer.body


def test_a_client_without_the_ca_refuses_and_the_site_goes_on(site: Site) -> None:
    site.put(SECURE, "story")
    with closing(connect(site, SECURE, trusting=False)) as connection, pytest.raises(ssl.SSLCertVerificationError):
        ask(connection, SECURE)
    assert fetch(site, SECURE)[1] == b"story"


def test_a_certificate_is_for_the_asked_host_alone(site: Site) -> None:
    connection = connect(site, SECURE)
    connection.set_tunnel("www.news.cn", 443)
    with closing(connection):
        connection.connect()
        assert isinstance(connection.sock, ssl.SSLSocket)
        certificate = connection.sock.getpeercert()
    assert certificate and certificate["subjectAltName"] == (("DNS", "www.news.cn"),)


def test_another_port_is_part_of_the_url(site: Site) -> None:
    site.put("https://english.news.cn:8443/", "side door")
    with closing(connect(site, "https://english.news.cn:8443/")) as connection:
        assert ask(connection, "https://english.news.cn:8443/")[1] == b"side door"


def test_a_child_process_finds_the_site_by_its_environment(site: Site) -> None:
    site.put(PLAIN, "plain ")
    site.put(SECURE, "secure")
    code = "import sys, urllib.request as u; print(*(u.urlopen(x).read().decode() for x in sys.argv[1:]), sep='')"
    child = subprocess.run(
        [sys.executable, "-c", code, PLAIN, SECURE],
        env={**os.environ, **site.env()},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (child.stdout, child.stderr) == ("plain secure\n", "")


@pytest.mark.parametrize("answer", [slow(3600), drip(3600, "half"), page("idle")])
def test_closing_ends_waiting_and_idle_connections_with_their_threads(answer: Reply) -> None:
    before = set(threading.enumerate())
    arrived = threading.Event()

    def told(hit: Hit) -> Reply:
        arrived.set()
        return answer

    with Site() as site:
        site.pages.update(dict.fromkeys((PLAIN, SECURE), told))
        clients = [connect(site, url) for url in (PLAIN, SECURE)]
        for client, url in zip(clients, (PLAIN, SECURE), strict=True):
            client.request("GET", url if url == PLAIN else urlsplit(url).path, headers={"Host": urlsplit(url).netloc})
            assert arrived.wait(30)
            arrived.clear()
    for client in clients:
        client.close()
    assert set(threading.enumerate()) == before
    assert not site.ca_file.exists()


def test_an_error_in_an_answer_is_raised_when_the_site_closes() -> None:
    def broken(hit: Hit) -> Reply:
        raise LookupError(hit.url)

    site = Site().__enter__()
    site.pages[PLAIN] = broken
    with pytest.raises(http.client.RemoteDisconnected):
        fetch(site, PLAIN)
    with pytest.raises(LookupError, match="content_39731234"):
        site.__exit__(None, None, None)


def test_saved_pages_are_put_under_their_urls_with_status_and_type(site: Site, tmp_path: Path) -> None:
    trap = {"Content-Type": "text/html; charset=gb2312", "content-encoding": "gzip", "Content-Length": "9"}
    for name, url, status, headers in (("a/one", PLAIN, 200, trap), ("a/_made/gone", SECURE, 404, {})):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        saved = {"url": url, "status": status, "headers": headers, "fetched_at": "2026-11-20T08:00:00+00:00"}
        (folder / "response.json").write_text(json.dumps(saved))
        (folder / "body.html").write_bytes(b"\xff raw " + name.encode())
    assert sorted(fill_from_fixtures(site, tmp_path)) == sorted([PLAIN, SECURE])
    response, body = fetch(site, PLAIN)
    assert (response.status, body) == (200, b"\xff raw a/one")
    assert (response.headers["Content-Type"], response.headers["Content-Encoding"]) == (trap["Content-Type"], None)
    gone, _ = fetch(site, SECURE)
    assert (gone.status, gone.headers["Content-Type"]) == (404, None)
