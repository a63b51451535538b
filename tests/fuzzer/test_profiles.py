"""What a receiver's owner may declare."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from vodhooks.catalogue import channel
from vodhooks.errors import ChannelNotFound, FuzzingError
from vodhooks.fuzzer.checks import CHECKS, Check, Expectation
from vodhooks.fuzzer.profiles import Profile, profile_from

if TYPE_CHECKING:
    from pathlib import Path

OUTLINE = channel("polyv.video_outline")
REFUSED = Check(
    "syntax/duplicate-key",
    Expectation.REFUSE,
    "a member that is there twice",
    "Two readers may read two values.",
)


def declared(folder: Path, text: str) -> Profile:
    file = folder / "receiver.toml"
    file.write_text(text, encoding="utf-8")
    return profile_from(file)


def test_an_empty_profile_expects_the_contract(tmp_path: Path) -> None:
    profile = declared(tmp_path, "")
    assert profile == Profile()
    assert profile.expects(REFUSED) is REFUSED
    assert profile.successes(OUTLINE) == (200,)
    assert profile.refusals == frozenset(range(400, 500))


def test_a_profile_says_what_a_receiver_does_its_way(tmp_path: Path) -> None:
    profile = declared(
        tmp_path,
        """
        slow = 2
        timeout = 6
        patience = 7.5
        refusals = [400, 403]

        [expect]
        "syntax/duplicate-key" = "survive"
        "header/" = "skip"

        [channels."polyv.video_outline"]
        path = "/hooks/outline"
        success = [200, 202]
        """,
    )
    assert profile.expects(REFUSED).expectation is Expectation.SURVIVE
    assert profile.paths == {"polyv.video_outline": "/hooks/outline"}
    assert profile.successes(OUTLINE) == (200, 202)
    assert profile.refusals == {400, 403}
    assert (profile.slow, profile.timeout, profile.patience) == (2.0, 6.0, 7.5)
    assert [profile.skips(CHECKS[name]) for name in ("header/odd", "syntax/cut")] == [True, False]


@pytest.mark.parametrize("expectation", Expectation)
def test_a_folder_stands_for_its_refusals(expectation: Expectation) -> None:
    check = replace(REFUSED, expectation=expectation)
    relaxed = Profile(expected={"syntax/": Expectation.SURVIVE}).expects(check)
    assert relaxed.expectation is (
        Expectation.SURVIVE if expectation is Expectation.REFUSE else expectation
    )


def test_what_a_profile_names_is_more_than_advice() -> None:
    advice = CHECKS["socket/silent"]
    assert Profile().expects(advice).advisory
    assert not Profile(expected={advice.name: Expectation.SURVIVE}).expects(advice).advisory


def test_a_family_goes_before_its_folder() -> None:
    profile = Profile(
        expected={"syntax/": Expectation.SURVIVE, "syntax/duplicate-key": Expectation.ACCEPT}
    )
    assert profile.expects(REFUSED).expectation is Expectation.ACCEPT


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("slow = ", "value"),
        ("slow = 0", "slow: Input should be greater than 0"),
        ("slow = '5'", "slow: Input should be a valid number"),
        ("fast = 1", "fast: Extra inputs are not permitted"),
        ("refusals = []", "refusals: List should have at least 1 item"),
        ("refusals = [4000]", "refusals.0: Input should be less than or equal to 599"),
        (
            '[expect]\n"syntax/bom" = "ignore"',
            "expect.syntax/bom: Input should be 'accept', 'refuse', 'deny', 'survive', 'keep-quiet' or 'skip'",
        ),
        ('[channels."polyv.video_outline"]\npath = "hooks"', "path: String should match pattern"),
    ],
)
def test_a_wrong_profile_is_refused_with_the_place(
    tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(FuzzingError) as caught:
        declared(tmp_path, text)
    assert complaint in str(caught.value)
    assert "receiver.toml" in str(caught.value)


def test_a_profile_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "receiver.toml"
    file.write_bytes(b"slow = 1 # \xff")
    with pytest.raises(FuzzingError):
        profile_from(file)


def test_an_unknown_channel_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChannelNotFound):
        declared(tmp_path, '[channels."polyv.video"]\npath = "/x"')
