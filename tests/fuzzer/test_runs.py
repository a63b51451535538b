"""A whole run against small receivers that are each wrong in one way, or right in a way of their own."""

from __future__ import annotations

import asyncio
import json
import time
from itertools import count
from threading import Thread, Timer
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from starlette.responses import Response
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from tests.zoo.harness import served
from tests.zoo.keeper import ENVIRON, Keeper, Refusal
from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.checks import Expectation
from vodhooks.fuzzer.effects import from_url
from vodhooks.fuzzer.limits import TimeLimit
from vodhooks.fuzzer.profiles import ACKNOWLEDGES_ALL, Profile
from vodhooks.fuzzer.runs import run, select_cases
from vodhooks.vendor.endpoints import endpoints_at

if TYPE_CHECKING:
    from starlette.requests import Request

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.causes import FailureGroup
    from vodhooks.fuzzer.failures import CaseResult
    from vodhooks.fuzzer.runs import Campaign

SLICE = "ucloud.umedia.slice"
PROFILE = Profile(timeout=10.0, patience=10.0)
SECONDS = 120.0
"""How long a run may take that is not about time."""


def campaign_at(
    url: str,
    *folders: str,
    profile: Profile = PROFILE,
    seconds: float = SECONDS,
    count: bool = False,
    **more: Any,
) -> Campaign:
    """Run the cases of one channel in these folders, or with these names."""
    endpoints = endpoints_at(url, [SLICE], ENVIRON, profile.paths)
    names = [f"{SLICE}/{name}" for name in folders]
    wanted = select_cases(endpoints, names, profile)
    effects = from_url(f"{url}/stored") if count else None
    more.setdefault("limit", TimeLimit(seconds))
    return run(url, endpoints, profile, wanted=wanted, effects=effects, **more)


def names_of(campaign: Campaign) -> list[str]:
    return [group.name for group in campaign.groups]


def repeated(url: str, group: FailureGroup, **more: Any) -> list[str]:
    """Return the causes that a cause's own line finds."""
    found = group.failures[0]
    assert found.again is None
    case = found.result.case
    endpoints = endpoints_at(url, [SLICE], ENVIRON)
    names = [case.argument or case.name]
    return names_of(run(url, endpoints, PROFILE, names=names, limit=TimeLimit(SECONDS), **more))


class FallsOver(Keeper):
    """Stops listening for good when it sees an empty string."""

    def __init__(self) -> None:
        super().__init__()
        self.is_down = False

    async def receive(self, request: Request, channel: Channel) -> Response:
        if self.is_down:
            return Response(status_code=503)
        return await super().receive(request, channel)

    def decode(self, body: bytes) -> Any:
        payload = super().decode(body)
        if isinstance(payload, dict) and payload.get("src_url") == "":
            self.is_down = True
            raise Refusal(500)
        return payload


def test_a_dead_receiver_is_one_cause_and_the_end() -> None:
    with served(FallsOver().app) as url:
        campaign = campaign_at(url, "contract/")
    assert names_of(campaign) == ["crashes: run/gone"]
    (found,) = campaign.groups[0].failures
    assert found.result.case.place == "/src_url"
    assert "gone since this case" in found.observed
    assert "a valid delivery is answered 503" in found.observed
    assert campaign.stopped.startswith("the receiver is gone since ")
    assert len(campaign.cases) < len(campaign_cases(url, "contract/"))


class RunsOutOfConnections(Keeper):
    """Fails on what breaks the contract, loses a connection to its store each time, and has a hundred of them."""

    left = 100

    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        if not self.left:
            raise Refusal(500)
        try:
            return super().identify(body, payload, channel)
        except Refusal:
            self.left -= 1
            raise Refusal(500) from None


