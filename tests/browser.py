"""Finds a real browser on this machine and opens pages in it, noting what goes wrong."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Playwright,
    Request,
    Response,
    WebError,
    sync_playwright,
)

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
"""The same engine each. The one without a window comes first: it costs a third of the time."""

DEBIAN_PACKAGES = ("chromium-headless-shell", "chromium")
"""The one that is tried first is missing from older releases."""

MACOS_APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)

NONE_FOUND = (
    "no Chromium or Chrome was found: on Debian type `sudo apt install chromium`, "
    "elsewhere install one of them or name it, as in `CHROME=/path/to/chrome make test`"
)

# Playwright adds the rest: no sandbox (the pages are our own), no first run, no updates.
SWITCHES = [
    "--disable-gpu",
    "--disable-quic",
    # Nothing but this machine can be reached, so a test never waits for another.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


class NoBrowser(Exception):
    """No browser can be had; the message is one line that tells what to type."""


@dataclass(frozen=True)
class Visit:
    """A page that is open in a browser, and what went wrong since it was opened."""

    page: Page
    console_errors: list[str] = field(default_factory=list)
    """Errors on the console and exceptions that no script caught."""
    failed_requests: list[str] = field(default_factory=list)
    """Requests of the page without an answer, or any with one of 400 and up."""
    foreign_requests: list[str] = field(default_factory=list)
    """Requests to any other host than the one the page came from."""


def find_browser() -> Path | None:
    """The browser that `$CHROME` names, else one on the path, else one of macOS's applications."""
    if named := os.environ.get("CHROME"):
        if found := shutil.which(named):
            return Path(found)
        raise NoBrowser(f"CHROME names {named}, which cannot be run: name another or unset it")
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in MACOS_APPLICATIONS if path.exists()), None)


def provide_browser(playwright: Playwright) -> Path:
    """A browser that is installed, or that can be installed without asking anyone."""
    found = find_browser() or _install_from_debian() or _playwrights_own(playwright)
    if found is None:
        raise NoBrowser(NONE_FOUND)
    return found


@contextmanager
def running_browser() -> Iterator[Browser]:
    """A browser without a window, closed at the end."""
    with sync_playwright() as playwright:
        executable = provide_browser(playwright)
        try:
            browser = playwright.chromium.launch(executable_path=executable, args=SWITCHES)
        except Error as error:
            reason = error.message.splitlines()[0]
            raise NoBrowser(
                f"{executable} does not start: name another in CHROME ({reason})"
            ) from None
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(
    browser: Browser,
    url: str,
    *,
    width: int = 360,
    height: int = 640,
    scheme: Literal["light", "dark"] = "light",
    javascript: bool = True,
    **context_options: Any,
) -> Iterator[Visit]:
    """Opens `url` as a reader who was never here before sees it, and waits until it is loaded.

    Nothing is saved for later, unless it is asked for with `service_workers="allow"`.
    """
    context = browser.new_context(
        **{"service_workers": "block"} | context_options,
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        java_script_enabled=javascript,
    )
    context.set_default_timeout(30_000)
    result = Visit(context.new_page())
    home = urlsplit(url).netloc

    def note_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != home:
            result.foreign_requests.append(request.url)

    def note_failure(request: Request) -> None:
        if request.service_worker:
            return  # it may answer from what it saved: the page's own request tells
        result.failed_requests.append(f"{request.url}: {request.failure}")

    def note_response(response: Response) -> None:
        if response.status >= 400:
            result.failed_requests.append(f"{response.url}: {response.status}")

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            result.console_errors.append(message.text)

    def note_exception(exception: WebError) -> None:
        result.console_errors.append(str(exception.error))

    context.on("request", note_request)
    context.on("requestfailed", note_failure)
    context.on("response", note_response)
    context.on("console", note_message)
    context.on("weberror", note_exception)
    try:
        result.page.goto(url, wait_until="load")
        yield result
    finally:
        context.close()


def _install_from_debian() -> Path | None:
    """Debian's Chromium, when we are root there; Ubuntu's package of that name is a snap."""
    if os.name != "posix" or os.geteuid() != 0 or not _is_debian():
        return None
    print("installing Chromium for the browser tests (a minute, once)...", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}

    def apt_get(*arguments: str) -> bool:
        done = subprocess.run(
            ["apt-get", "-qq", *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode == 0

    install = ("install", "-y", "--no-install-recommends")
    if apt_get("update") and any(apt_get(*install, package) for package in DEBIAN_PACKAGES):
        return find_browser()
    return None


def _is_debian() -> bool:
    try:
        system = platform.freedesktop_os_release()
    except OSError:
        return False
    family = {system["ID"], *system.get("ID_LIKE", "").split()}
    return "debian" in family and "ubuntu" not in family


def _playwrights_own(playwright: Playwright) -> Path | None:
    """The browser that Playwright downloads, downloaded now if it is not there yet."""
    browser = Path(playwright.chromium.executable_path)
    if not browser.exists():
        print("downloading a browser for the tests (a few minutes, once)...", flush=True)
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
    return browser if browser.exists() else None
