"""The saved pages of the project and what their reviewer expects of them."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "fixtures", ROOT / "tests" / "data"]


def cases(expectation: str) -> list[Path]:
    """Folders of saved pages that hold a file of that name, in a fixed order."""
    return sorted(path.parent for folder in FOLDERS for path in folder.rglob(expectation))


def load(case: Path, name: str) -> Any:
    """One JSON file of a case."""
    return json.loads((case / name).read_bytes())


def name_of(case: Path) -> str:
    """Short name of a case for the test's id."""
    return f"{case.parent.name}/{case.name}"
