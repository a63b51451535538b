"""Clients that offer HTTP/2 in passing (h2c): what they deliver is kept."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.support.proxies import tool
from tests.support.served import OUTLINE, SECONDS, Served, outline, serving, unmended

COUNT = 3


@pytest.fixture
def bodies(tmp_path: Path) -> list[str]:
    """Write bodies of deliveries, the last in several packets."""
    files = [tmp_path / f"{number}.json" for number in range(COUNT)]
    for number, file in enumerate(files):
        file.write_bytes(
            outline(number, outlineInfo=[{"title": "x" * 100_000 * (number == COUNT - 1)}])
        )
    return [str(file) for file in files]


def said(*command: str) -> list[str]:
    done = subprocess.run(command, capture_output=True, timeout=6 * SECONDS, check=True, text=True)
    return done.stdout.split()


def url(served: Served) -> str:
    return f"http://127.0.0.1:{served.port}{OUTLINE}"


def with_curl(served: Served, body: str) -> list[str]:
    command = [tool("curl"), "--http2", "--silent", "--show-error", "--output", f"{body}.answer"]
    command += ["--write-out", "%{http_code}", "--header", "content-type: application/json"]
    return said(*command, "--data-binary", f"@{body}", url(served))


def with_jdk(served: Served, *bodies: str) -> list[str]:
    return said(tool("java"), str(Path(__file__).with_name("Deliver.java")), url(served), *bodies)


def test_curl_that_offers_http2_delivers(tmp_path: Path, bodies: list[str]) -> None:
    with serving(tmp_path) as served:
        assert [with_curl(served, body) for body in bodies] == [["200"]] * COUNT
        assert len(served.kept("id")) == COUNT


def test_the_jdk_client_delivers_with_its_defaults(tmp_path: Path, bodies: list[str]) -> None:
    with serving(tmp_path) as served:
        assert with_jdk(served, *bodies) == ["200"] * COUNT
        assert len(served.kept("id")) == COUNT


def test_neither_delivers_without_the_mending(tmp_path: Path, bodies: list[str]) -> None:
    with serving(tmp_path, unmended(tmp_path)) as served:
        assert with_curl(served, bodies[0]) == ["400"]
        assert with_jdk(served, bodies[0]) == ["400"]
        assert not served.kept("id")
