"""A fork goes live without a setting: its host says where it stands."""

from __future__ import annotations

import gzip
import re
import tomllib
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
import yaml
from guide.checks import check
from guide.host import NO_ADDRESS, Host, host_of, is_unset
from guide.problems import errors
from guide.settings import SiteSettings, read_settings, wanted_locales

from .real_content import ROOT, tags
from .web_servers import PACKAGES, RECIPES, NoServer, serving

KEPT = {
    "Caddyfile": "@kept path *.png\n\theader @kept Cache-Control max-age=86400\n",
    "nginx.conf": "~\\.png$ max-age=86400;\n",
}
"""How each recipe says what may be kept for a day: pictures. The PDFs have minutes on them."""

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
    [(None, True), ("", True), ("/", True), (NO_ADDRESS, True), ("https://a.example/b/", True),
     ("https://a.example:8000/", True), ("https://user@a.example/", True),
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


def test_languages_to_build_may_be_named_with_spaces() -> None:
    assert wanted_locales({"LOCALES": "en, ar,"}) == ["en", "ar"]
    assert wanted_locales({"LOCALES": ""}) == wanted_locales({}) == []


def test_a_language_to_build_that_is_not_there_is_named() -> None:
    found, problems = check(ROOT / "content_src", ROOT / "docs", ["en-XA", "ar-EG"])
    assert found is None
    assert [one.message for one in errors(problems)] == ["no language is registered as `ar-EG`"]


def test_a_dead_link_is_answered_in_its_language_where_rules_are_read(site: Path) -> None:
    rules = [line.split() for line in (site / "_redirects").read_text("utf-8").splitlines()]
    assert rules == [[f"/{tag}/*", f"/{tag}/404.html", "404"] for tag in tags()]
    for _, target, _ in rules:
        assert (site / target.lstrip("/")).is_file()


@pytest.mark.parametrize(
    ("name", "command", "folder"),
    [
        (".github/workflows/pages.yml", "make build", "site"),
        (".gitlab-ci.yml", "make build", "site"),
        ("netlify.toml", "make build", "site"),
    ],
)
def test_a_recipe_builds_and_publishes_what_the_readme_says(
    name: str, command: str, folder: str
) -> None:
    words = (ROOT / name).read_text("utf-8")
    if name.endswith(".toml"):
        build = tomllib.loads(words)["build"]
        assert (build["command"], build["publish"]) == (command, folder)
    else:
        jobs = yaml.safe_load(words)
        steps = str(jobs["jobs"] if "jobs" in jobs else jobs["pages"])
        assert command in steps and folder in steps


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_every_host_sends_the_same_headers(site: Path, name: str) -> None:
    recipe = (RECIPES / name).read_text("utf-8")
    for line in (site / "_headers").read_text("utf-8").splitlines():
        header, _, value = line.strip().partition(": ")
        told_elsewhere = {"Content-Security-Policy", "Cache-Control"}
        if value and not line.startswith("#") and header not in told_elsewhere:
            assert re.search(rf'{header} "?{re.escape(value)}"?', recipe), header


@pytest.mark.parametrize("name", KEPT)
def test_a_browser_keeps_nothing_with_advice_on_it_without_asking(site: Path, name: str) -> None:
    assert "must-revalidate" in (site / "_headers").read_text("utf-8")
    recipe = (RECIPES / name).read_text("utf-8")
    assert KEPT[name] in recipe and recipe.count("max-age") == 1 and "no-cache" in recipe


def test_the_recipes_are_no_pages(site: Path) -> None:
    assert not (site / "hosts").exists()


@pytest.fixture(scope="module", params=sorted(PACKAGES))
def address(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The site behind a real web server, by its recipe."""
    try:
        with serving(request.param, site, tmp_path_factory.mktemp(request.param)) as address:
            yield address
    except NoServer as problem:
        raise pytest.fail.Exception(str(problem), pytrace=False) from None


def ask(url: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer; a redirection is an answer too."""
    request = Request(
        url, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with build_opener(_Staying).open(request) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


class _Staying(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Not followed."""


@pytest.mark.slow
class TestARealServer:
    def test_serves_a_page_by_its_folder(self, address: str, site: Path) -> None:
        status, headers, body = ask(f"{address}/ar/steps/ice/")
        assert status == 200 and body == (site / "ar/steps/ice/index.html").read_bytes()
        assert headers["Content-Type"].lower() == "text/html; charset=utf-8"
        status, headers, _ = ask(f"{address}/ar/steps/ice")
        assert status in {301, 308} and headers["Location"].endswith("/ar/steps/ice/")

    def test_packs_what_is_text(self, address: str, site: Path) -> None:
        for path in ("en/", "en/guide.json", "assets/guide.js", "assets/icon.svg", "sitemap.xml"):
            _, headers, body = ask(f"{address}/{path}", Accept_Encoding="gzip")
            whole = site / path
            whole = whole / "index.html" if whole.is_dir() else whole
            assert headers["Content-Encoding"] == "gzip" or whole.stat().st_size < 512, path
            if headers["Content-Encoding"] == "gzip":
                assert gzip.decompress(body) == whole.read_bytes()

    @pytest.mark.parametrize("path", ["en/", "en/card/a4.pdf", "en/card/wallet-letter.pdf"])
    def test_lets_a_browser_keep_advice_only_if_it_asks_each_time(
        self, address: str, path: str
    ) -> None:
        _, headers, _ = ask(f"{address}/{path}")
        assert headers["Cache-Control"] == "no-cache"
        status, _, body = ask(f"{address}/{path}", If_None_Match=headers["ETag"])
        assert (status, body) == (304, b"")

    @pytest.mark.parametrize(
        ("path", "page"),
        [("ar/nowhere/", "ar/404.html"), ("zh-Hans/steps/nowhere", "zh-Hans/404.html"),
         ("nowhere/", "404.html"), ("xx/nowhere", "404.html")],
    )  # fmt: skip
    def test_answers_a_dead_link_in_its_language(
        self, address: str, site: Path, path: str, page: str
    ) -> None:
        status, headers, body = ask(f"{address}/{path}")
        assert status == 404 and body == (site / page).read_bytes()
        assert headers["Content-Type"].lower() == "text/html; charset=utf-8"

    @pytest.mark.parametrize("path", ["en/", "assets/guide.js", "ar/nowhere/"])
    def test_sends_what_a_page_cannot_say_itself(self, address: str, path: str) -> None:
        _, headers, _ = ask(f"{address}/{path}")
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"

    def test_says_what_each_file_is(self, address: str, site: Path) -> None:
        for path in site.rglob("*"):
            kind = TYPES.get(path.suffix)
            if kind and path.is_file() and "vendor" not in path.parts:
                _, headers, _ = ask(f"{address}/{path.relative_to(site).as_posix()}")
                assert headers.get_content_type() in {kind, *LIKE.get(kind, ())}, path


TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".xml": "text/xml",
}
LIKE = {"text/javascript": ("application/javascript",), "text/xml": ("application/xml",)}
