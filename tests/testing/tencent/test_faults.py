"""What goes wrong on demand, as the vendor's own SDK meets it."""

from __future__ import annotations

import json
import time
from email.utils import parsedate_to_datetime
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import requests
from tencentcloud.common.exception import TencentCloudSDKException
from tencentcloud.vod.v20180717.models import PullEventsRequest

from vodhooks.testing.tencent import Behaviour, Fault, Queue, at_random, in_turn, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.tencent_sdk import Sdk
    from vodhooks.testing.tencent import Record, StandIn

EVENT = {"EventType": "NewFileUpload"}
SDK = TencentCloudSDKException


SCRIPT: list[tuple[str, Fault]] = []
"""What goes wrong with the next call of an action."""


def scripted(action: str) -> Fault | None:
    return SCRIPT.pop()[1] if SCRIPT and SCRIPT[-1][0] == action else None


@pytest.fixture(scope="module")
def faulty() -> Iterator[StandIn]:
    """Run one stand-in for all the faults; the last event in its history is the only one that may be pulled."""
    with serve(Queue(lambda: 0.0), Behaviour(hang_seconds=0.0, faults=scripted)) as stand_in:
        yield stand_in


@pytest.fixture
def event(faulty: StandIn) -> Iterator[Callable[[], Record]]:
    """Put an event, and return a function that tells what has happened to it."""
    faulty.queue.put(EVENT)
    yield lambda: faulty.queue.history()[-1]
    faulty.queue.pull()


def filled() -> Queue:
    queue = Queue(lambda: 0.0)
    queue.put(EVENT)
    return queue


def met(client: Any, action: str, parameters: dict[str, Any]) -> tuple[type[Exception], str]:
    """Return what a call raises, and its code where the SDK gives one."""
    with pytest.raises((SDK, ValueError, OSError)) as caught:
        client.call_json(action, parameters)
    return caught.type, str(caught.value.get_code()) if isinstance(caught.value, SDK) else ""


class Failure(NamedTuple):
    fault: Fault
    kind: type[Exception]
    code: str
    effects: int


FAILURES = [
    Failure(Fault.THROTTLED, SDK, "RequestLimitExceeded", 0),
    Failure(Fault.INTERNAL_ERROR, SDK, "InternalError", 0),
    Failure(Fault.CLOCK, SDK, "AuthFailure.SignatureExpire", 0),
    Failure(Fault.SERVER_ERROR, SDK, "ServerNetworkError", 0),
    Failure(Fault.BAD_GATEWAY, SDK, "ServerNetworkError", 0),
    Failure(Fault.LOST_REQUEST, SDK, "ClientNetworkError", 0),
    Failure(Fault.LOST_ANSWER, SDK, "ClientNetworkError", 1),
    Failure(Fault.TRUNCATED, requests.exceptions.ChunkedEncodingError, "", 1),
    Failure(Fault.BROKEN_JSON, json.JSONDecodeError, "", 1),
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.fault)
def test_a_failed_pull_may_hand_out_events(
    sdk: Sdk, faulty: StandIn, event: Callable[[], Record], failure: Failure
) -> None:
    client = sdk(faulty.endpoint)
    SCRIPT.append(("PullEvents", failure.fault))
    assert met(client, "PullEvents", {}) == (failure.kind, failure.code)
    assert len(event().pulled_at) == failure.effects
    # The next call is good again; events of a lost answer are hidden until their 30 seconds are over.
    if failure.effects:
        assert met(client, "PullEvents", {}) == (SDK, "ResourceNotFound")
    else:
        assert len(client.call_json("PullEvents", {})["Response"]["EventSet"]) == 1


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.fault)
def test_a_confirmation_fails_and_counts_or_not(
    sdk: Sdk, faulty: StandIn, event: Callable[[], Record], failure: Failure
) -> None:
    client = sdk(faulty.endpoint)
    [pulled] = client.call_json("PullEvents", {})["Response"]["EventSet"]
    handles = {"EventHandles": [pulled["EventHandle"]]}
    SCRIPT.append(("ConfirmEvents", failure.fault))
    assert met(client, "ConfirmEvents", handles) == (failure.kind, failure.code)
    assert (event().confirmed_at is not None) == failure.effects
    if failure.effects:
        assert met(client, "ConfirmEvents", handles) == (SDK, "InvalidParameterValue")
    else:
        client.call_json("ConfirmEvents", handles)
        assert event().confirmed_at is not None