def test_a_receiver_that_runs_out_of_something_ends_the_run_and_has_few_causes() -> None:
    with served(RunsOutOfConnections().app) as url:
        campaign = campaign_at(url, "contract/", "syntax/", "header/", "token/")
    assert "crashes: run/gone" in names_of(campaign)
    assert len(campaign.groups) <= 3
    assert campaign.stopped.startswith("the receiver is gone since ")


def campaign_cases(url: str, *folders: str) -> list[str]:
    endpoints = endpoints_at(url, [SLICE], ENVIRON)
    names = [f"{SLICE}/{name}" for name in folders]
    return [case.name for case in select_cases(endpoints, names, PROFILE)]


class HasAPoolOfFour(Keeper):
    """Fails where more than four deliveries are under way."""

    busy = 0

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        self.busy += 1
        try:
            await asyncio.sleep(0.01)
            if self.busy > 4:
                raise Refusal(500)
            await super().keep(key, body, payload)
        finally:
            self.busy -= 1


def test_failing_under_load_only_is_one_cause() -> None:
    with served(HasAPoolOfFour().app) as url:
        campaign = campaign_at(url, "contract/", "header/", "syntax/")
        assert names_of(campaign) == ["fails: run/under-load"]
        (group,) = campaign.groups
        assert group.failures[0].confirmed
        assert group.failures[0].result.case.name.endswith("@under-load")
        assert repeated(url, group) == ["fails: run/under-load"]


class ForgetsWhereRequestsEnd(asyncio.Protocol):
    """Answers the first request on a connection well, and takes the next for nothing that it knows."""

    transport: asyncio.Transport
    connections: ClassVar[list[asyncio.Transport]] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.connections.append(transport)
        self.data = b""
        self.requests = 0

    def data_received(self, data: bytes) -> None:
        self.data += data
        head, found, body = self.data.partition(b"\r\n\r\n")
        lengths = [
            int(line.partition(b":")[2])
            for line in head.lower().split(b"\r\n")
            if line.startswith(b"content-length:")
        ]
        if not found or len(body) < sum(lengths):
            return
        self.data = b""
        self.requests += 1
        status = 400 if self.requests > 1 or not is_json(body) else 200
        self.transport.write(f"HTTP/1.1 {status} x\r\ncontent-length: 0\r\n\r\n".encode())


def is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except ValueError:
        return False
    return True


