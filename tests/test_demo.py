from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_demo_runs_without_a_surprise() -> None:
    run = subprocess.run([sys.executable, ROOT / "docs" / "demo.py"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "SURPRISE" not in run.stdout
    for shown in ("forged   refused", "stale    refused", 'missing property "vid"', "unknown property", "genuine  authentic"):
        assert shown in run.stdout
