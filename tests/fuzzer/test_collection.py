"""What was found is saved without secrets, played again, and compared with what was known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from starlette.responses import Response

from tests.zoo.harness import served
from tests.zoo.keeper import ENVIRON, SECRET, TOKEN, Keeper
from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.checks import Severity
from vodhooks.fuzzer.collection import (
    Outcome,
    causes_in,
    known_causes,
    save,
    verdicts,
)
from vodhooks.fuzzer.profiles import Profile
from vodhooks.fuzzer.runs import run
from vodhooks.vendor.endpoints import endpoints_at

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.runs import Campaign

OUTLINE = "polyv.video_outline"
PROFILE = Profile(timeout=10.0)


class Broken(Keeper):
    """Lets strangers in, and answers as it is told to what names a charset."""

    status = 200
    lets_in = True

    def check_signature(self, signature: str, payload: Any) -> None:
        if not self.lets_in:
            super().check_signature(signature, payload)

    async def receive(self, request: Request, channel: Channel) -> Response:
        if "accept-charset" in request.headers and self.status != 200:
            return Response(status_code=self.status)
        return await super().receive(request, channel)


def played(url: str, *names: str, profile: Profile = PROFILE) -> Campaign:
    endpoints = endpoints_at(url, [OUTLINE], ENVIRON)
    return run(url, endpoints, profile, names=[f"{OUTLINE}/{name}" for name in names])


def save_all(campaign: Campaign, folder: Path) -> None:
    save(campaign.groups, folder, campaign.confidential)


def outcomes(url: str, folder: Path, *, profile: Profile = PROFILE) -> dict[str, Outcome]:
    saved = causes_in(folder)
    names = [name.partition("/")[2] for cause in saved.values() for name in cause.cases]
    return {
        verdict.saved.cause: verdict.outcome
        for verdict in verdicts(saved, played(url, *names, profile=profile).failures)
    }


def test_saved_causes_are_played_and_compared(tmp_path: Path) -> None:
    receiver = Broken()
    receiver.status = 422
    strangers, refused = (
        "lets strangers in: signature/wrong",
        "refuses the valid: header/usual",
    )
    with served(receiver.app) as url:
        save_all(played(url, "signature/wrong/", "header/usual/"), tmp_path)
        assert outcomes(url, tmp_path) == {strangers: Outcome.STILL, refused: Outcome.STILL}
        receiver.lets_in = False
        receiver.status = 204
        assert outcomes(url, tmp_path) == {strangers: Outcome.FIXED, refused: Outcome.REGRESSED}
        assert outcomes(url, tmp_path)[strangers] is Outcome.FIXED
        receiver.lets_in = True
        assert outcomes(url, tmp_path)[strangers] is Outcome.REGRESSED
        assert outcomes(url, tmp_path)[strangers] is Outcome.STILL


def test_a_saved_cause_is_a_file_and_an_archive(tmp_path: Path) -> None:
    with served(Broken().app) as url:
        campaign = played(url, "signature/wrong/")
        save_all(campaign, tmp_path)
        save_all(campaign, tmp_path)
    case_file, archive = sorted(tmp_path.iterdir(), key=lambda file: file.suffix, reverse=True)
    assert [case_file.suffix, archive.suffix] == [".json", ".har"]
    (saved,) = causes_in(tmp_path).values()
    assert (saved.severity, saved.fixed) == (Severity.LETS_IN, False)
    assert saved.cases[0].startswith(f"{OUTLINE}/signature/wrong/")
    assert saved.observed == "answered 200"
    document = json.loads(archive.read_bytes())
    (entry,) = document["log"]["entries"]
    assert entry["request"]["url"].endswith("/callbacks/polyv/video-outline?token=…")
    assert entry["response"]["status"] == 200
    assert json.loads(entry["request"]["postData"]["text"])["callbackType"] == "generate_fail"


def test_no_file_holds_secret_token_or_signature(tmp_path: Path) -> None:
    class Crashes(Keeper):
        async def receive(self, request: Request, channel: Channel) -> Response:
            await request.body()
            if "x-unknown" in request.headers or "content-length" not in request.headers:
                return Response(status_code=500)
            return await super().receive(request, channel)

    with served(Crashes().app) as url:
        campaign = played(url, "header/odd/latin-1", "framing/chunked")
        save_all(campaign, tmp_path)
    request = campaign.groups[0].failures[0].result.attack.requests[0]  # type: ignore[union-attr] # it is a batch
    sign = json.loads(request.body)["sign"]
    files = [file.read_text(encoding="utf-8") for file in tmp_path.iterdir()]
    assert len(files) == 4
    for secret in (SECRET, TOKEN, sign):
        assert not [text for text in files if secret in text]


@pytest.mark.parametrize("text", ["{}", "[]", '{"cause": "x"}', "no JSON"])
def test_a_file_that_is_no_saved_cause_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(FuzzingError, match=r"x\.json: is no saved cause"):
        causes_in(tmp_path)


def test_a_folder_without_saved_causes_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FuzzingError, match="no cause is saved there"):
        causes_in(tmp_path)


def test_a_report_knows_causes_by_each_check(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    cause = {"harm": "crashes", "family": "syntax/cut", "explains": ["syntax/not-json"]}
    report.write_text(json.dumps({"causes": [cause]}))
    assert known_causes(report) == {"crashes: syntax/cut", "crashes: syntax/not-json"}
    for text in ("{}", "[]", "no JSON", '{"causes": [{}]}'):
        report.write_text(text)
        with pytest.raises(FuzzingError, match="is no report"):
            known_causes(report)


def test_a_leak_and_a_wrong_answer_are_compared_apart(tmp_path: Path) -> None:
    class Echoes(Keeper):
        refuses = True

        async def receive(self, request: Request, channel: Channel) -> Response:
            del channel
            body = await request.body()
            status = 422 if self.refuses else 200
            return Response(body, status if "accept-charset" in request.headers else 200)

    receiver = Echoes()
    wrong, leak = "refuses the valid: header/usual", "says too much: answer/payload"
    profile = Profile(timeout=10.0, skipped=frozenset({"run/acknowledges-all"}))
    with served(receiver.app) as url:
        save_all(played(url, "header/usual/", profile=profile), tmp_path)
        assert {cause.cause for cause in causes_in(tmp_path).values()} == {wrong, leak}
        receiver.refuses = False
        found = outcomes(url, tmp_path, profile=profile)
    assert found == {wrong: Outcome.FIXED, leak: Outcome.STILL}
