"""Files are fetched from hosts and addresses that are allowed, in whatever spelling they come, and from nowhere else."""

from __future__ import annotations

from functools import partial
from ipaddress import ip_network

import pytest

from vodhooks.errors import FetchRefused
from vodhooks.pull.destinations import (
    AllowList,
    Destination,
    is_allowed,
    parse_destination,
    resolve_redirect,
)
from vodhooks.pull.downloads import fetch
from vodhooks.pull.segments import HOSTS

VENDOR = AllowList(HOSTS)

INNER = [
    # IPv4
    "0.0.0.0",  # noqa: S104 # nothing is bound
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.254",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.170",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    # where clouds keep credentials
    "169.254.169.254",
    "169.254.170.2",
    "169.254.0.23",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "fd00:ec2::254",
    "fd20:ce::254",
    # IPv6
    "::",
    "::1",
    "::2",
    "100::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%lo",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "2001:db8::1",
    "3fff::1",
    "5f00::1",
    "4000::1",
    # IPv4 inside IPv6
    "::127.0.0.1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:168.63.129.16",
    "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::169.254.169.254",
    "64:ff9b::a83f:8110",
    "64:ff9b:1::8.8.8.8",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2002:808:808::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    # none at all
    "",
    "localhost",
    "127.1",
    "0x7f.0.0.1",
    "2130706433",
]

PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "101.32.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "223.255.255.254",
    "2606:4700::1111",
    "2402:4e00::1",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
]


def answered(addresses: list[str], host: str, port: int) -> list[str]:
    """Resolve every host to the same addresses."""
    assert host
    assert port
    return addresses


@pytest.mark.parametrize("address", INNER)
def test_a_host_of_no_public_address_is_refused(address: str) -> None:
    with pytest.raises(
        FetchRefused,
        match=r"^a\.vod2\.myqcloud\.com points to an address that files may not be fetched from$",
    ):
        fetch(
            "https://a.vod2.myqcloud.com/segments.txt",
            VENDOR,
            resolver=partial(answered, [address]),
        )


@pytest.mark.parametrize("address", INNER)
def test_one_such_address_among_public_ones_is_enough(address: str) -> None:
    for addresses in (["8.8.8.8", address], [address, "2606:4700::1111"]):
        with pytest.raises(FetchRefused, match="points to an address"):
            fetch("http://a.vod-qcloud.com/", VENDOR, resolver=partial(answered, addresses))


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_may_be_connected_to(address: str) -> None:
    assert is_allowed(address, VENDOR)


def test_an_allowed_network_opens_only_itself() -> None:
    allowed = AllowList(HOSTS, networks=(ip_network("169.254.0.0/16"), ip_network("fd00::/8")))
    for address in (
        "169.254.0.47",
        "::ffff:169.254.0.47",
        "64:ff9b::169.254.0.47",
        "fd00::1",
        "8.8.8.8",
    ):
        assert is_allowed(address, allowed)
    for address in (
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "fd00:ec2::254",
        "10.0.0.1",
        "::1",
    ):
        assert not is_allowed(address, allowed)


SPELLED = [
    "127.0.0.1",
    "127.0.0.1.",
    "127.1",
    "127.0.1",
    "0",
    "0.0.0.0",  # noqa: S104 # nothing is bound
    "0177.0.0.1",
    "0x7f.0.0.1",
    "0x7f000001",
    "0X7F.1",
    "2130706433",
    "017700000001",
    "127.0.0.0x1",
    "１２７.０.０.１",  # noqa: RUF001 # full width, as a browser takes it too
    "127。0。0。1",
    "①②⑦.0.0.1",
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "[fd00:ec2::254]",
]


@pytest.mark.parametrize("host", SPELLED)
def test_an_address_in_any_spelling_is_no_vendor_host(host: str) -> None:
    with pytest.raises(FetchRefused):
        fetch(f"http://{host}/latest/meta-data", VENDOR)


