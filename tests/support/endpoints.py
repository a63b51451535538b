"""Endpoints of a receiver that is never reached, and what a receiver with the same secrets decides on what is sent to it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import orjson

from vodhooks.catalogue import catalogue
from vodhooks.fuzzer.attacks import every_case
from vodhooks.receiver.decide import AuthPolicy, Decision, Delivery, decide
from vodhooks.signatures import scheme
from vodhooks.vendor.endpoints import Endpoint
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from typing import Any

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.requests import Request

SECRET = "mySecretKey"
TOKEN = "anUnguessable-Token"
MOMENT = 1_700_000_000.0
CHANNELS = tuple(catalogue().channels)
SIGNED = tuple(name for name, channel in catalogue().channels.items() if channel.signature)


def endpoint_at(channel: str, *, secret: bool = True, token: bool = True) -> Endpoint:
    """Return the endpoint of one channel of a receiver with all of them. Its time stands still."""
    numbers = count(1)
    endpoints: dict[str, Endpoint] = {}
    for name, entry in catalogue().channels.items():
        signer = scheme(entry.signature)(SECRET) if entry.signature and secret else None
        url = f"http://receiver.example{entry.path}"
        endpoints[name] = Endpoint(
            entry, url, lambda: MOMENT, numbers, signer, TOKEN if token else None, endpoints
        )
    return endpoints[channel]


def cases_of(endpoint: Endpoint) -> dict[str, Case]:
    return {case.name: case for case in every_case(endpoint)}


def requests_of(case: Case, endpoint: Endpoint) -> tuple[Request, ...]:
    """Return what a case sends over HTTP; nothing where it writes to sockets of its own."""
    attack = case.attack(endpoint)
    return attack.requests if isinstance(attack, RequestBatch) else ()


def body_of(endpoint: Endpoint, name: str) -> bytes:
    """Return the one body that a case sends, by its name without the channel's."""
    (request,) = requests_of(cases_of(endpoint)[f"{endpoint.channel.name}/{name}"], endpoint)
    return request.body


def payload_of(endpoint: Endpoint, name: str) -> Any:
    return orjson.loads(body_of(endpoint, name))


def decision_on(request: Request, endpoint: Endpoint) -> Decision:
    """Return what a receiver decides that has the endpoint's secrets and tokens."""
    url = urlsplit(request.url)
    asked = next(other for other in endpoint.others.values() if other.channel.path == url.path)
    query = dict(parse_qsl(url.query, keep_blank_values=True))
    delivery = Delivery(
        asked.channel.name, request.body, request.headers.get("content-type"), query.get("token")
    )
    is_open = asked.signer is None and asked.token is None
    policy = AuthPolicy.open() if is_open else AuthPolicy(asked.signer, asked.token or ())
    return decide(delivery, policy, asked.clock())
