"""`vodhooks generate` refuses an edit that breaks the contract, with file, pointer and remedy, and takes one that does not."""

from __future__ import annotations

import json
import shutil
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from vodhooks.codegen.loader import check_rules, load
from vodhooks.codegen.sources import Sources
from vodhooks.errors import GenerationError
from vodhooks.pointers import parse_pointer, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]

Edit = tuple[str, Any]
"""A place, such as `ucloud/umedia/porn#/title` or `openapi.yaml#/paths`, and what to put there; `...` takes away what is there."""

POLYV = "openapi.yaml#/components/pathItems/polyv.video_outline"
TENCENT = "openapi.yaml#/components/pathItems/tencent.vod"
SLICE = "openapi.yaml#/components/pathItems/ucloud.umedia.slice"
BODY = "requestBody/content/application~1json/schema"
SUCCESS, FAIL = "polyv/video_outline/generate_success", "polyv/video_outline/generate_fail"
CHAPTER, TASK, SIGN = ("polyv/video_outline/" + name for name in ("chapter", "task_id", "sign"))
REVIEW, SEGMENT, LABEL = (
    "tencent/vod/" + name
    for name in ("review_audio_video_complete", "review_segment", "review_label")
)
REVIEWED = "ReviewAudioVideoComplete"
RESULT, OTHER = "tencent/vod/pull_events_result", "tencent/vod/other_event"
PORN, IMAGE = "ucloud/umedia/porn", "ucloud/umedia/checked_image"


@cache
def _read() -> tuple[dict[str, Any], dict[str, Any]]:
    schemas = {
        file.relative_to(ROOT / "schemas").with_suffix("").as_posix(): json.loads(file.read_bytes())
        for file in sorted((ROOT / "schemas").rglob("*.json"))
    }
    return schemas, yaml.safe_load((ROOT / "openapi.yaml").read_bytes())


def edited(*edits: Edit) -> list[str]:
    """Return what is found wrong with this project's contract once it is edited."""
    schemas, openapi = map(deepcopy, _read())
    openapi = json.loads(json.dumps(openapi))  # anchors share what they stand for
    for place, value in edits:
        file, _, pointer = place.partition("#")
        tokens = parse_pointer(pointer)
        root: Any = openapi if file == "openapi.yaml" else schemas
        *above, last = tokens if file == "openapi.yaml" else (file, *tokens)
        holder: Any = resolve(root, above)
        key: Any = int(last) if isinstance(holder, list) else last
        if value is ...:
            del holder[key]
        elif isinstance(holder, list) and key == len(holder):
            holder.append(value)
        else:
            holder[key] = value
    return list(check_rules(Sources(schemas, openapi)))


def new(title: str, **keywords: Any) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://vodhooks.example/v1/acme/{title.lower()}.json",
        "title": title,
        "description": "A made-up schema.",
        "x-source": [{"page": "a page", "address": "https://acme.example/", "read": "2026-01-01"}],
        **keywords,
    }


def described(**keywords: Any) -> dict[str, Any]:
    return {"description": "A made-up member.", "x-evidence": "sample", **keywords}