@pytest.mark.parametrize("fault", [fault for fault, *_ in FAILURES])
@pytest.mark.usefixtures("event")
def test_typed_sdk_calls_make_one_exception_of_all(sdk: Sdk, faulty: StandIn, fault: Fault) -> None:
    SCRIPT.append(("PullEvents", fault))
    with pytest.raises(SDK):
        sdk(faulty.endpoint).PullEvents(PullEventsRequest())


def test_an_error_of_another_type_is_a_result(sdk: Sdk) -> None:
    faults = in_turn([Fault.CONTENT_TYPE, Fault.CONTENT_TYPE])
    with serve(filled(), Behaviour(hang_seconds=0.0, faults=faults)) as stand_in:
        client = sdk(stand_in.endpoint)
        assert client.call_json("PullEvents", {})["Response"].keys() == {"EventSet", "RequestId"}
        assert client.call_json("PullEvents", {})["Response"]["Error"]["Code"] == "ResourceNotFound"


def test_a_slow_answer_is_late_and_otherwise_good(sdk: Sdk) -> None:
    waited: list[float] = []

    async def pause(seconds: float) -> None:
        waited.append(seconds)

    behaviour = Behaviour(slow_seconds=60.0, pause=pause, faults=in_turn([Fault.SLOW]))
    with serve(filled(), behaviour) as stand_in:
        assert len(sdk(stand_in.endpoint).call_json("PullEvents", {})["Response"]["EventSet"]) == 1
    assert waited == [60.0]


def test_a_clock_error_shows_in_the_date_header(sdk: Sdk) -> None:
    with serve(filled(), Behaviour(clock=lambda: now, faults=in_turn([Fault.CLOCK]))) as stand_in:
        now = time.time()
        client = sdk(stand_in.endpoint)
        dates: list[str] = []
        client.request.conn._session.hooks["response"].append(  # noqa: SLF001 # the SDK shows no headers
            lambda response, **_: dates.append(response.headers["date"])
        )
        met(client, "PullEvents", {})
        client.call_json("PullEvents", {})
    assert [parsedate_to_datetime(date).timestamp() - int(now) for date in dates] == [3600, 0]


@pytest.mark.parametrize(
    ("fault", "title"),
    [(Fault.SERVER_ERROR, "500 Internal"), (Fault.BAD_GATEWAY, "502 Bad Gateway")],
)
def test_errors_of_the_server_are_pages_of_html(
    sdk: Sdk, faulty: StandIn, fault: Fault, title: str
) -> None:
    SCRIPT.append(("PullEvents", fault))
    with pytest.raises(SDK) as caught:
        sdk(faulty.endpoint).call_json("PullEvents", {})
    assert f"<title>{title}" in str(caught.value.get_message())


def test_a_seed_gives_the_same_faults_at_its_rate() -> None:
    chances = {Fault.THROTTLED: 0.25, Fault.TRUNCATED: 0.125}
    first, second, other = (at_random(chances, Random(seed)) for seed in (1, 1, 2))  # noqa: S311 # to be repeated
    drawn = [first("PullEvents") for _ in range(4000)]
    assert drawn == [second("ConfirmEvents") for _ in range(4000)]
    assert drawn != [other("PullEvents") for _ in range(4000)]
    assert drawn.count(Fault.THROTTLED) / 4000 == pytest.approx(0.25, abs=0.05)
    assert drawn.count(Fault.TRUNCATED) / 4000 == pytest.approx(0.125, abs=0.05)
    assert drawn.count(None) / 4000 == pytest.approx(0.625, abs=0.05)


@pytest.mark.parametrize(
    "chances", [{Fault.SLOW: 0.6, Fault.CLOCK: 0.5}, {Fault.SLOW: -0.1}, {Fault.SLOW: float("nan")}]
)
def test_chances_are_probabilities(chances: dict[Fault, float]) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        at_random(chances, Random(0))  # noqa: S311 # to be repeated


def test_a_script_may_be_for_one_action_alone() -> None:
    faults = in_turn([None, Fault.SLOW], "ConfirmEvents")
    called = ["ConfirmEvents", "PullEvents", "ConfirmEvents", "ConfirmEvents"]
    assert [faults(action) for action in called] == [None, None, Fault.SLOW, None]
