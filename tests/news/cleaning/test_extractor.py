"""trafilatura is read whole, whatever memory a page has left."""

import subprocess
import sys

_PROGRAM = """
import resource, sys
from wirecrawl.news.cleaning.extractor import extractor
used = int(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmData"))) * 1024
resource.setrlimit(resource.RLIMIT_DATA, (used + 2**20, resource.RLIM_INFINITY))
assert "trafilatura" not in sys.modules
print(extractor().__name__, resource.getrlimit(resource.RLIMIT_DATA)[0] - used)
"""


def test_the_limit_of_a_process_waits_until_trafilatura_is_read() -> None:
    said = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
    assert (said.stdout, said.returncode) == (f"trafilatura {2**20}\n", 0), said.stderr
