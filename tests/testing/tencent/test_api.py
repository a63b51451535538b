"""The stand-in's API, called by the vendor's own SDK over a socket."""

from __future__ import annotations

import asyncio
import json
import time
from email.utils import parsedate_to_datetime
from functools import partial
from http.client import HTTPConnection
from itertools import count
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tencentcloud.common.exception import TencentCloudSDKException
from tencentcloud.vod.v20180717.models import ConfirmEventsRequest, PullEventsRequest

from vodhooks.testing.tencent import SECRET_ID, SECRET_KEY, Behaviour, Empty, Queue, serve
from vodhooks.testing.tencent.api import Api
from vodhooks.testing.tencent.requests import SignedRequest, signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.tencent_sdk import Sdk
    from vodhooks.testing.tencent import StandIn

EVENT = {
    "EventType": "NewFileUpload",
    "FileUploadEvent": {"FileId": "1", "MediaBasicInfo": None, "ProcedureTaskId": "任务"},
}
AT_ONCE = Behaviour(hang_seconds=0.0)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Wall:
    ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


WALL = Wall()


@pytest.fixture(scope="module")
def closed() -> Iterator[StandIn]:
    """Run one stand-in for all the calls that get nothing from it."""
    with serve(filled(), Behaviour(clock=WALL)) as stand_in:
        yield stand_in
    assert stand_in.queue.history()[0].pulled_at == ()


def filled(size: int = 1, **options: Any) -> Queue:
    queue = Queue(**{"clock": Clock(), **options})
    for number in range(size):
        queue.put({**EVENT, "Number": number})
    return queue


def pull(client: Any) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = client.call_json("PullEvents", {})["Response"]["EventSet"]
    return events


def confirm(client: Any, events: list[dict[str, Any]]) -> dict[str, Any]:
    handles = [event["EventHandle"] for event in events]
    response: dict[str, Any] = client.call_json("ConfirmEvents", {"EventHandles": handles})[
        "Response"
    ]
    return response


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(TencentCloudSDKException) as caught:
        call()
    return str(caught.value.get_code())


def test_events_are_pulled_and_confirmed(sdk: Sdk) -> None:
    with serve(filled(2)) as stand_in:
        client = sdk(stand_in.endpoint)
        events = pull(client)
        assert [{**event, "EventHandle": None} for event in events] == [
            {**EVENT, "Number": 0, "EventHandle": None},
            {**EVENT, "Number": 1, "EventHandle": None},
        ]
        assert confirm(client, events).keys() == {"RequestId"}
    assert [record.confirmed_at for record in stand_in.queue.history()] == [0.0, 0.0]


def test_the_sdks_typed_calls_work_as_well(sdk: Sdk) -> None:
    queue = Queue(Clock())
    queue.put(EVENT)
    with serve(queue) as stand_in:
        client = sdk(stand_in.endpoint)
        request = PullEventsRequest()
        request.ExtInfo, request.SubAppId = "reserved", 1500000000
        [event] = client.PullEvents(request).EventSet
        assert (event.EventType, event.FileUploadEvent.FileId) == ("NewFileUpload", "1")
        request = ConfirmEventsRequest()
        request.EventHandles = [event.EventHandle]
        assert client.ConfirmEvents(request).RequestId
        assert stand_in.queue.history()[0].confirmed_at == 0.0


def test_a_request_with_an_unsigned_body_is_accepted(sdk: Sdk) -> None:
    with serve(filled()) as stand_in:
        client = sdk(stand_in.endpoint)
        client.profile.unsignedPayload = True
        assert len(pull(client)) == 1


