"""The documents say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide.commands import OF_A_SITE, OF_CONTENT, main

from .content_copy import ContentCopy
from .forks import edited, new_country
from .real_content import ROOT
from .test_cases import codes

MANUAL = (
    "README.md",
    "CONTRIBUTING.md",
    "TRANSLATING.md",
    "CHANGELOG.md",
    "docs/hosts/README.md",
)
DOCUMENTS = (
    *MANUAL,
    "hooks/fonts/README.md",
    "tests/cases/README.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/decisions/*.md")),
)

COMMANDS = OF_CONTENT | OF_A_SITE


def test_the_example_of_an_error_is_what_the_check_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ContentCopy(tmp_path).replace(
        "steps/ice.yml", "never_over: {value: 20", "never_over: {value: 25"
    )
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    assert main(["check"]) == 1
    example = re.search(r"```\n(content_src.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert example and capsys.readouterr().out == f"{example.group(1)}\n1 error in 1 file\n"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_verb_command_and_path_that_is_named_exists(name: str) -> None:
    words = read(name)
    for verb in re.findall(r"\bmake ([a-z-]+)\b", "\n".join(typed(words))):
        assert verb in VERBS, verb
    for command in re.findall(r"`(?:\S*python -m )?guide ([a-z-]+)", words):
        assert command in COMMANDS, command
    assert not re.search(r"(?<!\.venv/bin/)python -m guide", words), "only .venv/ knows it"
    for path in re.findall(r"`((?:content_src|docs|hooks|tests|\.github)/[\w./-]*)`", words):
        assert (ROOT / path).exists(), path
    for path in re.findall(r"\]\((?!https?:)([^)#]+)", words):
        assert ((ROOT / name).parent / path).exists(), path


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_code_field_and_variable_that_is_named_exists(name: str) -> None:
    words = read(name)
    for code in set(re.findall(r"(?:error|warning|note)\[([a-z-]+)\]", words)) - {"some-code"}:
        assert code in codes(), code
    code = "\n".join(
        path.read_text("utf-8")
        for folder in ("hooks", "tests")
        for path in (ROOT / folder).rglob("*.py")
    )
    code += read("Makefile") + read("mkdocs.yml") + read("netlify.toml")
    for variable in set(re.findall(r"`?\b([A-Z]{2,}_[A-Z_]+|[A-Z]{4,})=", words)):
        assert variable in code, variable
    for field in re.findall(r"`([a-z]+_[a-z_]+)`", words):
        assert field in code, field


def test_every_verb_and_every_variable_is_told_of() -> None:
    said = "\n".join(read(name) for name in MANUAL)
    assert [verb for verb in VERBS if not re.search(rf"\bmake {verb}\b", said)] == []
    assert [name for name in variables() if not re.search(rf"\b{name}=", said)] == []


def variables() -> list[str]:
    """What a verb can be told: named in its help, or used by the Makefile and not set there."""
    makefile = read("Makefile")
    helped = re.findall(r"\b([A-Z]+)=", "\n".join(re.findall(r" ## .*", makefile)))
    used = re.findall(r"\$\((?:if \$\()?([A-Z]+)\)", makefile)
    fixed = re.findall(r"^([A-Z]+) :?= ", makefile, re.M)
    return sorted({*helped, *used} - {*fixed})


def test_every_command_is_told_of() -> None:
    said = read("CONTRIBUTING.md")
    assert [name for name in COMMANDS if f"`guide {name}`" not in said] == []


def test_every_folder_and_every_file_of_content_is_told_of() -> None:
    said = "\n".join(read(name) for name in MANUAL)
    tops = [ROOT / top for top in ("content_src", "docs", "hooks", "tests")]
    folders = [path.relative_to(ROOT).as_posix() for top in tops for path in folders_of(top)]
    assert [folder for folder in folders if f"`{folder}/" not in said] == []
    files = sorted(path.name for path in (ROOT / "content_src").glob("*.yml"))
    assert [name for name in files if name not in said] == []


def folders_of(top: Path, depth: int = 2) -> list[Path]:
    """The folders below it, so many levels down."""
    there = [path for path in sorted(top.iterdir()) if path.is_dir() and path.name[0] not in "._"]
    below = (
        [path for folder in there for path in folders_of(folder, depth - 1)] if depth > 1 else []
    )
    return [*there, *below]


def test_the_page_that_is_shown_as_an_example_can_be_added(tmp_path: Path) -> None:
    """Word for word as CONTRIBUTING.md says."""
    copy = ContentCopy(tmp_path)
    id_ = "ankle-of-the-example"
    (example,) = snippets("CONTRIBUTING.md")
    copy.write(f"explanation/{id_}.yml", example.replace("id: ankle\n", f"id: {id_}\n"))
    with edited(copy, "guide.yml") as guide:
        guide["articles"].append(id_)
        guide["menu"].append(id_)
    names = ["title", "lead", "do.heading", "do.rest", "do.walk"]
    assert all(f"`{name}`" in read("CONTRIBUTING.md") for name in names)
    words = {f"articles.{id_}.{name}": "Rest it." for name in names}
    copy.set_strings("en", {**words, f"also-called.{id_}": "ankle; foot"})
    assert 'data-line="rest"' in copy.page("en", id_)


def test_the_country_that_is_shown_as_an_example_can_be_pasted(tmp_path: Path) -> None:
    """At the end of its file, as README.md says."""
    copy = ContentCopy(tmp_path)
    id_ = new_country(copy.folder)
    (example,) = snippets("README.md")
    copy.append("emergency.yml", "\n" + example.replace("id: IS", f"id: {id_}"))
    assert f'<option value="{id_}">' in copy.page("en", "help")


def snippets(name: str) -> list[str]:
    """The pieces of YAML that a document shows, without the indentation of its list."""
    found = re.findall(r"^( *)```yaml\n(.*?)^ *```$", read(name), re.S | re.M)
    return [re.sub(rf"^{indent}", "", yaml_, flags=re.M) for indent, yaml_ in found]


def test_the_licence_is_said_once_and_alike() -> None:
    """The whole of it in LICENSE, one line elsewhere."""
    for name in ("README.md", "LICENSE"):
        assert "CC BY 4.0" in read(name) and "MIT" in read(name)
    assert 'license = "CC-BY-4.0 AND MIT"' in read("pyproject.toml")


def typed(words: str) -> list[str]:
    """What a document shows as code."""
    return re.findall(r"```.*?```|`[^`\n]+`", words, re.S)


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


VERBS = re.findall(r"^([a-z][a-z-]*):.* ## ", read("Makefile"), re.M)
