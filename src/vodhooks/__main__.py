"""`python -m vodhooks` is the command `vodhooks`."""

from __future__ import annotations

from vodhooks.cli import main

if __name__ == "__main__":
    main()
