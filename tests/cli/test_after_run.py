"""What follows a run: metrics for Prometheus and a command when the verdict changes; neither changes the exit code."""

import os
from pathlib import Path

from tests.support.newsroom import HOME, OTHER_HOME, WIRE_LIST
from tests.support.process import crawl, replay
from tests.support.site import Site
from wirecrawl.run.verdict import EXIT_CODES

_NOTE = "sh -c 'env > {folder}/told.part; mv {folder}/told.part {folder}/told'"


def test_a_command_is_run_when_the_verdict_changes_and_metrics_follow_each_run(newsroom: Site, tmp_path: Path) -> None:
    told, file = tmp_path / "told", tmp_path / "wirecrawl.prom"
    data = tmp_path / "data"
    own = ("-s", f"WIRECRAWL_METRICS={file}", "-s", f"WIRECRAWL_ON_CHANGE={_NOTE.format(folder=tmp_path)}")
    assert crawl(newsroom, data, *own).code == 0
    assert not told.exists()
    assert 'wirecrawl_run_links{spider="xinhua",outcome="new"} 5.0\n' in file.read_text()
    for page in (HOME, OTHER_HOME, WIRE_LIST):
        newsroom.put(page, "<h1>$(touch harm)</h1>", status=500)
    fails = (*own, "-s", "RETRY_ENABLED=0")
    ended = crawl(newsroom, data, *fails)
    found = dict(line.partition("=")[::2] for line in told.read_text().splitlines())
    asked = ("SPIDER", "OLD_VERDICT", "NEW_VERDICT", "REPORT")
    values = ["xinhua", "good", "broken", ended.err.rpartition("report: ")[2].strip()]
    assert [found[f"WIRECRAWL_{name}"] for name in asked] == values
    assert found["WIRECRAWL_REASONS"] == ended.report["reasons"][0]
    assert 'wirecrawl_run_verdict{spider="xinhua",verdict="broken"} 1.0\n' in file.read_text()
    told.unlink()
    assert crawl(newsroom, data, *fails).code == ended.code
    assert not told.exists()


def test_what_goes_wrong_is_one_line_and_the_exit_code_stays(newsroom: Site, tmp_path: Path) -> None:
    newsroom.put(HOME, "", status=500)
    once, broken = ("-s", "RETRY_ENABLED=0"), EXIT_CODES["broken"]
    ended = crawl(newsroom, tmp_path / "failing", *once, "-s", "WIRECRAWL_ON_CHANGE=sh -c 'echo pager is off; exit 3'")
    assert ended.err.splitlines()[-1] == "wirecrawl: WIRECRAWL_ON_CHANGE: sh ended with 3: pager is off"
    assert ended.code == broken
    os.symlink("/dev/null", tmp_path / "w.prom.part")
    missing = ("-s", "WIRECRAWL_ON_CHANGE=/no/such", "-s", f"WIRECRAWL_METRICS={tmp_path}/w.prom")
    ended = crawl(newsroom, tmp_path / "missing", *once, *missing)
    assert ended.code == broken
    metrics, command = ended.err.splitlines()[-2:]
    assert metrics.startswith(f"wirecrawl: WIRECRAWL_METRICS: {tmp_path}/w.prom.part: is a link")
    assert command == "wirecrawl: WIRECRAWL_ON_CHANGE: /no/such: no such program"


def test_settings_that_cannot_be_meant_are_refused_before_anything_runs(tmp_path: Path) -> None:
    for wrong in (f"WIRECRAWL_METRICS={tmp_path}", "WIRECRAWL_METRICS=/no/such/w.prom", "WIRECRAWL_ON_CHANGE=a 'b"):
        ended = replay(tmp_path / "data", "-s", wrong)
        assert (ended.code, ended.err.count("\n"), wrong.partition("=")[0] in ended.err) == (2, 1, True)


def test_a_replay_that_is_not_kept_is_no_run_of_the_spider(tmp_path: Path) -> None:
    replay(tmp_path / "data", "-s", f"WIRECRAWL_METRICS={tmp_path}/w.prom")
    assert not (tmp_path / "w.prom").exists()
