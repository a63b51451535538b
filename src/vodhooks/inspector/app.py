"""The page as an ASGI application: what each address shows and does."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from anyio import to_thread
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.responses import StreamingResponse as Stream
from starlette.routing import Route

from vodhooks._version import __version__
from vodhooks.catalogue import catalogue
from vodhooks.errors import StoreError, VodhooksError
from vodhooks.inbox.export import moment
from vodhooks.inspector.actions import write_audit
from vodhooks.inspector.security import Guard
from vodhooks.inspector.texts import LANGUAGES, choose_language, say
from vodhooks.inspector.views import FLAGS, OUTCOMES, Asked, BadFilter, rule
from vodhooks.reports.escaping import printable
from vodhooks.translations import translate
from vodhooks.vendor.requests import callback_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping

    from sqlalchemy import Engine
    from starlette.requests import Request
    from starlette.types import ASGIApp

    from vodhooks.inspector.actions import Actions
    from vodhooks.inspector.security import Sessions
    from vodhooks.inspector.views import Views

    Act = Callable[[Request, Mapping[str, str]], Response]

FORM_BYTES = 64 * 1024
STREAMS = 20
"""How many live lists there are at most at the same time."""

STREAM_SECONDS = 600.0
"""How long one lives; the browser begins the next where it ended."""

LOOK_SECONDS = 0.4
"""How often a live list looks for what is new."""

QUIET_SECONDS = 15.0
"""After how long without news an empty line is sent, so that proxies keep the connection."""

MOST_DAYS = 36_500
NOTICES = frozenset({"retried", "moved", "still", "moved_all", "unsure", "pruned", "pruned_more"})

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_STATIC = {
    name: (
        (files("vodhooks.inspector") / "static" / name).read_bytes(),
        _TYPES[name.rpartition(".")[2]],
    )
    for name in ("inspector.css", "inspector.js", "htmx.min.js", "icon.svg")
}
_HASHES = {name: sha256(content).hexdigest()[:12] for name, (content, _) in _STATIC.items()}


def _show(value: object) -> object:
    """Escape what does not print in a text of a template; markup has been made of such texts."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return "\n".join(map(printable, value.split("\n")))
    return value


