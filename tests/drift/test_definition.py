"""A vendor's definition against the contract: what is new is proposed, made, and not proposed again."""

from __future__ import annotations

import json
import shutil
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vodhooks.codegen.loader import load
from vodhooks.drift import apply
from vodhooks.drift.definition import (
    OPENAPI,
    Changes,
    add_to_yaml,
    compare,
    find_definition,
    origin_of,
    read_definition,
)
from vodhooks.errors import GenerationError
from vodhooks.pointers import parse_pointer, resolve

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 1, 2)
UPLOAD = "tencent/vod/new_file_upload.json"
BASIC = "tencent/vod/media_basic_info.json"


@pytest.fixture(scope="module")
def installed() -> Any:
    """What the vendor's own file says of objects, as the package has it."""
    file = find_definition(origin_of(load(ROOT, structure_only=True)))
    return {"objects": json.loads(file.read_bytes())["objects"]}


@pytest.fixture
def definition(installed: Any) -> Any:
    """A copy of the vendor's file, to be changed."""
    return deepcopy(installed)


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    """A copy of the contract."""
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    shutil.copy(ROOT / "openapi.yaml", tmp_path)
    return tmp_path


def member(name: str, kind: str = "string", **more: Any) -> dict[str, Any]:
    types = {"string": "string", "int64": "int", "float": "float", "bool": "bool"}
    return {"name": name, "member": kind, "type": types.get(kind, "object"), "document": "", **more}


def members_of(definition: Any, name: str) -> list[dict[str, Any]]:
    members: list[dict[str, Any]] = definition["objects"][name]["members"]
    return members


def changed(definition: Any, name: str, field: str) -> dict[str, Any]:
    """Return a member of an object of the definition."""
    return next(entry for entry in members_of(definition, name) if entry["name"] == field)


def compared(contract: Path, definition: Any) -> Changes:
    file = contract / "api.json"
    file.write_text(json.dumps(definition))
    sources = load(contract, structure_only=True)
    origin = origin_of(sources)
    return compare(read_definition(file, origin), origin, sources, TODAY)


def made(contract: Path, changes: Changes) -> None:
    """Make the changes in the contract."""
    folder = contract / "schemas"
    patches = dict(changes.patches)
    additions = patches.pop(OPENAPI, [])
    document = folder / OPENAPI
    document.write_text(add_to_yaml(document.read_text(), additions))
    documents = {
        name: json.loads((folder / name).read_bytes())
        for name in patches
        if (folder / name).exists()
    }
    apply(patches, documents)
    for name, schema in documents.items():
        (folder / name).write_text(json.dumps(schema))


def found(changes: Changes) -> list[tuple[str, str, str]]:
    return [(change.kind, change.file, change.pointer) for change in changes.found]


def schema_at(contract: Path, file: str, pointer: str) -> Any:
    return resolve(json.loads((contract / "schemas" / file).read_bytes()), parse_pointer(pointer))


def test_nothing_is_proposed_where_the_contract_knows_all(contract: Path, definition: Any) -> None:
    """The pinned package and the contract are brought up to date together."""
    changes = compared(contract, definition)
    assert (changes.found, changes.patches, changes.compared) == ([], {}, 35)


def test_a_new_property_is_proposed_where_its_object_stands(
    contract: Path, definition: Any
) -> None:
    members_of(definition, "MediaBasicInfo").append(member("Rating", "int64", example="7"))
    changes = compared(contract, definition)
    pointer = "/properties/Rating"
    assert found(changes) == [("new-property", BASIC, pointer)]
    made(contract, changes)
    assert schema_at(contract, BASIC, pointer) == {
        "description": "",
        "x-evidence": "documented",
        "type": ["integer", "null"],
        "format": "int64",
    }
    filled = [
        resolve(example, ("FileUploadEvent", "MediaBasicInfo", "Rating"))
        for example in schema_at(contract, UPLOAD, "/examples")
    ]
    assert filled.count(7) == 1
    assert filled[0] != 7, "the vendor's own sample stays as it is"
    assert compared(contract, definition).found == []


