"""Documents and code of the package: catalogue, openapi.json, channel names, lazy packages."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from vodhooks.codegen.bundles import bundle, marks
from vodhooks.codegen.sources import (
    CONTENT,
    REPLIES,
    discriminator,
    message_at,
    options,
    path_item,
)
from vodhooks.pointers import pointer_of
from vodhooks.schemas import every_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.codegen.sources import Sources

__all__ = ["catalogue", "channel_names", "lazy_package", "openapi"]

_WEBHOOKS = {"name": "Webhooks", "description": "The same callbacks as the vendors make them."}

HEADER = "# Made by `make generate` from schemas/ and openapi.yaml. Do not edit."


def catalogue(sources: Sources) -> dict[str, Any]:
    """Return what `vodhooks.catalogue` reads: its dataclasses, field by field."""
    messages = [
        {
            "name": name,
            "id": schema["$id"],
            "title": schema["title"],
            "summary": schema["description"],
            "channel": channel,
            "identity": [] if entry.get("identity") == CONTENT else entry.get("identity", []),
            "events": entry.get("events"),
            "by_name": entry.get("by-name", False),
            "vendor_samples": schema.get("x-vendor-examples", []),
            "only_drifts": entry.get("evidence") == "definition",
            "undocumented": _undocumented(sources, name, "x-evidence"),
            "undocumented_required": _undocumented(sources, name, "x-required-evidence"),
        }
        for name, channel, entry in sources.messages()
        for schema in [sources.schemas[name.replace(".", "/")]]
    ]
    channels = [
        {
            "name": extension["channel"],
            "path": path,
            "summary": operation["summary"],
            "messages": [entry["name"] for entry in extension["messages"]],
            "discriminator": discriminator(operation)[0],
            "message_by_kind": discriminator(operation)[1],
            "keeps_unknown": extension.get("unknown-messages") == "keep",
            "retired": extension.get("retired", []),
            "signature": extension.get("signature"),
            "excluded_from_comparison": extension.get("excluded-from-comparison", []),
            "media_type": extension.get("media-type"),
            "occurred_at": extension.get("occurred-at"),
            "delivery": {"retries": None, **extension["delivery"]},
        }
        for path, operation, extension in sources.channels()
    ]
    schemas = {
        inner.schema["title"]: f"{path}.json#{pointer_of(inner.place)}"
        for path, root in sources.schemas.items()
        for inner in every_schema(root)
        if "title" in inner.schema
    }
    return {"channels": channels, "messages": messages, "schemas": dict(sorted(schemas.items()))}


def _undocumented(sources: Sources, name: str, keyword: str) -> dict[str, str]:
    """Return what evidence there is where it is another than that the vendor documents it."""
    return {
        pointer: evidence
        for pointer, evidence in marks(sources, name, keyword).items()
        if evidence != "documented"
    }


def openapi(sources: Sources) -> dict[str, Any]:
    """Return openapi.yaml as one document that tools digest.

    Path items stand where they are used, each operation under an id of its own. The schemas are components, those of replies
    too.
    """
    schemas: dict[str, Any] = {}

    def component(file: str) -> str:
        return f"#/components/schemas/{_component(sources, file, schemas)}"

    def digest(node: Any) -> Any:
        if isinstance(node, list):
            return [digest(item) for item in node]
        if not isinstance(node, dict):
            return node
        if str(node.get("$ref", "")).startswith("schemas/"):
            return {"$ref": component(node["$ref"])}
        changed = {key: digest(value) for key, value in node.items()}
        if isinstance(node.get("discriminator"), dict):
            mapping = node["discriminator"]["mapping"]
            changed["discriminator"] = {
                **node["discriminator"],
                "mapping": {kind: component(mapping[kind]) for kind in mapping},
            }
            if set(options(node)) - set(
                mapping.values()
            ):  # generators make up a value for what the mapping leaves out
                del changed["discriminator"]
        return changed

    items = {
        section: {
            name: path_item(sources.openapi, item)
            for name, item in sources.openapi[section].items()
        }
        for section in ("webhooks", "paths")
    }
    items["webhooks"] = {name: _as_webhook(item) for name, item in items["webhooks"].items()}
    document: dict[str, Any] = digest(
        {**sources.openapi, **items, "tags": [*sources.openapi.get("tags", ()), _WEBHOOKS]}
    )
    document[REPLIES] = [
        {**entry, "schema": {"$ref": component(f"schemas/{entry['name'].replace('.', '/')}.json")}}
        for entry in sources.openapi.get(REPLIES, ())
    ]
    components = {key: value for key, value in document["components"].items() if key != "pathItems"}
    components["schemas"] = dict(sorted({**components.get("schemas", {}), **schemas}.items()))
    return {**document, "components": components}


def _as_webhook(item: dict[str, Any]) -> dict[str, Any]:
    """Return a path item whose operation has another id and tag than under `paths`: generators make a file of each tag."""
    received = item["post"]
    return {
        "post": {
            **received,
            "operationId": f"{received['operationId']}Webhook",
            "tags": [_WEBHOOKS["name"]],
        }
    }


def channel_names(sources: Sources) -> str:
    """Return the module of typed channel names: each knows what `vodhooks.parse` returns for it."""
    names: dict[str, str] = {}
    for _, _, extension in sources.channels():
        titles = [_title(sources, entry["name"]) for entry in extension["messages"]]
        unknown = " | UnknownEvent" if extension.get("unknown-messages") == "keep" else ""
        names[extension["channel"]] = f"{_event(*titles)}{unknown}"
    return _typed_names(
        sources,
        "ChannelName",
        "Typed names of the channels: `parse(body, NAME)` returns events with the channel's types.",
        names,
    )


def message_names(sources: Sources) -> str:
    """Return the module of typed message names: each knows the type of its events."""
    names = {
        entry["name"]: _event(_title(sources, entry["name"]))
        for _, _, extension in sources.channels()
        for entry in extension["messages"]
    }
    return _typed_names(
        sources,
        "MessageName",
        "Typed names of the messages: `handlers.on(NAME)` takes a function of their events.",
        names,
    )


def _title(sources: Sources, message: str) -> str:
    return str(sources.schemas[message.replace(".", "/")]["title"])


def _event(*titles: str) -> str:
    models = " | ".join(f"{title}Model" for title in titles)
    return f"Event[{' | '.join(titles)}, {models}]"


def _typed_names(sources: Sources, kind: str, docstring: str, names: Mapping[str, str]) -> str:
    """Return a module of names of one kind, by the type that they are generic in."""
    imports: list[str] = []
    for _, _, extension in sources.channels():
        for name in (entry["name"] for entry in extension["messages"]):
            title = _title(sources, name)
            imports.append(
                f"    from vodhooks_contracts.models.{name} import {title} as {title}Model"
            )
            imports.append(f"    from vodhooks_contracts.types.{name} import {title}")
    keeps_unknown = any("UnknownEvent" in outcome for outcome in names.values())
    constants = {name.replace(".", "_").upper(): name for name in names}
    return "\n".join(
        [
            HEADER,
            f'"""{docstring}"""',
            "",
            "from __future__ import annotations",
            "",
            "from typing import TYPE_CHECKING",
            "",
            f"from vodhooks.events import {kind}",
            "",
            "if TYPE_CHECKING:",
            f"    from vodhooks.events import Event{', UnknownEvent' if keeps_unknown else ''}",
            *sorted(imports),
            "",
            "__all__ = [",
            *(f'    "{constant}",' for constant in sorted(constants)),
            "]",
            "",
            *(
                f'{constant}: {kind}[{names[name]}] = {kind}("{name}")'
                for constant, name in constants.items()
            ),
            "",
        ]
    )


_LAZY = """
    def __getattr__(name):
        from importlib import import_module

        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        return found

    def __dir__():
        return __all__
