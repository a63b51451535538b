"""`vodhooks validate` checks files, streams and standard input, and says by its exit code whether all are fine."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

import pytest

from vodhooks.batch import MAX_BODY
from vodhooks.catalogue import bundle
from vodhooks.reports import Format

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]

COMMAND = [sys.executable, "-m", "vodhooks", "validate"]
FORMATS: tuple[Format, ...] = get_args(Format)

MEASURING = """
import atexit, pathlib, sys
from vodhooks.cli import main
atexit.register(lambda: print(pathlib.Path("/proc/self/status").read_text(), file=sys.stderr))
main()
"""

IMPORTS = """
import atexit, sys
from vodhooks.cli import main
atexit.register(lambda: print(*{name.partition(".")[0] for name in sys.modules}))
main()
"""

FAIL = bundle("polyv.video_outline.generate_fail")["examples"][0]
SLICE = bundle("ucloud.umedia.slice")["examples"][0]
UNKNOWN = {"EventType": "NotYetKnown"}


def written(folder: Path, name: str, *payloads: Any) -> str:
    """Write payloads down, one a line, and return the file's name."""
    (folder / name).write_text("\n".join(map(json.dumps, payloads)))
    return name


@pytest.mark.parametrize(
    ("payload", "options", "code", "lines"),
    [
        (FAIL, [], 0, ["1 payload: 1 valid"]),
        (SLICE, ["-m", "ucloud.umedia.slice"], 0, ["1 payload: 1 valid"]),
        (FAIL, ["--message", "polyv.video_outline"], 0, ["1 payload: 1 valid"]),
        (
            SLICE,
            [],
            1,
            [
                "a.json: error: fits several messages, name one with -m: ucloud.umedia.slice, ucloud.umedia.transcode",
                "1 payload: 1 not identified",
            ],
        ),
        (
            {**FAIL, "vid": 7},
            [],
            1,
            [
                "a.json: error: /vid: expected a string (polyv.video_outline.generate_fail, evidence: documented)",
                "1 payload: 1 invalid",
            ],
        ),
        (
            {**FAIL, "vid": 7},
            ["--show-values"],
            1,
            [
                "a.json: error: /vid: expected a string; got 7 (polyv.video_outline.generate_fail, evidence: documented)",
                "1 payload: 1 invalid",
            ],
        ),
        (
            {**FAIL, "new": 1},
            [],
            0,
            [
                "a.json: warning: /new: unknown property (polyv.video_outline.generate_fail, drift)",
                "1 payload: 1 drifting",
            ],
        ),
        (
            {**FAIL, "new": 1},
            ["--strict"],
            1,
            [
                "a.json: error: /new: unknown property (polyv.video_outline.generate_fail, drift)",
                "1 payload: 1 drifting",
            ],
        ),
        (
            UNKNOWN,
            [],
            0,
            [
                "a.json: note: of a kind on tencent.vod that has no contract",
                "1 payload: 1 of an unknown kind",
            ],
        ),
        (
            UNKNOWN,
            ["-m", "tencent.vod", "--strict"],
            1,
            [
                "a.json: error: of a kind on tencent.vod that has no contract",
                "1 payload: 1 of an unknown kind",
            ],
        ),
        (
            {"callbackType": "generate_fail"},
            ["--limit", "1"],
            1,
            [
                'a.json: error: missing property "sign" (polyv.video_outline.generate_fail, evidence: documented)',
                "a.json: error: 3 more places are left out",
                "1 payload: 1 invalid",
            ],
        ),
    ],
)
@pytest.mark.parametrize("engine", ["jsonschema-rs", "jsonschema"])
def test_a_document_gets_its_report_and_code(
    vodhooks: Run,
    tmp_path: Path,
    *,
    payload: Any,
    options: list[str],
    code: int,
    lines: list[str],
    engine: str,
) -> None:
    done = vodhooks("validate", *options, "--engine", engine, written(tmp_path, "a.json", payload))
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (code, lines, "")


