"""`vodhooks diff` says whom a change of the contract breaks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]
PORN = "schemas/ucloud/umedia/porn.json"
SIGN = "schemas/polyv/video_outline/sign.json"


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Return a folder that holds the contract twice, as old/ and new/."""
    for name in ("old", "new"):
        copy_contract(tmp_path / name)
    return tmp_path


def copy_contract(target: Path) -> None:
    shutil.copytree(ROOT / "schemas", target / "schemas")
    shutil.copy(ROOT / "openapi.yaml", target)


def edit(file: Path, change: Callable[[Any], object]) -> None:
    document = json.loads(file.read_text())
    change(document)
    file.write_text(json.dumps(document))


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_the_same_contract_is_compatible(vodhooks: Run, folders: Path) -> None:
    done = vodhooks("diff", "old", "new", folder=folders)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "compatible for receivers, compatible for senders\n",
        "",
    )


def test_a_new_property_breaks_nobody_and_is_told(vodhooks: Run, folders: Path) -> None:
    added = {"x-strict": {"type": "string"}, "description": "Words.", "x-evidence": "sample"}
    edit(
        folders / "new" / PORN,
        lambda schema: schema["$defs"]["success"]["properties"].update(region=added),
    )
    done = vodhooks("diff", "old", "new", folder=folders)
    assert done.returncode == 0
    assert (
        done.stdout
        == """\
ucloud.umedia.porn (message): compatible for receivers, compatible for senders
  /$defs/UcloudUmediaPornSuccess/properties/region: property added

compatible for receivers, compatible for senders
"""
    )


def test_drift_that_becomes_an_error_needs_a_person(vodhooks: Run, folders: Path) -> None:
    added = {"type": "string", "description": "Words.", "x-evidence": "sample"}
    edit(
        folders / "new" / PORN,
        lambda schema: schema["$defs"]["success"]["properties"].update(region=added),
    )
    done = vodhooks("diff", "old", "new", folder=folders)
    assert done.returncode == 1
    assert (
        done.stdout
        == """\
ucloud.umedia.porn (message): compatible for receivers, unknown for senders
  /$defs/UcloudUmediaPornSuccess/properties/region: property added (drift becomes an error) [senders]
  neither proved nor disproved: a person must look

compatible for receivers, unknown for senders
"""
    )


OPTIONAL = "        security: &tokenOnly\n          - callbackToken: []\n"
PARAMETER = "        parameters:\n          - {name: run, in: query, required: REQUIRED, schema: {type: string}}\n"
OPERATION = "/components/pathItems/ucloud.umedia.transcode/post"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            OPTIONAL,
            OPTIONAL.replace("          - ", "          - {}\n          - "),
            (
                "breaking for receivers, compatible for senders",
                "/security: security was callbackToken, is none or callbackToken",
            ),
        ),
        (
            OPTIONAL + PARAMETER.replace("REQUIRED", "true"),
            OPTIONAL + PARAMETER.replace("REQUIRED", "false"),
            (
                "breaking for receivers, compatible for senders",
                "/parameters: the query parameter run is no longer required",
            ),
        ),
        (
            OPTIONAL,
            OPTIONAL + PARAMETER.replace("REQUIRED", "true"),
            (
                "compatible for receivers, breaking for senders",
                "/parameters: the query parameter run is required now",
            ),
        ),
        (
            OPTIONAL,
            OPTIONAL + PARAMETER.replace("REQUIRED", "false"),
            (
                "compatible for receivers, compatible for senders",
                "/parameters: the query parameter run was added",
            ),
        ),
    ],
)
def test_security_and_parameters_are_compared(
    vodhooks: Run, folders: Path, old: str, new: str, shown: tuple[str, str]
) -> None:
    replace(folders / "old/openapi.yaml", OPTIONAL, old)
    replace(folders / "new/openapi.yaml", OPTIONAL, new)
    done = vodhooks("diff", "old", "new", folder=folders)
    verdict, change = shown
    assert done.stdout.startswith(
        f"ucloud.umedia.transcode (channel): {verdict}\n  {OPERATION}{change}"
    ), done.stdout
    assert done.returncode == ("breaking" in verdict)
    swapped = vodhooks("diff", "new", "old", folder=folders).stdout.splitlines()[0]
    turned = (
        verdict.replace("receivers", "x").replace("senders", "receivers").replace("x", "senders")
    )
    assert (
        swapped == f"ucloud.umedia.transcode (channel): {', '.join(reversed(turned.split(', ')))}"
    )


def test_a_property_made_required_breaks_senders(vodhooks: Run, folders: Path) -> None:
    edit(
        folders / "new" / PORN,
        lambda schema: schema["$defs"]["success"]["required"].append("message"),
    )
    done = vodhooks("diff", "old", "new", folder=folders)
    assert done.returncode == 1
    assert (
        done.stdout
        == """\
ucloud.umedia.porn (message): compatible for receivers, breaking for senders
  /$defs/UcloudUmediaPornSuccess/required: "message" is required now [senders]

compatible for receivers, breaking for senders
"""
    )


def test_breaks_change_sides_in_reverse(vodhooks: Run, folders: Path) -> None:
    edit(
        folders / "new" / PORN,
        lambda schema: schema["$defs"]["success"]["required"].append("message"),
    )
    done = vodhooks("diff", "new", "old", folder=folders)
    assert done.returncode == 1
    assert done.stdout.endswith("\nbreaking for receivers, compatible for senders\n")


