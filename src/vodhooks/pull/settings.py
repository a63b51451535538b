"""Settings of the puller: environment variables `VODHOOKS_TENCENT_*`, or files for credentials."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from vodhooks.errors import SecretError
from vodhooks.signatures.secrets import secrets_from

CREDENTIALS = ("VODHOOKS_TENCENT_SECRET_ID", "VODHOOKS_TENCENT_SECRET_KEY")
"""The settings of the API's key."""

_ENDPOINT = r"^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?$"


class Settings(BaseSettings):
    """How the vendor's API is called. Each field is the variable `VODHOOKS_TENCENT_` and its name."""

    model_config: ClassVar[SettingsConfigDict] = SettingsConfigDict(
        env_prefix="VODHOOKS_TENCENT_", extra="ignore", frozen=True
    )

    endpoint: str = Field(
        default="vod.tencentcloudapi.com",
        pattern=_ENDPOINT,
        description="Host of the API, with or without a port.",
    )
    scheme: Literal["https", "http"] = Field(
        default="https", description="http is for loopback only."
    )
    region: str = Field(
        default="", pattern=r"^[a-z0-9-]*$", description="Region of the API, where it needs one."
    )
    sub_app_id: int | None = Field(
        default=None, gt=0, lt=2**64, description="The application whose events are pulled."
    )
    pullers: int = Field(default=1, gt=0, le=64, description="How many pull at the same time.")

    @property
    def is_local(self) -> bool:
        """Whether the endpoint is this machine."""
        return _is_local(self.endpoint)

    @property
    def protection(self) -> str:
        """How pulled events are protected, in words. Replies are not signed."""
        if self.scheme == "https":
            return f"TLS, with the certificate of {self.endpoint}"
        return f"OPEN TO EVERY PROGRAM that listens at {self.endpoint} on this machine, since there is no TLS"

    @field_validator("scheme")
    @classmethod
    def _keep_replies_authentic(cls, scheme: str, given: ValidationInfo) -> str:
        """Only TLS proves that a reply comes from the vendor: only requests are signed."""
        if scheme == "http" and not _is_local(given.data.get("endpoint", "")):
            raise ValueError("http is for an endpoint on loopback")
        return scheme


@dataclass(frozen=True, slots=True)
class Credentials:
    """A key of the vendor's API."""

    secret_id: str
    secret_key: str = field(repr=False)


def credentials(environ: Mapping[str, str]) -> Credentials:
    """Read the key from the variables `CREDENTIALS`, or from the files that `NAME_FILE` name.

    Raises:
        SecretError: one of them is not set or holds several, or its file cannot be read.
    """
    return Credentials(*(_one(environ, setting) for setting in CREDENTIALS))


def _one(environ: Mapping[str, str], setting: str) -> str:
    secret, *others = secrets_from(environ, setting)
    if others:
        raise SecretError(f"{setting} (or {setting}_FILE) holds more than one secret")
    return secret


def _is_local(endpoint: str) -> bool:
    host = re.sub(r":[0-9]+$", "", endpoint).strip("[]")
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
