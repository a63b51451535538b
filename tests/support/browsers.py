"""Chromium, where the machine has one."""

from __future__ import annotations

import os
import shutil

import pytest

__all__ = ["chromium"]


def chromium() -> str:
    """Return the browser's path. Without one a test is left out and says so; in CI it fails."""
    names = ("chromium", "chromium-browser", "google-chrome")
    for found in filter(None, map(shutil.which, names)):
        return found
    reason = "NOT TESTED: no Chromium is installed that could open the page"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
