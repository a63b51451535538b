"""What stands in front of the page: hosts, origins, password, sessions, headers of answers."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import deque
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse

from vodhooks.receiver.sockets import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SESSION_SECONDS = 12 * 3600.0
SESSIONS = 1000
"""How many sessions there are at most; the oldest end."""

WINDOW_SECONDS = 60.0
ATTEMPTS = 5
"""How many passwords all clients may try in a window: behind a proxy they look the same."""

OPEN_PATHS = frozenset({"/login"})
"""What is answered without a session, beside /static."""

_SCRYPT = {"n": 2**14, "r": 8, "p": 1}

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self';"
    " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",  # no-referrer would take the origin from forms, too
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Password:
    """Checks passwords, each as slowly. Several may be right, so that one can be replaced.

    Args:
        known: the passwords; only their hashes are kept.
        clock: seconds.
    """

    def __init__(self, known: Iterable[str], clock: Callable[[], float] = time.monotonic) -> None:
        self._salt = secrets.token_bytes(16)
        self._known = [self._hash(each) for each in known]
        self._clock = clock
        self._tried: deque[float] = deque()
        self._lock = threading.Lock()

    def check(self, given: str) -> bool | None:
        """Return whether a password is right; None where too many have been tried of late."""
        with self._lock:
            now = self._clock()
            while self._tried and self._tried[0] <= now - WINDOW_SECONDS:
                self._tried.popleft()
            if len(self._tried) >= ATTEMPTS:
                return None
            self._tried.append(now)
            found = self._hash(given)
            matches = [hmac.compare_digest(found, each) for each in self._known]
            right = any(matches)
            if right:
                self._tried.pop()
            return right

    def _hash(self, password: str) -> bytes:
        text = password.encode(errors="surrogatepass")
        return hashlib.scrypt(text, salt=self._salt, **_SCRYPT)


class Sessions:
    """Sessions by the id in a cookie, and the token that each POST of a session carries.

    Args:
        password: what a session needs to be logged in; None: nothing.
        clock: seconds.
    """

    def __init__(
        self, password: Password | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.password = password
        # Browsers send a cookie of this prefix only to the host that set it, over TLS.
        self.cookie = "__Host-vodhooks-inspect" if password else "vodhooks-inspect"
        self._key = secrets.token_bytes(32)
        self._clock = clock
        self._logged_in: dict[str, float] = {}

    def token(self, session: str) -> str:
        """Return the token of a session."""
        return hmac.new(self._key, session.encode(), "sha256").hexdigest()

    def is_token(self, session: str, given: str) -> bool:
        """Whether a token is that of a session."""
        return bool(session) and hmac.compare_digest(
            self.token(session).encode(), given.encode(errors="surrogatepass")
        )

    def is_open(self, session: str) -> bool:
        """Whether a session may see the pages."""
        return self.password is None or self._logged_in.get(session, 0.0) > self._clock()

    def log_in(self) -> str:
        """Begin a session, and return its id."""
        session = secrets.token_urlsafe(24)
        while len(self._logged_in) >= SESSIONS:
            del self._logged_in[next(iter(self._logged_in))]
        self._logged_in[session] = self._clock() + SESSION_SECONDS
        return session

    def log_out(self, session: str) -> None:
        """End a session."""
        self._logged_in.pop(session, None)

    def cookie_header(self, session: str) -> str:
        """Return the Set-Cookie header of a session."""
        secure = "; Secure" if self.password else ""
        return f"{self.cookie}={session}; Path=/; HttpOnly; SameSite=Strict{secure}"


class Guard:
    """Lets requests through for a known host, from the application's own pages, with a session.

    The application finds the session's id in `scope["session_id"]`, and may set another one there.

    Args:
        application: what is guarded.
        sessions: the sessions.
        hosts: names by which the page may be asked for, without ports, beside those of loopback. A foreign page's DNS may
            let any other name point here.
    """

    def __init__(self, application: ASGIApp, sessions: Sessions, hosts: Iterable[str]) -> None:
        self._application = application
        self._sessions = sessions
        self._hosts = LOOPBACK | {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        given = _read_cookie(Headers(scope=scope), self._sessions.cookie)
        scope["session_id"] = given or secrets.token_urlsafe(24)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
                if scope["session_id"] != given and not scope["path"].startswith("/static/"):
                    headers.append("set-cookie", self._sessions.cookie_header(scope["session_id"]))
            await send(message)

        answer = self._refuse(scope) or self._application
        await answer(scope, receive, send_guarded)

    def _refuse(self, scope: Scope) -> ASGIApp | None:
        """Return the answer to a request that is not let through."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name_of(f"//{host}") not in self._hosts:
            return PlainTextResponse("this host is not served here\n", 421)
        if scope["method"] not in {"GET", "HEAD"}:
            origin = headers.get("origin", "")
            if not origin or _netloc_of(origin) != host.lower():
                return PlainTextResponse("this comes from another page\n", 403)
        elsewhere = headers.get("sec-fetch-site") in {"cross-site", "same-site"}
        if elsewhere and headers.get("sec-fetch-mode") != "navigate":  # a link is no harm
            return PlainTextResponse("this is asked for by another page\n", 403)
        path = scope["path"]
        if (
            path in OPEN_PATHS
            or path.startswith("/static/")
            or self._sessions.is_open(scope["session_id"])
        ):
            return None
        if path == "/" and scope["method"] == "GET":
            return RedirectResponse("/login", 303)
        return PlainTextResponse("log in first\n", 401)


def _netloc_of(url: str) -> str:
    """Return host and port of a URL in lower case, or nothing where it has none."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _name_of(url: str) -> str:
    """Return the host of a URL without its port, in lower case, or nothing."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return "" if "@" in parts.netloc else (parts.hostname or "")


def _read_cookie(headers: Headers, name: str) -> str:
    found: Sequence[str] = headers.getlist("cookie")
    try:
        cookie = SimpleCookie("; ".join(found)).get(name)
    except CookieError:
        return ""
    return cookie.value if cookie and len(cookie.value) <= 64 else ""
