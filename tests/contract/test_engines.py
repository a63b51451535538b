"""The two engines give equal reports, and the three forms of a schema stand in the relation that the core relies on."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from tests.support.messages import VARIED_MESSAGES
from vodhooks.catalogue import bundle
from vodhooks.engines import compile_schema
from vodhooks.pointers import pointer_of
from vodhooks.testing import every_fault, examples
from vodhooks.validation import validate, validator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.engines import Engine

MESSAGES = VARIED_MESSAGES
SEEDS = range(3)
MUTANTS = 2000
"""For each message and seed: 48,000 in all."""

SMALL = 1500
"""Samples up to this size in bytes are mutated."""

NUMBERS = [
    0,
    1,
    -1,
    3,
    7.0,
    30.0,
    0.5,
    -0.0,
    1e300,
    5e-324,
    2**53 + 1,
    2**63 - 1,
    2**63,
    -(2**63),
    2**64 - 1,
]
TEXTS = [
    "",
    "text",
    "7",
    "pass",
    "Porn",
    "FINISH",
    "true",
    "\n",
    "\x00",
    "é",
    "e\u0301",
    "𝄞𝄞",
    "00:00:00,080\n",
    "x" * 51,
]
CONTAINERS: list[Any] = [[], {}, [None], [1, 2, 3, 4, 5], {"a": 1}, {"": {}}, [[]], [{"$ref": "#"}]]
VALUES: list[Any] = [None, True, False, *NUMBERS, *TEXTS, *CONTAINERS]
STRANGERS = [
    "",
    "0",
    "1",
    "~",
    "/",
    "a/b~c",
    "$ref",
    "anyOf",
    "then",
    "properties",
    "required",
    "Error",
    "eventType",
    "ключ",
]


def places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield every place in a payload."""
    yield place
    for key, inner in (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    ):
        yield from places(inner, (*place, key))


def mutated(payload: Any, random: Random, names: list[str]) -> Any:
    """Change a payload in one place: another value, a member or item more or less, a near miss."""
    *above, last = ("payload", *random.choice(list(places(payload))))
    root: dict[str, Any] = {"payload": deepcopy(payload)}
    holder: Any = root
    for key in above:
        holder = holder[key]
    here = holder[last]
    way = random.randrange(6)
    if way == 2 and above and not isinstance(here, list):
        del holder[last]
    elif way in {0, 1} and isinstance(here, dict):
        here[random.choice(STRANGERS + names)] = random.choice(VALUES)
    elif way == 2 and isinstance(here, list):
        here.extend(random.choice([here, VALUES, [{}]])[: random.randrange(12)])
    elif way == 3 and isinstance(here, str):
        holder[last] = random.choice(
            [f"{here}\n", here.swapcase(), here[1:], f"{here}{here}", here * 40]
        )
    elif way == 4 and isinstance(here, (int, float)):
        holder[last] = random.choice([float(here), here // 2, here + 0.5, str(here), bool(here)])
    else:
        holder[last] = random.choice(VALUES)
    return root["payload"]


def mutants(message: str, seed: int) -> Iterator[Any]:
    """Yield the same mutants of small payloads each time, as they come out of a decoder."""
    random = Random(f"{message} {seed}")  # noqa: S311 # reproducible, not secret
    valid, broken = examples(message), [case.payload for case in every_fault(message)]
    small = [payload for payload in valid if len(orjson.dumps(payload)) < SMALL]
    names = sorted(
        {
            place[-1]
            for payload in broken
            for place in places(payload)
            if place and isinstance(place[-1], str)
        }
    )
    for _ in range(MUTANTS):
        payload = random.choice(random.choice([small, small, small, broken]))
        for _ in range(random.choice([1, 1, 1, 2, 3])):
            payload = mutated(payload, random, names)
        yield orjson.loads(orjson.dumps(payload))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("message", MESSAGES)
def test_engines_and_forms_agree_on_mutants(message: str, seed: int) -> None:
    fast, reference = validator(message), validator(message, "jsonschema")
    strict, wire = (
        compile_schema(bundle(message, "strict"), "jsonschema-rs"),
        compile_schema(bundle(message), "jsonschema-rs"),
    )
    outcomes = {"clean": 0, "drifts": 0, "invalid": 0}
    for mutant in mutants(message, seed):
        report = fast.report(mutant)
        assert report == reference.report(mutant), orjson.dumps(mutant)
        clean = not report.violations and not report.drift
        assert fast.accepts_without_drift(mutant) == strict.accepts(mutant) == clean, orjson.dumps(
            mutant
        )
        assert fast.accepts(mutant) == wire.accepts(mutant) == report.valid, orjson.dumps(mutant)
        assert wire.accepts(mutant) >= strict.accepts(mutant), orjson.dumps(mutant)
        outcomes["clean" if clean else "drifts" if report.drift else "invalid"] += 1
    assert sum(outcomes.values()) == MUTANTS
    assert min(outcomes.values()) > MUTANTS // 100, outcomes


@pytest.mark.parametrize("engine", ["jsonschema-rs", "jsonschema"])
def test_members_of_odd_names_are_pointed_to_exactly(engine: Engine) -> None:
    """The fast engine takes digits for an index and drops an empty name."""
    odd = {"": 1, "0": 1, "007": 1, "+1": 1, "~": 1, "a/b": 1, "$ref": 1, "other": 1}
    payload = {**examples("tencent.vod.review_audio_video_complete")[0], **odd}
    drift = validate(payload, "tencent.vod.review_audio_video_complete", engine=engine).drift
    assert sorted(item.instance_pointer for item in drift) == sorted(
        pointer_of([name]) for name in odd
    )
