"""A vendor's own definition of its events, as its API's machine-readable description has it.

openapi.yaml says of a channel where that is: in which package, in which file there, and in which object, whose members each
hold the event of one type. The rest is read from the file: objects, members, types and documentation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.errors import GenerationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.codegen.sources import Sources

__all__ = ["Definition", "Member", "Origin", "find_definition", "origin_of", "read_definition"]

_TYPES = {
    "string": "string",
    "datetime_iso": "string",
    "int": "integer",
    "int64": "integer",
    "uint64": "integer",
    "float": "number",
    "bool": "boolean",
}
"""JSON type by the definition's name for it."""

_NO_EXAMPLE = frozenset({"", "无", "null", "NULL", "None"})

_EVENT_TYPE = re.compile(r"(?:事件类型为|EventType 为)\s*(\w+)")
"""How the documentation of a member names the event type that fills it."""

_LIST = re.compile(r"取值|可选值|可以取的值|枚举值|填充方式")
"""What the documentation says before it lists values."""

_ITEM = re.compile(r"\s*([A-Za-z0-9_][A-Za-z0-9_.+/-]*)\s*(?:[：:；;。]|表示|$)")
"""How an item of such a list begins: a value, and what it means."""

_VERSION = re.compile(r"""^__version__\s*=\s*["']([^"']+)["']""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a vendor's definition is, as openapi.yaml says it.

    Attributes:
        channel: the channel that its events arrive on.
        page: what it is called among the sources of a schema.
        address: where people read the same.
        package: the Python package that the vendor publishes it in.
        file: its path in that package.
        object: the object of it whose members hold the events.
        left_out: why a member of that object has no contract, by its name.
        identity: names of the members that may identify an event, the first one that an event has.
    """

    channel: str
    page: str
    address: str
    package: str
    file: str
    object: str
    left_out: Mapping[str, str]
    identity: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object of the definition.

    Attributes:
        name: its name.
        type: the JSON type of its value, or of the items if it is a list; `object` for an object.
        is_list: whether it is a list.
        object: name of the object, if it is one, or a list of them.
        values: the values that its documentation lists, if it does.
        deprecated: whether the vendor has given it up.
        example: the vendor's example of a value, as text; empty where there is none.
        event_type: the event type that fills it, where the documentation names one.
    """

    name: str
    type: str
    is_list: bool
    object: str | None
    values: tuple[str, ...]
    deprecated: bool
    example: str
    event_type: str | None


@dataclass(frozen=True, slots=True)
class Definition:
    """A vendor's definition.

    Attributes:
        package: the package that it comes from.
        version: the package's version, as far as it is known.
        objects: the members of each object, by its name.
    """

    package: str
    version: str
    objects: Mapping[str, tuple[Member, ...]]

    def reachable(self, name: str) -> Iterator[str]:
        """Yield the names of an object and of all objects inside it, each once, in the order of the definition."""
        seen: dict[str, None] = {}
        waiting = [name]
        while waiting:
            found = waiting.pop()
            if found in seen:
                continue
            seen[found] = None
            waiting.extend(
                member.object for member in reversed(self.objects[found]) if member.object
            )
        yield from seen


def origin_of(sources: Sources) -> Origin:
    """Return where the one definition is that a contract is compared with.

    Raises:
        GenerationError: no channel names one, or several do.
    """
    found = [
        Origin(
            channel=extension["channel"],
            page=named["page"],
            address=named["address"],
            package=named["package"],
            file=named["file"],
            object=named["object"],
            left_out=named.get("left-out", {}),
            identity=tuple(named["identity"]),
        )
        for _, _, extension in sources.channels()
        for named in [extension.get("definition")]
        if named
    ]
    if len(found) != 1:
        raise GenerationError([f"openapi.yaml: {len(found)} channels name a definition; one does"])
    return found[0]


def find_definition(origin: Origin) -> Path:
    """Return the file of the definition in the installed package.

    Raises:
        GenerationError: the package is not installed, or has no such file.
    """
    try:
        found = distribution(origin.package)
    except PackageNotFoundError:
        raise GenerationError(
            [
                f"{origin.package} is not installed: pip install 'vodhooks[definition]', or name a file"
            ]
        ) from None
    file = Path(str(found.locate_file(f"{origin.package}/{origin.file}")))
    if not file.is_file():
        raise GenerationError([f"{origin.package} {found.version} has no {origin.file}"])
    return file


def read_definition(file: Path, origin: Origin) -> Definition:
    """Read a definition.

    Raises:
        GenerationError: it is no such file.
        OSError: it cannot be read.
    """
    try:
        document = orjson.loads(file.read_bytes())
        objects = {
            name: tuple(_member(entry, document["objects"]) for entry in described["members"])
            for name, described in document["objects"].items()
        }
    except orjson.JSONDecodeError:
        raise GenerationError([f"{file}: not JSON"]) from None
    except (AttributeError, KeyError, TypeError) as error:
        raise GenerationError([f"{file}: no definition of objects and members ({error})"]) from None
    if origin.object not in objects:
        raise GenerationError([f"{file}: defines no {origin.object}"])
    return Definition(origin.package, _version(file, origin), objects)


def _version(file: Path, origin: Origin) -> str:
    """Return the version of the package that a file stands in, which need not be the one that is installed."""
    if file.as_posix().endswith(f"/{origin.package}/{origin.file}"):
        module = file.parents[origin.file.count("/")] / "__init__.py"
        found = _VERSION.search(module.read_text("utf-8")) if module.is_file() else None
        if found:
            return found[1]
    return "unknown"


def _member(entry: Mapping[str, Any], objects: Mapping[str, Any]) -> Member:
    name, is_list = entry["member"], entry["type"] == "list"
    documentation = entry.get("document") or ""
    event_type = _EVENT_TYPE.search(documentation)
    example = str(entry.get("example") or "")
    return Member(
        name=entry["name"],
        type="object" if name in objects else _TYPES[name],
        is_list=is_list,
        object=name if name in objects else None,
        values=tuple(_listed(documentation)) if name == "string" else (),
        deprecated=bool(entry.get("disabled")),
        example="" if example in _NO_EXAMPLE else example,
        event_type=event_type[1] if event_type else None,
    )


def _listed(documentation: str) -> list[str]:
    """Return the values that a documentation lists; none where one of its items is something else, such as a condition."""
    before, *items = re.split(r"<li>", documentation)
    if not items or not _LIST.search(before):
        return []
    values = []
    for item in items:
        found = _ITEM.match(unescape(re.sub(r"<[^>]*>", "", item)))
        if found is None:
            return []
        values.append(found[1])
    return list(dict.fromkeys(values))
