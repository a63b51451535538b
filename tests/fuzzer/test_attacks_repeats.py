"""Receivers that keep their books in one wrong way each, and what the repeats say of them."""

from __future__ import annotations

import time
import unicodedata
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from tests.support.transporting import transport_to
from vodhooks.catalogue import catalogue
from vodhooks.fuzzer import effects
from vodhooks.fuzzer.attacks import repeats
from vodhooks.fuzzer.causes import group_failures
from vodhooks.fuzzer.effects import Stored
from vodhooks.fuzzer.execution import run_cases
from vodhooks.fuzzer.profiles import Profile
from vodhooks.receiver.decide import Delivery, Outcome, decide
from vodhooks.receiver.settings import Settings, auth_policies
from vodhooks.vendor.endpoints import endpoints_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.receiver.decide import Decision
    from vodhooks.vendor.endpoints import Endpoint

ENVIRON = {
    "VODHOOKS_POLYV_SECRETS": "secret",
    "VODHOOKS_TENCENT_SIGN_KEYS": "signKey",
    "VODHOOKS_TOKENS": "token",
}
URL = "http://receiver.test"
CHANNELS = {channel.path: name for name, channel in catalogue().channels.items()}
PROFILE = Profile()


class Books:
    """A receiver that keeps events in memory, each under a key of its own, as it should."""

    channels = tuple(catalogue().channels)

    def __init__(self) -> None:
        self.events: dict[object, bytes] = {}
        self.lock = Lock()
        self.policies = auth_policies(Settings(), ENVIRON)

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., object]
    ) -> Iterable[bytes]:
        delivery = Delivery(
            CHANNELS[environ["PATH_INFO"]],
            environ["wsgi.input"].read(),
            environ.get("CONTENT_TYPE"),
            environ["QUERY_STRING"].removeprefix("token="),
        )
        status = self.take(delivery, decide(delivery, self.policies[delivery.channel], time.time()))
        start_response(f"{status} Whatever", [])
        return []

    def take(self, delivery: Delivery, decision: Decision) -> int:
        del delivery
        if decision.outcome in {Outcome.ACCEPTED, Outcome.UNKNOWN}:
            return self.keep(decision)
        return 401 if decision.outcome is Outcome.NOT_AUTHENTIC else 400

    def keep(self, decision: Decision) -> int:
        with self.lock:
            self.events.setdefault(self.key(decision), decision.body)
        return 200

    def key(self, decision: Decision) -> object:
        return decision.channel, decision.identity

    def count(self) -> int:
        return len(self.events)

    def stored(self) -> int | Stored:
        return self.count()


class EveryVersion(Books):
    def key(self, decision: Decision) -> object:
        return decision.channel, decision.identity, decision.content


class Forgetful(Books):
    def key(self, decision: Decision) -> object:
        return object(), decision


class ByBytes(Books):
    def key(self, decision: Decision) -> object:
        return decision.channel, decision.body


class BySignature(Books):
    # Where signatures count whole seconds, it loses nearly everything of a quick test.
    channels = ("polyv.video_outline",)

    def key(self, decision: Decision) -> object:
        time.sleep(0.002)  # so that no two cases share a millisecond
        return decision.signature


class WithoutKind(Books):
    def key(self, decision: Decision) -> object:
        return decision.channel, decision.identity.split(",")[-1]


class InDoubles(Books):
    def key(self, decision: Decision) -> object:
        parts = orjson.loads(decision.identity)
        return decision.channel, *(float(part) if isinstance(part, int) else part for part in parts)


class IgnoringCase(Books):
    def key(self, decision: Decision) -> object:
        return decision.channel, decision.identity.lower()


class Trimming(Books):
    def key(self, decision: Decision) -> object:
        return decision.channel, *(str(part).rstrip() for part in orjson.loads(decision.identity))


class Normalising(Books):
    def key(self, decision: Decision) -> object:
        return decision.channel, unicodedata.normalize("NFC", decision.identity)


class WithoutChannel(Books):
    def key(self, decision: Decision) -> object:
        return decision.identity


class RefusingCopies(Books):
    def keep(self, decision: Decision) -> int:
        with self.lock:
            if self.key(decision) in self.events:
                return 409
            self.events[self.key(decision)] = decision.body
            return 200


