"""Reports for people come in the language asked for; those for programs are English."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING, get_args

import pytest

from tests.reports.test_fuzz import NONE, SOME, TARGET
from vodhooks.batch import Rules, Source, Totals, check
from vodhooks.batch.report import report_of
from vodhooks.catalogue import bundle
from vodhooks.fuzzer.report import report_of as fuzz_report_of
from vodhooks.reports import FOR_PEOPLE, Format, render

if TYPE_CHECKING:
    from pathlib import Path

    from vodhooks.translations import Language

NAME = "polyv.video_outline.generate_fail"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    payload = dict(bundle(NAME)["examples"][0])
    payload["taskId"] = str(payload["taskId"])
    payload["video"] = payload.pop("vid")
    file = tmp_path / "broken.json"
    file.write_text(json.dumps(payload), encoding="utf-8")
    return file


def shown(file: Path, output: Format, language: Language) -> str:
    totals = Totals()
    stream = StringIO()
    results = check([Source.of(str(file))], Rules(), jobs=1, advance=lambda _: None)
    render(output, report_of(results, totals), stream, language)
    return stream.getvalue()


def test_a_chinese_report_says_what_the_fields_mean(broken: Path) -> None:
    assert shown(broken, "text", "zh").splitlines() == [
        f'{broken}: 错误: 缺少字段 "vid"（{NAME}，依据：有文档）',
        "  vid: 视频 ID。示例形如 32 位十六进制数字、下划线、再加首位数字，但也有不带后缀的 ID。",
        f"{broken}: 错误: /taskId：应为整数（{NAME}，依据：有文档）",
        "  taskId: 已结束的大纲任务。",
        '  建议：把 "video" 改名为 "vid"；/taskId：数字不要加引号',
        "1 个回调：无效 1",
    ]


@pytest.mark.parametrize("output", sorted(set(get_args(Format)) - FOR_PEOPLE))
def test_reports_for_programs_are_english(broken: Path, output: Format) -> None:
    assert shown(broken, output, "zh") == shown(broken, output, "en")


def fuzzed(output: Format, language: Language) -> str:
    stream = StringIO()
    render(output, fuzz_report_of(SOME), stream, language)
    return stream.getvalue()


def test_a_chinese_fuzz_report_has_a_table_in_columns() -> None:
    text = fuzzed("text", "zh")
    assert text.endswith(
        "通道                 用例数  放行陌生人  太慢\n"
        "polyv.video_outline       4           2     1\n"
        "已放宽：syntax/bom：及时的任何应答，但不能是 500 及以上即可\n"
        "without --effects nothing is counted\n"
        "4 个用例，用时 1.2 秒（种子 7）：2 个原因，共 3 处问题\n"
    )
    assert "修复：没有签名就拒绝：缺少签名等于签名错误。" in text
    assert f"重现：vodhooks fuzz {TARGET} --case" in text
    assert fuzzed("json", "zh") == fuzzed("json", "en")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Nothing was found."), ("zh", "没有发现问题。")]
)
def test_the_page_says_its_language(language: Language, words: str) -> None:
    stream = StringIO()
    render("html", fuzz_report_of(NONE), stream, language)
    assert f'<html lang="{language}">' in stream.getvalue()
    assert words in stream.getvalue()
