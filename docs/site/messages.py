"""The reference of the messages: each channel with what arrives there, each message with its fields, evidence and examples."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, get_args

from markup import code, plain, pointer, table

from vodhooks.catalogue import bundle, catalogue
from vodhooks.cli.outline import Alternative, outline
from vodhooks.report import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vodhooks.catalogue import Channel, Message

__all__ = ["BUNDLES", "pages"]

BUNDLES = "reference/bundles"
"""Where in the site the bundles stand."""


def pages(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the overview and the page of each message."""
    yield "reference/messages/index.md", "\n".join(_overview())
    for message in catalogue().messages.values():
        yield f"reference/messages/{message.name}.md", "\n".join(_page(message, root))


def _overview() -> Iterator[str]:
    known = catalogue()
    yield "# Messages\n"
    yield "What the vendors send, and how sure the contract is of it: a property is *documented* by the vendor, stands in a *sample*"
    yield "of theirs alone, or is our reading, *inferred*. [Why schemas are open](../../openness.md) says what follows from that.\n"
    head = ("message", "channel", *get_args(Evidence))
    yield table(
        head,
        (
            (
                f"[{message.name}]({message.name}.md)",
                message.channel or "none, a reply",
                *(
                    str(Counter(message.evidence.values())[evidence])
                    for evidence in get_args(Evidence)
                ),
            )
            for message in known.messages.values()
        ),
    )
    for channel in known.channels.values():
        yield f"## {channel.name}\n"
        yield f"{plain(channel.summary)}.\n"
        yield table(("", ""), _facts_of_channel(channel))


def _facts_of_channel(channel: Channel) -> Iterator[tuple[str, str]]:
    delivery = channel.delivery
    yield "path", code(channel.path)
    yield (
        "Content-Type",
        code(channel.media_type) if channel.media_type else "undocumented; any is accepted",
    )
    yield "discriminator", code(channel.discriminator) if channel.discriminator else "none"
    yield (
        "other messages",
        "are events without a contract" if channel.keeps_unknown else "break the contract",
    )
    yield "signature", code(channel.signature) if channel.signature else "none"
    yield (
        "differs between deliveries",
        code(*channel.excluded_from_comparison) if channel.excluded_from_comparison else "nothing",
    )
    retries = (
        "retries: unknown" if delivery.retries is None else f"retries: {delivery.retries} at most"
    )
    yield "success", f"{', '.join(map(str, delivery.success))}; {retries} ({delivery.evidence})"


def _page(message: Message, root: Path) -> Iterator[str]:
    yield f"# {message.name}\n"
    yield f"{plain(message.summary)}\n"
    source = _schema(message, root)
    yield table(("", ""), _facts(message, source))
    if "x-corrections" in source:
        yield "The vendor's page has been corrected here:\n"
        yield "".join(f"- {plain(correction)}\n" for correction in source["x-corrections"])
    yield from _fields(message)
    yield "## Examples\n"
    for number, sample in enumerate(bundle(message.name)["examples"]):
        vendors = number in message.vendor_samples
        yield "The vendor's own:\n" if vendors else "Made by this project:\n"
        yield f"```json\n{json.dumps(sample, ensure_ascii=False, indent=2)}\n```\n"


def _schema(message: Message, root: Path) -> dict[str, Any]:
    file = catalogue().schemas[message.title].partition("#")[0]
    schema: dict[str, Any] = json.loads((root / "schemas" / file).read_text(encoding="utf-8"))
    return schema


def _facts(message: Message, source: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if message.channel:
        yield "channel", f"[{message.channel}](index.md#{message.channel.replace('.', '')})"
    yield "class", code(message.title)
    unnamed = "the content" if message.channel else "none"
    yield "identity", code(*message.identity) if message.identity else unnamed
    if message.only_drifts:
        yield "evidence", "the vendor's definition alone: what breaks the contract is drift"
    wire, strict = (f"../../{BUNDLES}/{folder}{message.name}.json" for folder in ("", "strict/"))
    yield "JSON Schema", f"[bundle]({wire}), [strict schema]({strict})"
    for page in source["x-source"]:
        updated = f"updated {page['updated']}, " if "updated" in page else ""
        yield "source", f"{plain(page['page'])} ({updated}read {page['read']})"


def _fields(message: Message) -> Iterator[str]:
    """Yield the fields, in a table for each form that the payload or a part of it takes."""
    yield "## Fields\n"
    yield "`*` is any index.\n"
    rows: list[tuple[str, ...]] = []
    for entry in outline(message):
        if isinstance(entry, Alternative):
            yield from _table(rows)
            rows = []
            yield f"### {code(entry.pointer) if entry.pointer else 'The payload'} as {entry.title}\n"
            yield f"{plain(entry.description)}\n"
        else:
            need = "required" if entry.required else "optional"
            rows.append(
                (
                    pointer(entry.pointer),
                    code(entry.type),
                    need,
                    entry.evidence,
                    plain(entry.description),
                )
            )
    yield from _table(rows)


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    if rows:
        yield table(("field", "type", "needed", "evidence", "meaning"), rows)
