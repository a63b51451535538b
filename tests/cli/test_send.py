"""`vodhooks send` plays the vendor, tells what was answered, and shows neither secrets nor tokens."""

from __future__ import annotations

import json
import re
import socket
import ssl
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
import trustme

from vodhooks import PolyvOutlineSigner

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import StandIn

Run = Callable[..., subprocess.CompletedProcess[str]]

POLYV = "polyv.video_outline.generate_fail"
SLICE = "ucloud.umedia.slice"
SETTINGS = {"VODHOOKS_POLYV_SECRETS": "mySecretKey", "VODHOOKS_TOKENS": "unguessable"}


def test_a_message_is_sent_signed_with_its_token(vodhooks: Run, stand_in: StandIn) -> None:
    done = vodhooks("send", POLYV, "--to", stand_in.url, settings=SETTINGS)
    assert (done.returncode, done.stderr) == (0, "")
    [(path, headers, body)] = stand_in.posts
    assert path == "/callbacks/polyv/video-outline?token=unguessable"
    assert headers["content-type"] == "application/json"
    PolyvOutlineSigner("mySecretKey", max_age=60).verify_payload(json.loads(body))


def test_answers_and_times_are_shown_in_a_table(vodhooks: Run, stand_in: StandIn) -> None:
    stand_in.answers = [200, 503, 200]
    done = vodhooks("send", SLICE, "--to", stand_in.url, "--count", "3")
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert lines[0].split() == ["EVENT", "MILLISECONDS", "ATTEMPTS", "STATUS"]
    assert [
        (event, attempts, status) for event, _, attempts, status in map(str.split, lines[1:4])
    ] == [
        ("1", "1", "200"),
        ("2", "1", "503"),
        ("3", "1", "200"),
    ]
    assert lines[5] == "200: 2, 503: 1"
    assert lines[6].startswith("events: 3, attempts: 3, seconds: ")


def test_each_of_several_events_has_its_own_identity(vodhooks: Run, stand_in: StandIn) -> None:
    assert (
        vodhooks("send", SLICE, "--to", stand_in.url, "--count", "4", "--rate", "1000").returncode
        == 0
    )
    assert len({json.loads(body)["task_id"] for _, _, body in stand_in.posts}) == 4


def test_a_retry_comes_as_often_as_the_vendor_tries(vodhooks: Run, stand_in: StandIn) -> None:
    stand_in.answers = [500, 201, 503]
    done = vodhooks(
        "send", POLYV, "--to", stand_in.url, "--retry", "--pause", "0", settings=SETTINGS
    )
    assert done.returncode == 1
    assert len(stand_in.posts) == 4
    assert len({body for _, _, body in stand_in.posts}) == 1
    assert done.stdout.splitlines()[1].split()[2:] == ["4", "503"]


def test_a_retry_ends_with_success(vodhooks: Run, stand_in: StandIn) -> None:
    stand_in.answers = [503, 200]
    done = vodhooks(
        "send", POLYV, "--to", stand_in.url, "--retry", "--pause", "0", settings=SETTINGS
    )
    assert (done.returncode, len(stand_in.posts)) == (0, 2)


def test_a_vendor_that_tells_no_retries_makes_none(vodhooks: Run, stand_in: StandIn) -> None:
    stand_in.answers = [503]
    done = vodhooks("send", SLICE, "--to", stand_in.url, "--retry")
    assert (done.returncode, len(stand_in.posts)) == (1, 1)
    assert (
        done.stderr
        == f"vodhooks: the vendor does not say whether it tries {SLICE} again; --retry does nothing\n"
    )


def test_values_are_set_in_the_chosen_sample(vodhooks: Run, stand_in: StandIn) -> None:
    arguments = ("--example", "1", "--set", '/task_id="a=b"', "--set", "/extra={}")
    assert vodhooks("send", SLICE, "--to", stand_in.url, *arguments).returncode == 0
    sent = json.loads(stand_in.posts[0][2])
    assert (sent["task_id"], sent["extra"]) == ("a=b", {})


@pytest.mark.parametrize("name", ["payload.json", "-"])
def test_a_file_is_sent_in_place_of_a_sample(
    vodhooks: Run, stand_in: StandIn, tmp_path: Path, name: str
) -> None:
    (tmp_path / "payload.json").write_bytes(b'{"retcode": 1, "task_id": "x"}')
    stdin = (tmp_path / "payload.json").read_bytes() if name == "-" else b""
    assert (
        vodhooks(
            "send", SLICE, "--to", f"{stand_in.url}/own", "--file", name, stdin=stdin
        ).returncode
        == 0
    )
    assert (stand_in.posts[0][0], stand_in.posts[0][2]) == ("/own", b'{"retcode":1,"task_id":"x"}')


