"""The processes that clean: what a command may expect of them when they start."""

import os
import subprocess
import sys
from pathlib import Path

# A command's own script: it says each time that it is run, and then has a page cleaned in another process.
SCRIPT = """
import asyncio
print("script")
if __name__ == "__main__":
    from scrapy.utils.project import get_project_settings
    from wirecrawl.configuration.processes import open_workers
    from wirecrawl.items import Page
    from wirecrawl.run.reading.stories import CleanTask

    page = b"<h1 id=title>Rain</h1><div id=container_txt><p>It rains. Endi</p></div>"
    workers = open_workers(get_project_settings())
    url = "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm"
    [story] = asyncio.run(workers.submit(CleanTask(Page(url=url, body=page))))
    workers.close()
    print(story.text)
"""


def test_a_process_that_cleans_does_not_run_the_script_of_the_command_again(tmp_path: Path) -> None:
    script = tmp_path / "scrapy"
    script.write_text(SCRIPT)
    here = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    ended = subprocess.run([sys.executable, script], env=here, capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines() == ["script", "It rains."]
