"""The TypeScript declarations under the compiler, and the code of docs/other-languages.md over the test vectors."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pytest
import vodhooks_contracts

from tests.support.messages import VARIED_MESSAGES
from tests.support.outside import NODE, ROOT, node, run
from vodhooks.catalogue import bundle, catalogue
from vodhooks.errors import ContractViolation
from vodhooks.events import Event, parse
from vodhooks.testing import every_fault, examples

if TYPE_CHECKING:
    import subprocess

    from vodhooks.testing import BrokenPayload

DECLARATIONS = ROOT / "generated" / "typescript" / "vodhooks-contracts.d.ts"
TYPING_CASES = ROOT / "tests" / "typing_cases" / "contracts.ts"
BLOCK = re.compile(r"^```typescript\n// (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = BLOCK.findall((ROOT / "docs" / "other-languages.md").read_text(encoding="utf-8"))
"""The files that the page shows, by name."""

SCHEMAS = [json.loads(file.read_bytes()) for file in sorted((ROOT / "schemas").rglob("*.json"))]
STRICTEST = (
    *("--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"),
    *("--noUnusedLocals", "--erasableSyntaxOnly", "--verbatimModuleSyntax"),
)
SETTING = ("--module", "nodenext", "--target", "es2022", "--rewriteRelativeImportExtensions")
SEEN = {"anyOf", "const", "required", "type"}
"""The keywords of the rules that types state; lengths, bounds and patterns they do not."""


def tsc(folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    """Compile files of a folder, warnings being errors, to its folder js."""
    compiler = NODE / "node_modules" / "typescript-7" / "bin" / "tsc"
    options = (
        *STRICTEST,
        *SETTING,
        "--types",
        "node",
        "--outDir",
        folder / "js",
        "--pretty",
        "false",
    )
    return run(compiler, *options, *(folder / file for file in files))


REVIEW = "tencent.vod.review_audio_video_complete"
EVENTS: list[Any] = [
    *examples(REVIEW),
    *(case.payload for case in every_fault(REVIEW)),
    *({"EventType": "Other"}, {"EventType": "reviewaudiovideocomplete"}),
    *({"EventType": None}, {"EventType": 1}, {"EventType": []}, {"EventType": {}}),
    *({}, [], None, "ReviewAudioVideoComplete", {"eventType": "TranscodeComplete"}),
]
"""What may arrive at tencent.vod: right, broken and unknown."""


def kind_of(payload: Any) -> str:
    """Return what `parse` makes of a payload of tencent.vod, in the words of the page."""
    try:
        event = parse(orjson.dumps(payload), "tencent.vod")
    except ContractViolation:
        return "broken"
    return event.message.rpartition(".")[2] if isinstance(event, Event) else "unknown"


def identities() -> list[dict[str, Any]]:
    """Return every example that pointers identify on a channel, with its identity as `parse` gives it."""
    found = []
    for message in catalogue().messages.values():
        for payload in examples(message.name) if message.channel and message.identity else ():
            event = parse(orjson.dumps(payload), message.channel)
            assert isinstance(event, Event)
            found.append({"message": message.name, "payload": payload, "expected": event.identity})
    return found


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a service in TypeScript that has what the page says, and the code that the page shows."""
    folder = tmp_path_factory.mktemp("service")
    (folder / "node_modules" / "@types").mkdir(parents=True)
    (folder / "node_modules" / "ajv").symlink_to(NODE / "node_modules" / "ajv")
    (folder / "node_modules" / "@types" / "node").symlink_to(
        NODE / "node_modules" / "@types" / "node"
    )
    (folder / "package.json").write_text('{"type": "module"}')
    shutil.copy(DECLARATIONS, folder)
    shutil.copytree(Path(vodhooks_contracts.__file__).parent / "bundles", folder / "js" / "bundles")
    shutil.copy(Path(vodhooks_contracts.__file__).parent / "openapi.json", folder / "js")
    for name, code in CODE:
        (folder / name).write_text(code, encoding="utf-8")
    return folder


