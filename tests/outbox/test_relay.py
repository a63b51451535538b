"""Relays to a real nats-server, and to an endpoint that verifies with the library of Standard Webhooks."""

from __future__ import annotations

import base64
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from cloudevents.core.formats.json import JSONFormat
from standardwebhooks import Webhook, WebhookVerificationError

from tests.support.consuming import (
    CHANNEL,
    SECONDS,
    command,
    delivery,
    keep,
    position,
    wait_until,
)
from tests.support.nats_servers import broker
from vodhooks import parse
from vodhooks.classification import classify
from vodhooks.errors import OutboxError, SecretError, SinkUnavailable
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.outbox.cursors import measure
from vodhooks.outbox.relay import parse_keys, split_target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.nats_servers import Broker

KEYS = [b"k" * 24, b"another key, as long as that"]
SECRETS = [f"whsec_{base64.b64encode(key).decode()}" for key in KEYS]
TASKS = 400


@pytest.fixture
def nats_server(tmp_path: Path) -> Iterator[Broker]:
    folder = tmp_path / "nats"
    folder.mkdir()
    with broker(folder) as running:
        yield running


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'inbox.sqlite3'}"


def unknown(kind: str) -> ReceivedDelivery:
    body = orjson.dumps({"EventType": kind, "Handle": "x"})
    return ReceivedDelivery.of(classify(body, "tencent.vod"), 1)


def test_a_stream_gets_each_event_once_and_nothing_to_forge_with(
    nats_server: Broker, sqlite_url: str, tmp_path: Path
) -> None:
    large = "v" * (1 << 20)
    keep(
        sqlite_url, [delivery(1), unknown("a > b.*"), delivery(2, vid=large), delivery(1, vid="c")]
    )
    relay = ("relay", "--to", nats_server.target, "--store", sqlite_url, "--until-empty", "--name")
    for name in ("first", "second"):  # the second is dropped by the stream, by the ids
        with command(tmp_path, *relay, name) as process:
            assert process.wait(SECONDS) == 0
    messages = nats_server.messages()
    events = [JSONFormat().read(None, each.data) for each in messages]
    assert [each.headers["Nats-Msg-Id"] for each in messages if each.headers] == [
        event.get_id() for event in events
    ]
    message = f"{CHANNEL}.generate_success"
    assert [each.subject for each in messages] == [
        f"vodhooks.{message}",
        "vodhooks.tencent.vod.unknown",
        f"vodhooks.{message}",
        f"vodhooks.{message}",
    ]
    assert events[1].get_type() == "tencent.vod.a > b.*"
    reference = events[2].get_attributes()
    assert (reference["dataref"], events[2].get_data()) == ("vodhooks:events/3", None)
    for event in (events[0], events[3]):
        data: Any = event.get_data()
        assert data["sign"] == "0" * 40
        assert parse(orjson.dumps(data), CHANNEL).payload["taskId"] == 1


def test_killed_relays_and_brokers_lose_and_double_nothing(
    nats_server: Broker, store_url: str, tmp_path: Path
) -> None:
    keep(store_url, [delivery(-1)])

    def write(tasks: range) -> None:
        engine = connect(store_url)
        inbox = Inbox(engine)
        for task in tasks:
            inbox.keep([delivery(each) for each in range(task, task + 5)])
        engine.dispose()

    relay = ("relay", "--to", nats_server.target, "--store", store_url, "--name", "a")

    def passed() -> int:
        return position(store_url, "a") or 0

    with ThreadPoolExecutor(1) as thread:
        with command(tmp_path, *relay):
            wait_until(passed)
            writing = thread.submit(write, range(0, TASKS // 2, 5))
            wait_until(lambda: passed() > TASKS // 5)
        with command(tmp_path, *relay) as second:
            before = passed()  # the first may have handed on its whole half before it was killed
            rest = thread.submit(write, range(TASKS // 2, TASKS, 5))
            wait_until(lambda: passed() > before)
            nats_server.kill()
            writing.result(SECONDS)
            rest.result(SECONDS)
            nats_server.start()
            engine = reader(store_url)
            wait_until(lambda: measure(engine, "a").lag == 0)
            assert measure(engine, "a").pending == 0
            engine.dispose()
            second.terminate()
            assert second.wait(SECONDS) == 0
    tasks = [orjson.loads(each.data)["data"]["taskId"] for each in nats_server.messages()]
    assert Counter(tasks) == Counter([-1, *range(TASKS)])


class Endpoint(BaseHTTPRequestHandler):
    """Verifies what is posted, as a consumer would, and answers with the next status."""

    verified: list[Any]
    statuses: list[int]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        event, _ = [Webhook(secret).verify(body, headers) for secret in SECRETS]
        with pytest.raises(WebhookVerificationError):
            Webhook(SECRETS[0]).verify(body.replace(b"generate", b"generated"), headers)
        status = self.statuses.pop(0) if self.statuses else 204
        if status == 204:
            self.verified.append((headers["webhook-id"], event))
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # as the base has it
        """Print nothing."""


@pytest.fixture
def endpoint() -> Iterator[tuple[str, type[Endpoint]]]:
    handler = type("Fresh", (Endpoint,), {"verified": [], "statuses": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/events", handler
        server.shutdown()


def test_an_endpoint_verifies_with_the_library(
    endpoint: tuple[str, type[Endpoint]], sqlite_url: str, tmp_path: Path
) -> None:
    url, handler = endpoint
    handler.statuses += [204, 503, 429, 422]  # taken, twice not now, refused, and all others taken
    keep(sqlite_url, map(delivery, range(6)))
    arguments = ("relay", "--to", url, "--store", sqlite_url, "--name", "a", "--concurrency", "1")
    with command(
        tmp_path,
        *arguments,
        "--until-empty",
        "--tries",
        "1",
        VODHOOKS_RELAY_SECRETS=",".join(SECRETS),
    ) as process:
        assert process.wait(SECONDS) == 1, process.stderr and process.stderr.read()
    assert [event["data"]["taskId"] for _, event in handler.verified] == [0, 2, 3, 4, 5]
    assert all(event["id"] == name for name, event in handler.verified)
    engine = reader(sqlite_url)
    assert (measure(engine, "a").dead, measure(engine, "a").lag) == (1, 0)
    engine.dispose()


@pytest.mark.parametrize("secret", ["", "abc", "whsec_", "whsec_AAAA", "whsec_" + "!" * 40])
def test_a_secret_of_another_form_is_refused(secret: str) -> None:
    with pytest.raises(SecretError):
        parse_keys([secret])


def test_a_target_names_servers_and_a_stream() -> None:
    assert split_target("nats://u:p@a:1,b:2/S_1") == (["nats://u:p@a:1", "nats://u:p@b:2"], "S_1")
    for wrong in ("", "nats://a:4222", "nats://a/", "nats://a/x.y", "ftp://a/b", "nats:///S"):
        with pytest.raises(OutboxError):
            split_target(wrong)


def test_a_broker_that_is_not_there_is_reported(sqlite_url: str, tmp_path: Path) -> None:
    keep(sqlite_url, [delivery(1)])
    arguments = ("--to", "nats://127.0.0.1:1/S", "--store", sqlite_url, "--name", "a")
    with command(tmp_path, "relay", *arguments) as process:
        _, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 2
    assert b"NATS cannot be reached" in errors
    assert issubclass(SinkUnavailable, OutboxError)
