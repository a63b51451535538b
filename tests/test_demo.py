from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from vodhooks.catalogue import catalogue

ROOT = Path(__file__).resolve().parent.parent


def test_the_demo_runs_without_a_surprise() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "docs" / "demo.py"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "SURPRISE" not in run.stdout
    for shown in (
        "forged   refused",
        "stale    refused",
        'missing property "vid"',
        "unknown property",
        "genuine  authentic",
    ):
        assert shown in run.stdout
    pushed = [name for name, message in catalogue().messages.items() if message.channel]
    assert run.stdout.count("  answered 200\n") == len(pushed) + 1
    assert run.stdout.count("--mutate bad-sign\n  answered 401\n") == 1
    assert run.stdout.endswith(
        f"  {len(pushed)} events, none forged; the retry counts on its first delivery\n"
    )
    assert all(f"vodhooks send {name} --to" in run.stdout for name in pushed)
