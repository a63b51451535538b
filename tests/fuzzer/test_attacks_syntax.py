from __future__ import annotations

import json

import orjson
import pytest

from tests.support.endpoints import MOMENT, body_of, cases_of, endpoint_at
from vodhooks.fuzzer.attacks.rewrites import escaped, spaced
from vodhooks.fuzzer.attacks.sizes import LARGE
from vodhooks.fuzzer.checks import Expectation

OUTLINE = "polyv.video_outline"
FREE = "ucloud.umedia.slice"
VALID = b'{"a":{"b\xc3\xa9":["\\"",1.5,null]},"c":"\xf0\x9f\x98\x80"}'


@pytest.mark.parametrize(
    "spelled", [escaped(orjson.loads(VALID)).encode(), spaced(VALID)], ids=["escaped", "spaced"]
)
def test_unusual_spellings_mean_the_same(spelled: bytes) -> None:
    assert json.loads(spelled) == orjson.loads(VALID)
    assert orjson.loads(spelled) == orjson.loads(VALID)


def test_what_is_escaped_is_escaped_throughout() -> None:
    assert escaped({"a": "b"}) == '{"\\u0061":"\\u0062"}'
    assert escaped("\U0001f600") == '"\\ud83D\\ude00"'


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("syntax/number/nan", b',"unknownMember":NaN}'),
        ("syntax/lenient/trailing-comma", b'",}'),
        ("syntax/encoding/overlong", b',"unknownMember":"a\xc0\xafb"}'),
        ("syntax/lone-surrogate/high", rb',"unknownMember":"\ud800"}'),
        ("syntax/duplicate-key/escaped", rb',"ab":1,"\u0061b":2}'),
        ("size/number/2-to-the-64", b',"unknownMember":18446744073709551616}'),
        ("size/deep/arrays-inside", b"]]]}"),
        ("syntax/no-object/array", b"}]"),
    ],
)
def test_bodies_end_as_they_are_called(name: str, ends: bytes) -> None:
    assert body_of(endpoint_at(FREE), name).endswith(ends)


@pytest.mark.parametrize(("name", "wrong"), [("sign-wrong-first", 0), ("timestamp-wrong-last", 1)])
def test_a_signature_member_is_twice_and_wrong_once(name: str, wrong: int) -> None:
    pairs = json.loads(
        body_of(endpoint_at(OUTLINE), f"syntax/duplicate-key/{name}"), object_pairs_hook=list
    )
    member = name.partition("-")[0]
    values = [value for key, value in pairs if key == member]
    assert len(values) == 2
    assert values[wrong] is None
    signer = endpoint_at(OUTLINE).signer
    assert signer is not None
    signer.verify_payload({**dict(pairs), member: values[1 - wrong]}, now=MOMENT)


def test_without_a_secret_no_signature_is_there_twice() -> None:
    assert not [
        name
        for name in cases_of(endpoint_at(OUTLINE, secret=False))
        if name.endswith(("-wrong-first", "-wrong-last"))
    ]


def test_large_bodies_are_large_and_valid() -> None:
    endpoint = endpoint_at(FREE)
    names = [name for name, case in cases_of(endpoint).items() if case.check.name == "size/body"]
    for name in names:
        body = body_of(endpoint, name.removeprefix(f"{FREE}/"))
        assert LARGE <= len(body) + 100 < LARGE + 1_000
        assert "task_id" in orjson.loads(body)
    assert len(names) == 3


def test_undocumented_bounds_need_only_be_survived() -> None:
    expected = {
        case.check.name: case.check.expectation for case in cases_of(endpoint_at(FREE)).values()
    }
    bounds = ("syntax/byte-order-mark", "syntax/lone-surrogate", "size/number", "size/body")
    assert {expected[name] for name in bounds} == {Expectation.SURVIVE}
