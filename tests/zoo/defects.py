"""Receivers that are each broken in one way, and the finding that must name it."""

from __future__ import annotations

import ast
import asyncio
import gzip
import hmac
import json
import re
import time
import traceback
from datetime import UTC, datetime
from hashlib import sha1
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.request import urlopen

from starlette.responses import PlainTextResponse
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from tests.zoo.keeper import SECRET, TOKEN, Keeper, Refusal
from vodhooks.catalogue import bundle
from vodhooks.engines import compile_schema
from vodhooks.events import Event, parse
from vodhooks.signatures import scheme
from vodhooks.validation import validator
from vodhooks.vendor.events import sample_signature

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from vodhooks.catalogue import Channel
    from vodhooks.signatures import Signer

OUTLINE = "polyv.video_outline"
TENCENT = "tencent.vod"
SLICE = "ucloud.umedia.slice"


class Listed(NamedTuple):
    """A receiver, the name of the cause that must be reported, and a channel where the defect shows."""

    kind: type[Keeper]
    cause: str
    channel: str


DEFECTS: dict[str, Listed] = {}
"""The receivers by the name of their defect."""


def defect(cause: str, channel: str = OUTLINE) -> Callable[[type[Keeper]], type[Keeper]]:
    """List a receiver under its class's name."""

    def listed(kind: type[Keeper]) -> type[Keeper]:
        name = re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()
        DEFECTS[name] = Listed(kind, cause, channel)
        return kind

    return listed


LETS_IN, LOSES, CRASHES, FAILS, REPEATS = (
    "lets strangers in",
    "loses events",
    "crashes",
    "fails",
    "stores an event twice",
)
FETCHES, LEAKS, TELLS = "fetches what it is sent", "gives secrets away", "says too much"
ACCEPTS, REFUSES, SLOW = "accepts the invalid", "refuses the valid", "slow"


class NulProtocol(HttpToolsProtocol):
    """Is written in a language whose texts end with a NUL, and does not come back from one."""

    def data_received(self, data: bytes) -> None:
        if rb"a\u0000b" in data:
            self.transport.abort()
        else:
            super().data_received(data)


# Who is let in


@defect(f"{LETS_IN}: signature/wrong")
class NeverChecksTheSignature(Keeper):
    def check_signature(self, signature: str, payload: Any) -> None:
        del signature, payload


@defect(f"{LETS_IN}: signature/missing", TENCENT)
class ChecksTheSignatureOnlyWhereThereIsOne(Keeper):
    def check_signature(self, signature: str, payload: Any) -> None:
        if not isinstance(payload, dict) or set(payload) & set(sample_signature(signature)):
            super().check_signature(signature, payload)


class OwnSignature(Keeper):
    """Verifies one vendor's sign with code of its own, which is right as it stands here, and validates the rest by the contract."""

    max_age = 86_400.0
    max_ahead = 300.0

    def check_signature(self, signature: str, payload: Any) -> None:
        if signature != "polyv-video-outline":
            super().check_signature(signature, payload)
            return
        if not isinstance(payload, dict) or not self.signed(
            payload.get("sign"), payload.get("timestamp")
        ):
            raise Refusal(401)

    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        if channel.signature == "polyv-video-outline":
            body = json.dumps({**payload, **sample_signature(channel.signature)}).encode()
        return super().identify(body, payload, channel)

    def signed(self, sign: Any, timestamp: Any) -> bool:
        return (
            self.timely(timestamp)
            and isinstance(sign, str)
            and self.matches(sign, self.digest(timestamp))
        )

    def timely(self, timestamp: Any) -> bool:
        return (
            type(timestamp) is int
            and -self.max_ahead <= time.time() - timestamp / 1000 <= self.max_age
        )

    def digest(self, timestamp: Any, secret: str = SECRET) -> str:
        return sha1(f"{secret}{timestamp}{timestamp}{secret}".encode()).hexdigest().upper()  # noqa: S324 # the vendor's

    def matches(self, sign: str, digest: str) -> bool:
        return hmac.compare_digest(sign.encode(errors="surrogatepass"), digest.encode())


@defect(f"{LETS_IN}: signature/part")
class ComparesAsManyDigitsAsThereAre(OwnSignature):
    def matches(self, sign: str, digest: str) -> bool:
        return bool(sign) and digest.startswith(sign)


@defect(f"{LETS_IN}: signature/missing")
class TakesAnEmptySign(OwnSignature):
    def matches(self, sign: str, digest: str) -> bool:
        return not sign or super().matches(sign, digest)


