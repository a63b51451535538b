from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("check", "file"),
    [
        ("validate-config", ".pre-commit-config.yaml"),
        ("validate-manifest", ".pre-commit-hooks.yaml"),
    ],
)
def test_pre_commit_takes_our_files(check: str, file: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", check, ROOT / file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
