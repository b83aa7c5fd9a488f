"""The guide without a network: saved by one visit, replaced as a whole, and carried on a stick."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from guide.built import BuiltSite
from guide.worker import preview_files, put_in
from playwright.sync_api import Browser, Error, Page

from .browser import Visit, visit
from .real_content import content, tags
from .server import serve

SAMPLE = [tag for tag in ("en", "ar", "zh-Hans") if tag in tags()]
"""A language read from the right, one without spaces, and the source."""

Open = Callable[..., Visit]


class Host:
    """A folder that is served until the network is cut."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stack = ExitStack()
        self.address = self._stack.enter_context(serve(folder))

    def cut(self) -> None:
        """From here on nobody answers."""
        self._stack.close()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Callable[[Path], Host]]:
    """`host(folder)`: the folder on a web host."""
    with ExitStack() as stack:

        def host(folder: Path) -> Host:
            found = Host(folder)
            stack.callback(found.cut)
            return found

        yield host


def pages_of(site: Path, tag: str) -> list[str]:
    """The folder of every page of a language, as an address from the root of the site."""
    found = (path.parent.relative_to(site) for path in (site / tag).rglob("index.html"))
    return sorted(f"{folder.as_posix()}/" for folder in found)


def wait_until(page: Page, promise: str, argument: str = "") -> None:
    """Wait until a function of the browser answers yes: `wait_for_function` awaits no promise.

    A worker may load the page anew while it is asked: then there is no answer yet.
    """
    last = time.monotonic() + 60
    while True:
        with suppress(Error):
            if page.evaluate(promise, argument):
                return
        assert time.monotonic() < last, promise
        page.wait_for_timeout(100)


def wait_until_saved(page: Page) -> None:
    """Wait until the page says that it is saved, and the page of languages is as well."""
    page.locator("[data-saved]").wait_for(state="visible", timeout=60_000)
    wait_until(
        page,
        "() => navigator.serviceWorker.getRegistrations()"
        ".then((all) => all.length > 1 && all.every((one) => one.active))",
    )


def versions(page: Page, tag: str = "en") -> list[str]:
    """The versions of a language that are saved."""
    names: list[str] = page.evaluate("caches.keys()")
    return [name for name in names if name.startswith("guide ") and f"/{tag}/ " in name]


def really_failed(visit: Visit) -> list[str]:
    """Requests that got no answer, other than those of a page that was left early."""
    return [failure for failure in visit.failed_requests if "ERR_ABORTED" not in failure]


@pytest.mark.parametrize("tag", SAMPLE)
def test_after_one_visit_of_the_home_page_every_page_opens_without_a_network(
    site: Path, tmp_path: Path, host: Callable[[Path], Host], open_page: Open, tag: str
) -> None:
    (tmp_path / "guide").symlink_to(site)  # under a path of its host
    served = host(tmp_path)
    root = f"{served.address}/guide/"
    visit = open_page(f"{root}assets/icon.svg", service_workers="allow")
    page = visit.page
    page.evaluate("caches.open('another-project')")  # on a host that they share
    page.goto(f"{root}{tag}/")
    wait_until_saved(page)
    assert visit.console_errors == really_failed(visit) == []
    served.cut()
    page.context.set_offline(True)

    first_step = f"steps/{content().guide.model.steps[0]}/"
    page.locator("[data-search-open]").click()  # on the page that the network still brought
    page.locator("input[type=search]").fill(
        page.locator(f"a[href='{first_step}']").first.inner_text()
    )
    page.locator(f"[data-search-results] a[href*='{first_step}']").first.wait_for()

    for address in pages_of(site, tag):
        answer = page.goto(root + address)
        assert answer and answer.from_service_worker, address
        assert answer.text() == (site / address / "index.html").read_text("utf-8")
    page.goto(f"{root}{tag}/{first_step}?shared=yes#do")
    assert page.locator("h1").is_visible()
    assert really_failed(visit) == [], "a part of a page was not saved"

    dead = page.goto(f"{root}{tag}/no/such/page/")
    assert dead and dead.status == 404
    assert page.locator("html").get_attribute("lang") == tag
    assert page.locator("a[href$='/help/']").count() == 1
    page.goto(root)  # forwards an English browser, but English may not be saved
    page.wait_for_url(f"{root}{tag}/")
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("address", ["card/", "now/", "help/"])
def test_whichever_page_is_visited_first_its_language_is_saved_and_it_says_so(
    site: Path, host: Callable[[Path], Host], open_page: Open, address: str
) -> None:
    served = host(site)
    page = open_page(f"{served.address}/ar/{address}", service_workers="allow").page
    wait_until_saved(page)
    assert page.locator("[data-saved]").is_visible() or address == "now/"
    served.cut()
    for other in ("", "card/", "now/"):
        page.goto(f"{served.address}/ar/{other}")
        assert page.locator("h1, .tools__title").first.is_visible(), other


