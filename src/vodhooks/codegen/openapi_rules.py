"""The rules for openapi.yaml: its parts fit one another, the schemas, and what the receiver reads."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import orjson

from vodhooks.codegen.pointer_rules import check_pointers
from vodhooks.codegen.sources import (
    EXTENSION,
    REPLIES,
    body,
    discriminator,
    message_at,
    operation,
    options,
)
from vodhooks.errors import SecretError
from vodhooks.pointers import pointer_of
from vodhooks.signatures import scheme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vodhooks.codegen.sources import Sources
    from vodhooks.schemas import Schema

__all__ = ["check_openapi"]

JSON = "application/json"
ANY = "*/*"
_READ = frozenset(
    {
        "operationId",
        "tags",
        "summary",
        "description",
        "security",
        "requestBody",
        "responses",
        EXTENSION,
    }
)
_UNKNOWN_KINDS = (
    "unknown-messages says what becomes of a value that the discriminator's mapping does not list"
)


def check_openapi(sources: Sources, *, sound: bool) -> Iterator[str]:
    """Yield one finding for each place of openapi.yaml that breaks a rule.

    Args:
        sources: the contract.
        sound: whether the schemas keep their rules, so that what openapi.yaml says of their insides can be looked at. What
            concerns the document as a whole is looked at once each path keeps its rules.
    """
    grammar = orjson.loads((files("vodhooks.codegen") / "extension.json").read_bytes())
    extensions = jsonschema_rs.validator_for(grammar)
    seen = _UniqueNames()
    broken = False
    for path, item in _mapping(sources.openapi.get("paths")).items():
        for finding in _check_path(sources, path, item, extensions, seen, sound=sound):
            broken = True
            yield finding
    yield from _check_replies(sources, grammar, seen, sound=sound)
    if not broken and not seen.messages:
        yield "openapi.yaml#/paths: no messages"
    if broken or not seen.messages:
        return
    yield from _check_items(sources.openapi)
    yield from _check_security(sources.openapi)
    yield from _check_references(sources)


class _UniqueNames:
    """What may stand only once: names, as far as they have come up."""

    def __init__(self) -> None:
        self.items: set[str] = set()
        self.channels: set[str] = set()
        self.messages: set[str] = set()
        self.operations: set[str] = set()


# Channels


def _check_path(
    sources: Sources,
    path: str,
    item: Any,
    extensions: jsonschema_rs.Validator,
    seen: _UniqueNames,
    *,
    sound: bool,
) -> Iterator[str]:
    here = f"openapi.yaml#{pointer_of(('paths', path))}"
    try:
        received = operation(sources.openapi, item)
        at = f"openapi.yaml{item['$ref']}/post"
        extension, _ = received[EXTENSION], received["summary"]
        references = [reference.strip() for reference in options(body(received))]
        kind, mapping = discriminator(received)
    except (AttributeError, KeyError, TypeError, ValueError):
        yield f"{here}: is a $ref to a path item with a post that has a summary, {EXTENSION} and a body of $refs"
        return
    if item["$ref"] in seen.items:
        yield f"{here}: another path points to the same path item; a channel has one"
        return
    seen.items.add(item["$ref"])
    if not path.startswith("/"):
        yield f"{here}: a path begins with a slash"
    errors = list(extensions.iter_errors(extension))
    yield from (
        f"{at}/{EXTENSION}{pointer_of(error.instance_path)}: {error.message}" for error in errors
    )
    if errors:
        return
    yield from _check_operation(sources.openapi, at, received, seen, sound=sound)
    yield from _check_channel(at, extension, seen)
    yield from _check_media_types(at, received, extension.get("media-type"))
    yield from _check_body(at, extension, references, kind, mapping)
    for index, entry in enumerate(extension["messages"]):
        place = f"{at}/{EXTENSION}/messages/{index}"
        yield from _check_message(sources, place, entry["name"], seen)
    if sound:
        yield from check_pointers(sources, at, received)


def _check_operation(
    openapi: dict[str, Any], at: str, received: dict[str, Any], seen: _UniqueNames, *, sound: bool
) -> Iterator[str]:
    # An earlier contract with parameters can still be compared with others.
    for member in sorted(received.keys() - (_READ if sound else _READ | {"parameters"})):
        yield f"{at}/{member}: nothing reads {member} of a callback; take it out"
    name = received.get("operationId")
    if not isinstance(name, str) or not name or name in seen.operations:
        yield f"{at}/operationId: an operation has an operationId of its own, which generators name a function by"
    seen.operations.add(str(name))
    known = {tag.get("name") for tag in openapi.get("tags", ()) if isinstance(tag, dict)}
    for tag in received.get("tags", ()):
        if tag not in known:
            yield f"{at}/tags: {tag} is no tag; describe it under tags, or take it out"


def _check_channel(at: str, extension: dict[str, Any], seen: _UniqueNames) -> Iterator[str]:
    constant = extension["channel"].replace(".", "_")
    if constant in seen.channels:
        yield f"{at}/{EXTENSION}/channel: the channel {extension['channel']} stands twice, or differs from another in dots alone"
    seen.channels.add(constant)
    try:
        if "signature" in extension:
            scheme(extension["signature"])
    except SecretError as error:
        yield f"{at}/{EXTENSION}/signature: {error}; write its module first, or name one that exists"


def _check_media_types(at: str, received: dict[str, Any], documented: str | None) -> Iterator[str]:
    content = received["requestBody"]["content"]
    wanted = [documented] if documented else [JSON, ANY]
    if list(content) != wanted:
        why = (
            "the vendor documents it"
            if documented
            else "the vendor documents none, so any may come"
        )
        yield f"{at}/requestBody/content: the media types are {' and '.join(wanted)}: {why} ({EXTENSION}/media-type)"
    schemas = [_mapping(entry).get("schema") for entry in content.values()]
    if any(schema != schemas[0] for schema in schemas):
        yield f"{at}/requestBody/content: the schema is the same for each media type; use a YAML anchor"


def _check_body(
    at: str,
    extension: dict[str, Any],
    references: list[str],
    kind: str | None,
    mapping: dict[str, str],
) -> Iterator[str]:
    entries = [entry["name"] for entry in extension["messages"]]
    bodies = [message_at(reference) for reference in references]
    keeps = extension.get("unknown-messages")
    for name in entries:
        if name not in bodies:
            yield f"{at}/requestBody: the request body does not refer to the schema of {name}"
    others = [name for name in bodies if name not in entries]
    if len(others) > (keeps == "keep"):
        remedy = ", or leave one schema for all unknown messages" if keeps == "keep" else ""
        yield (
            f"{at}/{EXTENSION}/messages: no entry for {', '.join(others)}, which the request body refers to; add it, with its "
            f"identity{remedy}"
        )
    for name in sorted(name for name, times in Counter(bodies).items() if times > 1):
        yield f"{at}/requestBody: refers to {name} twice"
    if kind is not None:
        yield from _check_mapping(at, entries, keeps, mapping)
        return
    if len(entries) > 1:
        yield f"{at}/requestBody: several messages need a discriminator with a mapping, as OpenAPI has it"
    if keeps:
        yield f"{at}/{EXTENSION}/unknown-messages: {_UNKNOWN_KINDS}, and there is no discriminator"


def _check_mapping(
    at: str, entries: list[str], keeps: str | None, mapping: dict[str, str]
) -> Iterator[str]:
    if not keeps:
        yield f"{at}/{EXTENSION}: {_UNKNOWN_KINDS}: keep or refuse"
    for name in entries:
        if list(mapping.values()).count(name) != 1:
            yield f"{at}/requestBody: the discriminator's mapping has one value for {name}"
    for value, name in mapping.items():
        if name not in entries:
            yield f"{at}/requestBody: the discriminator's mapping points from {value} to {name}, which has no entry in {EXTENSION}"


# Messages


def _check_message(sources: Sources, here: str, name: str, seen: _UniqueNames) -> Iterator[str]:
    path = name.replace(".", "/")
    if name in seen.messages:
        yield f"{here}: {name} stands twice"
    elif path not in sources.schemas:
        yield f"{here}: {name} has no schema at schemas/{path}.json"
    elif not sources.schemas[path].get("examples"):
        yield f"schemas/{path}.json#: a message has examples"
    seen.messages.add(name)


def _check_replies(
    sources: Sources, grammar: dict[str, Any], seen: _UniqueNames, *, sound: bool
) -> Iterator[str]:
    replies = sources.openapi.get(REPLIES, [])
    validator = jsonschema_rs.validator_for({"$ref": "#/$defs/replies", "$defs": grammar["$defs"]})
    errors = list(validator.iter_errors(replies))
    yield from (
        f"openapi.yaml#/{REPLIES}{pointer_of(error.instance_path)}: {error.message}"
        for error in errors
    )
    for index, entry in enumerate([] if errors else replies):
        here = f"openapi.yaml#/{REPLIES}/{index}"
        yield from _check_message(sources, here, entry["name"], seen)
        if sound and entry["name"].replace(".", "/") in sources.schemas:
            yield from check_pointers(sources, here, entry)


# The document as a whole


def _check_items(openapi: dict[str, Any]) -> Iterator[str]:
    """Yield where a callback is shown only as its vendor makes it or only as a receiver serves it, or has more than a post."""
    items = _mapping(_mapping(openapi.get("components")).get("pathItems"))
    used = {
        section: {
            str(_mapping(item).get("$ref")): name
            for name, item in _mapping(openapi.get(section)).items()
        }
        for section in ("paths", "webhooks")
    }
    for name, item in items.items():
        reference = f"#{pointer_of(('components', 'pathItems', name))}"
        missing = [section for section in used if reference not in used[section]]
        if missing:
            yield f"openapi.yaml{reference}: is not under {' nor under '.join(missing)}; each path has its webhook, and the reverse"
        for member in sorted(_mapping(item).keys() - {"post"}):
            yield f"openapi.yaml{reference}/{member}: nothing reads {member} of a callback, which is a post; take it out"
        channel = _mapping(_mapping(_mapping(item).get("post")).get(EXTENSION)).get("channel")
        webhook = used["webhooks"].get(reference)
        if webhook is not None and channel is not None and webhook != channel:
            yield f"openapi.yaml#{pointer_of(('webhooks', webhook))}: a webhook is called like its channel, {channel}"
    for section, references in used.items():
        for reference, name in references.items():
            if reference.removeprefix("#/components/pathItems/") not in {
                pointer_of((item,))[1:] for item in items
            }:
                yield f"openapi.yaml#{pointer_of((section, name))}: points to no path item under components"


def _check_security(openapi: dict[str, Any]) -> Iterator[str]:
    components = _mapping(openapi.get("components"))
    known = _mapping(components.get("securitySchemes"))
    for name, described in known.items():
        entry = _mapping(described)
        if (entry.get("type"), entry.get("in")) != ("apiKey", "query"):
            yield (
                f"openapi.yaml#{pointer_of(('components', 'securitySchemes', name))}: the receiver reads a token in the query "
                "alone: type apiKey, in query"
            )
    places: dict[tuple[str, ...], Any] = {("security",): openapi.get("security", [])}
    for name, item in _mapping(components.get("pathItems")).items():
        places["components", "pathItems", name, "post", "security"] = _mapping(
            _mapping(item).get("post")
        ).get("security", [])
    for place, requirements in places.items():
        for requirement in requirements if isinstance(requirements, list) else ():
            for scheme_name in _mapping(requirement):
                if scheme_name not in known:
                    yield f"openapi.yaml#{pointer_of(place)}: no security scheme is called {scheme_name}; see components"


def _check_references(sources: Sources) -> Iterator[str]:
    """Yield references that lead nowhere, and schemas that none points to."""
    named = set(_references(sources.openapi))
    for reference in sorted(named):
        if message_at(reference).replace(".", "/") not in sources.schemas or not reference.endswith(
            ".json"
        ):
            yield f"openapi.yaml: $ref {reference} points nowhere"
    names = {message_at(reference).replace(".", "/") for reference in named}
    names |= {
        str(_mapping(entry).get("name")).replace(".", "/") for entry in _entries(sources.openapi)
    }
    reached, parts = _reachable(sources, names & sources.schemas.keys())
    for path in sorted(sources.schemas.keys() - reached):
        yield f"schemas/{path}.json#: nothing refers to this schema; add it to a message, or delete it"
    for path in sorted(reached):
        for name, part in _mapping(sources.schemas[path].get("$defs")).items():
            if id(part) not in parts:
                yield f"schemas/{path}.json#{pointer_of(('$defs', name))}: nothing refers to this part; use it, or delete it"


def _reachable(sources: Sources, names: set[str]) -> tuple[set[str], set[int]]:
    """Return the files that references lead into, starting from some, and by `id` the schemas that they lead to."""
    reached: set[str] = set()
    parts: set[int] = set()
    waiting = [(path, sources.schemas[path]) for path in names]
    while waiting:
        path, schema = waiting.pop()
        reached.add(path)
        for reference in _schema_references(schema):
            try:
                file, target = sources.follow(path, reference)
            except (KeyError, ValueError):
                continue
            if id(target) not in parts:
                parts.add(id(target))
                waiting.append((file, target))
    return reached, parts


def _entries(openapi: dict[str, Any]) -> Iterator[Any]:
    replies = openapi.get(REPLIES, [])
    yield from replies if isinstance(replies, list) else ()


def _schema_references(node: Any) -> Iterator[str]:
    """Yield the references of a schema, those of its parts under `$defs` left out: they count once something points there."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for key, inner in node.items():
            if key not in {"$defs", "examples", "const", "enum"}:
                yield from _schema_references(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _schema_references(inner)


def _references(node: Any) -> Iterator[str]:
    """Yield every reference to a schema file."""
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith("schemas/"):
            yield reference
    for inner in _inner(node):
        yield from _references(inner)


def _inner(node: Any) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()


def _mapping(value: Any) -> Schema:
    return value if isinstance(value, dict) else {}
