"""Inputs are cut at line ends into parts of bounded size, and come back whole."""

from __future__ import annotations

import math
import os
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vodhooks.batch.parts import (
    MAX_BODY,
    PART,
    Part,
    Source,
    Span,
    Unreadable,
    expand,
    load,
    most_parts,
    parts_of,
)

if TYPE_CHECKING:
    from pathlib import Path

LINES = st.lists(st.integers(0, PART // 2).map(lambda size: b"x" * size), max_size=12)


def through_pipe(content: bytes) -> list[Part]:
    """Return the parts of what a pipe gives."""
    reading, writing = os.pipe()

    def write() -> None:
        with open(writing, "wb") as file:
            file.write(content)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        return list(parts_of(Source(f"/dev/fd/{reading}", streams=True)))
    finally:
        os.close(reading)
        writer.join()


def bodies(parts: list[Part]) -> list[bytes]:
    """Return the bytes of a stream's parts but the one that ends it."""
    *rest, end = parts
    assert (end.ends, end.body) == (True, b"")
    assert not any(part.ends for part in rest)
    loaded = [load(part.body) for part in rest]
    return [body for body in loaded if isinstance(body, bytes)]


@pytest.mark.parametrize(
    ("name", "ndjson", "streams"),
    [
        ("a.ndjson", False, True),
        ("a.jsonl", False, True),
        ("A.NDJSON", False, True),
        ("a.json", False, False),
        ("ndjson", False, False),
        ("-", False, False),
        ("a.json", True, True),
        ("-", True, True),
    ],
)
def test_a_suffix_or_the_caller_makes_a_stream(name: str, *, ndjson: bool, streams: bool) -> None:
    assert Source.of(name, ndjson=ndjson) == Source(name, streams)


@settings(max_examples=25, deadline=None)
@given(lines=LINES, ends=st.booleans())
def test_the_parts_of_a_file_are_the_file(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], *, ends: bool
) -> None:
    path = tmp_path_factory.mktemp("parts") / "a.ndjson"
    content = b"\n".join(lines) + b"\n" * ends
    path.write_bytes(content)
    found = bodies(list(parts_of(Source.of(str(path)))))
    assert b"".join(found) == content
    assert all(body.endswith(b"\n") for body in found[:-1])
    assert all(len(body) <= PART + PART // 2 + 1 for body in found)


@settings(max_examples=25, deadline=None)
@given(lines=LINES, ends=st.booleans())
def test_the_parts_of_a_pipe_are_what_it_gave(lines: list[bytes], *, ends: bool) -> None:
    content = b"\n".join(lines) + b"\n" * ends
    found = bodies(through_pipe(content))
    assert b"".join(found) == content
    assert all(body.endswith(b"\n") for body in found[:-1])


@pytest.mark.parametrize("end", [b"\n[]\n", b"\n", b""])
def test_a_line_beyond_the_bound_is_cut_off(tmp_path: Path, end: bytes) -> None:
    content = b"[]\n" + b"x" * (2 * MAX_BODY) + end
    path = tmp_path / "long.ndjson"
    path.write_bytes(content)
    for found in (bodies(list(parts_of(Source.of(str(path))))), bodies(through_pipe(content))):
        lines = [line for body in found for line in body.split(b"\n") if line]
        assert [len(line) > MAX_BODY for line in lines] == [
            False,
            True,
            *[False] * end.count(b"[]"),
        ]
        assert max(map(len, found)) <= PART + MAX_BODY + 1


def test_a_line_as_long_as_the_bound_is_whole(tmp_path: Path) -> None:
    content = b"x" * MAX_BODY + b"\n[]\n"
    path = tmp_path / "long.ndjson"
    path.write_bytes(content)
    assert b"".join(bodies(list(parts_of(Source.of(str(path)))))) == content
    assert b"".join(bodies(through_pipe(content))) == content


def test_a_document_is_read_no_further_than_the_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"x" * (2 * MAX_BODY))
    (part,) = parts_of(Source.of(str(path)))
    body = load(part.body)
    assert isinstance(body, bytes)
    assert len(body) == MAX_BODY + 1


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.json", "No such file or directory"),
        (".", "Is a directory"),
        ("a.json/b.json", "Not a directory"),
    ],
)
def test_what_the_environment_objects_to_is_a_part(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "a.json").touch()
    source = Source.of(str(tmp_path / name))
    assert list(parts_of(source)) == [Part(source, Unreadable(reason))]


def test_a_file_that_vanishes_is_unreadable(tmp_path: Path) -> None:
    assert load(Span(str(tmp_path / "gone.json"), 0, 10)) == Unreadable("No such file or directory")


def test_a_file_that_has_no_size_is_read_all_the_same() -> None:
    assert b"VmHWM:" in b"".join(bodies(list(parts_of(Source("/proc/self/status", streams=True)))))


def test_a_file_whose_reading_fails_is_unreadable() -> None:
    (part,) = parts_of(Source.of("/proc/self/mem"))
    assert load(part.body) == Unreadable("Input/output error")


def test_a_pattern_stands_for_its_files_sorted(tmp_path: Path) -> None:
    for name in ("b.json", "a.json", "c.txt", "deep/er/d.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "folder.json").mkdir()
    assert expand(f"{tmp_path}/*.json") == [f"{tmp_path}/a.json", f"{tmp_path}/b.json"]
    assert expand(f"{tmp_path}/**/*.json") == [
        f"{tmp_path}/a.json",
        f"{tmp_path}/b.json",
        f"{tmp_path}/deep/er/d.json",
    ]


def test_a_file_named_like_a_pattern_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a[1].json").touch()
    (tmp_path / "a1.json").touch()
    assert expand(f"{tmp_path}/a[1].json") == [f"{tmp_path}/a[1].json"]


@pytest.mark.parametrize("name", ["-", "missing.json", "no*match.json"])
def test_what_matches_nothing_stands_for_itself(name: str) -> None:
    assert expand(name) == [name]


@given(lines=LINES)
@settings(max_examples=20, deadline=None)
def test_a_file_has_no_more_parts_than_its_size_says(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("parts") / "a.ndjson"
    path.write_bytes(b"\n".join(lines))
    source = Source.of(str(path))
    assert len(list(parts_of(source))) - 1 <= most_parts(source)


@pytest.mark.parametrize(
    ("source", "most"),
    [
        (Source("a.json", streams=False), 1),
        (Source("gone.ndjson", streams=True), 1),
        (Source("-", streams=False), 1),
        (Source("-", streams=True), math.inf),
        (Source("/dev/zero", streams=True), math.inf),
        (Source("/proc/self/status", streams=True), math.inf),
    ],
)
def test_a_stream_may_have_any_number_of_parts(source: Source, most: float) -> None:
    assert most_parts(source) == most
