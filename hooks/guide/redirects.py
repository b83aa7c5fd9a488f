"""How hosts that read a `_redirects` file answer dead links: in the language of the address."""

from __future__ import annotations

from collections.abc import Iterable


def redirects(tags: Iterable[str]) -> str:
    """One line a language. What is there is served as it is: such a line is for the rest."""
    return "".join(f"/{tag}/* /{tag}/404.html 404\n" for tag in tags)
