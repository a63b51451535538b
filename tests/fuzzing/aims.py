"""Aims at a receiver that is never reached, and what a receiver with the same secrets decides on what is sent to it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import orjson

from vodhooks.catalogue import catalogue
from vodhooks.fuzzing.aiming import Aim
from vodhooks.fuzzing.attacks import every_case
from vodhooks.fuzzing.cases import Volley
from vodhooks.receiving.decide import AuthPolicy, Decision, Delivery, decide
from vodhooks.signing import scheme

if TYPE_CHECKING:
    from typing import Any

    from vodhooks.fuzzing.cases import Case
    from vodhooks.sending.requests import Request

SECRET = "mySecretKey"
TOKEN = "anUnguessable-Token"
MOMENT = 1_700_000_000.0
CHANNELS = tuple(catalogue().channels)
SIGNED = tuple(name for name, channel in catalogue().channels.items() if channel.signature)


def aim_at(channel: str, *, secret: bool = True, token: bool = True) -> Aim:
    """Return an aim at one channel of a receiver with all of them. Its time stands still."""
    numbers = count(1)
    aims: dict[str, Aim] = {}
    for name, entry in catalogue().channels.items():
        signer = scheme(entry.signature)(SECRET) if entry.signature and secret else None
        url = f"http://receiver.example{entry.path}"
        aims[name] = Aim(entry, url, lambda: MOMENT, numbers, signer, TOKEN if token else None, aims)
    return aims[channel]


def cases_of(aim: Aim) -> dict[str, Case]:
    return {case.name: case for case in every_case(aim)}


def requests_of(case: Case, aim: Aim) -> tuple[Request, ...]:
    """Return what a case sends over HTTP; nothing where it writes to sockets of its own."""
    attack = case.attack(aim)
    return attack.requests if isinstance(attack, Volley) else ()


def body_of(aim: Aim, name: str) -> bytes:
    """Return the one body that a case sends, by its name without the channel's."""
    (request,) = requests_of(cases_of(aim)[f"{aim.channel.name}/{name}"], aim)
    return request.body


def payload_of(aim: Aim, name: str) -> Any:
    return orjson.loads(body_of(aim, name))


def decision_on(request: Request, aim: Aim) -> Decision:
    """Return what a receiver decides that has the aim's secrets and tokens."""
    url = urlsplit(request.url)
    asked = next(other for other in aim.others.values() if other.channel.path == url.path)
    query = dict(parse_qsl(url.query, keep_blank_values=True))
    delivery = Delivery(asked.channel.name, request.body, request.headers.get("content-type"), query.get("token"))
    is_open = asked.signer is None and asked.token is None
    policy = AuthPolicy.open() if is_open else AuthPolicy(asked.signer, asked.token or ())
    return decide(delivery, policy, asked.clock())
