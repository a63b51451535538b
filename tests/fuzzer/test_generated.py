from __future__ import annotations

import re
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from tests.support.served import CLOSED, serving
from vodhooks.errors import ChannelNotFound, FuzzingError
from vodhooks.fuzzer.causes import group_failures
from vodhooks.fuzzer.checks import Expectation, Severity
from vodhooks.fuzzer.execution import run_case
from vodhooks.fuzzer.failures import failure
from vodhooks.fuzzer.profiles import Profile
from vodhooks.fuzzer.schemathesis.generated import case_of, generated, is_generated
from vodhooks.receiver.decide import AuthPolicy, Delivery, decide
from vodhooks.vendor.endpoints import endpoints_at
from vodhooks.vendor.requests import RequestBatch
from vodhooks.vendor.transports import Transport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from vodhooks.fuzzer.causes import FailureGroup
    from vodhooks.fuzzer.execution import Verdict
    from vodhooks.fuzzer.failures import Failure
    from vodhooks.pointers import JsonValue
    from vodhooks.vendor.endpoints import Endpoint

OUTLINE = "polyv.video_outline"
REVIEW = "tencent.vod"
SLICE = "ucloud.umedia.slice"
SETTINGS = {**CLOSED, "VODHOOKS_TENCENT_SIGN_KEYS": "SignKey1"}
PATIENCE = 20.0
SECONDS = 60.0
"""How long the layer may take before it is cut off: the receivers here are fast, and few channels are attacked."""


def endpoints(url: str, *names: str) -> dict[str, Endpoint]:
    return endpoints_at(url, names, SETTINGS)


def try_at(url: str, *names: str, profile: Profile | None = None) -> list[Verdict]:
    with Transport(url, PATIENCE) as transport:
        cases = generated(
            endpoints(url, *names),
            transport,
            profile or Profile(),
            seconds=SECONDS,
            seed=1,
            examples=20,
        )
        return list(cases)


def try_again(url: str, name: str) -> Failure | None:
    with Transport(url, PATIENCE) as transport:
        return failure(
            run_case(case_of(name), transport, endpoints(url, SLICE)[SLICE], Profile()), Profile()
        )


def groups_in(verdicts: list[Verdict]) -> list[FailureGroup]:
    return group_failures(
        [found for _, found in verdicts if found], [result.case for result, _ in verdicts]
    )