@pytest.mark.parametrize(
    ("body", "report"),
    [
        (b'{"a":\n 1,}', "a.json:2:3: error: not JSON"),
        ('{"a": 1}'.encode("utf-16"), "a.json: error: UTF-16 or UTF-32 where UTF-8 is expected"),
        (b'{"a": "\xe9"}', "a.json: error: not UTF-8 at byte 7"),
        (b'{"vid": 1, "vid": 2}', "a.json:1:12: error: duplicate key 'vid'"),
        (
            b'{"a": NaN}',
            "a.json:1:7: error: a number that 64 bits do not hold, or that JSON does not have",
        ),
        (
            b"[1e400]",
            "a.json:1:2: error: a number that 64 bits do not hold, or that JSON does not have",
        ),
        (b"[18446744073709551616]", "a.json:1:2: error: an integer beyond 64 bits"),
        (b"[" * 100_000, "a.json: error: nested deeper than 254 levels"),
        (b"", "a.json: error: empty"),
    ],
)
def test_an_invalid_document_shows_place_and_rule(
    vodhooks: Run, tmp_path: Path, body: bytes, report: str
) -> None:
    (tmp_path / "a.json").write_bytes(body)
    done = vodhooks("validate", "a.json")
    assert (done.returncode, done.stdout.splitlines()[0], done.stderr) == (1, report, "")


@pytest.mark.parametrize(
    ("name", "report"),
    [
        (".", ".: error: Is a directory"),
        ("gone.json", "gone.json: error: No such file or directory"),
        ("gone.ndjson", "gone.ndjson: error: No such file or directory"),
        ("no*match.json", "no*match.json: error: No such file or directory"),
        ("/proc/self/mem", "/proc/self/mem: error: Input/output error"),
    ],
)
def test_an_unreadable_file_sets_only_the_exit_code(
    vodhooks: Run, tmp_path: Path, name: str, report: str
) -> None:
    done = vodhooks(
        "validate", name, written(tmp_path, "a.json", SLICE), written(tmp_path, "b.json", FAIL)
    )
    assert done.returncode == 2
    assert done.stdout.splitlines()[0] == report
    assert done.stdout.splitlines()[-1] == "2 payloads: 1 valid, 1 not identified, 1 unreadable"


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "text"])
def test_unreadable_files_are_named_on_standard_error(vodhooks: Run, name: Format) -> None:
    done = vodhooks("validate", "--format", name, "gone.json")
    assert (done.returncode, done.stderr) == (2, "vodhooks: gone.json: No such file or directory\n")
    assert "gone.json" in done.stdout


def test_closed_standard_input_is_an_error() -> None:
    command = ["sh", "-c", '"$@" <&-', "sh", *COMMAND, "-"]  # any sh
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"")
    assert done.stdout.startswith(b"-: error: Bad file descriptor\n")


def test_an_unknown_name_is_refused_with_the_nearest(vodhooks: Run, tmp_path: Path) -> None:
    done = vodhooks("validate", "-m", "tencent.vdo", written(tmp_path, "a.json", FAIL))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "vodhooks: no message is called 'tencent.vdo'; did you mean tencent.vod"
    )


