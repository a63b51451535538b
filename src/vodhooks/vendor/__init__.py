"""The vendor's side of a callback: makes events, signs them, delivers them, and tries again.

`events` changes payloads, an `Endpoint` signs and makes requests of them, a `Connection` carries bytes, a `Transport` is the
HTTP client over connections, `scripts` writes to sockets at a given pace, and a `Sender` tries again as a vendor does.
"""