@pytest.mark.parametrize(
    ("credentials", "ahead", "service", "code"),
    [
        ((SECRET_ID, "another key"), 0, "vod", "AuthFailure.SignatureFailure"),
        (("another id", SECRET_KEY), 0, "vod", "AuthFailure.InvalidAuthorization"),
        (("another-id", SECRET_KEY), 0, "vod", "AuthFailure.SecretIdNotFound"),
        ((SECRET_ID, SECRET_KEY), 400, "vod", "AuthFailure.SignatureExpire"),
        ((SECRET_ID, SECRET_KEY), -400, "vod", "AuthFailure.SignatureExpire"),
        ((SECRET_ID, SECRET_KEY), 0, "cvm", "AuthFailure.SignatureFailure"),
    ],
)
def test_a_request_without_a_right_signature_fails(
    *,
    sdk: Sdk,
    closed: StandIn,
    monkeypatch: pytest.MonkeyPatch,
    credentials: tuple[str, str],
    ahead: float,
    service: str,
    code: str,
) -> None:
    monkeypatch.setattr(WALL, "ahead", ahead)
    client = sdk(closed.endpoint, *credentials)
    client._service = service  # noqa: SLF001 # the SDK has no other way
    assert refusal(partial(pull, client)) == code


def test_credentials_can_be_given(sdk: Sdk) -> None:
    with serve(filled(), Behaviour(secrets={"mine": "my key"})) as stand_in:
        assert refusal(partial(pull, sdk(stand_in.endpoint))) == "AuthFailure.SecretIdNotFound"
        assert len(pull(sdk(stand_in.endpoint, "mine", "my key"))) == 1


def test_one_call_pulls_16_events(sdk: Sdk) -> None:
    with serve(filled(20)) as stand_in:
        client = sdk(stand_in.endpoint)
        assert [len(pull(client)), len(pull(client))] == [16, 4]


def test_an_event_confirmed_too_late_has_a_new_handle(sdk: Sdk) -> None:
    clock = Clock()
    with serve(filled(2, clock=clock), AT_ONCE) as stand_in:
        client = sdk(stand_in.endpoint)
        first = pull(client)
        confirm(client, first[:1])
        clock.now = 29.0
        assert refusal(partial(pull, client)) == "ResourceNotFound"
        clock.now = 30.0
        assert refusal(partial(confirm, client, first[1:])) == "InvalidParameterValue"
        [again] = pull(client)
        assert (again["Number"], again["EventHandle"] == first[1]["EventHandle"]) == (1, False)
        # The good of two counts, although the call is refused.
        assert refusal(partial(confirm, client, [first[1], again])) == "InvalidParameterValue"
        assert [record.confirmed_at for record in stand_in.queue.history()] == [0.0, 30.0]


@pytest.mark.parametrize(("empty", "event_set"), [(Empty.NULL, None), (Empty.LIST, [])])
def test_an_empty_queue_can_look_like_a_result(sdk: Sdk, empty: Empty, event_set: object) -> None:
    with serve(Queue(Clock()), Behaviour(hang_seconds=0.0, empty=empty)) as stand_in:
        response = sdk(stand_in.endpoint).call_json("PullEvents", {})["Response"]
        assert response == {"EventSet": event_set, "RequestId": response["RequestId"]}


def test_an_empty_queue_is_an_error_after_5_seconds(sdk: Sdk) -> None:
    waited: list[float] = []

    async def pause(seconds: float) -> None:
        waited.append(seconds)

    with serve(Queue(Clock()), Behaviour(pause=pause)) as stand_in:
        with pytest.raises(TencentCloudSDKException) as caught:
            pull(sdk(stand_in.endpoint))
        assert (caught.value.get_code(), caught.value.get_message()) == (
            "ResourceNotFound",
            "no event",
        )
    assert sum(waited) == pytest.approx(5.0)


def test_a_call_that_waits_is_answered_by_an_event(sdk: Sdk) -> None:
    queue = Queue(Clock())
    looks = count(1)

    async def pause(_: float) -> None:
        if next(looks) == 3:
            queue.put(EVENT)

    with serve(queue, Behaviour(pause=pause)) as stand_in:
        assert len(pull(sdk(stand_in.endpoint))) == 1
    assert next(looks) == 4


def test_a_call_that_waits_is_answered_at_the_end(sdk: Sdk) -> None:
    hangs = Event()
    codes: list[str] = []

    async def pause(_: float) -> None:
        hangs.set()
        await asyncio.sleep(0)

    with serve(Queue(Clock()), Behaviour(hang_seconds=1e6, pause=pause)) as stand_in:
        hanging = Thread(
            target=lambda: codes.append(refusal(partial(pull, sdk(stand_in.endpoint))))
        )
        hanging.start()
        hangs.wait(10)
    hanging.join()
    assert codes == ["ResourceNotFound"]


