"""URLs in payloads lead to a canary, which notes who asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import orjson
import pytest

from tests.support.endpoints import CHANNELS, cases_of, endpoint_at
from vodhooks.fuzzer.attacks.fetches import Canary, canary
from vodhooks.fuzzer.checks import Severity
from vodhooks.fuzzer.failures import CaseResult, failure
from vodhooks.fuzzer.profiles import Profile
from vodhooks.pointers import parse_pointer, resolve
from vodhooks.vendor.connections import Answer
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from vodhooks.fuzzer.attacks.cases import Case

SLICE = "ucloud.umedia.slice"


def luring(name: str) -> tuple[Case, RequestBatch, Any]:
    endpoint = endpoint_at(name.partition("/")[0])
    case = cases_of(endpoint)[name]
    attack = case.attack(endpoint)
    assert isinstance(attack, RequestBatch)
    return case, attack, orjson.loads(attack.requests[0].body)


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_url_of_a_payload_leads_to_the_canary(channel: str) -> None:
    endpoint = endpoint_at(channel)
    for name, case in cases_of(endpoint).items():
        if case.check.name.startswith("fetch/"):
            _, _, payload = luring(name)
            text = orjson.dumps(payload).decode()
            assert text.count("http") == text.count(canary().url) >= 3


def test_what_is_asked_for_is_told_by_its_place() -> None:
    case, attack, payload = luring(f"{SLICE}/fetch/url")
    assert attack.fetched is not None
    for _ in range(2):
        urlopen(payload["src_url"], timeout=10).close()  # noqa: S310 # on loopback
    assert attack.fetched() == ("/src_url",)
    result = CaseResult(case, attack, (Answer(200, 0.1),), fetched=("/src_url",))
    found = failure(result, Profile())
    assert found is not None
    assert (found.severity, found.observed) == (
        Severity.FETCHES,
        "asked for the URL at /src_url",
    )


def test_what_nobody_asks_for_is_not_told() -> None:
    watching = Canary()
    assert watching.asked("/none/", 0.0) == ()
    urlopen(f"{watching.url}/other/1", timeout=10).close()  # noqa: S310 # on loopback
    assert watching.asked("/none/", 0.0) == ()
    assert watching.asked("/other/", 0.0) == ("/other/1",)


def test_each_place_has_a_url_of_its_own() -> None:
    _, _, payload = luring("tencent.vod/fetch/url/review_audio_video_complete")
    event = "/ReviewAudioVideoCompleteEvent/Output"
    places = [f"{event}/SegmentSetFileUrl", f"{event}/SegmentSet/0/Url", "/url", "/callback_url"]
    urls = [resolve(payload, parse_pointer(place)) for place in places]
    assert len({*urls}) == 4