def test_a_description_is_left_to_a_person_and_demanded(contract: Path, definition: Any) -> None:
    members_of(definition, "MediaBasicInfo").append(member("Rating"))
    made(contract, compared(contract, definition))
    with pytest.raises(GenerationError) as error:
        load(contract)
    place = f"schemas/{BASIC}#/properties/Rating"
    assert error.value.findings == (f"{place}: a property has a description",)
    file = contract / "schemas" / BASIC
    file.write_text(file.read_text().replace('"description": ""', '"description": "Stars."'))
    load(contract)
    assert compared(contract, definition).found == []
    assert schema_at(contract, BASIC, "/properties/Rating/description") == "Stars."


NULLABLE_TEXT = {"type": ["string", "null"]}
MEMBERS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "Text": ("string", {}, NULLABLE_TEXT),
    "Fraction": ("float", {}, {"type": ["number", "null"]}),
    "Truth": ("bool", {}, {"type": ["boolean", "null"]}),
    "Numbers": (
        "int64",
        {"type": "list"},
        {"type": ["array", "null"], "items": {"type": "integer", "format": "int64"}},
    ),
    "Object": ("MediaBasicInfo", {}, {"$ref": "media_basic_info.json"}),
    "Objects": (
        "MediaBasicInfo",
        {"type": "list"},
        {"type": ["array", "null"], "items": {"$ref": "media_basic_info.json"}},
    ),
    "OnlyInListsSoFar": (
        "FileDeleteResultItem",
        {},
        {"anyOf": [{"$ref": "file_deleted.json#/$defs/FileDeleteResultItem"}, {"type": "null"}]},
    ),
    "GivenUp": ("string", {"disabled": True}, {"deprecated": True, **NULLABLE_TEXT}),
    "Listed": (
        "string",
        {"document": "<p>状态，取值：</p><li>ON：开启；</li><li>OFF：关闭。</li>"},
        {"anyOf": [{"enum": ["ON", "OFF", ""]}, {"type": "null"}, {"type": "string"}]},
    ),
    "DifferInCase": (
        "string",
        {"document": "可选值：<li>on：小写；</li><li>ON：大写。</li>"},
        {"anyOf": [{"enum": ["on", ""]}, {"enum": ["ON"]}, {"type": "null"}, {"type": "string"}]},
    ),
    "NotListed": (
        "string",
        {"document": "可选值：<li>当 ModelName 为 A 时：x</li><li>B：y</li>"},
        NULLABLE_TEXT,
    ),
}
"""Members by name, as the definition has them, and the schemas that they become."""


def test_members_become_the_schemas_that_their_definition_asks_for(
    contract: Path, definition: Any
) -> None:
    for name, (kind, more, _) in MEMBERS.items():
        members_of(definition, "FileUploadTask").append(member(name, kind, **more))
    made(contract, compared(contract, definition))
    properties = schema_at(contract, UPLOAD, "/$defs/FileUploadTask/properties")
    described = {"description": "", "x-evidence": "documented"}
    for name, (_, _, schema) in MEMBERS.items():
        assert properties[name] == described | schema, name
    assert compared(contract, definition).found == []


def test_new_values_join_the_list_and_nothing_else_changes(contract: Path, definition: Any) -> None:
    entry = changed(definition, "PullUploadTask", "Status")
    entry["document"] = entry["document"].replace(
        "<li>FINISH", "<li>WAITING：等待中；</li><li>FINISH"
    )
    changes = compared(contract, definition)
    file, pointer = "tencent/vod/pull_complete.json", "/$defs/PullUploadTask/properties/Status"
    assert found(changes) == [("new-value", file, pointer)]
    before = schema_at(contract, file, pointer)
    made(contract, changes)
    before["anyOf"][0]["enum"].append("WAITING")
    assert schema_at(contract, file, pointer) == before
    assert compared(contract, definition).found == []


