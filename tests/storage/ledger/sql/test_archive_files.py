"""The ledger's list of archive files."""

from wirecrawl.storage.ledger.sql.ledger import SqlLedger


def test_a_file_is_listed_with_its_spider_until_it_is_forgotten(ledger: SqlLedger) -> None:
    files = ledger.archive_files
    for spider, file in (("xinhua", "xinhua-2"), ("xinhua", "xinhua-1"), ("ansa", "ansa-1")):
        files.begin(spider, file)
    assert files.listed("xinhua", whole=False) == ["xinhua-1", "xinhua-2"]
    files.finish("xinhua-1")
    assert (files.listed("xinhua", whole=False), files.listed("xinhua", whole=True)) == (["xinhua-2"], ["xinhua-1"])
    files.forget(["xinhua-1", "nothing"])
    assert files.listed("xinhua", whole=True) == []
    assert files.listed("ansa", whole=False) == ["ansa-1"]