@defect(f"{LETS_IN}: signature/missing")
class TakesANullSign(OwnSignature):
    def signed(self, sign: Any, timestamp: Any) -> bool:
        return sign is None or super().signed(sign, timestamp)


@defect(f"{LETS_IN}: signature/stale")
class TakesOldSigns(OwnSignature):
    max_age = float("inf")


@defect(f"{LETS_IN}: signature/future")
class TakesSignsOfTheFuture(OwnSignature):
    max_ahead = float("inf")


@defect(f"{LETS_IN}: signature/wrong")
class KnowsAnEmptySecretToo(OwnSignature):
    def matches(self, sign: str, digest: str) -> bool:
        return super().matches(sign, digest) or super().matches(sign, self.empty)

    def digest(self, timestamp: Any, secret: str = SECRET) -> str:
        self.empty = super().digest(timestamp, "")
        return super().digest(timestamp, secret)


@defect(f"{LETS_IN}: signature/wrong")
class ComparesTheFirstDigits(OwnSignature):
    def matches(self, sign: str, digest: str) -> bool:
        return len(sign) == len(digest) and super().matches(sign[:8], digest[:8])


@defect(f"{FAILS}: signature/text")
class ComparesText(OwnSignature):
    def matches(self, sign: str, digest: str) -> bool:
        return hmac.compare_digest(sign, digest)


@defect(f"{FAILS}: signature/type")
class ExpectsASignToBeText(OwnSignature):
    def signed(self, sign: Any, timestamp: Any) -> bool:
        return (
            self.timely(timestamp)
            and sign is not None
            and self.matches(sign.strip(), self.digest(timestamp))
        )


@defect(f"{FAILS}: signature/missing")
class ExpectsASignToBeThere(OwnSignature):
    def check_signature(self, signature: str, payload: Any) -> None:
        if signature == "polyv-video-outline" and isinstance(payload, dict):
            _ = payload["sign"], payload["timestamp"]
        super().check_signature(signature, payload)


@defect(f"{FAILS}: signature/mistyped")
class ExpectsATimestampToBeANumber(OwnSignature):
    def timely(self, timestamp: Any) -> bool:
        return timestamp is not None and bool(
            -self.max_ahead <= time.time() - timestamp / 1000 <= self.max_age
        )


@defect(f"{FAILS}: signature/time")
class ExpectsATimestampToBeADate(OwnSignature):
    def timely(self, timestamp: Any) -> bool:
        return (
            type(timestamp) is int
            and bool(datetime.fromtimestamp(timestamp / 1000, UTC))
            and super().timely(timestamp)
        )


@defect(f"{LETS_IN}: token/wrong")
class NeverChecksTheToken(Keeper):
    def check_token(self, given: str) -> None:
        del given


@defect(f"{LETS_IN}: token/missing")
class ChecksTheTokenOnlyWhereThereIsOne(Keeper):
    def check_token(self, given: str) -> None:
        if given:
            super().check_token(given)


@defect(f"{LETS_IN}: token/wrong")
class ComparesAsMuchOfTheTokenAsThereIs(Keeper):
    def check_token(self, given: str) -> None:
        if not given or not TOKEN.startswith(given):
            raise Refusal(401)


@defect(f"{LETS_IN}: token/wrong")
class ComparesTheTokenWithoutCase(Keeper):
    def check_token(self, given: str) -> None:
        super().check_token(given.lower())


@defect(f"{FAILS}: token/wrong")
class ComparesTheTokenAsText(Keeper):
    def check_token(self, given: str) -> None:
        if not hmac.compare_digest(given, TOKEN):
            raise Refusal(401)


@defect(f"{LETS_IN}: repeat/stranger")
class KeepsBeforeItKnowsWhoSent(Keeper):
    def decode(self, body: bytes) -> Any:
        payload = super().decode(body)
        self.events.setdefault(body, []).append(body)
        return payload

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        del key, payload
        self.events[body] = self.events.pop(body)


@defect(f"{LETS_IN}: token/wrong")
class TakesATokenThatBeginsRight(Keeper):
    def check_token(self, given: str) -> None:
        if not given.startswith(TOKEN):
            raise Refusal(401)


@defect(f"{LETS_IN}: token/wrong")
class LooksForTheTokenAnywhere(Keeper):
    def token(self, request: Request) -> str:
        found = TOKEN in request.scope["query_string"].decode("ascii", "replace")
        return TOKEN if found else super().token(request)


