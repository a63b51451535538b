"""What is said of receivers that cannot be checked."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.transporting import transport_to
from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.checks import CHECKS, Expectation, Severity
from vodhooks.fuzzer.failures import failure
from vodhooks.fuzzer.preflight import Probe, preflight
from vodhooks.fuzzer.profiles import ACKNOWLEDGES_ALL, Profile
from vodhooks.receiver.decide import Delivery, Outcome, decide
from vodhooks.receiver.settings import Settings, auth_policies
from vodhooks.vendor.endpoints import endpoints_at
from vodhooks.vendor.transports import Transport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIGNED = "polyv.video_outline"
OPEN = "ucloud.umedia.slice"
ENVIRON = {"VODHOOKS_POLYV_SECRETS": "secret"}
TOKEN = {"VODHOOKS_TOKENS": "token"}
URL = "http://receiver.test"
PROFILE = Profile()


def answering(status: Callable[[Delivery], int]) -> Callable[..., Iterable[bytes]]:
    def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        channel = SIGNED if "outline" in environ["PATH_INFO"] else OPEN
        token = environ["QUERY_STRING"].removeprefix("token=")
        delivery = Delivery(
            channel, environ["wsgi.input"].read(), environ.get("CONTENT_TYPE"), token
        )
        start_response(f"{status(delivery)} Whatever", [])
        return []

    return app


def correct(delivery: Delivery) -> int:
    statuses = {Outcome.ACCEPTED: 200, Outcome.NOT_AUTHENTIC: 401}
    admitted = auth_policies(Settings(), {**ENVIRON, **TOKEN})[delivery.channel]
    return statuses.get(decide(delivery, admitted, time.time()).outcome, 400)


def flown(
    status: Callable[[Delivery], int],
    channel: str,
    environ: dict[str, str],
    profile: Profile = PROFILE,
) -> Probe:
    with transport_to(answering(status), 5.0) as transport:
        endpoints = endpoints_at(URL, [channel], environ, profile.paths)
        return preflight(transport, endpoints, profile)[channel]


def complaint(
    status: Callable[[Delivery], int], channel: str = SIGNED, environ: dict[str, str] | None = None
) -> str:
    with pytest.raises(FuzzingError) as raised:
        flown(status, channel, {**ENVIRON, **TOKEN} if environ is None else environ)
    return str(raised.value)


@pytest.mark.parametrize("channel", [SIGNED, OPEN])
def test_a_correct_receiver_passes(channel: str) -> None:
    flown(correct, channel, {**ENVIRON, **TOKEN})


def test_another_success_is_left_to_the_cases() -> None:
    flown(lambda delivery: 204 if correct(delivery) == 200 else 403, SIGNED, {**ENVIRON, **TOKEN})


def test_one_that_takes_some_kinds_only_passes() -> None:
    flown(
        lambda delivery: 422 if b"generate_success" in delivery.body else correct(delivery),
        SIGNED,
        {**ENVIRON, **TOKEN},
    )


def test_another_success_in_the_profile_passes() -> None:
    profile = Profile(success={SIGNED: (302,)})
    flown(
        lambda delivery: 302 if correct(delivery) == 200 else 400,
        SIGNED,
        {**ENVIRON, **TOKEN},
        profile,
    )


@pytest.mark.parametrize(
    ("status", "environ", "words"),
    [
        (
            401,
            ENVIRON,
            "401 to a valid delivery: is VODHOOKS_POLYV_SECRETS the receiver's secret, and is its clock right?",
        ),
        (
            403,
            {},
            "VODHOOKS_POLYV_SECRETS is not set, so that nothing was signed. VODHOOKS_TOKENS_POLYV_VIDEO_OUTLINE is not set",
        ),
        (
            401,
            {**ENVIRON, **TOKEN},
            "is its clock right? is the token the one that the receiver knows?",
        ),
        (
            404,
            ENVIRON,
            "404 to a valid delivery: is /callbacks/polyv/video-outline where the receiver takes this channel?",
        ),
        (405, ENVIRON, "A profile can name another path"),
        (301, ENVIRON, "vendors follow no redirects"),
        (
            500,
            ENVIRON,
            "500 to a valid delivery: the receiver, or what stands in front of it, does not work",
        ),
        (
            422,
            ENVIRON,
            "422 to a valid delivery: the receiver takes none of the contract's samples; is VODHOOKS_POLYV_SECRETS",
        ),
    ],
)
def test_one_that_takes_nothing_is_told_where_to_look(
    status: int, environ: dict[str, str], words: str
) -> None:
    said = complaint(lambda _: status, SIGNED, environ)
    assert said.startswith(f"{SIGNED}: {status} to a valid delivery: ")
    assert words in said


def test_one_that_takes_everything_is_a_failure() -> None:
    alike = flown(lambda _: 200, SIGNED, {**ENVIRON, **TOKEN}).alike
    assert alike is not None
    found = failure(alike, PROFILE)
    assert found is not None
    assert (found.severity, found.check.name) == (Severity.LETS_IN, ACKNOWLEDGES_ALL)
    open_one = flown(lambda _: 204, OPEN, {}).alike
    assert open_one is not None
    assert [answer.status for answer in open_one.answers] == [204]


@pytest.mark.parametrize(
    "profile",
    [
        Profile(expected={ACKNOWLEDGES_ALL: Expectation.SURVIVE}),
        Profile(skipped=frozenset({ACKNOWLEDGES_ALL})),
    ],
)
def test_one_that_takes_everything_may_be_declared_to(profile: Profile) -> None:
    assert flown(lambda _: 200, SIGNED, {**ENVIRON, **TOKEN}, profile).alike is None
    refused = CHECKS["syntax/not-json"]
    assert profile.expects(refused).expectation is Expectation.SURVIVE


def test_telling_forgeries_apart_is_no_complaint() -> None:
    flown(lambda delivery: 401 if correct(delivery) == 401 else 200, SIGNED, {**ENVIRON, **TOKEN})
    flown(lambda delivery: 400 if correct(delivery) == 400 else 200, SIGNED, {**ENVIRON, **TOKEN})


def test_every_channel_has_its_complaint() -> None:
    with (
        transport_to(answering(lambda _: 503), 5.0) as transport,
        pytest.raises(FuzzingError) as raised,
    ):
        preflight(transport, endpoints_at(URL, [SIGNED, OPEN], ENVIRON), PROFILE)
    assert [line.partition(":")[0] for line in str(raised.value).splitlines()] == [SIGNED, OPEN]


def test_a_receiver_of_some_channels_has_to_name_them() -> None:
    application = answering(
        lambda delivery: correct(delivery) if delivery.channel == SIGNED else 404
    )
    with transport_to(application, 5.0) as transport, pytest.raises(FuzzingError) as raised:
        preflight(transport, endpoints_at(URL, [SIGNED, OPEN], {**ENVIRON, **TOKEN}), PROFILE)
    first, second = str(raised.value).splitlines()
    assert first.startswith(f"{OPEN}: 404 ")
    assert "--channel" in second


def test_one_that_is_down_is_named_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with Transport(url, 5.0) as transport, pytest.raises(FuzzingError) as raised:
        preflight(transport, endpoints_at(url, [SIGNED, OPEN], {**ENVIRON, **TOKEN}), PROFILE)
    assert (
        str(raised.value)
        == f"nothing takes connections at {url.removeprefix('http://')}: connection refused"
    )


def test_one_that_says_nothing_is_told_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with (
            Transport(url, 0.2) as transport,
            pytest.raises(FuzzingError, match=r"no answer within 0\.2 s to a valid delivery"),
        ):
            preflight(transport, endpoints_at(url, [SIGNED], ENVIRON), PROFILE)


@pytest.mark.parametrize("status", [302, 401, 404, 422, 500])
def test_no_complaint_holds_a_secret(status: int) -> None:
    said = complaint(
        lambda _: status, SIGNED, {"VODHOOKS_POLYV_SECRETS": "s3cr3t", "VODHOOKS_TOKENS": "t0k3n"}
    )
    assert "s3cr3t" not in said
    assert "t0k3n" not in said