@pytest.mark.parametrize(
    ("action", "parameters", "code"),
    [
        ("PullEvents", {"Limit": 16}, "UnknownParameter"),
        ("PullEvents", {"EventHandles": ["a"]}, "UnknownParameter"),
        ("PullEvents", {"SubAppId": "1"}, "InvalidParameter"),
        ("PullEvents", {"SubAppId": True}, "InvalidParameter"),
        ("PullEvents", {"SubAppId": None}, "InvalidParameter"),
        ("PullEvents", {"ExtInfo": 1}, "InvalidParameter"),
        ("PullEvents", [], "InvalidParameter"),
        ("ConfirmEvents", {}, "MissingParameter"),
        ("ConfirmEvents", {"EventHandles": "a"}, "InvalidParameter"),
        ("ConfirmEvents", {"EventHandles": [1]}, "InvalidParameter"),
        ("ConfirmEvents", {"EventHandles": []}, "InvalidParameterValue"),
        ("ConfirmEvents", {"EventHandles": ["a"] * 17}, "InvalidParameterValue"),
        ("ConfirmEvents", {"EventHandles": ["a"]}, "InvalidParameterValue"),
        ("DescribeMediaInfos", {}, "InvalidAction"),
    ],
)
def test_parameters_are_those_of_the_vendor(
    sdk: Sdk, closed: StandIn, action: str, parameters: object, code: str
) -> None:
    assert refusal(partial(sdk(closed.endpoint).call_json, action, parameters)) == code


def test_another_version_of_the_api_is_unknown(sdk: Sdk, closed: StandIn) -> None:
    client = sdk(closed.endpoint)
    client._apiVersion = "2024-07-18"  # noqa: SLF001 # the SDK has no other way
    assert refusal(partial(pull, client)) == "NoSuchVersion"


