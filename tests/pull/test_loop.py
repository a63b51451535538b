"""Pull, decide, keep, confirm: with the vendor's SDK over a socket, into SQLite, with a clock that moves without waiting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from sqlalchemy import text

from vodhooks.classification import classify
from vodhooks.errors import PullingError, StoreError
from vodhooks.inbox.queries import EventFilter
from vodhooks.inbox.replay import revalidate_quarantine
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.pull.loop import (
    FIRST_SECONDS,
    IDLE_SECONDS,
    LONGEST_SECONDS,
    WINDOW_SECONDS,
    classify_pulled,
)
from vodhooks.pull.replies import PulledEvent
from vodhooks.receiver.decide import AuthPolicy, Delivery, Outcome, decide
from vodhooks.testing.tencent import Empty, Fault, in_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.support.pullers import REVIEW, Pulling, Time, pulling, review
    from vodhooks.errors import PullingFault
else:
    from tests.support.pullers import REVIEW, Pulling, Time, pulling, review

PULL, CONFIRM = "PullEvents", "ConfirmEvents"
UNKNOWN = {"EventType": "NotYetKnown", "NotYetKnownEvent": {"FileId": "1"}}
POISON = """
CREATE TRIGGER poison BEFORE INSERT ON events WHEN instr(NEW.identity, 'task-3') BEGIN SELECT RAISE(ABORT, 'a value'); END
"""


class Scripted:
    """An API that answers as no vendor should.

    Args:
        pulls: what each pull brings; nothing after the last.
        failures: how each confirmation fails; none after the last.
    """

    def __init__(
        self, *pulls: Sequence[PulledEvent], failures: Sequence[PullingFault | None] = ()
    ) -> None:
        self.pulls = iter(pulls)
        self.failures = iter(failures)
        self.confirmed: list[list[str]] = []

    def pull(self) -> Sequence[PulledEvent]:
        return next(self.pulls, ())

    def confirm(self, handles: Sequence[str]) -> None:
        self.confirmed.append(list(handles))
        kind = next(self.failures, None)
        if kind:
            raise PullingError(kind)


def pulled(event: object, handle: str | None = "h") -> PulledEvent:
    return PulledEvent(orjson.dumps(event), handle)


def execute(lent: Pulling, statement: str) -> None:
    with lent.engine.begin() as connection:
        connection.execute(text(statement))


def test_what_is_pulled_is_kept_and_then_confirmed(tmp_path: Path) -> None:
    with pulling(tmp_path, *map(review, range(20))) as lent:
        lent.run()
        assert sorted(lent.kept("body")) == sorted(
            orjson.dumps(review(number)) for number in range(20)
        )
        assert lent.confirmed == 20
        assert lent.samples("vodhooks_deliveries_total") == {f"tencent.vod {REVIEW} accepted": 20}


@pytest.mark.parametrize(
    ("events", "batches"),
    [(16, [16]), (20, [20]), (63, [63]), (64, [64]), (70, [64, 6]), (140, [64, 64, 12])],
)
def test_pulls_that_are_full_share_a_transaction(
    tmp_path: Path, events: int, batches: list[int]
) -> None:
    with pulling(tmp_path, *map(review, range(events)), hang_seconds=0) as lent:
        lent.run()
        assert [line["pull_outcomes"] for line in lent.lines()] == [
            {"confirmed": size} for size in batches
        ]
        assert lent.samples("vodhooks_store_batch_count") == {"": len(batches)}


def test_a_failed_pull_keeps_all_of_earlier_ones(tmp_path: Path) -> None:
    with pulling(
        tmp_path, *map(review, range(20)), faults=in_turn([None, Fault.THROTTLED], PULL)
    ) as lent:
        lent.run()
        assert [line.get("pull_outcomes") or line["failure"] for line in lent.lines()] == [
            {"confirmed": 16},
            "throttled",
            {"confirmed": 4},
        ]
        assert lent.time.rests == [0.5]


def test_a_pushed_event_is_known_when_it_is_pulled(tmp_path: Path) -> None:
    signed = review(1, Sign="28b1b1d5add8dd7302c3fc74791feb1a", T=1_777_600_000)
    with pulling(tmp_path, review(1)) as lent:
        pushed = classify(orjson.dumps(signed, option=orjson.OPT_INDENT_2), "tencent.vod")
        Inbox(lent.engine).keep([ReceivedDelivery.of(pushed, 1)])
        lent.run()
        assert lent.kept("deliveries", "outcome", "conflict") == [(2, "accepted", False)]
        assert lent.lines()[0]["flags"] == {"duplicate": 1}
        assert lent.confirmed == 1


def test_an_event_is_the_same_however_it_comes() -> None:
    cases: list[object] = [review(), UNKNOWN, {"EventType": 7}, []]
    for event in cases:
        body = orjson.dumps(event)
        pushed = decide(Delivery("tencent.vod", body), AuthPolicy.open(), 0.0)
        assert pushed.classification
        assert classify_pulled(body, 0) == ReceivedDelivery.of(pushed.classification, 0)


def test_what_keeps_no_contract_is_kept_and_confirmed(tmp_path: Path) -> None:
    broken = {"EventType": "ReviewAudioVideoComplete", "ReviewAudioVideoCompleteEvent": None}
    legacy = {"version": "4.0", "eventType": "TranscodeComplete", "data": {}}
    with pulling(tmp_path, UNKNOWN, broken, legacy, {}, {"EventType": None}) as lent:
        lent.run()
        assert lent.confirmed == 5
        assert sorted(lent.kept("outcome")) == [*["quarantined"] * 4, "unknown"]
        assert lent.lines()[0]["outcomes"] == {"unknown": 1, "quarantined": 4}


def test_what_is_no_json_is_kept_as_text(tmp_path: Path) -> None:
    api = Scripted(
        [
            PulledEvent(b'{"EventType": "X", "Text": "\xe4\xb8"}', "1"),
            PulledEvent(b'{"a": 1, "a": 2}', "2"),
        ]
    )
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        assert api.confirmed == [["1", "2"]]
        assert lent.kept("outcome") == ["quarantined"] * 2
        assert sorted(lent.kept("body")) == [
            b'{"EventType": "X", "Text": "\xef\xbf\xbd"}',
            b'{"a": 1, "a": 2}',
        ]
        reports = map(orjson.loads, lent.kept("report"))
        assert {
            violation["message"] for report in reports for violation in report["violations"]
        } == {
            "not UTF-8 at byte 28",
            "duplicate key 'a' at line 1, column 10",
        }


def test_only_text_that_is_json_now_leaves_quarantine(tmp_path: Path) -> None:
    api = Scripted(
        [
            PulledEvent(b'{"EventType": "X", "Text": "\xe4\xb8"}', "1"),
            PulledEvent(b'{"a": 1, "a": 2}', "2"),
        ]
    )
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        list(revalidate_quarantine(lent.engine, Inbox(lent.engine), EventFilter()))
        assert sorted(lent.kept("outcome", "body")) == [
            ("quarantined", b'{"a": 1, "a": 2}'),
            ("unknown", b'{"EventType": "X", "Text": "\xef\xbf\xbd"}'),
        ]


def test_what_has_no_handle_is_kept_and_counted(tmp_path: Path) -> None:
    api = Scripted([pulled(review(1), None), pulled(review(2)), PulledEvent(b"null", None)])
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        assert api.confirmed == [["h"]]
        assert sorted(lent.kept("outcome")) == ["accepted", "accepted", "quarantined"]
        assert lent.lines()[0]["pull_outcomes"] == {"no-handle": 2, "confirmed": 1}
        assert lent.samples("vodhooks_pull_events_total") == {"no-handle": 2, "confirmed": 1}
        assert lent.observer.left == 2


def test_a_call_confirms_at_most_16_and_each_once(tmp_path: Path) -> None:
    handles = [str(number) for number in range(40)]
    api = Scripted(
        [pulled(review(number), handle) for number, handle in enumerate([*handles, *handles])]
    )
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        assert api.confirmed == [handles[:16], handles[16:32], handles[32:]]
        assert lent.samples("vodhooks_pull_events_total") == {"confirmed": 80}


def test_only_an_event_that_is_kept_is_confirmed(tmp_path: Path) -> None:
    with pulling(tmp_path, *map(review, range(6))) as lent:
        execute(lent, POISON)
        with pytest.raises(StoreError, match="IntegrityError"):
            lent.run()
        assert lent.confirmed == 5
        assert lent.lines()[-1]["pull_outcomes"] == {"confirmed": 5, "not-stored": 1}
        assert b"a value" not in lent.log.getvalue()
        execute(lent, "DROP TRIGGER poison")
        lent.time.now += WINDOW_SECONDS
        lent.run()
        assert lent.confirmed == 6
        assert sorted(lent.kept("deliveries")) == [1] * 6


def test_a_handle_shared_with_a_lost_event_stays(tmp_path: Path) -> None:
    api = Scripted(
        [pulled(review(number), "shared" if number > 1 else "own") for number in range(1, 4)]
    )
    with pulling(tmp_path, api=api, time=Time(ends_after=8)) as lent:
        execute(lent, POISON)
        lent.run(until_empty=False)
        assert api.confirmed == [["own"]]
        assert lent.samples("vodhooks_pull_events_total") == {
            "confirmed": 1,
            "not-confirmed": 1,
            "not-stored": 1,
        }


class Mending(Time):
    """Time in which somebody does something when some of the window is over."""

    mend: Callable[[], None] | None = None

    def rest(self, seconds: float) -> bool:
        if self.mend and self.now > WINDOW_SECONDS / 8:
            self.mend()
            self.mend = None
        return super().rest(seconds)


def test_a_failing_store_is_waited_for_in_the_window(tmp_path: Path) -> None:
    time = Mending()
    with pulling(tmp_path, review(), time=time) as lent:
        execute(lent, "ALTER TABLE events RENAME TO away")
        time.mend = partial(execute, lent, "ALTER TABLE away RENAME TO events")
        lent.run()
        assert lent.kept("deliveries") == [1]
        assert lent.confirmed == 1
        assert {line.get("reason") for line in lent.lines()} == {
            "OperationalError: no such table: events",
            None,
        }


def test_a_failing_store_ends_no_service(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pulling(tmp_path, review(), time=Time(ends_after=30)) as lent:
        execute(lent, "ALTER TABLE events RENAME TO away")
        lent.run(until_empty=False)
        lent.observer.flush()
        assert lent.confirmed == 0
        cause = "OperationalError: no such table: events"
        times = sum(line.get("failure") == "not-stored" for line in lent.lines()) - 1
        said = f"vodhooks: the store fails: {cause}\nvodhooks: the store failed {times} times more: {cause}\n"
        assert capsys.readouterr().err == said
        assert len(lent.queue.history()[0].pulled_at) > 1
        assert lent.samples("vodhooks_pull_events_total").keys() == {"not-stored"}


@pytest.mark.parametrize(
    "fault",
    [Fault.THROTTLED, Fault.INTERNAL_ERROR, Fault.CLOCK, Fault.BAD_GATEWAY, Fault.LOST_REQUEST],
)
def test_a_confirmation_that_fails_is_tried_again(tmp_path: Path, fault: Fault) -> None:
    with pulling(tmp_path, *map(review, range(3)), faults=in_turn([fault] * 4, CONFIRM)) as lent:
        lent.run(random=0.5)
        assert lent.confirmed == 3
        assert lent.time.rests == [0.25, 0.5, 1.0, 2.0]
        assert lent.observer.left == 0


def test_a_failing_confirmation_is_left_to_redelivery(tmp_path: Path) -> None:
    with pulling(tmp_path, review(), faults=in_turn([Fault.INTERNAL_ERROR] * 6, CONFIRM)) as lent:
        lent.run()
        assert lent.time.now < WINDOW_SECONDS
        assert lent.lines()[-1]["pull_outcomes"] == {"not-confirmed": 1}
        assert lent.observer.left == 1
        lent.time.now = WINDOW_SECONDS
        lent.run()
        assert lent.kept("deliveries") == [2]
        assert lent.confirmed == 1


@pytest.mark.parametrize("fault", [Fault.LOST_ANSWER, Fault.TRUNCATED, Fault.BROKEN_JSON])
def test_an_unanswered_confirmation_is_sent_once_more(tmp_path: Path, fault: Fault) -> None:
    with pulling(tmp_path, *map(review, range(3)), faults=in_turn([fault], CONFIRM)) as lent:
        lent.run()
        assert lent.confirmed == 3
        assert lent.samples("vodhooks_pull_calls_total")[f"{CONFIRM} refused"] == 1
        lent.time.now = 2 * WINDOW_SECONDS
        lent.run()
        assert lent.kept("deliveries") == [1, 1, 1]


def test_a_refused_handle_does_not_hold_up_the_others(tmp_path: Path) -> None:
    failures: list[PullingFault | None] = ["refused", None, "refused", None]
    api = Scripted([pulled(review(number), str(number)) for number in range(3)], failures=failures)
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        assert api.confirmed == [["0", "1", "2"], ["0"], ["1"], ["2"]]
        assert lent.lines()[-1]["pull_outcomes"] == {"confirmed": 2, "not-confirmed": 1}


def test_a_bad_credential_is_not_tried_again_at_once(tmp_path: Path) -> None:
    api = Scripted([pulled(review(1))], failures=["credentials"])
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        assert api.confirmed == [["h"]]
        assert lent.lines()[-1]["pull_outcomes"] == {"not-confirmed": 1}


def test_the_window_begins_before_the_pull_is_sent(tmp_path: Path) -> None:
    """The handles of a pull that takes as long as the window would still work; the puller cannot know."""
    with pulling(
        tmp_path, review(), faults=in_turn([Fault.SLOW], PULL), slow_seconds=WINDOW_SECONDS
    ) as lent:
        lent.run()
        assert lent.confirmed == 0
        assert lent.lines()[-1]["pull_outcomes"] == {"too-late": 1}
        lent.time.now += WINDOW_SECONDS
        lent.run()
        assert lent.confirmed == 1
        assert lent.kept("deliveries") == [2]


def test_a_pull_that_is_just_in_time_is_confirmed(tmp_path: Path) -> None:
    with pulling(
        tmp_path, review(), faults=in_turn([Fault.SLOW], PULL), slow_seconds=WINDOW_SECONDS - 0.1
    ) as lent:
        lent.run()
        assert lent.lines()[-1]["pull_outcomes"] == {"confirmed": 1}


FAULTS = [
    (Fault.THROTTLED, "throttled"),
    (Fault.INTERNAL_ERROR, "unavailable"),
    (Fault.CLOCK, "clock"),
    (Fault.BAD_GATEWAY, "unavailable"),
    (Fault.LOST_ANSWER, "unavailable"),
    (Fault.BROKEN_JSON, "broken"),
]


@pytest.mark.parametrize(("fault", "kind"), FAULTS)
def test_a_service_rests_ever_longer_while_pulls_fail(
    tmp_path: Path, fault: Fault, kind: str
) -> None:
    time = Time(ends_after=9)
    with pulling(tmp_path, time=time, faults=in_turn([fault] * 9, PULL), hang_seconds=0) as lent:
        lent.run(until_empty=False)
        assert time.rests == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
        assert time.rests[0] == FIRST_SECONDS
        assert time.rests[-1] == LONGEST_SECONDS
        assert [(line["action"], line["failure"]) for line in lent.lines()] == [(PULL, kind)] * 9
        assert [line["rest_seconds"] for line in lent.lines()] == time.rests
        assert lent.samples("vodhooks_pull_calls_total") == {f"{PULL} {kind}": 9}


def test_rests_are_random_and_short_after_a_success(tmp_path: Path) -> None:
    time = Time(ends_after=6)
    script = [Fault.THROTTLED, Fault.THROTTLED, None, Fault.THROTTLED]
    with pulling(
        tmp_path, review(), time=time, faults=in_turn(script, PULL), hang_seconds=0
    ) as lent:
        lent.run(until_empty=False, random=0.3)
    assert time.rests[:3] == pytest.approx([0.15, 0.3, 0.15])


def test_a_thousand_failures_are_survived(tmp_path: Path) -> None:
    with pulling(tmp_path, time=Time(ends_after=1100), api=Failing("unavailable")) as lent:
        lent.run(until_empty=False)
        assert lent.time.rests[-1] == LONGEST_SECONDS


@pytest.mark.parametrize("empty", Empty)
def test_an_empty_pull_not_held_gets_a_rest(tmp_path: Path, empty: Empty) -> None:
    time = Time(ends_after=3)
    with pulling(tmp_path, time=time, empty=empty, hang_seconds=0) as lent:
        lent.run(until_empty=False)
        assert time.rests == [IDLE_SECONDS] * 3
        assert lent.lines() == []


def test_an_empty_pull_that_was_held_gets_no_rest(tmp_path: Path) -> None:
    time = Time(ends_after=1)
    with pulling(tmp_path, time=time, hang_seconds=5) as lent:
        lent.queue.put(review())
        lent.run(until_empty=True)
        assert time.rests == []


def test_unconfirmed_events_make_no_busy_loop(tmp_path: Path) -> None:
    api = Scripted(*[[pulled(review(), None)]] * 5)
    with pulling(tmp_path, time=Time(ends_after=5), api=api) as lent:
        lent.run(until_empty=False)
        assert lent.time.rests == [IDLE_SECONDS] * 5


def test_a_wait_for_the_end_gives_up_after_failures(tmp_path: Path) -> None:
    with (
        pulling(tmp_path, faults=in_turn([Fault.THROTTLED] * 5, PULL)) as lent,
        pytest.raises(PullingError) as failed,
    ):
        lent.run()
    assert failed.value.kind == "throttled"
    assert lent.time.rests == [0.5, 1, 2, 4]


class Failing:
    """An API of which every call fails."""

    def __init__(self, kind: PullingFault, *, after: int = 0) -> None:
        self.kind: PullingFault = kind
        self.good = after

    def pull(self) -> Sequence[PulledEvent]:
        self.good -= 1
        if self.good < 0:
            raise PullingError(self.kind)
        return ()

    def confirm(self, handles: Sequence[str]) -> None:
        del handles


@pytest.mark.parametrize("kind", ["credentials", "refused"])
def test_a_failure_from_the_start_ends_a_service(tmp_path: Path, kind: PullingFault) -> None:
    with pulling(tmp_path, api=Failing(kind)) as lent, pytest.raises(PullingError):
        lent.run(until_empty=False)
    assert lent.time.rests == []


@pytest.mark.parametrize("kind", ["credentials", "refused"])
def test_what_has_worked_does_not(tmp_path: Path, kind: PullingFault) -> None:
    with pulling(tmp_path, time=Time(ends_after=4), api=Failing(kind, after=1)) as lent:
        lent.run(until_empty=False)
    assert lent.time.rests == [IDLE_SECONDS, 0.5, 1, 2]


class Ending(Time):
    """Time in which a stop is requested during the first pull."""

    def rest(self, seconds: float) -> bool:
        stop = bool(self.rests)
        self.rests.append(seconds)
        return stop


def test_a_stop_finishes_the_current_batch(tmp_path: Path) -> None:
    with pulling(tmp_path, *map(review, range(20)), time=Ending()) as lent:
        lent.run(until_empty=False)
        assert lent.confirmed == 16
        assert len(lent.kept("id")) == 16


def test_a_stop_does_not_wait_for_a_failing_vendor(tmp_path: Path) -> None:
    with pulling(
        tmp_path, review(), time=Ending(), faults=in_turn([Fault.THROTTLED] * 9, CONFIRM)
    ) as lent:
        lent.run(until_empty=False)
        assert lent.samples("vodhooks_pull_calls_total")[f"{CONFIRM} throttled"] == 1
        assert lent.kept("deliveries") == [1]


def test_nothing_of_a_payload_and_no_handle_is_logged(tmp_path: Path) -> None:
    event: dict[str, Any] = {"EventType": "Secret-Type", "Secret-Name": "Secret-Value"}
    broken = {
        "EventType": "ReviewAudioVideoComplete",
        "ReviewAudioVideoCompleteEvent": "Secret-Value",
    }
    api = Scripted(
        [pulled(event, "Secret-Handle"), pulled(broken, "Secret-Handle-2")],
        failures=["unavailable", "refused"],
    )
    with pulling(tmp_path, api=api) as lent:
        lent.run()
        assert lent.lines()[-1]["outcomes"] == {
            str(Outcome.UNKNOWN): 1,
            str(Outcome.QUARANTINED): 1,
        }
        assert b"Secret" not in lent.log.getvalue()


def test_the_summary_adds_up(tmp_path: Path) -> None:
    with pulling(tmp_path, *map(review, range(18)), review(3), UNKNOWN, {"EventType": 7}) as lent:
        lent.run()
        summary = "21 pulled, 21 stored (1 of them again, 1 in quarantine), 21 confirmed, 0 left"
        assert lent.observer.summary == summary
