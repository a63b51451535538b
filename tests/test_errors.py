from __future__ import annotations

import copy
import inspect
import pickle
import re
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest

from vodhooks import errors
from vodhooks.decoding import decode
from vodhooks.errors import VodhooksError
from vodhooks.report import Report, Violation
from vodhooks.validation import validate

FAIL = "polyv.video_outline.generate_fail"
VIOLATION = Violation("type", "/vid", "/properties/vid/type", "expected a string", "documented")
CLASSES: dict[str, type[VodhooksError]] = {
    name: value
    for name, value in vars(errors).items()
    if inspect.isclass(value) and issubclass(value, VodhooksError)
}
ARGUMENTS: dict[type[VodhooksError], tuple[Any, ...]] = {
    errors.VodhooksError: ("words",),
    errors.NotJson: ("not JSON", 2, 9),
    errors.DuplicateKey: ("taskId",),
    errors.NameNotFound: ("polyv.video-outline", ["polyv.video_outline", "tencent.vod"]),
    errors.NotIdentified: (),
    errors.AmbiguousMessage: (["b", "a"],),
    errors.ContractViolation: (Report(FAIL, (VIOLATION,), omitted=3),),
    errors.GenerationError: (["one", "two"],),
    errors.PullingError: ("clock", "AuthFailure.SignatureExpire"),
}
"""What each exception is made with, or else what the one above it is."""


def pickled(error: VodhooksError) -> Any:
    return pickle.loads(pickle.dumps(error))  # noqa: S301 # our own bytes


def drawn(docstring: str) -> dict[str, str]:
    """Read the tree in a docstring: each name with its parent's."""
    parents: dict[str, str] = {}
    above: list[str] = []
    for line in docstring.splitlines():
        found = re.match(r"    ((?:│   |    )*)(?:[├└]── )?(\w+)(?:  |$)", line)
        if found and found[2][0].isupper():
            depth = len(found[1]) // 4 + ("── " in line)
            parents[found[2]] = above[depth - 1] if depth else ""
            above[depth:] = [found[2]]
    return parents


def test_the_tree_in_the_docstring_is_the_real_one() -> None:
    real = {
        name: "" if value is VodhooksError else value.__bases__[0].__name__
        for name, value in CLASSES.items()
    }
    assert drawn(errors.__doc__ or "") == real
    assert sorted(real) == errors.__all__


@pytest.mark.parametrize("kind", CLASSES.values(), ids=CLASSES)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_an_exception_survives_being_copied(kind: type[VodhooksError], copied: Any) -> None:
    arguments = next(ARGUMENTS[above] for above in kind.__mro__ if above in ARGUMENTS)
    error = kind(*arguments)
    error.add_note("a note")
    other = copied(error)
    assert (type(other), str(other), other.args, vars(other)) == (
        kind,
        str(error),
        error.args,
        vars(error),
    )


def test_an_exception_survives_another_process() -> None:
    with (
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool,
        pytest.raises(errors.DuplicateKey) as refused,
    ):
        pool.submit(decode, b'{"taskId": 1, "taskId": 2}').result(timeout=60)
    assert refused.value.key == "taskId"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (errors.NotJson("not JSON", 2, 9), "not JSON at line 2, column 9"),
        (errors.NotJson("empty"), "empty"),
        (errors.DuplicateKey("a\nb'c"), """duplicate key "a\\nb'c\""""),
        (
            errors.ChannelNotFound("polyv.video_outlines", ["polyv.video_outline", "tencent.vod"]),
            "no channel is called 'polyv.video_outlines'; did you mean polyv.video_outline?",
        ),
        (
            errors.MessageNotFound("aab", ["aaa", "aac"]),
            "no message is called 'aab'; did you mean aac or aaa?",
        ),
        (errors.MessageNotFound("x", ["polyv"]), "no message is called 'x'"),
        (
            errors.NotIdentified(),
            "no contract recognises this payload; name its message or channel",
        ),
        (errors.AmbiguousMessage(["a", "b"]), "this payload fits several messages, name one: a, b"),
        (errors.ContractViolation(Report("m", (VIOLATION,))), "m: /vid: expected a string"),
        (
            errors.ContractViolation(Report("m", (VIOLATION, VIOLATION))),
            "m: /vid: expected a string (and 1 more)",
        ),
        (
            errors.ContractViolation(Report("m", (VIOLATION,), omitted=7)),
            "m: /vid: expected a string (and 7 more)",
        ),
        (
            errors.ContractViolation(Report("m", (VIOLATION, VIOLATION), omitted=7)),
            "m: /vid: expected a string (and 8 more)",
        ),
        (errors.GenerationError(["one", "two"]), "one\ntwo"),
        (errors.PullingError("broken"), "the vendor's API answers what cannot be read"),
        (
            errors.PullingError("throttled", "RequestLimitExceeded"),
            "the vendor's API is called too often (RequestLimitExceeded)",
        ),
    ],
)
def test_an_exception_reads_as_a_sentence(error: VodhooksError, text: str) -> None:
    assert str(error) == text


def test_foreign_names_are_clipped_only_in_messages() -> None:
    long = "x" * 1000
    duplicate, unknown = errors.DuplicateKey(long), errors.MessageNotFound(long, ["polyv"])
    assert (duplicate.key, unknown.name) == (long, long)
    assert max(len(str(duplicate)), len(str(unknown))) < 120
    assert [errors.clip("x" * length, 5) for length in (4, 5, 6)] == ["xxxx", "xxxxx", "xxxx…"]


def test_a_contract_violation_holds_the_whole_report() -> None:
    report = validate({}, FAIL)
    error = errors.ContractViolation(report)
    assert error.report is report
    assert str(error).endswith("(and 4 more)")
