"""`-o FILE`: lines that are in data/feeds go to files elsewhere as well, each exactly once.

They are delivered when they are committed. How large a file was is in the ledger before anything is appended to it,
so whoever finds an append that was cut off takes it back and does it again.
"""

import fcntl
import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.storage.feed.names import KINDS, feed_name
from wirecrawl.storage.ledger.interface import Outputs
from wirecrawl.storage.ledger.rows import Output
from wirecrawl.utils.files import sync_folder, write_whole

_BLOCK = 2**16  # bytes; nearly every line is shorter


def deliver(outputs: Outputs, spider: str) -> Iterator[Reason]:
    """Give each file of a spider its lines; yields why for one that cannot have them now."""
    for output in outputs.waiting(spider):
        try:
            if output.whole:
                _deliver(outputs, output)
        except OSError as error:
            yield _later(output, error)


def complete(outputs: Outputs, spider: str, feeds: Path) -> Iterator[Reason]:
    """Deliver the lines of runs that were cut off: those in their feed files in `feeds`, and no others.

    Yields what became of each file, also for one that cannot have its lines now: that is no reason not to crawl.
    """
    for output in outputs.waiting(spider):
        try:
            standing = _standing_feeds(output, feeds)
            if not (output.whole or standing):
                _abandon(outputs, output)
                continue
            if not output.whole:
                _restore_part(outputs, output, standing)
            _deliver(outputs, output)
            yield because(ReasonKind.OUTPUT_COMPLETED, output.file)
        except OSError as error:
            yield _later(output, error)


def _later(output: Output, error: OSError) -> Reason:
    return because(ReasonKind.NOT_DELIVERED, output.file, error.strerror or error)


def _standing_feeds(output: Output, feeds: Path) -> list[Path]:
    """The feed files of an output's run whose lines can be appended to it; a run may have some without a commit."""
    files = (feeds / feed_name(output.run, kind) for kind in KINDS)
    return [file for file in files if output.is_lines and file.is_file()]


def _abandon(outputs: Outputs, output: Output) -> None:
    """Forget an output whose run has no lines in its feeds; the run's stories wait in the journal."""
    Path(output.part).unlink(missing_ok=True)
    outputs.end(Path(output.part))


def _restore_part(outputs: Outputs, output: Output, standing: list[Path]) -> None:
    """Write the lines of the feed files to the output's part, to be delivered."""
    write_whole(Path(output.part), (file.read_bytes() for file in standing))
    outputs.make_whole(output.run, output.part)


def _deliver(outputs: Outputs, output: Output) -> None:
    part, file = Path(output.part), Path(output.file)
    if part.exists():  # else it has its name already
        if output.replaces or not file.exists():
            part.replace(file)
        else:
            _append(outputs, output, part, file)
            part.unlink()
        sync_folder(file.parent)
    outputs.end(part)


def _append(outputs: Outputs, output: Output, part: Path, file: Path) -> None:
    """Append whole lines, durably. What an append that was cut off left is taken back first."""
    with file.open("r+b") as target, part.open("rb") as lines:
        fcntl.flock(target, fcntl.LOCK_EX)  # of another spider, perhaps, that appends to the same file
        if output.size is None:
            size = _end_of_lines(target, file)
            outputs.begin(part, size)
        else:
            size = output.size
            if not _is_ours(target, size, lines):
                _warn("%s: has other lines where an append was cut off; the rest of it is in data/feeds", file)
                return
        target.truncate(size)
        lines.seek(0)
        _copy(lines, target.fileno(), size)


def _copy(lines: IO[bytes], descriptor: int, size: int) -> None:
    """Write lines from an offset on, durably; when that fails the file ends there again. Raises OSError."""
    end = size
    try:
        while block := lines.read(_BLOCK):
            while block:
                written = os.pwrite(descriptor, block, end)
                end, block = end + written, block[written:]
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, size)
        raise


def _is_ours(target: IO[bytes], size: int, lines: IO[bytes]) -> bool:
    """Whether what stands behind the size that a file had is the beginning of the lines that were to come there."""
    target.seek(size)
    while behind := target.read(_BLOCK):
        if behind != lines.read(len(behind)):
            return False
    return True


def _end_of_lines(target: IO[bytes], file: Path) -> int:
    """Go to where the next line belongs: a last line that was cut by a kill is cut off, a whole one is ended."""
    tail = _last_line(target)
    if tail and _is_json(tail):
        target.write(b"\n")
    elif tail:
        _warn("%s: its last line was cut; %d bytes of it removed", file, len(tail))
        target.seek(-len(tail), os.SEEK_END)
        target.truncate()
    target.flush()
    return target.tell()


def _last_line(target: IO[bytes]) -> bytes:
    """What follows the last line feed, looked for from the end: feeds grow large, lines do not."""
    size = block = target.seek(0, os.SEEK_END)
    tail = b""
    while block and b"\n" not in tail:
        block = max(0, block - _BLOCK)
        target.seek(block)
        tail = target.read(size - block)
    target.seek(size)
    return tail.rpartition(b"\n")[2]


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _warn(message: str, *given: object) -> None:
    logging.getLogger(__name__).warning(message, *given)
