"""Links into the project's repository: to improve a line, or to report a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Repository:
    """Where the project's files can be read and changed; its address is empty if nowhere."""

    url: str

    def line(self, path: str, line: int) -> str | None:
        """The page that shows one line of a file."""
        return f"{self.url.rstrip('/')}/blob/HEAD/{path}#L{line}" if self.url else None

    def new_issue(self, title: str, body: str) -> str | None:
        """The form for a new issue, filled in."""
        if not self.url:
            return None
        if "gitlab" in self.url:
            query = urlencode({"issue[title]": title, "issue[description]": body})
            return f"{self.url.rstrip('/')}/-/issues/new?{query}"
        return f"{self.url.rstrip('/')}/issues/new?{urlencode({'title': title, 'body': body})}"
