"""The reference of the fuzzer's checks: what is tried, what is expected, and why."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from markup import code, plain, table

from vodhooks.fuzzer.checks import CHECKS
from vodhooks.fuzzer.mutations import ALIASES
from vodhooks.translations import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vodhooks.translations import Language

__all__ = ["pages"]

_HEAD = ("check", "what is sent", "expected", "otherwise it", "why")


def pages(_root: Path, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the page of all checks, in a language."""
    yield "reference/checks.md", "\n".join(_page(language))


def _page(language: Language) -> Iterator[str]:
    say = partial(translate, language=language)
    yield f"# {say('Checks')}\n"
    tried = say(
        "What {} tries. A case is called `CHANNEL/CHECK/DETAIL`; `vodhooks fuzz URL --list` shows them all. What a check "
        "expects, and how bad it is where a receiver answers otherwise. Nothing fails for what is noted, unless a profile "
        "names the check:"
    )
    noted = f" ({say('noted')})"
    yield tried.format("[`vodhooks fuzz`](../fuzzing.md)") + "\n"
    for folder, checks in groupby(CHECKS.values(), lambda check: check.folder):
        yield f"## {folder.rstrip('/')}\n"
        rows = [
            (
                code(check.name),
                plain(say(check.title)),
                f"{check.expectation}{noted if check.advisory else ''}",
                say(check.severity),
                plain(say(check.reason)),
            )
            for check in checks
        ]
        yield table([*map(say, _HEAD)], rows)
    yield f"## {say('Short names')}\n"
    yield say(
        "`vodhooks send MESSAGE --mutate NAME` sends a case by its name without the channel's, or by a short name. A short "
        "name stands for the first case of the message that fits."
    )
    yield ""
    yield table(
        [say("name"), say("case")],
        [(code(alias), code(pattern)) for alias, pattern in ALIASES.items()],
    )
