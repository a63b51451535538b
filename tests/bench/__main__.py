"""`make bench`: every figure that the README names, as ratios to a floor measured in the same run."""

from __future__ import annotations

import sys

from tests.bench import (
    bench_accept,
    bench_hostile,
    bench_outbox,
    bench_pull,
    bench_receiver,
    bench_reject,
    bench_start,
    bench_validate,
)

BENCHES = {
    "accept": bench_accept,
    "reject": bench_reject,
    "hostile": bench_hostile,
    "start": bench_start,
    "validate": bench_validate,
    "receiver": bench_receiver,
    "pull": bench_pull,
    "outbox": bench_outbox,
}

for name in sys.argv[1:] or BENCHES:
    BENCHES[name].main()
