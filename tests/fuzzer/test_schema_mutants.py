from __future__ import annotations

from collections import Counter

from tests.bench.mutants import caught, equivalent, explained, own_cases
from tests.bench.mutating import every_mutant


def test_every_effective_contract_change_is_noticed() -> None:
    everything = every_mutant()
    noticed = caught(everything, own_cases())
    missed = [mutant for mutant in everything if mutant.name not in noticed]
    assert sorted(mutant.name for mutant in missed if not equivalent(mutant)) == sorted(explained())
    assert len(missed) < 0.07 * len(everything)


def test_names_of_mutants_are_unique() -> None:
    assert Counter(mutant.name for mutant in every_mutant()).most_common(1)[0][1] == 1


def test_a_corpus_that_holds_nothing_catches_nothing() -> None:
    assert caught(every_mutant()[:50], []) == set()
