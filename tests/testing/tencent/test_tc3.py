"""TC3-HMAC-SHA256 against the example in the vendor's "Signature v3", and against whatever is not quite right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from vodhooks.testing.tencent.requests import ApiError, SignedRequest, authenticate, signature

ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"
KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"
MOMENT = 1551113065
SCOPE = f"Credential={ID}/2019-02-25/cvm/tc3_request"
SIGNED = "SignedHeaders=content-type;host"
SIGN = "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168"
EXAMPLE = SignedRequest(
    "POST",
    "/",
    "",
    {
        "authorization": f"TC3-HMAC-SHA256 {SCOPE}, {SIGNED}, Signature={SIGN}",
        "content-type": "application/json; charset=utf-8",
        "host": "cvm.tencentcloudapi.com",
        "x-tc-action": "DescribeInstances",
        "x-tc-timestamp": str(MOMENT),
    },
    rb'{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}',
)

MALFORMED = "AuthFailure.InvalidAuthorization"
FAILURE = "AuthFailure.SignatureFailure"
EXPIRED = "AuthFailure.SignatureExpire"


def check(
    request: SignedRequest = EXAMPLE, *, key: str = KEY, service: str = "cvm", now: float = MOMENT
) -> None:
    authenticate(request, {ID: key}, service, now)


def with_headers(**headers: str) -> SignedRequest:
    return replace(
        EXAMPLE,
        headers={
            **EXAMPLE.headers,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        },
    )


def test_the_vendor_example_has_the_vendor_signature() -> None:
    assert signature(EXAMPLE, KEY, "cvm", str(MOMENT), ["content-type", "host"]) == SIGN
    check()


@pytest.mark.parametrize("off", [-300, 300])
def test_a_clock_may_be_five_minutes_off(off: float) -> None:
    check(now=MOMENT + off)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"now": MOMENT + 301}, EXPIRED),
        ({"now": MOMENT - 301}, EXPIRED),
        ({"key": "another"}, FAILURE),
        ({"service": "vod"}, FAILURE),
        ({"request": replace(EXAMPLE, body=EXAMPLE.body + b" ")}, FAILURE),
        ({"request": replace(EXAMPLE, method="GET")}, FAILURE),
        ({"request": replace(EXAMPLE, path="/x")}, FAILURE),
        ({"request": replace(EXAMPLE, query="a=b")}, FAILURE),
        ({"request": with_headers(host="vod.tencentcloudapi.com")}, FAILURE),
        ({"request": with_headers(content_type="application/json")}, FAILURE),
        ({"request": with_headers(x_tc_timestamp=str(MOMENT + 1))}, FAILURE),
        (
            {"request": with_headers(x_tc_timestamp=str(MOMENT + 86_400)), "now": MOMENT + 86_400},
            FAILURE,
        ),
        ({"request": with_headers(x_tc_content_sha256="UNSIGNED-PAYLOAD")}, FAILURE),
        ({"request": with_headers(x_tc_timestamp="soon")}, "MissingParameter"),
        ({"request": with_headers(x_tc_timestamp="٣")}, "MissingParameter"),
        ({"request": replace(EXAMPLE, headers={})}, MALFORMED),
    ],
)
def test_a_request_that_was_not_signed_so_is_refused(arguments: dict[str, Any], code: str) -> None:
    with pytest.raises(ApiError) as caught:
        check(**arguments)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        (f"TC3-HMAC-SHA256 {SCOPE}, {SIGNED}, Signature={SIGN[:-1]}0", FAILURE),
        (f"TC3-HMAC-SHA256 {SCOPE}, SignedHeaders=content-type, Signature={SIGN}", FAILURE),
        (f"TC3-HMAC-SHA256 {SCOPE}, SignedHeaders=host, Signature={SIGN}", FAILURE),
        (f"TC3-HMAC-SHA256 {SCOPE}, SignedHeaders=host;content-type, Signature={SIGN}", FAILURE),
        (
            f"TC3-HMAC-SHA256 {SCOPE}, SignedHeaders=content-type;host;host, Signature={SIGN}",
            FAILURE,
        ),
        (
            f"TC3-HMAC-SHA256 {SCOPE}, SignedHeaders=content-type;host;x-absent, Signature={SIGN}",
            FAILURE,
        ),
        (
            f"TC3-HMAC-SHA256 {SCOPE.replace(ID, 'AKIDunknown')}, {SIGNED}, Signature={SIGN}",
            "AuthFailure.SecretIdNotFound",
        ),
        (f"TC3-HMAC-SHA256 {SCOPE.replace('02-25', '02-26')}, {SIGNED}, Signature={SIGN}", FAILURE),
        (f"TC3-HMAC-SHA256 {SCOPE.replace('tc3_', 'tc4_')}, {SIGNED}, Signature={SIGN}", MALFORMED),
        (f"TC3-HMAC-SHA256 {SCOPE}, {SIGNED}, Signature={SIGN.upper()}", MALFORMED),
        (f"TC3-HMAC-SHA256 {SCOPE}, {SIGNED}, Signature={SIGN}\n", MALFORMED),
        (f"TC3-HMAC-SHA256 {SCOPE}, {SIGNED}", MALFORMED),
        (f"HmacSHA1 {SCOPE}, {SIGNED}, Signature={SIGN}", MALFORMED),
        ("SKIP", MALFORMED),
        ("", MALFORMED),
    ],
)
def test_a_slightly_wrong_authorization_is_refused(authorization: str, code: str) -> None:
    with pytest.raises(ApiError) as caught:
        check(with_headers(authorization=authorization))
    assert caught.value.code == code


def test_more_headers_may_be_signed_in_any_case() -> None:
    request = with_headers(x_tc_action=" DescribeInstances ")
    signed = ["content-type", "host", "x-tc-action"]
    made = signature(request, KEY, "cvm", str(MOMENT), signed)
    authorization = f"TC3-HMAC-SHA256 {SCOPE}, SignedHeaders={';'.join(signed)}, Signature={made}"
    headers = {
        **request.headers,
        "authorization": authorization,
        "x-tc-action": "describeinstances",
    }
    check(replace(request, headers=headers))
    assert made != SIGN


def test_a_body_may_be_left_unsigned() -> None:
    request = with_headers(x_tc_content_sha256="UNSIGNED-PAYLOAD")
    made = signature(request, KEY, "cvm", str(MOMENT), ["content-type", "host"])
    headers = {
        **request.headers,
        "authorization": f"TC3-HMAC-SHA256 {SCOPE}, {SIGNED}, Signature={made}",
    }
    check(replace(request, headers=headers, body=b"anything"))
