"""openapi.json in the hands of other people's tools: each makes six operations and typed unions of it, which take every sample."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from importlib import import_module
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import httpx
import pytest
import vodhooks_contracts

from tests.support.outside import NODE, ROOT, run
from vodhooks.catalogue import catalogue
from vodhooks.testing import examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OPENAPI = Path(vodhooks_contracts.__file__).parent / "openapi.json"
DOCUMENT = json.loads(OPENAPI.read_bytes())
GENERATORS = ROOT / ".venv-generators" / "bin"
TSC = NODE / "node_modules" / "typescript" / "bin" / "tsc"
BIN = NODE / "node_modules" / ".bin"
JAVA = shutil.which("java")
OF_JAVA = ("go", "spring", "python", "typescript-fetch")

CHANNELS = catalogue().channels
OPERATIONS = {item["post"]["operationId"] for item in DOCUMENT["paths"].values()}
UNIONS = [f"UcloudUmedia{kind}" for kind in ("Transcode", "Screenshot", "Slice", "Porn")]
SAMPLES: list[tuple[str, Any]] = [
    (message.title, sample)
    for message in catalogue().messages.values()
    for sample in examples(message.name)
]
"""Every example, with the title of its schema."""


class Tool(NamedTuple):
    """What a tool makes: how an operation reads in it, where, and how a union reads that it makes of `{union}`."""

    files: str
    operation: str
    unions: str
    union: str


TOOLS = {
    "openapi-generator go": Tool(
        "go/api_[!w]*.go",
        r"^func \(a \*\w+\) (\w+)Execute\(",
        "go/model_*.go",
        r"type {union} struct \{{\s+{union}Failure \*{union}Failure\s+{union}Success \*{union}Success\s+\}}",
    ),
    "openapi-generator spring": Tool(
        "spring/src/main/java/org/openapitools/api/*Api.java",
        r'operationId = "(\w+)"',
        "spring/src/main/java/org/openapitools/model/*.java",
        r"class {union}Success implements {union} ",
    ),
    "openapi-generator python": Tool(
        "python/openapi_client/api/*_api.py",
        r"^    def (receive_\w+?)\(",
        "python/openapi_client/models/*.py",
        r"actual_instance: Optional\[Union\[{union}Failure, {union}Success\]\]",
    ),
    "openapi-generator typescript-fetch": Tool(
        "typescript-fetch/apis/*.ts",
        r"^    async (receive\w+?)\(",
        "typescript-fetch/models/*.ts",
        r"export type {union} = {union}Failure \| {union}Success;",
    ),
    "openapi-python-client": Tool(
        "client/api/*/*.py",
        r"^from \.\.\.models\.(receive\w+)|operation:(\w+)",
        "client/api/*/*.py",
        r"body: {union}Failure \| {union}Success",
    ),
    "orval": Tool(
        "orval.ts",
        r"^export const (\w+) = async",
        "orval.ts",
        r"export type {union} = {union}Success \| {union}Failure;",
    ),
    "openapi-typescript": Tool(
        "schema.ts",
        r"^    (\w+): \{\n        parameters",
        "schema.ts",
        r'{union}: components\["schemas"\]\["{union}Success"\] \| components\["schemas"\]\["{union}Failure"\];',
    ),
    "hey-api": Tool(
        "hey/sdk.gen.ts",
        r"^export const (\w+) =",
        "hey/types.gen.ts",
        r"export type {union} = {union}Success \| {union}Failure;",
    ),
}


def is_safe(sample: Any) -> bool:
    """Whether JavaScript tells every integer at the top level from its neighbours."""
    return all(type(value) is not int or abs(value) < 2**53 for value in sample.values())


def options_of(schema: dict[str, Any]) -> list[str]:
    """Return the titles of what a body is one of."""
    branches = schema.get("oneOf") or schema.get("anyOf") or [schema]
    return [branch["$ref"].rpartition("/")[2] for branch in branches]


def words(text: str) -> str:
    """Spell a name as every tool does, without case and underscores."""
    return text.replace("_", "").lower()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let every tool make what it makes, two at a time, and return the folder."""
    folder = tmp_path_factory.mktemp("generated")
    assert GENERATORS.is_dir(), ".venv-generators is missing: `make test` makes it"
    shutil.copy(OPENAPI, folder / "openapi.json")
    (folder / "node_modules").symlink_to(NODE / "node_modules")
    (folder / "package.json").write_text('{"type": "module"}')
    source = folder / "openapi.json"
    commands: list[tuple[object, ...]] = [
        (
            GENERATORS / "openapi-python-client",
            "generate",
            "--path",
            source,
            "--output-path",
            folder / "client",
            "--meta",
            "none",
        ),
        (BIN / "openapi-typescript", source, "-o", folder / "schema.ts"),
        (BIN / "orval", "--input", source, "--output", folder / "orval.ts", "--client", "fetch"),
        (BIN / "openapi-ts", "-i", source, "-o", folder / "hey"),
        (
            *(
                sys.executable,
                "-m",
                "datamodel_code_generator",
                "--input",
                source,
                "--input-file-type",
                "openapi",
            ),
            *(
                "--output",
                folder / "models.py",
                "--output-model-type",
                "pydantic_v2.BaseModel",
                "--formatters",
                "builtin",
            ),
            *("--target-python-version", "3.11"),
        ),
    ]
    if JAVA:
        for name in OF_JAVA:
            settings = {
                "generatorName": name,
                "inputSpec": str(source),
                "outputDir": str(folder / name),
            }
            (folder / f"java-{name}.json").write_text(json.dumps(settings))
        batch = [f"java-{name}.json" for name in OF_JAVA]
        (jar,) = GENERATORS.parent.glob(
            "lib/python*/site-packages/openapi_generator_cli/openapi-generator.jar"
        )
        commands.insert(
            0,
            (
                JAVA,
                "-jar",
                jar,
                "batch",
                "--root-dir",
                folder,
                "--includes-base-dir",
                folder,
                *[folder / b for b in batch],
            ),
        )
    with ThreadPoolExecutor(2) as pool:
        for command, done in zip(
            commands, pool.map(lambda command: run(*command), commands), strict=True
        ):
            assert done.returncode == 0, (command, done.stdout, done.stderr)
    return folder