class LookingFirst(Books):
    """Looks whether an event is there, and then writes, with a gap in between."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[object] = []

    def keep(self, decision: Decision) -> int:
        if self.key(decision) not in self.rows:
            time.sleep(0.005)
            self.rows.append(self.key(decision))
        return 200

    def count(self) -> int:
        return len(self.rows)


class FailingOnVersions(Books):
    def keep(self, decision: Decision) -> int:
        with self.lock:
            if self.events.setdefault(self.key(decision), decision.content) != decision.content:
                raise ValueError
        return 200


class DroppingUnknown(Books):
    def keep(self, decision: Decision) -> int:
        return 200 if decision.outcome is Outcome.UNKNOWN else super().keep(decision)


class Overloaded(Books):
    """Answers that it has taken what it has dropped, when much comes at once."""

    def __init__(self) -> None:
        super().__init__()
        self.at_work = 0

    def keep(self, decision: Decision) -> int:
        self.at_work += 1
        time.sleep(0.02)
        if self.at_work < 20:
            super().keep(decision)
        self.at_work -= 1
        return 200


class StoringFirst(Books):
    def take(self, delivery: Delivery, decision: Decision) -> int:
        with self.lock:
            self.events.setdefault(
                (delivery.channel, decision.identity or delivery.body), delivery.body
            )
        return super().take(delivery, decision)


class StoringBroken(Books):
    def take(self, delivery: Delivery, decision: Decision) -> int:
        if decision.outcome is Outcome.QUARANTINED:
            self.events[object()] = delivery.body
        return super().take(delivery, decision)


class ForgettingOldOnes(Books):
    """Knows the last hundred events again."""

    def __init__(self) -> None:
        super().__init__()
        self.recent: list[object] = []

    def keep(self, decision: Decision) -> int:
        with self.lock:
            if self.key(decision) not in self.recent:
                self.recent = [*self.recent[-99:], self.key(decision)]
                self.events[object()] = decision.body
        return 200


class DroppingLargeOnes(Books):
    def keep(self, decision: Decision) -> int:
        return super().keep(decision) if len(decision.body) < 2**20 else 200


class WithoutNewKind(Books):
    def key(self, decision: Decision) -> object:
        if decision.outcome is not Outcome.UNKNOWN:
            return super().key(decision)
        known = {"EventType", "Sign", "T"}
        payload = orjson.loads(decision.body)
        return orjson.dumps({name: payload[name] for name in sorted(payload.keys() - known)})


class InColumns(Books):
    """Keeps what it takes for the number of the event in a column of 32 bits, and gives the newest back."""

    newest: Any = None

    def keep(self, decision: Decision) -> int:
        self.newest = orjson.loads(decision.body)
        for name, value in self.newest.items():
            if type(value) is int:
                self.newest[name] = min(value, 2**31 - 1)
        return super().keep(decision)

    def stored(self) -> Stored:
        return Stored(len(self.events), self.newest)


class Empty(Books):
    channels = ("polyv.video_outline",)

    def take(self, delivery: Delivery, decision: Decision) -> int:
        status = super().take(delivery, decision)
        self.events.clear()
        return status


EXPECTED: dict[type[Books], set[str]] = {
    Books: set(),
    Empty: {"loses events: repeat/once"},
    EveryVersion: set(),
    Forgetful: {"stores an event twice: repeat/same"},
    ByBytes: {"stores an event twice: repeat/signed-afresh"},
    BySignature: {
        "loses events: repeat/same-moment",
        "stores an event twice: repeat/signed-afresh",
    },
    WithoutKind: {"loses events: repeat/kinds"},
    InDoubles: {"loses events: repeat/large-numbers"},
    IgnoringCase: {"loses events: repeat/letter-case"},
    Trimming: {"loses events: repeat/trailing-blank"},
    Normalising: {"loses events: repeat/unicode-forms"},
    WithoutChannel: {"loses events: repeat/channels"},
    RefusingCopies: {"refuses the valid: repeat/same"},
    LookingFirst: {"stores an event twice: repeat/at-once"},
    FailingOnVersions: {"fails: repeat/other-body"},
    DroppingUnknown: {"loses events: repeat/unknown-kinds"},
    Overloaded: {"loses events: repeat/different-at-once"},
    # What it has stored although it was stale comes again when it is fresh.
    StoringFirst: {
        "lets strangers in: repeat/stranger",
        "stores an event twice: repeat/after-window",
    },
    StoringBroken: {"stores an event twice: repeat/broken-contract"},
    # Others come while it is waited for the end of a window; tried again, none do.
    ForgettingOldOnes: {"stores an event twice: repeat/after-others"},
    DroppingLargeOnes: {"loses events: repeat/large"},
    WithoutNewKind: {"loses events: repeat/new-kinds"},
    InColumns: {"loses events: repeat/integers"},
}


def cases_of(endpoints: Mapping[str, Endpoint]) -> list[Case]:
    return list(chain.from_iterable(map(repeats.cases, endpoints.values())))


@pytest.fixture(scope="module")
def endpoints() -> dict[str, Endpoint]:
    return endpoints_at(URL, catalogue().channels, ENVIRON)


@pytest.mark.parametrize("books", EXPECTED)
def test_each_bookkeeping_fault_gets_its_own_check(
    books: type[Books], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(effects, "SETTLE_SECONDS", 0.01)
    monkeypatch.setattr(repeats, "APART_SECONDS", 60.0)
    receiver = books()
    endpoints = endpoints_at(URL, books.channels, ENVIRON)
    with transport_to(receiver, 10.0) as transport:
        cases = cases_of(endpoints)
        verdicts = list(run_cases(cases, transport, endpoints, PROFILE, receiver.stored))
    found = group_failures((each for _, each in verdicts if each), cases)
    assert {cause.name for cause in found} == EXPECTED[books]


def test_every_check_is_needed_to_tell_faults_apart(endpoints: dict[str, Endpoint]) -> None:
    expected = {name.partition(": ")[2] for names in EXPECTED.values() for name in names}
    folded = {"repeat/other-bodies-at-once", "repeat/rewritten"}  # under others
    assert {case.check.name for case in cases_of(endpoints)} == expected | folded


def test_names_are_unique_and_fit_what_can_be_tried(endpoints: dict[str, Endpoint]) -> None:
    everything = cases_of(endpoints)
    assert len({case.name for case in everything}) == len(everything)
    bare = cases_of(endpoints_at(URL, ["polyv.video_outline", "ucloud.umedia.slice"], {}))
    left_out = {"repeat/stranger", "repeat/signed-afresh", "repeat/same-moment", "repeat/channels"}
    assert not left_out & {case.check.name for case in bare}


def test_without_a_count_only_answers_are_checked(endpoints: dict[str, Endpoint]) -> None:
    with transport_to(Forgetful(), 10.0) as transport:
        results = list(run_cases(cases_of(endpoints), transport, endpoints, PROFILE))
    assert {(result.stored, found) for result, found in results} == {(None, None)}