"""


def lazy_package(code: str) -> str:
    """Return the code of a package that imports what it offers when it is first asked for.

    Type checkers read the imports as they were.

    Args:
        code: the code of a package that imports names from its modules, and nothing else.
    """
    imports = [node for node in ast.parse(code).body if isinstance(node, ast.ImportFrom)]
    modules = {name.name: node.module for node in imports if node.level for name in node.names}
    if not modules:
        return code
    eager = "\n".join(f"    {ast.unparse(node)}" for node in imports if node.level)
    return (
        f"{code.splitlines()[0]}\n\nfrom typing import TYPE_CHECKING\n\n"
        f"if TYPE_CHECKING:\n{eager}\nelse:\n"
        "    _MODULES = {\n"
        + "".join(f'        "{name}": "{module}",\n' for name, module in modules.items())
        + "    }\n"
        + _LAZY
        + "\n__all__ = [\n"
        + "".join(f'    "{name}",\n' for name in sorted(modules))
        + "]\n"
    )


def _component(sources: Sources, reference: str, schemas: dict[str, Any]) -> str:
    bundled = bundle(sources, message_at(reference), "tools")
    definitions = bundled.pop("$defs", {})
    title = str(bundled["title"])
    for key, schema in {**definitions, title: bundled}.items():
        schemas[key] = _rebase(
            {
                keyword: value
                for keyword, value in schema.items()
                if keyword not in {"$schema", "$id"}
            }
        )
    return title


def _rebase(node: Any) -> Any:
    if isinstance(node, list):
        return [_rebase(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: value.replace("#/$defs/", "#/components/schemas/")
        if key == "$ref" and isinstance(value, str)
        else _rebase(value)
        for key, value in node.items()
    }
