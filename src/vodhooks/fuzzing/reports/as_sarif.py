"""SARIF 2.1.0 for code scanners: a rule for each family that failed, a result for each finding. ASCII only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import vodhooks
from vodhooks.fuzzing.judging import Harm
from vodhooks.fuzzing.reports.exhibits import exhibit
from vodhooks.reporting.as_sarif import SCHEMA

if TYPE_CHECKING:
    from typing import TextIO

    from vodhooks.fuzzing.campaigns import Campaign
    from vodhooks.fuzzing.judging import Cause, Finding

__all__ = ["render"]


def render(campaign: Campaign, stream: TextIO) -> None:
    """Write one run. It has no results where nothing was found."""
    driver = {
        "name": "vodhooks",
        "semanticVersion": vodhooks.__version__,
        "rules": [_rule(cause) for cause in campaign.causes],
    }
    results = [_result(cause, found, campaign) for cause in campaign.causes for found in cause.findings]
    run = {"tool": {"driver": driver}, "results": results, "invocations": [{"executionSuccessful": True}]}
    stream.write(f"{json.dumps({'$schema': SCHEMA, 'version': '2.1.0', 'runs': [run]})}\n")


def _rule(cause: Cause) -> dict[str, Any]:
    return {
        "id": cause.name,
        "shortDescription": {"text": f"{cause.harm}: {cause.family.title}"},
        "fullDescription": {"text": cause.family.reason},
    }


def _result(cause: Cause, found: Finding, campaign: Campaign) -> dict[str, Any]:
    shown = exhibit(found, campaign.command)
    return {
        "ruleId": cause.name,
        "level": "warning" if cause.harm is Harm.SLOW else "error",
        "message": {"text": f"{cause.family.title}: {shown.observed}; expected was {shown.expected}. Repeat: {shown.repeat}"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": campaign.target}},
                "logicalLocations": [{"fullyQualifiedName": shown.case, "kind": "resource"}],
            }
        ],
    }
