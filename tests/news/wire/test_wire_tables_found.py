"""A table is found because its module is in the package."""

from pathlib import Path

import pytest

import wirecrawl.news.wire.tables as package
from tests.support.process import python
from wirecrawl.news.agencies import NAMES
from wirecrawl.news.wire import PLAIN, Table, all_tables, parse_dateline, table


def test_every_module_of_the_package_is_the_table_of_its_name() -> None:
    modules = {file.stem for file in Path(package.__file__).parent.glob("*.py")} - {"__init__"}
    assert set(all_tables()) == modules


@pytest.mark.parametrize("agency", NAMES)
def test_every_agency_has_a_grammar(agency: str) -> None:
    assert table(agency).agency == agency


def test_an_agency_without_a_table_is_read_by_the_plain_one() -> None:
    sputnik = table("sputnik")
    assert (sputnik.end_marks, sputnik.stages, sputnik.datelines) == (PLAIN.end_marks, {}, PLAIN.datelines)
    assert "sputnik" not in all_tables()


def test_the_table_with_the_lower_order_reads_a_joint_dateline() -> None:
    readers = [
        name for name, rules in all_tables().items() if parse_dateline("LISBON (dpa/AP) - Rain.", rules, None, False)
    ]
    assert readers == ["ap", "dpa"]
    assert table("ap").order < table("dpa").order < Table.order


def test_one_table_is_imported_without_the_others() -> None:
    code = "import sys; from wirecrawl.news.wire import table; table('upi'); print(*sorted(sys.modules), sep='\\n')"
    loaded = python("-c", code).out.decode().split()
    names = [name for name in loaded if name.startswith("wirecrawl.news.wire.tables.")]
    assert names == ["wirecrawl.news.wire.tables.upi"]
