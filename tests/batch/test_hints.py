"""A payload that is not as it should be gets the one line that says what to do about it, and nothing else changes."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.batch import Rules, Source, Verdict, check, checks
from vodhooks.batch.hints import hint_on_kind, hint_on_text, hint_on_value
from vodhooks.catalogue import bundle, catalogue
from vodhooks.decoding import decode
from vodhooks.errors import NotJson
from vodhooks.validation import validator

if TYPE_CHECKING:
    from pathlib import Path

FAIL = bundle("polyv.video_outline.generate_fail")["examples"][0]
SUCCESS = bundle("polyv.video_outline.generate_success")["examples"][0]
SCREENSHOT = bundle("ucloud.umedia.screenshot")["examples"][0]
REVIEW = bundle("tencent.vod.review_audio_video_complete")["examples"][0]
PULLED = bundle("tencent.vod.pull_events")["examples"][0]
SEGMENTS = bundle("tencent.vod.segment_set_file")["examples"][0]
TEXT = json.dumps(FAIL)

PYTHON = "this is Python's repr(), not JSON: write it with json.dumps()"
NAMES = "names of members need double quotes, as JSON.stringify() writes them"
SEVERAL = "several payloads follow one another: put each on a line of its own (jq -c . FILE) and use --ndjson"
FORM = "this is a form (application/x-www-form-urlencoded): decode it, and take the payload out of its member"
LIST = (
    "this is a list of payloads: put each on a line of its own (jq -c '.[]' FILE) and use --ndjson"
)
TWICE = "the payload is encoded twice, as JSON in a JSON string: decode it once more (jq -r . FILE)"
INNER = 'the payload is the text of its member "body"'
WHOLE = "this is what stands inside tencent.vod"


def converted(encoding: str) -> str:
    return f"it reads as {encoding}: convert it to UTF-8 (iconv -f {encoding} -t UTF-8 FILE)"


def without(payload: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in payload.items() if name not in names}


def renamed(payload: Any, rename: dict[str, str]) -> Any:
    """Return a payload with other names at every depth."""
    if isinstance(payload, dict):
        return {rename.get(name, name): renamed(value, rename) for name, value in payload.items()}
    return [renamed(item, rename) for item in payload] if isinstance(payload, list) else payload


TEXTS: dict[str, tuple[bytes, str]] = {
    "gzip": (
        gzip.compress(TEXT.encode()),
        "this is gzip data: decompress it first (gzip -dc FILE)",
    ),
    "zip": (b"PK\x03\x04\x14\x00", "this is zip data: decompress it first (unzip -p FILE)"),
    "zstd": (b"\x28\xb5\x2f\xfd\x04\x00", "this is zstd data: decompress it first (zstd -dc FILE)"),
    "a byte order mark": (
        TEXT.encode("utf-8-sig"),
        "save it as UTF-8 without a byte order mark, or drop the first three bytes (tail -c +4 FILE)",
    ),
    "UTF-16 with a mark": (TEXT.encode("utf-16"), converted("UTF-16")),
    "UTF-16LE": (TEXT.encode("utf-16-le"), converted("UTF-16LE")),
    "UTF-16BE": (TEXT.encode("utf-16-be"), converted("UTF-16BE")),
    "UTF-32 with a mark": (TEXT.encode("utf-32"), converted("UTF-32")),
    "UTF-32LE": (TEXT.encode("utf-32-le"), converted("UTF-32LE")),
    "UTF-32BE": (TEXT.encode("utf-32-be"), converted("UTF-32BE")),
    "GBK": (
        json.dumps({"message": "任务失败"}, ensure_ascii=False).encode("gbk"),
        converted("GB18030"),
    ),
    "GBK behind much ASCII": (
        json.dumps({"a": "x" * 100_000, "message": "任务失败"}, ensure_ascii=False).encode("gbk"),
        converted("GB18030"),
    ),
    "Latin-1": (b'{"message": "\xe9"}', ""),
    "an HTML page": (
        b"\n<!DOCTYPE html><html><body>502</body></html>",
        "this is an HTML page, as proxies and login pages send: look at the status and the URL that it came from",
    ),
    "XML": (b"<?xml version='1.0'?><Error/>", "this is XML or HTML, not JSON"),
    "NDJSON": (f"{TEXT}\n{TEXT}\n".encode(), SEVERAL),
    "pretty payloads": ("\n".join([json.dumps(FAIL, indent=2)] * 2).encode(), SEVERAL),
    "a line of script": (
        f"{TEXT};".encode(),
        "the payload is complete before this place: cut off what follows",
    ),
    "Python's repr of a dict": (repr(FAIL).encode(), PYTHON),
    "Python's repr of a list": (repr([FAIL]).encode(), PYTHON),
    "Python's repr of bytes": (repr(TEXT.encode()).encode(), PYTHON),
    "None": (b'{"retcode": None}', PYTHON),
    "True": (b'{"retcode": True}', PYTHON),
    "undefined": (
        b'{"retcode": undefined}',
        "undefined is JavaScript, not JSON: leave the member out or write null, as JSON.stringify() does",
    ),
    "names without quotes": (b"{retcode: 0}", NAMES),
    "a later name without quotes": (b'{"retcode": 0, task_id: 1}', NAMES),
    "a comma at the end": (
        b'{"retcode": 0,\n}',
        "JSON has no comma behind the last member or item: remove it",
    ),
    "a comment": (b'{"retcode": 0 // fine\n}', "JSON has no comments: remove them"),
    "a form": (b"retcode=0&task_id=1", FORM),
    "a form with the payload in it": (b"payload=%7B%22retcode%22%3A0%7D", FORM),
    "a long form": (b"retcode=0&" * 10_000, FORM),
    "words": (b"all is well", ""),
    "a cut text": (TEXT[:-5].encode(), ""),
    "nothing": (b"", ""),
}


@pytest.mark.parametrize(("body", "hint"), TEXTS.values(), ids=TEXTS)
def test_text_that_is_not_json_gets_its_hint(body: bytes, hint: str) -> None:
    with pytest.raises(NotJson) as caught:
        decode(body)
    assert hint_on_text(body, caught.value) == hint


CAMEL = renamed(
    without(REVIEW, "EventHandle"),
    {"EventType": "eventType", "ReviewAudioVideoCompleteEvent": "reviewAudioVideoCompleteEvent"},
)

UNIDENTIFIED: dict[str, tuple[Any, str]] = {
    "JSON in a string": (TEXT, TWICE),
    "base64 in a string": (
        "eyJyZXRjb2RlIjogMH0=",
        "the payload is base64 in a JSON string: decode it (jq -r . FILE | base64 -d)",
    ),
    "a string": ("generate_fail", ""),
    "a list": ([FAIL, SUCCESS], LIST),
    "a list of many": ([REVIEW] * 50, LIST),
    "a list of numbers": ([1, 2], ""),
    "an empty list": ([], ""),
    "an empty object": ({}, ""),
    "a number": (7, ""),
    "an envelope": ({"body": TEXT}, f"this is an envelope: {INNER} (jq -r .body FILE)"),
    "an envelope of what is unknown": (
        {"body": '{"a": 1}'},
        f"this is an envelope: {INNER} (jq -r .body FILE)",
    ),
    "an envelope beside other members": (
        {"id": "1", "specversion": "1.0", "data": FAIL},
        'this is an envelope: the payload is its member "data" (jq .data FILE)',
    ),
    "an envelope with a name that jq has to quote": (
        {"the payload": FAIL, "id": 1},
        'this is an envelope: the payload is its member "the payload"',
    ),
    "AWS, HTTP API": (
        {
            "version": "2.0",
            "routeKey": "POST /",
            "rawPath": "/",
            "body": TEXT,
            "isBase64Encoded": False,
        },
        f"this is an HTTP API event of AWS API Gateway: {INNER} (jq -r .body FILE)",
    ),
    "AWS, HTTP API, base64": (
        {
            "version": "2.0",
            "routeKey": "POST /",
            "rawPath": "/",
            "body": "eyJ9",
            "isBase64Encoded": True,
        },
        f"this is an HTTP API event of AWS API Gateway: {INNER} (jq -r .body FILE | base64 -d)",
    ),
    "AWS, REST API": (
        {
            "resource": "/",
            "multiValueHeaders": {},
            "httpMethod": "POST",
            "requestContext": {},
            "body": TEXT,
        },
        f"this is a REST API event of AWS API Gateway: {INNER} (jq -r .body FILE)",
    ),
    "Tencent SCF": (
        {
            "headerParameters": {},
            "headers": {},
            "httpMethod": "POST",
            "queryString": {},
            "requestContext": {},
            "body": TEXT,
        },
        f"this is an API Gateway event of SCF: {INNER} (jq -r .body FILE)",
    ),
    "Alibaba Function Compute": (
        {
            "version": "v1",
            "rawPath": "/",
            "queryParameters": {},
            "requestContext": {},
            "body": TEXT,
        },
        f"this is an HTTP trigger event of Function Compute: {INNER} (jq -r .body FILE)",
    ),
    "another gateway": (
        {"httpMethod": "POST", "body": TEXT},
        f"this is an event of an API gateway: {INNER} (jq -r .body FILE)",
    ),
    "the bare event": (
        REVIEW["ReviewAudioVideoCompleteEvent"],
        (
            f"{WHOLE}.review_audio_video_complete: the whole payload is "
            '{"EventType": "ReviewAudioVideoComplete", "ReviewAudioVideoCompleteEvent": …}'
        ),
    ),
    "the bare event, broken": (
        {**REVIEW["ReviewAudioVideoCompleteEvent"], "TaskId": 7},
        (
            f"{WHOLE}.review_audio_video_complete: the whole payload is "
            '{"EventType": "ReviewAudioVideoComplete", "ReviewAudioVideoCompleteEvent": …}'
        ),
    ),
    "a reply without its wrapper": (
        PULLED["Response"],
        f'{WHOLE}.pull_events: the whole payload is {{"Response": …}}',
    ),
    "what its name alone tells": (
        SEGMENTS,
        "it keeps the contract of tencent.vod.segment_set_file, which only its name tells: use -m tencent.vod.segment_set_file",
    ),
    "a format that is given up": (
        {"version": "4.0", "eventType": "ProcedureStateChanged", "data": {}},
        "tencent.vod: this is the legacy notification format (version 4.0), switch the app to the current one",
    ),
    "a misspelt kind": (
        {**SUCCESS, "callbackType": "generate_sucess"},
        (
            "the nearest contract is polyv.video_outline.generate_success, 1 change away: "
            '/callbackType may misspell "generate_success"'
        ),
    ),
    "a kind in another spelling": (
        {**FAIL, "callbackType": "GenerateFail"},
        'the nearest contract is polyv.video_outline.generate_fail, 1 change away: /callbackType may misspell "generate_fail"',
    ),
    "a kind that is nothing like any": (
        {**FAIL, "callbackType": "deleted"},
        'the nearest contract is polyv.video_outline.generate_fail, 1 change away: /callbackType: expected "generate_fail"',
    ),
    "no kind": (
        without(FAIL, "callbackType"),
        'the nearest contract is polyv.video_outline.generate_fail, 1 change away: missing property "callbackType"',
    ),
    "a renamed kind, and less": (
        {"callback_type": "generate_fail", **without(FAIL, "callbackType", "vid", "taskId")},
        (
            "the nearest contract is polyv.video_outline.generate_fail, 3 changes away: "
            'rename "callback_type" to "callbackType"; missing property "taskId"; missing property "vid"'
        ),
    ),
    "PascalCase": (
        renamed(
            SCREENSHOT,
            {
                "retcode": "RetCode",
                "task_id": "TaskId",
                "image_count": "ImageCount",
                "image_list": "ImageList",
            },
        ),
        (
            "the nearest contract is ucloud.umedia.screenshot, 4 changes away: "
            'rename "RetCode" to "retcode"; rename "TaskId" to "task_id"; rename "ImageCount" to "image_count"; 1 more'
        ),
    ),
    "camelCase": (
        CAMEL,
        (
            "the nearest contract is tencent.vod.review_audio_video_complete, 2 changes away: "
            'rename "eventType" to "EventType"; rename "reviewAudioVideoCompleteEvent" to "ReviewAudioVideoCompleteEvent"'
        ),
    ),
    "a number as a string": (
        {**SCREENSHOT, "retcode": "0"},
        "the nearest contract is ucloud.umedia.screenshot, 1 change away: /retcode: write the number without quotes",
    ),
    "nothing that is known": ({"a": 1, "b": 2}, ""),
    "more members than are compared": ({f"name{number}": 1 for number in range(1_000)}, ""),
}


@pytest.mark.parametrize(("payload", "hint"), UNIDENTIFIED.values(), ids=UNIDENTIFIED)
def test_what_no_contract_recognises_gets_its_hint(payload: Any, hint: str) -> None:
    assert hint_on_value(payload) == hint


REVIEWED = "tencent.vod.review_audio_video_complete"
OUTLINE = "polyv.video_outline.generate_success"

INVALID: dict[str, tuple[Any, str, str]] = {
    "a renamed member": (
        renamed(FAIL, {"vid": "videoId"}),
        "polyv.video_outline.generate_fail",
        'rename "videoId" to "vid"',
    ),
    "a renamed member deep inside": (
        renamed(REVIEW, {"TaskId": "task_id"}),
        "tencent.vod.review_audio_video_complete",
        '/ReviewAudioVideoCompleteEvent: rename "task_id" to "TaskId"',
    ),
    "two renamed members": (
        renamed(FAIL, {"vid": "VID", "taskId": "task_id"}),
        "polyv.video_outline.generate_fail",
        'rename "task_id" to "taskId"; rename "VID" to "vid"',
    ),
    "a missing member": (without(FAIL, "vid"), "polyv.video_outline.generate_fail", ""),
    "a number as a string": (
        {**FAIL, "taskId": "30"},
        "polyv.video_outline.generate_fail",
        "/taskId: write the number without quotes",
    ),
    "words for a number": ({**FAIL, "taskId": "thirty"}, "polyv.video_outline.generate_fail", ""),
    "a number for a string": ({**FAIL, "vid": 7}, "polyv.video_outline.generate_fail", ""),
    "JSON in a member": (
        {**SUCCESS, "outlineInfo": json.dumps(SUCCESS["outlineInfo"])},
        OUTLINE,
        "/outlineInfo: decode the JSON in this string",
    ),
}


@pytest.mark.parametrize(("payload", "message", "hint"), INVALID.values(), ids=INVALID)
def test_what_breaks_its_contract_gets_its_hint(payload: Any, message: str, hint: str) -> None:
    report = validator(message).report(payload)
    assert not report.valid
    assert hint_on_value(payload, report) == hint


@pytest.mark.parametrize(
    ("payload", "name", "hint"),
    [
        (
            FAIL,
            OUTLINE,
            "it keeps the contract of polyv.video_outline.generate_fail: use -m polyv.video_outline.generate_fail",
        ),
        (REVIEW, "polyv.video_outline", f"it keeps the contract of {REVIEWED}: use -m {REVIEWED}"),
        (TEXT, "polyv.video_outline", TWICE),
        ([FAIL], "polyv.video_outline", LIST),
        ({"body": TEXT}, "polyv.video_outline", f"this is an envelope: {INNER} (jq -r .body FILE)"),
        (
            renamed(FAIL, {"callbackType": "callback_type"}),
            "polyv.video_outline",
            'rename "callback_type" to "callbackType"',
        ),
        (
            {**FAIL, "callbackType": "generate_fial"},
            "polyv.video_outline",
            '/callbackType may misspell "generate_fail"',
        ),
        (
            PULLED["Response"],
            "tencent.vod.pull_events",
            f'{WHOLE}.pull_events: the whole payload is {{"Response": …}}',
        ),
        ({"eventType": "ProcedureStateChanged"}, "tencent.vod", ""),
        (
            {**SCREENSHOT, "retcode": "0"},
            "ucloud.umedia.screenshot",
            "/retcode: write the number without quotes",
        ),
        ([], "tencent.vod", ""),
    ],
)
def test_a_named_contract_is_what_the_hint_goes_by(
    tmp_path: Path, payload: Any, name: str, hint: str
) -> None:
    verdict = verdict_on(tmp_path, json.dumps(payload).encode(), name)
    assert verdict.outcome == "invalid"
    assert verdict.hint == hint


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("ReviewAudioVideoCompleted", '/EventType may misspell "ReviewAudioVideoComplete"'),
        ("reviewaudiovideocomplete", '/EventType may misspell "ReviewAudioVideoComplete"'),
        ("NotYetKnown", ""),
        ("x" * 100_000, ""),
    ],
)
def test_a_kind_without_a_contract_may_be_misspelt(kind: str, hint: str) -> None:
    assert hint_on_kind({"EventType": kind}, "tencent.vod") == hint


def verdict_on(folder: Path, body: bytes, name: str | None = None) -> Verdict:
    (folder / "a.json").write_bytes(body)
    (verdict,) = check([Source.of(str(folder / "a.json"))], Rules(name))
    assert isinstance(verdict, Verdict)
    return verdict


SECRET = "5ecret-value"
SAMPLES = [sample for name in catalogue().messages for sample in bundle(name)["examples"]]


def marked(value: Any) -> Any:
    """Return a payload in which each string is a value that no contract and no name has."""
    if isinstance(value, dict):
        return {name: marked(member) for name, member in value.items()}
    if isinstance(value, list):
        return [marked(item) for item in value]
    return SECRET if isinstance(value, str) else value


NAMES_OF_MEMBERS = (
    st.sampled_from(
        sorted({name for sample in SAMPLES if isinstance(sample, dict) for name in sample})
    )
    | st.text()
)
LEAVES = st.sampled_from(
    [SECRET, f'{{"a": "{SECRET}"}}', f"{SECRET}=1", "", None, 0, 1.5, True, "30"]
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(NAMES_OF_MEMBERS, inner, max_size=6)
    ),
    max_leaves=20,
)
MUTATIONS = st.builds(
    lambda sample, name, value: (
        {**sample, name: value} if isinstance(sample, dict) else [sample, value]
    ),
    st.sampled_from([*SAMPLES, *map(marked, SAMPLES)]),
    NAMES_OF_MEMBERS,
    VALUES,
)
CONTRACTS = st.none() | st.sampled_from([*catalogue().messages, *catalogue().channels])


@given(payload=VALUES | MUTATIONS, name=CONTRACTS)
def test_a_hint_quotes_no_value(payload: Any, name: str | None) -> None:
    body = json.dumps(payload).encode()
    verdict = checks.check_payload("a.json", body, Rules(name, limit=3))  # files would make it slow
    assert SECRET not in verdict.hint
    with pytest.MonkeyPatch.context() as patch:
        for hint in ("hint_on_text", "hint_on_value", "hint_on_kind"):
            patch.setattr(checks, hint, lambda *_: "")
        assert checks.check_payload("a.json", body, Rules(name, limit=3)) == replace(
            verdict, hint=""
        )


@given(
    body=st.binary() | st.text().map(str.encode),
    start=st.sampled_from([b"", b"{", b'{"a": ', b"\x1f\x8b", b"\xef\xbb\xbf", b"a="]),
)
def test_any_bytes_may_get_a_hint(body: bytes, start: bytes) -> None:
    try:
        decode(start + body)
    except NotJson as error:
        fault = error
    else:
        return
    assert hint_on_text(start + body, fault).isprintable()
