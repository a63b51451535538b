from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vodhooks import errors
from vodhooks.signatures import scheme
from vodhooks.signatures.polyv import PolyvOutlineSigner

DAY = 86_400
TIMESTAMP = 1683622364265
SIGN = "ABE550460CF6B8B384DE0C767FE17B9BC79B8EBD"
SECRETS = st.text().filter(str.strip) | st.binary().filter(bytes.strip)
TIMESTAMPS = st.integers(10**12, 10**13 - 1)
JUNK = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters())
    | st.binary()
    | st.complex_numbers()
    | st.lists(st.integers())
    | st.dictionaries(st.text(), st.integers())
    | st.sampled_from(
        [
            object(),
            int,
            len,
            ...,
            bytearray(b"x"),
            {1},
            10**5000,
            TIMESTAMP,
            SIGN,
            str(TIMESTAMP),
            float(TIMESTAMP),
            "\ud800",
        ]
    )
)


def raw(secret: str | bytes) -> bytes:
    return secret if isinstance(secret, bytes) else secret.encode()


def test_the_clock_may_be_given_with_the_call() -> None:
    signer = PolyvOutlineSigner("mySecretKey", clock=lambda: 0.0)
    signer.verify(SIGN, TIMESTAMP, now=TIMESTAMP / 1000)
    with pytest.raises(errors.SignatureStale):
        signer.verify(SIGN, TIMESTAMP)
    with pytest.raises(errors.SignatureStale):
        signer.verify_payload({"sign": SIGN, "timestamp": TIMESTAMP}, now=0.0)


def test_the_default_clock_is_that_of_the_machine() -> None:
    with pytest.raises(errors.SignatureStale):
        PolyvOutlineSigner("mySecretKey").verify(SIGN, TIMESTAMP)
    PolyvOutlineSigner("mySecretKey", max_age=1e10).verify(SIGN, TIMESTAMP)


@pytest.mark.parametrize("now", [float("nan"), float("inf"), float("-inf")])
def test_a_clock_that_tells_no_time_lets_nothing_in(now: float) -> None:
    with pytest.raises(errors.SignatureStale):
        PolyvOutlineSigner("mySecretKey", clock=lambda: now).verify(SIGN, TIMESTAMP)


def test_the_window_is_wide_to_the_past_by_default() -> None:
    moment = TIMESTAMP / 1000
    signer = PolyvOutlineSigner("mySecretKey")
    signer.verify(SIGN, TIMESTAMP, now=moment + DAY)
    signer.verify(SIGN, TIMESTAMP, now=moment - 300)


@pytest.mark.parametrize(
    "timestamp", [0, -1, 10**12 - 1, 10**13, True, 1e12, "1683622364265", None]
)
def test_nothing_but_13_digits_is_signed(timestamp: Any) -> None:
    with pytest.raises(errors.SignatureMalformed):
        PolyvOutlineSigner("mySecretKey").sign(timestamp)


def test_an_integer_of_a_subclass_is_checked_alike() -> None:
    class Odd(IntEnum):
        WITHIN = TIMESTAMP
        BEYOND = 5

    signer = PolyvOutlineSigner("mySecretKey", clock=lambda: TIMESTAMP / 1000)
    signer.verify(SIGN, Odd.WITHIN)
    with pytest.raises(errors.SignatureMalformed):
        signer.verify(SIGN, Odd.BEYOND)


def test_signing_copies_a_payload_and_replaces_a_sign() -> None:
    payload = {"sign": "old", "timestamp": 1, "taskId": 30}
    signed = PolyvOutlineSigner(["mySecretKey", "older"]).sign_payload(payload, TIMESTAMP / 1000)
    assert signed == {"sign": SIGN, "timestamp": TIMESTAMP, "taskId": 30}
    assert payload == {"sign": "old", "timestamp": 1, "taskId": 30}