@pytest.mark.parametrize("host", SPELLED)
def test_an_address_is_refused_even_if_called_a_host(host: str) -> None:
    with pytest.raises(FetchRefused, match=r"points to an address|neither a name nor an address"):
        fetch(f"http://{host}/latest/meta-data", AllowList((host.strip("[]"),)))


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "ⓛocalhost"])
def test_the_name_of_this_machine_is_refused(host: str) -> None:
    with pytest.raises(FetchRefused, match=r"^localhost points to an address"):
        fetch(f"http://{host}/", AllowList(("localhost",)))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "segments.txt",
        "//a.vod2.myqcloud.com/x",
        "ftp://a.vod2.myqcloud.com/x",
        "file:///etc/passwd",
        "gopher://a.vod2.myqcloud.com:80/x",
        "data:application/json,[]",
        "http:a.vod2.myqcloud.com/x",
        "http:/a.vod2.myqcloud.com/x",
        "http:///x",
        "http://",
        "http://:80/x",
        "http://user@a.vod2.myqcloud.com/x",
        "http://user:secret@a.vod2.myqcloud.com/x",
        "http://a.vod2.myqcloud.com@127.0.0.1/x",
        "http://127.0.0.1\\@a.vod2.myqcloud.com/x",
        "http://a.vod2.myqcloud.com\\@127.0.0.1/x",
        "http:\\\\a.vod2.myqcloud.com/x",
        "http://a.vod2.myqcloud.com/x\\y",
        "http://a.vod2.myqcloud.com/x\r\nHost: inner",
        "http://a.vod2.myqcloud.com/x\ty",
        "http://a.vod2.myqcloud.com/\x00",
        "http://a.vod2.myqcloud.com/\ud800",
        " http://a.vod2.myqcloud.com/x",
        "http:// a.vod2.myqcloud.com/x",
        "http://a .vod2.myqcloud.com/x",
        "http://%61.vod2.myqcloud.com/x",
        "http://a.vod2.myqcloud.com%2f.evil.example/x",
        "http://a.vod2.myqcloud.com%00.evil.example/x",
        "http://a.vod2.myqcloud.com:/x",
        "http://a.vod2.myqcloud.com:80a/x",
        "http://a.vod2.myqcloud.com:-80/x",
        "http://a.vod2.myqcloud.com:100000/x",
        "http://[::1%25lo]/x",
        "http://[a.vod2.myqcloud.com]/x",
        "http://[::1/x",
        "http://::1/x",
        f"http://a.vod2.myqcloud.com/{'x' * 9000}",
    ],
)
def test_a_url_that_is_not_plain_is_refused_first(url: str) -> None:
    with pytest.raises(
        FetchRefused, match=r"^the URL of the file is not of the plain form https://host/path$"
    ):
        parse_destination(url, VENDOR)


