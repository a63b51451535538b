"""A file is fetched over real connections: from the very address that was checked, whole, within its limits, or not at all."""

from __future__ import annotations

import gzip
import logging
import socket
import time
from functools import partial
from ipaddress import ip_network
from threading import Event
from typing import TYPE_CHECKING

import pytest

from tests.support.file_servers import FileServer, answer, redirect
from vodhooks.errors import FetchError, FetchRefused, FetchTooLarge, FetchTooSlow
from vodhooks.pull.destinations import AllowList
from vodhooks.pull.downloads import Limits, fetch, resolve

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

SMALL = Limits(size=1000, seconds=5)
QUICK = Limits(size=1000, seconds=0.2)
LOOPBACK = ip_network("127.0.0.0/8")


class Names:
    """A resolver of names that are in no DNS: what each has next, the last of them for good; how often it was asked."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self.answers = {name.replace("_", "."): list(found) for name, found in answers.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> list[str]:
        assert port
        self.asked.append(host)
        if host not in self.answers:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        found = self.answers[host]
        return found.pop(0) if len(found) > 1 else found[0]


def local(server: FileServer) -> AllowList:
    """Allow what no default does: a name of a test, a port that happened to be free, and loopback."""
    return AllowList(("files.example",), ports=(server.port,), networks=(LOOPBACK,))


def get(
    server: FileServer,
    path: str,
    limits: Limits = SMALL,
    *,
    names: Names | None = None,
    scheme: str = "http",
) -> bytes:
    names = names or Names(files_example=[["127.0.0.1"]])
    return fetch(
        f"{scheme}://files.example:{server.port}{path}", local(server), limits, resolver=names
    ).body


# What is fetched


def test_a_file_comes_byte_for_byte(file_server: FileServer) -> None:
    body = bytes(range(256)) * 3
    file_server.answers = {
        "/length": answer(body),
        "/chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100;x=y\r\n%b\r\n200\r\n%b\r\n0\r\nX: y\r\n\r\n" % (body[:256], body[256:]),
        "/end": b"HTTP/1.0 200 OK\r\n\r\n" + body,
        "/early-hints": b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + answer(body),
        "/identity": answer(body, "200 OK", "Content-Encoding: Identity", "Content-Type: text/html"),
    }  # fmt: skip
    for path in file_server.answers:
        assert get(file_server, path) == body


def test_the_request_says_what_it_has_to_and_no_more(file_server: FileServer) -> None:
    file_server.answers["/a/b"] = answer(b"[]")
    get(file_server, "/a/b?sign=a%2Fb&t=1#top")
    [request] = file_server.requests
    assert request == (
        f"GET /a/b?sign=a%2Fb&t=1 HTTP/1.1\r\nHost: files.example:{file_server.port}\r\nAccept: */*\r\n"
        "Accept-Encoding: identity\r\nUser-Agent: vodhooks\r\nConnection: close\r\n\r\n"
    )


def test_no_proxy_comes_between(file_server: FileServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    file_server.answers["/"] = answer(b"[]")
    assert get(file_server, "/") == b"[]"


def test_a_silent_address_gives_way_to_the_next(file_server: FileServer) -> None:
    file_server.answers["/"] = answer(b"[]")
    names = Names(files_example=[["127.0.0.9", "127.0.0.9", "127.0.0.1"]])
    assert get(file_server, "/", names=names) == b"[]"


def test_the_default_refuses_this_machine_by_any_name(file_server: FileServer) -> None:
    file_server.answers["/"] = answer(b"[]")
    allowed = AllowList(("files.example", "localhost", "127.0.0.1"), ports=(file_server.port,))
    for host, resolver in (
        ("files.example", Names(files_example=[["127.0.0.1"]])),
        ("localhost", resolve),
        ("127.0.0.1", resolve),
    ):
        with pytest.raises(FetchRefused, match="points to an address"):
            fetch(f"http://{host}:{file_server.port}/", allowed, resolver=resolver)
    assert file_server.connections == 0


# Rebinding: what was checked is what is connected to


@pytest.fixture
def inner_server() -> Iterator[FileServer]:
    """A server that must not be reached: on another address, and the port of the one that may be."""
    server = FileServer(host="127.0.0.2")
    yield server
    server.close()


@pytest.fixture
def outer_server(inner_server: FileServer) -> Iterator[FileServer]:
    server = FileServer(host="127.0.0.1", port=inner_server.port)
    yield server
    server.close()


def test_a_name_is_resolved_once_and_changes_ignored(
    outer_server: FileServer, inner_server: FileServer
) -> None:
    outer_server.answers["/"] = inner_server.answers["/"] = answer(b"[]")
    names = Names(files_example=[["127.0.0.1"], ["127.0.0.2"]])
    allowed = AllowList(
        ("files.example",), ports=(outer_server.port,), networks=(ip_network("127.0.0.1/32"),)
    )
    url = f"http://files.example:{outer_server.port}/"
    assert fetch(url, allowed, resolver=names).body == b"[]"
    assert names.asked == ["files.example"]
    with pytest.raises(FetchRefused, match="points to an address"):
        fetch(url, allowed, resolver=names)
    assert (outer_server.connections, inner_server.connections) == (1, 0)


def test_each_redirect_has_its_address_checked(
    outer_server: FileServer, inner_server: FileServer
) -> None:
    outer_server.answers["/"] = redirect("/inner")
    names = Names(files_example=[["127.0.0.1"], ["127.0.0.2"]])
    allowed = AllowList(
        ("files.example",), ports=(outer_server.port,), networks=(ip_network("127.0.0.1/32"),)
    )
    with pytest.raises(FetchRefused, match="points to an address"):
        fetch(f"http://files.example:{outer_server.port}/", allowed, resolver=names)
    assert (outer_server.connections, inner_server.connections) == (1, 0)


def test_one_refused_address_refuses_the_whole_name(
    outer_server: FileServer, inner_server: FileServer
) -> None:
    allowed = AllowList(
        ("files.example",), ports=(outer_server.port,), networks=(ip_network("127.0.0.1/32"),)
    )
    for addresses in (["127.0.0.1", "127.0.0.2"], ["127.0.0.2", "127.0.0.1"]):
        with pytest.raises(FetchRefused, match="points to an address"):
            fetch(
                f"http://files.example:{outer_server.port}/",
                allowed,
                resolver=Names(files_example=[addresses]),
            )
    assert (outer_server.connections, inner_server.connections) == (0, 0)


# Redirects


@pytest.mark.parametrize(
    "status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
)
def test_a_redirect_to_an_allowed_place_is_followed(file_server: FileServer, status: str) -> None:
    file_server.answers = {"/a/": redirect("b?c", status), "/a/b": answer(b"[1]")}
    assert get(file_server, "/a/") == b"[1]"


def test_redirects_are_followed_so_many_times(file_server: FileServer) -> None:
    file_server.answers = {
        "/3": redirect("2"),
        "/2": redirect("1"),
        "/1": redirect("0"),
        "/0": answer(b"[]"),
        "/loop": redirect("loop"),
    }
    assert get(file_server, "/3") == b"[]"
    with pytest.raises(FetchRefused, match=r"^files\.example redirects once more, after 2 times$"):
        get(file_server, "/3", Limits(redirects=2))
    with pytest.raises(FetchRefused, match="after 3 times"):
        get(file_server, "/loop")
    assert file_server.connections == 4 + 3 + 4


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/inner",
        "http://[::ffff:127.0.0.1]:{port}/inner",
        "http://2130706433:{port}/inner",
        "http://localhost:{port}/inner",
        "http://169.254.169.254/latest/meta-data",
        "http://[fd00:ec2::254]/latest",
        "http://evil.example/inner",
        "http://files.example/inner",
        "http://files.example:22/inner",
        "http://private.files.example:{port}/inner",
        "http://metadata.files.example:{port}/inner",
        "http://six.files.example:{port}/inner",
        "http://mixed.files.example:{port}/inner",
        "http://user@files.example:{port}/inner",
        "ftp://files.example:{port}/inner",
        "file:///etc/passwd",
        "//evil.example/inner",
        "http://[",
    ],
)
def test_a_redirect_to_anywhere_else_is_refused(file_server: FileServer, location: str) -> None:
    file_server.answers = {
        "/": redirect(location.format(port=file_server.port)),
        "/inner": answer(b"secret"),
    }
    names = Names(
        files_example=[["127.0.0.1"], ["10.0.0.1"]],
        private_files_example=[["192.168.0.1"]],
        metadata_files_example=[["169.254.169.254"]],
        six_files_example=[["::ffff:10.0.0.1"]],
        mixed_files_example=[["127.0.0.1", "fe80::1"]],
    )
    with pytest.raises(FetchRefused):
        get(file_server, "/", names=names)
    assert file_server.connections == 1


def test_a_redirect_to_nowhere_is_no_answer(file_server: FileServer) -> None:
    file_server.answers["/"] = answer(b"[]", "302 Found")
    with pytest.raises(FetchError, match=r"^files\.example redirects to nowhere$"):
        get(file_server, "/")


# Size


def sends(*parts: bytes, forever: bytes = b"") -> Callable[[socket.socket, Event], None]:
    def send(connection: socket.socket, over: Event) -> None:
        connection.sendall(b"".join(parts))
        while forever and not over.is_set():
            connection.sendall(forever)

    return send


HEAD = b"HTTP/1.1 200 OK\r\n"


def test_a_file_of_just_the_largest_size_is_taken(file_server: FileServer) -> None:
    file_server.answers["/"] = answer(b"x" * SMALL.size)
    assert len(get(file_server, "/")) == SMALL.size


@pytest.mark.parametrize(
    "response",
    [
        answer(b"x" * (SMALL.size + 1)),
        sends(HEAD, b"Content-Length: 1001\r\n\r\n"),
        sends(HEAD, b"Content-Length: 99999999999999999999\r\n\r\n"),
        sends(HEAD, b"\r\n", forever=b"x" * 4096),
        sends(
            HEAD, b"Transfer-Encoding: chunked\r\n\r\n", forever=b"64\r\n" + b"x" * 100 + b"\r\n"
        ),
        sends(HEAD, b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", forever=b"x" * 4096),
    ],
    ids=["sent", "announced", "announced-huge", "endless", "endless-chunks", "huge-chunk"],
)
def test_a_file_that_is_larger_is_not_read_to_its_end(
    file_server: FileServer, response: bytes
) -> None:
    file_server.answers["/"] = response
    with pytest.raises(FetchTooLarge, match=r"^files\.example sends more than 1000 bytes$"):
        get(file_server, "/")


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, identity"])
def test_a_compressed_file_is_refused(file_server: FileServer, coding: str) -> None:
    file_server.answers["/"] = answer(
        gzip.compress(b"0" * 500_000), "200 OK", f"Content-Encoding: {coding}"
    )
    with pytest.raises(
        FetchError, match=r"^files\.example sends the file compressed, which was not requested$"
    ):
        get(file_server, "/")


# Time


def trickles(head: bytes, drop: bytes) -> Callable[[socket.socket, Event], None]:
    def trickle(connection: socket.socket, over: Event) -> None:
        connection.sendall(head)
        while not over.wait(0.02):
            connection.sendall(drop)

    return trickle


@pytest.mark.parametrize(
    "response",
    [
        trickles(b"", b""),
        trickles(b"", b"H"),
        trickles(HEAD + b"X: ", b"y"),
        trickles(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        trickles(HEAD + b"Content-Length: 1000\r\n\r\n", b""),
        trickles(HEAD + b"Content-Length: 1000\r\n\r\n", b" "),
        trickles(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        trickles(HEAD + b"Transfer-Encoding: chunked\r\n\r\n1;x=", b"y"),
        trickles(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX: ", b"y"),
    ],
    ids=["silent", "status", "header", "hints", "no-body", "body", "chunks", "extension", "trailer"],
)  # fmt: skip
def test_a_trickling_server_is_left_when_time_is_up(
    file_server: FileServer, response: bytes
) -> None:
    file_server.answers["/"] = response
    start = time.monotonic()
    with pytest.raises(FetchError) as failed:
        get(file_server, "/", QUICK)
    assert time.monotonic() - start < 2
    # A status line of H after H is soon seen to be none.
    assert isinstance(failed.value, FetchTooSlow) or "not HTTP" in str(failed.value)


def test_all_redirects_share_the_time(file_server: FileServer) -> None:
    def slow(connection: socket.socket, over: Event) -> None:
        over.wait(0.08)
        connection.sendall(redirect("/"))

    file_server.answers["/"] = slow
    with pytest.raises(FetchTooSlow, match=r"^files\.example takes longer than 0\.2 seconds$"):
        get(file_server, "/", Limits(seconds=0.2, redirects=100))
    assert file_server.connections <= 4


def test_the_given_clock_measures_the_time(file_server: FileServer) -> None:
    ticks = iter(range(0, 1000, 20))
    with pytest.raises(FetchTooSlow):
        fetch(
            f"http://files.example:{file_server.port}/",
            local(file_server),
            Limits(seconds=30),
            resolver=Names(files_example=[["127.0.0.1"]]),
            clock=lambda: float(next(ticks)),
        )


def test_a_resolver_that_hangs_is_left_too(file_server: FileServer) -> None:
    over = Event()

    def hangs(host: str, port: int) -> list[str]:
        assert host
        assert port
        over.wait(5)
        return ["127.0.0.1"]

    start = time.monotonic()
    with pytest.raises(FetchTooSlow):
        fetch(
            f"http://files.example:{file_server.port}/", local(file_server), QUICK, resolver=hangs
        )
    over.set()
    assert time.monotonic() - start < 2
    assert file_server.connections == 0


# What is no file


@pytest.mark.parametrize(
    "status",
    [
        "204 No Content",
        "206 Partial Content",
        "304 Not Modified",
        "403 Forbidden",
        "404 Not Found",
        "500 Oh",
        "999 Oh",
    ],
)
def test_no_status_but_200_brings_the_file(file_server: FileServer, status: str) -> None:
    file_server.answers["/"] = answer(b"", status)
    with pytest.raises(FetchError, match=rf"^files\.example answers with status {status[:3]}$"):
        get(file_server, "/")


@pytest.mark.parametrize(
    "response",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK",
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[]",
        b"HTTP/1.1 200 OK\r\n\x00: x\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000,
    ],
    ids=["nothing", "ssh", "cut-head", "cut-body", "negative", "two-lengths", "digits", "coding", "bad-chunk", "cut-chunk", "nul", "upgrade", "header"],
)  # fmt: skip
def test_a_broken_answer_is_no_answer(file_server: FileServer, response: bytes) -> None:
    file_server.answers["/"] = response
    with pytest.raises(
        FetchError, match=r"^the answer of files\.example breaks off, or is not HTTP$"
    ):
        get(file_server, "/")


def test_a_host_without_a_listener_cannot_be_reached(file_server: FileServer) -> None:
    with pytest.raises(FetchError, match=r"^files\.example cannot be reached: Connection refused$"):
        get(file_server, "/", names=Names(files_example=[["127.0.0.9"]]))


def test_a_host_without_an_address_cannot_be_reached(file_server: FileServer) -> None:
    with pytest.raises(
        FetchError, match=r"^files\.example cannot be reached: Name or service not known$"
    ):
        get(file_server, "/", names=Names())
    with pytest.raises(FetchError, match=r"^files\.example cannot be reached: it has no address$"):
        get(file_server, "/", names=Names(files_example=[[]]))


# TLS


def secure(server: FileServer, host: str, trust: ssl.SSLContext | None) -> bytes:
    names = Names(files_example=[["127.0.0.1"]], other_example=[["127.0.0.1"]])
    allowed = AllowList(
        ("files.example", "other.example"), ports=(server.port,), networks=(LOOPBACK,)
    )
    return fetch(
        f"https://{host}:{server.port}/?sign=secret", allowed, SMALL, resolver=names, trust=trust
    ).body


def test_https_is_spoken_with_the_name_of_the_host(
    tls_file_server: FileServer, trust: ssl.SSLContext
) -> None:
    tls_file_server.answers["/"] = answer(b"[]")
    assert secure(tls_file_server, "FILES.example.", trust) == b"[]"
    assert f"Host: files.example:{tls_file_server.port}\r\n" in tls_file_server.requests[0]


def test_another_name_in_the_certificate_is_refused(
    tls_file_server: FileServer, trust: ssl.SSLContext
) -> None:
    with pytest.raises(
        FetchError, match=r"^other\.example shows no valid certificate: Hostname mismatch"
    ):
        secure(tls_file_server, "other.example", trust)
    assert tls_file_server.requests == []


def test_an_unknown_certificate_authority_is_refused(tls_file_server: FileServer) -> None:
    with pytest.raises(FetchError, match=r"^files\.example shows no valid certificate: "):
        secure(tls_file_server, "files.example", None)
    assert tls_file_server.requests == []


def test_a_server_without_tls_cannot_be_reached(
    file_server: FileServer, trust: ssl.SSLContext
) -> None:
    with pytest.raises(FetchError, match=r"cannot be reached|takes longer"):
        fetch(
            f"https://files.example:{file_server.port}/",
            local(file_server),
            QUICK,
            resolver=Names(files_example=[["127.0.0.1"]]),
            trust=trust,
        )


def test_https_redirects_to_no_http(
    tls_file_server: FileServer, file_server: FileServer, trust: ssl.SSLContext
) -> None:
    file_server.answers["/"] = answer(b"[]")
    tls_file_server.answers["/"] = redirect(f"http://files.example:{file_server.port}/")
    allowed = AllowList(
        ("files.example",), ports=(file_server.port, tls_file_server.port), networks=(LOOPBACK,)
    )
    names = Names(files_example=[["127.0.0.1"]])
    ask = partial(fetch, allowed=allowed, limits=SMALL, resolver=names, trust=trust)
    with pytest.raises(FetchRefused, match=r"^files\.example redirects from https to http$"):
        ask(f"https://files.example:{tls_file_server.port}/")
    file_server.answers["/"] = redirect(f"https://files.example:{tls_file_server.port}/end")
    tls_file_server.answers["/end"] = answer(b"[2]")
    assert ask(f"http://files.example:{file_server.port}/").body == b"[2]"


# Errors and logs


@pytest.mark.parametrize(
    "response",
    [
        answer(b"SECRET", "403 Forbidden", "X-Secret: SECRET"),
        answer(b"SECRET" * 1000),
        b"SECRET",
        redirect("http://evil.example/?SECRET"),
        redirect("/?SECRET"),
        redirect("ftp://files.example/SECRET"),
        redirect("http://[SECRET"),
        trickles(HEAD, b"X: SECRET\r\n"),
    ],
    ids=["status", "size", "broken", "elsewhere", "loop", "scheme", "no-url", "slow"],
)  # fmt: skip
def test_errors_and_logs_hold_only_the_host_of_a_url(
    file_server: FileServer, response: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    file_server.answers["/SECRET"] = file_server.answers["/"] = response
    with pytest.raises(FetchError) as failed:
        get(file_server, "/SECRET?sign=SECRET", QUICK)
    assert "SECRET" not in f"{failed.value}{failed.value!r}{vars(failed.value)}{caplog.text}"
    assert failed.value.__cause__ is None
    assert failed.value.__suppress_context__ or failed.value.__context__ is None


def test_long_hosts_are_clipped_in_errors(file_server: FileServer) -> None:
    host = ".".join(["x" * 60] * 4)
    with pytest.raises(FetchRefused) as refused:
        fetch(f"http://{host}/", local(file_server))
    assert len(str(refused.value)) < 150
