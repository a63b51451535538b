"""A delivery that a wrong secret or token turned away is stored once that has been mended."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import orjson

from tests.support.served import CLOSED, OUTLINE, SECRET, TOKEN, outline, serving
from vodhooks.catalogue import channel
from vodhooks.inbox.database import connect
from vodhooks.inbox.refusals import iterate_refused
from vodhooks.testing import example, sign

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

Run = Any
PORN = channel("ucloud.umedia.porn").path
WRONG = {**CLOSED, "VODHOOKS_POLYV_SECRETS": "outdated"}
KEEPING = {**WRONG, "VODHOOKS_KEEP_REFUSED": "100"}


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def refused_in(folder: Path) -> list[tuple[str, str]]:
    engine = connect(f"sqlite:///{folder / 'inbox.sqlite3'}")
    found = [(each.channel, each.reason) for each in iterate_refused(engine)]
    engine.dispose()
    return found


def porn(task: str) -> bytes:
    return orjson.dumps({**example("ucloud.umedia.porn"), "task_id": task})


def replayed(
    vodhooks: Callable[..., subprocess.CompletedProcess[str]], folder: Path, **changed: str
) -> subprocess.CompletedProcess[str]:
    store = f"sqlite:///{folder / 'inbox.sqlite3'}"
    return vodhooks(
        "inbox", "replay", "--refused", "--store", store, settings={**CLOSED, **changed}
    )


def test_what_a_wrong_secret_turned_away_is_stored_when_it_is_right(
    vodhooks: Run, tmp_path: Path
) -> None:
    stale = orjson.dumps(
        sign(
            {**example("polyv.video_outline.generate_success"), "taskId": 9},
            "polyv.video_outline",
            SECRET,
            time.time() - 200_000,
        )
    )
    broken = outline(3, vid=7)
    with serving(tmp_path, KEEPING) as served:
        answers = [
            status(served.post(OUTLINE, body))
            for body in (outline(1), outline(1), outline(2), broken, stale)
        ]
        assert answers == [401] * 5
        # What no contract could be of is not kept.
        assert status(served.post(OUTLINE, b'{"sign": "x"}')) == 401
        assert status(served.post(OUTLINE, b"no JSON")) == 400
        assert served.end() == -15
        assert served.kept("id") == []
    assert set(refused_in(tmp_path)) == {("polyv.video_outline", "signature-mismatch")}
    done = replayed(vodhooks, tmp_path, VODHOOKS_POLYV_SECRETS="outdated")
    assert (done.returncode, "0 stored" in done.stderr) == (0, True)
    before = len(refused_in(tmp_path))
    done = replayed(vodhooks, tmp_path)
    assert (done.returncode, done.stderr) == (0, f"{before - 1} stored, 1 still refused\n")
    assert SECRET not in done.stdout
    assert sorted(served.kept("outcome")) == [("accepted",), ("accepted",), ("quarantined",)]
    assert replayed(vodhooks, tmp_path).stderr == "0 stored, 1 still refused\n"


def test_what_a_wrong_token_turned_away_is_stored_when_it_is_right(
    vodhooks: Run, tmp_path: Path
) -> None:
    with serving(tmp_path, KEEPING) as served:
        for query, task in (("?token=new-one", "1"), ("?token=guess", "2"), ("", "3")):
            assert status(served.post(PORN + query, porn(task))) == 401
        assert status(served.post(f"{PORN}?token={TOKEN}", porn("4"))) == 200
        assert served.end() == -15
    assert sorted(refused_in(tmp_path)) == [
        ("ucloud.umedia.porn", "token-missing"),
        ("ucloud.umedia.porn", "token-wrong"),
        ("ucloud.umedia.porn", "token-wrong"),
    ]
    for file in tmp_path.glob("inbox*"):
        assert b"new-one" not in file.read_bytes()
    done = replayed(vodhooks, tmp_path, VODHOOKS_TOKENS_UCLOUD_UMEDIA_PORN=f"{TOKEN},new-one")
    assert (done.returncode, done.stderr) == (0, "1 stored, 2 still refused\n")
    assert served.kept("identity") == [('["4"]',), ('["1"]',)]


def test_a_channel_without_secret_and_token_vouches_for_nothing(
    vodhooks: Run, tmp_path: Path
) -> None:
    with serving(tmp_path, KEEPING) as served:
        assert status(served.post(OUTLINE, outline(1))) == 401
        assert served.end() == -15
    store = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    done = vodhooks("inbox", "replay", "--refused", "--store", store)
    assert (done.returncode, done.stderr) == (0, "0 stored, 1 still refused\n")


def test_nothing_is_kept_unless_it_is_asked_for(tmp_path: Path) -> None:
    with serving(tmp_path, WRONG) as served:
        assert status(served.post(OUTLINE, outline(1))) == 401
        assert served.end() == -15
    assert refused_in(tmp_path) == []


def test_of_many_refusals_as_many_are_kept_as_is_said(tmp_path: Path) -> None:
    with serving(tmp_path, {**KEEPING, "VODHOOKS_KEEP_REFUSED": "20"}) as served:
        for number in range(60):
            assert status(served.post(OUTLINE, outline(number))) == 401
        assert served.end() == -15
    assert len(refused_in(tmp_path)) == 20