@pytest.fixture
def forgetful() -> Any:
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(
        loop.create_server(ForgetsWhereRequestsEnd, "127.0.0.1", 0, backlog=256)
    )

    thread = Thread(target=loop.run_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        loop.call_soon_threadsafe(server.close)
        for connection in ForgetsWhereRequestsEnd.connections:
            loop.call_soon_threadsafe(connection.abort)
        loop.call_soon_threadsafe(loop.call_soon, loop.stop)
        thread.join(SECONDS)
        loop.close()


def test_failing_behind_others_only_is_one_cause(
    forgetful: str,
) -> None:
    accepting = Profile(expected={"contract/": Expectation.SURVIVE}, timeout=10.0)
    campaign = campaign_at(forgetful, "contract/", "header/usual/", profile=accepting)
    assert names_of(campaign) == ["refuses the valid: run/reused-connection"]
    (group,) = campaign.groups
    assert group.failures[0].confirmed
    assert repeated(forgetful, group) == ["refuses the valid: run/reused-connection"]


class IsMoody(Keeper):
    """Fails on the first delivery of each event, and takes it then."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = count(1)

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if next(self.numbers) % 5 == 0:
            raise Refusal(500)
        await super().keep(key, body, payload)


def test_failing_now_and_then_is_one_cause() -> None:
    with served(IsMoody().app) as url:
        campaign = campaign_at(
            url, "repeat/once", "repeat/same", "repeat/rewritten", "repeat/other-body"
        )
    assert set(names_of(campaign)) <= {
        "fails: run/sometimes",
        *(f"fails: repeat/{name}" for name in ("once", "same", "rewritten", "other-body")),
    }
    assert "fails: run/sometimes" in names_of(campaign)


class AlwaysSlow(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        await asyncio.sleep(0.4)
        await super().keep(key, body, payload)


def test_slowness_throughout_is_one_cause() -> None:
    with served(AlwaysSlow().app) as url:
        campaign = campaign_at(url, "", profile=Profile(slow=0.2, timeout=10.0, patience=10.0))
    assert names_of(campaign) == ["slow: contract/sample"]
    assert len(campaign.cases) < 20
    assert any("cases left out" in note for note in campaign.left_out)


class StoresLater(Keeper):
    """Answers, and stores 20 ms afterwards."""

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        del payload
        loop = asyncio.get_running_loop()
        loop.call_later(0.02, lambda: self.events.setdefault(key, []).append(body))


def test_storing_a_little_after_the_answer_is_right() -> None:
    with served(StoresLater().app) as url:
        campaign = campaign_at(url, "repeat/", count=True)
    assert names_of(campaign) == []
    assert all(result_counted for result_counted in campaign.cases)


class StoresCopiesLater(Keeper):
    """Stores every copy, 20 ms after the answer."""

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        del payload
        loop = asyncio.get_running_loop()
        copy = (key, time.monotonic_ns())
        loop.call_later(0.02, lambda: self.events.setdefault(copy, []).append(body))


def test_storing_twice_after_the_answer_is_found() -> None:
    with served(StoresCopiesLater().app) as url:
        campaign = campaign_at(url, "repeat/once", "repeat/same", count=True)
    assert names_of(campaign) == ["stores an event twice: repeat/same"]


def test_counts_can_be_relaxed_and_unneeded_is_said() -> None:
    names = ("repeat/once", "repeat/same")
    relaxed = Profile(
        expected=dict.fromkeys(("repeat/same", "repeat/once"), Expectation.SURVIVE), timeout=10.0
    )
    with served(StoresCopiesLater().app) as url:
        campaign = campaign_at(url, *names, count=True, profile=relaxed)
    assert names_of(campaign) == []
    assert campaign.unneeded == ("repeat/once",)


class AcknowledgesAll(Keeper):
    async def receive(self, request: Request, channel: Channel) -> Response:
        del channel
        await request.body()
        return Response(status_code=200)


def test_acknowledging_all_is_one_cause() -> None:
    with served(AcknowledgesAll().app) as url:
        endpoints = endpoints_at(url, [SLICE], ENVIRON)
        found = run(url, endpoints, PROFILE)
        assert names_of(found) == ["lets strangers in: run/acknowledges-all"]
        assert found.failing
        accepted = Profile(skipped=frozenset({ACKNOWLEDGES_ALL}), timeout=10.0)
        campaign = campaign_at(url, "syntax/", "contract/", "token/", profile=accepted)
    assert names_of(campaign) == []
    assert len(campaign.cases) > 100


def test_skipped_checks_are_not_tried() -> None:
    skipping = Profile(skipped=frozenset({"contract/long", "header/"}))
    endpoints = endpoints_at("http://127.0.0.1:9", [SLICE], ENVIRON)
    checks = {case.check.name for case in select_cases(endpoints, (), skipping)}
    assert "contract/long" not in checks
    assert not [name for name in checks if name.startswith("header/")]
    assert "contract/text" in checks


def test_what_waits_is_tried_on_one_channel_only() -> None:
    channels = [SLICE, "ucloud.umedia.porn"]
    endpoints = endpoints_at("http://127.0.0.1:9", channels, ENVIRON)
    waiting = [case.name for case in select_cases(endpoints, (), PROFILE) if case.check.waits]
    assert waiting == [
        f"{SLICE}/socket/{name}"
        for name in ("silent", "stalled-headers", "endless-headers", "stalled-body", "endless-body")
    ]
    one = "ucloud.umedia.porn/socket/silent"
    assert [case.name for case in select_cases(endpoints, [one], PROFILE)] == [one]


class WaitsForEver(Keeper):
    patience = 3_600.0


def test_waiting_for_ever_is_advice_unless_named() -> None:
    name = "socket/stalled-body"
    with served(WaitsForEver().app) as url:
        noted = campaign_at(url, name, profile=Profile(patience=1.0))
        named = campaign_at(
            url, name, profile=Profile(patience=1.0, expected={name: Expectation.SURVIVE})
        )
    assert (names_of(noted), noted.failing) == ([f"slow: {name}"], ())
    assert [group.name for group in named.failing] == [f"slow: {name}"]


def test_the_time_limit_keeps_what_was_found() -> None:
    class Crashes(Keeper):
        async def receive(self, request: Request, channel: Channel) -> Response:
            if "x-unknown" in request.headers:
                return Response(status_code=500)
            return await super().receive(request, channel)

    with served(Crashes().app, HttpToolsProtocol) as url:
        start = time.monotonic()
        campaign = campaign_at(
            url,
            "header/odd/latin-1",
            "socket/silent",
            profile=Profile(patience=600.0),
            seconds=15.0,
        )
    assert time.monotonic() - start < SECONDS
    assert names_of(campaign) == ["fails: header/odd"]
    assert campaign.left_out[-1] == f"{SLICE}: 1 case left out: the time limit of 15 s"


class Hangs(Keeper):
    """Answers nothing with a header that it does not know."""

    async def receive(self, request: Request, channel: Channel) -> Response:
        if "x-unknown" in request.headers:
            await asyncio.sleep(3_600)
        return await super().receive(request, channel)


def test_a_run_ends_at_once_when_asked_to() -> None:
    limit = TimeLimit()
    seen: list[str] = []

    class Asking:
        def begin(self, cases: int) -> None:
            seen.append(str(cases))

        def done(self, result: CaseResult) -> None:
            seen.append(result.case.name)

    with served(Hangs().app) as url:
        Timer(3.0, limit.ask, ["interrupted"]).start()
        campaign = campaign_at(
            url,
            "contract/sample/",
            "header/odd/language",
            "header/odd/latin-1",
            profile=Profile(timeout=600.0),
            limit=limit,
            observer=Asking(),
        )
    assert campaign.stopped == "interrupted"
    assert len(seen) - 1 == int(seen[0]) - 1  # all but the one that hangs
    assert names_of(campaign) == []


def test_failing_to_count_does_not_end_the_run() -> None:
    keeper = Keeper()

    def effects() -> int:
        if len(keeper.events) > 2:  # what is delivered to see whether all is well, and once
            raise FuzzingError("http://x/ does not say how many events are stored: 500")
        return len(keeper.events)

    with served(keeper.app) as url:
        endpoints = endpoints_at(url, [SLICE], ENVIRON)
        names = [f"{SLICE}/repeat/{name}" for name in ("once", "same", "rewritten")]
        campaign = run(url, endpoints, PROFILE, names=names, effects=effects)
    assert len(campaign.cases) == 3
    assert campaign.stopped == (
        "http://x/ does not say how many events are stored: 500; "
        f"from {SLICE}/repeat/same on nothing was counted"
    )


class WantsAPause(Keeper):
    """Fails on a header that it does not know, and wants a pause for good from then on."""

    is_tired = False

    async def receive(self, request: Request, channel: Channel) -> Response:
        if self.is_tired:
            return Response(status_code=429, headers={"retry-after": "0"})
        if "x-unknown" in request.headers:
            self.is_tired = True
            return Response(status_code=500)
        return await super().receive(request, channel)


def test_wanting_a_pause_is_neither_death_nor_recovery() -> None:
    with served(WantsAPause().app) as url:
        campaign = campaign_at(url, "header/odd/latin-1", rate=1_000.0)
    assert names_of(campaign) == ["fails: header/odd"]
    assert campaign.stopped == ""
