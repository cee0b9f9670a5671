"""`scrapy addagency` as a user starts it: live against a real server, and everything that it refuses."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.answers import redirect
from tests.support.drafted_pages import HEAD, page, usual
from tests.support.newsroom import WALL
from tests.support.process import clean_environment, without_network
from tests.support.projects import copy_project
from tests.support.site import Site

URL = "https://www.fjordpost.example/news/ferry-to-tinnholm-runs-again-52119"
FEED = "https://www.fjordpost.example/feed/"
RSS = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Fjord Post</title>"
    "<item><title>Ferry</title><link>https://www.fjordpost.example/news/ferry-52119</link></item>"
    "<item><title>Quay</title><link>https://www.fjordpost.example/sport/quay-closed-52120</link></item>"
    "<item><title>Shop</title><link>https://www.fjordpost.example/shop/</link></item></channel></rss>"
)
Ended = subprocess.CompletedProcess[str]


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with one story and its feed."""
    with Site() as running:
        running.put(URL, page(usual()), headers={"X-Served-By": "quay"}, last_modified="Fri, 20 Nov 2026 08:00:00 GMT")
        running.put(FEED, RSS, content_type="application/rss+xml")
        yield running


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project for commands that must write nothing."""
    return copy_project(tmp_path_factory.mktemp("untouched"))


def addagency(project: Path, *arguments: str, environment: dict[str, str] | None = None) -> Ended:
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "scrapy",
            "addagency",
            *arguments,
            "-s",
            "DOWNLOAD_DELAY=0",
            "-s",
            "AUTOTHROTTLE_ENABLED=0",
        ],
        cwd=project,
        env=clean_environment({"PYTHONDONTWRITEBYTECODE": "1", **(environment or {})}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def held(project: Path) -> dict[str, str]:
    """Every file with a digest of what is in it."""
    files = (file for file in project.rglob("*") if file.is_file())
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def saved(folder: Path, body: bytes | None = None) -> str:
    file = folder / "page.html"
    file.write_bytes(page(usual()) if body is None else body)
    return str(file)


# Live


def test_a_page_is_fetched_once_by_the_projects_name_and_kept_as_served(tmp_path: Path, site: Site) -> None:
    project = copy_project(tmp_path)
    ended = addagency(project, "fjordpost", URL, environment=site.env())
    assert ended.returncode == 0, ended.stderr
    assert [hit.url for hit in site.hits()] == ["https://www.fjordpost.example/robots.txt", URL]
    assert site.hits(URL)[0].headers["User-Agent"].startswith("wirecrawl/")
    case = project / "fixtures/fjordpost/ferry-to-tinnholm-runs-again"
    assert (case / "body.html").read_bytes() == page(usual())
    response = json.loads((case / "response.json").read_bytes())
    assert (response["url"], response["status"]) == (URL, 200)
    assert sorted(response["headers"]) == ["Content-Type", "ETag", "Last-Modified"]
    story = json.loads((case / "story.json").read_bytes())
    assert (story["reviewed"], story["fetched"]) == (False, response["fetched_at"])


def test_a_drafted_agency_is_listed_and_crawled_from_its_feed(tmp_path: Path, site: Site) -> None:
    project = copy_project(tmp_path)
    ended = addagency(project, "fjordpost", URL, "--feed", FEED, environment=site.env())
    assert ended.returncode == 0, ended.stderr
    assert "3 links in the feed; stories by their address: 2" in ended.stdout
    site.put("https://www.fjordpost.example/news/ferry-52119", page(usual()))
    site.put(
        "https://www.fjordpost.example/sport/quay-closed-52120",
        page(usual().replace("ferry", "quay").replace("Ferry", "Quay").replace("Tinnholm", "Skjerv")),
    )
    crawled = subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "fjordpost", "-s", "DOWNLOAD_DELAY=0"],
        cwd=project,
        env=clean_environment(site.env()),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert crawled.returncode == 0, crawled.stderr
    assert "stories: 2 new" in crawled.stderr


def test_the_feed_is_told_from_a_sitemap_by_what_is_in_it(tmp_path: Path, site: Site) -> None:
    site.put(FEED, "<?xml version='1.0'?><urlset><url><loc>https://www.fjordpost.example/a</loc></url></urlset>")
    project = copy_project(tmp_path)
    assert addagency(project, "fjordpost", URL, "--feed", FEED, environment=site.env()).returncode == 0
    assert '"sitemap"' in (project / "wirecrawl/news/agencies/fjordpost.py").read_text()


@pytest.mark.parametrize(
    ("url", "answer", "said"),
    [
        ("https://www.fjordpost.example/news/gone-52119", None, "answered HTTP 404"),
        ("https://www.fjordpost.example/private/story-52119", None, "Forbidden by robots.txt"),
        ("http://127.0.0.1/news/ferry-52119", None, "127.0.0.1: not a public address"),
        ("http://localhost/news/ferry-52119", None, "localhost: not a public address"),
        (URL, redirect("http://10.0.0.1/news/ferry-52119"), "off the agency's sites"),
        (URL, RSS, "feed, not a story page"),
        (URL, WALL, "a challenge page (Cloudflare)"),
        (URL, "The ferry runs again.", "not HTML"),
        (URL, "<html><body><a href='/a'>Home</a></body></html>", "no story text found"),
    ],
)
def test_a_page_that_cannot_be_read_is_named_and_nothing_is_written(
    untouched: Path, site: Site, url: str, answer: object, said: str
) -> None:
    site.put(
        "https://www.fjordpost.example/robots.txt", "User-agent: *\nDisallow: /private/", content_type="text/plain"
    )
    if isinstance(answer, str):
        site.put(url, answer)
    elif answer is not None:
        site.pages[url] = answer  # type: ignore[assignment]
    before = held(untouched)
    ended = addagency(untouched, "fjordpost", url, environment=site.env())
    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr and url.split("/")[2] in ended.stderr
    assert held(untouched) == before


def test_a_feed_that_is_none_is_refused(untouched: Path, site: Site) -> None:
    before = held(untouched)
    ended = addagency(untouched, "fjordpost", URL, "--feed", URL, environment=site.env())
    assert (ended.returncode, held(untouched) == before) == (2, True)
    assert "neither RSS, Atom nor a sitemap" in ended.stderr


# Refused before anything is fetched


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give a name and the address of one story"),
        (["fjordpost"], "give a name and the address of one story"),
        (["Fjord-Post", URL], "give 2 to 20 small letters"),
        (["ansa", URL], "ansa: an agency already"),
        (["focustaiwan", URL], "wirecrawl/spiders/focustaiwan.py: exists already"),
        (["docs_page", URL], "give 2 to 20 small letters"),
        (["fjordpost", "ftp://fjordpost.example/a"], "give an http or https address"),
        (["fjordpost", "https://www.fjordpost.example/"], "a home page"),
        (["fjordpost", "https://www.ansa.it/news/x_1.html"], "pages of ansa already"),
        (["fjordpost", URL, "--feed", "feed.xml"], "--feed 'feed.xml': give an http or https address"),
        (["fjordpost", URL, "--from", "nonesuch.html"], "nonesuch.html: cannot be read (No such file"),
        (["fjordpost", URL, "--from", "."], "cannot be read (Is a directory"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line(
    untouched: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    before = held(untouched)
    ended = addagency(untouched, *arguments, environment=without_network(tmp_path / "guard"))
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert said in ended.stderr
    assert held(untouched) == before


def test_nothing_is_overwritten_and_a_second_time_is_refused(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    (project / "fixtures/fjordpost").mkdir(parents=True)
    ended = addagency(project, "fjordpost", URL, "--from", saved(tmp_path))
    assert (ended.returncode, "fixtures/fjordpost: exists already" in ended.stderr) == (2, True)
    (project / "fixtures/fjordpost").rmdir()
    assert addagency(project, "fjordpost", URL, "--from", saved(tmp_path)).returncode == 0
    before = held(project)
    ended = addagency(project, "fjordpost", URL, "--from", saved(tmp_path))
    assert (ended.returncode, held(project) == before) == (2, True)


def test_a_saved_page_needs_no_network_and_a_missing_field_is_said(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    page_without_time = page(usual().split("<time")[0] + usual().split("</time>")[1], HEAD)
    guard = without_network(tmp_path / "guard")
    ended = addagency(project, "fjordpost", URL, "--from", saved(tmp_path, page_without_time), environment=guard)
    assert ended.returncode == 3, ended.stderr
    assert "not found: published" in ended.stdout
    assert (project / "wirecrawl/news/agencies/fjordpost.py").exists()


def test_an_agency_with_a_grammar_of_its_own_keeps_it(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    dated = page(usual().replace("<p>The ferry", "<p>OSLO, Nov 20 (dpa) - The ferry"))
    ended = addagency(project, "dpa", URL, "--from", saved(tmp_path, dated))
    assert ended.returncode == 0, ended.stderr
    story = json.loads((project / "fixtures/dpa/ferry-to-tinnholm-runs-again/story.json").read_bytes())
    assert story["dateline"]["places"] == ["OSLO"]
