"""Both signature schemes against their vectors."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks import errors
from vodhooks.catalogue import catalogue
from vodhooks.signatures import scheme

if TYPE_CHECKING:
    from vodhooks.signatures import Signer

CASES = json.loads((Path(__file__).parent.parent / "vectors" / "signatures.json").read_bytes())[
    "cases"
]
VALID = [case for case in CASES if case["result"] == "valid"]
BAD = [case for case in CASES if case["result"] != "valid"]
REFUSALS = {
    "missing": errors.SignatureMissing,
    "malformed": errors.SignatureMalformed,
    "mismatch": errors.SignatureMismatch,
    "stale": errors.SignatureStale,
    "refused": errors.SecretError,
}
SIGNED = {"polyv-video-outline": ("sign", "timestamp"), "tencent-vod-callback": ("Sign", "T")}


def secrets_of(case: dict[str, Any]) -> list[str | bytes]:
    return [
        secret if isinstance(secret, str) else base64.b64decode(secret["base64"])
        for secret in case["secrets"]
    ]


def signer_of(case: dict[str, Any]) -> Signer:
    max_age, max_ahead = case["window"]["past"], case["window"]["future"]
    return scheme(case["scheme"])(
        secrets_of(case), max_age=max_age, max_ahead=max_ahead, clock=lambda: float(case["now"])
    )


def test_every_scheme_of_the_catalogue_has_vectors() -> None:
    schemes = {channel.signature for channel in catalogue().channels.values()} - {None}
    assert (
        {case["scheme"] for case in CASES}
        == schemes
        == {case["scheme"] for case in VALID}
        == set(SIGNED)
    )
    assert {case["result"] for case in BAD} == set(REFUSALS)


@pytest.mark.parametrize("case", VALID, ids=lambda case: case["id"])
def test_a_valid_vector_verifies_and_signs_the_same(case: dict[str, Any]) -> None:
    signer = signer_of(case)
    signer.verify_payload(case["payload"])
    signer.verify_payload(case["payload"], now=case["now"])
    if not {"OlderSecret", "OtherSpelling"} & set(case["flags"]):
        sign, signed = (case["payload"][name] for name in SIGNED[case["scheme"]])
        assert signer.sign(signed) == sign


@pytest.mark.parametrize("case", BAD, ids=lambda case: case["id"])
def test_a_bad_vector_is_refused_without_its_values(case: dict[str, Any]) -> None:
    with pytest.raises(errors.VodhooksError) as refused:
        signer_of(case).verify_payload(case["payload"])
    assert type(refused.value) is REFUSALS[case["result"]]
    values = [
        *secrets_of(case),
        *(case["payload"].values() if isinstance(case["payload"], dict) else ()),
    ]
    assert not [
        value
        for value in map(str, values)
        if len(value) > 3 and value in f"{refused.value!r} {refused.value}"
    ]
