"""Hooks for schemathesis, to sign what it makes, and a check that goes by the contract.

For its own command line:

    export VODHOOKS_POLYV_SECRETS=mySecretKey SCHEMATHESIS_HOOKS=vodhooks.fuzzer.schemathesis.hooks
    schemathesis run openapi.json --url http://127.0.0.1:8000 --checks keeps_contract

Secrets and tokens are read from the variables that the receiver reads. Payloads are signed when they are sent, but for the members
of a signature that break the contract: those are sent as they are. `keeps_contract` fails where a receiver does not accept what
the contract allows, accepts what it does not, or answers with an error of its own.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson
import schemathesis

from vodhooks.catalogue import catalogue
from vodhooks.decoding import decode
from vodhooks.errors import NotJson
from vodhooks.fuzzer.attacks.cases import Case
from vodhooks.fuzzer.checks import CHECKS
from vodhooks.fuzzer.failures import CaseResult, failure
from vodhooks.fuzzer.profiles import Profile
from vodhooks.fuzzer.schemathesis.verdicts import check_of, prepared, signed_payload
from vodhooks.vendor.connections import Answer
from vodhooks.vendor.endpoints import endpoints_at
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.pointers import JsonValue
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["before_call", "keeps_contract"]


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """Sign the body of a case, and add the token to its query."""
    del context, kwargs
    endpoint = _endpoints().get(case.operation.path)
    if endpoint is None:
        return
    if endpoint.token is not None:
        case.query = {**case.query, "token": endpoint.token}
    payload = _payload(case)
    if isinstance(payload, dict):
        case.body = signed_payload(endpoint, prepared(endpoint.channel.name, payload))


@schemathesis.check
def keeps_contract(context: Any, response: Any, case: Any) -> None:
    """Fail where the answer is not what the contract expects of one.

    Raises:
        AssertionError: it is not.
    """
    del context
    endpoint = _endpoints().get(case.operation.path)
    payload = _payload(case)
    if endpoint is None or payload is _NO_JSON:
        return
    made = prepared(endpoint.channel.name, payload)
    name = check_of(endpoint, made)
    if name is None:
        return
    check = CHECKS[name]
    batch = RequestBatch(())
    case = Case(f"{endpoint.channel.name}/{name}", check, endpoint.channel.name, lambda _: batch)
    answer = Answer(response.status_code, response.elapsed)
    found = failure(CaseResult(case, batch, (answer,)), Profile())
    if found is not None:
        raise AssertionError(f"{found.severity}: {check.title}: {found.observed}. {check.reason}")


_NO_JSON = object()


def _payload(case: Any) -> Any:
    """Return the payload of a case, or `_NO_JSON` where there is none, or what is no JSON."""
    if case.method.upper() != "POST" or case.media_type != "application/json":
        return _NO_JSON
    try:
        payload: JsonValue = decode(orjson.dumps(case.body))
    except (TypeError, NotJson):
        return _NO_JSON
    return payload


@cache
def _endpoints() -> Mapping[str, Endpoint]:
    """Return the endpoints by path; to whom they belong is for schemathesis to know."""
    endpoints = endpoints_at("http://receiver.test", catalogue().channels, os.environ)
    return {endpoint.channel.path: endpoint for endpoint in endpoints.values()}
