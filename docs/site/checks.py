"""The reference of the fuzzer's checks: what is tried, what is expected, and why."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markup import code, plain, table

from vodhooks.fuzzer.checks import CHECKS
from vodhooks.fuzzer.mutations import ALIASES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["pages"]

_HEAD = ("check", "what is sent", "expected", "otherwise it", "why")


def pages(_root: Path) -> Iterator[tuple[str, str]]:
    """Yield the page of all checks."""
    yield "reference/checks.md", "\n".join(_page())


def _page() -> Iterator[str]:
    yield "# Checks\n"
    yield "What [`vodhooks fuzz`](../fuzzing.md) tries. A case is called `CHANNEL/CHECK/DETAIL`; `vodhooks fuzz URL --list`"
    yield "shows them all. What a check expects, and how bad it is where a receiver answers otherwise. Nothing fails for what"
    yield "is noted, unless a profile names the check:\n"
    for folder, checks in groupby(CHECKS.values(), lambda check: check.folder):
        yield f"## {folder.rstrip('/')}\n"
        rows = [
            (
                code(check.name),
                plain(check.title),
                f"{check.expectation}{' (noted)' if check.advisory else ''}",
                check.severity,
                plain(check.reason),
            )
            for check in checks
        ]
        yield table(_HEAD, rows)
    yield "## Short names\n"
    yield "`vodhooks send MESSAGE --mutate NAME` sends a case by its name without the channel's, or by a short name. A short"
    yield "name stands for the first case of the message that fits.\n"
    yield table(
        ("name", "case"), [(code(alias), code(pattern)) for alias, pattern in ALIASES.items()]
    )
