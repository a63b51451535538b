"""`vodhooks serve-tencent`, as somebody without an account uses it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tencentcloud.common.exception import TencentCloudSDKException

from vodhooks.cli.app import app
from vodhooks.errors import SecretError
from vodhooks.testing import examples
from vodhooks.testing.tencent import SECRET_ID, SECRET_KEY, Behaviour, Queue
from vodhooks.testing.tencent.server import Server, secrets_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.tencent_sdk import Sdk

COMMAND = [sys.executable, "-m", "vodhooks", "serve-tencent", "--port", "0"]


def environment(**settings: str) -> dict[str, str]:
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")
    }
    return {**inherited, "PYTHONUNBUFFERED": "1", **settings}


@contextmanager
def serving(*options: str, **settings: str) -> Iterator[tuple[str, IO[str], str]]:
    """Run the command; yield where it listens, its standard error and its standard output."""
    command = [*COMMAND, *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdout=pipe, stderr=pipe, text=True, env=environment(**settings)
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        output = ""
        while "curl http" not in output:
            line = process.stdout.readline()
            assert line, process.stderr.read()
            output += line
        try:
            yield re.findall(r"VODHOOKS_TENCENT_ENDPOINT=(\S+)", output)[0], process.stderr, output
        finally:
            process.send_signal(signal.SIGTERM)


def test_the_contracts_examples_can_be_pulled_at_once(sdk: Sdk) -> None:
    with serving() as (endpoint, log, output):
        events = sdk(endpoint).call_json("PullEvents", {})["Response"]["EventSet"]
        sdk(endpoint).call_json(
            "ConfirmEvents", {"EventHandles": [event["EventHandle"] for event in events]}
        )
        assert [log.readline(), log.readline()] == [
            "vodhooks: PullEvents: 4 events\n",
            "vodhooks: ConfirmEvents: 4 handles\n",
        ]
    assert f"VODHOOKS_TENCENT_ENDPOINT={endpoint} VODHOOKS_TENCENT_SCHEME=http\n" in output
    assert (
        f"VODHOOKS_TENCENT_SECRET_ID={SECRET_ID}\nexport VODHOOKS_TENCENT_SECRET_KEY={SECRET_KEY}\n"
        in output
    )
    assert f'endpoint="{endpoint}"' in output
    for event in events:
        del event["EventHandle"]
    assert events[0] in examples("tencent.vod.review_audio_video_complete")


def test_options_choose_events_faults_and_empty_reply(sdk: Sdk, tmp_path: Path) -> None:
    file = tmp_path / "events.ndjson"
    file.write_text('{"EventType": "A"}\n\n{"EventType": "B", "EventHandle": "old"}\n')
    options = [
        "--events",
        str(file),
        "--fault",
        "throttled=0.5",
        "--seed",
        "1",
        "--empty",
        "list",
        "--hang",
        "0",
    ]
    with serving(*options) as (endpoint, *_):
        client = sdk(endpoint)
        seen: list[object] = []
        while [] not in seen and len(seen) < 100:
            try:
                events = client.call_json("PullEvents", {})["Response"]["EventSet"]
            except TencentCloudSDKException as error:
                seen.append(error.get_code())
            else:
                seen.append([event["EventType"] for event in events])
    assert [each for each in seen if isinstance(each, list)] == [["A", "B"], []]
    assert "RequestLimitExceeded" in seen


def test_credentials_of_the_environment_are_hidden(sdk: Sdk) -> None:
    settings = {"VODHOOKS_TENCENT_SECRET_ID": "my-id", "VODHOOKS_TENCENT_SECRET_KEY": "my-key"}
    with serving(**settings) as (endpoint, log, output):
        assert (
            len(
                sdk(endpoint, "my-id", "my-key").call_json("PullEvents", {})["Response"]["EventSet"]
            )
            == 4
        )
        assert "my-" not in output + log.readline()


def refused(*options: str, stdin: str = "") -> str:
    """Return what the command complains about, in one line."""
    done = CliRunner().invoke(app, ["serve-tencent", "--port", "0", *options], input=stdin)
    assert (done.exit_code, done.stdout) == (2, "")
    return re.sub(r"[\s│]+", " ", done.stderr)


@pytest.mark.parametrize(
    ("options", "stdin", "complaint"),
    [
        (["--fault", "flood=0.1"], "", "a fault is one of slow, throttled,"),
        (["--fault", "slow=often"], "", "slow=CHANCE needs a number"),
        (["--fault", "slow"], "", "slow=CHANCE needs a number"),
        (["--fault", "slow=0.9", "--fault", "clock=0.9"], "", "between 0 and 1"),
        (["--fault", "slow=nan"], "", "between 0 and 1"),
        (["--empty", "none"], "", "'none' is not one of"),
        (["--events", "absent.ndjson"], "", "'absent.ndjson'"),
        (["--events", "-"], '{"EventType": "A"}\n[]\n', "line 2: not a JSON object"),
        (["--events", "-"], "{,}", "line 1: not JSON"),
    ],
)
def test_what_is_wrong_is_told(options: list[str], stdin: str, complaint: str) -> None:
    assert complaint in refused(*options, stdin=stdin)


def test_credentials_are_given_both_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VODHOOKS_TENCENT_SECRET_ID", "mine")
    with pytest.raises(SecretError, match="VODHOOKS_TENCENT_SECRET_KEY"):
        secrets_of(os.environ)


def test_a_bad_address_shows_the_error_of_the_system() -> None:
    with pytest.raises(OSError, match="address"):
        Server(Queue(lambda: 0.0), Behaviour(), "192.0.2.1", 0)
