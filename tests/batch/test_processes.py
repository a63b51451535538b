"""However many processes check, the results come in the order of the input."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from vodhooks.batch import Rules, Source, Tally, Verdict, check, useful_jobs
from vodhooks.batch.parts import PART, Part
from vodhooks.batch.processes import StartMethod, check_parts
from vodhooks.catalogue import bundle

if TYPE_CHECKING:
    from collections.abc import Iterator

FAIL = json.dumps(bundle("polyv.video_outline.generate_fail")["examples"][0]).encode()


def parts(count: int, taken: list[int]) -> Iterator[Part]:
    """Yield parts of one line each, every third good, and write down which have been taken."""
    for number in range(count):
        taken.append(number)
        yield Part(
            Source("a.ndjson", streams=True),
            (FAIL if number % 3 == 0 else b"[%d]" % number) + b"\n",
        )


@pytest.mark.parametrize("method", get_args(StartMethod))
def test_the_order_is_kept_for_any_start_of_processes(method: StartMethod) -> None:
    found = list(check_parts(parts(40, []), Rules(), 2, method))
    assert found == list(check_parts(parts(40, []), Rules()))


def test_no_more_is_read_than_processes_need() -> None:
    taken: list[int] = []
    results = check_parts(parts(100, taken), Rules(), 2)
    for number, _ in enumerate(results):
        assert len(taken) <= number + 6


def test_line_numbers_run_through_parts_of_a_stream(tmp_path: Path) -> None:
    bad = {1, 2, 777, 5_000, 9_999, 10_000}
    lines = [b"[]" if number in bad else FAIL for number in range(1, 10_001)]
    content = b"\n".join(lines)
    assert len(content) > 2 * PART
    path = tmp_path / "a.ndjson"
    path.write_bytes(content)
    for jobs in (1, 2, 3):
        *verdicts, tally = check([Source.of(str(path))], Rules(), jobs=jobs)
        assert [verdict.line for verdict in verdicts if isinstance(verdict, Verdict)] == sorted(bad)
        assert tally == Tally(str(path), 9_994, 0)


@pytest.mark.parametrize(
    ("sources", "cores", "jobs", "used"),
    [
        ([], 8, 4, 1),
        ([Source("a.json", streams=False)], 8, 4, 1),
        ([Source("a.json", streams=False)] * 3, 8, 4, 3),
        ([Source("a.json", streams=False)] * 9, 8, 4, 4),
        ([Source("a.json", streams=False)] * 9, 2, 1024, 2),
        ([Source("-", streams=True)], 2, 1024, 2),
        ([Source("-", streams=True)], 8, 1, 1),
    ],
)
def test_no_process_starts_without_a_part_and_a_core(
    monkeypatch: pytest.MonkeyPatch, sources: list[Source], cores: int, jobs: int, used: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)))
    assert useful_jobs(sources, jobs) == used


def test_streams_and_documents_may_be_mixed(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_bytes(b"[]\n" + FAIL)
    (tmp_path / "b.json").write_bytes(b"\n{")
    sources = [
        Source.of(str(tmp_path / name))
        for name in ("a.ndjson", "b.json", "gone.ndjson", "a.ndjson", "gone.json")
    ]
    found = list(check(sources, Rules(), jobs=2))
    places = [
        (Path(result.source).name, result.line if isinstance(result, Verdict) else "tally")
        for result in found
    ]
    assert places == [
        ("a.ndjson", 1),
        ("a.ndjson", "tally"),
        ("b.json", 2),
        ("gone.ndjson", None),
        ("a.ndjson", 1),
        ("a.ndjson", "tally"),
        ("gone.json", None),
    ]
    assert found == list(check(sources, Rules()))


def test_progress_amounts_to_the_size_of_the_input(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_bytes(FAIL + b"\n" + FAIL * 2)
    steps: list[int] = []
    list(check([Source.of(str(path))], Rules(), advance=steps.append))
    assert sum(steps) == path.stat().st_size


def test_checking_imports_only_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_bytes(FAIL)
    code = (
        "import sys; from vodhooks.batch import *; print(list(check([Source.of('a.ndjson')], Rules()))); "
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    untraced = {
        name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")
    }
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=untraced, capture_output=True, check=True
    )
    found, modules = done.stdout.decode().splitlines()
    assert found == "[Tally(source='a.ndjson', valid=1, unknown=0)]"
    assert not {"pydantic", "jsonschema", "rich", "click", "multiprocessing", "concurrent"} & set(
        modules.split()
    )


def test_a_process_that_dies_is_told() -> None:
    results = check_parts(parts(1_000, []), Rules(), 2)
    next(results)
    (first, *_) = multiprocessing.active_children()
    os.kill(first.pid or 0, signal.SIGKILL)
    with pytest.raises(ChildProcessError, match="a process that checks payloads has died"):
        list(results)


def test_no_process_is_left_when_the_reader_stops() -> None:
    before = set(multiprocessing.active_children())
    results = check_parts(parts(1_000, []), Rules(), 2)
    next(results)
    assert set(multiprocessing.active_children()) - before
    results.close()  # type: ignore[attr-defined] # a generator, as its type need not say
    assert set(multiprocessing.active_children()) == before


def test_processes_end_with_their_parent() -> None:
    code = (
        "import multiprocessing, time; from tests.batch.test_processes import parts; from vodhooks.batch import Rules; "
        "from vodhooks.batch.processes import check_parts; results = check_parts(parts(100_000, []), Rules(), 2); next(results); "
        "print(*[each.pid for each in multiprocessing.active_children()], flush=True); time.sleep(600)"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        found = [int(number) for number in parent.stdout.readline().split()]
        parent.kill()
        # The pipe ends when nothing that was started holds it any more.
        assert parent.stdout.read() == b""
    assert len(found) == 2
