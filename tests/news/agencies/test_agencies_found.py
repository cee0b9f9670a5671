"""An agency is found because its module is in the package."""

from itertools import combinations
from pathlib import Path

import pytest

from tests.support.process import python
from wirecrawl.news import agencies
from wirecrawl.news.agencies import NAMES, all_agencies, get
from wirecrawl.web.urls import under


@pytest.mark.parametrize("name", NAMES)
def test_a_module_describes_the_agency_of_its_name(name: str) -> None:
    assert get(name).name == name


def test_every_module_but_the_helpers_is_an_agency() -> None:
    modules = {file.stem for file in Path(agencies.__file__).parent.glob("*.py")}
    assert modules - set(NAMES) == {"__init__", "description", "docs_page", "links"}


def test_no_two_agencies_share_a_domain_so_their_order_cannot_decide_whose_an_address_is() -> None:
    shared = [
        (one.name, other.name, domain)
        for one, other in combinations(all_agencies(), 2)
        for domain in one.domains
        if any(under(domain, place) or under(place, domain) for place in other.domains)
    ]
    assert shared == []


def test_known_agencies_have_an_order_and_a_new_one_comes_last() -> None:
    orders = [agency.order for agency in all_agencies()]
    assert orders == sorted(set(orders))
    assert orders[-1] < agencies.Agency.order


def test_one_agency_is_imported_without_the_others() -> None:
    code = "import sys; from wirecrawl.news.agencies import get; get('upi'); print(*sorted(sys.modules), sep='\\n')"
    loaded = python("-c", code).out.decode().split()
    agencies_loaded = {name for name in NAMES if f"wirecrawl.news.agencies.{name}" in loaded}
    assert agencies_loaded == {"upi"}
