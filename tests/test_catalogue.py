from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest
import vodhooks_contracts

from vodhooks.catalogue import bundle, catalogue, channel, message, openapi
from vodhooks.errors import ChannelNotFound, MessageNotFound
from vodhooks.pointers import ABSENT, parse_pointer, resolve
from vodhooks.report import Evidence

MESSAGES = sorted(catalogue().messages)
CHANNELS = sorted(catalogue().channels)
ROOT = Path(vodhooks_contracts.__file__).parent


def test_the_messages_are_on_their_channels() -> None:
    channels = catalogue().channels
    assert {
        "polyv.video_outline.generate_success": "polyv.video_outline",
        "polyv.video_outline.generate_fail": "polyv.video_outline",
        "tencent.vod.review_audio_video_complete": "tencent.vod",
        "ucloud.umedia.transcode": "ucloud.umedia.transcode",
        "ucloud.umedia.screenshot": "ucloud.umedia.screenshot",
        "ucloud.umedia.slice": "ucloud.umedia.slice",
        "ucloud.umedia.porn": "ucloud.umedia.porn",
    }.items() <= {
        message: name for name, entry in channels.items() for message in entry.messages
    }.items()
    replies = set(MESSAGES) - {message for entry in channels.values() for message in entry.messages}
    assert replies >= {
        "tencent.vod.pull_events",
        "tencent.vod.segment_set_file",
        "tencent.vod.cover_segment_set_file",
    }


def test_the_catalogue_has_the_delivery_facts() -> None:
    outline, vod, slices = (
        channel("polyv.video_outline"),
        channel("tencent.vod"),
        channel("ucloud.umedia.slice"),
    )
    assert (outline.delivery.success, outline.delivery.retries, outline.delivery.evidence) == (
        (200,),
        3,
        "documented",
    )
    assert (vod.delivery.success, vod.delivery.retries, vod.delivery.evidence) == (
        (200,),
        None,
        "inferred",
    )
    assert [entry.media_type for entry in (outline, vod, slices)] == [
        "application/json",
        None,
        None,
    ]
    assert [entry.signature for entry in (outline, vod, slices)] == [
        "polyv-video-outline",
        "tencent-vod-callback",
        None,
    ]
    assert [entry.keeps_unknown for entry in (outline, vod, slices)] == [False, True, False]
    assert outline.occurred_at is not None
    assert (outline.occurred_at.pointer, outline.occurred_at.unit) == ("/timestamp", "milliseconds")


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_knows_its_channel_and_its_classes(name: str) -> None:
    entry = message(name)
    assert entry.name == name
    assert entry.channel is None or name in channel(entry.channel).messages
    for form in ("models", "types"):
        assert hasattr(import_module(f"vodhooks_contracts.{form}.{name}"), entry.title)


@pytest.mark.parametrize("name", CHANNELS)
def test_a_channel_with_several_messages_names_each(name: str) -> None:
    entry = channel(name)
    if entry.discriminator is None:
        assert len(entry.messages) == 1
        assert entry.message_by_kind == {}
    else:
        assert sorted(entry.message_by_kind.values()) == sorted(entry.messages)


@pytest.mark.parametrize("name", MESSAGES)
def test_the_identity_of_a_message_is_in_each_sample(name: str) -> None:
    for sample in bundle(name)["examples"]:
        for pointer in message(name).identity:
            assert resolve(sample, parse_pointer(pointer)) is not ABSENT


@pytest.mark.parametrize("name", MESSAGES)
def test_every_property_of_a_bundle_has_evidence(name: str) -> None:
    schema = bundle(name)
    places = {f"/properties/{key}" for key in schema.get("properties", {})}
    for title, definition in schema.get("$defs", {}).items():
        places |= {f"/$defs/{title}/properties/{key}" for key in definition.get("properties", {})}
    told = message(name).evidence
    assert places <= told.keys()
    assert set(told.values()) <= set(get_args(Evidence))
    assert all(resolve(schema, parse_pointer(pointer)) is not ABSENT for pointer in told)


@pytest.mark.parametrize("name", MESSAGES)
def test_a_bundle_stands_alone(name: str) -> None:
    def references(node: Any) -> list[str]:
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
        own = [node["$ref"]] if isinstance(node, dict) and isinstance(node.get("$ref"), str) else []
        return own + [reference for item in inner for reference in references(item)]

    for form in ("wire", "strict"):
        schema = bundle(name, form)
        del schema["examples"]
        titles = {reference.removeprefix("#/$defs/") for reference in references(schema)}
        assert titles == schema.get("$defs", {}).keys()
    assert bundle(name)["$id"] == message(name).id
    assert bundle(name, "strict")["$id"] != message(name).id


def test_the_openapi_document_has_every_path() -> None:
    assert json.loads(openapi())["paths"].keys() == {
        entry.path for entry in catalogue().channels.values()
    }


def test_a_bundle_is_a_fresh_copy_each_time() -> None:
    bundle("ucloud.umedia.slice").clear()
    assert bundle("ucloud.umedia.slice")


def test_every_bundle_belongs_to_a_message() -> None:
    for folder in ("bundles", "bundles/strict"):
        assert sorted(file.stem for file in (ROOT / folder).glob("*.json")) == MESSAGES


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [
        ("polyv.video-outline", "polyv.video_outline"),
        ("ucloud.slice", "ucloud.umedia.slice"),
        ("tencent", "tencent.vod"),
    ],
)
def test_an_unknown_channel_names_the_nearest(wrong: str, nearest: str) -> None:
    with pytest.raises(ChannelNotFound) as unknown:
        channel(wrong)
    assert unknown.value.nearest[0] == nearest
    assert str(unknown.value).startswith(f"no channel is called '{wrong}'; did you mean {nearest}")


def test_an_unknown_message_names_the_nearest() -> None:
    for function in (message, bundle):
        with pytest.raises(
            MessageNotFound,
            match=r"no message is called 'ucloud.umedia.slices'; did you mean ucloud.umedia.slice",
        ):
            function("ucloud.umedia.slices")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "?",
        "../catalogue",
        "/etc/passwd",
        "bundles\x00",
        "x" * 100_000,
        "strict/ucloud.umedia.slice",
    ],
)
def test_a_name_is_never_a_path(name: str) -> None:
    with pytest.raises(MessageNotFound) as unknown:
        bundle(name)
    assert len(str(unknown.value)) < 250


def test_the_catalogue_is_read_once_and_immutable() -> None:
    assert catalogue() is catalogue()
    with pytest.raises(FrozenInstanceError):
        channel("tencent.vod").keeps_unknown = False  # type: ignore[misc] # that is the point


@pytest.mark.parametrize("name", MESSAGES)
def test_only_what_is_not_documented_is_listed(name: str) -> None:
    entry = message(name)
    for listed, whole in (
        (entry.undocumented, entry.evidence),
        (entry.undocumented_required, entry.required_evidence),
    ):
        assert "documented" not in listed.values()
        assert {place: mark for place, mark in whole.items() if mark != "documented"} == listed