@pytest.mark.parametrize(
    "options",
    [[], ["--jobs", "0", "a.json"], ["--limit", "0", "a.json"], ["--format", "xml", "a.json"]],
)
def test_wrong_usage_gets_a_hint(vodhooks: Run, options: list[str]) -> None:
    done = vodhooks("validate", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: vodhooks validate" in done.stderr
    assert "Traceback" not in done.stderr


def test_patterns_are_expanded_in_order(vodhooks: Run, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.json", "deep/c.json", "a.json"):
        written(tmp_path, name, SLICE)
    lines = vodhooks("validate", "**/*.json").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines[:-1]] == ["a.json", "b.json", "deep/c.json"]


@pytest.mark.parametrize("name", ["a.ndjson", "a.jsonl"])
def test_a_stream_is_told_by_its_suffix(vodhooks: Run, tmp_path: Path, name: str) -> None:
    done = vodhooks("validate", written(tmp_path, name, FAIL, [], FAIL))
    assert done.returncode == 1
    assert done.stdout.startswith(f"{name}:2: error: no contract recognises this payload")
    assert done.stdout.endswith("3 payloads: 2 valid, 1 not identified\n")


def test_standard_input_is_a_document_by_default(vodhooks: Run) -> None:
    body = json.dumps(FAIL).encode()
    assert vodhooks("validate", "-", stdin=body).stdout == "1 payload: 1 valid\n"
    assert (
        vodhooks("validate", "--ndjson", "-", stdin=b"\n".join([body] * 3)).stdout
        == "3 payloads: 3 valid\n"
    )
    assert vodhooks("validate", "-", stdin=b"\n".join([body] * 3)).returncode == 1


def test_a_file_whose_name_is_not_utf_8_is_judged(vodhooks: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"bad\xff\n.json")
    (tmp_path / name).write_text("[]")
    done = vodhooks("validate", name)
    assert (done.returncode, done.stdout.splitlines()[0].partition(": ")[0]) == (
        1,
        r"bad\udcff\n.json",
    )


@pytest.mark.parametrize("name", FORMATS)
def test_any_number_of_processes_gives_one_report(
    vodhooks: Run, tmp_path: Path, name: Format
) -> None:
    payloads = [FAIL, SLICE, UNKNOWN, {**FAIL, "new": 1}, {**FAIL, "sign": None}]
    written(tmp_path, "a.ndjson", *payloads * 2_000)
    written(tmp_path, "b.json", *payloads)
    reports = {
        vodhooks(
            "validate", "--format", name, "--jobs", jobs, "a.ndjson", "b.json", "gone.json"
        ).stdout
        for jobs in "123"
    }
    assert len(reports) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_long_payload_is_skipped_in_bounded_memory(tmp_path: Path, jobs: str) -> None:
    with open(tmp_path / "a.ndjson", "wb") as file:
        file.writelines([b"[]\n", *[b" " * 1_000_000] * 200, b"\n[]\n"])
    code, output, memory = measured(tmp_path, "--jobs", jobs, "a.ndjson", "-m", "tencent.vod")
    assert (code, output.splitlines()) == (
        1,
        [
            "a.ndjson:1: error: expected an object (tencent.vod, evidence: documented)",
            "a.ndjson:2: error: longer than 16 MiB, and therefore not read to its end",
            "a.ndjson:3: error: expected an object (tencent.vod, evidence: documented)",
            "3 payloads: 2 invalid, 1 too large",
        ],
    )
    assert memory < 8 * MAX_BODY
    (tmp_path / "a.json").write_bytes(b" " * 200_000_000)
    code, output, memory = measured(tmp_path, "--jobs", jobs, "a.json")
    assert (code, output.splitlines()[0]) == (
        1,
        "a.json: error: longer than 16 MiB, and therefore not read to its end",
    )
    assert memory < 8 * MAX_BODY


@pytest.mark.parametrize(
    ("payload", "code"), [(FAIL, 0), ({**FAIL, "vid": 7}, 1)], ids=["clean", "with findings"]
)
def test_memory_does_not_grow_with_the_lines(tmp_path: Path, payload: Any, code: int) -> None:
    peaks = []
    for count in (10_000, 100_000):
        written(tmp_path, "a.ndjson", *[payload] * count)
        done, _, memory = measured(tmp_path, "a.ndjson")
        assert done == code
        peaks.append(memory)
    assert peaks[1] < peaks[0] + (8 << 20)


def measured(folder: Path, *args: str) -> tuple[int, str, int]:
    """Run the command in a folder and return its exit code, its output and how many bytes of memory it took at most."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURING, "validate", *args],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    # What the kernel says of a process that has ended counts the memory of the one that started it.
    (peak,) = [
        line.split()[1] for line in done.stderr.decode().splitlines() if line.startswith("VmHWM:")
    ]
    return done.returncode, done.stdout.decode(), int(peak) * 1024


def test_only_what_judging_needs_is_imported(tmp_path: Path) -> None:
    written(tmp_path, "a.json", FAIL)
    untraced = {
        name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")
    }
    command = [sys.executable, "-c", IMPORTS, "validate", "a.json"]
    done = subprocess.run(command, cwd=tmp_path, env=untraced, capture_output=True, check=True)
    summary, modules = done.stdout.decode().splitlines()
    assert summary == "1 payload: 1 valid"
    assert "vodhooks" in modules.split()
    assert not {"jsonschema", "rich", "multiprocessing", "concurrent"} & set(modules.split())


def on_terminal(folder: Path, *args: str, output: int | None) -> tuple[bytes, bytes]:
    """Run the command with a terminal for standard error, and for its output unless there is another; return both."""
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *args], cwd=folder, stdout=end if output is None else output, stderr=end
    )
    os.close(end)
    seen = b"".join(iter(lambda: read(terminal), b""))
    os.close(terminal)
    printed = process.communicate()[0] or b""
    return printed, seen


def read(terminal: int) -> bytes:
    """Return what a terminal shows next, or nothing once nobody writes to it any more."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""


def test_a_progress_bar_leaves_the_report_clean(tmp_path: Path) -> None:
    written(tmp_path, "a.ndjson", *[FAIL] * 5_000, [])
    report, seen = on_terminal(tmp_path, "--jobs", "2", "a.ndjson", output=subprocess.PIPE)
    assert report.splitlines() == [
        b"a.ndjson:5001: error: no contract recognises this payload; name its message or channel with -m",
        b"5,001 payloads: 5,000 valid, 1 not identified",
    ]
    assert b"kB" in seen
    assert b"a.ndjson" not in seen


def test_a_progress_bar_works_without_a_size(tmp_path: Path) -> None:
    written(tmp_path, "a.ndjson", FAIL)
    report, _ = on_terminal(tmp_path, "a.ndjson", "missing.json", output=subprocess.PIPE)
    assert report.splitlines() == [
        b"missing.json: error: No such file or directory",
        b"1 payload: 1 valid, 1 unreadable",
    ]


def test_a_progress_bar_gives_way_to_the_report(tmp_path: Path) -> None:
    written(tmp_path, "a.ndjson", *[FAIL] * 5_000, *[[]] * 3)
    _, seen = on_terminal(tmp_path, "a.ndjson", output=None)
    lines = seen.split(b"\r\n")
    assert b"kB" in lines[0]
    assert [line[-94:] for line in lines[-5:-2]] == [
        b"a.ndjson:%d: error: no contract recognises this payload; name its message or channel with -m"
        % number
        for number in (5001, 5002, 5003)
    ]
    assert lines[-2:] == [b"5,003 payloads: 5,000 valid, 3 not identified", b""]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_closed_reader_ends_it_quietly(tmp_path: Path, name: Format, jobs: str) -> None:
    if name == "junit":
        pytest.skip("its first line comes last, when all has been read")
    written(tmp_path, "a.ndjson", *[{**FAIL, "vid": 7}] * 30_000)
    command = [*COMMAND, "--format", name, "--jobs", jobs, "a.ndjson"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 128 + signal.SIGPIPE


def test_a_hint_says_what_to_do(vodhooks: Run, tmp_path: Path) -> None:
    done = vodhooks("validate", written(tmp_path, "a.json", [FAIL, FAIL]))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        "a.json: error: no contract recognises this payload; name its message or channel with -m",
        "  hint: this is a list of payloads: put each on a line of its own (jq -c '.[]' FILE) and use --ndjson",
        "1 payload: 1 not identified",
    ]


def busy(folder: Path, jobs: str) -> subprocess.Popen[bytes]:
    """Start the command on what takes it a while, in a process group of its own, and wait for its first line."""
    with open(folder / "a.ndjson", "wb") as file:
        file.writelines([b"[]\n", *[b"%s\n" % json.dumps(FAIL).encode() * 10_000] * 100])
    process = subprocess.Popen(
        [*COMMAND, "--jobs", jobs, "a.ndjson"],
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b"a.ndjson:1: error:")
    return process


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_keyboard_interrupt_ends_it_quietly(tmp_path: Path, jobs: str) -> None:
    process = busy(tmp_path, jobs)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 130


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_command(tmp_path: Path, number: signal.Signals) -> None:
    process = busy(tmp_path, "2")
    process.send_signal(number)
    # The pipe reaches its end only when everybody who could write to it has gone.
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == -number


def test_a_document_that_is_taken_for_a_stream_is_said_to_be_one(
    vodhooks: Run, tmp_path: Path
) -> None:
    text = json.dumps(SLICE, indent=2)
    (tmp_path / "pretty.json").write_text(text)
    done = vodhooks("validate", "--ndjson", "pretty.json")
    hints = [line for line in done.stdout.splitlines() if line.startswith("  hint: ")]
    assert done.returncode == 1
    assert done.stdout.splitlines()[:2] == ["pretty.json:1:2: error: ends too early", hints[0]]
    assert hints == [
        (
            "  hint: the payload goes on in the next line: in NDJSON each is in one line;"
            " leave --ndjson out, and name the file .json, or have `jq -c .` join the lines"
        )
    ]
    assert vodhooks("validate", "-m", "ucloud.umedia.slice", "pretty.json").returncode == 0
