"""Reads what a receiver answers, and finds what is none of the sender's business."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import orjson

from vodhooks.fuzzer.checks import CHECKS, Expectation
from vodhooks.fuzzer.confidential import secrets_in, signatures_in
from vodhooks.fuzzer.failures import Failure
from vodhooks.pointers import parse_pointer, places, pointer_of, resolve
from vodhooks.vendor.scripts import Script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.failures import CaseResult
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.pointers import JsonValue
    from vodhooks.vendor.connections import Answer
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["READ", "answer_failures", "sent"]

TELLING = 8
"""How many characters a value has at least that is not in an answer by chance."""

SHOWN = 200
"""How many characters of a value are looked for."""

READ = 200_000
"""How much of a delivery is looked for in its answer, in bytes."""

_TRACES = (
    r"Traceback \(most recent call last\)",
    r'File "[^"\n]+", line \d+',
    r"\bat [\w.$<>]+ ?\([^()\n]+:\d+(:\d+)?\)",  # Java and JavaScript
    r"\bat [\w.<>`]+\(.*\) in .+:line \d+",  # .NET
    r"\bgoroutine \d+ \[",
    r"[\w/.-]+\.rb:\d+:in ",
    r"\bin /[\w/.-]+\.php(:\d+| on line \d+)",
    r"\b(panicked at|Stack trace:|java\.lang\.\w+(Exception|Error))",
    r"\bSQLSTATE\[|\bORA-\d{5}\b|You have an error in your SQL syntax",
    r"\b(sqlite3|psycopg2?|pymysql|sqlalchemy|asyncpg)\.[\w.]*(Error|Exception|errors)\b",
    r"\bSequelize\w*Error\b|\bMongoServerError\b|\bDETAIL:  Key \(",
)
_TRACEBACK = re.compile("|".join(_TRACES))
_MARKUP = re.compile(r"</?[A-Za-z!][^<>\n]{0,40}>")
_PAGES = ("text/html", "application/xhtml+xml", "image/svg+xml", "text/xml", "application/xml")


def answer_failures(result: CaseResult, endpoint: Endpoint, profile: Profile) -> Iterator[Failure]:
    """Yield what the answers in a case give away, each kind of it once."""
    asked: str | None = None
    for name, find in _FINDERS.items():
        check = profile.expects(CHECKS[name])
        if check.expectation is not Expectation.KEEP_QUIET or profile.skips(check):
            continue
        for index, answer in enumerate(result.answers):
            if answer.status is None or not (answer.body or answer.headers):
                continue
            asked = sent(result, index) if asked is None or len(result.answers) > 1 else asked
            found = find(_said(answer), asked, endpoint, answer)
            if found:
                as_case = replace(result, case=replace(result.case, check=check))
                yield Failure(
                    check.severity, as_case, answer, f"answered {answer.status} with {found}"
                )
                break


def _said(answer: Answer) -> str:
    """Return the headers and the body of an answer as text."""
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers)
    return f"{headers}\n\n{answer.body.decode('utf-8', 'replace')}"


def sent(result: CaseResult, index: int) -> str:
    """Return the body of the request that an answer belongs to, or the bytes of a script."""
    attack = result.attack
    if isinstance(attack, Script):
        data = b"".join(step for step in attack.steps if isinstance(step, bytes))
    else:
        requests = attack.every_request
        data = requests[min(index, len(requests) - 1)].body
    return data[:READ].decode("utf-8", "replace")


def _secret(said: str, sent: str, endpoint: Endpoint, answer: Answer) -> str:
    del sent, answer
    found = any(secrets_in(said, (*endpoint.secrets, *endpoint.tokens)))
    return "a secret or a token in it" if found else ""


def _signature(said: str, sent: str, endpoint: Endpoint, answer: Answer) -> str:
    del answer
    right = {sign.lower() for sign in signatures_in(said, endpoint, sent)}
    # What was sent is long: it is searched only where there is something to compare.
    given = {sign.lower() for sign in signatures_in(sent, endpoint)} if right else set[str]()
    return "the signature in it that would have been right" if right - given else ""


def _traceback(said: str, sent: str, endpoint: Endpoint, answer: Answer) -> str:
    del sent, endpoint, answer
    found = _TRACEBACK.search(said)
    return f"what its code says to its owner: {found[0][:60]}" if found else ""


def _markup(said: str, sent: str, endpoint: Endpoint, answer: Answer) -> str:
    del endpoint
    kind = answer.header("content-type").lower()
    if kind and not kind.startswith(_PAGES):
        return ""
    found = next((mark for mark in _MARKUP.findall(sent) if mark in said), "")
    return f"markup that it was sent: {found}" if found else ""


def _payload(said: str, sent: str, endpoint: Endpoint, answer: Answer) -> str:
    if not answer.body:
        return ""
    try:
        payload = orjson.loads(sent)
    except orjson.JSONDecodeError:
        text = sent.strip()[: 3 * TELLING]
        return (
            "the beginning of the body in it" if len(text) == 3 * TELLING and text in said else ""
        )
    for place, value in _telling(payload, endpoint.channel):
        start = value[:SHOWN]
        if start in said or orjson.dumps(start).decode()[1:-1] in said:
            return f"the value at {pointer_of(place)} in it"
    return ""


def _telling(payload: JsonValue, channel: Channel) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the texts in a payload that are long enough to look for, without its kind."""
    kind = resolve(payload, parse_pointer(channel.discriminator or "/"))
    for place, value in places(payload):
        if isinstance(value, str) and len(value) >= TELLING and value != kind:
            yield place, value


_FINDERS: Mapping[str, Callable[[str, str, Endpoint, Answer], str]] = {
    "answer/secret": _secret,
    "answer/signature": _signature,
    "answer/traceback": _traceback,
    "answer/markup": _markup,
    "answer/payload": _payload,
}
"""By check, what returns in words what an answer gives away, or nothing."""
