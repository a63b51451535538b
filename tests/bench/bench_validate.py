"""`vodhooks validate` on 100,000 lines, from start to exit, against a process that only parses them."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import orjson

from tests.bench.measuring import compact, distinct, table
from vodhooks.batch import Rules, Source, Tally, check
from vodhooks.catalogue import bundle, catalogue
from vodhooks.errors import NotIdentified
from vodhooks.identification import identify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LINES = 100_000
ROUNDS = 15
COMMAND = [str(Path(sys.executable).parent / "vodhooks"), "validate"]
FLOOR = "import orjson, sys\nloads = orjson.loads\nfor line in open(sys.argv[1], 'rb'):\n    loads(line)"
PEAK = (
    "import atexit, sys; from vodhooks.cli import main; "
    "atexit.register(lambda: sys.stderr.write(open('/proc/self/status').read())); main()"
)


def main() -> None:
    """Print times, memory, and whether the order of the input is kept."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mixed.ndjson"
        samples = _write(path)
        print(
            f"{LINES:,} distinct lines, {path.stat().st_size / LINES:.0f} bytes on average, of the {len(samples)} samples that"
        )
        print(f"tell their message by their content: {', '.join(dict.fromkeys(samples))}")
        _times(path)
        _memory(path)
        _order(path)


def _write(path: Path) -> list[str]:
    """Write the lines, samples in turn, and return the message of each sample."""
    samples = [
        (name, sample)
        for name in catalogue().messages
        for sample in bundle(name)["examples"]
        if _tells(sample)
    ]
    copies = -(-LINES // len(samples))
    columns = [
        [compact(payload) for payload in distinct(name, sample, copies)] for name, sample in samples
    ]
    lines = list(islice((line for row in zip(*columns, strict=True) for line in row), LINES))
    assert len(set(lines)) == LINES
    path.write_bytes(b"\n".join(lines) + b"\n")
    assert list(check([Source.of(str(path))], Rules())) == [Tally(str(path), LINES, 0)]
    return [name for name, _ in samples]


def _tells(sample: object) -> bool:
    try:
        identify(orjson.loads(compact(sample)))
    except NotIdentified:
        return False
    return True


def _times(path: Path) -> None:
    commands = {
        "orjson.loads, a whole process": [sys.executable, "-c", FLOOR, str(path)],
        "vodhooks validate": [*COMMAND, str(path)],
        "vodhooks validate --jobs 2": [*COMMAND, "--jobs", "2", str(path)],
        "vodhooks validate, one line": [*COMMAND, str(_head(path, 1))],
    }
    runs: dict[str, Callable[[], object]] = {
        name: _runner(command) for name, command in commands.items()
    }
    runs["orjson.loads, the loop alone"] = lambda: _parse(path)
    runs["vodhooks.batch, the loop alone"] = lambda: list(check([Source.of(str(path))], Rules()))
    floors = dict.fromkeys(commands, "orjson.loads, a whole process")
    floors["vodhooks.batch, the loop alone"] = "orjson.loads, the loop alone"
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            seconds[name].append(time.perf_counter() - start)
    rows: list[Sequence[object]] = [
        ["from start to exit, medians", "milliseconds", "times the floor", "of the best rounds"]
    ]
    for name, values in seconds.items():
        floor = seconds[floors.get(name, name)]
        ratio = statistics.median(value / under for value, under in zip(values, floor, strict=True))
        rows.append([name, 1000 * statistics.median(values), ratio, min(values) / min(floor)])
    table(rows)


def _runner(command: Sequence[str]) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def _parse(path: Path) -> None:
    loads = orjson.loads
    with open(path, "rb") as file:
        for line in file:
            loads(line)


def _head(path: Path, count: int) -> Path:
    """Return a file that holds the first lines of another."""
    head = path.with_name(f"{count}.ndjson")
    with open(path, "rb") as file:
        head.write_bytes(b"".join(islice(file, count)))
    return head


def _memory(path: Path) -> None:
    rows: list[Sequence[object]] = [
        ["most memory taken by the command itself, MB", "10,000 lines", f"{LINES:,} lines"]
    ]
    files = [_head(path, 10_000), path]
    rows.extend(
        [f"--jobs {jobs}", *(_peak([str(file), "--jobs", str(jobs)]) for file in files)]
        for jobs in (1, 2)
    )
    table(rows)


def _peak(args: Sequence[str]) -> float:
    done = subprocess.run(
        [sys.executable, "-c", PEAK, "validate", *args], check=True, capture_output=True
    )
    (peak,) = [
        line.split()[1] for line in done.stderr.decode().splitlines() if line.startswith("VmHWM:")
    ]
    return int(peak) / 1000


def _order(path: Path) -> None:
    """Break every 1,000th line and compare the reports."""
    broken = path.with_name("broken.ndjson")
    with open(path, "rb") as file:
        broken.write_bytes(b"".join(_with_faults(file)))
    reports = {jobs: _report(broken, jobs) for jobs in ("1", "2", "4")}
    numbers = [int(line.split(":")[1]) for line in reports["1"].splitlines()[:-1]]
    kept = numbers == list(range(1000, LINES + 1, 1000)) and len(set(reports.values())) == 1
    table(
        [
            ["every 1,000th line broken, --jobs 1, 2 and 4", "findings"],
            [f"order kept: {'yes' if kept else 'NO'}", len(numbers)],
        ]
    )


def _with_faults(lines: Iterator[bytes]) -> Iterator[bytes]:
    for number, line in enumerate(lines, 1):
        yield line if number % 1000 else b"{" + line


def _report(path: Path, jobs: str) -> str:
    done = subprocess.run(
        [*COMMAND, "--jobs", jobs, str(path)], check=False, capture_output=True, cwd=path.parent
    )
    return done.stdout.decode().replace(str(path.parent), "")
