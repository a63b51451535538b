from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.errors import SecretError
from vodhooks.signatures.secrets import as_secrets, optional_secrets_from, secrets_from, tokens_from

if TYPE_CHECKING:
    from pathlib import Path

SETTING = "VODHOOKS_POLYV_SECRETS"
FILE = f"{SETTING}_FILE"


@pytest.mark.parametrize(
    ("given_as", "secrets"),
    [
        ("key", (b"key",)),
        (b"key", (b"key",)),
        (["newer", "older"], (b"newer", b"older")),
        (("newer", b"older"), (b"newer", b"older")),
        ("密钥", ("密钥".encode(),)),
        (" key ", (b" key ",)),
        (b"\xff\x00", (b"\xff\x00",)),
        (iter(["newer", "older"]), (b"newer", b"older")),
    ],
)
def test_secrets_become_bytes_newest_first(given_as: Any, secrets: tuple[bytes, ...]) -> None:
    assert as_secrets(given_as) == secrets


@pytest.mark.parametrize(
    "nothing", [None, "", b"", " ", b"\t\n", "\u3000", [], (), [""], ["key", ""], ["key", b" "]]
)
def test_no_secret_and_an_empty_one_are_refused(nothing: Any) -> None:
    with pytest.raises(SecretError):
        as_secrets(nothing)


@pytest.mark.parametrize(
    "other", [[5], [None], ["key", None], [["key"]], [bytearray(b"key")], [True]]
)
def test_only_text_or_bytes_are_a_secret(other: Any) -> None:
    with pytest.raises(SecretError, match="neither text nor bytes"):
        as_secrets(other)


def test_bytes_from_the_environment_stay_the_same() -> None:
    assert as_secrets(os.fsdecode(b"k\xffy")) == (b"k\xffy",)


def test_half_a_surrogate_pair_is_refused_in_silence() -> None:
    with pytest.raises(SecretError) as refused:
        as_secrets("tops\ud800ecret")
    assert "tops" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        ("key", ("key",)),
        ("newer,older", ("newer", "older")),
        ("newer\nolder\n", ("newer", "older")),
        ("newer\r\nolder\r\n", ("newer", "older")),
        (" newer , older ", ("newer", "older")),
        (",newer,,older,", ("newer", "older")),
        ("two words", ("two words",)),
        ("密钥", ("密钥",)),
    ],
)
def test_a_variable_and_a_file_hold_the_same_list(
    text: str, secrets: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "secrets"
    file.write_text(text, encoding="utf-8", newline="")
    assert secrets_from({SETTING: text}, SETTING) == secrets
    assert secrets_from({FILE: str(file)}, SETTING) == secrets


def test_a_file_goes_before_the_variable(tmp_path: Path) -> None:
    file = tmp_path / "secrets"
    file.write_text("from the file")
    assert secrets_from({SETTING: "from the variable", FILE: str(file)}, SETTING) == (
        "from the file",
    )
    assert secrets_from({SETTING: "from the variable", FILE: ""}, SETTING) == ("from the variable",)


def test_a_byte_order_mark_is_no_part_of_a_secret(tmp_path: Path) -> None:
    file = tmp_path / "secrets"
    file.write_bytes(b"\xef\xbb\xbfkey\r\n")
    assert secrets_from({FILE: str(file)}, SETTING) == ("key",)


@pytest.mark.parametrize(
    "environ", [{}, {SETTING: ""}, {SETTING: " \t"}, {SETTING: ",,\n"}, {"OTHER": "key"}]
)
def test_a_missing_secret_names_its_settings(environ: dict[str, str]) -> None:
    with pytest.raises(SecretError, match=rf"{SETTING} \(or {FILE}\) holds no secret"):
        secrets_from(environ, SETTING)


@pytest.mark.parametrize("content", [None, b"", b"\n\n", b"caf\xe9"])
def test_a_bad_file_is_named_without_its_path(content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "hidden"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SecretError, match=FILE) as refused:
        secrets_from({FILE: str(file)}, SETTING)
    assert "hidden" not in str(refused.value)


@pytest.mark.parametrize("path", ["a\x00b", ".", "/nonexistent/file", "x" * 5000])
def test_a_path_that_leads_nowhere_is_a_secret_error(path: str) -> None:
    with pytest.raises(SecretError, match=FILE):
        secrets_from({FILE: path}, SETTING)


@given(
    st.lists(
        st.text(st.characters(exclude_characters=",\r\n", exclude_categories=["Cs"]), min_size=1),
        min_size=1,
    )
)
def test_every_joined_list_of_secrets_is_read_back(secrets: list[str]) -> None:
    kept = tuple(secret.strip() for secret in secrets if secret.strip())
    if kept:
        assert secrets_from({SETTING: ",".join(secrets)}, SETTING) == kept


def test_only_an_absent_optional_setting_is_no_error() -> None:
    assert optional_secrets_from({}, SETTING) == ()
    assert optional_secrets_from({SETTING: "newer,older"}, SETTING) == ("newer", "older")
    for empty in ({SETTING: ""}, {FILE: "nowhere"}):
        with pytest.raises(SecretError, match=SETTING):
            optional_secrets_from(empty, SETTING)


@pytest.mark.parametrize(
    ("environ", "tokens"),
    [
        ({}, ()),
        ({"VODHOOKS_TOKENS": "a,b"}, ("a", "b")),
        ({"VODHOOKS_TOKENS_UCLOUD_UMEDIA_SLICE": "own", "VODHOOKS_TOKENS": "a"}, ("own",)),
        ({"VODHOOKS_TOKENS_UCLOUD_UMEDIA_PORN": "another", "VODHOOKS_TOKENS": "a"}, ("a",)),
    ],
)
def test_tokens_of_a_channel_replace_those_for_all(
    environ: dict[str, str], tokens: tuple[str, ...]
) -> None:
    assert tokens_from(environ, "ucloud.umedia.slice") == tokens


@pytest.mark.parametrize("setting", ["VODHOOKS_TOKENS", "VODHOOKS_TOKENS_UCLOUD_UMEDIA_SLICE"])
@pytest.mark.parametrize("character", [*"+/=&?#% :@!$'()*;[]{}|", "\u00e9", "\u5bc6", "\t"])
def test_a_token_unsafe_in_a_url_names_its_setting(setting: str, character: str) -> None:
    with pytest.raises(
        SecretError, match=rf"^{setting} \(or {setting}_FILE\): a token holds more than letters"
    ) as refused:
        tokens_from({setting: f"tops{character}ecret"}, "ucloud.umedia.slice")
    assert "tops" not in str(refused.value)
