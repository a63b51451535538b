"""Fuzzes the reference receiver, on each database, with a seed that stays: what `make fuzz` runs."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.support.served import CLOSED, serving

if TYPE_CHECKING:
    from pathlib import Path

SEED = 20_261_027
SETTINGS = {
    **CLOSED,
    "VODHOOKS_TENCENT_SIGN_KEYS": "aSignKeyThatTheVendorKnows",
    "VODHOOKS_COUNT_STORED": "true",
}
SECONDS = 600.0


def test_nothing_is_found_on_the_reference_receiver(store_url: str, tmp_path: Path) -> None:
    with serving(tmp_path, SETTINGS, "--store", store_url) as served:
        url = f"http://127.0.0.1:{served.port}"
        command = [
            sys.executable,
            "-m",
            "vodhooks",
            "fuzz",
            url,
            "--seed",
            str(SEED),
            "--effects",
            f"{url}/stored",
        ]
        done = subprocess.run(
            command,
            env={**os.environ, **SETTINGS},
            stdout=subprocess.PIPE,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    sys.stdout.write(done.stdout)
    assert done.returncode == 0, done.stdout