def test_what_cannot_be_decided_is_left_to_a_person(vodhooks: Run, folders: Path) -> None:
    edit(folders / "new" / SIGN, lambda schema: schema.pop("maxLength"))
    done = vodhooks("diff", "old", "new", folder=folders)
    assert done.returncode == 1
    assert done.stdout.startswith("""\
polyv.video_outline.generate_success (message): unknown for receivers, compatible for senders
  /$defs/PolyvVideoOutlineSign/maxLength: maxLength was 40, is absent [receivers]
  neither proved nor disproved: a person must look
""")


def test_a_channel_that_moves_breaks_both(vodhooks: Run, folders: Path) -> None:
    replace(folders / "new/openapi.yaml", "  /callbacks/tencent/vod:", "  /callbacks/tencent:")
    done = vodhooks("diff", "old", "new", folder=folders)
    assert done.returncode == 1
    assert done.stdout.startswith("""\
tencent.vod (channel): breaking for receivers, breaking for senders
  /paths/~1callbacks~1tencent: path was /callbacks/tencent/vod, is /callbacks/tencent [receivers and senders]
""")


def test_the_json_answer_holds_all_that_is_known(vodhooks: Run, folders: Path) -> None:
    edit(
        folders / "new" / PORN,
        lambda schema: schema["$defs"]["success"]["required"].append("message"),
    )
    done = vodhooks("diff", "old", "new", "--format", "json", folder=folders)
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "receivers": "compatible",
        "senders": "breaking",
        "differences": [
            {
                "name": "ucloud.umedia.porn",
                "kind": "message",
                "receivers": "compatible",
                "senders": "breaking",
                "changes": [
                    {
                        "pointer": "/$defs/UcloudUmediaPornSuccess/required",
                        "text": '"message" is required now',
                        "harms_receivers": False,
                        "harms_senders": True,
                    }
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("output", "shown"),
    [
        (
            "ndjson",
            '{"name": "ucloud.umedia.porn", "kind": "message", "receivers": "compatible", "senders": "breaking", ',
        ),
        (
            "junit",
            '<failure type="breaking" message="compatible for receivers, breaking for senders">',
        ),
        (
            "sarif",
            '{"ruleId": "breaking", "level": "error", "message": {"text": "ucloud.umedia.porn (message): compatible for ',
        ),
        (
            "github",
            "::error title=vodhooks%3A breaking::ucloud.umedia.porn (message): compatible for receivers, breaking for ",
        ),
    ],
)
def test_every_format_names_only_what_breaks(
    vodhooks: Run, folders: Path, output: str, shown: str
) -> None:
    added = {"x-strict": {"type": "string"}, "description": "Words.", "x-evidence": "sample"}
    edit(
        folders / "new/schemas/ucloud/umedia/slice.json",
        lambda it: it["$defs"]["success"]["properties"].update(new=added),
    )
    edit(
        folders / "new" / PORN,
        lambda schema: schema["$defs"]["success"]["required"].append("message"),
    )
    done = vodhooks("diff", "old", "new", "--format", output, folder=folders)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count(shown) == 1
    assert ("ucloud.umedia.slice" in done.stdout) is (output in {"ndjson", "junit"})


def test_revisions_and_folders_may_be_mixed(vodhooks: Run, tmp_path: Path) -> None:
    copy_contract(tmp_path)
    git = ["git", "-c", "user.name=test", "-c", "user.email=test", "-c", "commit.gpgsign=false"]
    for command in (
        ["init", "--quiet"],
        ["add", "--all"],
        ["commit", "--quiet", "--message", "A contract"],
        ["tag", "v1"],
    ):
        subprocess.run([*git, *command], cwd=tmp_path, env=dict(os.environ), check=True)
    edit(tmp_path / PORN, lambda schema: schema["$defs"]["success"]["required"].append("message"))
    assert vodhooks("diff", "v1", "HEAD", folder=tmp_path).returncode == 0
    done = vodhooks("diff", "v1", ".", folder=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        1,
        "compatible for receivers, breaking for senders",
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("old",), "Missing argument 'NEW'"),
        (
            ("old", "nowhere"),
            "vodhooks: nowhere: neither a folder nor a revision of the git repository here",
        ),
        (
            ("--", "--output=stolen", "old"),
            "vodhooks: --output=stolen: neither a folder nor a revision",
        ),
        (("--output=stolen", "old"), "No such option"),
        (("old", "x" * 300), f"vodhooks: {'x' * 300}: File name too long"),
        (("old", "empty"), "vodhooks: empty: no schemas below empty/schemas"),
        (("old", "new", "--format", "yaml"), "'yaml' is not one of"),
    ],
)
def test_a_place_without_a_contract_is_named(
    vodhooks: Run, folders: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    (folders / "empty").mkdir()
    done = vodhooks("diff", *arguments, folder=folders)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folders / "stolen").exists()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "schemas/polyv/video_outline/sign.json: empty"),
        (b"\xff", "schemas/polyv/video_outline/sign.json: not UTF-8 at byte 0"),
        (b"[]", "schemas/polyv/video_outline/sign.json: not an object"),
        (b'{"a": 1, "a": 2}', "schemas/polyv/video_outline/sign.json: duplicate key 'a'"),
        (b"[" * 100_000, "schemas/polyv/video_outline/sign.json: nested deeper than 254 levels"),
    ],
)
def test_an_unreadable_contract_has_its_place_named(
    vodhooks: Run, folders: Path, content: bytes, complaint: str
) -> None:
    (folders / "new" / SIGN).write_bytes(content)
    done = vodhooks("diff", "old", "new", folder=folders)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"vodhooks: new: {complaint}")
