"""Where the site will stand, from what its host says: so a fork goes live without a setting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

NO_ADDRESS = "https://back-spasm.example/"
"""Stands for an address that has not been set."""


@dataclass(frozen=True)
class Host:
    """What a host tells a build in its environment. Each address is empty if it is silent."""

    site_url: str = ""
    repo_url: str = ""


def host_of(environment: Mapping[str, str]) -> Host:
    """The host that this build runs on, if it is one of those that say so."""
    for name, read in HOST_VARIABLES.items():
        if environment.get(name):
            found = read(environment)
            return Host(_with_slash(found.site_url), found.repo_url.removesuffix(".git"))
    return Host()


def is_unset(site_url: str | None) -> bool:
    """Whether an address is none: without a host, or below `.example`, which nobody can own."""
    host = urlsplit(site_url or "").hostname
    return not host or host.endswith(".example")


def _github(environment: Mapping[str, str]) -> Host:
    owner, _, name = environment["GITHUB_REPOSITORY"].partition("/")
    server = environment.get("GITHUB_SERVER_URL", "https://github.com")
    own = name.lower() == f"{owner.lower()}.github.io"
    site = f"https://{owner.lower()}.github.io/{'' if own else name}"
    return Host(site, f"{server}/{owner}/{name}")


def _gitlab(environment: Mapping[str, str]) -> Host:
    return Host(environment.get("CI_PAGES_URL", ""), environment.get("CI_PROJECT_URL", ""))


def _cloudflare(environment: Mapping[str, str]) -> Host:
    """The address of one deployment begins with its digest; the site's own has none."""
    url = environment.get("CF_PAGES_URL", "")
    if environment.get("CF_PAGES_BRANCH") in {"main", "master"}:
        url = re.sub(r"^https://[0-9a-f]{8}\.(?=[^.]+\.pages\.dev)", "https://", url)
    return Host(url)


def _netlify(environment: Mapping[str, str]) -> Host:
    live = environment.get("CONTEXT") == "production"
    url = environment.get("URL" if live else "DEPLOY_PRIME_URL", "")
    return Host(url, environment.get("REPOSITORY_URL", ""))


HOST_VARIABLES = {
    "GITHUB_REPOSITORY": _github,
    "GITLAB_CI": _gitlab,
    "CF_PAGES": _cloudflare,
    "NETLIFY": _netlify,
}
"""How each host is read, by the variable that it sets on every build."""


def _with_slash(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""
