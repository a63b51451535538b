"""Keeps what was found: a file for each cause that plays its cases again, and what was said as an HTTP archive.

No secret, token or signature is in a file: a case is made again from its name, and signed when it is played.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

import vodhooks
from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.checks import Severity  # noqa: TC001 # pydantic reads it
from vodhooks.fuzzer.confidential import mask, mask_url
from vodhooks.fuzzer.failures import RANKS
from vodhooks.fuzzer.wording import change, header_value
from vodhooks.vendor.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from vodhooks.fuzzer.causes import FailureGroup
    from vodhooks.fuzzer.failures import Failure
    from vodhooks.vendor.connections import Answer
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = ["Outcome", "SavedCause", "Verdict", "causes_in", "known_causes", "save", "verdicts"]

KEPT = 5
"""How many cases of a cause are kept: the plainest ones."""


class Outcome(StrEnum):
    """What has become of a cause since it was saved."""

    FIXED = "fixed"
    """None of its cases fails any more."""
    STILL = "still"
    """It is as it was."""
    REGRESSED = "regressed"
    """It was fixed and is back, or does more harm than it did."""


class SavedCause(BaseModel):
    """A cause of failures as its file has it.

    Attributes:
        cause: its name.
        severity: how bad it was.
        cases: what `--case` takes to play its cases, the plainest first.
        change: what the first of them changes, and where.
        observed: what happened.
        fixed: whether it was found to be fixed.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)

    cause: str
    severity: Severity
    cases: Annotated[tuple[str, ...], Field(min_length=1)]
    change: str
    observed: str
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What has become of a saved cause.

    Attributes:
        file: its file.
        saved: the cause.
        outcome: what has become of it.
    """

    file: Path
    saved: SavedCause
    outcome: Outcome


def save(groups: Iterable[FailureGroup], folder: Path, endpoints: Mapping[str, Endpoint]) -> None:
    """Write two files for each cause: its cases as JSON, and what was said as an HTTP archive. A later run replaces them.

    Args:
        groups: the causes.
        folder: where the files go; it is made where it is not there.
        endpoints: where they were found, by channel; nothing that is confidential there is written.

    Raises:
        ModuleNotFoundError: harfile is not installed.
        OSError: they cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for group in groups:
        first = group.failures[0]
        saved = SavedCause(
            cause=group.name,
            severity=group.severity,
            cases=_cases(group.failures),
            change=change(first),
            observed=first.observed,
        )
        name = f"{group.check.name.replace('/', '-')}-{_digest(saved)}"
        _write(folder / f"{name}.json", saved)
        endpoint = endpoints[first.result.case.channel]
        _write_archive(folder / f"{name}.har", first, endpoint)


def causes_in(folder: Path) -> dict[Path, SavedCause]:
    """Return the causes that were saved in a folder, by file.

    Raises:
        FuzzingError: there is none, or a file is none.
        OSError: they cannot be read.
    """
    saved: dict[Path, SavedCause] = {}
    for file in sorted(folder.glob("*.json")):
        try:
            saved[file] = SavedCause.model_validate_json(file.read_bytes())
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            raise FuzzingError(f"{file}: is no saved cause: {first['msg']}") from None
    if not saved:
        raise FuzzingError(f"{folder}: no cause is saved there")
    return saved


def verdicts(saved: Mapping[Path, SavedCause], failures: Sequence[Failure]) -> list[Verdict]:
    """Return what has become of saved causes, and note in their files which are fixed."""
    found: dict[tuple[bool, str], Severity] = {}
    for failure in failures:
        case = failure.result.case
        for name in (case.argument or case.name, case.name):
            key = _is_of_answers(failure.check.name), name
            found[key] = min(found.get(key, failure.severity), failure.severity, key=_rank)
    outcomes: list[Verdict] = []
    for file, cause in saved.items():
        of_answers = _is_of_answers(cause.cause.rpartition(": ")[2])
        keys = [(of_answers, name) for name in cause.cases]
        severities = [found[key] for key in keys if key in found]
        worse = any(_rank(severity) < _rank(cause.severity) for severity in severities)
        if not severities:
            outcome = Outcome.FIXED
        else:
            outcome = Outcome.REGRESSED if cause.fixed or worse else Outcome.STILL
        outcomes.append(Verdict(file, cause, outcome))
        if cause.fixed is not (outcome is Outcome.FIXED):
            _write(file, cause.model_copy(update={"fixed": not cause.fixed}))
    return outcomes


