"""Headers of the user's own: in every request, with values from the environment, and never in a report."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from subprocess import CompletedProcess
from typing import TYPE_CHECKING

import click
import pytest

from tests.support.listening import answer, listening
from tests.support.served import serving
from vodhooks.cli.headers import headers_from, without_values

if TYPE_CHECKING:
    import socket
    from pathlib import Path

Run = Callable[..., CompletedProcess[str]]
KEY = "s3cretOfTheGateway"
HEADER = ("--header", "X-Api-Key: ${GATEWAY_KEY}", "--header", "host: hooks.example")


def test_names_are_lower_case_and_values_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GATEWAY_KEY", KEY)
    given = ["Authorization: Bearer ${GATEWAY_KEY}", "X-Empty:", "x-a: 1:2 $HOME {b}"]
    assert headers_from(given) == {
        "authorization": f"Bearer {KEY}",
        "x-empty": "",
        "x-a": "1:2 $HOME {b}",
    }


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("X-Api-Key", "a name, a colon and a value"),
        (": secret", "a name, a colon and a value"),
        ("X Api: secret", "a name, a colon and a value"),
        ("X-Api: a\r\nb: secret", "a name, a colon and a value"),
        ("X-Api: ${NOT_THERE}", "the environment variable NOT_THERE is not set"),
        ("Content-Length: 7", "how long a body is says the body"),
    ],
)
def test_what_is_no_header_is_refused_without_its_value(given: str, complaint: str) -> None:
    with pytest.raises(click.BadParameter, match=complaint) as raised:
        headers_from([given])
    assert "secret" not in str(raised.value).replace("X-Api-Key: secret", "")


def test_no_value_is_shown_but_the_name_of_its_variable() -> None:
    assert without_values(["X-A: ${KEY}", "X-B: secret", "X-C: Bearer ${KEY}"]) == [
        "X-A: ${KEY}",
        "X-B: …",
        "X-C: …",
    ]


def heard_by(
    run: Callable[[str], CompletedProcess[str]],
) -> tuple[list[str], CompletedProcess[str]]:
    """Return the heads of the requests that a command makes, and what became of it."""
    heads: list[str] = []

    def talk(connection: socket.socket) -> None:
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(65_536)
        heads.append(data.partition(b"\r\n\r\n")[0].decode())
        connection.sendall(answer(200, b""))
        connection.recv(65_536)

    with listening(talk) as url:
        done = run(url)
    return heads, done


def test_send_delivers_with_them(vodhooks: Run) -> None:
    heads, done = heard_by(
        lambda url: vodhooks(
            "send",
            "ucloud.umedia.slice",
            "--to",
            url,
            *HEADER,
            settings={"GATEWAY_KEY": KEY},
        )
    )
    assert done.returncode == 0, done.stderr
    assert re.findall(r"(?im)^host: .*$", heads[0]) == ["host: hooks.example\r"]
    assert f"x-api-key: {KEY}" in heads[0]


def test_replay_posts_with_them(vodhooks: Run, tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path}/inbox.sqlite3"
    with serving(tmp_path, {}, "--insecure", "--store", store) as served:
        to = f"http://127.0.0.1:{served.port}"
        assert vodhooks("send", "ucloud.umedia.slice", "--to", to).returncode == 0
    heads, done = heard_by(
        lambda url: vodhooks(
            "inbox", "replay", "--store", store, "--to", url, *HEADER, settings={"GATEWAY_KEY": KEY}
        )
    )
    assert done.returncode == 0, done.stderr
    assert f"x-api-key: {KEY}" in heads[0]


def test_fuzz_shows_neither_them_nor_what_is_in_the_url(vodhooks: Run, tmp_path: Path) -> None:
    with serving(tmp_path, {}, "--insecure") as served:
        done = vodhooks(
            "fuzz",
            f"http://user:pass-word@127.0.0.1:{served.port}",
            "--case",
            "polyv.video_outline/signature/wrong/",
            "--header",
            f"X-Api-Key: {KEY}",
            "--header",
            "X-Other: ${OTHER}",
            "--format",
            "json",
            settings={"VODHOOKS_POLYV_SECRETS": "mySecretKey", "OTHER": "valueOfTheOther"},
        )
    assert done.returncode == 1, done.stderr
    for secret in (KEY, "pass-word", "valueOfTheOther", "mySecretKey"):
        assert secret not in done.stdout + done.stderr
    (cause, *_) = json.loads(done.stdout)["causes"]
    repeat = cause["findings"][0]["repeat"]
    assert "--header 'X-Api-Key: …' --header 'X-Other: ${OTHER}'" in repeat
    assert f"fuzz http://…@127.0.0.1:{served.port}" in repeat.replace("'", "")