def test_mutations_are_sent_in_turn(vodhooks: Run, stand_in: StandIn) -> None:
    names = ("no-sign", "--mutate", "no-token", "--mutate", "syntax/byte-order-mark")
    done = vodhooks(
        "send", POLYV, "--to", stand_in.url, "--count", "2", "--mutate", *names, settings=SETTINGS
    )
    assert done.returncode == 0
    paths, _, bodies = zip(*stand_in.posts, strict=True)
    with_token, without = (
        "/callbacks/polyv/video-outline?token=unguessable",
        "/callbacks/polyv/video-outline",
    )
    assert paths == (with_token, without, with_token) * 2
    payloads = [json.loads(body.decode("utf-8-sig")) for body in bodies]
    assert ["sign" in payload for payload in payloads] == [False, True, True] * 2
    assert [body.startswith(b"\xef\xbb\xbf{") for body in bodies] == [False, False, True] * 2
    assert len({payload["taskId"] for payload in payloads}) == 6


def test_a_case_with_several_deliveries_is_sent_whole(vodhooks: Run, stand_in: StandIn) -> None:
    done = vodhooks(
        "send", SLICE, "--to", stand_in.url, "--mutate", "repeat/same", "--set", '/task_id="mine"'
    )
    assert done.returncode == 0
    assert [json.loads(body)["task_id"] for _, _, body in stand_in.posts] == ["mine", "mine"]


def test_a_case_on_sockets_is_played(vodhooks: Run, stand_in: StandIn) -> None:
    done = vodhooks("send", SLICE, "--to", stand_in.url, "--mutate", f"{SLICE}/framing/excess")
    assert done.returncode == 0
    assert done.stdout.splitlines()[1].split()[2:] == ["1", "200"]


def test_what_carries_no_sign_needs_no_secret(vodhooks: Run, stand_in: StandIn) -> None:
    assert vodhooks("send", POLYV, "--to", stand_in.url, "--mutate", "no-sign").returncode == 0


