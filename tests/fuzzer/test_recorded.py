from __future__ import annotations

import orjson
import pytest

from tests.support.recorded import expected_of
from vodhooks.testing import example

OUTLINE = "polyv.video_outline"
OUTLINED = example("polyv.video_outline.generate_fail")


@pytest.mark.parametrize(
    ("channel", "body", "verdicts"),
    [
        (OUTLINE, orjson.dumps(OUTLINED), [True]),
        (OUTLINE, orjson.dumps({**OUTLINED, "taskId": "30"}), [False]),
        (OUTLINE, orjson.dumps({**OUTLINED, "sign": "none"}), []),
        (OUTLINE, b"[]", []),
        (OUTLINE, b"{", []),
        ("ucloud.umedia.slice", b"[]", [False]),
        ("tencent.vod", b'{"EventType": "Other", "EventHandle": 7}', []),
    ],
)
def test_a_refusal_before_the_contract_is_not_counted(
    channel: str, body: bytes, verdicts: list[bool]
) -> None:
    assert [valid for _, _, valid in expected_of([(channel, body)])] == verdicts
