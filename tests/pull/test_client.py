"""The vendor's SDK behind one exception: what comes of every way in which a call goes."""

from __future__ import annotations

import socket
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from vodhooks.errors import PullingError
from vodhooks.pull import client as client_module
from vodhooks.pull.client import Client
from vodhooks.pull.replies import PulledEvent
from vodhooks.pull.settings import Credentials, Settings
from vodhooks.testing.tencent import (
    SECRET_ID,
    SECRET_KEY,
    Behaviour,
    Empty,
    Fault,
    Queue,
    in_turn,
    serve,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import StandIn
    from tests.support.pullers import Time, client_of, review
    from vodhooks.errors import PullingFault
else:
    from tests.support.pullers import Time, client_of, review

KINDS: dict[Fault, PullingFault] = {
    Fault.THROTTLED: "throttled",
    Fault.INTERNAL_ERROR: "unavailable",
    Fault.CLOCK: "clock",
    Fault.SERVER_ERROR: "unavailable",
    Fault.BAD_GATEWAY: "unavailable",
    Fault.LOST_REQUEST: "unavailable",
    Fault.LOST_ANSWER: "unavailable",
    Fault.TRUNCATED: "unavailable",
    Fault.BROKEN_JSON: "broken",
    Fault.SLOW_BYTES: "unavailable",
    Fault.HALF_SILENT: "unavailable",
    Fault.ENDLESS: "broken",
    Fault.GZIP_BOMB: "broken",
}
LONG = {Fault.SLOW_BYTES, Fault.HALF_SILENT}
"""What would be waited for if there were no limit."""
SECONDS = 60.0
HARMLESS = {Fault.SLOW, Fault.CONTENT_TYPE}


def failing(client: Client, handles: list[str] | None = None) -> PullingError:
    with closing(client), pytest.raises(PullingError) as failed:
        client.pull() if handles is None else client.confirm(handles)
    return failed.value


def test_a_confirmed_event_is_not_pulled_again() -> None:
    time = Time()
    queue = Queue(time)
    for number in range(17):
        queue.put(review(number))
    with (
        serve(queue, Behaviour(hang_seconds=0)) as stand_in,
        closing(client_of(stand_in.endpoint)) as client,
    ):
        first = client.pull()
        client.confirm([event.handle or "" for event in first])
        (last,) = client.pull()
        time.now = 40.0
        (again,) = client.pull()
    assert [orjson.loads(event.body) for event in (*first, last)] == [
        review(number) for number in range(17)
    ]
    assert again.body == last.body
    assert again.handle != last.handle


@pytest.mark.parametrize("empty", Empty)
@pytest.mark.parametrize("fault", [None, Fault.CONTENT_TYPE])
def test_an_empty_queue_is_no_failure(empty: Empty, fault: Fault | None) -> None:
    behaviour = Behaviour(empty=empty, hang_seconds=0, faults=in_turn([fault]))
    with (
        serve(Queue(Time()), behaviour) as stand_in,
        closing(client_of(stand_in.endpoint)) as client,
    ):
        assert client.pull() == ()


@pytest.mark.parametrize("fault", KINDS)
@pytest.mark.parametrize("action", ["PullEvents", "ConfirmEvents"])
def test_whatever_goes_wrong_is_one_exception(
    action: str, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = Queue(Time())
    queue.put(review())
    monkeypatch.setattr(client_module, "CALL_SECONDS", 2.0 if fault in LONG else SECONDS)
    with serve(queue, Behaviour(hang_seconds=0, faults=in_turn([fault], action))) as stand_in:
        client = client_of(stand_in.endpoint)
        error = failing(client, None if action == "PullEvents" else [client.pull()[0].handle or ""])
    assert error.kind == KINDS[fault]
    assert error.__cause__ is None
    assert error.__context__ is None or error.__suppress_context__


def test_every_fault_of_the_stand_in_is_accounted_for() -> None:
    assert KINDS.keys() | HARMLESS == set(Fault)


def test_an_unknown_handle_is_refused() -> None:
    with serve(Queue(Time())) as stand_in:
        error = failing(client_of(stand_in.endpoint), ["unknown"])
    assert (error.kind, error.code) == ("refused", "InvalidParameterValue")


def test_the_error_of_a_wrong_key_hides_it() -> None:
    with serve(Queue(Time())) as stand_in:
        error = failing(client_of(stand_in.endpoint, "not the key"))
    assert (
        str(error)
        == "the vendor's API does not take the credentials (AuthFailure.SignatureFailure)"
    )


def test_a_server_that_says_nothing_is_not_waited_for(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "CALL_SECONDS", 0.1)
    stand_in.answers = [stand_in.SILENCE]
    assert failing(client_of(stand_in.url.removeprefix("http://"))).kind == "unavailable"


def test_a_pull_that_the_vendor_holds_is_waited_for() -> None:
    assert client_module.CALL_SECONDS >= 10


def test_a_server_that_does_not_listen_is_unavailable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        endpoint = f"127.0.0.1:{taken.getsockname()[1]}"
    assert failing(client_of(endpoint)).kind == "unavailable"


@pytest.mark.parametrize(
    ("settings", "parameters"), [({}, {}), ({"sub_app_id": 7}, {"SubAppId": 7})]
)
def test_calls_say_what_the_settings_say(
    stand_in: StandIn, settings: dict[str, Any], parameters: dict[str, int]
) -> None:
    stand_in.content = b'{"Response": {"EventSet": null, "RequestId": "1"}}'
    with closing(
        client_of(stand_in.url.removeprefix("http://"), region="ap-guangzhou", **settings)
    ) as client:
        client.pull()
        client.confirm(["h"])
    assert [orjson.loads(body) for _, _, body in stand_in.posts] == [
        parameters,
        {**parameters, "EventHandles": ["h"]},
    ]
    assert [headers["x-tc-region"] for _, headers, _ in stand_in.posts] == ["ap-guangzhou"] * 2
    assert [headers["x-tc-action"] for _, headers, _ in stand_in.posts] == [
        "PullEvents",
        "ConfirmEvents",
    ]


def test_what_the_sdk_cannot_read_is_read(stand_in: StandIn) -> None:
    stand_in.content = (
        b'{"Response": {"EventSet": [{"EventHandle": "h", "Text": "\xe4\xb8"}], "RequestId": "1"}}'
    )
    with closing(client_of(stand_in.url.removeprefix("http://"))) as client:
        assert client.pull() == (PulledEvent(b'{"Text": "\xe4\xb8"}', "h"),)


def test_no_proxy_or_netrc_is_used_on_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("default login somebody password else\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with (
        serve(Queue(Time()), Behaviour(hang_seconds=0)) as stand_in,
        closing(client_of(stand_in.endpoint)) as client,
    ):
        assert client.pull() == ()


@pytest.mark.parametrize(
    ("no_proxy", "asked"),
    [("", True), ("elsewhere.invalid", True), (".invalid", False), ("vod.invalid", False)],
)
def test_a_proxy_is_used_unless_the_host_is_exempt(
    no_proxy: str,
    asked: bool,  # noqa: FBT001 # a case
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[bytes] = []

    def serve(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            said.append(connection.recv(100))

    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        monkeypatch.setenv("no_proxy", no_proxy)
        thread = threading.Thread(target=serve, args=[proxy], daemon=True)
        thread.start()
        client = Client(Settings(endpoint="vod.invalid:443"), Credentials(SECRET_ID, SECRET_KEY))
        assert failing(client).kind == "unavailable"
        if not asked:
            with socket.create_connection(proxy.getsockname()) as connection:
                connection.sendall(b"no connection")
        thread.join(10)
    assert said[0].startswith(b"CONNECT vod.invalid:443 " if asked else b"no connection")
