import pytest

from wirecrawl.items import Marks
from wirecrawl.news.wire import Stage, Table, parse_headline, table

# Other agencies are other tables and no other code: these small ones show the forms that the engine must carry.
HYPHENS = Table(
    agency="hyphens",
    stages={"UPDATE {n}": Stage(), "CORRECTED": Stage(handling="correction"), "RPT": Stage(handling="repeat")},
    labels={"FOREX": None, "TAKE A LOOK": None, "CEE MARKETS": None},
    joiners=("-",),
    sites=("Reuters",),
)
BRACKETS = Table(
    agency="brackets",
    stages={"LEAD": Stage(lead=1), "{nth} LD": Stage(), "URGENT": Stage(urgency="urgent")},
    labels={"News Focus": "Analysis"},
    joiners=(),
    brackets=("(", ")"),
    ends={"({n})": Stage(), " +": Stage()},
)


@pytest.mark.parametrize(
    ("rules", "raw", "headline", "marks"),
    [
        (HYPHENS, "CORRECTED-UPDATE 2-Apple buys", "Apple buys", Marks(lead=2, handling="correction")),
        (HYPHENS, "RPT- FOREX-Dollar up", "Dollar up", Marks(handling="repeat", labels=["FOREX"])),
        (HYPHENS, "TAKE A LOOK-Votes", "Votes", Marks(labels=["TAKE A LOOK"])),
        (HYPHENS, "CEE MARKETS 2-Zloty up | Reuters", "Zloty up", Marks(labels=["CEE MARKETS"])),
        (HYPHENS, "UPDATE 3-TIAA-CREF to buy Nuveen", "TIAA-CREF to buy Nuveen", Marks(lead=3)),
        (HYPHENS, "update 3-x", "update 3-x", Marks()),
        (BRACKETS, "(LEAD) Samsung expects funds", "Samsung expects funds", Marks(lead=1)),
        (BRACKETS, "(2nd LD) Samsung expects funds", "Samsung expects funds", Marks(lead=2)),
        (BRACKETS, "(News Focus) Samsung", "Samsung", Marks(labels=["News Focus"], genre="Analysis")),
        (BRACKETS, "LEAD Samsung expects funds", "LEAD Samsung expects funds", Marks()),
        (BRACKETS, "Hertz will spin off unit (2)", "Hertz will spin off unit", Marks(lead=2)),
        (BRACKETS, "(2)", "(2)", Marks()),
    ],
)
def test_one_engine_reads_other_tables(rules: Table, raw: str, headline: str, marks: Marks) -> None:
    parsed = parse_headline(raw, rules)
    assert (parsed.headline, parsed.marks) == (headline, marks)
    assert parsed.prefix + parsed.headline + parsed.suffix == raw


def test_an_unknown_agency_is_named_with_those_that_are_known() -> None:
    with pytest.raises(KeyError, match=r"nonesuch.*xinhua"):
        table("nonesuch")