BROKEN: dict[str, tuple[list[Edit], str]] = {
    "an example breaks its schema": (
        [(f"{FAIL}#/examples/1/taskId", "x")],
        f"schemas/{FAIL}.json#/examples/1/taskId: breaks",
    ),
    "an example drifts": (
        [(f"{FAIL}#/examples/0/new", 1)],
        f"schemas/{FAIL}.json#/examples/0: drifts",
    ),
    "an example has a value of no list": (
        [(f"{PORN}#/examples/0/invalid_image_list/0/label", 9)],
        f"schemas/{PORN}.json#/examples/0/invalid_image_list/0/label: drifts",
    ),
    "an example of a shared schema breaks it": (
        [(f"{TASK}#/examples", ["x"])],
        f"schemas/{TASK}.json#/examples/0: breaks",
    ),
    "an example of a member breaks it": (
        [(f"{CHAPTER}#/properties/title/examples", [1])],
        f"schemas/{CHAPTER}.json#/properties/title/examples/0: breaks",
    ),
    "no example is a failure": (
        [(f"{PORN}#/examples/1", ...), (f"{PORN}#/examples/1", ...)],
        f"schemas/{PORN}.json#/examples: no",
    ),
    "no example is a success": (
        [(f"{PORN}#/examples/0", ...)],
        f"schemas/{PORN}.json#/examples: no example is a Ucloud",
    ),
    "no examples": (
        [(f"{REVIEW}#/examples", [])],
        f"schemas/{REVIEW}.json#: a message has examples",
    ),
    "required names no property": (
        [(f"{FAIL}#/required/5", "reason")],
        f"schemas/{FAIL}.json#/required: 'reason' is no",
    ),
    "x-strict requires no property": (
        [(f"{RESULT}#/x-strict/required/1", "Total")],
        f"schemas/{RESULT}.json#/required: 'Total' is no property",
    ),
    "a required property without evidence of it": (
        [(f"{FAIL}#/properties/vid/x-required-evidence", ...)],
        f"schemas/{FAIL}.json#/properties/vid: a property that is required has x-required-evidence",
    ),
    "evidence of a demand that there is not": (
        [(f"{CHAPTER}#/properties/title/x-required-evidence", "sample")],
        f"schemas/{CHAPTER}.json#/properties/title: x-required-evidence speaks of a demand",
    ),
    "minimum above maximum": (
        [("polyv/video_outline/timestamp#/minimum", 10**15)],
        "schemas/polyv/video_outline/timestamp.json#/minimum: minimum is above maximum",
    ),
    "minLength above maxLength": (
        [(f"{SIGN}#/minLength", 41)],
        f"schemas/{SIGN}.json#/minLength: minLength is above maxLength",
    ),
    "bounds of x-strict cross": (
        [(f"{SEGMENT}#/properties/Confidence/x-strict/minimum", 101)],
        f"schemas/{SEGMENT}.json#/properties/Confidence/x-strict/minimum: minimum is above maximum",
    ),
    "x-strict allows more": (
        [(f"{SEGMENT}#/properties/Text/x-strict", {"type": ["string", "integer"]})],
        f"schemas/{SEGMENT}.json#/properties/Text/x-strict/type: allows more than type beside it",
    ),
    "a discriminator's value differs from the const": (
        [(f"{FAIL}#/properties/callbackType/const", "generate_failed")],
        f"{POLYV}/post/{BODY}/discriminator/mapping/generate_fail: the const of /callbackType",
    ),
    "a mapping's value differs from the const": (
        [
            edit
            for content in (BODY, "requestBody/content/*~1*/schema")
            for edit in (
                (f"{TENCENT}/post/{content}/discriminator/mapping/{REVIEWED}", ...),
                (
                    f"{TENCENT}/post/{content}/discriminator/mapping/ReviewComplete",
                    f"schemas/{REVIEW}.json",
                ),
            )
        ],
        f"{TENCENT}/post/{BODY}/discriminator/mapping/ReviewComplete: the const of /EventType",
    ),
    "a discriminator that is not required": (
        [
            (f"{FAIL}#/required/2", ...),
            (f"{FAIL}#/properties/callbackType/x-required-evidence", ...),
        ],
        f"{POLYV}/post/{BODY}/discriminator/propertyName: /callbackType is no required member",
    ),
    "the schema of other events lets a known one through": (
        [(f"{OTHER}#/properties/EventType/not/enum/0", "Review")],
        f"{TENCENT}/post/{BODY}/discriminator: /EventType in tencent.vod.other_event admits {REVIEWED}",
    ),
    "an identity that points nowhere": (
        [(f"{SLICE}/post/x-vodhooks/messages/0/identity/0", "/taskId")],
        f"{SLICE}/post/x-vodhooks/messages/0/identity/0: /taskId points nowhere",
    ),
    "an identity that need not be there": (
        [(f"{SLICE}/post/x-vodhooks/messages/0/identity/0", "/message")],
        f"{SLICE}/post/x-vodhooks/messages/0/identity/0: /message need not be there",
    ),
    "an identity in a list": (
        [(f"{POLYV}/post/x-vodhooks/messages/0/identity/1", "/outlineInfo/0/title")],
        f"{POLYV}/post/x-vodhooks/messages/0/identity/1: /outlineInfo/0/title points nowhere",
    ),
    "an identity that is an object": (
        [(f"{TENCENT}/post/x-vodhooks/messages/0/identity/1", "/ReviewAudioVideoCompleteEvent")],
        f"{TENCENT}/post/x-vodhooks/messages/0/identity/1: /ReviewAudioVideoCompleteEvent is no single value",
    ),
    "a time that points nowhere": (
        [(f"{POLYV}/post/x-vodhooks/occurred-at/pointer", "/time")],
        f"{POLYV}/post/x-vodhooks/occurred-at/pointer: /time points nowhere",
    ),
    "a time that is text": (
        [(f"{POLYV}/post/x-vodhooks/occurred-at/pointer", "/vid")],
        f"{POLYV}/post/x-vodhooks/occurred-at/pointer: /vid is no number",
    ),
    "an excluded member that there is not": (
        [(f"{POLYV}/post/x-vodhooks/excluded-from-comparison/0", "signature")],
        f"{POLYV}/post/x-vodhooks/excluded-from-comparison/0: no message has a member called signature",
    ),
    "a retired member that is in use": (
        [(f"{TENCENT}/post/x-vodhooks/retired/0/pointer", "/EventType")],
        f"{TENCENT}/post/x-vodhooks/retired/0/pointer: a message has this member",
    ),
    "a schema that nothing refers to": (
        [("acme/lost", {**new("Lost"), "type": "string"})],
        "schemas/acme/lost.json#: nothing refers to this schema",
    ),
    "a part that nothing refers to": (
        [
            (
                f"{SIGN}#/$defs",
                {"lost": {"title": "Lost", "description": "A part.", "type": "string"}},
            )
        ],
        f"schemas/{SIGN}.json#/$defs/lost: nothing refers to this part",
    ),
    "a schema that contains itself": (
        [(f"{CHAPTER}#/properties/parts", described(type="array", items={"$ref": "chapter.json"}))],
        f"schemas/{CHAPTER}.json#/properties/parts/items: $ref points to a schema that contains it",
    ),
    "a body with a message without an entry": (
        [(f"{POLYV}/post/x-vodhooks/messages/1", ...)],
        f"{POLYV}/post/x-vodhooks/messages: no entry for polyv.video_outline.generate_fail",
    ),
    "a path without its webhook": (
        [("openapi.yaml#/webhooks/ucloud.umedia.slice", ...)],
        f"{SLICE}: is not under webhooks",
    ),
    "a webhook without its path": (
        [("openapi.yaml#/paths/~1callbacks~1ucloud~1umedia~1slice", ...)],
        f"{SLICE}: is not under paths",
    ),
    "a security scheme that there is not": (
        [(f"{SLICE}/post/security/0", {"token": []})],
        f"{SLICE}/post/security: no security scheme is called token",
    ),
    "a security scheme that the receiver does not read": (
        [
            (
                "openapi.yaml#/components/securitySchemes/callbackToken",
                {"type": "http", "scheme": "basic"},
            )
        ],
        "openapi.yaml#/components/securitySchemes/callbackToken: the receiver reads a token in the query alone",
    ),
    "a signature scheme that there is not": (
        [(f"{POLYV}/post/x-vodhooks/signature", "polyv")],
        f"{POLYV}/post/x-vodhooks/signature: no signature scheme is called 'polyv'",
    ),
    "parameters that nothing reads": (
        [
            (
                f"{SLICE}/post/parameters",
                [{"name": "app", "in": "query", "schema": {"type": "string"}}],
            )
        ],
        f"{SLICE}/post/parameters: nothing reads parameters of a callback",
    ),
    "parameters of a path item": (
        [(f"{SLICE}/parameters", [{"name": "app", "in": "query", "schema": {"type": "string"}}])],
        f"{SLICE}/parameters: nothing reads parameters of a callback",
    ),
    "an else that does not repeat the negated condition": (
        [(f"{PORN}#/$defs/failure/properties/retcode/not", ...)],
        f"schemas/{PORN}.json#/else: else does not repeat the condition negated",
    ),
    "an else that lacks what the condition asks for": (
        [(f"{RESULT}#/not", ...)],
        "schemas/tencent/vod/pull_events_response.json#/else: else does not repeat the condition negated",
    ),
    "a then that does not repeat the condition": (
        [
            (f"{PORN}#/$defs/success/properties/retcode/const", 1),
            (f"{PORN}#/examples/0/retcode", 1),
        ],
        f"schemas/{PORN}.json#/then: then does not repeat the condition",
    ),
    "values that differ in case alone": (
        [(f"{LABEL}#/anyOf/0/enum/1", "PORN")],
        f"schemas/{LABEL}.json#/anyOf/0/enum/1: differs from value 0 in case alone",
    ),
    "a keyword without the type it speaks of": (
        [(f"{FAIL}#/type", ...)],
        f"schemas/{FAIL}.json#/properties: properties speaks of object",
    ),
    "a media type that is not documented": (
        [(f"{SLICE}/post/requestBody/content/*~1*", ...)],
        f"{SLICE}/post/requestBody/content: the media types are application/json and */*",
    ),
    "a title that a component of openapi.yaml has": (
        [(f"{SIGN}#/title", "Problem")],
        f"schemas/{SIGN}.json#: title Problem is taken by openapi.yaml#/components/schemas/Problem",
    ),
}