_TEMPLATES = Environment(
    loader=PackageLoader("vodhooks.inspector"),
    autoescape=True,
    finalize=_show,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.globals |= {
    "callback_url": callback_url,
    "catalogue": catalogue,
    "flags": FLAGS,
    "languages": LANGUAGES,
    "moment": moment,
    "outcomes": OUTCOMES,
    "static": lambda name: f"/static/{name}?{_HASHES[name]}",
    "version": __version__,
}
_TEMPLATES.filters["query"] = lambda items: urlencode({k: v for k, v in items.items() if v})


@dataclass(frozen=True, slots=True)
class _Inspector:
    """The endpoints.

    Args:
        engine: reads, and refuses writes.
        views: reads what is shown.
        actions: what can be done.
        sessions: the sessions.
        ending: whether the server is about to end.
        streams: the live lists that are open.
    """

    engine: Engine
    views: Views
    actions: Actions
    sessions: Sessions
    ending: Callable[[], bool]
    streams: set[object]

    def home(self, request: Request) -> Response:
        """Show the list."""
        asked = Asked.of(request.query_params)
        status, fault = 200, ""
        try:
            listing = self.views.listing(asked)
        except BadFilter as bad:
            status, fault = 400, str(bad)
            asked = Asked()
            listing = self.views.listing(asked)
        return self._page(
            request,
            "list.html",
            status,
            asked=asked,
            listing=listing,
            strip=self.views.strip(),
            fault=fault,
        )

    def strip(self, request: Request) -> Response:
        """Show how the inbox is."""
        return self._page(request, "strip.html", strip=self.views.strip())

    async def live(self, request: Request) -> Response:
        """Stream rows of what is new."""
        asked = Asked.of(request.query_params)
        try:
            wanted = asked.event_filter()
        except BadFilter:
            raise HTTPException(400) from None
        after = _number(
            request.headers.get("last-event-id") or request.query_params.get("after", "")
        )
        if len(self.streams) >= STREAMS:
            return PlainTextResponse("too many lists are open\n", 503, {"retry-after": "30"})
        language = choose_language(request)
        session = request.scope["session_id"]

        def is_over() -> bool:
            return self.ending() or not self.sessions.is_open(session)

        async def rows() -> AsyncIterator[str]:
            me = object()
            self.streams.add(me)
            try:
                seen = after
                end = time.monotonic() + STREAM_SECONDS
                said = time.monotonic()
                yield "retry: 1000\n\n"
                while time.monotonic() < end and not is_over():
                    last, lines = await to_thread.run_sync(self.views.news, wanted, seen)
                    if lines:
                        html = self._render(language, "rows.html", lines=lines)
                        data = "".join(f"data: {line}\n" for line in html.splitlines())
                        yield f"id: {last}\nevent: rows\n{data}\n"
                        said = time.monotonic()
                    elif time.monotonic() - said > QUIET_SECONDS:
                        yield f"id: {last}\n:\n\n"
                        said = time.monotonic()
                    seen = last
                    await asyncio.sleep(LOOK_SECONDS)
            except StoreError:
                return  # the browser asks again
            finally:
                self.streams.discard(me)

        return Stream(rows(), media_type="text/event-stream", headers={"x-accel-buffering": "no"})

    def event(self, request: Request) -> Response:
        """Show an event, its secrets hidden."""
        return self._event(request)

    def reveal(self, request: Request, form: Mapping[str, str]) -> Response:
        """Show an event with its secrets, or its body as a file."""
        number = _event_number(request)
        if form.get("as") == "file":
            stored = self.views.stored(number)
            if stored is None:
                raise HTTPException(404)
            name = f'attachment; filename="event-{number}.json"'
            return Response(
                stored.body,
                media_type="application/octet-stream",
                headers={"content-disposition": name},
            )
        return self._event(request, revealed=True)

    def retry(self, _: Request, form: Mapping[str, str]) -> Response:
        """Let dead letters be tried again: one, or all of a cursor."""
        event = form.get("event", "")
        numbers = [_number(event)] if event else []
        again = self.actions.retry(form.get("cursor", ""), numbers)
        return _back(f"/events/{numbers[0]}" if numbers else "/dead", "retried", again)

    def validate(self, request: Request, _: Mapping[str, str]) -> Response:
        """Validate a quarantined delivery again."""
        stored = self.views.stored(_event_number(request))
        if stored is None:
            raise HTTPException(404)
        outcome = self.actions.validate(stored)
        if outcome == stored.entry.outcome:
            return _back(f"/events/{stored.entry.id}", "still", 1)
        return _back("/", "moved", 1)

    def validate_all(self, _: Request, form: Mapping[str, str]) -> Response:
        """Validate what is in quarantine again."""
        after = _number(form.get("after") or "0")
        found = self.actions.validate_all(self.engine, after)
        where = "/?outcome=quarantined" + (f"&go_on={found.after}" if found.after else "")
        return _back(where, "moved_all", found.done, found.stay)

    def replay(self, request: Request, form: Mapping[str, str]) -> Response:
        """Deliver an event to a target of the list."""
        stored = self.views.stored(_event_number(request))
        target = _number(form.get("target", ""))
        if stored is None or target >= len(self.actions.targets):
            raise HTTPException(404)
        answered = self.actions.replay(
            stored, self.actions.targets[target], sign=form.get("sign") == "yes"
        )
        return self._event(request, answers=[answered])

    def dead(self, request: Request) -> Response:
        """Show the dead letters of each cursor."""
        return self._page(request, "dead.html", dead=self.views.dead_letters())

    def rule(self, request: Request) -> Response:
        """Show a rule of a contract."""
        query = request.query_params
        found = rule(
            query.get("message", ""),
            query.get("form", "wire"),
            query.get("pointer", ""),
            choose_language(request),
        )
        if found is None:
            raise HTTPException(404)
        return self._page(request, "rule.html", rule=found)

    def sample(self, request: Request) -> Response:
        """Show the form that sends a sample."""
        return self._sample(request, request.query_params.get("message", ""))

    def send(self, request: Request, form: Mapping[str, str]) -> Response:
        """Send a sample to the receiver."""
        message = form.get("message", "")
        if message not in catalogue().messages or not self.actions.receiver:
            raise HTTPException(404)
        answers = self.actions.send(message, form.get("mutation", "").strip())
        return self._sample(request, message, answers)

    def prune_form(self, request: Request) -> Response:
        """Show the form that removes old events."""
        return self._page(request, "prune.html")

    def prune(self, _: Request, form: Mapping[str, str]) -> Response:
        """Remove old events."""
        days = _number(form.get("days", ""))
        if not 1 <= days <= MOST_DAYS or form.get("sure") != "yes":
            return _back("/prune", "unsure", 0)
        found = self.actions.prune(days, keep_identity=form.get("keep") == "yes")
        return _back("/prune", "pruned_more" if found.after else "pruned", found.done, found.stay)

    def login_form(self, request: Request) -> Response:
        """Show the form that asks for the password."""
        if self.sessions.is_open(request.scope["session_id"]):
            return RedirectResponse("/", 303)
        return self._page(request, "login.html", fault="")

    def login(self, request: Request, form: Mapping[str, str]) -> Response:
        """Begin a session where the password is right."""
        password = self.sessions.password
        right = password.check(form.get("password", "")) if password else False
        if right:
            request.scope["session_id"] = self.sessions.log_in()
            return RedirectResponse("/", 303)
        status = 429 if right is None else 403
        fault = "too_many" if right is None else "wrong_password"
        answer = self._page(request, "login.html", status, fault=fault)
        if right is None:
            answer.headers["retry-after"] = "60"
        return answer

    def logout(self, request: Request, _: Mapping[str, str]) -> Response:
        """End the session."""
        self.sessions.log_out(request.scope["session_id"])
        return RedirectResponse("/login", 303)

    def fail(self, request: Request, error: Exception) -> Response:
        """Show what went wrong."""
        if isinstance(error, HTTPException):
            status, text = error.status_code, ""
        else:
            status, text = (503 if isinstance(error, StoreError) else 422), str(error)
        answer = self._page(request, "error.html", status, text=text, status=status)
        if isinstance(error, HTTPException) and error.headers:
            answer.headers.update(error.headers)
        return answer

    def action(self, name: str, act: Act) -> Callable[[Request], Awaitable[Response]]:
        """Return an endpoint that acts: only with the session's token, and with a line of audit."""

        async def endpoint(request: Request) -> Response:
            form = await _read_form(request)
            if not self.sessions.is_token(request.scope["session_id"], form.pop("token", "")):
                raise HTTPException(403)
            said = {key: value for key, value in form.items() if key != "password"}
            said |= {key: str(value) for key, value in request.path_params.items()}
            result: object = "failed"
            try:
                answer = await to_thread.run_sync(act, request, form)
                result = answer.status_code
            except (VodhooksError, HTTPException) as error:
                result = getattr(error, "status_code", None) or str(error)
                raise
            finally:
                client = request.client.host if request.client else None
                write_audit(name, client=client, asked=said, result=result)
            return answer

        return endpoint

    def _event(
        self, request: Request, *, revealed: bool = False, answers: Iterable[object] = ()
    ) -> Response:
        detail = self.views.detail(
            _event_number(request), choose_language(request), revealed=revealed
        )
        if detail is None:
            raise HTTPException(404)
        return self._page(
            request,
            "event.html",
            detail=detail,
            entry=detail.stored.entry,
            revealed=revealed,
            answers=list(answers),
            targets=list(enumerate(map(_without_secrets, self.actions.targets))),
            receiver=_without_secrets(self.actions.receiver) or "http://127.0.0.1:8000",
        )

    def _sample(
        self, request: Request, message: str, answers: Iterable[object] = ()
    ) -> HTMLResponse:
        known = [name for name, each in catalogue().messages.items() if each.channel]
        chosen = message if message in known else ""
        usable = chosen and self.actions.receiver
        return self._page(
            request,
            "send.html",
            messages=known,
            message=chosen,
            mutations=self.actions.mutations(chosen) if usable else [],
            receiver=_without_secrets(self.actions.receiver),
            answers=list(answers),
        )

    def _page(
        self, request: Request, template: str, status_code: int = 200, **values: Any
    ) -> HTMLResponse:
        language = choose_language(request)
        query = request.query_params
        html = self._render(
            language,
            template,
            token=self.sessions.token(request.scope["session_id"]),
            path="" if request.method == "GET" else "/",
            params={k: v for k, v in query.items() if k not in {"lang", "notice", "n", "m"}},
            notice=query.get("notice") if query.get("notice") in NOTICES else "",
            numbers={name: _small(query.get(name, "")) for name in ("n", "m")},
            go_on=_small(query.get("go_on", "")),
            can_log_out=self.sessions.password is not None and template != "login.html",
            **values,
        )
        answer = HTMLResponse(html, status_code, {"content-language": language, "vary": "cookie"})
        if query.get("lang") in LANGUAGES:
            answer.set_cookie("vodhooks-language", language, samesite="strict", max_age=31_536_000)
        return answer

    def _render(self, language: str, template: str, **values: Any) -> str:
        return _TEMPLATES.get_template(template).render(
            language=language,
            t=lambda key, **named: say(language, key, **named),
            in_words=partial(translate, language=language),
            **values,
        )


def inspector(
    engine: Engine,
    views: Views,
    actions: Actions,
    sessions: Sessions,
    *,
    hosts: Iterable[str] = (),
    ending: Callable[[], bool] = lambda: False,
) -> ASGIApp:
    """Return the page, guarded.

    Args:
        engine: of `vodhooks.inbox.database.reader`, which refuses writes.
        views: reads what is shown.
        actions: what can be done.
        sessions: the sessions, with the password if there is one.
        hosts: names by which it may be asked for, beside those of loopback.
        ending: whether the server is about to end; live lists end then.
    """
    page = _Inspector(engine, views, actions, sessions, ending, set())
    posts: dict[str, tuple[str, Act]] = {
        "/login": ("log-in", page.login),
        "/logout": ("log-out", page.logout),
        "/dead": ("retry-dead-letter", page.retry),
        "/events/{number}/reveal": ("reveal", page.reveal),
        "/events/{number}/validate": ("validate-quarantine", page.validate),
        "/events/{number}/replay": ("replay", page.replay),
        "/quarantine": ("validate-quarantine", page.validate_all),
        "/send": ("send-sample", page.send),
        "/prune": ("prune", page.prune),
    }
    gets = {
        "/": page.home,
        "/strip": page.strip,
        "/live": page.live,
        "/events/{number}": page.event,
        "/dead": page.dead,
        "/rule": page.rule,
        "/send": page.sample,
        "/prune": page.prune_form,
        "/login": page.login_form,
        "/static/{name}": _static,
    }
    routes = [Route(path, show, methods=["GET"]) for path, show in gets.items()]
    routes += [
        Route(path, page.action(name, act), methods=["POST"]) for path, (name, act) in posts.items()
    ]
    handlers: Any = {HTTPException: page.fail, VodhooksError: page.fail}
    application = Starlette(routes=routes, exception_handlers=handlers)
    application.router.redirect_slashes = False
    return Guard(application, sessions, hosts)


def warm_up(views: Views) -> None:
    """Do what takes long only once, so that the first page comes as fast as the next.

    Raises:
        StoreError: the inbox cannot be read.
    """
    for name in _TEMPLATES.list_templates():
        _TEMPLATES.get_template(name)
    views.listing(Asked())
    views.strip()


def _static(request: Request) -> Response:
    found = _STATIC.get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    content, kind = found
    return Response(content, media_type=kind, headers={"cache-control": "max-age=86400"})


async def _read_form(request: Request) -> dict[str, str]:
    """Return the fields of a form. Raises HTTPException where it is too large or none."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > FORM_BYTES:
            raise HTTPException(413)
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=50))
    except ValueError:
        raise HTTPException(400) from None


def _back(path: str, notice: str, done: int, stay: int = 0) -> Response:
    joint = "&" if "?" in path else "?"
    return RedirectResponse(f"{path}{joint}notice={notice}&n={done}&m={stay}", 303)


def _number(text: str) -> int:
    """Return a number of a form. Raises HTTPException where it is none."""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise HTTPException(400)
    return int(text)


def _event_number(request: Request) -> int:
    """Return the id of an event in an address. Raises HTTPException where it is none."""
    try:
        return _number(request.path_params["number"])
    except HTTPException:
        raise HTTPException(404) from None


def _small(text: str) -> int:
    """Return a number of an address, 0 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _without_secrets(url: str) -> str:
    """Return a URL without userinfo and query, which may hold secrets."""
    head, _, rest = url.partition("://")
    return f"{head}://{rest.rpartition('@')[2].partition('?')[0]}" if rest else ""
