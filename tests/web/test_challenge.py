"""Bot walls are told from stories, also from stories about bot walls."""

import pytest

from tests.support.fixtures import ROOT, cases
from tests.support.pages import RAIN, page
from wirecrawl.web.challenge import challenge


@pytest.mark.parametrize(
    ("body", "wall"),
    [
        ("<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x.js'></script>", "Cloudflare"),
        ("<script src='https://ct.captcha-delivery.com/c.js'></script>", "DataDome"),
        ("<html><head><title>Access Denied</title></head><body>Reference #18</body>", "Akamai"),
        ("<iframe src='/_Incapsula_Resource?x=1'></iframe>", "Imperva"),
        ("<script>var arg1='A'; setCookie('acw_sc__v2', x)</script>", "Aliyun"),
        ("<title>One moment, please...</title>", "Cloudflare"),
        ("<title>Pardon Our Interruption</title>", "Imperva"),
        ("<div id='px-captcha'></div>", "HUMAN"),
        ("<script>window.gokuProps = {'key': 'A'}</script>", "AWS WAF"),
        ("<title>Sucuri WebSite Firewall - Access Denied</title>", "Sucuri"),
        (
            "The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1",
            "F5",
        ),
        ("<script>document.cookie='__jsl_clearance_s=1'</script>", "Knownsec"),
        ("<p>很抱歉,由于您访问的URL有可能对网站造成安全威胁,您的访问被阻断。</p>", "Aliyun"),
        ("Our systems have detected unusual traffic from your computer network.", "Google"),
        ("<title>Human Verification</title>", "captcha"),
        ("<title>滑动验证页面</title>", "captcha"),
        ("<title>Security check</title>", "captcha"),
        ("<title>安全验证</title>", "captcha"),
        ("<p>Checking your browser before accessing the site.</p>", "JavaScript wall"),
    ],
)
def test_walls_are_named(body: str, wall: str) -> None:
    assert challenge(body.encode()) == wall


@pytest.mark.parametrize("case", ["challenge-200", "challenge-403"])
def test_the_saved_walls_are_walls(case: str) -> None:
    assert challenge((ROOT / "fixtures" / "xinhua" / "_made" / case / "body.html").read_bytes())


@pytest.mark.parametrize("name", ["story.json", "links.json"])
def test_no_saved_page_is_taken_for_a_wall(name: str) -> None:
    assert {case.name: challenge((case / "body.html").read_bytes()) for case in cases(name)} == dict.fromkeys(
        case.name for case in cases(name)
    )


def test_a_story_about_walls_is_no_wall() -> None:
    told = f"<p>{RAIN}</p>" * 6 + "<p>The notice read: verify you are human. DataDome made it.</p>"
    assert challenge(page(told)) is None


def test_an_empty_page_is_no_wall() -> None:
    assert challenge(b"") is None