def test_what_the_vendor_gives_up_is_marked(contract: Path, definition: Any) -> None:
    changed(definition, "MediaBasicInfo", "ClassName")["disabled"] = True
    changes = compared(contract, definition)
    assert found(changes) == [("deprecated", BASIC, "/properties/ClassName")]
    made(contract, changes)
    assert schema_at(contract, BASIC, "/properties/ClassName/deprecated") is True
    assert compared(contract, definition).found == []


def test_another_type_is_left_to_a_person(contract: Path, definition: Any) -> None:
    changed(definition, "MediaBasicInfo", "ClassId").update(member="string", type="string")
    changes = compared(contract, definition)
    assert found(changes) == [("left", BASIC, "/properties/ClassId")]
    assert changes.patches == {}


def test_the_source_of_a_changed_file_is_brought_up_to_date(
    contract: Path, definition: Any
) -> None:
    members_of(definition, "MediaBasicInfo").append(member("Rating"))
    before = schema_at(contract, BASIC, "/x-source")
    made(contract, compared(contract, definition))
    after = schema_at(contract, BASIC, "/x-source")
    assert len(after) == len(before)
    assert after[-1] == {**before[-1], "version": "unknown", "read": TODAY.isoformat()}


def new_event(definition: Any, **more: Any) -> None:
    """Let the vendor define one more event, with objects of its own and one that others have."""
    text = "任务，当事件类型为 DubMediaComplete 时有效。"
    event = member("DubMediaCompleteEvent", "DubTask", document=text, **more)
    members_of(definition, "EventContent").append(event)
    definition["objects"]["DubTask"] = {
        "members": [
            member("TaskId", example="1-Dub-1"),
            member("Voices", "DubVoice", type="list"),
            member("Basic", "MediaBasicInfo"),
        ]
    }
    definition["objects"]["DubVoice"] = {"members": [member("Name"), member("Pitch", "float")]}


def test_a_new_event_is_a_file_and_an_entry(contract: Path, definition: Any) -> None:
    new_event(definition)
    changes = compared(contract, definition)
    file = "tencent/vod/dub_media_complete.json"
    assert found(changes) == [("new-event", file, "")]
    comments = [
        line for line in (contract / "openapi.yaml").read_text().splitlines() if "#" in line
    ]
    made(contract, changes)
    text = (contract / "openapi.yaml").read_text()
    assert [line for line in text.splitlines() if "#" in line][: len(comments)] == comments
    schema = schema_at(contract, file, "")
    assert list(schema["$defs"]) == ["DubTask", "DubVoice"]
    assert schema["properties"]["EventType"]["const"] == "DubMediaComplete"
    assert schema["$defs"]["DubTask"]["properties"]["Basic"]["$ref"] == "media_basic_info.json"
    for part in (schema, *schema["$defs"].values()):
        part["description"] = "Dubbing."
        for described in part["properties"].values():
            described["description"] = described["description"] or "Of it."
    (contract / "schemas" / file).write_text(json.dumps(schema))
    sources = load(
        contract
    )  # examples, identity, and the mapping with its other events keep the rules
    entry = next(
        entry for name, _, entry in sources.messages() if name == "tencent.vod.dub_media_complete"
    )
    assert entry["identity"] == ["/EventType", "/DubMediaCompleteEvent/TaskId"]
    others = sources.schemas["tencent/vod/other_event"]["properties"]["EventType"]["not"]["enum"]
    assert others[-1] == "DubMediaComplete"
    assert compared(contract, definition).found == []


def test_an_event_without_an_id_is_identified_by_its_content(
    contract: Path, definition: Any
) -> None:
    new_event(definition)
    del members_of(definition, "DubTask")[0]
    changes = compared(contract, definition)
    entries = [each["value"] for each in changes.patches[OPENAPI] if each["path"].endswith("/-")]
    name = "tencent.vod.dub_media_complete"
    assert entries == [{"name": name, "identity": "content", "evidence": "definition"}]


def test_a_member_that_names_no_event_type_is_left_to_a_person(
    contract: Path, definition: Any
) -> None:
    new_event(definition)
    members_of(definition, "EventContent")[-1]["document"] = "任务"
    changes = compared(contract, definition)
    assert [(change.kind, change.text) for change in changes.found] == [
        ("left", "DubMediaCompleteEvent: nothing says which event type it is; add it by hand")
    ]