def test_each_schema_is_declared_once_under_its_title() -> None:
    titles = [
        each["title"] for schema in SCHEMAS for each in (schema, *schema.get("$defs", {}).values())
    ]
    declared = re.findall(
        r"^export (?:type|interface) (\w+)", DECLARATIONS.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(declared) == sorted([*titles, "Channels", "Contract", "Messages"])


def test_every_example_is_of_the_type_of_its_schema(service: Path) -> None:
    examples = [
        (schema["title"], example) for schema in SCHEMAS for example in schema.get("examples", ())
    ]
    assert len(examples) > 20
    typed = [
        f"export const x{index}: {title} = {json.dumps(it)};"
        for index, (title, it) in enumerate(examples)
    ]
    titles = ", ".join(sorted({title for title, _ in examples}))
    (service / "examples.ts").write_text(
        "\n".join([f'import type {{ {titles} }} from "./{DECLARATIONS.name}";', *typed])
    )
    done = tsc(service, "examples.ts")
    assert (done.stdout, done.returncode) == ("", 0)


def test_only_right_code_compiles(service: Path) -> None:
    shutil.copy(TYPING_CASES, service)
    done = tsc(service, TYPING_CASES.name)
    assert (done.stdout, done.returncode) == ("", 0)


def test_payloads_that_break_a_rule_which_types_can_state_do_not_compile(service: Path) -> None:
    cases = [case for message in VARIED_MESSAGES for case in every_fault(message)]
    typed = [
        f'({orjson.dumps(case.payload).decode()}) satisfies Messages["{case.message}"];'
        for case in cases
    ]
    (service / "faults.ts").write_text(
        "\n".join([f'import type {{ Messages }} from "./{DECLARATIONS.name}";', *typed])
    )
    refused = {
        int(line) - 2
        for line in re.findall(r"faults\.ts\((\d+),", tsc(service, "faults.ts").stdout)
    }
    assert {cases[index].keyword for index in refused} == SEEN
    swallowed = [case for index, case in enumerate(cases) if index not in refused and is_seen(case)]
    # Types have no "any but this": what breaks one branch of such a union is of the type of its other branch.
    assert all('"not":' in json.dumps(bundle(case.message)) for case in swallowed)
    assert {case.keyword for case in swallowed if not case.message.endswith("pull_events")} == {
        "required"
    }
    assert len(refused) > 2 * len(cases) / 3


def is_seen(case: BrokenPayload) -> bool:
    return case.keyword in SEEN and case.how != "fraction"


def test_the_page_code_compiles_with_new_node_types(service: Path, tmp_path: Path) -> None:
    # A copy, since a symbolic link would resolve to where the oldest types are the nearest.
    shutil.copytree(
        service,
        tmp_path,
        symlinks=True,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("js", "@types"),
    )
    newest = shutil.copytree(
        NODE / "node_modules" / "@types" / "node-26", tmp_path / "node_modules" / "@types" / "node"
    )
    assert json.loads((newest / "package.json").read_bytes())["version"].startswith("26.")
    compiled = tsc(tmp_path, *sorted(name for name, _ in CODE))
    assert (compiled.stdout, compiled.returncode) == ("", 0)


def test_page_code_compiles_and_keeps_every_vector(service: Path) -> None:
    assert json.loads((service / "node_modules" / "@types" / "node" / "package.json").read_bytes())[
        "version"
    ].startswith("20.")
    vectors = ROOT / "tests" / "vectors"
    compiled = tsc(service, *sorted(name for name, _ in CODE))
    assert (compiled.stdout, compiled.returncode) == ("", 0)
    (service / "js" / "events.json").write_bytes(
        orjson.dumps([{"payload": it, "kind": kind_of(it)} for it in EVENTS])
    )
    (service / "js" / "identities.json").write_bytes(orjson.dumps(identities()))
    done = node(
        "--test-reporter=tap",
        NODE / "vectors.test.mjs",
        PAGE=str(service / "js"),
        VECTORS=str(vectors),
    )
    assert done.returncode == 0, done.stdout
    assert re.search(r"^# pass 8$", done.stdout, re.MULTILINE)
