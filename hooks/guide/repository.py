"""Links into the project's repository: to improve a line, or to report a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit


@dataclass(frozen=True)
class Repository:
    """Where the project's files can be read and changed; its address is empty if nowhere."""

    url: str

    def line(self, path: str, line: int) -> str | None:
        """The page that shows one line of a file."""
        return f"{self.url.rstrip('/')}/blob/HEAD/{path}#L{line}" if self.url else None

    def new_issue(self, form: str, title: str, **fields: str) -> str | None:
        """The form for a new issue, filled in.

        `form` is a file in `.github/ISSUE_TEMPLATE/`, and the fields are its own. Other hosts know
        no such forms: there the fields are the first lines of the text.
        """
        if not self.url:
            return None
        address, host = self.url.rstrip("/"), urlsplit(self.url).netloc
        if "github" in host:
            return f"{address}/issues/new?{urlencode({'template': form, 'title': title, **fields})}"
        body = "\n".join(f"{name}: {value}" for name, value in fields.items())
        if "gitlab" in host:
            query = urlencode({"issue[title]": title, "issue[description]": body})
            return f"{address}/-/issues/new?{query}"
        return f"{address}/issues/new?{urlencode({'title': title, 'body': body})}"
