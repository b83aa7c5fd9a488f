"""What the site is told from outside: `mkdocs.yml`, the environment, and its host."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .host import NO_ADDRESS, host_of, is_unset


@dataclass(frozen=True)
class SiteSettings:
    """Where the site will stand, and where its files are kept."""

    site_url: str
    """With a slash at the end."""
    repo_url: str = ""
    has_sheets: bool = False
    """Whether the PDFs of the card are made with the site, so that its pages can lead to them."""

    @classmethod
    def complete(
        cls, site_url: str | None, repo_url: str | None, environment: Mapping[str, str] = os.environ
    ) -> SiteSettings:
        """What was set; what was not set, as the host says it."""
        host = host_of(environment)
        site_url = site_url if not is_unset(site_url) else host.site_url or site_url
        return cls(f"{(site_url or '').rstrip('/')}/", repo_url or host.repo_url)


def wanted_locales(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The languages that `LOCALES` names, as in `LOCALES=en,ar`. Without it, all are wanted."""
    tags = (tag.strip() for tag in environment.get("LOCALES", "").split(","))
    return [tag for tag in tags if tag]


class _Loader(yaml.SafeLoader):
    """Reads `mkdocs.yml` as MkDocs does."""

    environment: Mapping[str, str] = os.environ

    def variable(self, node: yaml.Node) -> Any:
        """`!ENV [NAME, OTHER, default]`: the first variable that is set, else the last entry."""
        if isinstance(node, yaml.ScalarNode):
            return self.environment.get(str(self.construct_scalar(node)))
        assert isinstance(node, yaml.SequenceNode)
        *names, default = self.construct_sequence(node)
        return next((self.environment[name] for name in names if name in self.environment), default)


_Loader.add_constructor("!ENV", _Loader.variable)


def read_settings(configuration: Path, environment: Mapping[str, str] = os.environ) -> SiteSettings:
    """The settings in `mkdocs.yml`, for builds without MkDocs."""
    loader = _Loader(configuration.read_text("utf-8"))
    loader.environment = environment
    found = loader.get_single_data()
    site_url = found.get("site_url") or NO_ADDRESS
    return SiteSettings.complete(site_url, found.get("repo_url"), environment)
