"""How the vendor's API is called: from variables, with secrets from files as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from vodhooks.errors import SecretError
from vodhooks.pull.settings import Settings, credentials

if TYPE_CHECKING:
    from pathlib import Path

ID, KEY = "VODHOOKS_TENCENT_SECRET_ID", "VODHOOKS_TENCENT_SECRET_KEY"


def test_the_vendor_is_called_over_tls_by_default() -> None:
    assert (Settings().scheme, Settings().endpoint, Settings().is_local) == (
        "https",
        "vod.tencentcloudapi.com",
        False,
    )


def test_variables_say_how(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "ENDPOINT": "127.0.0.1:8001",
        "SCHEME": "http",
        "REGION": "ap-guangzhou",
        "SUB_APP_ID": "1500000000",
        "PULLERS": "4",
    }
    for name, value in values.items():
        monkeypatch.setenv(f"VODHOOKS_TENCENT_{name}", value)
    assert {name.upper(): str(value) for name, value in Settings().model_dump().items()} == values


@pytest.mark.parametrize(
    "endpoint",
    ["localhost", "localhost:8001", "127.0.0.1:8001", "127.8.9.10", "[::1]", "[::1]:8001"],
)
def test_http_is_for_loopback(endpoint: str) -> None:
    assert Settings(endpoint=endpoint, scheme="http").is_local


@pytest.mark.parametrize(
    "endpoint",
    [
        "vod.tencentcloudapi.com",
        "10.0.0.1",
        "localhost.example:80",
        "127.0.0.1.example",
        "[::2]:80",
        "0.0.0.0",  # noqa: S104
    ],  # no binding
)
def test_http_is_for_nothing_else(endpoint: str) -> None:
    with pytest.raises(ValidationError, match="http is for an endpoint on loopback"):
        Settings(endpoint=endpoint, scheme="http")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("endpoint", "https://vod.tencentcloudapi.com"),
        ("endpoint", "vod.tencentcloudapi.com/path"),
        ("endpoint", "somebody@vod.tencentcloudapi.com"),
        ("endpoint", "vod.tencentcloudapi.com:port"),
        ("endpoint", "vod.tencentcloudapi.com\n"),
        ("endpoint", ""),
        ("scheme", "ftp"),
        ("region", "ap guangzhou"),
        ("region", "ap\r\nX-Header: 1"),
        ("sub_app_id", 0),
        ("sub_app_id", "seven"),
        ("pullers", 0),
        ("pullers", 65),
    ],
)
def test_a_setting_that_cannot_be_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Settings(**{name: value})  # type: ignore[arg-type] # what the environment may hold


def test_a_key_is_read_from_variables_and_files(tmp_path: Path) -> None:
    (tmp_path / "id").write_text("\ufeffan-id\r\n", encoding="utf-8")
    found = credentials({f"{ID}_FILE": str(tmp_path / "id"), KEY: " a-secret "})
    assert (found.secret_id, found.secret_key) == ("an-id", "a-secret")
    assert "a-secret" not in repr(found)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {ID: "i"},
        {KEY: "k"},
        {ID: "i", KEY: ""},
        {ID: "i", KEY: "k,l"},
        {ID: "i", f"{KEY}_FILE": "/nowhere"},
    ],
)
def test_half_a_key_is_none(environ: dict[str, str]) -> None:
    with pytest.raises(SecretError, match=r"VODHOOKS_TENCENT_SECRET_(ID|KEY)"):
        credentials(environ)
