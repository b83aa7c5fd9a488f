"""A link to report something opens the right form, with page and language filled in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from guide.repository import Repository
from guide.settings import SiteSettings
from guide.site import Site, build

from .content_copy import SITE_URL
from .markup import having, parsed
from .real_content import ROOT, content

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
REPOSITORIES = {
    "github": "https://github.com/ada/guide",
    "gitlab": "https://gitlab.com/ada/guide",
    "other": "https://codeberg.org/ada/guide",
}


def site_of(repository: str) -> Site:
    return build(content(), ROOT / "docs", SiteSettings(SITE_URL, repository), ["es"])


def asked(link: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def links_of(site: Site, address: str, text: str) -> list[str]:
    """Where the links of a page with those words lead."""
    html = next(page.html for page in site.pages if page.page.address == address)
    return [
        str(link.get("href"))
        for link in parsed(html).iter("a")
        if "".join(link.itertext()).strip() == text
    ]


@pytest.fixture(scope="module")
def github_site() -> Site:
    return site_of(REPOSITORIES["github"])


@pytest.mark.parametrize("address", ["home", "steps/ice", "help", "about"])
def test_a_page_opens_the_form_for_advice(github_site: Site, address: str) -> None:
    page = next(page.page for page in github_site.pages if page.page.address == address)
    (link,) = links_of(github_site, address, str(page.catalog.t("ui.report")))
    assert link.startswith(f"{REPOSITORIES['github']}/issues/new?")
    sent = asked(link)
    assert sent["template"] == "correct-advice.yml"
    assert (sent["page"], sent["language"]) == (f"es/{address}", "es")
    assert sent["version"] == content().guide.model.version
    assert fields("correct-advice.yml") >= set(sent) - {"template", "title"}


def test_a_string_opens_the_form_for_translations(github_site: Site) -> None:
    html = next(page.html for page in github_site.pages if page.page.address == "translation")
    row = next(having(parsed(html), "data-string", "signs.chest-pain"))
    sent = asked([link.get("href") or "" for link in row.iter("a")][1])
    assert sent["template"] == "fix-translation.yml"
    assert (sent["language"], sent["string"]) == ("es", "signs.chest-pain")
    assert sent["source"] == "You have chest pain with the back pain."
    assert sent["now"] == content().strings["es"].at(("signs", "chest-pain")).value
    assert fields("fix-translation.yml") >= set(sent) - {"template", "title"}


def fields(form: str) -> set[str]:
    """The fields of a form by their ids."""
    read = yaml.safe_load((FORMS / form).read_text("utf-8"))
    return {part["id"] for part in read["body"] if "id" in part}


@pytest.mark.parametrize("name", ["correct-advice.yml", "fix-translation.yml"])
def test_a_form_is_one_that_github_takes(name: str) -> None:
    form = yaml.safe_load((FORMS / name).read_text("utf-8"))
    assert {"name", "description", "body"} <= set(form)
    for part in form["body"]:
        assert part["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
        assert "value" in part["attributes"] if part["type"] == "markdown" else part["id"]
    assert any(part.get("validations", {}).get("required") for part in form["body"])


@pytest.mark.parametrize("host", ["gitlab", "other"])
def test_hosts_without_forms_get_the_same_in_the_text(host: str) -> None:
    link = Repository(REPOSITORIES[host]).new_issue("correct-advice.yml", "Ice", page="es/x")
    assert link is not None
    sent = asked(link)
    assert "page: es/x" in (sent.get("body") or sent["issue[description]"])
    assert "Ice" in (sent.get("title") or sent["issue[title]"])
