"""CPU time of `import vodhooks` and the first `parse`, over the bare interpreter."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys

from tests.bench.measuring import table

ROUNDS = 15
BARE = "pass"
FIRST = 'import vodhooks; vodhooks.parse(b\'{"retcode":1,"task_id":"1"}\', "ucloud.umedia.slice")'


def main() -> None:
    """Print the medians in milliseconds."""
    bare = statistics.median(_cpu(BARE) for _ in range(ROUNDS))
    first = statistics.median(_cpu(FIRST) for _ in range(ROUNDS))
    table(
        [
            ["start-up, CPU milliseconds", "median"],
            ["bare interpreter", bare],
            ["import and first parse", first],
            ["more", first - bare],
        ]
    )


def _cpu(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