def test_the_signature_of_a_payload_is_its_sign() -> None:
    assert (
        PolyvOutlineSigner("mySecretKey").extract_signature({"sign": SIGN, "timestamp": TIMESTAMP})
        == SIGN
    )


def test_the_scheme_is_found_by_its_name() -> None:
    assert scheme("polyv-video-outline") is PolyvOutlineSigner
    with pytest.raises(errors.SecretError, match="no signature scheme is called 'polyv'"):
        scheme("polyv")


@given(SECRETS, TIMESTAMPS, st.floats(-DAY, 300))
def test_a_signature_verifies_within_the_window(
    secret: str | bytes, timestamp: int, ahead: float
) -> None:
    now = timestamp / 1000 - ahead
    assume(-300 <= now - timestamp / 1000 <= DAY)
    signer = PolyvOutlineSigner(secret, clock=lambda: now)
    signer.verify(signer.sign(timestamp), timestamp)
    signer.verify_payload(signer.sign_payload({}, timestamp / 1000), now=timestamp / 1000)


@given(
    SECRETS, TIMESTAMPS, st.floats(min_value=0.001, allow_infinity=False), st.sampled_from([-1, 1])
)
def test_no_signature_verifies_outside_the_window(
    secret: str | bytes, timestamp: int, beyond: float, side: int
) -> None:
    now = timestamp / 1000 + side * (beyond + (DAY if side > 0 else 300))
    signer = PolyvOutlineSigner(secret, clock=lambda: now)
    with pytest.raises(errors.SignatureStale):
        signer.verify(signer.sign(timestamp), timestamp)


@given(SECRETS, SECRETS, TIMESTAMPS)
def test_what_one_secret_signs_no_other_verifies(
    secret: str | bytes, other: str | bytes, timestamp: int
) -> None:
    assume(raw(secret) != raw(other))
    with pytest.raises(errors.SignatureMismatch):
        PolyvOutlineSigner(other).verify(PolyvOutlineSigner(secret).sign(timestamp), timestamp)


@given(st.lists(SECRETS, min_size=1, max_size=4, unique_by=raw), st.data())
def test_each_secret_verifies_and_the_first_signs(
    secrets: list[str | bytes], data: st.DataObject
) -> None:
    signer = PolyvOutlineSigner(secrets, clock=lambda: TIMESTAMP / 1000)
    chosen = data.draw(st.sampled_from(secrets))
    signer.verify(PolyvOutlineSigner(chosen).sign(TIMESTAMP), TIMESTAMP)
    assert signer.sign(TIMESTAMP) == PolyvOutlineSigner(secrets[0]).sign(TIMESTAMP)


@settings(max_examples=400)
@given(JUNK, JUNK)
def test_a_verifier_raises_only_its_own_errors(sign: object, timestamp: object) -> None:
    signer = PolyvOutlineSigner("mySecretKey", clock=lambda: TIMESTAMP / 1000)
    for attempt in (
        partial(signer.verify, sign, timestamp),
        partial(signer.verify_payload, {"sign": sign, "timestamp": timestamp}),
    ):
        if (sign, timestamp) == (SIGN, TIMESTAMP) and isinstance(timestamp, int):
            attempt()
        else:
            with pytest.raises(errors.SignatureError):
                attempt()


@given(JUNK)
def test_any_payload_raises_only_the_verifier_errors(payload: object) -> None:
    with pytest.raises(errors.SignatureError):
        PolyvOutlineSigner("mySecretKey").verify_payload(payload)


@given(st.text(st.characters()), st.text(st.characters()), JUNK)
def test_no_error_tells_the_secret_or_what_was_given(
    secret: str, sign: str, timestamp: object
) -> None:
    with pytest.raises(errors.VodhooksError) as refused:
        PolyvOutlineSigner(f"marker{secret}").verify(f"marker{sign}", timestamp)
    error = refused.value
    assert "marker" not in f"{error} {error!r} {error.__cause__!r} {vars(error)}"
