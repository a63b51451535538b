"""Every defect is found and named, and nothing is found on a correct receiver, whatever its habits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from starlette.responses import Response

from tests.zoo.correct import CORRECT
from tests.zoo.defects import DEFECTS
from tests.zoo.harness import EVERY_CHANNEL, caused, naming, on_node, served, stored_at
from tests.zoo.keeper import Keeper
from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.profiles import Profile

if TYPE_CHECKING:
    from starlette.requests import Request

    from vodhooks.catalogue import Channel

PROFILE = Profile(slow=5.0, timeout=10.0, patience=10.0)
ON_SOCKETS = ("framing/", "socket/")
BY_SOCKET = {
    name: listed
    for name, listed in DEFECTS.items()
    if listed.cause.partition(": ")[2].startswith(ON_SOCKETS) or listed.kind.protocol
}
SLOW = {
    name: listed
    for name, listed in DEFECTS.items()
    if listed.cause.startswith("slow: ") and name not in BY_SOCKET
}
ON_NODE = {
    "parses-with-json-parse": "fails: syntax/not-json",
    "upper-cases-the-sign": "fails: signature/missing",
    "forgets-the-token": "lets strangers in: token/wrong",
    "identifies-by-doubles": "loses events: repeat/large-numbers",
    "keeps-every-copy": "stores an event twice: repeat/same",
}


def test_there_are_60_defects_and_5_correct_receivers() -> None:
    assert len(DEFECTS) + len(ON_NODE) >= 60
    assert len(ON_NODE) >= 5
    assert len(CORRECT) + 1 >= 5


@pytest.mark.parametrize("name", sorted(set(DEFECTS) - set(BY_SOCKET) - set(SLOW)))
def test_a_defect_is_found_and_named(name: str) -> None:
    kind, cause, channel = DEFECTS[name]
    keeper = kind()
    found = caused(keeper.app, keeper.counted, PROFILE, (channel,), wanted=naming(cause))
    assert cause in [item.name for item in found]


@pytest.mark.parametrize("name", sorted(SLOW))
def test_a_defect_that_takes_time_is_found_and_named(name: str) -> None:
    kind, cause, channel = SLOW[name]
    keeper = kind()
    profile = replace(PROFILE, slow=kind.slow)
    found = caused(keeper.app, None, profile, (channel,), wanted=cause.endswith)
    assert cause in [item.name for item in found]


@pytest.mark.parametrize("name", sorted(BY_SOCKET))
def test_a_defect_on_sockets_is_found_and_named(name: str) -> None:
    kind, cause, channel = BY_SOCKET[name]
    keeper = kind()
    with served(keeper.app, kind.protocol) as url:
        found = caused(
            url,
            lambda: len(keeper.events),
            PROFILE,
            (channel,),
            wanted=lambda check: check.startswith(ON_SOCKETS) or cause.endswith(check),
        )
    assert cause in [item.name for item in found]


@pytest.mark.parametrize("name", CORRECT)
def test_nothing_is_found_on_a_correct_receiver(name: str) -> None:
    make, profile = CORRECT[name]
    receiver, count = make()
    whole = name == next(iter(CORRECT))
    found = caused(receiver, count, profile, every_message=whole)
    assert [cause.name for cause in found] == []


def test_a_correct_receiver_on_a_port_has_no_finding() -> None:
    keeper = Keeper()
    with served(keeper.app) as url:
        found = caused(
            url,
            lambda: len(keeper.events),
            PROFILE,
            wanted=lambda check: check.startswith(ON_SOCKETS),
        )
    assert [cause.name for cause in found] == []


def test_a_correct_receiver_for_node_has_no_finding() -> None:
    with on_node() as url:
        found = caused(url, stored_at(url), PROFILE, every_message=False)
    assert [cause.name for cause in found] == []


@pytest.mark.parametrize(
    ("status", "complaint"),
    [
        (401, "401 to a valid delivery: is VODHOOKS_POLYV_SECRETS the receiver's secret"),
        (302, "302 to a valid delivery: vendors follow no redirects"),
        (404, "404 to a valid delivery: is /callbacks/polyv/video-outline where"),
        (500, "500 to a valid delivery"),
    ],
)
def test_a_receiver_that_cannot_be_checked_is_named(status: int, complaint: str) -> None:
    class Alike(Keeper):
        async def receive(self, request: Request, channel: Channel) -> Response:
            return Response(status_code=status)

    with pytest.raises(FuzzingError, match=re.escape(complaint)):
        caused(Alike().app, None, PROFILE, EVERY_CHANNEL[:1])


@pytest.mark.parametrize("name", ON_NODE)
def test_a_defect_for_node_is_found_and_named(name: str) -> None:
    with on_node(name) as url:
        found = caused(
            url,
            stored_at(url),
            PROFILE,
            EVERY_CHANNEL[:1],
            wanted=naming(ON_NODE[name]),
        )
    assert ON_NODE[name] in [cause.name for cause in found]