def need_java(tool: str) -> None:
    """Skip what Java is missing for; in CI, that is a failure."""
    if tool.startswith("openapi-generator") and not JAVA:
        if os.environ.get("CI"):
            pytest.fail("Java is missing, which openapi-generator needs")
        pytest.skip("Java is missing, which openapi-generator needs")


@pytest.mark.parametrize("tool", TOOLS)
def test_generators_make_operations_and_typed_unions(
    tool: str, made: Path, record_property: Callable[[str, object], None]
) -> None:
    need_java(tool)
    entry = TOOLS[tool]
    texts = [(file.stem, file.read_text(encoding="utf-8")) for file in made.glob(entry.files)]
    if tool == "openapi-python-client":
        found = {words(name) for name, _ in texts if name.startswith("receive")}
    else:
        found = {
            words(name)
            for _, text in texts
            for name in re.findall(entry.operation, text, re.MULTILINE)
        }
    there = {name for name in OPERATIONS if words(name) in found}
    record_property("generator", f"{tool}: {len(there)} of {len(OPERATIONS)} operations")
    assert there == OPERATIONS
    types = "\n".join(file.read_text(encoding="utf-8") for file in sorted(made.glob(entry.unions)))
    assert [
        union for union in UNIONS if not re.search(entry.union.format(union=union), types)
    ] == []


# TypeScript


def compiled(made: Path, *files: str) -> subprocess.CompletedProcess[str]:
    settings = (
        "--strict",
        "--target",
        "es2022",
        "--module",
        "esnext",
        "--moduleResolution",
        "bundler",
        "--skipLibCheck",
    )
    return run("node", TSC, *settings, "--outDir", made / "js", *(made / file for file in files))


TAKE = "const take = <T>() => <V extends T>(value: V): T => value;"
"""Unlike an annotation, it does not refuse members that a type does not name: the schemas are open."""


def test_the_generated_typescript_takes_every_example(made: Path) -> None:
    need_java("openapi-generator")
    titles = sorted({title for title, _ in SAMPLES})
    objects = [(title, sample) for title, sample in SAMPLES if isinstance(sample, dict)]
    for name, module in (("orval", "./orval"), ("hey", "./hey/types.gen")):
        exported = re.findall(
            r"^export (?:type|interface) (\w+)", (made / f"{module}.ts").read_text(), re.MULTILINE
        )
        spelled = {words(export): export for export in exported}
        imports = ", ".join(f"{spelled[words(title)]} as {title}" for title in titles)
        lines = [f'import type {{ {imports} }} from "{module}";', TAKE]
        lines += [f"take<{title}>()({json.dumps(sample)});" for title, sample in SAMPLES]
        (made / f"{name}-examples.ts").write_text("\n".join(lines))
    lines = ['import type { components } from "./schema";', TAKE]
    lines += [
        f'take<components["schemas"]["{title}"]>()({json.dumps(sample)});'
        for title, sample in SAMPLES
    ]
    (made / "schema-examples.ts").write_text("\n".join(lines))
    readers = sorted({f"{title}FromJSON" for title, _ in objects})
    lines = [f'import {{ {", ".join(readers)} }} from "./typescript-fetch/index";']
    lines += [f"{title}FromJSON({json.dumps(sample)});" for title, sample in objects]
    (made / "fetch-examples.ts").write_text("\n".join(lines))
    done = compiled(made, *(f"{name}-examples.ts" for name in ("orval", "hey", "schema", "fetch")))
    assert (done.returncode, done.stdout) == (0, "")


def test_what_is_wrong_does_not_compile(made: Path) -> None:
    (made / "wrong.ts").write_text(
        'import type { UcloudUmediaPorn } from "./orval";\nexport const x: UcloudUmediaPorn = { retcode: 0, task_id: 1 };\n'
    )
    assert "wrong.ts(2," in compiled(made, "wrong.ts").stdout


# Python

