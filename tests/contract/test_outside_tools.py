"""The contract's files under tools that other people use: ajv, redocly, openapi-spec-validator and check-jsonschema."""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
import pytest
import vodhooks_contracts

from tests.support.messages import VARIED_MESSAGES
from tests.support.outside import ROOT, node, run
from vodhooks.catalogue import bundle, catalogue
from vodhooks.decoding import decode
from vodhooks.schemas import flatten
from vodhooks.testing import every_fault
from vodhooks.validation import validate

if TYPE_CHECKING:
    import subprocess

SOURCE = ROOT / "openapi.yaml"
GENERATED = Path(vodhooks_contracts.__file__).parent / "openapi.json"
MESSAGES = sorted(catalogue().messages)
FORMS = ("wire", "strict", "flattened")
VECTORS = json.loads((ROOT / "tests" / "vectors" / "validation.json").read_bytes())["cases"]


def redocly(document: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = (
        "node_modules/@redocly/cli/bin/cli.js",
        "lint",
        document,
        "--config",
        "redocly.yaml",
        "--format",
        "json",
        *options,
    )
    return node(*command, REDOCLY_TELEMETRY="off", REDOCLY_SUPPRESS_UPDATE_NOTICE="true")


class AjvVerdict(NamedTuple):
    """A payload, its schema, and what ajv objects to: keyword, place, path in the schema, member."""

    message: str
    form: str
    text: str
    errors: list[dict[str, Any]]


def validate_with_ajv(
    cases: list[tuple[str, str, str]], schemas: dict[str, Any]
) -> tuple[list[AjvVerdict], dict[str, list[str]]]:
    """Validate texts with ajv; return its verdicts and what it logs while it compiles."""
    named = [{"schema": f"{form}/{message}", "text": text} for message, form, text in cases]
    done = node("ajv.mjs", text=json.dumps({"schemas": schemas, "cases": named}))
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    return [
        AjvVerdict(*case, errors) for case, errors in zip(cases, answer["verdicts"], strict=True)
    ], answer["warnings"]


@cache
def all_schemas() -> dict[str, Any]:
    schemas: dict[str, Any] = {}
    for message in MESSAGES:
        strict = bundle(message, "strict")
        forms = (bundle(message), strict, flatten(strict))
        schemas |= {f"{form}/{message}": schema for form, schema in zip(FORMS, forms, strict=True)}
    return schemas


def text_of(case: dict[str, Any]) -> str:
    given = case["input"]
    return (
        str(given["text"]) if "text" in given else json.dumps(given["payload"], ensure_ascii=False)
    )


def is_refused(message: str, form: str, payload: Any) -> bool:
    report = validate(payload, message)
    return not report.valid if form == "wire" else bool(report.violations or report.drift)


def is_safe(value: Any) -> bool:
    """Whether every integer is one that JavaScript tells from its neighbours."""
    if isinstance(value, (dict, list)):
        return all(map(is_safe, value.values() if isinstance(value, dict) else value))
    return type(value) is not int or abs(value) < 2**53


# ajv


def test_ajv_compiles_every_bundle_strictly() -> None:
    _, warnings = validate_with_ajv([], all_schemas())
    assert warnings == {name: [] for name in all_schemas()}


@pytest.mark.parametrize(
    "schema",
    [
        {"typ": "string"},
        {"type": "strin"},
        {"$ref": "https://vodhooks.example/v1/x.json"},
        {"required": ["a"]},
        {"type": ["integer", "string"]},
    ],
)
def test_ajv_does_not_compile_a_bundle_with_a_mistake(schema: dict[str, Any]) -> None:
    done = node("ajv.mjs", text=json.dumps({"schemas": {"wrong": schema}, "cases": []}))
    assert done.returncode == 1
    assert "Error" in done.stderr


def test_ajv_accepts_every_sample_with_the_same_drift() -> None:
    texts = [
        (message, form, json.dumps(sample))
        for message in MESSAGES
        for form in FORMS
        for sample in bundle(message)["examples"]
    ]
    verdicts, _ = validate_with_ajv(texts, all_schemas())
    assert len(verdicts) > 3 * len(MESSAGES)
    for message, form, text, errors in verdicts:
        assert bool(errors) == is_refused(message, form, decode(text.encode())), (form, text)
        assert form != "wire" or not errors


def test_ajv_agrees_on_every_readable_vector() -> None:
    verdicts, _ = validate_with_ajv(
        [(case["message"], form, text_of(case)) for case in VECTORS for form in FORMS],
        all_schemas(),
    )
    disagree: set[str] = set()
    for index, (_, form, _, errors) in enumerate(verdicts):
        case = VECTORS[index // len(FORMS)]
        if bool(errors) != bool(case["violations"] or (case["drift"] and form != "wire")):
            disagree.add(case["id"])
    assert disagree == {"polyv-task-beyond-long", "polyv-task-beyond-long-float"}
    assert all("BeyondDouble" in case["flags"] for case in VECTORS if case["id"] in disagree)


@pytest.mark.parametrize("form", ["wire", "strict"])
def test_ajv_names_the_same_keywords_and_places(form: str) -> None:
    found = "violations" if form == "wire" else "drift"
    cases = [case for case in VECTORS if case[found] and "BeyondDouble" not in case["flags"]]
    verdicts, _ = validate_with_ajv(
        [(case["message"], form, text_of(case)) for case in cases], all_schemas()
    )
    for case, verdict in zip(cases, verdicts, strict=True):
        ours = {(place["keyword"], place["instance_pointer"]) for place in case[found]}
        assert {
            (error["keyword"], place_of(error)) for error in verdict.errors if is_final(error)
        } == ours, case["id"]
        paths = [place["schema_pointer"] for place in case[found]]
        assert all(
            any(path.endswith(error["schemaPath"].lstrip("#")) for path in paths)
            for error in verdict.errors
            if is_final(error)
        )


def is_final(error: dict[str, Any]) -> bool:
    """Whether an error is one of its own: not that of a branch, nor that a condition's branch has failed."""
    return error["keyword"] != "if" and not re.search("/anyOf/[0-9]", error["schemaPath"])


def place_of(error: dict[str, Any]) -> str:
    """Return the place that we name: of an unknown member, the member itself."""
    if error["keyword"] != "additionalProperties":
        return str(error["instancePath"])
    return f"{error['instancePath']}/{error['member'].replace('~', '~0').replace('/', '~1')}"


def test_ajv_refuses_every_payload_with_a_fault_as_we_do() -> None:
    faults = [
        (case.payload, message) for message in VARIED_MESSAGES for case in every_fault(message)
    ]
    readable = [(payload, message) for payload, message in faults if is_safe(payload)]
    assert len(readable) > 0.9 * len(faults) > 100
    texts = [
        (message, form, orjson.dumps(payload).decode())
        for payload, message in readable
        for form in FORMS
    ]
    verdicts, _ = validate_with_ajv(texts, all_schemas())
    assert [verdict for verdict in verdicts if not verdict.errors] == []


# redocly


@pytest.mark.parametrize(
    ("document", "options"),
    [
        # The schemas refer to one another by $id, which redocly does not follow; the generated document has no such references.
        (SOURCE, ["--skip-rule", "no-invalid-schema-examples"]),
        (GENERATED, []),
    ],
    ids=["openapi.yaml", "openapi.json"],
)
def test_redocly_finds_nothing(document: Path, options: list[str]) -> None:
    done = redocly(document, *options)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert (report["totals"], report["problems"]) == (
        {"errors": 0, "warnings": 0, "ignored": 0},
        [],
    )


@pytest.mark.parametrize(
    ("mistake", "rule"),
    [
        (lambda document: document["info"].pop("license"), "info-license"),
        (
            lambda document: document["components"]["schemas"]["UcloudUmediaSlice"]["examples"][
                0
            ].pop("task_id"),
            "no-invalid-schema-examples",
        ),
        (
            lambda document: document["components"]["schemas"].pop("UcloudUmediaSliceFailure"),
            "no-unresolved-refs",
        ),
    ],
    ids=["info-license", "no-invalid-schema-examples", "no-unresolved-refs"],
)
def test_redocly_would_find_a_mistake(mistake: Any, rule: str, tmp_path: Path) -> None:
    document = json.loads(GENERATED.read_bytes())
    mistake(document)
    wrong = tmp_path / "openapi.json"
    wrong.write_text(json.dumps(document))
    done = redocly(wrong)
    assert done.returncode == 1
    assert rule in {problem["ruleId"] for problem in json.loads(done.stdout)["problems"]}


def test_any_use_of_the_network_would_be_stopped() -> None:
    done = node("--eval", "fetch('http://127.0.0.1:54321')")
    assert done.returncode == 97
    assert "a connection was attempted" in done.stderr


# openapi-spec-validator and check-jsonschema


@pytest.mark.parametrize("document", [SOURCE, GENERATED], ids=lambda document: document.name)
def test_openapi_spec_validator_finds_nothing(document: Path) -> None:
    done = run(sys.executable, "-m", "openapi_spec_validator", document)
    assert (done.returncode, done.stdout.strip()) == (0, f"{document}: OK"), done.stdout


def test_openapi_spec_validator_would_find_a_mistake(tmp_path: Path) -> None:
    document = json.loads(GENERATED.read_bytes())
    del document["info"]["title"]
    wrong = tmp_path / "openapi.json"
    wrong.write_text(json.dumps(document))
    assert run(sys.executable, "-m", "openapi_spec_validator", wrong).returncode == 1


def test_check_jsonschema_accepts_every_schema() -> None:
    written = [
        *(ROOT / "schemas").rglob("*.json"),
        ROOT / "tests" / "vectors" / "vectors.schema.json",
    ]
    made = [
        *GENERATED.parent.rglob("bundles/**/*.json"),
        *ROOT.glob("src/vodhooks/**/extension.json"),
    ]
    assert len(written) > 20
    assert len(made) >= 2 * len(MESSAGES)
    done = run(sys.executable, "-m", "check_jsonschema", "--check-metaschema", *written, *made)
    assert done.returncode == 0, done.stdout + done.stderr


def test_check_jsonschema_would_find_a_mistake(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "strin"}')
    assert (
        run(sys.executable, "-m", "check_jsonschema", "--check-metaschema", wrong).returncode == 1
    )


def test_check_jsonschema_accepts_every_sample(tmp_path: Path) -> None:
    for message in VARIED_MESSAGES:
        samples = []
        for number, sample in enumerate(bundle(message)["examples"]):
            samples.append(tmp_path / f"{message}-{number}.json")
            samples[-1].write_text(json.dumps(sample))
        done = run(
            sys.executable,
            "-m",
            "check_jsonschema",
            "--schemafile",
            GENERATED.parent / "bundles" / f"{message}.json",
            *samples,
        )
        assert done.returncode == 0, done.stdout