@pytest.mark.parametrize(
    "url",
    [
        "http://evil.example/x",
        "http://myqcloud.com/x",
        "http://cos.myqcloud.com/x",
        "http://evilvod2.myqcloud.com/x",
        "http://vod2.myqcloud.com.evil.example/x",
        "http://evil.example/.vod2.myqcloud.com",
        "http://evil.example?.vod2.myqcloud.com",
        "http://evil.example#.vod2.myqcloud.com",
        "http://evil.example/x@a.vod2.myqcloud.com/x",
        "http://xn--vod2-.myqcloud.com/x",
        "http://a..vod2.myqcloud.com/x",
        "http://.vod2.myqcloud.com/x",
        "http://-.vod2.myqcloud.com/x",
        f"http://{'a' * 64}.vod2.myqcloud.com/x",
        f"http://{'a.' * 119}vod2.myqcloud.com/x",
        "http://a_b.vod2.myqcloud.com/x",
        "http://metadata.google.internal/x",
        "http://metadata.tencentyun.com/x",
    ],
)
def test_a_host_that_is_not_of_the_vendor_is_refused(url: str) -> None:
    with pytest.raises(
        FetchRefused, match=r"is no host that files may be fetched from$|is no name of a host$"
    ):
        parse_destination(url, VENDOR)


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("http://vod2.myqcloud.com", Destination(secure=False, host="vod2.myqcloud.com", port=80, target="/")),
        ("HTTPS://A.VOD2.MyQCloud.COM./x", Destination(secure=True, host="a.vod2.myqcloud.com", port=443, target="/x")),
        ("https://a.vod2.myqcloud.com:443/x", Destination(secure=True, host="a.vod2.myqcloud.com", port=443, target="/x")),
        ("http://ａ。vod2.myqcloud。com/x?y", Destination(secure=False, host="a.vod2.myqcloud.com", port=80, target="/x?y")),  # noqa: RUF001 # on purpose
        ("http://bücher.vod-qcloud.com?a=%20", Destination(secure=False, host="xn--bcher-kva.vod-qcloud.com", port=80, target="/?a=%20")),
        ("http://a.vod-qcloud.com/片 段?é#top", Destination(secure=False, host="a.vod-qcloud.com", port=80, target="/%E7%89%87%20%E6%AE%B5?%C3%A9")),
    ],
)  # fmt: skip
def test_a_url_of_the_vendor_has_one_normal_form(url: str, normal: Destination) -> None:
    assert parse_destination(url, VENDOR) == normal


@pytest.mark.parametrize(
    "url",
    [
        "http://a.vod2.myqcloud.com:443/",
        "https://a.vod2.myqcloud.com:80/",
        "http://a.vod2.myqcloud.com:22/",
    ],
)
def test_a_port_is_the_usual_one_unless_allowed(url: str) -> None:
    with pytest.raises(
        FetchRefused,
        match=r"^port \d+ of a\.vod2\.myqcloud\.com is none that files may be fetched from$",
    ):
        parse_destination(url, VENDOR)
    port = int(url.rstrip("/").rpartition(":")[2])
    there = parse_destination(url, AllowList(HOSTS, ports=(port,)))
    assert there.authority == f"a.vod2.myqcloud.com:{port}"


@pytest.mark.parametrize(
    "host",
    [
        "",
        ".",
        "*",
        "*.vod2.myqcloud.com",
        ".vod2.myqcloud.com",
        "http://vod2.myqcloud.com",
        "0.0.1",
    ],
)
def test_what_is_no_name_can_not_be_allowed(host: str) -> None:
    with pytest.raises(
        FetchRefused,
        match=r"is no name of a host$|is neither a name nor an address in its usual form$",
    ):
        parse_destination("http://a.vod2.myqcloud.com/", AllowList((host,)))


HERE = Destination(secure=True, host="a.vod2.myqcloud.com", port=443, target="/a/b?sign=secret")


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("c", "/a/c"),
        ("/c?d", "/c?d"),
        ("?d", "/a/b?d"),
        ("//b.vod2.myqcloud.com/c", "/c"),
        ("https://vod-qcloud.com/c", "/c"),
    ],
)
def test_a_redirect_is_relative_to_its_source(location: str, target: str) -> None:
    assert resolve_redirect(HERE, location, VENDOR).target == target


@pytest.mark.parametrize(
    "location",
    [
        "http://a.vod2.myqcloud.com/c",
        "//127.0.0.1/c",
        "//[::1]/c",
        "//[::1/c",
        "//2130706433/c",
        "https://evil.example/c",
        "https://a.vod2.myqcloud.com:8443/c",
        "https://a.vod2.myqcloud.com@evil.example/c",
        "//evil.example\\.vod2.myqcloud.com/c",
        "file:///etc/passwd",
        "javascript:1",
        "/c\x7f",
    ],
)
def test_a_redirect_is_checked_and_stays_on_https(location: str) -> None:
    with pytest.raises(FetchRefused):
        resolve_redirect(HERE, location, VENDOR)


def test_a_destination_shows_nothing_but_its_host() -> None:
    assert repr(HERE) == "Destination(secure=True, host='a.vod2.myqcloud.com', port=443)"
