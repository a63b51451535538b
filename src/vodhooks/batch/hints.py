"""Writes hints: one sentence on what probably went wrong with a payload, and what to do about it.

A hint is advice for people. It never changes a verdict, and quotes names and what the contract says, never a payload's
value. The work is bounded, whatever the payload holds.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from vodhooks.catalogue import bundle, catalogue
from vodhooks.decoding import decode
from vodhooks.errors import (
    AmbiguousMessage,
    ContractViolation,
    NotIdentified,
    NotJson,
    WrongEncoding,
    clip,
)
from vodhooks.excerpts import shape_of
from vodhooks.identification import UnknownKind, identify
from vodhooks.pointers import ABSENT, parse_pointer, put, resolve
from vodhooks.reports import quantity
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vodhooks.catalogue import Channel
    from vodhooks.excerpts import SchemaShape
    from vodhooks.pointers import JsonValue
    from vodhooks.report import Report

__all__ = ["hint_on_kind", "hint_on_text", "hint_on_value"]

_HEAD = 4096
"""How many bytes of a text are looked at to tell what it is."""

_SAMPLE = 1 << 16
"""How many bytes are decoded to tell an encoding."""

_TEXT = 1 << 20
"""How long a string may be that is tried as JSON, in characters."""

_MEMBERS = 100
"""How many members an object may have to be compared with contracts."""

_NAME = 64
"""How long a name or a kind may be to be compared, in characters."""

_INNER = 20
"""How many members of an object are tried as payloads."""

_ITEMS = 3
"""How many items of a list are tried as payloads."""

_NOTES = 3
"""How many changes a hint names."""

_COMPARED = 20
"""How many names are compared with one that is missing."""


def hint_on_text(body: bytes, fault: NotJson, *, is_line: bool = False) -> str:
    """Return a hint on bytes that are not JSON, or an empty string.

    Args:
        body: the bytes.
        fault: why they are not JSON.
        is_line: whether they are a line of a stream.
    """
    text = _Text(body, body[:_HEAD].decode(errors="replace").strip(), fault, is_line)
    return next(filter(None, (hint(text) for hint in _TEXT_HINTS)), "")


def hint_on_value(value: JsonValue, report: Report | None = None, name: str | None = None) -> str:
    """Return a hint on a payload that no contract recognises or that breaks its contract, or an empty string.

    Args:
        value: the decoded payload.
        report: where it breaks the contract; None where it was not validated.
        name: full name of the message or channel that the caller has named, if any.
    """
    payload = _Payload(value, report, name)
    # Where the content has named the contract, the payload is not wrapped in anything.
    hints = _VALUE_HINTS if name is not None or report is None else (_suggest_renames,)
    return next(filter(None, (hint(payload) for hint in hints)), "")


def hint_on_kind(value: JsonValue, channel: str) -> str:
    """Return a hint on a payload of a kind without a contract, or an empty string."""
    return _suggest_kind(_Payload(value, None, channel))


class _Text(NamedTuple):
    """Bytes that are not JSON: all of them, their beginning as text, the fault, and whether they are a line of a stream."""

    body: bytes
    head: str
    fault: NotJson
    is_line: bool


@dataclass(frozen=True, slots=True)
class _Payload:
    """A payload with its report and the name of its message or channel, where these are known."""

    value: JsonValue
    report: Report | None
    name: str | None

    def channels(self) -> Iterator[Channel]:
        """Yield the channels with a discriminator that the payload may belong to."""
        known = catalogue()
        message = known.messages.get(self.name) if self.name else None
        for channel in known.channels.values():
            if channel.discriminator and (
                self.name is None or channel.name in {self.name, message and message.channel}
            ):
                yield channel

    def messages(self) -> Iterator[str]:
        """Yield the names of the messages that the payload may be."""
        for name, message in catalogue().messages.items():
            if (self.name is None and not message.by_name) or self.name in {name, message.channel}:
                yield name


# Bytes that are not JSON

_COMPRESSED = {
    b"\x1f\x8b": ("gzip", "gzip -dc"),
    b"PK\x03\x04": ("zip", "unzip -p"),
    b"\x28\xb5\x2f\xfd": ("zstd", "zstd -dc"),
}
_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_UNMARKED = {
    b"nn00": "UTF-32LE",
    b"000n": "UTF-32BE",
    b"n000": "UTF-32LE",
    b"n0n0": "UTF-16LE",
    b"0n0n": "UTF-16BE",
}
"""How the first four bytes of a text look without a byte order mark; `0` is a zero byte."""
_FORM = re.compile(r"[\w.%+\-\[\]]+=[^&\s]*(?:&[\w.%+\-\[\]]+=[^&\s]*)*(?:&[\w.%+\-\[\]]*)?")
_SYNTAX_HINTS: tuple[tuple[tuple[str, ...] | None, re.Pattern[str], str], ...] = (
    (
        None,
        re.compile("None|True|False|'|b['\"]"),
        "this is Python's repr(), not JSON: write it with json.dumps()",
    ),
    (
        None,
        re.compile("undefined"),
        "undefined is JavaScript, not JSON: leave the member out or write null, as JSON.stringify() does",
    ),
    (None, re.compile("//|/[*]|#"), "JSON has no comments: remove them"),
    (None, re.compile(r",\s*[}\]]"), "JSON has no comma behind the last member or item: remove it"),
    (
        ("{", ","),
        re.compile("[A-Za-z_$]"),
        "names of members need double quotes, as JSON.stringify() writes them",
    ),
)
"""What comes before the fault, if that matters, what begins there, and what to do about it."""


def _detect_compression(text: _Text) -> str:
    for magic, (name, command) in _COMPRESSED.items():
        if text.body.startswith(magic):
            return f"this is {name} data: decompress it first ({command} FILE)"
    return ""


def _detect_encoding(text: _Text) -> str:
    body, fault = text.body, text.fault
    if not isinstance(fault, WrongEncoding):
        return ""
    if body.startswith(codecs.BOM_UTF8):
        return "save it as UTF-8 without a byte order mark, or drop the first three bytes (tail -c +4 FILE)"
    pattern = bytes(body[:4]).translate(bytes([ord("0")]) + b"n" * 255)
    encoding = next(
        (name for mark, name in _MARKS.items() if body.startswith(mark)), _UNMARKED.get(pattern)
    )
    if encoding is None and _is_chinese(body, fault.offset or 0):
        encoding = "GB18030"
    return (
        f"it reads as {encoding}: convert it to UTF-8 (iconv -f {encoding} -t UTF-8 FILE)"
        if encoding
        else ""
    )


def _is_chinese(body: bytes, offset: int) -> bool:
    """Whether the bytes around the first that is not UTF-8 read as GBK or GB18030 and hold Chinese characters."""
    start = 0 if offset < _SAMPLE // 2 else offset
    try:
        text = codecs.getincrementaldecoder("gb18030")().decode(body[start : start + _SAMPLE])
    except UnicodeDecodeError:
        return False
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def _detect_markup(text: _Text) -> str:
    if text.head[:15].lower().startswith(("<!doctype html", "<html")):
        return "this is an HTML page, as proxies and login pages send: look at the status and the URL that it came from"
    return "this is XML or HTML, not JSON" if text.head.startswith("<") else ""


def _detect_form(text: _Text) -> str:
    if not _FORM.fullmatch(text.head):
        return ""
    return "this is a form (application/x-www-form-urlencoded): decode it, and take the payload out of its member"


def _detect_several_lines(text: _Text) -> str:
    if not text.is_line or text.head not in {"{", "["}:
        return ""
    return (
        "the payload goes on in the next line: in NDJSON each is in one line; "
        "leave --ndjson out, and name the file .json, or have `jq -c .` join the lines"
    )


def _detect_several_texts(text: _Text) -> str:
    offset = text.fault.offset
    if type(text.fault) is not NotJson or not offset:
        return ""
    before, after = text.body[:offset], text.body[offset : offset + 1]
    if text.is_line and after in {b":", b","}:
        return ""  # a line of a document, not a payload
    try:
        decode(before)
    except NotJson:
        return ""
    if after not in {b"{", b"["}:
        return "the payload is complete before this place: cut off what follows"
    return "several payloads follow one another: put each on a line of its own (jq -c . FILE) and use --ndjson"


def _detect_other_syntax(text: _Text) -> str:
    """Name the language of a text that is almost JSON, or the syntax that JSON lacks."""
    offset = text.fault.offset
    if type(text.fault) is not NotJson or offset is None:
        return ""
    rest = text.body[offset : offset + _NAME].decode(errors="replace")
    before = text.body[max(0, offset - _NAME) : offset].rstrip()[-1:].decode(errors="replace")
    return next(
        (
            hint
            for last, begins, hint in _SYNTAX_HINTS
            if (last is None or before in last) and begins.match(rest)
        ),
        "",
    )


_TEXT_HINTS: tuple[Callable[[_Text], str], ...] = (
    _detect_compression,
    _detect_encoding,
    _detect_markup,
    _detect_several_lines,
    _detect_several_texts,
    _detect_other_syntax,
    _detect_form,
)


# JSON around the payload, or without what belongs around it

_GATEWAYS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"routeKey", "rawPath"}), "an HTTP API event of AWS API Gateway"),
    (frozenset({"resource", "multiValueHeaders"}), "a REST API event of AWS API Gateway"),
    (frozenset({"headerParameters", "queryString"}), "an API Gateway event of SCF"),
    (frozenset({"rawPath", "queryParameters"}), "an HTTP trigger event of Function Compute"),
    (frozenset({"httpMethod"}), "an event of an API gateway"),
    (frozenset({"requestContext"}), "an event of an API gateway"),
    (frozenset({"isBase64Encoded"}), "an event of an API gateway"),
)
"""Members that mark an event which a gateway makes of a request, the most specific first; `body` holds its body."""

_BASE64_OBJECT = re.compile(r"eyJ[A-Za-z0-9+/_-]+={0,2}\s*")
"""How base64 of `{"` begins, and goes on."""


def _detect_double_encoding(payload: _Payload) -> str:
    if not isinstance(payload.value, str):
        return ""
    if isinstance(_parse_inner(payload.value), (dict, list)):
        return "the payload is encoded twice, as JSON in a JSON string: decode it once more (jq -r . FILE)"
    if _BASE64_OBJECT.fullmatch(payload.value[:_HEAD]):
        return "the payload is base64 in a JSON string: decode it (jq -r . FILE | base64 -d)"
    return ""


def _suggest_name(payload: _Payload) -> str:
    """Name a contract that fits and is never identified by content, or is not the named one."""
    value = payload.value
    if not value or not isinstance(value, (dict, list)):
        return ""
    if payload.name is not None:
        other = _name_contract(value, None)
        return (
            f"it keeps the contract of {other}: use -m {other}"
            if other in catalogue().messages
            else ""
        )
    for name, message in catalogue().messages.items():
        if message.by_name and validator(name).accepts_without_drift(value):
            return f"it keeps the contract of {name}, which only its name tells: use -m {name}"
    return ""


def _detect_list(payload: _Payload) -> str:
    items = payload.value
    if (
        not isinstance(items, list)
        or not items
        or not all(_name_contract(item, payload.name) for item in items[:_ITEMS])
    ):
        return ""
    return "this is a list of payloads: put each on a line of its own (jq -c '.[]' FILE) and use --ndjson"


def _detect_envelope(payload: _Payload) -> str:
    value = payload.value
    if not isinstance(value, dict):
        return ""
    if isinstance(value.get("body"), str):
        for names, gateway in _GATEWAYS:
            if names <= value.keys():
                command = (
                    "jq -r .body FILE | base64 -d"
                    if value.get("isBase64Encoded") is True
                    else "jq -r .body FILE"
                )
                return (
                    f'this is {gateway}: the payload is the text of its member "body" ({command})'
                )
    for name, member in islice(value.items(), _INNER):
        inner = _parse_inner(member) if isinstance(member, str) else member
        if _name_contract(inner, payload.name) or (
            len(value) == 1 and inner is not member and isinstance(inner, dict)
        ):
            where, option = (
                ("the text of its member", "-r ") if isinstance(member, str) else ("its member", "")
            )
            command = (
                f" (jq {option}.{name} FILE)"
                if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,63}", name)
                else ""
            )
            return f"this is an envelope: the payload is {where} {_quote(name)}{command}"
    return ""


def _parse_inner(text: str) -> JsonValue:
    """Return the value of the JSON text in a string, or None."""
    if len(text) > _TEXT or not text.lstrip().startswith(("{", "[")):
        return None
    try:
        return decode(text.encode(errors="surrogatepass"))
    except NotJson:
        return None


def _name_contract(value: JsonValue, name: str | None) -> str | None:
    """Return the message or channel that an object fits, or all the messages where several do; None where none does."""
    if not isinstance(value, dict) or not value:
        return None
    if name in catalogue().messages:
        return name if validator(name).accepts(value) else None
    try:
        found = identify(value, name)
    except AmbiguousMessage as error:
        return " or ".join(error.candidates)
    except (NotIdentified, ContractViolation):
        return None
    if isinstance(found, UnknownKind):
        return found.channel
    return found.message if found.accepts(value) else None


class _Wrapper(NamedTuple):
    """A message with one member beside constants: the name of that member, the constants, the names in it."""

    message: str
    member: str
    constants: Mapping[str, str]
    names: frozenset[str]


@cache
def _wrappers() -> tuple[_Wrapper, ...]:
    found = []
    for name in catalogue().messages:
        schema = bundle(name)
        properties = schema.get("properties", {})
        constants = {
            member: properties[member]["const"]
            for member in schema.get("required", ())
            if "const" in properties[member]
        }
        others = [member for member in schema.get("required", ()) if member not in constants]
        if len(others) == 1:
            names = frozenset(_shape(name).members[others[0]].members)
            found.append(_Wrapper(name, others[0], constants, names))
    return tuple(found)


def _suggest_wrapper(payload: _Payload) -> str:
    value = payload.value
    if not isinstance(value, dict) or not 0 < len(value) <= _MEMBERS:
        return ""
    possible = set(payload.messages())
    for wrapper in _wrappers():
        known = wrapper.names & value.keys()
        if (
            wrapper.message not in possible
            or wrapper.member in value
            or 2 * len(known) <= len(value)
        ):
            continue
        if len(known) > 2 or validator(wrapper.message).accepts(
            {**wrapper.constants, wrapper.member: value}
        ):
            constants = "".join(
                f"{_quote(member)}: {_quote(kind)}, " for member, kind in wrapper.constants.items()
            )
            whole = f"{{{constants}{_quote(wrapper.member)}: …}}"
            return f"this is what stands inside {wrapper.message}: the whole payload is {whole}"
    return ""


def _detect_retired_format(payload: _Payload) -> str:
    """Name a format that the vendor has given up, unless the payload has members of today's contract for its kind."""
    for channel in payload.channels():
        if payload.report is not None and payload.report.message == channel.name:
            continue  # the report says so itself
        if resolve(payload.value, parse_pointer(channel.discriminator or "")) is ABSENT:
            for retired in channel.retired:
                kind = resolve(payload.value, parse_pointer(retired.pointer))
                if kind is not ABSENT and not _has_members_of(payload.value, channel, kind):
                    return f"{channel.name}: {retired.reason}"
    return ""


