"""The layout of schema files: short lines, one property each, and the same again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.contracts import ROOT, make_small_contract
from vodhooks.codegen import check, generate
from vodhooks.codegen.layout import WIDTH, lay_out
from vodhooks.decoding import decode

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = ROOT / "schemas"

LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, width=32) | st.text()
)
KEYS = st.text() | st.sampled_from(["properties", "$defs"])
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner))


def test_each_property_has_a_line_and_what_is_long_has_several() -> None:
    long = {"description": "d" * 100, "x-evidence": "documented", "type": ["string", "null"]}
    schema = {
        "title": "T",
        "required": ["a", "b"],
        "properties": {
            "a": {"type": "string"},
            "b": {"type": "integer", "x-strict": {}},
            "c": {"properties": {"d": {"type": "string"}, "e": {}}},
            "f": {"properties": {"g": {"type": "null"}}},
            "h": {**long, "x-strict": {"maxLength": 100, "pattern": "^[a-z]+$"}},
        },
        "examples": [{"a": "\u5f53\u4e8b\u4ef6", "b": []}, {"a": "x" * 100, "c": {"d": "y" * 60}}],
    }
    assert lay_out(schema) == "\n".join(
        [
            "{",
            '  "title": "T",',
            '  "required": ["a", "b"],',
            '  "properties": {',
            '    "a": { "type": "string" },',
            '    "b": { "type": "integer", "x-strict": {} },',
            '    "c": {',
            '      "properties": {',
            '        "d": { "type": "string" },',
            '        "e": {}',
            "      }",
            "    },",
            '    "f": { "properties": { "g": { "type": "null" } } },',
            '    "h": {',
            f'      "description": "{"d" * 100}",',
            '      "x-evidence": "documented",',
            '      "type": ["string", "null"],',
            '      "x-strict": { "maxLength": 100, "pattern": "^[a-z]+$" }',
            "    }",
            "  },",
            '  "examples": [',
            '    { "a": "\u5f53\u4e8b\u4ef6", "b": [] },',
            "    {",
            f'      "a": "{"x" * 100}",',
            f'      "c": {{ "d": "{"y" * 60}" }}',
            "    }",
            "  ]",
            "}",
            "",
        ]
    )


@settings(max_examples=40)
@given(st.dictionaries(KEYS, VALUES))
def test_whatever_is_laid_out_is_the_same_value(schema: dict[str, Any]) -> None:
    text = lay_out(schema)
    read = json.loads(text)
    assert json.dumps(read) == json.dumps(schema)
    assert lay_out(read) == text
    for line in text.splitlines() if text.isascii() else ():
        bare = line.strip().removesuffix(",")
        if len(line) > WIDTH and bare.endswith(("}", "]")):
            assert bare.endswith(("{}", "[]"))


def test_the_schemas_are_laid_out() -> None:
    files = sorted(SCHEMAS.rglob("*.json"))
    assert files
    for file in files:
        schema = decode(file.read_bytes())
        assert isinstance(schema, dict)
        assert lay_out(schema).encode() == file.read_bytes()


def test_a_schema_that_is_laid_out_otherwise_is_found_and_mended(tmp_path: Path) -> None:
    make_small_contract(tmp_path)
    file = tmp_path / "schemas" / "ucloud" / "umedia" / "image.json"
    was = file.read_bytes()
    file.write_text(json.dumps(json.loads(was), indent=4), encoding="utf-8")
    assert check(tmp_path) == ["schemas/ucloud/umedia/image.json: laid out otherwise"]
    assert generate(tmp_path) == ["schemas/ucloud/umedia/image.json"]
    assert file.read_bytes() == was
