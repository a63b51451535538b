"""`vodhooks sign` and `vodhooks verify` sign and verify with secrets from the environment."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]

POLYV = {"VODHOOKS_POLYV_SECRETS": "mySecretKey"}
TENCENT = {"VODHOOKS_TENCENT_SIGN_KEYS": "signKey1"}
MOMENT = 1683622364265
SIGN = "ABE550460CF6B8B384DE0C767FE17B9BC79B8EBD"
FRESH = "1683622365"
PAYLOAD: dict[str, Any] = {
    "sign": SIGN,
    "timestamp": MOMENT,
    "callbackType": "generate_fail",
    "taskId": 30,
    "vid": "c560fac50f0eeab9589e8bfa4e08c2b4",
}


def body(**changed: object) -> bytes:
    """Return the payload with some members changed, and those that are None left out."""
    return json.dumps(
        {name: value for name, value in {**PAYLOAD, **changed}.items() if value is not None}
    ).encode()


@pytest.mark.parametrize("channel", ["polyv", "polyv.video_outline"])
def test_a_timestamp_is_signed(vodhooks: Run, channel: str) -> None:
    done = vodhooks("sign", channel, str(MOMENT), settings=POLYV)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{SIGN}\n", "")


def test_an_expiry_is_signed(vodhooks: Run) -> None:
    done = vodhooks("sign", "tencent", "1777600000", settings=TENCENT)
    assert (
        done.stdout == hashlib.md5(b"signKey11777600000", usedforsecurity=False).hexdigest() + "\n"
    )


def test_the_newest_of_several_secrets_signs(vodhooks: Run) -> None:
    assert (
        vodhooks(
            "sign", "polyv", str(MOMENT), settings={"VODHOOKS_POLYV_SECRETS": "mySecretKey,older"}
        ).stdout
        == f"{SIGN}\n"
    )


def test_a_secret_may_stand_in_a_file(vodhooks: Run, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mySecretKey\n")
    settings = {"VODHOOKS_POLYV_SECRETS_FILE": str(tmp_path / "secret")}
    assert vodhooks("sign", "polyv", str(MOMENT), settings=settings).stdout == f"{SIGN}\n"


@pytest.mark.parametrize(
    ("command", "settings", "setting"),
    [
        (("sign", "polyv", str(MOMENT)), {}, "VODHOOKS_POLYV_SECRETS"),
        (("sign", "polyv", str(MOMENT)), {"VODHOOKS_POLYV_SECRETS": ""}, "VODHOOKS_POLYV_SECRETS"),
        (
            ("sign", "polyv", str(MOMENT)),
            {"VODHOOKS_POLYV_SECRETS": " , "},
            "VODHOOKS_POLYV_SECRETS",
        ),
        (
            ("sign", "polyv", str(MOMENT)),
            {"VODHOOKS_POLYV_SECRETS_FILE": "nowhere"},
            "VODHOOKS_POLYV_SECRETS_FILE",
        ),
        (
            ("sign", "polyv", str(MOMENT)),
            {"VODHOOKS_POLYV_SECRETS_FILE": "."},
            "VODHOOKS_POLYV_SECRETS_FILE",
        ),
        (
            ("sign", "polyv", str(MOMENT)),
            {"VODHOOKS_POLYV_SECRETS_FILE": "/dev/null"},
            "VODHOOKS_POLYV_SECRETS",
        ),
        (("sign", "tencent", "1777600000"), {}, "VODHOOKS_TENCENT_SIGN_KEYS"),
        (("verify", "polyv", "-"), {}, "VODHOOKS_POLYV_SECRETS"),
        (
            ("verify", "tencent", "-"),
            {"VODHOOKS_TENCENT_SIGN_KEYS": ""},
            "VODHOOKS_TENCENT_SIGN_KEYS",
        ),
    ],
)
def test_an_absent_or_empty_secret_is_named(
    vodhooks: Run, command: tuple[str, ...], settings: dict[str, str], setting: str
) -> None:
    done = vodhooks(*command, settings=settings)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vodhooks: ")
    assert setting in done.stderr


def test_a_wrong_secret_is_never_shown(vodhooks: Run) -> None:
    done = vodhooks(
        "sign", "tencent", "1777600000", settings={"VODHOOKS_TENCENT_SIGN_KEYS": "not-letters"}
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "vodhooks: a SignKey is 1 to 32 letters and digits\n",
    )


@pytest.mark.parametrize(
    ("channel", "complaint"),
    [
        (
            "ucloud",
            "ucloud fits several channels, name one: ucloud.umedia.transcode, ucloud.umedia.screenshot,",
        ),
        ("ucloud.umedia.porn", "ucloud.umedia.porn has no signature"),
        ("poly", "no channel is called 'poly'"),
        (
            "polyv.video_outlin",
            "no channel is called 'polyv.video_outlin'; did you mean polyv.video_outline?",
        ),
        ("", "no channel is called ''"),
    ],
)
@pytest.mark.parametrize("command", ["sign", "verify"])
def test_a_channel_without_signature_is_refused(
    vodhooks: Run, command: str, channel: str, complaint: str
) -> None:
    done = vodhooks(command, channel, "-" if command == "verify" else "1", settings=POLYV)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr


@pytest.mark.parametrize("timestamp", ["5", "16836223642650", "now", "", "1e12"])
def test_a_timestamp_of_wrong_form_is_refused(vodhooks: Run, timestamp: str) -> None:
    done = vodhooks("sign", "polyv", timestamp, settings=POLYV)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_an_authentic_payload_is_told_so(vodhooks: Run, tmp_path: Path) -> None:
    (tmp_path / "payload.json").write_bytes(body())
    done = vodhooks("verify", "polyv", "payload.json", "--at", FRESH, settings=POLYV)
    assert (done.returncode, done.stdout, done.stderr) == (0, "authentic\n", "")


def test_an_older_secret_verifies_too(vodhooks: Run) -> None:
    settings = {"VODHOOKS_POLYV_SECRETS": "newer,mySecretKey"}
    assert (
        vodhooks("verify", "polyv", "-", "--at", FRESH, stdin=body(), settings=settings).stdout
        == "authentic\n"
    )


def test_an_authentic_notification_is_told_so(vodhooks: Run) -> None:
    payload = {
        "EventType": "X",
        "T": 1777600000,
        "Sign": hashlib.md5(b"signKey11777600000", usedforsecurity=False).hexdigest(),
    }
    done = vodhooks(
        "verify",
        "tencent.vod",
        "-",
        "--at",
        "1777599999",
        stdin=json.dumps(payload).encode(),
        settings=TENCENT,
    )
    assert (done.returncode, done.stdout) == (0, "authentic\n")


@pytest.mark.parametrize(
    ("payload", "at", "reason"),
    [
        (body(sign=None), FRESH, "missing: sign or timestamp is missing"),
        (body(timestamp=None), FRESH, "missing: sign or timestamp is missing"),
        (b"[]", FRESH, "missing: the payload is no object"),
        (body(sign=5), FRESH, "malformed: sign is not a string"),
        (body(timestamp=str(MOMENT + 1)), FRESH, "mismatch: sign does not match"),
        (
            body(timestamp=f"{MOMENT} "),
            FRESH,
            "malformed: timestamp is not an integer of 13 digits",
        ),
        (body(timestamp=MOMENT + 1), FRESH, "mismatch: sign does not match"),
        (body(sign=SIGN.lower()), FRESH, "mismatch: sign does not match"),
        (body(), "1683799999", "stale: timestamp is outside the freshness window"),
        (body(), "1683000000", "stale: timestamp is outside the freshness window"),
    ],
)
def test_a_bad_signature_is_told_with_its_reason(
    vodhooks: Run, payload: bytes, at: str, reason: str
) -> None:
    done = vodhooks("verify", "polyv", "-", "--at", at, stdin=payload, settings=POLYV)
    assert (done.returncode, done.stdout, done.stderr) == (1, f"{reason}\n", "")


def test_freshness_uses_the_clock_by_default(vodhooks: Run) -> None:
    assert vodhooks("verify", "polyv", "-", stdin=body(), settings=POLYV).stdout.startswith(
        "stale: "
    )


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"", "empty"),
        (b"{", "ends too early at line 1, column 2"),
        (b"\xff{}", "not UTF-8 at byte 0"),
        (b"\xef\xbb\xbf{}", "begins with a byte order mark"),
        (b'{"sign": 1, "sign": 2}', "duplicate key 'sign'"),
        (b"[" * 100_000, "nested deeper than 254 levels"),
        (
            b'{"timestamp": NaN}',
            "a number that 64 bits do not hold, or that JSON does not have at line 1, column 15",
        ),
    ],
)
def test_what_is_not_json_is_told_with_its_reason(
    vodhooks: Run, payload: bytes, reason: str
) -> None:
    done = vodhooks("verify", "polyv", "-", stdin=payload, settings=POLYV)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(f"undecodable: {reason}")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("nowhere.json", "vodhooks: nowhere.json: No such file or directory\n"),
        (".", "vodhooks: .: Is a directory\n"),
        ("x" * 300, f"vodhooks: {'x' * 300}: File name too long\n"),
        ("\x1b[31mred", "vodhooks: \\x1b[31mred: No such file or directory\n"),
        ("two\nlines", "vodhooks: two\nvodhooks: lines: No such file or directory\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(vodhooks: Run, name: str, complaint: str) -> None:
    done = vodhooks("verify", "polyv", name, settings=POLYV)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", complaint)


def test_a_payload_in_an_empty_file_is_undecodable(vodhooks: Run, tmp_path: Path) -> None:
    (tmp_path / "payload.json").touch()
    done = vodhooks("verify", "polyv", "payload.json", settings=POLYV)
    assert (done.returncode, done.stdout) == (1, "undecodable: empty\n")


@pytest.mark.parametrize(
    ("options", "settings", "stdout", "code"),
    [
        (("--at", FRESH), POLYV, ["authentic", "right", "right", "not asked"], 0),
        (("--at", "1"), POLYV, ["stale", "right", "too far ahead", "not asked"], 1),
        (("--at", "2e9"), POLYV, ["stale", "right", "too old", "not asked"], 1),
        (
            ("--at", FRESH),
            {"VODHOOKS_POLYV_SECRETS": "another"},
            ["mismatch", "wrong", "right", "not asked"],
            1,
        ),
        (
            ("--at", "2e9"),
            {"VODHOOKS_POLYV_SECRETS": "another"},
            ["mismatch", "wrong", "too old", "not asked"],
            1,
        ),
        (
            ("--at", FRESH, "--url", "https://x/?token=tok%65n"),
            {**POLYV, "VODHOOKS_TOKENS": "older,token"},
            ["authentic", "right", "right", "right"],
            0,
        ),
        (
            ("--at", FRESH, "--url", "https://x/?token=guess"),
            {**POLYV, "VODHOOKS_TOKENS": "token"},
            ["token: wrong", "right", "right", "wrong"],
            1,
        ),
        (
            ("--at", FRESH, "--url", "https://x/"),
            {**POLYV, "VODHOOKS_TOKENS": "token"},
            ["token: wrong", "right", "right", "missing"],
            1,
        ),
        (
            ("--at", FRESH, "--url", "https://x/"),
            POLYV,
            ["authentic", "right", "right", "none is set"],
            0,
        ),
    ],
)
def test_an_explanation_says_which_of_secret_time_and_token_is_right(
    vodhooks: Run, options: tuple[str, ...], settings: dict[str, str], stdout: list[str], code: int
) -> None:
    done = vodhooks("verify", "polyv", "-", "--explain", *options, stdin=body(), settings=settings)
    assert (done.returncode, done.stderr) == (code, "")
    first, *rest = done.stdout.splitlines()
    assert first.startswith(stdout[0])
    assert [line.partition(": ")[0] for line in rest] == ["secret", "time", "token"]
    assert all(word in line for line, word in zip(rest, stdout[1:], strict=True))
    shown = (*settings.values(), "guess", "mySecretKey")
    assert not any(secret in done.stdout for secret in shown if secret != "token")


@pytest.mark.parametrize("payload", [b"[]", b"{}", b'{"sign": 1, "timestamp": "x"}'])
def test_an_explanation_says_what_cannot_be_verified(vodhooks: Run, payload: bytes) -> None:
    done = vodhooks("verify", "polyv", "-", "--explain", stdin=payload, settings=POLYV)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count("not verified: ") == 2
