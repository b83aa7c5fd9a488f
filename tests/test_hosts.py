"""A fork goes live without a setting: its host says where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.host import NO_ADDRESS, Host, host_of, is_unset
from guide.settings import SiteSettings, read_settings

from .real_content import ROOT

GITHUB = {"GITHUB_REPOSITORY": "Ada/back-pain", "GITHUB_SERVER_URL": "https://github.com"}


@pytest.mark.parametrize(
    ("environment", "site_url", "repo_url"),
    [
        ({}, "", ""),
        (GITHUB, "https://ada.github.io/back-pain/", "https://github.com/Ada/back-pain"),
        (
            {"GITHUB_REPOSITORY": "ada/Ada.github.io"},
            "https://ada.github.io/",
            "https://github.com/ada/Ada.github.io",
        ),
        (
            {
                "GITLAB_CI": "true",
                "CI_PAGES_URL": "https://ada.gitlab.io/back",
                "CI_PROJECT_URL": "https://gitlab.com/ada/back",
            },
            "https://ada.gitlab.io/back/",
            "https://gitlab.com/ada/back",
        ),
        (
            {
                "CF_PAGES": "1",
                "CF_PAGES_BRANCH": "main",
                "CF_PAGES_URL": "https://8fb3ab01.back.pages.dev",
            },
            "https://back.pages.dev/",
            "",
        ),
        (
            {
                "CF_PAGES": "1",
                "CF_PAGES_BRANCH": "try",
                "CF_PAGES_URL": "https://8fb3ab01.back.pages.dev",
            },
            "https://8fb3ab01.back.pages.dev/",
            "",
        ),
        (
            {
                "NETLIFY": "true",
                "CONTEXT": "production",
                "URL": "https://back.example.org",
                "DEPLOY_PRIME_URL": "https://main--back.netlify.app",
                "REPOSITORY_URL": "https://github.com/ada/back.git",
            },
            "https://back.example.org/",
            "https://github.com/ada/back",
        ),
        (
            {
                "NETLIFY": "true",
                "CONTEXT": "deploy-preview",
                "URL": "https://back.example.org",
                "DEPLOY_PRIME_URL": "https://deploy-preview-1--back.netlify.app",
            },
            "https://deploy-preview-1--back.netlify.app/",
            "",
        ),
    ],
)
def test_a_host_says_where_the_site_stands(
    environment: dict[str, str], site_url: str, repo_url: str
) -> None:
    assert host_of(environment) == Host(site_url, repo_url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [(None, True), ("", True), (NO_ADDRESS, True), ("https://a.example/b/", True),
     ("https://a.example.org/", False), ("http://127.0.0.1:8000/", False)],
)  # fmt: skip
def test_an_address_below_example_is_none(url: str | None, expected: bool) -> None:
    assert is_unset(url) is expected


def test_what_was_set_wins_over_the_host() -> None:
    own = SiteSettings.complete("https://back.org/guide", "https://codeberg.org/a/b", GITHUB)
    assert own == SiteSettings("https://back.org/guide/", "https://codeberg.org/a/b")
    unset = SiteSettings.complete(NO_ADDRESS, "", GITHUB)
    assert unset.site_url == "https://ada.github.io/back-pain/"


def test_builds_without_mkdocs_read_the_same_settings(tmp_path: Path) -> None:
    shipped = ROOT / "mkdocs.yml"
    assert read_settings(shipped, {}) == SiteSettings(NO_ADDRESS, "")
    named = {"SITE_URL": "https://back.org/", "REPO_URL": "https://github.com/a/b"}
    assert read_settings(shipped, named) == SiteSettings(named["SITE_URL"], named["REPO_URL"])
    assert read_settings(shipped, GITHUB).repo_url == "https://github.com/Ada/back-pain"
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nsite_url: https://own.org/\n")
    assert read_settings(tmp_path / "mkdocs.yml", GITHUB).site_url == "https://own.org/"
