"""Where files may be fetched from: hosts, ports, and the addresses that hosts may resolve to.

An allow list that no spelling of a URL evades. Resolving and fetching are in
`vodhooks.pull.downloads`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TypeAlias
from urllib.parse import quote, urljoin

import idna

from vodhooks.errors import FetchRefused, clip

Address: TypeAlias = IPv4Address | IPv6Address
Network: TypeAlias = IPv4Network | IPv6Network

URL_LENGTH = 8192
"""Longest URL, in characters."""

_URL = re.compile(
    r"(?P<scheme>https?)://(?:\[(?P<literal>[0-9a-f:.]{2,45})\]|(?P<name>[^][\s/?#@:%\\]{1,255}))(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>(?:/[^?#\\]*)?)(?P<query>(?:\?[^#\\]*)?)(?:#.*)?",
    re.IGNORECASE,
)
"""Narrower than RFC 3986: no user, no escapes or zones in the host, no backslash, which some
parsers take for a slash."""

_NUMBER = re.compile("[0-9]+|0x[0-9a-f]*")
"""The last label of names that many resolvers take for an IPv4 address: 127.1, 0177.0.0.1,
0x7f000001, 2130706433."""

_UNICAST = ip_network("2000::/3")
"""All that IANA hands out for the public Internet."""

_APART = tuple(
    map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20"))
)
"""Networks that not every version of Python treats as private: protocol assignments, documentation,
and Teredo and 6to4, which hold an IPv4 address."""

_NAT64 = ip_network("64:ff9b::/96")
"""How IPv6 alone reaches IPv4 (RFC 6052)."""

_METADATA = frozenset(
    map(
        ip_address,
        (
            "169.254.169.254",
            "169.254.170.2",
            "169.254.170.23",
            "169.254.0.23",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254",
        ),
    )
)
"""Where clouds give credentials to their machines. Refused even in a network that is allowed."""


@dataclass(frozen=True, slots=True)
class AllowList:
    """Where files may be fetched from, with http or https.

    Attributes:
        hosts: names of hosts; each stands for itself and its subdomains.
        ports: ports beside 443 for https and 80 for http.
        networks: networks beside the public Internet.
    """

    hosts: tuple[str, ...]
    ports: tuple[int, ...] = ()
    networks: tuple[Network, ...] = ()


@dataclass(frozen=True, slots=True)
class Destination:
    """A URL that is allowed, in its normal form. Its repr shows no path and no query.

    Attributes:
        secure: whether it is https.
        host: a name in ASCII and lower case, or an IP address.
        port: the port, also where the URL names none.
        target: path and query, as HTTP sends them.
    """

    secure: bool
    host: str
    port: int
    target: str = field(repr=False)

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _default_port(secure=self.secure) else f"{host}:{self.port}"


def parse_destination(url: str, allowed: AllowList) -> Destination:
    """Return the destination of a URL.

    Raises:
        FetchRefused: the URL is not allowed.
    """
    parts = _URL.fullmatch(url) if len(url) <= URL_LENGTH and url.isprintable() else None
    if parts is None:
        raise FetchRefused("the URL of the file is not of the plain form https://host/path")
    secure = parts["scheme"].lower() == "https"
    host = _normalize(parts["literal"] or parts["name"])
    if not any(
        host == name or host.endswith(f".{name}") for name in map(_normalize, allowed.hosts)
    ):
        raise FetchRefused(f"{clip(host)} is no host that files may be fetched from")
    default = _default_port(secure=secure)
    port = int(parts["port"] or default)
    if port not in (default, *allowed.ports):
        raise FetchRefused(f"port {port} of {clip(host)} is none that files may be fetched from")
    path, query = (
        quote(parts[name], safe="!#$%&'()*+,-./:;=?@[]_~|") for name in ("path", "query")
    )
    return Destination(secure, host, port, (path or "/") + query)


def resolve_redirect(here: Destination, location: str, allowed: AllowList) -> Destination:
    """Return the destination of a redirect, which is checked like any URL.

    Raises:
        FetchRefused: it is not allowed, or it goes from https to http.
    """
    scheme = "https" if here.secure else "http"
    try:
        url = urljoin(f"{scheme}://{here.authority}{here.target}", location)
    except ValueError:
        raise FetchRefused(f"{clip(here.host)} redirects to what is no URL") from None
    there = parse_destination(url, allowed)
    if here.secure and not there.secure:
        raise FetchRefused(f"{clip(here.host)} redirects from https to http")
    return there


def is_allowed(address: str, allowed: AllowList) -> bool:
    """Whether an IP address may be connected to."""
    try:
        bare = _embedded_ipv4(ip_address(address))
    except ValueError:
        return False
    return bare not in _METADATA and (
        _is_public(bare) or any(bare in network for network in allowed.networks)
    )


def _normalize(host: str) -> str:
    """Return the one spelling of a host: a name in ASCII and lower case, or an address."""
    name = host
    if ":" not in host:
        try:
            name = idna.encode(host, uts46=True).decode().removesuffix(".")
        except idna.IDNAError:
            raise FetchRefused(f"{clip(host)!r} is no name of a host") from None
    if ":" in name or _NUMBER.fullmatch(name.rpartition(".")[2]):
        try:
            return str(ip_address(name))
        except ValueError:
            raise FetchRefused(
                f"{clip(host)!r} is neither a name nor an address in its usual form"
            ) from None
    return name


def _default_port(*, secure: bool) -> int:
    return 443 if secure else 80


def _embedded_ipv4(address: Address) -> Address:
    """Return the IPv4 address inside an IPv6 address, or else the address itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(address.packed[-4:])
    return address


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv6Address) and address not in _UNICAST:
        return False
    return (
        address.is_global
        and not address.is_multicast
        and not any(address in network for network in _APART)
    )
