"""Known vulnerabilities of the packages that constraints.txt pins, as `make audit` prints them before a release.

    python -m bench.audit .venv-audit/bin/pip-audit

Exit code 0: none is known. 1: some are, each on a line. 3: not every package could be checked, as without a network;
that is no good news, and pip-audit itself calls it one for a package that its database does not have.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

CONSTRAINTS = Path(__file__).parents[1] / "constraints.txt"
_FOUND, _UNCHECKED = 1, 3
_SECONDS = 600  # pip-audit asks its database once a package, about a hundred times


def main(argv: Sequence[str] | None = None) -> int:
    """Check all packages and print what is found; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.audit", description=__doc__)
    parser.add_argument("program", help="pip-audit, in an environment of its own")
    parser.add_argument("--service", choices=("osv", "pypi"), default="osv", help="database that is asked; default osv")
    given = parser.parse_args(argv)
    try:
        packages = _checked(given.program, given.service)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        print(f"not audited: {given.service} could not be asked ({error}); run this where it can be reached")
        return _UNCHECKED
    return _summary(packages)


def _checked(program: str, service: str) -> list[dict[str, Any]]:
    """Each package as pip-audit's JSON has it. Raises ValueError, with its last line, when it has written none."""
    command = [program, "-r", str(CONSTRAINTS), "-s", service, "-f", "json", "--no-deps", "--disable-pip"]
    ended = subprocess.run(
        [*command, "--progress-spinner", "off"], capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    if not ended.stdout.strip():
        raise ValueError((ended.stderr.strip().splitlines() or [f"exit code {ended.returncode}"])[-1][:300])
    packages: list[dict[str, Any]] = json.loads(ended.stdout)["dependencies"]
    return packages


def _summary(packages: list[dict[str, Any]]) -> int:
    found = list(_vulnerabilities(packages))
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    for line in found:
        print(line)
    if skipped or not packages:
        print(f"not audited: {len(skipped)} of {len(packages)} packages ({', '.join(skipped[:5])} ...)")
    print(f"packages audited: {len(packages) - len(skipped)}; known vulnerabilities: {len(found)}")
    return _FOUND if found else _UNCHECKED if skipped or not packages else 0


def _vulnerabilities(packages: list[dict[str, Any]]) -> Iterator[str]:
    for package in packages:
        for one in package.get("vulns", ()):
            mended = ", ".join(one["fix_versions"]) or "no version yet"
            yield f"{package['name']} {package['version']}: {one['id']}; mended in {mended}"


if __name__ == "__main__":
    sys.exit(main())