@contextmanager
def receiving(name: str, answer: Callable[[JsonValue], int | None]) -> Iterator[str]:
    """Run a receiver that does on one channel what the contract says, unless a status is given for the payload."""
    signer = endpoints_at("http://receiver", [name], SETTINGS)[name].signer
    policy = AuthPolicy(signer) if signer else AuthPolicy.open()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            kept = decide(
                Delivery(name, body, "application/json"), policy, time.time()
            ).outcome in {"accepted", "unknown"}
            self.send_response(answer(orjson.loads(body)) or (200 if kept else 422))
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # as the standard library calls it
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def leaves(value: Any) -> Iterator[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    yield value
    for item in inner:
        yield from leaves(item)


def test_the_reference_receiver_gets_nothing_wrong(tmp_path: Path) -> None:
    with serving(tmp_path, SETTINGS) as served:
        results = try_at(f"http://127.0.0.1:{served.port}", OUTLINE, REVIEW, SLICE)
    assert groups_in(results) == []
    tries = {(result.case.channel, result.case.check.name) for result, _ in results}
    assert tries == {
        (OUTLINE, "generated/valid"),
        (OUTLINE, "generated/invalid"),
        (OUTLINE, "generated/unsigned"),
        (REVIEW, "generated/valid"),
        (REVIEW, "generated/invalid"),
        (REVIEW, "generated/unsigned"),
        (SLICE, "generated/valid"),
        (SLICE, "generated/invalid"),
    }
    assert len(results) > 500


def test_accepting_nothing_is_found() -> None:
    with receiving(SLICE, lambda _: 401) as url:
        (cause,) = groups_in(try_at(url, SLICE))
    assert (cause.name, [check.name for check in cause.also]) == (
        "refuses the valid: generated/none-accepted",
        ["generated/valid"],
    )
    assert cause.failures[0].observed == "answered 401; only 200 is success to the vendor"


def test_accepting_nothing_is_found_if_valid_may_fail() -> None:
    profile = Profile(expected={"generated/valid": Expectation.SURVIVE})
    with receiving(SLICE, lambda _: 401) as url:
        (cause,) = groups_in(try_at(url, SLICE, profile=profile))
    assert cause.name == "refuses the valid: generated/none-accepted"


def test_a_crash_has_its_smallest_payload_and_name() -> None:
    with receiving(
        SLICE,
        lambda payload: 500 if min(filter(is_number, leaves(payload)), default=0) < -7.5 else None,
    ) as url:
        crashes = {
            cause.check.name: cause
            for cause in groups_in(try_at(url, SLICE))
            if cause.severity is Severity.FAILS
        }
        name = crashes["generated/valid"].failures[0].result.case.argument
        found = try_again(url, name)
    assert found is not None
    assert found.observed == "answered 500"
    assert isinstance(found.result.attack, RequestBatch)
    assert len(orjson.loads(found.result.attack.requests[0].body)) <= 3
    with receiving(SLICE, lambda _: None) as url:
        assert try_again(url, name) is None


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def test_checking_nothing_is_found_once_for_each_rule() -> None:
    with receiving(OUTLINE, lambda _: 200) as url:
        found = {cause.severity: cause for cause in groups_in(try_at(url, OUTLINE))}
    assert {severity: cause.check.name for severity, cause in found.items()} == {
        Severity.LETS_IN: "generated/unsigned",
        Severity.ACCEPTS: "generated/invalid",
    }
    names = [item.result.case.name for cause in found.values() for item in cause.failures]
    assert len(names) == len(set(names))
    assert 20 < len(names) < 80


def test_a_case_without_time_does_not_pass() -> None:
    nowhere = endpoints("http://127.0.0.1:9", SLICE)
    notes: list[str] = []
    with Transport("http://127.0.0.1:9", PATIENCE) as transport:
        made = generated(nowhere, transport, Profile(), seconds=0.0, seed=1, notes=notes)
        assert list(made) == []
    assert notes == [f"{SLICE}: no valid payload was generated in time; allow more seconds"]


def test_a_case_is_made_again_from_its_payload() -> None:
    name = f'{SLICE}/generated/invalid/{{"retcode":0}}'
    case = case_of(name)
    assert (case.argument, case.channel, case.check.name) == (name, SLICE, "generated/invalid")
    assert re.fullmatch(rf"{SLICE}/generated/invalid/[0-9a-f]{{8}}", case.name)
    assert case.place == "/task_id"
    attack = case.attack(endpoints("http://receiver", SLICE)[SLICE])
    assert isinstance(attack, RequestBatch)
    assert attack.requests[0].body == b'{"retcode":0}'


def test_a_case_is_signed_when_it_is_sent() -> None:
    name = f'{OUTLINE}/generated/unsigned/{{"taskId":1,"sign":"none","timestamp":1700000000000}}'
    endpoint = endpoints("http://receiver", OUTLINE)[OUTLINE]
    before = int(time.time() * 1000)
    attack = case_of(name).attack(endpoint)
    assert isinstance(attack, RequestBatch)
    payload = orjson.loads(attack.requests[0].body)
    assert (payload["taskId"], payload["sign"]) == (1, "none")
    assert before <= payload["timestamp"] <= time.time() * 1000


@pytest.mark.parametrize(
    "name",
    [
        f"{SLICE}/generated/invalid",
        f"{SLICE}/generated/invalid/",
        f"{SLICE}/generated/invalid/!",
        f"{SLICE}/generated/invalid/eyJ9",
        f"{SLICE}/generated/other/{{}}",
        f"{SLICE}/contract/type/{{}}",
        SLICE,
    ],
)
def test_a_name_that_holds_no_case_is_an_error(name: str) -> None:
    with pytest.raises(FuzzingError, match="no generated case is called"):
        case_of(name)


def test_a_channel_that_is_none_is_an_error() -> None:
    with pytest.raises(ChannelNotFound):
        case_of("unknown/generated/invalid/{}")


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        (f'{SLICE}/generated/invalid/{{"a":"/"}}', True),
        (f"{SLICE}/contract/sample/0", False),
        ("generated/invalid/{}", False),
        (SLICE, False),
    ],
)
def test_generated_cases_are_told_by_their_names(name: str, is_one: bool) -> None:  # noqa: FBT001 # a case
    assert is_generated(name) is is_one