@pytest.mark.parametrize(
    ("message", "settings", "there", "missing"),
    [
        (
            POLYV,
            {},
            {"bad-sign", "lower-case-sign", "wrong-media-type", "unknown-kind", "bom"},
            {"bad-token", "retired-format"},
        ),
        (
            "tencent.vod.review_audio_video_complete",
            {},
            {"upper-case-sign", "retired-format"},
            {"lower-case-sign"},
        ),
        (
            SLICE,
            {},
            {"missing-field", "empty"},
            {"bad-sign", "unknown-kind", "wrong-media-type", "no-token"},
        ),
        (SLICE, SETTINGS, {"no-token", "bad-token"}, {"bad-sign"}),
    ],
)
def test_mutations_are_listed_without_a_secret(
    vodhooks: Run, message: str, settings: dict[str, str], there: set[str], missing: set[str]
) -> None:
    done = vodhooks("send", message, "--mutate", "list", settings=settings)
    assert (done.returncode, done.stderr) == (0, "")
    names = {line.split()[0] for line in done.stdout.splitlines()}
    assert there <= names
    assert not missing & names
    assert {"syntax/not-json/empty", "socket/silent"} <= names


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((SLICE,), "name the URL to send to"),
        ((SLICE, "--to", "nowhere"), "the URL to send to is not of the form http://host:port/path"),
        (("ucloud.umedia.slic", "--to", "http://x"), "did you mean ucloud.umedia.slice"),
        (("tencent.vod.pull_events", "--to", "http://x"), "a reply that is fetched"),
        (
            (POLYV, "--to", "http://x"),
            "VODHOOKS_POLYV_SECRETS (or VODHOOKS_POLYV_SECRETS_FILE) holds no secret",
        ),
        ((SLICE, "--to", "http://x", "--mutate", "truncate"), "did you mean truncated"),
        (
            (SLICE, "--to", "http://x", "--mutate", "stale"),
            "stale does not apply to this ucloud.umedia.slice",
        ),
        (
            (SLICE, "--to", "http://x", "--mutate", "null-field", "--set", "/a=1"),
            "brings a payload of its own",
        ),
        ((SLICE, "--to", "http://x", "--example", "9"), "sample payloads, from 0 to "),
        (
            (SLICE, "--to", "http://x", "--example", "0", "--file", "-"),
            "--file and --example exclude one another",
        ),
        (
            (SLICE, "--to", "http://x", "--file", "nowhere.json"),
            "nowhere.json: No such file or directory",
        ),
        ((SLICE, "--to", "http://x", "--file", "-"), "empty"),
        (
            (SLICE, "--to", "http://x", "--set", "/task_id"),
            "--set is a JSON Pointer, an equals sign and a JSON value",
        ),
        ((SLICE, "--to", "http://x", "--set", "/task_id=abc"), "the value is no JSON"),
        ((SLICE, "--to", "http://x", "--set", "/a/b=1"), "/a/b: nothing at /a that could hold it"),
        ((SLICE, "--to", "http://x", "--count", "0"), "--count"),
    ],
)
def test_wrong_usage_is_refused_before_sending(
    vodhooks: Run, arguments: tuple[str, ...], complaint: str
) -> None:
    done = vodhooks("send", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_file_without_an_object_is_refused(vodhooks: Run) -> None:
    done = vodhooks("send", SLICE, "--to", "http://x", "--file", "-", stdin=b"[]")
    assert (done.returncode, done.stderr) == (2, "vodhooks: standard input: holds no JSON object\n")


def test_a_receiver_that_is_not_there_is_no_finding(vodhooks: Run) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        done = vodhooks("send", SLICE, "--to", f"http://127.0.0.1:{unused.getsockname()[1]}")
    expected = "vodhooks: no connection could be made: connection refused\n"
    assert (done.returncode, done.stderr) == (2, expected)
    assert done.stdout.splitlines()[1].endswith("  not connected")


def test_a_name_that_is_not_known_is_said_to_be_dns(vodhooks: Run) -> None:
    done = vodhooks("send", SLICE, "--to", "http://nothing.invalid")
    assert done.returncode == 2
    assert done.stderr.startswith("vodhooks: no connection could be made: DNS: ")


def test_a_receiver_without_tls_is_said_to_be_that(vodhooks: Run, stand_in: StandIn) -> None:
    done = vodhooks("send", SLICE, "--to", stand_in.url.replace("http:", "https:"))
    reason = "TLS: the other side does not speak it; is it http://?"
    assert done.returncode == 2
    assert done.stderr == f"vodhooks: no connection could be made: {reason}\n"


def test_a_certificate_is_verified_by_ssl_cert_file(
    vodhooks: Run, stand_in: StandIn, tmp_path: Path
) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusted = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    server = stand_in.server
    server.socket = context.wrap_socket(server.socket, server_side=True)
    url = stand_in.url.replace("http:", "https:")
    done = vodhooks("send", SLICE, "--to", url)
    assert (done.returncode, stand_in.posts) == (2, [])
    assert done.stderr.startswith(
        "vodhooks: no connection could be made: TLS: unable to get local issuer certificate; SSL_CERT_FILE"
    )
    done = vodhooks("send", SLICE, "--to", url, settings={"SSL_CERT_FILE": str(trusted)})
    assert (done.returncode, done.stderr, len(stand_in.posts)) == (0, "", 1)


def test_an_error_in_a_file_names_the_file(vodhooks: Run, tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_text("{")
    inbox = ("--store", f"sqlite:///{tmp_path}/inbox.sqlite3")
    for command in (
        ("send", SLICE, "--to", "http://x", "--file", "cut.json"),
        ("fuzz", "http://x", "--message", "cut.json", "--list", "--channel", "tencent.vod"),
        ("fuzz", "http://x", "--baseline", "cut.json"),
        ("fuzz", "http://x", "--profile", "cut.json"),
        ("segments", "cut.json"),
        ("inbox", "import", "cut.json", *inbox),
        ("drift", "cut.json"),
        ("diff", "cut.json", "cut.json"),
        ("validate", "nowhere.json"),
        ("verify", "polyv.video_outline", "nowhere.json"),
    ):
        done = vodhooks(*command, settings={"VODHOOKS_POLYV_SECRETS": "mySecretKey"})
        assert done.returncode in {1, 2}, command
        assert re.search("(cut|nowhere).json", done.stdout + done.stderr), command
        assert "Traceback" not in done.stderr


def test_a_receiver_that_hangs_up_is_a_finding(vodhooks: Run, stand_in: StandIn) -> None:
    stand_in.answers = [stand_in.HANG_UP]
    done = vodhooks("send", SLICE, "--to", stand_in.url)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[1].endswith("  broken off")


@pytest.mark.parametrize("answers", [[200], [401], [0]])
def test_neither_secret_nor_token_is_shown(
    vodhooks: Run, stand_in: StandIn, answers: list[int]
) -> None:
    stand_in.answers = answers
    done = vodhooks("send", POLYV, "--to", stand_in.url, settings=SETTINGS)
    assert "unguessable" in stand_in.posts[0][0]
    assert not any(secret in done.stdout + done.stderr for secret in ("unguessable", "mySecretKey"))
