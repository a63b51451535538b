"""Turns a decision into an HTTP answer: a status, and problem details (RFC 9457) for a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Literal

import orjson

from vodhooks.catalogue import channel as channel_of
from vodhooks.receiver.decide import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.receiver.decide import Decision

Refusal = Literal[400, 401, 404, 405, 408, 413, 415, 422, 429, 431, 503]
"""The statuses of problem details. openapi.yaml describes each except 404, which no callback URL answers."""

PROBLEM = "application/problem+json"
RETRY_SECONDS = 5
SHOWN_VIOLATIONS = 10

_STATUS: dict[Outcome, Refusal] = {
    Outcome.QUARANTINED: 422,
    Outcome.NOT_JSON: 400,
    Outcome.NOT_AUTHENTIC: 401,
    Outcome.WRONG_MEDIA_TYPE: 415,
}


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An HTTP answer.

    Attributes:
        status: the status code.
        body: the body, empty for success.
        headers: headers beside Content-Length.
    """

    status: int
    body: bytes
    headers: Mapping[str, str]


def answer(decision: Decision) -> HttpAnswer:
    """Return the answer to a decision; for what is kept, once it is durable."""
    status = _STATUS.get(decision.outcome)
    if status is None:
        return _success(decision.channel)
    violations = decision.report.violations[:SHOWN_VIOLATIONS] if decision.report else ()
    shown = [
        {"pointer": v.instance_pointer, "keyword": v.keyword, "message": v.message}
        for v in violations
    ]
    return problem(status, decision.reason, violations=shown)


@cache
def _success(channel: str) -> HttpAnswer:
    return HttpAnswer(channel_of(channel).delivery.success[0], b"", {})


def problem(
    status: Refusal, detail: str, violations: list[dict[str, str]] | None = None
) -> HttpAnswer:
    """Return problem details; `detail` and `violations` must hold no payload value and no secret."""
    members: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if violations:
        members["violations"] = violations
    headers = {"content-type": PROBLEM}
    if status == 503:
        headers["retry-after"] = str(RETRY_SECONDS)
    return HttpAnswer(status, orjson.dumps(members), headers)