VALID: dict[str, list[Edit]] = {
    "another description": [(f"{FAIL}#/description", "There is no outline.")],
    "another page": [
        (
            f"{FAIL}#/x-source/1",
            {"page": "another", "address": "https://acme.example/", "read": "2026-01-01"},
        ),
    ],
    "a page that was withdrawn": [
        (f"{FAIL}#/x-source/0", {"page": "gone", "withdrawn": "2026-01", "read": "2025-12-01"})
    ],
    "a correction": [(f"{SIGN}#/x-corrections", ["The page is wrong."])],
    "another example of the vendor": [(f"{FAIL}#/x-vendor-examples", [0, 1])],
    "an optional property": [(f"{FAIL}#/properties/reason", described(type="string"))],
    "a nullable property": [(f"{FAIL}#/properties/reason", described(type=["string", "null"]))],
    "a property of a shared schema": [
        (f"{IMAGE}#/properties/score", described(type="number", minimum=0, maximum=1))
    ],
    "a required property": [
        (
            f"{FAIL}#/properties/reason",
            {**described(type="string"), "x-required-evidence": "sample"},
        ),
        (f"{FAIL}#/required/5", "reason"),
        (f"{FAIL}#/examples/0/reason", "no speech"),
        (f"{FAIL}#/examples/1/reason", "no speech"),
    ],
    "a property that is expected but not required": [
        (
            f"{FAIL}#/properties/reason",
            {**described(type="string"), "x-required-evidence": "sample"},
        ),
        (f"{FAIL}#/x-strict", {"required": ["reason"]}),
        (f"{FAIL}#/examples/0/reason", "no speech"),
        (f"{FAIL}#/examples/1/reason", "no speech"),
    ],
    "a value of an open list": [("tencent/vod/suggestion#/anyOf/0/enum/3", "later")],
    "another open list": [
        (f"{FAIL}#/properties/code", described(anyOf=[{"enum": [1, 2]}, {"type": "integer"}]))
    ],
    "a list of texts": [
        (f"{FAIL}#/properties/tags", described(type="array", items={"type": "string"}, maxItems=9))
    ],
    "a map": [
        (
            f"{FAIL}#/properties/counts",
            described(type="object", additionalProperties={"type": "integer"}),
        )
    ],
    "an object inside": [
        (
            f"{FAIL}#/properties/owner",
            described(type="object", properties={"name": described(type="string")}),
        ),
    ],
    "a large integer": [(f"{FAIL}#/properties/size", described(type="integer", format="int64"))],
    "a number or a text": [
        (f"{FAIL}#/properties/at", described(anyOf=[{"type": "integer"}, {"type": "string"}]))
    ],
    "a pattern in x-strict": [
        (f"{FAIL}#/properties/vid/x-strict", {"pattern": "^[0-9a-f]{32}(_[0-9a-f])?$"})
    ],
    "equal bounds": [
        (f"{FAIL}#/properties/two", described(type="string", minLength=2, maxLength=2))
    ],
    "one more example": [(f"{PORN}#/examples/3", {"retcode": 7, "task_id": "4"})],
    "an example of a shared schema": [(f"{TASK}#/examples", [30])],
    "a shared schema": [
        ("acme/code", {**new("Code"), "type": "integer"}),
        (
            f"{FAIL}#/properties/code",
            described(**{"$ref": "https://vodhooks.example/v1/acme/code.json"}),
        ),
    ],
    "a part": [
        (f"{FAIL}#/$defs", {"why": {"title": "Why", "description": "A part.", "type": "string"}}),
        (f"{FAIL}#/properties/why", described(**{"$ref": "#/$defs/why"})),
    ],
    "a reply": [
        (
            "acme/answer",
            {
                **new("Answer"),
                "type": "object",
                "properties": {"a": described(type="string")},
                "examples": [{"a": "b"}],
            },
        ),
        ("openapi.yaml#/x-vodhooks-replies/3", {"name": "acme.answer", "summary": "An answer."}),
    ],
    "an identity of one more member": [(f"{POLYV}/post/x-vodhooks/messages/0/identity/2", "/vid")],
    "a time of another unit": [
        (f"{POLYV}/post/x-vodhooks/occurred-at", {"pointer": "/timestamp", "unit": "seconds"})
    ],
    "another path": [
        ("openapi.yaml#/paths/~1callbacks~1ucloud~1umedia~1slice", ...),
        ("openapi.yaml#/paths/~1slices", {"$ref": "#/components/pathItems/ucloud.umedia.slice"}),
    ],
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_edit_is_refused_at_its_place(case: str) -> None:
    edits, expected = BROKEN[case]
    found = edited(*edits)
    assert any(finding.startswith(expected) for finding in found), found
    assert len(found) <= 3, found  # one edit, and what becomes of the examples


@pytest.mark.parametrize("case", VALID)
def test_a_valid_edit_is_accepted(case: str) -> None:
    assert edited(*VALID[case]) == []


def test_there_are_as_many_edits_as_the_summary_says(
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    record_testsuite_property("edits", f"{len(BROKEN)} refused, {len(VALID)} accepted")
    assert (len(BROKEN) >= 43, len(VALID) >= 25) == (True, True)


LAUGHS = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)

UNREADABLE = {
    "an error of YAML": ("a: 1\nb: [\nc: 2\n", "openapi.yaml:4:1: "),
    "a tab": ("a:\n\tb: 1\n", "openapi.yaml:2:1: "),
    "a key that stands twice": ("a: 1\nb: {c: 1,\n  c: 2}\n", "openapi.yaml:3:3: c stands twice"),
    "anchors that grow": (LAUGHS, "openapi.yaml:6:5: more than 100000 values"),
    "an anchor within itself": (
        "a: &a [*a]\n",
        "openapi.yaml:1:4: an anchor that is used within itself",
    ),
    "brackets": ("[" * 100_000, "openapi.yaml:1: nested deeper than 100 levels"),
    "brackets over lines": (
        "a:\n" + "[\n" * 100_000,
        "openapi.yaml:2: nested deeper than 100 levels",
    ),
    "lists": ("- " * 100_000, "openapi.yaml: nested deeper than 100 levels"),
    "mappings": ("".join(f"{'  ' * level}a:\n" for level in range(150)), "openapi.yaml:101:"),
    "no YAML at all": ("\x00", "openapi.yaml: "),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_an_unreadable_file_is_refused_at_its_line(case: str, tmp_path: Path) -> None:
    text, expected = UNREADABLE[case]
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    (tmp_path / "openapi.yaml").write_text(text)
    with pytest.raises(GenerationError) as refused:
        load(tmp_path)
    (finding,) = refused.value.findings
    assert finding.startswith(expected)


def test_brackets_in_a_schema_are_refused(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    shutil.copy(ROOT / "openapi.yaml", tmp_path)
    (tmp_path / "schemas" / "deep.json").write_text("[" * 100_000)
    with pytest.raises(
        GenerationError, match=r"^schemas/deep.json: nested deeper than 254 levels$"
    ):
        load(tmp_path)


def test_references_that_grow_are_refused() -> None:
    parts = {
        f"p{n}": {
            "title": f"P{n}",
            "description": "A part.",
            "type": "object",
            "properties": {name: described(**{"$ref": f"#/$defs/p{n + 1}"}) for name in "abcdefgh"},
        }
        for n in range(9)
    }
    parts["p9"] = {"title": "P9", "description": "A part.", "type": "string"}
    found = edited(
        (f"{FAIL}#/$defs", parts), (f"{FAIL}#/properties/p", described(**{"$ref": "#/$defs/p0"}))
    )
    assert [finding.partition(": ")[0] for finding in found] == [f"schemas/{FAIL}.json#"]
    assert "more than 20000 schemas when references are resolved" in found[0]
