"""The vector files keep their schema, so that any language can run them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from vodhooks.catalogue import catalogue
from vodhooks.decoding import decode

FOLDER = Path(__file__).parent / "vectors"
SCHEMA = FOLDER / "vectors.schema.json"
FILES = sorted(FOLDER.glob("*.json"))
FILES.remove(SCHEMA)


def load(file: Path) -> Any:
    return decode(file.read_bytes())


def test_there_is_a_file_for_each_kind() -> None:
    assert [file.stem for file in FILES] == ["decoding", "signatures", "validation"]


def test_the_schema_of_the_vectors_is_one() -> None:
    jsonschema_rs.meta.validate(load(SCHEMA))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_keeps_the_schema_of_its_kind(file: Path) -> None:
    document = load(file)
    assert document["kind"] == file.stem
    validator = jsonschema_rs.validator_for(load(SCHEMA), offline=True)
    assert [
        f"{error.instance_path}: {error.message}" for error in validator.iter_errors(document)
    ] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_case_without_its_comment_breaks_the_schema(file: Path) -> None:
    document = load(file)
    del document["cases"][-1]["comment"]
    assert not jsonschema_rs.validator_for(load(SCHEMA), offline=True).is_valid(document)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_ids_are_unique_and_each_flag_is_explained(file: Path) -> None:
    document = load(file)
    assert [
        name
        for name, count in Counter(case["id"] for case in document["cases"]).items()
        if count > 1
    ] == []
    assert {flag for case in document["cases"] for flag in case["flags"]} == set(document["flags"])


def test_a_file_reads_the_same_with_a_lenient_parser() -> None:
    for file in FILES:
        assert repr(json.loads(file.read_bytes())) == repr(load(file))


def test_validation_has_every_message_and_outcome() -> None:
    seen = {
        (case["message"], bool(case["violations"]), bool(case["drift"]))
        for case in load(FOLDER / "validation.json")["cases"]
    }
    assert {message for message, _, _ in seen} == set(catalogue().messages)
    assert {(violates, drifts) for _, violates, drifts in seen} == {
        (False, False),
        (False, True),
        (True, False),
    }
