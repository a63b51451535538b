"""Settings of a relay: environment variables `VODHOOKS_RELAY_*`, and for secrets files as well."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

SECRETS = "VODHOOKS_RELAY_SECRETS"
"""The setting of the secrets that requests to an endpoint are signed with."""


class RelaySettings(BaseSettings):
    """Where a relay goes. Each field is the variable `VODHOOKS_RELAY_` and its name."""

    model_config: ClassVar[SettingsConfigDict] = SettingsConfigDict(
        env_prefix="VODHOOKS_RELAY_", extra="ignore", frozen=True
    )

    to: str = Field(default="", description="URL of the stream or the endpoint.")
    nats_credentials: str | None = Field(
        default=None, description="File with credentials for NATS."
    )
