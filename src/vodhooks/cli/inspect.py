"""`vodhooks inspect`: a page over the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vodhooks.cli.inbox import store_option
from vodhooks.cli.serve import INSPECT_PORT
from vodhooks.cli.settings import INSPECT_HOSTS, INSPECT_TARGETS, environment, settings

if TYPE_CHECKING:
    from vodhooks.fuzzer.attacks.cases import Attack
    from vodhooks.vendor.endpoints import Endpoint


class _Mutations:
    """The fuzz cases, by the names that `vodhooks send --mutate` takes."""

    def names(self, endpoint: Endpoint) -> list[str]:
        """Return the names for the message of an endpoint."""
        from vodhooks.fuzzer.mutations import mutations

        return list(mutations(endpoint))

    def attack(self, name: str, endpoint: Endpoint) -> Attack:
        """Return what a case sends."""
        from vodhooks.fuzzer.mutations import mutation

        return mutation(name, endpoint).attack(endpoint)


@click.command()
@store_option
@click.option(
    "--host",
    default="127.0.0.1",
    help="Address to listen on; beyond loopback only with a password.",
)
@click.option(
    "--port", type=click.IntRange(min=0, max=65535), default=INSPECT_PORT, help="Port to listen on."
)
@click.option(
    "--receiver",
    default="",
    show_default=False,
    metavar="URL",
    help="The receiver that samples are sent to.",
)
@click.option(
    "--target",
    "targets",
    multiple=True,
    envvar=INSPECT_TARGETS,
    metavar="URL",
    help="A receiver that events may be delivered to again; may be repeated.",
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    envvar=INSPECT_HOSTS,
    metavar="NAME",
    help="A host by whose name browsers may ask for the page; may be repeated.",
)
@click.option(
    "--end-with-input", is_flag=True, help="End when standard input does, as when a parent ends."
)
def inspect(
    *,
    store: str,
    host: str,
    port: int,
    receiver: str,
    targets: tuple[str, ...],
    hosts: tuple[str, ...],
    end_with_input: bool,
) -> None:
    """Show what arrived on a page in the browser, and why it was refused, until a signal arrives.

    The page reads the inbox on a connection that cannot write. Each action is a click, and leaves a
    JSON line of audit on standard output. VODHOOKS_INSPECT_PASSWORD is the password; without one
    the page is on loopback only.
    """
    from vodhooks.inspector.server import serve
    from vodhooks.vendor.requests import split_url

    for url in (*targets, *([receiver] if receiver else ())):
        split_url(url)
    serve(
        settings(store).store,
        environment(),
        host,
        port,
        receiver=receiver,
        targets=targets,
        hosts=hosts,
        mutations=_Mutations(),
        end_with_input=end_with_input,
    )
