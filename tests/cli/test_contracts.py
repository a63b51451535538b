"""`vodhooks contracts` lists what the catalogue holds."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable

from vodhooks.catalogue import catalogue

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_json_list_holds_messages_by_channel(vodhooks: Run) -> None:
    listed = json.loads(vodhooks("contracts", "--format", "json").stdout)
    for entry, channel in zip(listed["channels"], catalogue().channels.values(), strict=True):
        assert (entry["name"], entry["path"], entry["summary"], entry["signature"]) == (
            channel.name,
            channel.path,
            channel.summary,
            channel.signature,
        )
        assert tuple(message["name"] for message in entry["messages"]) == channel.messages


def test_the_json_list_holds_replies_apart(vodhooks: Run) -> None:
    listed = json.loads(vodhooks("contracts", "--format", "json").stdout)
    assert [reply["name"] for reply in listed["replies"]] == [
        "tencent.vod.pull_events",
        "tencent.vod.segment_set_file",
        "tencent.vod.cover_segment_set_file",
    ]


def test_the_json_list_counts_evidence_by_message(vodhooks: Run) -> None:
    listed = json.loads(vodhooks("contracts", "--format", "json").stdout)
    entries = [
        entry
        for holder in (*listed["channels"], {"messages": listed["replies"]})
        for entry in holder["messages"]
    ]
    assert {entry["name"] for entry in entries} == set(catalogue().messages)
    for entry in entries:
        counts = Counter(catalogue().messages[entry["name"]].evidence.values())
        assert entry["evidence"] == {
            mark: counts[mark] for mark in ("documented", "sample", "inferred")
        }


def test_the_list_for_people_is_two_aligned_tables(vodhooks: Run) -> None:
    done = vodhooks("contracts")
    channels, messages = (table.splitlines() for table in done.stdout.split("\n\n"))
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in channels] == ["CHANNEL", *catalogue().channels]
    assert [line.split()[0] for line in messages] == ["MESSAGE", *catalogue().messages]
    assert {line.index("/callbacks/") for line in channels[1:]} == {channels[0].index("PATH")}
    assert {len(line) for line in messages} == {len(messages[0])}


def test_the_text_list_marks_unsigned_and_replies(vodhooks: Run) -> None:
    lines = vodhooks("contracts").stdout.splitlines()
    (porn, _) = (line for line in lines if line.startswith("ucloud.umedia.porn"))
    (reply,) = (line for line in lines if line.startswith("tencent.vod.pull_events"))
    assert porn.split()[2] == "none"
    assert "none, a reply" in reply


def test_an_unknown_format_is_refused(vodhooks: Run) -> None:
    done = vodhooks("contracts", "--format", "xml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'xml' is not one of 'text', 'json'" in done.stderr
