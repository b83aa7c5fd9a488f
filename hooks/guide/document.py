"""One file of content: what it says, and where each part of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from .problems import Span
from .yaml_source import Located

Content = TypeVar("Content")


@dataclass(frozen=True)
class Document(Generic[Content]):
    """A validated file together with its source."""

    model: Content
    located: Located

    @property
    def path(self) -> str:
        """The file, as it is named in messages."""
        return self.located.span.path

    def value_span(self, *path: str | int) -> Span:
        """Where the value at `path` stands."""
        return self.located.at(path).span

    def mark(self, *path: str | int) -> Span:
        """Where the key of the value at `path` stands, or the value where it has none."""
        return self.located.at(path).mark
