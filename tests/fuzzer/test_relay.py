from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread, get_native_id
from urllib.request import Request, urlopen

import orjson
import pytest

from vodhooks.catalogue import channel
from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.schemathesis.document import flat
from vodhooks.fuzzer.schemathesis.relay import _Relay, relay, require

SLICE = channel("ucloud.umedia.slice")
DOCUMENT = flat([SLICE])
IMPOSSIBLE = {
    "post": {
        "requestBody": {
            "content": {
                "application/json": {"schema": {"type": "string", "pattern": "^a$", "minLength": 5}}
            },
            "required": True,
        },
        "responses": {"200": {"description": "."}},
    }
}
BRIEF = ["--phases", "fuzzing", "--max-examples", "5"]


def children() -> set[str]:
    return set(
        Path(f"/proc/self/task/{get_native_id()}/children").read_text(encoding="ascii").split()
    )


def drop(path: str, body: bytes) -> None:
    del path, body


def test_every_body_comes_with_its_path() -> None:
    taken: list[tuple[str, bytes]] = []
    for _ in relay(
        DOCUMENT, ["--max-examples", "5"], lambda path, body: taken.append((path, body))
    ):
        pass
    assert {path for path, _ in taken} == {SLICE.path}
    payloads = [orjson.loads(body) for _, body in taken]
    assert {"retcode": 0, "task_id": "", "dest_video_url": ""} in payloads
    assert any("task_id" not in payload for payload in payloads if isinstance(payload, dict))


def test_only_the_process_can_hand_something_over() -> None:
    taken: list[str] = []
    with _Relay(lambda path, body: taken.append(path)) as server:  # noqa: ARG005 # what a taker takes
        at = f"http://127.0.0.1:{server.server_port}"
        for url in (
            f"{at}{SLICE.path}",
            f"{at}/{SLICE.path}",
            f"{at}/x{server.url.removeprefix(at)}/y",
            f"{server.url}{SLICE.path}",
        ):
            request = Request(url, b"{}", {"content-type": "application/json"})  # noqa: S310 # it is HTTP
            thread = Thread(target=server.handle_request)
            thread.start()
            urlopen(request).close()  # noqa: S310 # it is HTTP
            thread.join()
    assert taken == [SLICE.path]


def test_a_seed_gives_the_same_bodies_each_time() -> None:
    def bodies(seed: str) -> list[bytes]:
        taken: list[bytes] = []
        for _ in relay(DOCUMENT, [*BRIEF, "--seed", seed], lambda path, body: taken.append(body)):  # noqa: ARG005 # a taker's
            pass
        return taken

    first = bodies("1")
    assert bodies("1") == first
    assert bodies("2") != first


def test_the_process_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VODHOOKS_POLYV_SECRETS", "not to be seen")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    others = children()
    seen: list[bytes] = []

    def take(path: str, body: bytes) -> None:
        del path, body
        seen.extend(Path(f"/proc/{child}/environ").read_bytes() for child in children() - others)

    with closing(relay(DOCUMENT, BRIEF, take)) as requests:
        while not seen:
            next(requests)
    assert b"PATH=" in seen[0]
    assert b"not to be seen" not in seen[0]
    assert os.environ["VODHOOKS_POLYV_SECRETS"] == "not to be seen"


def test_the_process_ends_with_its_reader() -> None:
    others = children()
    with closing(relay(DOCUMENT, BRIEF, drop)) as requests:
        next(requests)
        assert children() - others
    assert children() - others == set()


def test_what_goes_wrong_with_the_taker_goes_on() -> None:
    others = children()

    def take(path: str, body: bytes) -> None:
        raise LookupError(path, body)

    with pytest.raises(LookupError, match="slice"):
        list(relay(DOCUMENT, BRIEF, take))
    assert children() - others == set()


@pytest.mark.parametrize(
    ("document", "arguments", "said"),
    [
        (DOCUMENT, ["--no-such-option"], "exit code 2: .*No such option"),
        ({**DOCUMENT, "paths": {}}, BRIEF, "exit code 2"),
        ({**DOCUMENT, "paths": {"/x": IMPOSSIBLE}}, BRIEF, "exit code 1: "),
    ],
)
def test_a_run_that_cannot_do_its_job_is_an_error(
    document: dict[str, object], arguments: list[str], said: str
) -> None:
    with pytest.raises(FuzzingError, match=said):
        list(relay(document, arguments, drop))


def test_without_schemathesis_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "schemathesis", raising=False)
    with pytest.raises(ModuleNotFoundError) as caught:
        require()
    assert caught.value.name == "schemathesis"