def known_causes(report: Path) -> frozenset[str]:
    """Return the names of the causes in a report of an earlier run in JSON.

    Raises:
        FuzzingError: it is no such report.
        OSError: it cannot be read.
    """
    try:
        causes = json.loads(report.read_bytes())["causes"]
        return frozenset(
            f"{cause['harm']}: {name}"
            for cause in causes
            for name in (cause["family"], *cause["explains"])
        )
    except (ValueError, KeyError, TypeError):
        raise FuzzingError(f"{report}: is no report of vodhooks fuzz --format json") from None


def _is_of_answers(check: str) -> bool:
    """Whether a check reads the answers in other checks' cases, so that a case may fail twice."""
    return check.startswith("answer/")


def _cases(failures: Sequence[Failure]) -> tuple[str, ...]:
    """Return what plays the plainest cases of a cause again."""
    named: dict[str, None] = {}
    for failure in failures:
        case = failure.result.case
        named |= dict.fromkeys(failure.again or (case.argument or case.name,))
    return tuple(named)[:KEPT]


def _digest(saved: SavedCause) -> str:
    return sha256("\n".join((saved.cause, saved.cases[0])).encode()).hexdigest()[:8]


def _write(file: Path, saved: SavedCause) -> None:
    file.write_text(f"{saved.model_dump_json(indent=2)}\n", encoding="utf-8")


def _write_archive(file: Path, failure: Failure, endpoint: Endpoint) -> None:
    """Write what was said in a case as an HTTP archive. What is written byte for byte is no request, and only its answers are."""
    import harfile

    creator = harfile.Creator(name="vodhooks", version=vodhooks.__version__)
    with (
        file.open("w", encoding="utf-8") as stream,
        harfile.HarFile.open(stream, creator=creator, comment=failure.result.case.name) as archive,
    ):
        for request, answer in _exchanges(failure):
            milliseconds = 1000 * answer.seconds
            archive.add_entry(
                startedDateTime=datetime.now(UTC),
                time=milliseconds,
                request=_archived_request(harfile, request, failure, endpoint),
                response=_archived_response(harfile, answer, endpoint),
                timings=harfile.Timings(send=0, wait=milliseconds, receive=0),
                comment=answer.fault or "",
            )


def _exchanges(failure: Failure) -> Iterator[tuple[Request | None, Answer]]:
    attack = failure.result.attack
    requests = () if isinstance(attack, Script) else attack.every_request
    for number, answer in enumerate(failure.result.answers):
        yield (requests[number] if number < len(requests) else None), answer


def _archived_request(
    harfile: Any, request: Request | None, failure: Failure, endpoint: Endpoint
) -> Any:
    if request is None:
        return harfile.Request(
            method="POST",
            url="http://receiver.invalid/",
            httpVersion="HTTP/1.1",
            comment=f"written byte for byte: {failure.result.case.name}",
        )
    body = mask(request.body.decode("utf-8", "backslashreplace"), endpoint)
    return harfile.Request(
        method=request.method,
        url=mask_url(request.url),
        httpVersion="HTTP/1.1",
        headers=[
            harfile.Record(name=name, value=header_value(name, value, endpoint))
            for name, value in request.headers.items()
        ],
        postData=harfile.PostData(mimeType=request.headers.get("content-type", ""), text=body),
        bodySize=len(request.body),
    )


def _archived_response(harfile: Any, answer: Answer, endpoint: Endpoint) -> Any:
    text = mask(answer.body.decode("utf-8", "backslashreplace"), endpoint)
    return harfile.Response(
        status=answer.status or 0,
        statusText="",
        httpVersion="HTTP/1.1",
        content=harfile.Content(size=len(answer.body), text=text),
        bodySize=len(answer.body),
    )


def _rank(severity: Severity) -> int:
    return RANKS[severity]