FEED = """
# Of a union, openapi-generator's Python tries every branch and does not know `not`; the branch is named here.
import json, sys
from importlib import import_module
folder, kind = sys.argv[1:]
sys.path.insert(0, folder)
for title, sample in json.load(sys.stdin):
    if title.startswith("UcloudUmedia"):
        title += "Failure" if sample["retcode"] else "Success"
    if kind == "client":
        models = import_module("client.models")
        if hasattr(models, title):
            assert getattr(models, title).from_dict(sample).to_dict() == sample, title
    elif isinstance(sample, dict) and title != "TencentVodPullEvents":
        models = import_module("openapi_client.models")
        assert getattr(models, title).from_dict(sample) is not None, title
"""


@pytest.mark.parametrize(
    ("kind", "tool"), [("client", "openapi-python-client"), ("python", "openapi-generator")]
)
def test_the_generated_python_takes_every_example(kind: str, tool: str, made: Path) -> None:
    need_java(tool)
    folder = made / "python" if kind == "python" else made
    done = run(
        GENERATORS / "python", "-W", "error", "-c", FEED, folder, kind, text=json.dumps(SAMPLES)
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_datamodel_codegen_models_take_every_example(
    made: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    monkeypatch.syspath_prepend(made)
    models = import_module("models")
    for title, sample in SAMPLES:
        getattr(models, title).model_validate(sample)
    for union in UNIONS:
        assert (
            str(getattr(models, union).model_fields["root"].annotation).count(f"models.{union}")
            == 2
        )
    # It makes the types of what operations take, and no functions.
    bodies = [
        options_of(item["post"]["requestBody"]["content"]["application/json"]["schema"])
        for item in DOCUMENT["paths"].values()
    ]
    typed = [titles for titles in bodies if all(hasattr(models, title) for title in titles)]
    record_property("generator", f"datamodel-codegen: {len(typed)} of {len(OPERATIONS)} operations")
    assert len(typed) == len(OPERATIONS)


def test_fastapi_takes_the_types_as_bodies(record_property: Callable[[str, object], None]) -> None:
    from fastapi import Body, FastAPI

    app = FastAPI()
    for channel in CHANNELS.values():
        types = [
            getattr(
                import_module(f"vodhooks_contracts.types.{name}"), catalogue().messages[name].title
            )
            for name in channel.messages
        ]
        taken: Any = reduce(or_, types)

        def receive(body: Any) -> dict[str, bool]:
            return {"taken": bool(body)}

        receive.__annotations__["body"] = Annotated[taken, Body()]
        app.post(channel.path)(receive)

    async def tried() -> dict[str, Any]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://fastapi.example"
        ) as client:
            for channel in CHANNELS.values():
                for name in channel.messages:
                    for sample in examples(name):
                        assert (await client.post(channel.path, json=sample)).json() == {
                            "taken": True
                        }
                assert (await client.post(channel.path, json={"a": 1})).status_code == 422
            described: dict[str, Any] = (await client.get("/openapi.json")).json()["paths"]
        return described

    described = asyncio.run(tried())
    record_property("generator", f"FastAPI: {len(described)} of {len(OPERATIONS)} operations")
    assert described.keys() == DOCUMENT["paths"].keys()


# A mock server, and linters


@pytest.fixture(scope="module")
def prism() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        "node",
        str(BIN / "prism"),
        "mock",
        str(OPENAPI),
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
        "--multiprocess",
        "false",
    ]
    with subprocess.Popen(
        command, cwd=NODE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        url = f"http://127.0.0.1:{port}"
        for _ in range(600):
            try:
                httpx.get(url)
                break
            except httpx.TransportError:
                assert process.poll() is None, "Prism has ended"
                time.sleep(0.1)
        yield url
        process.terminate()


def test_prism_takes_every_example_and_nothing_else(
    prism: str, record_property: Callable[[str, object], None]
) -> None:
    served = set()
    for channel in CHANNELS.values():
        url = f"{prism}{channel.path}?token=any"
        for name in channel.messages:
            for sample in filter(is_safe, examples(name)):  # it takes no other integer for an int64
                assert httpx.post(url, json=sample, timeout=60).status_code == 200, name
        assert httpx.post(url, json={"a": 1}, timeout=60).status_code in {400, 422}
        served.add(channel.path)
    record_property("generator", f"Prism: {len(served)} of {len(OPERATIONS)} operations")


def test_spectral_finds_no_error_by_its_default_rules(tmp_path: Path) -> None:
    rules = tmp_path / "spectral.yaml"
    rules.write_text('extends: ["spectral:oas"]\n')
    done = run(BIN / "spectral", "lint", OPENAPI, "--ruleset", rules, "--format", "json", "--quiet")
    found = [(entry["code"], entry["severity"]) for entry in json.loads(done.stdout)]
    assert found == [("info-contact", 1)]  # there is none to name


def test_swagger_parser_reads_the_document() -> None:
    code = 'import P from "@apidevtools/swagger-parser"; await P.validate(process.argv[1]); console.log("fine")'
    done = run("node", "--input-type=module", "--eval", code, OPENAPI)
    assert (done.stdout, done.returncode) == ("fine\n", 0), done.stderr
