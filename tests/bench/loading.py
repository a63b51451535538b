"""A process that delivers callbacks as fast as they are answered: one system call to send, one to receive, nothing between.

Run as `loading.py PORTS PATH FIRST COUNT SECONDS`; prints deliveries per second and the times of one, in milliseconds.
"""

from __future__ import annotations

import select
import socket
import sys
import time

import orjson

from vodhooks import PolyvOutlineSigner
from vodhooks.catalogue import bundle

__all__ = ["CONNECTIONS", "MESSAGE", "SECRET"]

MESSAGE = "polyv.video_outline.generate_success"
SECRET = "a secret for measuring"
CONNECTIONS = 64
ANSWER_SECONDS = 30.0


def main(ports: str, path: str, first: str, count: str, seconds: str) -> None:
    """Deliver numbered callbacks over connections to the ports in turn, until they have all been or time is up."""
    requests = _requests(path, int(first), int(count))
    listening = [int(port) for port in ports.split(",")]
    connections: dict[int, socket.socket] = {}
    poll = select.epoll()
    for number in range(CONNECTIONS):
        connection = socket.create_connection(
            ("127.0.0.1", listening[number % len(listening)]), ANSWER_SECONDS
        )
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connections[connection.fileno()] = connection
        poll.register(connection, select.EPOLLIN)
    clock = time.perf_counter
    begun = clock()
    end = begun + float(seconds)
    sent: dict[int, float] = {}
    times: list[float] = []
    for descriptor, connection in connections.items():
        sent[descriptor] = clock()
        connection.sendall(requests.pop())
    while sent:
        ready = poll.poll(ANSWER_SECONDS)
        if not ready:
            raise RuntimeError("a delivery is not answered")
        for descriptor, _ in ready:
            connection = connections[descriptor]
            answer = connection.recv(65536)
            now = clock()
            if not answer.startswith(b"HTTP/1.1 200 "):
                raise RuntimeError("a delivery is not taken")
            times.append(now - sent.pop(descriptor))
            if requests and now < end:
                sent[descriptor] = now
                connection.sendall(requests.pop())
    taken = clock() - begun
    times.sort()
    found = [len(times) / taken, 1e3 * times[len(times) // 2], 1e3 * times[len(times) * 99 // 100]]
    sys.stdout.buffer.write(orjson.dumps(found))


def _requests(path: str, first: int, count: int) -> list[bytes]:
    """Return signed callbacks as they go over the wire, each of an event of its own.

    Each is signed for a moment of its own, as a vendor would, and all of them are fresh for as long as this takes.
    """
    signer = PolyvOutlineSigner(SECRET)
    sample = bundle(MESSAGE)["examples"][0]
    start = time.time() - count / 1000
    requests = []
    for number in range(count):
        body = orjson.dumps(
            signer.sign_payload({**sample, "taskId": first + number}, start + number / 1000)
        )
        head = f"POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        requests.append(head.encode() + body)
    return requests


if __name__ == "__main__":
    main(*sys.argv[1:])