def copy_in_english(site: Path, folder: Path) -> Path:
    """A copy of the site, free to be changed, without its other languages."""
    others = shutil.ignore_patterns(*tags()[1:])
    shutil.copytree(site, folder, ignore=others)
    return folder


class Edition:
    """A copy of the site whose pages, script and search, in English, carry their edition."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.folder = folder
        self._built = copy_in_english(site, folder.with_name(f"{folder.name}-built"))
        self._originals = {
            path: path.read_text("utf-8")
            for path in [
                *(self._built / "en").rglob("*.html"),
                self._built / "en" / "search.js",
                self._built / "assets" / "guide.js",
            ]
        }
        self.publish("1")

    def publish(self, number: str, *, without: str = "") -> None:
        """Publish that edition; with `without`, the host does not receive pages of that folder."""
        for path, text in self._originals.items():
            if path.suffix == ".html":
                text = text.replace("<body", f"<body data-edition='{number}'", 1)
            else:
                text += f"document.body.dataset.{path.stem}Edition = '{number}';"
            path.write_text(text, "utf-8")
        put_in(BuiltSite(self._built, "/"))
        left_out = shutil.ignore_patterns(without)
        shutil.copytree(self._built, self.folder, ignore=left_out, dirs_exist_ok=True)


EDITION = "() => [document.body.dataset.edition, document.body.dataset.guideEdition]"


NEWER_IS_SAVED = """async (old) => {
  const one = await navigator.serviceWorker.getRegistration();
  const language = old.slice(0, old.lastIndexOf(" "));
  const names = await caches.keys();
  return names.some((name) => name.startsWith(language) && name !== old)
    && !one.installing && !one.waiting && one.active.state === "activated";
}"""


def test_a_new_version_replaces_the_old_one_and_no_page_mixes_them(
    site: Path, tmp_path: Path, host: Callable[[Path], Host], open_page: Open
) -> None:
    edition = Edition(site, tmp_path / "site")
    served = host(edition.folder)
    root = f"{served.address}/en/"
    here = open_page(root, service_workers="allow").page
    wait_until_saved(here)
    old = versions(here)
    assert len(old) == 1
    here.goto(f"{root}steps/ice/")

    edition.publish("2")
    there = here.context.new_page()
    there.goto(f"{root}help/")
    assert there.evaluate(EDITION) in (["1", "1"], ["2", "2"])
    wait_until(there, NEWER_IS_SAVED, old[0])
    here.locator("[data-search-open]").click()
    here.wait_for_function("document.body.dataset.searchEdition")
    assert here.evaluate("document.body.dataset.searchEdition") == "1", (
        "an open page got the search of another version"
    )
    there.goto(f"{root}why/")
    assert there.evaluate(EDITION) == ["2", "2"]
    here.goto(f"{root}next/")
    assert here.evaluate(EDITION) == ["2", "2"]
    wait_until(here, "(old) => caches.has(old).then((found) => !found)", old[0])

    edition.publish("3", without="help")
    here.goto(root)
    here.evaluate(
        "navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {})"
    )
    wait_until(
        here, "() => navigator.serviceWorker.getRegistration().then((one) => !one.installing)"
    )
    for address in ("", "help/"):
        here.goto(root + address)
        assert here.evaluate(EDITION) == ["2", "2"], "half of an edition was taken in"
    last = time.monotonic() + 60
    while len(versions(here)) > 1:  # each visit tries again, and gives up
        assert time.monotonic() < last, versions(here)
        here.wait_for_timeout(100)


def test_a_pdf_is_kept_once_it_was_opened_and_not_before(
    site: Path, tmp_path: Path, host: Callable[[Path], Host], open_page: Open
) -> None:
    folder = copy_in_english(site, tmp_path / "site")
    for name in ("asked-for", "never-asked-for"):
        (folder / "en" / f"{name}.pdf").write_bytes(b"%PDF-1.7 " + name.encode())
    put_in(BuiltSite(folder, "/"))
    served = host(folder)
    page = open_page(f"{served.address}/en/", service_workers="allow").page
    wait_until_saved(page)
    page.goto(f"{served.address}/en/help/")
    fetched = "name => fetch(`../${name}.pdf`).then((answer) => answer.text(), () => 'nothing')"
    assert page.evaluate(fetched, "asked-for") == "%PDF-1.7 asked-for"
    served.cut()
    page.context.set_offline(True)
    assert page.evaluate(fetched, "asked-for") == "%PDF-1.7 asked-for"
    assert page.evaluate(fetched, "never-asked-for") == "nothing"


def test_a_saved_page_opens_where_nothing_more_can_be_written(
    site: Path, tmp_path: Path, host: Callable[[Path], Host], open_page: Open
) -> None:
    folder = copy_in_english(site, tmp_path / "site")
    worker = folder / "en" / "sw.js"
    refused = """const put = Cache.prototype.put;
        Cache.prototype.put = function (key, answer) {
          const isNote = String(key).includes("?"); // of which version an open page is
          return isNote ? Promise.reject(Error("full")) : put.call(this, key, answer);
        };"""
    worker.write_text(refused + worker.read_text("utf-8"), "utf-8")
    served = host(folder)
    page = open_page(f"{served.address}/en/", service_workers="allow").page
    wait_until_saved(page)
    served.cut()
    page.context.set_offline(True)
    page.goto(f"{served.address}/en/help/")
    assert page.locator("h1").is_visible()


def test_a_live_preview_forgets_what_a_site_at_its_address_has_saved(
    site: Path, tmp_path: Path, host: Callable[[Path], Host], open_page: Open
) -> None:
    folder = copy_in_english(site, tmp_path / "site")
    root = host(folder).address
    page = open_page(f"{root}/en/", service_workers="allow").page
    wait_until_saved(page)
    for name, text in preview_files(["en"]).items():
        (folder / name).write_text(text, "utf-8")
    home = folder / "en" / "index.html"
    home.write_text(home.read_text("utf-8").replace("<h1", "<h1 data-new", 1), "utf-8")
    assert versions(page)
    page.goto(f"{root}/en/")
    page.locator("h1[data-new]").wait_for()
    forgotten = """async () => !(await navigator.serviceWorker.getRegistration())
      && !(await caches.keys()).some((name) => name.includes("/en/ "))"""
    wait_until(page, forgotten)


NOTHING_SAVED = """async () => !(await navigator.serviceWorker?.getRegistration())
  && !(await caches.keys()).some((name) => name.startsWith("guide "))"""


REFUSALS = {
    "not there": "delete Navigator.prototype.serviceWorker",
    "forbidden": "ServiceWorkerContainer.prototype.register ="
    " () => Promise.reject(new DOMException('no', 'SecurityError'))",
    "no space": "",
}


@pytest.mark.parametrize("reason", REFUSALS)
def test_where_saving_is_refused_the_page_stays_as_it_is(
    server: str, browser: Browser, reason: str
) -> None:
    with visit(browser, "about:blank", service_workers="allow") as found:
        page = found.page
        page.add_init_script(REFUSALS[reason])
        page.goto(f"{server}/assets/icon.svg")
        if reason == "no space":
            session = page.context.new_cdp_session(page)
            quota = {"origin": server, "quotaSize": 20_000}
            session.send("Storage.overrideQuotaForOrigin", quota)
            with page.context.expect_event("serviceworker"):
                page.goto(f"{server}/en/")
            wait_until(page, "() => navigator.serviceWorker.getRegistration().then((one) => !one)")
        else:
            page.goto(f"{server}/en/")
            page.wait_for_timeout(1000)
        assert not page.locator("[data-saved], [data-save]").locator("visible=true").count()
        assert found.console_errors == really_failed(found) == []
        page.goto(f"{server}/en/help/")
        assert page.locator("h1").is_visible()
        wait_until(page, NOTHING_SAVED)  # that page has tried it again


def test_a_reader_who_saves_data_is_asked_first(server: str, browser: Browser) -> None:
    with visit(browser, "about:blank", service_workers="allow") as found:
        page = found.page
        page.add_init_script(
            "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
        )
        page.goto(f"{server}/en/", wait_until="load")
        button = page.locator("[data-save]")
        button.wait_for(state="visible")
        assert not versions(page)
        button.click()
        wait_until_saved(page)
        assert not button.is_visible()
