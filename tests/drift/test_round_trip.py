"""From traffic to a mended contract as a contributor goes: drift, apply, generate, and the same traffic drifts no more."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from vodhooks.testing import examples

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("schemas", "openapi.yaml", "pyproject.toml", "src", "generated")

NAMES = [
    *(
        "a/b~c",
        "a~1b",
        "~",
        "a-b",
        "1st",
        "with space",
        "",
        "class",
        "None",
        "self",
        "list",
        "str",
        "Any",
        "json",
        "model_config",
    ),
    *(
        "名字",
        "ключ",
        "é",
        "e\u0301",
        "🎬",
        "_private",
        "__dunder__",
        "fooBar",
        "foo_bar",
        'q"',
        "'q'",
        '"""',
        "back\\",
        "{x}",
        "%s",
    ),
    *(
        "properties",
        "$defs",
        "items",
        "type",
        "required",
        "additionalProperties",
        "examples",
        "title",
        "$id",
        "x-strict",
        "*",
        "-",
    ),
]
"""Names that JSON Pointers, Python or JSON Schema could take for something else; no property may be called nothing."""

VALUES: list[Any] = [
    *(
        "text",
        1,
        0.5,
        True,
        None,
        [],
        {},
        [1, None],
        [{"a": 1}, {"a": None, "b": []}],
        {"a": {"b": {"c": [{"d": 1}]}}},
    ),
    *(
        dict.fromkeys(NAMES, 1),
        {"17": {"a": 1}, "18": {"a": "x"}},
        {name: {"x": None} for name in NAMES[:35] if name},
    ),
]
HOLDERS: list[tuple[str, list[str | int]]] = [
    ("polyv.video_outline.generate_success", ["outlineInfo", 0]),
    ("ucloud.umedia.porn", []),
    (
        "tencent.vod.review_audio_video_complete",
        ["ReviewAudioVideoCompleteEvent", "Output", "SegmentSet", 0],
    ),
]
LABELLED = ["ReviewAudioVideoCompleteEvent", "Output", "Label"]


def traffic() -> list[Any]:
    """Return payloads with unknown members of each name and each kind of value, and with unknown values of lists."""
    payloads: list[Any] = []
    for share, (message, where) in enumerate(HOLDERS):
        for shift in range(2):
            payload = deepcopy(examples(message)[0])
            holder = at(payload, where)
            for number, name in enumerate(NAMES[share :: len(HOLDERS)]):
                if name and name not in holder:
                    holder[name] = VALUES[(number + shift) % len(VALUES)]
            payloads.append(payload)
    for message, place, value in (
        ("tencent.vod.review_audio_video_complete", [*LABELLED[:-1], "SegmentSet", 0], None),
        ("polyv.video_outline.generate_success", ["outlineInfo", 0, "startIndex"], 0.5),
    ):
        payloads.append(deepcopy(examples(message)[0]))
        at(payloads[-1], place[:-1])[place[-1]] = value
    for label in ("Gore", "血", 'a"\n'):
        payloads.append(deepcopy(examples("tencent.vod.review_audio_video_complete")[0]))
        at(payloads[-1], LABELLED[:-1])[LABELLED[-1]] = label
    return payloads


def at(value: Any, place: list[Any]) -> Any:
    for token in place:
        value = value[token]
    return value


def written(root: Path, payloads: list[Any]) -> Path:
    file = root / "traffic.ndjson"
    file.write_text("".join(f"{json.dumps(payload)}\n" for payload in payloads))
    return file


def run(root: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a Python module with the copy's packages, and no others of these names."""
    paths = os.pathsep.join(str(root / part) for part in ("src", "generated"))
    return subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project whose contract was changed by what drifted."""
    root = tmp_path_factory.mktemp("project")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, root / part)
    done = run(
        root,
        "-m",
        "vodhooks",
        "drift",
        written(root, traffic()),
        "--patch",
        "change.json",
        "--apply",
        "schemas",
    )
    assert done.returncode == 1
    assert "nothing is proposed" not in done.stderr
    generated = run(root, "-m", "vodhooks", "generate")
    assert (generated.returncode, generated.stderr) == (0, "")
    return root


def test_the_same_traffic_drifts_no_more(copy: Path) -> None:
    done = run(copy, "-m", "vodhooks", "drift", written(copy, traffic()))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{len(traffic())} payloads: {len(traffic())} as the contract has them\n"


def test_the_patch_names_the_files_that_were_changed(copy: Path) -> None:
    changed = [
        file.relative_to(copy / "schemas").as_posix()
        for file in sorted((copy / "schemas").rglob("*.json"))
        if file.read_bytes() != (ROOT / "schemas" / file.relative_to(copy / "schemas")).read_bytes()
    ]
    patches = json.loads((copy / "change.json").read_text(encoding="utf-8"))
    assert sorted(patches) == changed
    assert len(changed) == 5
    assert {operation["op"] for operations in patches.values() for operation in operations} == {
        "add",
        "move",
        "remove",
        "replace",
        "test",
    }


def test_the_models_hold_what_was_added(copy: Path) -> None:
    script = """
import json, sys
from vodhooks import parse
for line in open("traffic.ndjson"):
    event = parse(line.encode())
    assert event.model.model_dump(exclude_unset=True) == json.loads(line), event
    assert not event.drifts
"""
    written(copy, traffic())
    done = run(copy, "-c", script)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_later_value_joins_those_only_seen(copy: Path) -> None:
    later = deepcopy(examples("tencent.vod.review_audio_video_complete")[0])
    at(later, LABELLED[:-1])[LABELLED[-1]] = "Later"
    assert (
        run(
            copy, "-m", "vodhooks", "drift", written(copy, [later]), "--patch", "later.json"
        ).returncode
        == 1
    )
    [label, _] = json.loads((copy / "later.json").read_text())["tencent/vod/review_label.json"]
    assert label == {"op": "add", "path": "/anyOf/1/enum/-", "value": "Later"}