def _has_members_of(value: JsonValue, channel: Channel, kind: object) -> bool:
    """Whether an object has members of the message that a kind names, be they written otherwise, beside the kind itself."""
    message = channel.message_by_kind.get(kind) if isinstance(kind, str) else None
    if message is None or not isinstance(value, dict):
        return False
    known = _normal_names(message)
    return any(_normalize_name(name) in known for name, inner in value.items() if inner != kind)


# A payload that is nearly right


def _find_misspelt_kind(value: JsonValue, channel: Channel) -> str | None:
    """Return the kind that the discriminator of a payload probably misspells, if any."""
    kind = resolve(value, parse_pointer(channel.discriminator or ""))
    if not isinstance(kind, str) or len(kind) > _NAME or kind in channel.message_by_kind:
        return None
    return _find_closest(kind, channel.message_by_kind, 0.8)


def _suggest_kind(payload: _Payload) -> str:
    """Name the kind nearest to a payload's discriminator, on the channel that was named or found."""
    report = payload.report
    for channel in payload.channels():
        if report is None or report.message == channel.name:
            kind = _find_misspelt_kind(payload.value, channel)
            if kind is not None:
                return f"{channel.discriminator} may misspell {_quote(kind)}"
    return ""


def _suggest_renames(payload: _Payload) -> str:
    """Name what a payload that breaks its contract has under another name, or as a string."""
    report = payload.report
    if report is None:
        return ""
    notes = [note for note, certain in _notes(report, payload.value) if certain]
    return "; ".join(notes[:_NOTES])


