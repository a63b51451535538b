"""Channels and messages, as `make generate` took them from openapi.yaml. Read once, at first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from os.path import dirname, join
from typing import TYPE_CHECKING, Any, Literal

import orjson
import vodhooks_contracts

from vodhooks.errors import ChannelNotFound, MessageNotFound
from vodhooks.pointers import pointer_of
from vodhooks.schemas import every_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vodhooks.pointers import Path
    from vodhooks.report import Evidence

__all__ = [
    "Channel",
    "ContainedEvents",
    "Delivery",
    "Message",
    "OccurredAt",
    "Retired",
    "bundle",
    "catalogue",
    "channel",
    "descriptions",
    "editor_catalogue",
    "message",
    "openapi",
]

_ROOT = dirname(vodhooks_contracts.__file__)


@dataclass(frozen=True, slots=True)
class ContainedEvents:
    """Where a reply holds events: a JSON Pointer to their list, and the channel on which they would be pushed."""

    pointer: str
    channel: str


@dataclass(frozen=True)
class Message:
    """One kind of payload.

    Attributes:
        name: full name, such as `tencent.vod.review_audio_video_complete`.
        id: the `$id` of its schema.
        title: name of its generated classes.
        summary: the schema's description.
        channel: the channel it arrives on, or None for a reply that is fetched.
        identity: JSON Pointers whose values together identify the event on its channel; none on a channel where its content
            does.
        events: where a reply holds events, each of which keeps the contract of its own message, or None.
        by_name: whether it is never identified by content, because its contract accepts too much else.
        only_drifts: whether what breaks its contract is drift and never refused: the vendor's
            machine-readable definition alone describes it.
        vendor_samples: which of its sample payloads, from 0, the vendor's page shows, repaired where it is not JSON; the
            others are made by this project.
        undocumented: how sure each property is that the vendor does not document, by its JSON
            Pointer in the bundle.
        undocumented_required: by the same pointer, how sure it is that a property is required,
            where the vendor does not document that.
    """

    name: str
    id: str
    title: str
    summary: str
    channel: str | None
    identity: tuple[str, ...]
    events: ContainedEvents | None
    by_name: bool
    only_drifts: bool
    vendor_samples: Sequence[int]
    undocumented: Mapping[str, Evidence]
    undocumented_required: Mapping[str, Evidence]

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """How sure each property is, by its JSON Pointer in the bundle."""
        places = (
            inner.place
            for inner in every_schema(bundle(self.name))
            if inner.keyword == "properties" and not inner.asks
        )
        return {**_documented(places), **self.undocumented}

    @cached_property
    def required_evidence(self) -> Mapping[str, Evidence]:
        """How sure it is that a property is required, by the same pointer, where it is required."""
        places = (
            (*inner.place, "properties", name)
            for inner in every_schema(bundle(self.name, "strict"))
            if not inner.asks
            for name in inner.schema.get("required", ())
        )
        return {**_documented(places), **self.undocumented_required}


@dataclass(frozen=True, slots=True)
class Retired:
    """A format that the vendor has given up. A payload has it if `pointer` resolves; `reason` says what to do."""

    pointer: str
    reason: str


@dataclass(frozen=True, slots=True)
class OccurredAt:
    """Where a payload says when its event happened."""

    pointer: str
    unit: Literal["milliseconds", "seconds"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the vendor delivers: the statuses it takes for success, and how often it tries again (None: unknown)."""

    success: tuple[int, ...]
    retries: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Channel:
    """One callback URL.

    Attributes:
        name: such as `polyv.video_outline`.
        path: the path that openapi.yaml proposes for it.
        summary: what arrives on it.
        messages: full names of its messages.
        discriminator: JSON Pointer to what names the kind of message, or None where the channel has one message.
        message_by_kind: message name by discriminator value.
        keeps_unknown: whether messages of unknown kinds are events too.
        retired: formats the vendor has given up.
        signature: name of the signature scheme, or None.
        excluded_from_comparison: names of the members that may differ between two deliveries of the same event.
        media_type: the media type that the vendor documents, or None.
        occurred_at: where the event's time is, or None.
        delivery: how the vendor delivers.
    """

    name: str
    path: str
    summary: str
    messages: tuple[str, ...]
    discriminator: str | None
    message_by_kind: Mapping[str, str]
    keeps_unknown: bool
    retired: tuple[Retired, ...]
    signature: str | None
    excluded_from_comparison: tuple[str, ...]
    media_type: str | None
    occurred_at: OccurredAt | None
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All channels and messages, by name, in the order of openapi.yaml.

    Attributes:
        channels: the channels.
        messages: the messages.
        schemas: where each schema that has a title is written, by title: its file below schemas/ and, behind a `#`, its JSON
            Pointer in that file.
    """

    channels: Mapping[str, Channel]
    messages: Mapping[str, Message]
    schemas: Mapping[str, str]


@cache
def catalogue() -> Catalogue:
    """Return the catalogue that is installed with this package."""
    document = _read("catalogue.json")
    return Catalogue(
        channels={entry["name"]: _channel(entry) for entry in document["channels"]},
        messages={entry["name"]: _message(entry) for entry in document["messages"]},
        schemas=document["schemas"],
    )


def channel(name: str) -> Channel:
    """Return the channel of a name.

    Raises:
        ChannelNotFound: there is no such channel.
    """
    channels = catalogue().channels
    if name not in channels:
        raise ChannelNotFound(name, channels)
    return channels[name]


def message(name: str) -> Message:
    """Return the message of a full name.

    Raises:
        MessageNotFound: there is no such message.
    """
    messages = catalogue().messages
    if name not in messages:
        raise MessageNotFound(name, messages)
    return messages[name]


def bundle(name: str, form: Literal["wire", "strict"] = "wire") -> dict[str, Any]:
    """Return the self-contained JSON Schema of a message.

    Args:
        name: full name of the message.
        form: `wire` decides validity; `strict` also objects to drift.

    Raises:
        MessageNotFound: there is no such message.
    """
    return _read("bundles", *([] if form == "wire" else [form]), f"{message(name).name}.json")


@cache
def descriptions(language: str) -> Mapping[str, str]:
    """Return what the schemas say, in another language, by the English text."""
    return _read(f"descriptions.{language}.json")


def openapi() -> bytes:
    """Return the bundled OpenAPI document as JSON text."""
    with open(join(_ROOT, "openapi.json"), "rb") as file:
        return file.read()


def editor_catalogue() -> dict[str, Any]:
    """Return a catalogue in SchemaStore's format: for each message its schema here, and what files with a payload are called.

    The schemas are the strict ones: what the contract does not know is shown in an editor.
    """
    from pathlib import Path

    found: dict[str, Any] = _read("editors.json")
    for entry in found["schemas"]:
        entry["url"] = Path(_ROOT, entry["url"]).as_uri()
    return found


def _documented(places: Iterable[Path]) -> dict[str, Evidence]:
    return {pointer_of(place): "documented" for place in places}


def _message(entry: dict[str, Any]) -> Message:
    events = entry["events"]
    return Message(
        **{
            **entry,
            "identity": tuple(entry["identity"]),
            "events": ContainedEvents(**events) if events else None,
        }
    )


def _channel(entry: dict[str, Any]) -> Channel:
    occurred_at = entry["occurred_at"]
    return Channel(
        **{
            **entry,
            "messages": tuple(entry["messages"]),
            "excluded_from_comparison": tuple(entry["excluded_from_comparison"]),
            "retired": tuple(Retired(**item) for item in entry["retired"]),
            "occurred_at": OccurredAt(**occurred_at) if occurred_at else None,
            "delivery": Delivery(
                **{**entry["delivery"], "success": tuple(entry["delivery"]["success"])}
            ),
        }
    )


def _read(*parts: str) -> dict[str, Any]:
    with open(join(_ROOT, *parts), "rb") as file:
        document: dict[str, Any] = orjson.loads(file.read())
    return document
