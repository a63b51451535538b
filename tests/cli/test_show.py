"""`vodhooks show` shows a message for people, as a schema and as a sample payload."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from vodhooks.catalogue import bundle, catalogue, message
from vodhooks.cli.outline import Field, outline

Run = Callable[..., subprocess.CompletedProcess[str]]

NAME = "polyv.video_outline.generate_fail"
each_message = pytest.mark.parametrize("name", catalogue().messages)


def test_the_overview_shows_all_facts_of_each_field(vodhooks: Run) -> None:
    done = vodhooks("show", NAME)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"""\
{message(NAME).summary}

message   {NAME}
id        https://vodhooks.example/v1/polyv/video_outline/generate_fail.json
channel   polyv.video_outline, POST /callbacks/polyv/video-outline
identity  /callbackType, /taskId
samples   0 the vendor's, 1 ours

/sign  string, required, documented
    Signature of the timestamp.
""")
    assert (
        '\n/callbackType  "generate_fail", required, documented\n    Names the message.\n'
        in done.stdout
    )


def test_the_overview_says_a_reply_has_no_channel(vodhooks: Run) -> None:
    assert (
        "\nchannel   none, a reply\nidentity  none\n"
        in vodhooks("show", "tencent.vod.pull_events").stdout
    )


def test_the_overview_introduces_each_payload_form(vodhooks: Run) -> None:
    shown = vodhooks("show", "ucloud.umedia.porn").stdout
    success, failure = (
        shown.index(f"\nthe payload as UcloudUmediaPorn{form}: ") for form in ("Success", "Failure")
    )
    assert success < shown.index("\n/src_url  string, optional, documented\n") < failure
    assert failure < shown.index("\n/src_url  string | null, optional, inferred\n")


@pytest.mark.parametrize(
    ("name", "pointer", "kind", "required"),
    [
        ("polyv.video_outline.generate_success", "/outlineInfo", "array of object", True),
        (
            "polyv.video_outline.generate_success",
            "/outlineInfo/*/summary",
            "array of string | null",
            False,
        ),
        ("ucloud.umedia.porn", "/invalid_image_list/*/label", "0 | 1 | 2 | integer", False),
        ("ucloud.umedia.porn", "/invalid_image_list", "array of object | null", False),
        ("tencent.vod.pull_events", "/Response", "object", True),
        ("tencent.vod.pull_events", "/Response/EventSet/*/EventHandle", "string | null", True),
        (
            "tencent.vod.review_audio_video_complete",
            "/ReviewAudioVideoCompleteEvent/Input/ReviewContents",
            'array of ("Media" | "Cover" | string) | null',
            False,
        ),
    ],
)
def test_a_field_has_a_type_and_may_be_required(
    name: str,
    pointer: str,
    kind: str,
    required: bool,  # noqa: FBT001
) -> None:  # a case
    found = [
        entry
        for entry in outline(message(name))
        if isinstance(entry, Field) and entry.pointer == pointer
    ]
    assert (found[-1].type, found[-1].required) == (kind, required)


@each_message
def test_the_outline_has_each_field_of_the_samples(name: str) -> None:
    """An object that stands at several places is filled at one of them, and at the others in part."""
    shown = {entry.pointer for entry in outline(message(name)) if isinstance(entry, Field)}
    filled = {
        pointer
        for sample in bundle(name)["examples"]
        for pointer in members(sample)
        if not _is_of_another_event(name, pointer)
    }
    assert filled <= shown
    assert set(map(last, shown)) == set(map(last, filled))


def _is_of_another_event(name: str, pointer: str) -> bool:
    """Whether a member is another event's, null beside the message's own, or in a reply, of which each event has a contract."""
    events = message(name).events
    if events:
        known = {"EventHandle", "EventType"}
        return pointer.startswith(f"{events.pointer}/*/") and last(pointer) not in known
    return pointer.count("/") == 1 and last(pointer) not in bundle(name).get("properties", pointer)


def last(pointer: str) -> str:
    return pointer.rpartition("/")[2]


def members(value: Any, path: str = "") -> Iterator[str]:
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield f"{path}/{name}"
        yield from members(inner, f"{path}/{name}")
    for inner in value if isinstance(value, list) else ():
        yield from members(inner, f"{path}/*")


@each_message
def test_the_bundle_is_printed_as_it_is(vodhooks: Run, name: str) -> None:
    done = vodhooks("show", name, "--bundle")
    assert (done.returncode, json.loads(done.stdout)) == (0, bundle(name))


def test_the_strict_twin_is_printed_on_demand(vodhooks: Run) -> None:
    assert json.loads(vodhooks("show", NAME, "--bundle", "--strict").stdout) == bundle(
        NAME, "strict"
    )


@pytest.mark.parametrize(
    ("arguments", "index"),
    [
        (("--example",), 0),
        (("--example", "0"), 0),
        (("--example", "1"), 1),
        (("1", "--example"), 1),
    ],
)
def test_a_sample_payload_is_printed_by_its_number(
    vodhooks: Run, arguments: tuple[str, ...], index: int
) -> None:
    name = "polyv.video_outline.generate_success"
    assert json.loads(vodhooks("show", name, *arguments).stdout) == bundle(name)["examples"][index]


def test_json_is_utf_8_whatever_the_terminal_speaks(vodhooks: Run) -> None:
    done = vodhooks(
        "show",
        "polyv.video_outline.generate_success",
        "--example",
        settings={"PYTHONIOENCODING": "ascii"},
    )
    assert "职业道德" in done.stdout


def test_a_number_out_of_range_names_the_sample_count(vodhooks: Run) -> None:
    done = vodhooks("show", "polyv.video_outline.generate_success", "--example", "7")
    count = len(bundle("polyv.video_outline.generate_success")["examples"])
    assert (done.returncode, done.stdout) == (2, "")
    assert f"has {count} sample payloads, from 0 to {count - 1}" in done.stderr


def test_an_unknown_message_is_told_the_nearest_ones(vodhooks: Run) -> None:
    done = vodhooks("show", "polyv.video_outline.generate_sucess")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "vodhooks: no message is called 'polyv.video_outline.generate_sucess'; did you mean polyv."
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((NAME, "--strict"), "--strict goes with --bundle"),
        ((NAME, "1"), "N goes with --example"),
        ((NAME, "--bundle", "1"), "N goes with --example"),
        ((NAME, "--bundle", "--example"), "--bundle and --example exclude one another"),
        ((NAME, "--example", "one"), "Invalid value for 'N'"),
        ((NAME, "--example", "--", "-1"), "Invalid value for 'N'"),
        ((), "Missing argument 'MESSAGE'"),
    ],
)
def test_arguments_that_exclude_others_are_refused(
    vodhooks: Run, arguments: tuple[str, ...], complaint: str
) -> None:
    done = vodhooks("show", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr


@pytest.mark.parametrize(
    ("arguments", "locale"),
    [(("--lang", "zh"), {}), ((), {"LC_ALL": "zh_CN.UTF-8"}), ((), {"LANG": "zh_CN.UTF-8"})],
    ids=["option", "LC_ALL", "LANG"],
)
def test_the_overview_is_in_the_language_asked_for(
    vodhooks: Run, arguments: tuple[str, ...], locale: dict[str, str]
) -> None:
    settings = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "", **locale}
    done = vodhooks("show", NAME, *arguments, settings=settings)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("视频大纲生成失败。厂商不给出原因。\n")
    assert "\n消息      polyv.video_outline.generate_fail\n" in done.stdout
    assert "\n/sign  string, 必需, 有文档\n    对 timestamp 的签名。\n" in done.stdout


def test_an_option_has_the_last_word_on_the_language(vodhooks: Run) -> None:
    chinese = {"LC_ALL": "zh_CN.UTF-8"}
    assert (
        "Signature of the timestamp."
        in vodhooks("show", NAME, "--lang", "en", settings=chinese).stdout
    )
