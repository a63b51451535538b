"""The reference of the messages: each channel with what arrives there, each message with its fields, evidence and examples."""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from markup import code, plain, pointer, table

from vodhooks.catalogue import bundle, catalogue
from vodhooks.cli.outline import Alternative, outline
from vodhooks.report import Evidence
from vodhooks.translations import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from vodhooks.catalogue import Channel, Message
    from vodhooks.translations import Language

    Say = Callable[[str], str]

__all__ = ["BUNDLES", "pages"]

BUNDLES = "reference/bundles"
"""Where in the site the bundles stand."""


def pages(root: Path, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the overview and the page of each message, in a language."""
    say = partial(translate, language=language)
    # The bundles, and what is not translated, are in the English site, one folder above.
    above = "../.." if language == "en" else "../../.."
    why = "openness.md" if language == "en" else "openness.html"
    yield "reference/messages/index.md", "\n".join(_overview(say, f"{above}/{why}"))
    for message in catalogue().messages.values():
        yield (
            f"reference/messages/{message.name}.md",
            "\n".join(_page(message, root, say, f"{above}/{BUNDLES}")),
        )


def _overview(say: Say, why: str) -> Iterator[str]:
    known = catalogue()
    yield f"# {say('Messages')}\n"
    sure = say(
        "What the vendors send, and how sure the contract is of it: a property is *documented* by the vendor, stands in a "
        "*sample* of theirs alone, or is our reading, *inferred*."
    )
    yield f"{sure} [{say('Why schemas are open')}]({why})\n"
    head = ("message", "channel", *get_args(Evidence))
    yield table(
        [say(name) for name in head],
        (
            (
                f"[{message.name}]({message.name}.md)",
                message.channel or say("none, a reply"),
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
        yield f"{plain(say(channel.summary))}\n"
        yield table(("", ""), ((say(name), fact) for name, fact in _facts_of_channel(channel, say)))


def _facts_of_channel(channel: Channel, say: Say) -> Iterator[tuple[str, str]]:
    delivery = channel.delivery
    yield "path", code(channel.path)
    yield (
        "Content-Type",
        code(channel.media_type) if channel.media_type else say("undocumented; any is accepted"),
    )
    yield "discriminator", code(channel.discriminator) if channel.discriminator else say("none")
    yield (
        "other messages",
        say("are events without a contract" if channel.keeps_unknown else "break the contract"),
    )
    yield "signature", code(channel.signature) if channel.signature else say("none")
    yield (
        "differs between deliveries",
        code(*channel.excluded_from_comparison)
        if channel.excluded_from_comparison
        else say("nothing"),
    )
    retries = (
        say("retries: unknown")
        if delivery.retries is None
        else say(f"retries: {delivery.retries} at most")
    )
    success = ", ".join(map(str, delivery.success))
    yield "success", f"{success}; {retries} ({say(delivery.evidence)})"


def _page(message: Message, root: Path, say: Say, bundles: str) -> Iterator[str]:
    yield f"# {message.name}\n"
    yield f"{plain(say(message.summary))}\n"
    source = _schema(message, root)
    yield table(
        ("", ""), ((say(name), fact) for name, fact in _facts(message, source, say, bundles))
    )
    if "x-corrections" in source:
        corrected = say("The vendor's page has been corrected here:")
        yield f"{corrected}\n"
        yield "".join(f"- {plain(correction)}\n" for correction in source["x-corrections"])
    yield from _fields(message, say)
    yield f"## {say('Examples')}\n"
    for number, sample in enumerate(bundle(message.name)["examples"]):
        vendors = number in message.vendor_samples
        whose = say("The vendor's own:" if vendors else "Made by this project:")
        yield f"{whose}\n"
        yield f"```json\n{json.dumps(sample, ensure_ascii=False, indent=2)}\n```\n"


def _schema(message: Message, root: Path) -> dict[str, Any]:
    file = catalogue().schemas[message.title].partition("#")[0]
    schema: dict[str, Any] = json.loads((root / "schemas" / file).read_text(encoding="utf-8"))
    return schema


def _facts(
    message: Message, source: dict[str, Any], say: Say, bundles: str
) -> Iterator[tuple[str, str]]:
    if message.channel:
        yield "channel", f"[{message.channel}](index.md#{message.channel.replace('.', '')})"
    yield "class", code(message.title)
    unnamed = say("the content" if message.channel else "none")
    yield "identity", code(*message.identity) if message.identity else unnamed
    if message.only_drifts:
        yield (
            "evidence",
            say("the vendor's definition alone: what breaks the contract is drift"),
        )
    wire, strict = (f"{bundles}/{folder}{message.name}.json" for folder in ("", "strict/"))
    yield "JSON Schema", f"[{say('bundle')}]({wire}), [{say('strict schema')}]({strict})"
    for page in source["x-source"]:
        updated = f"{say('updated')} {page['updated']}, " if "updated" in page else ""
        yield "source", f"{plain(page['page'])} ({updated}{say('read')} {page['read']})"


def _fields(message: Message, say: Say) -> Iterator[str]:
    """Yield the fields, in a table for each form that the payload or a part of it takes."""
    yield f"## {say('Fields')}\n"
    yield f"{say('`*` is any index.')}\n"
    rows: list[tuple[str, ...]] = []
    for entry in outline(message):
        if isinstance(entry, Alternative):
            yield from _table(rows, say)
            rows = []
            what = code(entry.pointer) if entry.pointer else say("The payload")
            yield f"### {what}{say(' as ')}{entry.title}\n"
            yield f"{plain(say(entry.description))}\n"
        else:
            rows.append(
                (
                    pointer(entry.pointer),
                    code(entry.type),
                    say("required" if entry.required else "optional"),
                    say(entry.evidence),
                    plain(say(entry.description)),
                )
            )
    yield from _table(rows, say)


def _table(rows: list[tuple[str, ...]], say: Say) -> Iterator[str]:
    if rows:
        yield table([*map(say, ("field", "type", "needed", "evidence", "meaning"))], rows)