@defect(f"{FAILS}: token/elsewhere")
class ExpectsOneToken(Keeper):
    def token(self, request: Request) -> str:
        given = request.query_params.getlist("token")
        if len(given) > 1:
            raise ValueError("too many values to unpack")
        return super().token(request)


@defect(f"{LETS_IN}: signature/stale")
class TakesSignsOfLastWeek(OwnSignature):
    max_age = 8 * 86_400.0


@defect(f"{LETS_IN}: signature/future")
class TakesTheClockOfAnotherTimeZone(OwnSignature):
    max_ahead = 12 * 3_600.0


class OtherWindow(Keeper):
    """Verifies signatures as it should, in a freshness window of its own."""

    max_age = 300.0
    max_ahead = 86_400.0

    def signer(self, signature: str) -> Signer:
        return scheme(signature)(SECRET, max_age=self.max_age, max_ahead=self.max_ahead)


@defect(f"{LETS_IN}: signature/stale", TENCENT)
class TakesSignsForADayAfterTheyExpire(OtherWindow):
    max_age = 86_400.0


@defect(f"{REFUSES}: signature/lifetime", TENCENT)
class TakesTheExpiryForTheTimeOfSending(OtherWindow):
    max_ahead = 300.0


@defect(f"{LETS_IN}: header/forwarded", SLICE)
class TrustsWhoForwards(Keeper):
    def token(self, request: Request) -> str:
        local = request.headers.get("x-forwarded-for") == "127.0.0.1"
        return TOKEN if local else super().token(request)


@defect(f"{ACCEPTS}: header/method")
class TakesEveryMethod(Keeper):
    methods = ("GET", "POST", "PUT")


@defect(f"{FAILS}: header/method")
class ExpectsAFormOnlyInPosts(Keeper):
    methods = ("GET", "POST")

    async def read(self, request: Request) -> bytes:
        if request.method == "GET":
            raise AttributeError("'NoneType' object has no attribute 'read'")
        return await super().read(request)


# What is answered


@defect(f"{LOSES}: contract/sample")
class Answers204(Keeper):
    success = 204


@defect(f"{LOSES}: contract/sample")
class Answers202(Keeper):
    success = 202