def test_the_whole_contract_can_be_made_anew(contract: Path, definition: Any) -> None:
    """From the one event that was described by hand to all of them, in one run."""
    sources = load(contract, structure_only=True)
    names = [name for name, channel, _ in sources.messages() if channel == "tencent.vod"]
    text = (contract / "openapi.yaml").read_text()
    for name in names[1:]:
        file = f"schemas/{name.replace('.', '/')}.json"
        (contract / file).unlink()
        lines = text.splitlines(keepends=True)
        entry = next(i for i, line in enumerate(lines) if line.endswith(f"name: {name}\n"))
        end = next(
            i
            for i in range(entry + 1, len(lines))
            if "- name: " in lines[i] or "unknown-messages" in lines[i]
        )
        del lines[entry:end]
        text = "".join(line for line in lines if file not in line)
    for part in (
        *("dynamic_range_info", "live_record_info", "media_audio_stream_item", "media_basic_info"),
        *("media_meta_data", "media_source_data", "media_video_stream_item", "trtc_record_info"),
        "web_page_record_info",
    ):
        (contract / f"schemas/tencent/vod/{part}.json").unlink()
    (contract / "openapi.yaml").write_text(text)
    others = contract / "schemas/tencent/vod/other_event.json"
    schema = json.loads(others.read_bytes())
    del schema["properties"]["EventType"]["not"]["enum"][1:]
    others.write_text(json.dumps(schema))
    changes = compared(contract, definition)
    assert {change.kind for change in changes.found} == {"new-event"}
    assert len(changes.found) == 34
    made(contract, changes)
    assert compared(contract, definition).found == []
    again = [name for name, channel, _ in load_structure(contract).messages() if channel]
    assert sorted(again) == sorted(name for name, channel, _ in sources.messages() if channel)


def load_structure(contract: Path) -> Any:
    return load(contract, structure_only=True)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"nope", "not JSON"),
        (b"[]", "no definition of objects and members"),
        (b'{"objects": {"A": {"members": [{"name": "x"}]}}}', "no definition of objects"),
        (b'{"objects": {"A": {"members": []}}}', "defines no EventContent"),
    ],
)
def test_a_file_that_is_no_definition_is_refused(
    contract: Path, content: bytes, reason: str
) -> None:
    file = contract / "api.json"
    file.write_bytes(content)
    with pytest.raises(GenerationError, match=reason):
        read_definition(file, origin_of(load_structure(contract)))


YAML = """\
# the first line
a:
  list:   # a list
    - one
    # before the second
    - two   # the second

  map: {x: 1}
  flow: [1, 2]
  nested:
    deep:
      - name: first
        text: |
          several
          lines

    # behind it
b: &anchor
  c: 1
d: *anchor
"""


@pytest.mark.parametrize(
    ("path", "value", "line", "behind"),
    [
        ("/a/list/-", "three", "    - three", "    - two   # the second"),
        ("/a/list/1", "three", "    - three", "    # before the second"),
        ("/a/nested/deep/-", {"name": "n", "ids": ["x"]}, "      - name: n", "          lines"),
        ("/b/e", "schemas/x.json", "  e: schemas/x.json", "  c: 1"),
        ("/b/on", "on", "  on: 'on'", "  c: 1"),
    ],
)
def test_a_line_is_added_and_no_other_changes(
    path: str, value: Any, line: str, behind: str
) -> None:
    text = add_to_yaml(YAML, [{"op": "add", "path": path, "value": value}])
    lines = text.splitlines()
    assert lines[lines.index(line) - 1] == behind
    assert [each for each in lines if each in YAML.splitlines()] == YAML.splitlines()


@pytest.mark.parametrize("path", ["/a/flow/-", "/a/map/y", "/a/none/-", "/b/c/-"])
def test_where_no_line_can_be_added_that_is_said(path: str) -> None:
    with pytest.raises(GenerationError, match="no block that a line can be added to"):
        add_to_yaml(YAML, [{"op": "add", "path": path, "value": 1}])
