"""What carries the contract elsewhere, under the tools that read it: AsyncAPI's parser, npm and tsc, an editor."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
import vodhooks_contracts
from jsonschema import Draft7Validator

from tests.support.outside import NODE, ROOT, node, run
from vodhooks.catalogue import catalogue, editor_catalogue
from vodhooks.classification import classify
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.export import as_cloudevent, as_reference
from vodhooks.inbox.queries import EventFilter, iterate_events
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.outbox.relay import SUBJECTS
from vodhooks.testing import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(vodhooks_contracts.__file__).parent
ASYNCAPI: dict[str, Any] = json.loads((PACKAGE / "asyncapi.json").read_bytes())
PUSHED = [message.name for message in catalogue().messages.values() if message.channel]
SLICE = "ucloud.umedia.slice"


def test_the_parser_of_asyncapi_takes_the_document() -> None:
    done = node(NODE / "asyncapi.mjs", text=json.dumps(ASYNCAPI))
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    errors_and_warnings = [one for one in found["diagnostics"] if one["severity"] < 2]
    assert (found["version"], errors_and_warnings) == ("3.0.0", [])
    unknown = [f"{one.name}.unknown" for one in catalogue().channels.values() if one.keeps_unknown]
    assert sorted(found["addresses"]) == sorted(f"{SUBJECTS}.{name}" for name in PUSHED + unknown)


def test_the_parser_of_asyncapi_refuses_a_broken_document() -> None:
    broken = json.loads(json.dumps(ASYNCAPI))
    del broken["components"]["messages"][SLICE]
    done = node(NODE / "asyncapi.mjs", text=json.dumps(broken))
    assert [one for one in json.loads(done.stdout)["diagnostics"] if one["severity"] == 0]


def published(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield name and CloudEvent of each sample, and of an unknown message, as the relay makes them."""
    url = f"sqlite:///{folder}/inbox.sqlite3"
    engine = connect(url)
    inbox = Inbox(engine)
    payloads = [
        (catalogue().messages[name].channel or "", payload)
        for name in PUSHED
        for payload in examples(name)
    ]
    payloads.append(("tencent.vod", {"EventType": "NotYetKnown"}))
    for second, (channel, payload) in enumerate(payloads):
        found = classify(json.dumps(payload).encode(), channel)
        inbox.keep([ReceivedDelivery.of(found, second * 10**6)])
    engine.dispose()
    reading = reader(url)
    for stored in iterate_events(reading, EventFilter()):
        name = stored.entry.message or f"{stored.entry.channel}.unknown"
        yield name, json.loads(as_cloudevent(stored))
        yield name, json.loads(as_reference(stored))
    reading.dispose()


def test_what_the_relay_publishes_is_what_the_document_says(tmp_path: Path) -> None:
    validators = {
        name: Draft7Validator({**message["payload"], "components": ASYNCAPI["components"]})
        for name, message in ASYNCAPI["components"]["messages"].items()
    }
    seen = set()
    for name, event in published(tmp_path):
        assert [error.message for error in validators[name].iter_errors(event)] == []
        seen.add(name)
        assert not validators[name].is_valid({**event, "specversion": "2"})
    assert seen == {*validators}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pack the npm package, install the tarball into a project, and return its folder."""
    folder = tmp_path_factory.mktemp("npm")
    npm = shutil.which("npm")
    assert npm
    packed = run(npm, "pack", ROOT / "generated", "--pack-destination", folder, "--silent")
    assert packed.returncode == 0, packed.stderr
    (folder / "package.json").write_text('{"name": "user", "private": true, "type": "module"}')
    tarball = folder / packed.stdout.strip().splitlines()[-1]
    options = ("--offline", "--no-audit", "--no-fund", "--silent", "--prefix", folder)
    done = run(npm, "install", *options, tarball)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_npm_package_has_declarations_and_schemas_and_no_more(installed: Path) -> None:
    package = installed / "node_modules" / "vodhooks-contracts"
    files = {file.relative_to(package).as_posix() for file in package.rglob("*") if file.is_file()}
    bundles = {
        f"vodhooks_contracts/bundles/{form}{name}.json"
        for name in catalogue().messages
        for form in ("", "strict/")
    }
    assert files == {
        "package.json",
        "typescript/vodhooks-contracts.d.ts",
        "vodhooks_contracts/asyncapi.json",
        "vodhooks_contracts/openapi.json",
        *bundles,
    }


@pytest.mark.parametrize(("vid", "code"), [('"abc"', 0), ("7", 1)])
def test_typescript_finds_the_npm_package(installed: Path, vid: str, code: int) -> None:
    (installed / "use.ts").write_text(f"""
import type {{ Messages, PolyvVideoOutlineGenerateFail }} from "vodhooks-contracts";
import schema from "vodhooks-contracts/bundles/{SLICE}.json" with {{ type: "json" }};
import strict from "vodhooks-contracts/strict/{SLICE}.json" with {{ type: "json" }};
import openapi from "vodhooks-contracts/openapi.json" with {{ type: "json" }};

const fail: PolyvVideoOutlineGenerateFail = {{
  sign: "00", timestamp: 1, callbackType: "generate_fail", taskId: 1, vid: {vid},
}};
export const name: keyof Messages = "{SLICE}";
export const all: string[] = [fail.vid, schema.$id, strict.$id, openapi.info.version];
""")
    compiler = NODE / "node_modules" / "typescript-7" / "bin" / "tsc"
    options = ("--strict", "--noEmit", "--module", "nodenext", "--resolveJsonModule")
    done = run(compiler, *options, "--types", "node", "--pretty", "false", installed / "use.ts")
    assert done.returncode == code, done.stdout
    assert ("Type 'number' is not assignable to type 'string'" in done.stdout) == bool(code)


def test_the_catalogue_has_each_message_once_with_a_schema_that_is_there() -> None:
    entries = editor_catalogue()["schemas"]
    assert [entry["name"] for entry in entries] == [*catalogue().messages]
    patterns = [pattern for entry in entries for pattern in entry["fileMatch"]]
    assert len(patterns) == len({*patterns})
    for entry in entries:
        assert set(entry) == {"name", "description", "fileMatch", "url"}
        parts = urlsplit(entry["url"])
        assert parts.scheme == "file"
        schema = json.loads(Path(url2pathname(parts.path)).read_bytes())
        assert schema["title"] == catalogue().messages[entry["name"]].title


@pytest.mark.parametrize("file", [f"{SLICE}.json", f"{SLICE}.broken.json"])
def test_an_editor_checks_a_fixture_while_it_is_typed(file: str) -> None:
    [payload, *_] = examples(SLICE)

    def shown(name: str, value: dict[str, Any]) -> list[str]:
        entries = editor_catalogue()["schemas"]
        given = {
            "schemas": entries,
            "file": f"file:///a/fixtures/{name}",
            "text": json.dumps(value),
        }
        done = node(NODE / "editor.mjs", text=json.dumps(given))
        assert done.returncode == 0, done.stderr
        return [found["message"] for found in json.loads(done.stdout)]

    assert shown(file, payload) == []
    assert shown(file, {**payload, "task_id": 7}) == ['Incorrect type. Expected "string".']
    assert shown(file, {**payload, "tsk": 7}) == ["Property tsk is not allowed."]
    assert shown("something-else.json", {"task_id": 7}) == []