def answered(
    endpoint: str, body: bytes, method: str = "POST", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Sign a request by hand, which the SDK would not make, and return its answer."""
    moment = time.time()
    day = time.strftime("%Y-%m-%d", time.gmtime(moment))
    sent = {
        "host": endpoint,
        "content-type": "application/json",
        "x-tc-timestamp": str(int(moment)),
    }
    sent |= {"x-tc-action": "PullEvents", "x-tc-version": "2018-07-17"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    names = ["content-type", "host"]
    sign = signature(
        SignedRequest(method, "/", "", sent, body), SECRET_KEY, "vod", sent["x-tc-timestamp"], names
    )
    scope = f"Credential={SECRET_ID}/{day}/vod/tc3_request, SignedHeaders={';'.join(names)}"
    connection = HTTPConnection(endpoint, timeout=10)
    try:
        connection.request(
            method,
            "/",
            body,
            {**sent, "authorization": f"TC3-HMAC-SHA256 {scope}, Signature={sign}"},
        )
        response = connection.getresponse()
        return (
            response.status,
            {name.lower(): value for name, value in response.getheaders()},
            response.read(),
        )
    finally:
        connection.close()


def test_content_type_and_date_are_as_the_sdk_wants() -> None:
    moment = time.time() + 100
    with serve(filled(), Behaviour(clock=lambda: moment)) as stand_in:
        for body in (b"{}", b"[]"):
            status, headers, _ = answered(stand_in.endpoint, body)
            assert (status, headers["content-type"]) == (200, "application/json")
            assert parsedate_to_datetime(headers["date"]).timestamp() == int(moment)


@pytest.mark.parametrize(
    ("body", "headers", "code"),
    [
        (b"", {}, "InvalidParameter"),
        (b"{", {}, "InvalidParameter"),
        (b'{"ExtInfo": "1", "ExtInfo": "2"}', {}, "InvalidParameter"),
        (b'{"SubAppId": NaN}', {}, "InvalidParameter"),
        (b'{"ExtInfo": "\xff"}', {}, "InvalidParameter"),
        (b"[" * 100_000, {}, "InvalidParameter"),
        (b" " * (10 * 2**20 + 1), {}, "RequestSizeLimitExceeded"),
        (b"{}", {"content_type": "application/x-www-form-urlencoded"}, "UnsupportedProtocol"),
    ],
)
def test_a_body_no_sdk_would_send_is_refused(
    closed: StandIn, body: bytes, headers: dict[str, str], code: str
) -> None:
    status, _, content = answered(closed.endpoint, body, **headers)
    assert (status, json.loads(content)["Response"]["Error"]["Code"]) == (200, code)


def test_a_charset_of_the_request_does_no_harm() -> None:
    with serve(filled()) as stand_in:
        _, _, content = answered(
            stand_in.endpoint, b"{}", content_type="application/json; charset=utf-8"
        )
        assert len(json.loads(content)["Response"]["EventSet"]) == 1


def test_only_posts_are_calls(closed: StandIn) -> None:
    assert answered(closed.endpoint, b"", method="GET")[0] == 405


def test_a_confirmation_the_hook_refuses_is_none(sdk: Sdk) -> None:
    def object_to(event: dict[str, Any]) -> None:
        raise LookupError(event["Number"])

    with serve(filled(on_confirm=object_to)) as stand_in:
        client = sdk(stand_in.endpoint)
        assert refusal(partial(confirm, client, pull(client))) == "ServerNetworkError"
    assert stand_in.queue.history()[0].confirmed_at is None


def test_several_clients_share_out_the_events(sdk: Sdk) -> None:
    with serve(filled(320), AT_ONCE) as stand_in:

        def work(client: Any) -> None:
            for _ in range(5):
                confirm(client, pull(client))

        threads = [Thread(target=work, args=(sdk(stand_in.endpoint),)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [
        (len(record.pulled_at), record.confirmed_at) for record in stand_in.queue.history()
    ] == [(1, 0.0)] * 320


def test_each_call_is_told_in_a_line(sdk: Sdk) -> None:
    lines: list[str] = []
    with serve(filled(2), Behaviour(hang_seconds=0.0, observe=lines.append)) as stand_in:
        client = sdk(stand_in.endpoint)
        confirm(client, pull(client))
        refusal(partial(pull, client))
        refusal(partial(pull, sdk(stand_in.endpoint, secret_key="wrong")))
    assert lines == [
        "PullEvents: 2 events",
        "ConfirmEvents: 2 handles",
        "PullEvents: ResourceNotFound",
        "refused: AuthFailure.SignatureFailure",
    ]


def at_the_desk(
    queue: Queue, method: str, client: str = "127.0.0.1", **sent: Any
) -> httpx.Response:
    """Ask for /events from some address."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(Api(queue, AT_ONCE).application, client=(client, 1))
        async with httpx.AsyncClient(transport=transport) as asking:
            return await asking.request(method, "http://stand-in/events", **sent)

    return asyncio.run(ask())


def test_people_put_events_and_see_their_state() -> None:
    queue = filled()
    queue.confirm([handle for handle, _ in queue.pull()])
    put = at_the_desk(queue, "POST", json={"EventType": "Another"})
    assert put.json() == {"events": 2, "pulled": 1, "confirmed": 1}
    assert [event for _, event in queue.pull()] == [{"EventType": "Another"}]
    assert at_the_desk(queue, "GET").json() == {"events": 2, "pulled": 2, "confirmed": 1}


@pytest.mark.parametrize(
    ("content", "content_type", "client", "status"),
    [
        (b"{}", "application/json", "192.0.2.1", 403),
        (b"{}", "text/plain", "127.0.0.1", 415),
        (b"{", "application/json", "::1", 400),
        (b"[]", "application/json", "127.0.0.1", 400),
        (b" " * (2**20 + 1), "application/json", "127.0.0.1", 413),
    ],
)
def test_only_events_of_this_machine_can_be_put(
    content: bytes, content_type: str, client: str, status: int
) -> None:
    queue = Queue(Clock())
    assert (
        at_the_desk(
            queue, "POST", client, content=content, headers={"content-type": content_type}
        ).status_code
        == status
    )
    assert queue.history() == ()
