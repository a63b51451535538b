"""Bytes to a validated event, against the bare parser and against others that do part of the work."""

from __future__ import annotations

import json
import statistics
from importlib import import_module
from typing import TYPE_CHECKING, Any

import fastjsonschema
import jsonschema
import jsonschema_rs
import orjson
from pydantic import TypeAdapter

from tests.bench.measuring import compact, distinct, ratios, table
from vodhooks import parse
from vodhooks.catalogue import bundle, catalogue, message

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = 1000
CHAPTERS = 10_000
SLOWEST = "jsonschema"


def main() -> None:
    """Print one table over the samples as vendors send them, one over indented texts, and one over a large outline."""
    _samples("compact", compact)
    _samples("indented", lambda payload: json.dumps(payload, ensure_ascii=False, indent=4).encode())
    _outline()


def _samples(spelling: str, write: Callable[[object], bytes]) -> None:
    rows: list[list[object]] = [[f"{spelling}, times orjson.loads", "bytes"]]
    found: dict[str, list[float]] = {}
    large: list[float] = []
    for name in catalogue().messages:
        bodies = [write(payload) for payload in distinct(name, bundle(name)["examples"][0], TEXTS)]
        runs = _runs(name)
        slowest = runs.pop(SLOWEST)
        measured = ratios(runs, bodies, catalogue().messages[name].channel or name) | ratios(
            {SLOWEST: slowest}, bodies[:20]
        )
        for run, ratio in measured.items():
            found.setdefault(run, []).append(ratio)
        if len(bodies[0]) >= 1000:
            large.append(measured["vodhooks.parse"])
        rows.append([name, len(bodies[0]), *measured.values()])
    rows[0].extend(found)
    rows.append(
        ["geometric mean", "", *(statistics.geometric_mean(values) for values in found.values())]
    )
    rows.append(
        [
            "geometric mean from 1 kB up",
            "",
            statistics.geometric_mean(large),
            *[""] * (len(found) - 1),
        ]
    )
    table(rows)


def _outline() -> None:
    name = "polyv.video_outline.generate_success"
    sample = bundle(name)["examples"][0]
    chapters = sample["outlineInfo"]
    bodies = []
    for number in range(4):
        outline = [
            {**chapters[index % 3], "startIndex": index, "endIndex": index + number}
            for index in range(CHAPTERS)
        ]
        bodies.append(compact({**sample, "taskId": number, "outlineInfo": outline}))
    runs = {
        run: call
        for run, call in _runs(name).items()
        if run in {"vodhooks.parse", "orjson + jsonschema-rs"}
    }
    measured = ratios(runs, bodies, "polyv.video_outline")
    table(
        [
            ["large outline, times orjson.loads", "bytes", *measured],
            [f"{CHAPTERS} chapters", len(bodies[0]), *measured.values()],
        ]
    )


def _runs(name: str) -> dict[str, Callable[[bytes], object]]:
    entry = message(name)
    schema = bundle(name)
    rust = jsonschema_rs.Draft202012Validator(schema, validate_formats=False).is_valid
    python = jsonschema.Draft202012Validator(schema).is_valid
    fast: Any = fastjsonschema.compile(
        {**schema, "$schema": "http://json-schema.org/draft-07/schema#"}
    )
    adapter: TypeAdapter[Any] = TypeAdapter(
        getattr(import_module(f"vodhooks_contracts.models.{name}"), entry.title)
    )
    return {
        "vodhooks.parse": parse,
        "orjson + jsonschema-rs": lambda body: rust(orjson.loads(body)),
        "pydantic": lambda body: adapter.validate_json(body, strict=False),
        "fastjsonschema": lambda body: fast(orjson.loads(body)),
        SLOWEST: lambda body: python(orjson.loads(body)),
    }
