"""Renderers, and not those who make findings, see to it that no text speaks for a report."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from io import StringIO
from typing import Literal, get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.reports import CheckedCase, Finding, Format, ReportDocument, Rule, Summary, render
from vodhooks.reports.escaping import json_text

Name = Format | Literal["html"]
NAMES: tuple[Name, ...] = (*get_args(Format), "html")
LAYOUTS: tuple[Literal["lines", "blocks", "ranked"], ...] = ("lines", "blocks", "ranked")
HOSTILE = st.text(st.characters(), min_size=1) | st.sampled_from(
    [
        "a\n::error::forged",
        "</script><script>",
        "]]>&lt;'\"",
        '"}], "x": [{',
        "\x1b[2J",
        "\x7f",
        "\u202e",
        "\ud800",
        "\x85",
        "a, b: %0A",
    ]
)


def document(text: str, layout: Literal["lines", "blocks", "ranked"]) -> ReportDocument:
    """Return a report of one finding that has a text in every place."""
    finding = Finding(
        Rule("id", text, text),
        "error",
        text,
        text,
        text,
        (text,),
        text,
        3,
        5,
        text,
        {"x": text},
        text,
        text,
        text,
    )
    record = {"name": text, text: [text, {"inner": text}]}
    summary = Summary(
        text, {"fact": text}, {text: 1}, [["head", text], [text, text]], [text], {"last": text}
    )
    case = CheckedCase(text, text, "failure", text, [text, text])
    return ReportDocument(
        [finding], [("list", record)], [case], lambda: summary, ["list"], text, text, layout
    )


def shown(name: Name, text: str, layout: Literal["lines", "blocks", "ranked"] = "lines") -> str:
    stream = StringIO()
    render(name, document(text, layout), stream)
    return stream.getvalue()


class Page(HTMLParser):
    """The elements of a page, in their order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)


@pytest.mark.parametrize("name", NAMES)
@given(text=HOSTILE)
def test_a_text_makes_no_line_element_or_member(name: Name, text: str) -> None:
    harmless, hostile = shown(name, "harmless"), shown(name, text)
    match name:
        case "text":
            assert hostile.count("\n") == harmless.count("\n")
        case "github":
            assert hostile.count("\n") == 1
            assert hostile.startswith("::error title=vodhooks%3A id,file=")
        case "json" | "sarif":
            assert json.loads(hostile).keys() == json.loads(harmless).keys()
        case "ndjson":
            assert [json.loads(line).keys() == {"last"} for line in hostile.splitlines()] == [
                False,
                True,
            ]
        case "junit":
            tags = [element.tag for element in ET.fromstring(hostile).iter()]  # noqa: S314 # it is our own
            assert tags == [element.tag for element in ET.fromstring(harmless).iter()]  # noqa: S314 # it is our own
        case "html":
            assert Page(hostile).tags == Page(harmless).tags
    hostile.encode()
    assert hostile.replace("\n", "").isprintable()


@pytest.mark.parametrize("layout", LAYOUTS)
@given(text=HOSTILE)
def test_no_layout_lets_a_text_out(layout: Literal["lines", "blocks", "ranked"], text: str) -> None:
    assert shown("text", text, layout).replace("\n", "").isprintable()


@given(text=st.text(st.characters()))
def test_json_has_no_surrogate_that_stands_alone(text: str) -> None:
    found = json_text({text: [text, {"inner": (text,)}, 1, None]})
    assert found.isascii()
    json.loads(found)[next(iter(json.loads(found)))][0].encode()


def test_json_keeps_what_has_both_of_its_surrogates() -> None:
    assert json.loads(json_text({"a": "😀\\ud800"})) == {"a": "😀\\ud800"}
    assert json.loads(json_text({"a": "😀\ud800"})) == {"a": "😀\\ud800"}
