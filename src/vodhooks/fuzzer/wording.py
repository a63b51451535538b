"""What was sent, in words and cut to what a person reads: long repetitions are counted, not shown."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import orjson

from vodhooks.fuzzer.answers import READ
from vodhooks.fuzzer.confidential import MASK, mask
from vodhooks.pointers import ABSENT, parse_pointer, resolve
from vodhooks.reports.escaping import printable
from vodhooks.vendor.requests import RequestBatch
from vodhooks.vendor.scripts import Ending, Script

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vodhooks.fuzzer.failures import Failure
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request
    from vodhooks.vendor.scripts import Step

__all__ = ["abridged", "change", "header_value", "request_text"]

SHOWN = 1_000
"""How many characters of a request's body are shown."""

VALUE_SHOWN = 60
"""How many characters of a value are shown in a sentence."""

_CONFIDENTIAL = frozenset({"authorization", "cookie", "x-token"})
"""Headers that may hold a token."""

_REPETITION = re.compile(rb"(.{1,16}?)\1{19,}", re.DOTALL)
"""Something short that comes twenty times or more."""

_WINDOW = 4 * SHOWN
"""In how many bytes a repetition is looked for at a time."""


def abridged(data: bytes, shown: int = SHOWN) -> str:
    """Return bytes as text: what is repeated once with its count, and of the rest the beginning."""
    parts: list[str] = []
    start = 0
    while start < len(data) and sum(map(len, parts)) < shown:
        found = _REPETITION.search(data, start, start + _WINDOW)
        plain = data[start : found.start() if found else start + _WINDOW]
        left = shown - sum(map(len, parts))
        text = plain.decode("utf-8", "backslashreplace")
        parts.append(text[:left])
        start += len(plain)
        if len(text) > left or found is None:
            continue
        unit = found[1]
        run = re.compile(rb"(?:%b)+" % re.escape(unit), re.DOTALL).match(data, start)
        size = len(run[0]) if run else len(found[0])
        once = unit.decode("utf-8", "backslashreplace")
        parts.append(f"{once}… ({size // len(unit):,} times)")
        start += size
    whole = "".join(parts)
    cut = start < len(data) or len(whole) > shown + VALUE_SHOWN
    return f"{whole} … ({len(data):,} bytes)" if cut else whole


def change(failure: Failure) -> str:
    """Return what was changed, and where: `/taskId of generate_fail is "7"`."""
    case = failure.result.case
    attack = failure.result.attack
    if case.place and isinstance(attack, RequestBatch) and len(attack.requests) == 1:
        try:
            payload: Any = orjson.loads(attack.requests[0].body)
        except orjson.JSONDecodeError:
            payload = None
        value = resolve(payload, parse_pointer(case.place))
        message = case.message.removeprefix(case.channel).lstrip(".")
        said = "missing" if value is ABSENT else abridged(orjson.dumps(value), VALUE_SHOWN)
        return f"{case.place}{f' of {message}' if message else ''} is {said}"
    detail = case.name.removeprefix(f"{case.channel}/{case.check.name}").strip("/")
    return f"{case.check.title}{f' ({detail})' if detail else ''}"


def index_of_answer(failure: Failure) -> int:
    """Return which answer gave a failure away, or the first."""
    answers = enumerate(failure.result.answers)
    return next((number for number, answer in answers if answer is failure.answer), 0)


def request_text(failure: Failure, endpoint: Endpoint | None = None, *, full: bool = False) -> str:
    """Return what was sent, the token left out: the request that was answered wrongly, or else the first, or a script's bytes.

    Args:
        failure: what was found.
        endpoint: where it was found; nothing that is confidential there is shown.
        full: whether nothing of it is cut.
    """
    attack = failure.result.attack
    if isinstance(attack, Script):
        return "\n".join(_steps(attack.steps, endpoint, full=full))
    index = index_of_answer(failure)
    requests = attack.every_request
    if not requests:
        return ""
    request, number = requests[min(index, len(requests) - 1)], len(requests)
    several = (
        ""
        if number == 1
        else f"# {'one' if attack.together else f'number {index + 1}'} of {number} deliveries\n"
    )
    head = (
        f"{request.method} {urlsplit(request.url).path}\n{_headers(request, endpoint, full=full)}"
    )
    return f"{several}{head}\n{_shown(request.body, endpoint, full=full)}"


def _headers(request: Request, endpoint: Endpoint | None, *, full: bool) -> str:
    return "".join(
        f"{printable(name)}: {header_value(name, value, endpoint, full=full)}\n"
        for name, value in request.headers.items()
    )


def header_value(
    name: str, value: str, endpoint: Endpoint | None = None, *, full: bool = True
) -> str:
    """Return a header's value as it may be shown: nothing of one that may hold a token."""
    if name in _CONFIDENTIAL or (endpoint is not None and name in endpoint.headers):
        return MASK
    return printable(value if full else abridged(value.encode()))


def _steps(steps: Sequence[Step], endpoint: Endpoint | None, *, full: bool) -> Iterator[str]:
    """Yield steps in words; a pair that comes again and again once, with its count."""
    # What is repeated begins behind an even or an odd number of steps.
    first = next(
        (n for n in (0, 1) if len(steps) > n + 4 and steps[n : n + 2] == steps[n + 2 : n + 4]), 0
    )
    yield from (_step(step, endpoint, full=full) for step in steps[:first])
    rest = steps[first:]
    for pair, several in groupby(
        tuple(rest[start : start + 2]) for start in range(0, len(rest), 2)
    ):
        count = len(list(several))
        if count > 2 and not full:
            yield f"# {count:,} times:"
            count = 1
        for _ in range(count):
            yield from (_step(step, endpoint, full=full) for step in pair)


def _step(step: Step, endpoint: Endpoint | None, *, full: bool) -> str:
    if isinstance(step, Ending):
        return f"# {step.value}"
    return (
        f"# {step:g} s later"
        if isinstance(step, (int, float))
        else _shown(step, endpoint, full=full)
    )


def _shown(body: bytes, endpoint: Endpoint | None, *, full: bool) -> str:
    whole = (
        body.decode("utf-8", "backslashreplace") if full or len(body) <= READ else abridged(body)
    )
    text = mask(whole, endpoint, body[:READ].decode("utf-8", "backslashreplace"))
    shown = text if full else abridged(text.encode())
    return "\n".join(map(printable, shown.replace("\r\n", "\n").split("\n")))
