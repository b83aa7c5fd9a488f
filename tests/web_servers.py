"""The web servers that the recipes in `docs/hosts/` are for, run for real on this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .real_content import ROOT

RECIPES = ROOT / "docs" / "hosts"
FOLDER = "/srv/back-spasm-guide/site"
PACKAGES = {"nginx": "nginx-light", "caddy": "caddy"}

_PATIENCE = 20.0


class NoServer(Exception):
    """The server cannot be had; the message is one line that tells what to type."""


def provide(name: str) -> str:
    """The program, installed from Debian's packages where that needs nobody's leave."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin"
    if found := shutil.which(name, path=path):
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "install", "-y", "-q", PACKAGES[name]], check=False)
    if found := shutil.which(name, path=path):
        return found
    raise NoServer(f"no {name} was found: on Debian type `sudo apt install {PACKAGES[name]}`")


@contextmanager
def serving(name: str, site: Path, folder: Path) -> Iterator[str]:
    """The address at which `name` serves the site by its recipe. `folder` is for its own files."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = _COMMANDS[name](provide(name), site, folder, port)
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (
        (folder / "log").open("w+") as log,
        subprocess.Popen(command, env=environment, stdout=log, stderr=log) as process,
    ):
        try:
            _wait(process, port, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _nginx(program: str, site: Path, folder: Path, port: int) -> list[str]:
    recipe = _adapted("nginx.conf", "listen 80;", f"listen 127.0.0.1:{port};", site)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off;\npid {folder}/nginx.pid;\nerror_log stderr;\nuser root;\n"
        "events {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n"
        f"{temporary}{recipe}}}\n"
    )
    return [program, "-c", str(folder / "nginx.conf"), "-p", str(folder)]


def _caddy(program: str, site: Path, folder: Path, port: int) -> list[str]:
    recipe = _adapted("Caddyfile", "back-spasm.example {", f"http://127.0.0.1:{port} {{", site)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{recipe}")
    return [program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


_COMMANDS = {"nginx": _nginx, "caddy": _caddy}


def _adapted(name: str, address: str, own: str, site: Path) -> str:
    """The recipe with the two things changed that it says to change."""
    recipe = (RECIPES / name).read_text("utf-8")
    assert recipe.count(address) == 1 and recipe.count(FOLDER) == 1
    return recipe.replace(address, own).replace(FOLDER, str(site))


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    start = time.monotonic()
    while time.monotonic() - start < _PATIENCE:
        if process.poll() is not None:
            raise AssertionError(log.read_text("utf-8"))
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server did not answer")
