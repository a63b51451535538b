"""The whole receiver, mounted in other applications, with its lifespan."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.routing import Mount

import vodhooks.receiver
from tests.support.served import CLOSED, outline
from vodhooks.errors import SecretError, StoreError
from vodhooks.inbox.database import own, reader
from vodhooks.inbox.queries import EventFilter, count_events
from vodhooks.receiver.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vodhooks.receiver.mount import Mounted


def in_fastapi(path: str, callbacks: Mounted) -> Any:
    app = FastAPI(lifespan=callbacks.lifespan)
    app.mount(path, callbacks)
    return app


def in_starlette(path: str, callbacks: Mounted) -> Any:
    return Starlette(routes=[Mount(path, callbacks)], lifespan=callbacks.lifespan)


def mounted(folder: Path) -> Mounted:
    return vodhooks.receiver.mounted(Settings(store=f"sqlite:///{folder / 'inbox'}"), CLOSED)


@pytest.mark.parametrize("mount", [in_fastapi, in_starlette])
@pytest.mark.parametrize("path", ["/callbacks", "/a/b", ""])
def test_the_mounted_receiver_keeps_and_refuses(
    mount: Callable[[str, Mounted], Any], path: str, tmp_path: Path
) -> None:
    app = mount(path, mounted(tmp_path))
    url = f"{path}/polyv/video-outline"

    async def run() -> list[int]:
        transport = httpx.ASGITransport(app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://test") as client,
        ):
            headers = {"content-type": "application/json"}
            answers = [
                await client.post(url, content=content, headers=headers)
                for content in (outline(1), outline(1), outline(2), b"{}")
            ]
            answers += [await client.get(url), await client.get(f"{path}/healthz")]
            answers += [await client.get(f"{path}/{each}") for each in ("readyz", "x", "metrics")]
        assert 'vodhooks_deliveries_total{channel="polyv.video_outline"' in answers[-1].text
        return [each.status_code for each in answers]

    assert asyncio.run(run()) == [200, 200, 200, 401, 405, 200, 200, 404, 200]
    own(f"sqlite:///{tmp_path / 'inbox'}")()  # it was let go of
    engine = reader(f"sqlite:///{tmp_path / 'inbox'}")
    assert count_events(engine, EventFilter()) == 2
    engine.dispose()


def test_a_mount_without_its_lifespan_says_so(tmp_path: Path) -> None:
    app = FastAPI()
    app.mount("/callbacks", mounted(tmp_path))

    async def post() -> None:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://test"
        ) as client:
            await client.post("/callbacks/polyv/video-outline", content=outline(1))

    with pytest.raises(RuntimeError, match="lifespan"):
        asyncio.run(post())


def test_what_cannot_work_fails_before_the_first_delivery(tmp_path: Path) -> None:
    with pytest.raises(SecretError):
        vodhooks.receiver.mounted(Settings(store=f"sqlite:///{tmp_path / 'inbox'}"), {})
    callbacks = mounted(tmp_path)

    async def start() -> None:
        async with callbacks.lifespan():
            pass

    release = own(f"sqlite:///{tmp_path / 'inbox'}")
    with pytest.raises(StoreError, match="another process"):
        asyncio.run(start())
    release()