@defect(f"{REFUSES}: repeat/same")
class Answers409ToADuplicate(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if body in self.events.get(key, []):
            raise Refusal(409)
        await super().keep(key, body, payload)


@defect(f"{REFUSES}: repeat/other-body")
class Answers409ToAConflict(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        first = json.loads(self.events.get(key, [body])[0])
        if self.content(first) != self.content(payload):
            raise Refusal(409)
        await super().keep(key, body, payload)

    def content(self, payload: Any) -> Any:
        return {name: payload[name] for name in payload if name not in {"sign", "timestamp"}}


@defect(f"{FAILS}: repeat/same")
class CrashesOnADuplicate(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if key in self.events:
            raise KeyError(key)
        await super().keep(key, body, payload)


@defect(f"{REFUSES}: contract/unknown-kind", TENCENT)
class RefusesUnknownKinds(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        kind = payload.get("EventType") if isinstance(payload, dict) else None
        if channel.keeps_unknown and kind not in channel.message_by_kind:
            raise Refusal(422)
        return super().identify(body, payload, channel)


class FussyAboutDrift(Keeper):
    """Refuses what the contract of a payload's own message does not name."""

    def dislikes(self, keyword: str) -> bool:
        raise NotImplementedError

    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        key = super().identify(body, payload, channel)
        event = parse(body, channel.name)
        if isinstance(event, Event) and any(
            self.dislikes(item.keyword) for item in validator(event.message).report(payload).drift
        ):
            raise Refusal(422)
        return key


@defect(f"{REFUSES}: contract/unknown-member")
class RefusesUnknownMembers(FussyAboutDrift):
    def dislikes(self, keyword: str) -> bool:
        return keyword == "additionalProperties"


@defect(f"{REFUSES}: contract/unknown-value", TENCENT)
class RefusesUnknownValues(FussyAboutDrift):
    def dislikes(self, keyword: str) -> bool:
        return keyword != "additionalProperties"


def has(value: Any, wanted: Callable[[Any], bool]) -> bool:
    """Whether any part of a value is wanted."""
    if wanted(value):
        return True
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(has(part, wanted) for part in parts)


class Fussy(Keeper):
    """Refuses what it does not like, though the contract allows it."""

    def likes(self, payload: Any, body: bytes) -> bool:
        raise NotImplementedError

    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        key = super().identify(body, payload, channel)
        if not self.likes(payload, body):
            raise Refusal(422)
        return key


@defect(f"{REFUSES}: contract/null", TENCENT)
class RefusesNull(Fussy):
    def likes(self, payload: Any, body: bytes) -> bool:
        return not has(payload, lambda part: part is None)


@defect(f"{REFUSES}: contract/number", TENCENT)
class RefusesWholeFloats(Fussy):
    def likes(self, payload: Any, body: bytes) -> bool:
        return not has(
            payload, lambda part: isinstance(part, float) and part.is_integer() and b".0" in body
        )


@defect(f"{REFUSES}: contract/bound")
class RefusesWhatADoubleDoesNotHold(Fussy):
    def likes(self, payload: Any, body: bytes) -> bool:
        return not has(payload, lambda part: isinstance(part, int) and abs(part) > 2**53)


@defect(f"{REFUSES}: contract/empty", TENCENT)
class RefusesEmptyLists(Fussy):
    def likes(self, payload: Any, body: bytes) -> bool:
        return not has(payload, lambda part: part == [])


@defect(f"{REFUSES}: contract/long", TENCENT)
class RefusesLongText(Fussy):
    def likes(self, payload: Any, body: bytes) -> bool:
        return not has(payload, lambda part: isinstance(part, str) and len(part) > 4_000)


@defect(f"{REFUSES}: contract/text")
class RefusesWhatOnePlaneDoesNotHold(Fussy):
    def likes(self, payload: Any, body: bytes) -> bool:
        return not has(
            payload, lambda part: isinstance(part, str) and any(ord(char) > 0xFFFF for char in part)
        )


@defect(f"{FAILS}: contract/text")
class CrashesOnNul(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if has(payload, lambda part: isinstance(part, str) and "\0" in part):
            raise ValueError("a string literal cannot contain NUL")
        await super().keep(key, body, payload)


@defect(f"{REFUSES}: syntax/spelling")
class RefusesWhiteSpace(Fussy):
    def likes(self, payload: Any, body: bytes) -> bool:
        return b"\n" not in body


@defect(f"{REFUSES}: header/media-type")
class RefusesParametersOfTheMediaType(Keeper):
    def check_media_type(self, given: str | None, channel: Channel) -> None:
        if channel.media_type and given != channel.media_type:
            raise Refusal(415)


@defect(f"{REFUSES}: header/any-media-type", TENCENT)
class WantsAMediaTypeThatIsNotPromised(Keeper):
    def check_media_type(self, given: str | None, channel: Channel) -> None:
        if (given or "").partition(";")[0].strip().lower() != "application/json":
            raise Refusal(415)


# What is taken for JSON


class PythonJson(Keeper):
    """Reads JSON with the standard library, and validates what it has read."""

    def decode(self, body: bytes) -> Any:
        try:
            return self.loads(body)
        except (ValueError, RecursionError):
            raise Refusal(400) from None

    def loads(self, body: bytes) -> Any:
        return json.loads(body.decode())

    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        try:
            body = json.dumps(payload).encode()
        except ValueError:
            raise Refusal(422) from None
        return super().identify(body, payload, channel)


def without_strange_numbers(value: Any) -> Any:
    """Return a value with zeros for what orjson does not read."""
    return json.loads(re.sub(r"\b(NaN|-?Infinity)\b", "0", json.dumps(value)))


@defect(f"{ACCEPTS}: syntax/duplicate-key")
class KeepsTheLastOfDuplicateKeys(PythonJson):
    def loads(self, body: bytes) -> Any:
        return json.loads(body.decode(), parse_constant=int)


@defect(f"{ACCEPTS}: syntax/number")
class TakesNaN(PythonJson):
    def loads(self, body: bytes) -> Any:
        return without_strange_numbers(json.loads(body.decode(), object_pairs_hook=unique))


@defect(f"{ACCEPTS}: syntax/not-json")
class StopsAtTheEndOfTheValue(PythonJson):
    def loads(self, body: bytes) -> Any:
        return json.JSONDecoder(object_pairs_hook=unique, parse_constant=int).raw_decode(
            body.decode().lstrip()
        )[0]


@defect(f"{ACCEPTS}: syntax/lenient")
class TakesComments(PythonJson):
    def loads(self, body: bytes) -> Any:
        return strict_loads(
            re.sub(r"/\*.*?\*/|(?<![:\w\"])//[^\n]*", "", body.decode(), flags=re.DOTALL)
        )


@defect(f"{ACCEPTS}: syntax/encoding")
class DetectsTheEncoding(PythonJson):
    def loads(self, body: bytes) -> Any:
        return strict_loads(body.decode(json.detect_encoding(body)))


@defect(f"{ACCEPTS}: syntax/encoding")
class ReplacesWhatIsNotUtf8(PythonJson):
    def loads(self, body: bytes) -> Any:
        return strict_loads(body.decode(errors="replace"))


@defect(f"{ACCEPTS}: syntax/lenient")
class TakesPythonForJson(PythonJson):
    def loads(self, body: bytes) -> Any:
        try:
            return strict_loads(body.decode())
        except ValueError:
            try:
                return ast.literal_eval(body.decode())
            except SyntaxError:
                raise ValueError("neither JSON nor Python") from None


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a name stands there twice")
    return dict(pairs)


def strict_loads(text: str) -> Any:
    return json.loads(text, object_pairs_hook=unique, parse_constant=int)


@defect(f"{FAILS}: size/deep")
class CrashesOnDepth(PythonJson):
    def decode(self, body: bytes) -> Any:
        try:
            return strict_loads(body.decode())
        except ValueError:
            raise Refusal(400) from None


@defect(f"{FAILS}: size/number")
class CrashesOnLongNumbers(PythonJson):
    def decode(self, body: bytes) -> Any:
        try:
            return strict_loads(body.decode())
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
            raise Refusal(400) from None


@defect(f"{FAILS}: syntax/not-json")
class CrashesOnNothing(Keeper):
    def decode(self, body: bytes) -> Any:
        _ = body[0]
        return super().decode(body)


@defect(f"{FAILS}: syntax/no-object")
class ExpectsAnObject(Keeper):
    def decode(self, body: bytes) -> Any:
        payload = super().decode(body)
        payload.get("sign")
        return payload


@defect(f"{FAILS}: syntax/encoding")
class ExpectsUtf8(Keeper):
    def decode(self, body: bytes) -> Any:
        body.decode()
        return super().decode(body)


@defect(f"{FAILS}: syntax/lone-surrogate")
class CrashesOnLoneSurrogates(PythonJson):
    def loads(self, body: bytes) -> Any:
        payload = strict_loads(body.decode())
        self.size = len(json.dumps(payload, ensure_ascii=False).encode())
        return payload

    def decode(self, body: bytes) -> Any:
        try:
            return self.loads(body)
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
            raise Refusal(400) from None
        except UnicodeEncodeError:
            raise
        except ValueError:
            raise Refusal(400) from None


@defect(f"{FAILS}: header/content-encoding")
class CrashesOnEncodings(Keeper):
    def check_encoding(self, given: str) -> None:
        if given not in {"", "identity"}:
            raise LookupError(given)


@defect(f"{SLOW}: header/decompression")
class InflatesBombs(Keeper):
    slow = 0.4

    def check_encoding(self, given: str) -> None:
        del given

    def decode(self, body: bytes) -> Any:
        if body[:2] == b"\x1f\x8b":
            try:
                body = gzip.decompress(body)
            except (EOFError, OSError):
                raise Refusal(400) from None
            if len(body) > 10_000_000:
                time.sleep(0.5)
        return super().decode(body)


# What is taken for a message


class Lax(Keeper):
    """Validates by the contract without some of its keywords."""

    ignored: frozenset[str] = frozenset()

    def without(self, schema: Any) -> Any:
        if isinstance(schema, list):
            return [self.without(item) for item in schema]
        if not isinstance(schema, dict):
            return schema
        return {
            name: self.without(inner)
            for name, inner in schema.items()
            if not (name in self.ignored and self.rule(inner))
        }

    def rule(self, inner: Any) -> bool:
        """Whether what a name holds is a keyword's value, not a property that is called so."""
        return not (isinstance(inner, dict) and "description" in inner)

    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        try:
            return super().identify(body, payload, channel)
        except Refusal:
            for name in channel.messages:
                if compile_schema(self.without(bundle(name)), "jsonschema-rs").accepts(payload):
                    return channel.name, body
            raise


@defect(f"{ACCEPTS}: contract/missing")
class ForgetsWhatIsRequired(Lax):
    ignored = frozenset({"required"})


@defect(f"{ACCEPTS}: contract/type")
class ForgetsTypes(Lax):
    ignored = frozenset({"type"})


@defect(f"{ACCEPTS}: contract/out-of-bounds")
class ForgetsBounds(Lax):
    ignored = frozenset(
        {"minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength", "pattern"}
    )


@defect(f"{ACCEPTS}: contract/type")
class ForgetsValues(Lax):
    ignored = frozenset({"const", "enum"})


@defect(f"{ACCEPTS}: contract/type")
class NeverLooksIntoLists(Lax):
    ignored = frozenset({"items"})


@defect(f"{ACCEPTS}: contract/kind")
class TakesEveryKindForTheOther(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        try:
            return super().identify(body, payload, channel)
        except Refusal:
            if (
                channel.discriminator == "/callbackType"
                and isinstance(payload, dict)
                and payload.get("callbackType") not in channel.message_by_kind
            ):
                return channel.name, body
            raise


@defect(f"{ACCEPTS}: contract/missing")
class NeverValidates(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        try:
            return super().identify(body, payload, channel)
        except Refusal:
            return channel.name, body


@defect(f"{FAILS}: contract/missing")
class ExpectsEveryMember(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        for name in channel.messages:
            wanted = bundle(name).get("required", [])
            if (
                isinstance(payload, dict)
                and len(wanted) > 1
                and len(set(wanted) & set(payload)) == len(wanted) - 1
            ):
                raise KeyError(wanted)
        return super().identify(body, payload, channel)


@defect(f"{FAILS}: contract/type")
class ConvertsWhatItGets(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        for name in ("taskId", "retcode"):
            if isinstance(payload, dict) and name in payload:
                int(payload[name])
        return super().identify(body, payload, channel)


# What becomes of an event


@defect(f"{REPEATS}: repeat/same")
class KeepsEveryCopy(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        await super().keep((key, len(self.events)), body, payload)


@defect(f"{REPEATS}: repeat/at-once")
class LooksBeforeItWrites(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        known = any(kept == key for kept, _ in self.events)
        await asyncio.sleep(0.05)
        if not known:
            await super().keep((key, len(self.events)), body, payload)


@defect(f"{REPEATS}: repeat/signed-afresh")
class IdentifiesByTheWholeBody(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        super().identify(body, payload, channel)
        return body


@defect(f"{REPEATS}: repeat/after-others")
class RemembersAHundredEvents(Keeper):
    def __init__(self) -> None:
        super().__init__()
        self.recent: list[Any] = []

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if key not in self.recent:
            self.recent = [*self.recent[-99:], key]
            await super().keep((key, len(self.events)), body, payload)


@defect(f"{REPEATS}: repeat/after-window")
class RemembersEventsWhileTheyAreFresh(Keeper):
    def __init__(self) -> None:
        super().__init__()
        self.fresh: dict[Any, float] = {}

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        signed = payload["timestamp"] / 1000 if "timestamp" in payload else time.time()
        if time.time() - signed > 900.0:
            raise Refusal(401)
        if self.fresh.get(key, 0.0) < time.time():
            self.fresh[key] = signed + 900.0
            await super().keep((key, len(self.events)), body, payload)


@defect(f"{REPEATS}: repeat/after-window", TENCENT)
class RemembersEventsUntilTheirSignExpires(Keeper):
    def __init__(self) -> None:
        super().__init__()
        self.fresh: dict[Any, float] = {}

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if self.fresh.get(key, 0.0) < time.time():
            self.fresh[key] = float(payload["T"]) if "T" in payload else float("inf")
            await super().keep((key, len(self.events)), body, payload)


@defect(f"{LOSES}: repeat/large")
class HasNoRoomForLargeEvents(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if len(body) < 2**20:  # what a broker takes
            await super().keep(key, body, payload)


class HasColumns(Keeper):
    """Keeps the integers of an event in columns."""

    def column(self, number: int) -> int:
        raise NotImplementedError

    def stored_value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self.stored_value(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self.stored_value(item) for item in value]
        return self.column(value) if type(value) is int else value

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        del body
        await super().keep(key, json.dumps(self.stored_value(payload)).encode(), payload)


@defect(f"{LOSES}: repeat/integers", SLICE)
class ClampsTo32Bits(HasColumns):
    def column(self, number: int) -> int:
        return max(-(2**31), min(number, 2**31 - 1))


@defect(f"{LOSES}: repeat/integers", SLICE)
class KeepsDoubles(HasColumns):
    def column(self, number: int) -> int:
        return int(float(number))


@defect(f"{FAILS}: repeat/integers", SLICE)
class HasColumnsOf32Bits(HasColumns):
    def column(self, number: int) -> int:
        if number >= 2**31:
            raise OverflowError("integer out of range")
        return number


@defect(f"{LOSES}: repeat/new-kinds", TENCENT)
class IdentifiesWithoutTheKind(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        key = super().identify(body, payload, channel)
        rest = {name: value for name, value in payload.items() if name != "EventType"}
        kept = {name: rest[name] for name in rest if name not in {"Sign", "T"}}
        return json.dumps(kept, sort_keys=True) if channel.keeps_unknown else key


@defect(f"{LOSES}: repeat/same-moment")
class IdentifiesByTheMillisecond(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        key = super().identify(body, payload, channel)
        return (channel.name, payload["timestamp"]) if "timestamp" in payload else key


@defect(f"{LOSES}: repeat/different-at-once", SLICE)
class IdentifiesByTheMillisecondOfArrival(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        super().identify(body, payload, channel)
        return channel.name, int(time.time() * 1000)


@defect(f"{LOSES}: repeat/same-moment")
class IdentifiesByTheSign(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        key = super().identify(body, payload, channel)
        return payload["sign"] if channel.signature == "polyv-video-outline" else key


@defect(f"{LOSES}: repeat/kinds")
class IdentifiesByTheTaskAlone(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        key = super().identify(body, payload, channel)
        return (channel.name, payload["taskId"]) if "taskId" in payload else key


@defect(f"{LOSES}: repeat/large-numbers")
class IdentifiesByDoubles(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        key = super().identify(body, payload, channel)
        return (
            (channel.name, payload["callbackType"], float(payload["taskId"]))
            if "taskId" in payload
            else key
        )


@defect(f"{LOSES}: repeat/letter-case", TENCENT)
class IdentifiesWithoutCase(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        key = super().identify(body, payload, channel)
        return key[0], key[1].lower()


@defect(f"{LOSES}: repeat/once")
class AnswersAndForgets(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        del key, body, payload


@defect(f"{LOSES}: repeat/different-at-once")
class KeepsOneAtATimeAndDropsTheRest(Keeper):
    busy = False

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if self.busy:
            return
        self.busy = True
        try:
            await asyncio.sleep(0.02)
            await super().keep(key, body, payload)
        finally:
            self.busy = False


@defect(f"{FAILS}: repeat/at-once")
class CrashesWhenCopiesMeet(Keeper):
    busy: set[Any] = set()  # noqa: RUF012 # one receiver, one set

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if key in self.busy:
            raise KeyError(key)
        self.busy.add(key)
        try:
            await asyncio.sleep(0.02)
            await super().keep(key, body, payload)
        finally:
            self.busy.discard(key)


# What an answer says


@defect(f"{LEAKS}: answer/signature")
class SaysWhichSignItExpected(OwnSignature):
    def matches(self, sign: str, digest: str) -> bool:
        if not super().matches(sign, digest):
            raise Refusal(401, f"wrong sign, expected {digest.lower()}")
        return True


@defect(f"{LEAKS}: answer/secret")
class SaysWhichTokenItExpected(Keeper):
    def check_token(self, given: str) -> None:
        if given != TOKEN:
            raise Refusal(401, f"the token is not {TOKEN}")


@defect(f"{LEAKS}: answer/secret")
class NamesTheUrlInRefusals(Keeper):
    async def receive(self, request: Request, channel: Channel) -> Response:
        try:
            return await super().receive(request, channel)
        except Refusal as refusal:
            raise Refusal(refusal.status, json.dumps({"instance": str(request.url)})) from None


@defect(f"{TELLS}: answer/traceback")
class AnswersTheTraceback(Keeper):
    def decode(self, body: bytes) -> Any:
        try:
            return json.loads(body.decode())
        except ValueError:
            raise Refusal(400, traceback.format_exc()) from None
        except RecursionError:
            raise Refusal(400) from None

    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        super().decode(body)
        return super().identify(body, payload, channel)


@defect(f"{TELLS}: answer/traceback", SLICE)
class AnswersWhatTheDatabaseSaid(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        if len(self.events) > 20 and key in self.events:
            self.success_text = "ignored: sqlite3.IntegrityError: UNIQUE constraint failed"
        await super().keep(key, body, payload)

    success_text = ""

    def answer(self, channel: Channel) -> Response:
        answer = super().answer(channel)
        return PlainTextResponse(self.success_text, answer.status_code)


@defect(f"{TELLS}: answer/markup")
class ShowsThePageWithTheBody(Keeper):
    def decode(self, body: bytes) -> Any:
        try:
            return super().decode(body)
        except Refusal as refusal:
            page = f"<h1>Bad request</h1><pre>{body[:300].decode(errors='replace')}</pre>"
            raise Refusal(refusal.status, page, "text/html") from None


@defect(f"{TELLS}: answer/payload", SLICE)
class RepeatsTheInput(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        try:
            return super().identify(body, payload, channel)
        except Refusal as refusal:
            said = json.dumps({"detail": [{"msg": "invalid", "input": payload}]})
            raise Refusal(refusal.status, said, "application/json") from None


@defect(f"{CRASHES}: contract/text")
class EndsWithANul(Keeper):
    protocol = NulProtocol


# What is done with a payload


def fetch(payload: Any) -> None:
    """Fetch what a payload names, from this machine alone: nothing leaves it."""
    url = payload.get("src_url")
    if isinstance(url, str) and url.startswith("http://127.0.0.1"):
        urlopen(url, timeout=5).close()  # noqa: S310 # that is the defect


@defect(f"{FETCHES}: fetch/url", SLICE)
class FetchesThePicture(Keeper):
    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        await super().keep(key, body, payload)
        await asyncio.to_thread(fetch, payload)


@defect(f"{FETCHES}: fetch/stranger", SLICE)
class FetchesBeforeItKnowsWhoSent(Keeper):
    payload: Any = None

    def check_token(self, given: str) -> None:
        fetch(self.payload)
        super().check_token(given)

    def decode(self, body: bytes) -> Any:
        payload = super().decode(body)
        self.payload = payload if isinstance(payload, dict) else {}
        return payload


@defect(f"{SLOW}: size/backtracking")
class TrimsWithAnExpression(Keeper):
    slow = 0.4

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        re.search(r"[ \t]+$", str(payload.get("vid"))[-15_000:])
        await super().keep(key, body, payload)


@defect(f"{SLOW}: size/backtracking", SLICE)
class ChecksNamesWithAnExpression(Keeper):
    slow = 0.4

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        name = str(payload.get("dest_video_name"))[:22]
        re.fullmatch(r"(\w+[ .-]?)*", f"{name}!" if len(name) > 20 else name)
        await super().keep(key, body, payload)


@defect(f"{FAILS}: size/repeated", SLICE)
class KeepsEveryBodyInMemory(Keeper):
    def __init__(self) -> None:
        super().__init__()
        self.bodies: list[bytes] = []

    async def read(self, request: Request) -> bytes:
        self.bodies.append(await super().read(request))
        if sum(map(len, self.bodies)) > 12 * 2**20:
            self.bodies.clear()  # somebody starts it again
            raise MemoryError
        return self.bodies[-1]


@defect(f"{FAILS}: contract/envelope", TENCENT)
class ExpectsAHandleToBeText(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        key = super().identify(body, payload, channel)
        (payload.get("EventHandle") or "").strip()
        return key


@defect(f"{FAILS}: contract/kind", TENCENT)
class ExpectsAKindToBeText(Keeper):
    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        if channel.keeps_unknown and isinstance(payload, dict) and payload.get("EventType"):
            payload["EventType"].lower()
        return super().identify(body, payload, channel)


# What a connection may do


@defect(f"{SLOW}: socket/stalled-body")
class WaitsForEver(Keeper):
    patience = 3_600.0


@defect(f"{SLOW}: contract/in-time")
class TakesItsTime(Keeper):
    slow = 0.4

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        await asyncio.sleep(0.5)
        await super().keep(key, body, payload)


@defect(f"{REFUSES}: socket/slow-body")
class IsImpatient(Keeper):
    patience = 0.2


@defect(f"{REFUSES}: framing/chunked")
class WantsAContentLength(Keeper):
    async def read(self, request: Request) -> bytes:
        if "content-length" not in request.headers:
            raise Refusal(411)
        return await super().read(request)


@defect(f"{REFUSES}: framing/upgrade")
class WantsNoOffers(Keeper):
    async def receive(self, request: Request, channel: Channel) -> Response:
        if "upgrade" in request.headers.get("connection", "").lower():
            raise Refusal(426)
        return await super().receive(request, channel)


class LowerCaseProtocol(HttpToolsProtocol):
    """Knows the names of headers in lower case only."""

    def data_received(self, data: bytes) -> None:
        super().data_received(re.sub(rb"\r\n\w*[A-Z][\w-]*:", b"\r\nx-unknown:", data))


@defect(f"{REFUSES}: framing/header-case")
class KnowsHeadersInLowerCaseOnly(Keeper):
    protocol = LowerCaseProtocol


@defect(f"{REFUSES}: framing/upgrade-swallowed")
class EndsRequestsAtAnOffer(Keeper):
    protocol = HttpToolsProtocol
