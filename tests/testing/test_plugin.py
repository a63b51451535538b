from __future__ import annotations

import subprocess
import sys

import pytest

import vodhooks.testing
from vodhooks.testing import plugin

pytest_plugins = ["pytester"]

SUITE = """
import time
from vodhooks import PolyvOutlineSigner

def test_samples(vodhooks_example):
    payload = vodhooks_example("polyv.video_outline.generate_fail", 1)
    assert payload["taskId"] == 31

def test_fresh_signature(vodhooks_example, vodhooks_sign):
    payload = vodhooks_sign(vodhooks_example("polyv.video_outline.generate_fail"), "polyv.video_outline", "secret")
    PolyvOutlineSigner("secret").verify_payload(payload)

def test_signature_of_a_moment(vodhooks_example, vodhooks_sign):
    payload = vodhooks_sign(vodhooks_example("polyv.video_outline.generate_fail"), "polyv.video_outline", "secret", 1_700_000_000)
    assert payload["timestamp"] == 1_700_000_000_000
"""


def test_the_fixtures_serve_another_project(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(SUITE)
    pytester.runpytest_subprocess().assert_outcomes(passed=3)


def test_the_fixtures_explain_themselves(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--fixtures", "-v")
    result.stdout.fnmatch_lines(
        ["vodhooks_example*", "*a fresh copy of a sample payload*", "vodhooks_sign*"]
    )


def test_loading_the_plugin_imports_only_its_face() -> None:
    listing = "import sys, vodhooks.testing.plugin; print(*sorted(name for name in sys.modules if name.startswith('vodhooks')))"
    done = subprocess.run(
        [sys.executable, "-c", listing], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["vodhooks", "vodhooks.testing", "vodhooks.testing.plugin"]
    heavy = "import sys, vodhooks.testing.plugin; print(*sorted({'hypothesis', 'pydantic', 'jsonschema', 'jsonschema_rs'} & set(sys.modules)))"
    assert (
        subprocess.run(
            [sys.executable, "-c", heavy], capture_output=True, text=True, check=True
        ).stdout.split()
        == []
    )


def test_the_face_is_complete_and_lazy() -> None:
    assert dir(vodhooks.testing) == vodhooks.testing.__all__
    assert all(
        getattr(vodhooks.testing, name).__module__.startswith(
            ("vodhooks.testing.", "vodhooks.payloads.", "vodhooks.fuzzer.")
        )
        for name in vodhooks.testing.__all__
    )
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        vodhooks.testing.nothing  # noqa: B018 # the access is what is tried
    assert set(plugin.__all__) == {"vodhooks_example", "vodhooks_sign"}
