"""nginx and Caddy with the files in deploy/, but for addresses and paths: they pass on what a receiver has to see, and log no token."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import trustme

from tests.support.commands import run
from tests.support.proxies import free_port, running
from tests.support.served import CLOSED, TOKEN, serving

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
CHANNEL = "ucloud.umedia.porn"
CASES = {
    "nginx": ("contract/type/", "token/", "header/", "framing/", "syntax/", "size/"),
    "caddy": ("contract/type/", "token/", "header/", "syntax/", "size/"),
}
"""Caddy's own answer to broken framing is 502, which the fuzzer does not take for a refusal."""
NGINX = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {text}
}}
"""
"""What Debian's nginx.conf stands for: it includes the file."""

FILES = {"nginx": ROOT / "deploy/nginx/vodhooks.conf", "caddy": ROOT / "deploy/caddy/Caddyfile"}


def adapted(name: str, folder: Path, port: int, upstream: int) -> str:
    """Return a file of deploy/ with the addresses and paths of a test; each has to stand in it."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    replacements: Mapping[str, Mapping[str, str]] = {
        "nginx": {
            "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
            "/etc/ssl/vodhooks/fullchain.pem": str(certificate),
            "/etc/ssl/vodhooks/privkey.pem": str(key),
            "/var/log/nginx/": f"{folder}/",
            "127.0.0.1:8000": f"127.0.0.1:{upstream}",
        },
        "caddy": {
            "{\n\t# A body": "{\n\tadmin off\n\tauto_https off\n\t# A body",
            "hooks.example.com {": f"https://127.0.0.1:{port} {{\n\tbind 127.0.0.1\n\ttls {certificate} {key}",
            "/var/log/caddy/": f"{folder}/",
            "127.0.0.1:8000": f"127.0.0.1:{upstream}",
        },
    }
    text = FILES[name].read_text(encoding="utf-8")
    for old, new in replacements[name].items():
        assert old in text, old
        text = text.replace(old, new)
    return NGINX.format(folder=folder, text=text) if name == "nginx" else text


@pytest.fixture
def trusted(tmp_path: Path) -> Path:
    """Make a certificate, and return the file of its authority."""
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    issued.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    for pem in issued.cert_chain_pems:
        pem.write_to_path(str(tmp_path / "certificate.pem"), append=True)
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    return tmp_path / "authority.pem"


def logged(folder: Path) -> str:
    """Return all that a proxy has written."""
    return "\n".join(
        path.read_text(errors="replace") for path in folder.iterdir() if path.suffix == ".log"
    )


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_a_proxy_passes_the_fuzzer_and_logs_no_token(
    name: str, tmp_path: Path, trusted: Path
) -> None:
    (tmp_path / "receiver").mkdir()
    port = free_port()
    settings = {**CLOSED, "SSL_CERT_FILE": str(trusted)}
    url = f"https://127.0.0.1:{port}"
    chosen = [word for case in CASES[name] for word in ("--case", f"{CHANNEL}/{case}")]
    with serving(tmp_path / "receiver") as served:
        text = adapted(name, tmp_path, port, served.port)
        with running(name, text, port, tmp_path):
            fuzzed = run(
                ["fuzz", url, *chosen, "--seconds", "0", "--time-limit", "120"],
                settings,
                b"",
                tmp_path,
                150,
            )
            assert (fuzzed.returncode, fuzzed.stderr) == (0, ""), fuzzed.stdout
            served.end()  # what has failed is logged too
            sent = run(["send", CHANNEL, "--to", url], settings, b"", tmp_path)
            assert (sent.returncode, "502" in sent.stdout) == (1, True), sent.stdout
    text = logged(tmp_path)
    assert text.count("/callbacks/ucloud/umedia/porn") > 100
    # One case writes the token into the path, where no vendor does.
    assert [line for line in text.replace(f"porn/{TOKEN}", "").splitlines() if TOKEN in line] == []
    assert "token=" not in text
