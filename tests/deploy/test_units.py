"""The files in deploy/ are what the tools make of them that read them: systemd, promtool, logrotate; and vodhooks itself."""

from __future__ import annotations

import re
import shlex
import subprocess
from configparser import RawConfigParser
from pathlib import Path

import orjson
import pytest
import yaml
from click.testing import CliRunner
from prometheus_client import generate_latest

from tests.support.activation import wait_until
from tests.support.proxies import tool
from tests.support.served import CLOSED, OUTLINE, outline, serving, status
from vodhooks.cli.app import app
from vodhooks.inbox.database import reader
from vodhooks.outbox.metrics import Backlog
from vodhooks.outbox.metrics import Observer as ConsumerObserver

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
SYSTEMD = DEPLOY / "systemd"
RULES = DEPLOY / "prometheus/vodhooks.rules.yml"
SERVICES = sorted(SYSTEMD.glob("*.service"))
UNITS = sorted(SYSTEMD.iterdir())
EXPOSURE = 2.0


def lines_of(unit: Path, name: str) -> list[str]:
    """Return the values of a setting that may come several times."""
    return re.findall(rf"^{name}=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE)


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, command)], capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_service_is_hardly_exposed(unit: Path) -> None:
    done = run(tool("systemd-analyze"), "security", "--offline=true", unit)
    [exposure] = re.findall(r"Overall exposure level for \S+: ([0-9.]+)", done.stdout)
    assert float(exposure) <= EXPOSURE


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    """Its own check also wants the programs, which stand somewhere else here."""
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace("/opt/vodhooks/bin/vodhooks", "/bin/true")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    done = run(
        tool("systemd-analyze"), "verify", "--man=no", *(tmp_path / unit.name for unit in UNITS)
    )
    assert (done.returncode, [line for line in done.stderr.splitlines() if "vodhooks" in line]) == (
        0,
        [],
    )


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_service_starts_a_command_that_there_is(unit: Path, tmp_path: Path) -> None:
    [line] = lines_of(unit, "ExecStart")
    program, option, file, *arguments = shlex.split(line)
    assert (program, option, file) == (
        "/opt/vodhooks/bin/vodhooks",
        "--config",
        "/etc/vodhooks/vodhooks.toml",
    )
    done = CliRunner().invoke(app, [*arguments, "--help"])
    assert done.exit_code == 0
    variables = [line.partition("=")[0] for line in lines_of(unit, "Environment")]
    known = {name for name in variables if name.startswith("VODHOOKS_")}
    environ = dict.fromkeys(known, str(tmp_path / "absent"))
    checked = CliRunner().invoke(app, ["inbox", "count"], env=environ)
    assert "nothing reads this variable" not in checked.output


def test_all_services_are_hardened_alike() -> None:
    def hardening(unit: Path) -> set[str]:
        _, _, rest = unit.read_text(encoding="utf-8").partition("# From here on")
        return {line for line in rest.splitlines() if re.match(r"\w+=", line)}

    first, *others = map(hardening, SERVICES)
    for other in others:
        differing = {line.split("=")[0] for line in first ^ other}
        assert differing <= {"IPAddressDeny", "IPAddressAllow"}


def test_the_socket_has_the_address_that_the_proxies_call() -> None:
    parsed = RawConfigParser(strict=False)
    parsed.read(SYSTEMD / "vodhooks.socket")
    address = parsed["Socket"]["ListenStream"]
    assert f"proxy_pass http://{address};" in (DEPLOY / "nginx/vodhooks.conf").read_text()
    assert f"reverse_proxy {address} " in (DEPLOY / "caddy/Caddyfile").read_text()


def test_the_configuration_file_is_one_that_the_receiver_takes(tmp_path: Path) -> None:
    settings = {**CLOSED, "VODHOOKS_CONFIG": str(DEPLOY / "vodhooks.toml")}
    with serving(tmp_path, settings) as served:  # with a store of its own
        assert status(served.post(OUTLINE, outline())) == 200


def test_prometheus_takes_the_rules() -> None:
    done = run(tool("promtool"), "check", "rules", RULES)
    assert done.returncode == 0, done.stderr
    done = run(tool("promtool"), "test", "rules", Path(__file__).parent / "rules.test.yml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_rule_is_tested_and_counts_what_is_counted(tmp_path: Path) -> None:
    rules = yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"][0]["rules"]
    cases = yaml.safe_load((Path(__file__).parent / "rules.test.yml").read_text(encoding="utf-8"))
    tested = {one["alertname"] for case in cases["tests"] for one in case["alert_rule_test"]}
    assert tested == {rule["alert"] for rule in rules}
    with serving(tmp_path) as served:
        served.post(OUTLINE, outline(extra=1))
        served.post(OUTLINE, b"{")
        counted = served.get("/metrics").decode()
        engine = reader(f"sqlite:///{tmp_path}/inbox.sqlite3")
        consumer = ConsumerObserver("x")
        consumer.registry.register(Backlog(engine, "x"))
        counted += generate_latest(consumer.registry).decode()
        engine.dispose()
    for rule in rules:
        for name in re.findall(r"vodhooks_\w+", rule["expr"]):
            assert re.search(rf"\b{name}\b", counted), name


def test_a_log_that_is_rotated_is_written_on(tmp_path: Path) -> None:
    text = (DEPLOY / "logrotate/vodhooks").read_text(encoding="utf-8")
    rules, log = tmp_path / "rules", tmp_path / "log"
    patterns = "/var/log/vodhooks/*.ndjson /var/log/vodhooks/*.log {"
    assert patterns in text
    rules.write_text(text.replace(patterns, f"{log} {{"), encoding="utf-8")
    tmp_path.chmod(0o750)
    with serving(tmp_path) as served:
        assert status(served.post(OUTLINE, outline(1))) == 200
        wait_until(lambda: log.stat().st_size)
        done = run(tool("logrotate"), "--force", "--state", tmp_path / "state", rules)
        assert done.returncode == 0, done.stderr
        assert status(served.post(OUTLINE, outline(2))) == 200
        wait_until(lambda: log.stat().st_size)
    rotated = tmp_path / "log.1"
    lines = [orjson.loads(file.read_bytes()) for file in (rotated, log)]  # one line each
    assert [line["id"] for line in lines] == [1, 2]
