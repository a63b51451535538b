from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import vodhooks

ROOT = Path(__file__).resolve().parent.parent
TYPING_CASES = Path(__file__).parent / "typing_cases" / "public_api.py"
STATEMENTS = ast.parse(Path(vodhooks.__file__).read_text(encoding="utf-8")).body

FIRST_PARSE = """
import json, sys, time
before = set(sys.modules)
import vodhooks
after_import = set(sys.modules) - before
body = b'{"sign":"ABE550460CF6B8B384DE0C767FE17B9BC79B8EBD","timestamp":1683622364265,"callbackType":"generate_fail","taskId":30,"vid":"v"}'
assert vodhooks.parse(body, "polyv.video_outline").message == "polyv.video_outline.generate_fail"
try:
    vodhooks.parse(b'{"callbackType": "generate_fail"}', "polyv.video_outline")
except vodhooks.VodhooksError:
    pass
vodhooks.PolyvOutlineSigner("secret").sign(1683622364265)
print(json.dumps([sorted(after_import), sorted(set(sys.modules) - before)]))
"""

HEAVY = {
    "argparse",
    "asyncio",
    "concurrent",
    "ctypes",
    "difflib",
    "html",
    "http",
    "logging",
    "multiprocessing",
    "pathlib",
    "pickle",
    "shutil",
    "sqlite3",
    "ssl",
    "subprocess",
    "tempfile",
    "threading",
    "traceback",
    "unittest",
    "xml",
    "zipfile",
}
"""What a first parse has no use for. What its two libraries bring along, such as email and inspect, is not held here."""


def fresh(script: str) -> Any:
    """Run a script in an interpreter that has imported nothing, and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    run = subprocess.run(
        [sys.executable, "-P", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def imported_for_type_checkers() -> set[str]:
    guarded = [inner for node in STATEMENTS if isinstance(node, ast.If) for inner in node.body]
    return {
        alias.asname or alias.name
        for node in guarded
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_all_is_sorted_and_what_type_checkers_see() -> None:
    assert sorted(vodhooks.__all__) == vodhooks.__all__
    assert imported_for_type_checkers() == set(vodhooks.__all__)
    assert dir(vodhooks) == vodhooks.__all__


@pytest.mark.parametrize("name", vodhooks.__all__)
def test_every_name_is_what_type_checkers_see(name: str) -> None:
    homes = {
        alias.name: node.module
        for node in ast.walk(ast.Module(STATEMENTS, []))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    value = getattr(vodhooks, name)
    if name not in {"__version__", "errors"}:
        assert value is getattr(sys.modules[str(homes[name])], name)
        assert value.__module__ == homes[name]
    assert getattr(vodhooks, name) is value


def test_every_name_can_be_imported_first() -> None:
    script = (
        "import json\n"
        + "\n".join(f"from vodhooks import {name}" for name in vodhooks.__all__)
        + "\nprint(json.dumps(True))"
    )
    assert fresh(script)
    star = "import json\nfrom vodhooks import *\nprint(json.dumps(sorted(set(globals()) & set(__import__('vodhooks').__all__))))"
    assert fresh(star) == vodhooks.__all__


def test_the_module_of_exceptions_comes_by_itself_too() -> None:
    assert (
        fresh("import json, vodhooks\nprint(json.dumps(vodhooks.errors.__name__))")
        == "vodhooks.errors"
    )


@pytest.mark.parametrize("name", ["nothing", "identify", "compile_schema", "_HOMES_", "view"])
def test_any_other_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'vodhooks' has no attribute '{name}'"):
        getattr(vodhooks, name)


def test_every_public_object_has_docstring_and_types() -> None:
    for name in vodhooks.__all__:
        value = getattr(vodhooks, name)
        if callable(value):
            assert value.__doc__, name
    assert vodhooks.parse.__annotations__.keys() == {"body", "channel", "return"}


def test_importing_the_package_imports_nothing_else() -> None:
    after_import, _ = fresh(FIRST_PARSE)
    assert [
        module for module in after_import if module.split(".")[0] not in sys.stdlib_module_names
    ] == ["vodhooks"]


def test_a_first_parse_imports_only_its_two_libraries() -> None:
    _, after_parse = fresh(FIRST_PARSE)
    tops = {module.split(".")[0] for module in after_parse}
    assert tops - sys.stdlib_module_names == {
        "vodhooks",
        "vodhooks_contracts",
        "orjson",
        "jsonschema_rs",
    }
    assert tops & HEAVY == set()
    assert sorted(module for module in after_parse if module.startswith("vodhooks")) == [
        "vodhooks",
        "vodhooks.catalogue",
        "vodhooks.classification",
        "vodhooks.decoding",
        "vodhooks.engines",
        "vodhooks.errors",
        "vodhooks.events",
        "vodhooks.excerpts",
        "vodhooks.explanations",
        "vodhooks.identification",
        "vodhooks.pointers",
        "vodhooks.report",
        "vodhooks.schemas",
        "vodhooks.signatures",
        "vodhooks.signatures.polyv",
        "vodhooks.signatures.secrets",
        "vodhooks.validation",
        "vodhooks_contracts",
    ]


@pytest.mark.parametrize("names", ["vodhooks_contracts.channels", "vodhooks_contracts.messages"])
def test_the_typed_names_import_no_models(names: str) -> None:
    script = f"import json, sys, {names}\nprint(json.dumps([m for m in sys.modules if m.startswith(('pydantic', 'vodhooks_contracts.'))]))"
    assert fresh(script) == [names]


CHECKERS = {"mypy": "[assert-type]", "pyright": "reportAssertTypeFailure"}
"""Type checkers, and what they call an `assert_type` that fails."""


def check(checker: str, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", checker, file], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("checker", CHECKERS)
def test_type_checkers_see_the_asserted_types(checker: str) -> None:
    run = check(checker, TYPING_CASES)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("checker", CHECKERS)
def test_type_checkers_would_see_another_type(checker: str, tmp_path: Path) -> None:
    cases = TYPING_CASES.read_text(encoding="utf-8")
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        cases.replace('assert_type(payload["taskId"], int)', 'assert_type(payload["taskId"], str)'),
        encoding="utf-8",
    )
    run = check(checker, wrong)
    assert run.returncode == 1
    assert run.stdout.count(CHECKERS[checker]) == 1, run.stdout