def _suggest_contract(payload: _Payload) -> str:
    """Name the contract that needs the fewest changes, and those changes."""
    value = payload.value
    if payload.report is not None or not isinstance(value, dict) or not 0 < len(value) <= _MEMBERS:
        return ""
    compared = [_compare(value, *candidate) for candidate in _candidates(payload, value)]
    least = min((count for _, count, _ in compared), default=0)
    if not least:
        return ""
    names = " or ".join(name for name, count, _ in compared if count == least)
    notes = next(notes for _, count, notes in compared if count == least)
    more = f"; {least - _NOTES} more" if least > _NOTES else ""
    away = f"{quantity(least, 'change')} away"
    return f"the nearest contract is {names}, {away}: {'; '.join(notes[:_NOTES])}{more}"


def _candidates(payload: _Payload, value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the messages that share most names with a payload, each with the kind that its discriminator may misspell."""
    for channel in payload.channels():
        kind = _find_misspelt_kind(value, channel)
        if kind is not None:
            yield channel.message_by_kind[kind], kind
            return
    names = {_normalize_name(name) for name in value}
    shared = {name: len(names & set(_normal_names(name))) for name in payload.messages()}
    most = max(shared.values(), default=0)
    if 3 * most >= len(value):
        yield from ((name, "") for name, count in shared.items() if count == most)


def _compare(value: Mapping[str, Any], message: str, kind: str) -> tuple[str, int, Sequence[str]]:
    """Return a message, how many changes it needs, and the first of them."""
    known = _normal_names(message)
    notes = []
    corrected: Any = {}
    for name, member in value.items():
        meant = known.get(_normalize_name(name), name)
        if meant == name or meant in value:
            corrected[name] = member
        else:
            corrected[meant] = member
            notes.append(_say_rename(name, meant))
    channel = catalogue().messages[message].channel
    pointer = catalogue().channels[channel].discriminator if channel else None
    if kind and pointer:
        corrected = put(corrected, parse_pointer(pointer), kind)
        notes.append(f"{pointer} may misspell {_quote(kind)}")
    report = validator(message).report(corrected)
    notes += [note for note, _ in _notes(report, corrected)]
    return message, len(notes) + report.omitted, notes


def _notes(report: Report, value: JsonValue) -> Iterator[tuple[str, bool]]:
    """Yield each change, and whether it is certain: the value is there under another name, or as a string."""
    lacking: dict[str, list[str]] = {}
    for violation in report.violations:
        try:
            place = parse_pointer(violation.instance_pointer)
        except ValueError:
            place = ("",)
        here = resolve(value, place)
        note = None
        if violation.keyword == "required" and isinstance(here, dict):
            missing = lacking.setdefault(
                violation.instance_pointer,
                _list_missing(report.message, violation.schema_pointer, here),
            )
            note = _find_renamed(missing.pop(0), here, report.message, place) if missing else None
        elif violation.keyword == "type" and isinstance(here, str):
            note = _explain_quotes(here, _find_rule(report.message, violation.schema_pointer))
        where = f"{violation.instance_pointer}: " if violation.instance_pointer else ""
        yield f"{where}{note or violation.message}", note is not None


def _list_missing(message: str, pointer: str, holder: Mapping[str, Any]) -> list[str]:
    """Return the names that an object lacks, in the order of its violations."""
    if not pointer:  # the discriminator of a channel is missing
        return [parse_pointer(catalogue().channels[message].discriminator or "")[-1]]
    return sorted(name for name in _find_rule(message, pointer) if name not in holder)


def _find_renamed(
    missing: str, holder: Mapping[str, Any], message: str, place: Iterable[str]
) -> str | None:
    """Say which member of an object may be the missing one, if any."""
    known = _names_at(message, place)
    others = [
        name for name in islice(holder, _MEMBERS) if name not in known and len(name) <= _NAME
    ][:_COMPARED]
    name = _find_closest(missing, others, 0.6)
    return _say_rename(name, missing) if name is not None else None


def _names_at(message: str, place: Iterable[str]) -> frozenset[str]:
    """Return the names that the contract knows at a place; those of a channel are those of its messages."""
    known = catalogue()
    messages = (message,) if message in known.messages else known.channels[message].messages
    names: set[str] = set()
    for each in messages:
        shape: SchemaShape | None = _shape(each)
        for token in place:
            shape = shape and (shape.members.get(token) or shape.items or shape.others)
        names.update(shape.members if shape else ())
    return frozenset(names)


def _explain_quotes(text: str, types: Any) -> str | None:
    """Return the advice for a string that holds the expected value, or None."""
    expected = {types} if isinstance(types, str) else set(types)
    if expected & {"integer", "number"} and re.fullmatch(
        r"-?\d{1,19}" if "number" not in expected else r"-?\d{1,19}(\.\d{1,19})?", text
    ):
        return "write the number without quotes"
    if expected & {"object", "array"} and _parse_inner(text) is not None:
        return "decode the JSON in this string"
    return None


def _find_rule(message: str, pointer: str) -> Any:
    """Return the value of the keyword that a violation names, in the bundle of a message or of that of an event in it."""
    of_event, _, inner = pointer.partition("#")
    if inner and not pointer.startswith("/"):
        message, pointer = of_event, inner
    rule = resolve(bundle(message) if pointer else {}, parse_pointer(pointer))
    return () if rule is ABSENT else rule


def _find_closest(name: str, known: Iterable[str], cutoff: float) -> str | None:
    """Return the closest of the known names: spelled another way, longer or shorter by a part, or with few other letters."""
    normal = _normalize_name(name)
    by_spelling = {_normalize_name(each): each for each in known}
    if normal in by_spelling:
        return by_spelling[normal]
    for other, each in by_spelling.items():
        short, long = sorted((normal, other), key=len)
        if len(short) > 2 and (long.startswith(short) or long.endswith(short)):
            return each
    return next(
        (by_spelling[match] for match in get_close_matches(normal, by_spelling, 1, cutoff)), None
    )


def _say_rename(name: str, meant: str) -> str:
    return f"rename {_quote(name)} to {_quote(meant)}"


def _quote(name: str) -> str:
    return f'"{clip(name, _NAME)}"'


def _normalize_name(name: str) -> str:
    """Return a name in a form that is the same for camelCase, PascalCase and snake_case."""
    return name[:_NAME].replace("_", "").replace("-", "").casefold()


@cache
def _shape(message: str) -> SchemaShape:
    return shape_of(bundle(message))


@cache
def _normal_names(message: str) -> Mapping[str, str]:
    return {_normalize_name(name): name for name in _shape(message).members}


_VALUE_HINTS: tuple[Callable[[_Payload], str], ...] = (
    _detect_double_encoding,
    _suggest_name,
    _detect_list,
    _detect_envelope,
    _suggest_wrapper,
    _detect_retired_format,
    _suggest_renames,
    _suggest_contract,
    _suggest_kind,
)
