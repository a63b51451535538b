"""Each language says all that English says, without gaps and without leftovers."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.batch.report import _OUTCOME_WORDS
from vodhooks.catalogue import bundle, catalogue
from vodhooks.cli.outline import Field, outline
from vodhooks.errors import MessageNotFound
from vodhooks.explanations import explain_keyword, missing_member
from vodhooks.fuzzer.attacks.cases import consequence
from vodhooks.fuzzer.checks import CHECKS, Severity
from vodhooks.fuzzer.hints import _BY_CHECK, _BY_SEVERITY, _GENERAL
from vodhooks.fuzzer.report import _EXPECTED
from vodhooks.report import Evidence
from vodhooks.schemas import every_schema
from vodhooks.translations import LANGUAGES, description, language_of, sentences, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.translations import Language

ROOT = Path(__file__).resolve().parent.parent
OTHERS: list[Language] = [language for language in LANGUAGES if language != "en"]
HOLE = re.compile(r"\{(?:n|name|s|text)?\}")
VALUES = {"{}": "7", "{n}": "7", "{name}": "7", "{text}": "an integer", "{s}": "s"}
CHINESE = re.compile("[\u4e00-\u9fff]")

each_language = pytest.mark.parametrize("language", OTHERS)


def described() -> set[str]:
    """Return every description in schemas/, those of messages included."""
    files = (ROOT / "schemas").rglob("*.json")
    roots = (json.loads(file.read_bytes()) for file in files)
    return {
        place.schema["description"]
        for root in roots
        for place in every_schema(root)
        if "description" in place.schema
    }


def constants() -> Iterator[str]:
    """Yield the pieces of text in the code, those between values too, and openapi.yaml."""
    for file in chain((ROOT / "src").rglob("*.py"), (ROOT / "docs" / "site").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    yield " ".join((ROOT / "openapi.yaml").read_text(encoding="utf-8").split())


def explanations() -> Iterator[str]:
    """Yield what can be said of each keyword of each contract."""
    for name in catalogue().messages:
        for place in chain(every_schema(bundle(name)), every_schema(bundle(name, "strict"))):
            for keyword in place.schema:
                said = explain_keyword(keyword, place.schema, "x")
                if keyword != "required" and not said.startswith("breaks "):
                    yield said


@each_language
def test_every_description_is_translated_and_no_other(language: Language) -> None:
    file = ROOT / "schemas" / f"descriptions.{language}.yaml"
    table = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert described() == table.keys()
    assert list(table) == sorted(table)
    assert [text for text in table.values() if not CHINESE.search(text)] == []


@each_language
def test_the_package_has_the_descriptions(language: Language) -> None:
    source = yaml.safe_load((ROOT / "schemas" / f"descriptions.{language}.yaml").read_bytes())
    assert {text: translate(text, language) for text in source} == source


@each_language
@pytest.mark.parametrize("name", catalogue().messages)
def test_every_field_is_described(name: str, language: Language) -> None:
    fields = [entry for entry in outline(catalogue().messages[name]) if isinstance(entry, Field)]
    assert fields
    for field in fields:
        assert CHINESE.search(description(name, field.pointer, language)), field.pointer
        assert description(name, field.pointer.replace("*", "3"))
    summary = catalogue().messages[name].summary
    assert description(name, "") == summary
    assert description(name, "", language) == translate(summary, language) != summary


def test_the_description_is_that_of_the_field() -> None:
    name = "polyv.video_outline.generate_success"
    assert description(name, "/outlineInfo/0/title") == "Heading of the chapter."
    assert description(name, "/outlineInfo/*/title", "zh") == "章节标题。"
    assert description(name, "/outlineInfo/title", "zh") == ""
    assert description(name, "/nothing/here", "zh") == ""
    assert description("ucloud.umedia.porn", "/invalid_image_list/12/name", "zh")


def test_a_description_of_no_message_is_an_error() -> None:
    with pytest.raises(MessageNotFound):
        description("polyv.video_outlines", "/vid", "zh")


@each_language
def test_every_explanation_is_translated(language: Language) -> None:
    texts = {*explanations(), 'missing property "a"', 'unknown property, expected "a"'}
    assert len(texts) > 100
    for text in texts:
        said = translate(text, language)
        assert CHINESE.search(said), text
        if "pattern" not in text and "匹配" not in said:
            words = re.findall(r"\b[a-z]+\b", re.sub(r'"(?:[^"\\]|\\.)*"', "", said))
            assert set(words) <= {"null", "true", "false"}, said


@each_language
def test_every_fixed_sentence_of_a_report_is_translated(language: Language) -> None:
    fuzzing = [text for check in CHECKS.values() for text in (check.title, check.reason)]
    mending = [*_BY_CHECK.values(), *_BY_SEVERITY.values(), _GENERAL]
    words = [f"1 {word}" for word in _OUTCOME_WORDS.values()]
    texts = [
        *fuzzing,
        *mending,
        *words,
        *map(str, Severity),
        *_EXPECTED.values(),
        *get_args(Evidence),
    ]
    assert [text for text in texts if not CHINESE.search(translate(text, language))] == []
    assert [
        check.name
        for check in CHECKS.values()
        if translate(f"{check.title} ({check.name})", language)
        != f"{translate(check.title, language)}（{check.name}）"
    ] == []


@each_language
@pytest.mark.parametrize("retries", [None, 0, 1, 3])
def test_what_becomes_of_an_event_is_translated(retries: int | None, language: Language) -> None:
    channel = next(iter(catalogue().channels.values()))
    channel = replace(channel, delivery=replace(channel.delivery, retries=retries))
    for check in CHECKS.values():
        text = translate(f"{check.reason} {consequence(channel)}", language)
        assert text.startswith(translate(check.reason, language))
        assert not re.search(r"\b(vendor|event)\b", text)


@pytest.mark.parametrize(
    "observed",
    [
        "answered 200",
        "answered 500",
        "answered 302; only 200 is success to the vendor",
        "answered 200 after 7.5 s",
        "answered 400 with markup that it was sent: <b>: x",
        "answered 400 with a secret or a token in it",
        "ended the connection without an answer",
        "did not answer in 20.0 s",
        "took no connection",
        "stored 1 event instead of 2",
        "stored 50 events instead of 1 to 2",
        "answered 200; seen once, and not again in 3 tries",
        "answered 200; gone since this case: a valid delivery is not answered: timed out",
    ],
)
@pytest.mark.parametrize(
    "change",
    ["a sample payload (0)", '/taskId of generate_fail is {"a": "b: c"}', "/vid is missing"],
)
def test_what_was_observed_is_translated(observed: str, change: str) -> None:
    text = (
        f"polyv.video_outline/x/y: {change}: {observed}; expected was the vendor's success status."
    )
    said = translate(text, "zh")
    assert said.startswith("polyv.video_outline/x/y：")
    assert said.endswith("；应为：厂商认可的成功状态码。")
    assert not re.search(r"\b(answer|answered|stored|of|is|was|seen|expected)\b", said)
    assert ('{"a": "b: c"}' in said) == ('{"a": "b: c"}' in text)


@each_language
def test_every_sentence_of_the_table_is_said_somewhere(language: Language) -> None:
    said = "\n".join(constants())
    words = {word for text in constants() for word in re.findall(r"\w+", text)}
    assert len(sentences(language)) > 500
    for text in sentences(language):
        if HOLE.search(text):  # plurals and nested values make other pieces of them
            assert set(re.findall(r"\w+", HOLE.sub(" ", text.replace("{s}", "")))) <= words, text
        else:
            assert text in said, text


@each_language
def test_every_pattern_keeps_its_values(language: Language) -> None:
    for text, translation in sentences(language).items():
        holes = [hole for hole in HOLE.findall(text) if hole != "{s}"]
        assert sorted(set(re.findall(r"\{(\d*)\}", translation))) == [
            str(number) for number, _ in enumerate(holes)
        ], text
        filled = HOLE.sub(lambda hole: VALUES[hole[0]], text)
        assert translate(filled, language).count("7") >= sum(hole != "{text}" for hole in holes)


@given(st.text())
def test_any_text_stays_english_in_english(text: str) -> None:
    assert translate(text, "en") == text


@each_language
@given(name=st.text(min_size=1, max_size=30))
def test_names_and_values_are_never_translated(language: Language, name: str) -> None:
    quoted = json.dumps(name, ensure_ascii=False)
    assert translate(f"missing property {quoted}", language) == f"缺少字段 {quoted}"
    assert missing_member(f"missing property {quoted}") == name


@pytest.mark.parametrize("language", ["en", "fr", "", "../zh"])
def test_other_languages_are_english(language: str) -> None:
    assert translate("expected an integer", language) == "expected an integer"
    assert description("ucloud.umedia.porn", "/retcode", language) == "0: success."
    assert sentences(language) == {}


@pytest.mark.parametrize("text", ["", "a.b: c", "no such sentence", "x" * 100_000, "{} {0} {text}"])
def test_what_has_no_translation_stays(text: str) -> None:
    assert translate(text, "zh") == text


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "zh_Hant_TW"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "zhuang"}, "en"),
    ],
)
def test_the_locale_names_the_language(environ: dict[str, str], language: str) -> None:
    assert language_of(environ) == language


def test_the_accept_path_does_not_pay() -> None:
    script = """
import sys, vodhooks
from vodhooks.testing import example
import orjson
vodhooks.parse(orjson.dumps(example("polyv.video_outline.generate_fail")), "polyv.video_outline")
assert "vodhooks.translations" not in sys.modules
"""
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_english_reads_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise AssertionError("a table was read")

    monkeypatch.setattr("vodhooks.translations._sentences", fail)
    monkeypatch.setattr("vodhooks.catalogue.descriptions", fail)
    assert translate("expected an integer", "en") == "expected an integer"
    assert description("polyv.video_outline.generate_fail", "/vid").startswith("Id of the video.")
