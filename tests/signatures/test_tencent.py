from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vodhooks import errors
from vodhooks.signatures import scheme
from vodhooks.signatures.tencent import VALIDITY, TencentCallbackSigner

EXPIRY = 1777453800
SIGN = "c814462035d45ec88b4cdaa69ec97bfe"
KEY = "SignKey123"
KEYS = st.text("abcXYZ0189", min_size=1, max_size=32)
EXPIRIES = st.integers(1, 10**12 - 1)
JUNK = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters())
    | st.binary()
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
            "9" * 5000,
            EXPIRY,
            str(EXPIRY),
            SIGN,
            "\ud800",
            10**12,
        ]
    )
)


def test_the_vector_signs_and_verifies() -> None:
    signer = TencentCallbackSigner(KEY, clock=lambda: EXPIRY - 600.0)
    assert signer.sign(EXPIRY) == SIGN
    signer.verify(SIGN, EXPIRY)


def test_the_clock_may_be_given_with_the_call() -> None:
    signer = TencentCallbackSigner(KEY, clock=lambda: 0.0)
    signer.verify(SIGN, EXPIRY, now=EXPIRY)
    signer.verify_payload({"Sign": SIGN, "T": EXPIRY}, now=EXPIRY)
    with pytest.raises(errors.SignatureStale):
        signer.verify(SIGN, EXPIRY)


def test_the_default_clock_is_that_of_the_machine() -> None:
    signer = TencentCallbackSigner(KEY)
    with pytest.raises(errors.SignatureStale):
        signer.verify(signer.sign(1), 1)
    TencentCallbackSigner(KEY, max_age=1e10).verify(SIGN, EXPIRY)


@pytest.mark.parametrize("now", [float("nan"), float("inf"), float("-inf")])
def test_a_clock_that_tells_no_time_lets_nothing_in(now: float) -> None:
    with pytest.raises(errors.SignatureStale):
        TencentCallbackSigner(KEY, clock=lambda: now).verify(SIGN, EXPIRY)


@pytest.mark.parametrize("expiry", [0, -1, 10**12, True, 1.5e9, "", "x", "+1", None])
def test_nothing_but_unix_seconds_is_signed(expiry: Any) -> None:
    with pytest.raises(errors.SignatureMalformed):
        TencentCallbackSigner(KEY).sign(expiry)


def test_signing_copies_a_payload_for_ten_minutes() -> None:
    payload = {"EventType": "FileDeleted", "Sign": "old"}
    signed = TencentCallbackSigner([KEY, "older"]).sign_payload(payload, EXPIRY - VALIDITY + 0.9)
    assert signed == {"EventType": "FileDeleted", "Sign": SIGN, "T": EXPIRY}
    assert payload == {"EventType": "FileDeleted", "Sign": "old"}
    assert VALIDITY == 600


def test_the_sign_of_a_payload_is_read_in_any_case() -> None:
    signer = TencentCallbackSigner(KEY)
    assert (
        signer.extract_signature({"Sign": SIGN.upper(), "T": EXPIRY})
        == signer.extract_signature({"Sign": SIGN, "T": EXPIRY})
        == SIGN
    )


def test_the_scheme_is_found_by_its_name() -> None:
    assert scheme("tencent-vod-callback") is TencentCallbackSigner


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_only_1_to_32_letters_and_digits_are_a_key(key: str) -> None:
    assume(not (key.isascii() and key.isalnum() and len(key) <= 32))
    with pytest.raises(errors.SecretError) as refused:
        TencentCallbackSigner([KEY, key])
    assert len(key) < 4 or key not in str(refused.value)


@given(
    KEYS,
    EXPIRIES,
    st.floats(-300, 86_400),
    st.sampled_from([str.lower, str.upper, str.swapcase]),
    st.sampled_from([int, str]),
)
def test_any_spelling_verifies_within_the_window(
    key: str, expiry: int, ahead: float, spell: Any, kind: Any
) -> None:
    now = expiry - ahead
    assume(-300 <= expiry - now <= 86_400)
    signer = TencentCallbackSigner(key, clock=lambda: now)
    signer.verify(spell(signer.sign(expiry)), kind(expiry))
    moment = min(now, 10**12 - VALIDITY - 1) if now > 0 else 0
    signer.verify_payload(signer.sign_payload({}, moment), now=moment)


@given(KEYS, EXPIRIES, st.floats(min_value=0.001, allow_infinity=False), st.sampled_from([-1, 1]))
def test_no_signature_verifies_outside_the_window(
    key: str, expiry: int, beyond: float, side: int
) -> None:
    now = expiry + side * (beyond + (300 if side > 0 else 86_400))
    signer = TencentCallbackSigner(key, clock=lambda: now)
    with pytest.raises(errors.SignatureStale):
        signer.verify(signer.sign(expiry), expiry)


@given(KEYS, KEYS, EXPIRIES)
def test_what_one_key_signs_no_other_verifies(key: str, other: str, expiry: int) -> None:
    assume(key != other)
    with pytest.raises(errors.SignatureMismatch):
        TencentCallbackSigner(other).verify(TencentCallbackSigner(key).sign(expiry), expiry)


@given(st.lists(KEYS, min_size=1, max_size=4, unique=True), st.data())
def test_each_key_verifies_and_the_first_signs(keys: list[str], data: st.DataObject) -> None:
    signer = TencentCallbackSigner(keys, clock=lambda: float(EXPIRY))
    chosen = data.draw(st.sampled_from(keys))
    signer.verify(TencentCallbackSigner(chosen).sign(EXPIRY), EXPIRY)
    assert signer.sign(EXPIRY) == TencentCallbackSigner(keys[0]).sign(EXPIRY)


@settings(max_examples=400)
@given(JUNK, JUNK)
def test_a_verifier_raises_only_its_own_errors(sign: object, expiry: object) -> None:
    signer = TencentCallbackSigner(KEY, clock=lambda: float(EXPIRY))
    for attempt in (
        partial(signer.verify, sign, expiry),
        partial(signer.verify_payload, {"Sign": sign, "T": expiry}),
    ):
        if sign == SIGN and expiry in (EXPIRY, str(EXPIRY)):
            attempt()
        else:
            with pytest.raises(errors.SignatureError):
                attempt()


@given(JUNK)
def test_any_payload_raises_only_the_verifier_errors(payload: object) -> None:
    with pytest.raises(errors.SignatureError):
        TencentCallbackSigner(KEY).verify_payload(payload)


@given(st.text(st.characters()), st.text(st.characters()), JUNK)
def test_no_error_tells_the_key_or_what_was_given(key: str, sign: str, expiry: object) -> None:
    for secret in (f"marker{key}", "marker0"):
        with pytest.raises(errors.VodhooksError) as refused:
            TencentCallbackSigner(secret).verify(f"marker{sign}", expiry)
        error = refused.value
        assert "marker" not in f"{error} {error!r} {error.__cause__!r} {vars(error)}"
