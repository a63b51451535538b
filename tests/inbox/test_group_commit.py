"""Group commit: deliveries share transactions, each caller gets its own result, and no failure strands anybody."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import OperationalError

from tests.support.arrivals import accepted, quarantined, stored
from vodhooks.errors import StoreError
from vodhooks.inbox import group_commit
from vodhooks.inbox.database import connect
from vodhooks.inbox.group_commit import GroupCommit
from vodhooks.inbox.store import Inbox, StoreResult

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from sqlalchemy import Engine

    from tests.support.databases import Postgres
    from vodhooks.inbox.store import ReceivedDelivery

NEW = StoreResult(0, duplicate=False, conflict=False, reused_signature=False)
AGAIN = StoreResult(0, duplicate=True, conflict=False, reused_signature=False)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = connect(store_url)
    yield engine
    engine.dispose()


class Gated(Inbox):
    """An inbox whose transactions wait for a gate, and fail as asked: `failures` are raised one after another."""

    def __init__(self, engine: Engine, *failures: Exception) -> None:
        super().__init__(engine)
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()
        self.failures = list(failures)
        self.batches: list[int] = []

    def keep(self, arrivals: Sequence[ReceivedDelivery]) -> list[StoreResult]:
        self.entered.set()
        self.gate.wait(30)
        self.batches.append(len(arrivals))
        if self.failures:
            raise self.failures.pop(0)
        return super().keep(arrivals)


def ran(
    inbox: Inbox,
    scene: Callable[[GroupCommit], Awaitable[Any]],
    observe: Callable[[int, float], None] | None = None,
) -> Any:
    """Run a scene on an event loop of its own, and close the store."""

    async def whole() -> Any:
        commits = GroupCommit(inbox, observe or (lambda *_: None), batch=16)
        try:
            return await asyncio.wait_for(scene(commits), 60)
        finally:
            await commits.close()

    return asyncio.run(whole())


async def keep_all(
    commits: GroupCommit, arrivals: Sequence[ReceivedDelivery]
) -> list[StoreResult | BaseException]:
    return await asyncio.gather(*map(commits.keep, arrivals), return_exceptions=True)


async def entered(inbox: Gated) -> None:
    """Return once a transaction is under way."""
    assert await asyncio.to_thread(inbox.entered.wait, 30)


def reasons(results: Sequence[object]) -> list[str]:
    return [str(result) if isinstance(result, StoreError) else "kept" for result in results]


def test_deliveries_share_transactions_not_results(engine: Engine) -> None:
    inbox, observed = Gated(engine), []
    arrivals = [accepted(f"{number % 30}") for number in range(50)]

    results = ran(
        inbox,
        lambda commits: keep_all(commits, arrivals),
        lambda size, seconds: observed.append((size, seconds >= 0)),
    )
    assert results == [NEW] * 30 + [AGAIN] * 20
    assert inbox.batches == [16, 16, 16, 2]
    assert observed == [(size, True) for size in inbox.batches]


def test_arrivals_during_a_transaction_share_the_next(engine: Engine) -> None:
    inbox = Gated(engine)

    async def scene(commits: GroupCommit) -> list[StoreResult]:
        inbox.gate.clear()
        first = asyncio.create_task(commits.keep(accepted("a")))
        await entered(inbox)
        rest = [asyncio.create_task(commits.keep(accepted(f"{number}"))) for number in range(9)]
        await asyncio.sleep(0)
        inbox.gate.set()
        return await asyncio.gather(first, *rest)

    assert ran(inbox, scene) == [NEW] * 10
    assert inbox.batches == [1, 9]


def test_a_failure_of_the_store_fails_only_its_batch(engine: Engine) -> None:
    inbox = Gated(
        engine, OperationalError("the statement", {"body": "payload"}, Exception("secret"))
    )
    results = ran(
        inbox, lambda commits: keep_all(commits, [accepted(f"{number}") for number in range(20)])
    )
    assert reasons(results) == ["OperationalError"] * 16 + ["kept"] * 4
    assert len(stored(engine, "id")) == 4


def test_a_poison_row_harms_no_other(engine: Engine) -> None:
    poison = accepted("poison")
    object.__setattr__(
        poison, "outcome", None
    )  # no decision is like this; a column that takes no null refuses it
    arrivals = [accepted("a"), poison, accepted("b"), quarantined(b"c")]
    results = ran(Inbox(engine), lambda commits: keep_all(commits, arrivals))
    assert reasons(results) == ["kept", "IntegrityError", "kept", "kept"]
    assert {row.identity for row in stored(engine, "identity")} == {"a", "b", b"c".hex()}


@pytest.mark.parametrize(
    ("poison", "sqlite", "postgresql"),
    [
        (accepted("nul\0"), "kept", "DataError"),
        (accepted("time", at=2**63), "OverflowError", "DataError"),
        (accepted("surrogate", kind="\ud800"), "UnicodeEncodeError", "UnicodeEncodeError"),
    ],
    ids=["nul", "time", "surrogate"],
)
def test_what_a_database_cannot_hold_harms_no_other(
    engine: Engine, poison: ReceivedDelivery, sqlite: str, postgresql: str
) -> None:
    results = ran(
        Inbox(engine), lambda commits: keep_all(commits, [accepted("a"), poison, accepted("b")])
    )
    assert reasons(results) == [
        "kept",
        {"sqlite": sqlite, "postgresql": postgresql}[engine.dialect.name],
        "kept",
    ]


def test_a_bug_strands_no_caller_and_is_logged(engine: Engine) -> None:
    bug = ZeroDivisionError()
    inbox, logged = Gated(engine, bug), []

    async def scene(commits: GroupCommit) -> list[StoreResult | BaseException]:
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: logged.append(context["exception"])
        )
        first = await keep_all(commits, [accepted(f"{number}") for number in range(20)])
        return first + await keep_all(commits, [accepted("after")])

    assert reasons(ran(inbox, scene)) == ["ZeroDivisionError"] * 16 + ["kept"] * 5
    assert logged == [bug]


def test_closing_ends_the_queue_and_takes_no_more(engine: Engine) -> None:
    inbox = Gated(engine)

    async def scene(commits: GroupCommit) -> list[StoreResult | BaseException]:
        inbox.gate.clear()
        taken = [asyncio.create_task(commits.keep(accepted(f"{number}"))) for number in range(40)]
        await entered(inbox)
        closing = asyncio.create_task(commits.close())
        await asyncio.sleep(0)
        late = await keep_all(commits, [accepted("late")])
        assert not closing.done()
        inbox.gate.set()
        await closing
        return await asyncio.gather(*taken) + late

    assert reasons(ran(inbox, scene)) == ["kept"] * 40 + ["the store is closed"]
    assert len(stored(engine, "id")) == 40


def test_a_caller_that_gives_up_costs_no_transaction(engine: Engine) -> None:
    inbox = Gated(engine)

    async def scene(commits: GroupCommit) -> list[StoreResult | BaseException]:
        inbox.gate.clear()
        tasks = [asyncio.create_task(commits.keep(accepted(f"{number}"))) for number in range(4)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await entered(inbox)
        tasks += [
            asyncio.create_task(commits.keep(accepted(f"{number}"))) for number in range(4, 8)
        ]
        await asyncio.sleep(0)
        for gone in (1, 5, 6):
            tasks[gone].cancel()
        await asyncio.sleep(0)
        inbox.gate.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    results = ran(inbox, scene)
    assert [
        number
        for number, result in enumerate(results)
        if isinstance(result, asyncio.CancelledError)
    ] == [1, 5, 6]
    assert [result for result in results if not isinstance(result, BaseException)] == [NEW] * 5
    assert inbox.batches == [4, 2]
    assert {row.identity for row in stored(engine, "identity")} == {"0", "1", "2", "3", "4", "7"}


@pytest.mark.parametrize(
    ("setting", "limit"), [("WAITING", 4), ("WAITING_BYTES", 4 * len(b'"first"'))]
)
def test_too_long_a_wait_is_refused_at_once(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, setting: str, limit: int
) -> None:
    monkeypatch.setattr(group_commit, setting, limit)
    inbox = Gated(engine)

    async def scene(commits: GroupCommit) -> list[StoreResult | BaseException]:
        inbox.gate.clear()
        first = asyncio.create_task(commits.keep(accepted("a")))
        await entered(inbox)
        rest = [asyncio.create_task(commits.keep(accepted(f"{number}"))) for number in range(6)]
        await asyncio.sleep(0)
        inbox.gate.set()
        return [
            await first,
            *await asyncio.gather(*rest, return_exceptions=True),
            await commits.keep(accepted("z")),
        ]

    assert reasons(ran(inbox, scene)) == ["kept"] * 5 + [
        "too many deliveries wait for the store"
    ] * 2 + ["kept"]


def test_a_probe_tells_whether_the_store_commits(postgres: Postgres) -> None:
    engine = connect(postgres.url)

    async def scene(commits: GroupCommit) -> None:
        await commits.probe()
        postgres.stop("immediate")
        with pytest.raises(StoreError, match=r"^OperationalError: connection failed: .*refused$"):
            await commits.probe()
        [reason] = reasons(await keep_all(commits, [accepted()]))
        assert reason.startswith("OperationalError: connection failed: ")
        postgres.start()
        await commits.probe()
        assert await commits.keep(accepted()) == NEW

    ran(Inbox(engine), scene)
    engine.dispose()


def test_a_frozen_store_keeps_callers_to_their_limit(postgres: Postgres) -> None:
    engine = connect(postgres.url)

    async def scene(commits: GroupCommit) -> StoreResult:
        postgres.freeze()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(commits.keep(accepted()), 0.1)
        postgres.thaw()
        return await commits.keep(accepted())

    assert ran(Inbox(engine), scene) == AGAIN
    engine.dispose()
