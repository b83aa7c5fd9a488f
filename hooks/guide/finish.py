"""The last step of a build: what can only be worked out from the finished files.

It works on a folder, whichever generator has filled it, and leaves the live preview alone.
"""

from __future__ import annotations

from pathlib import Path

from . import budgets, icons, lighten, page_styles, security_policy, worker
from .built import BuiltSite


def finish(folder: Path, site_url: str) -> None:
    """Complete the site in `folder`, which will stand at `site_url`.

    The order counts: a step sees the bytes that the steps before it have written, and what is
    saved for offline use comes last, because its version is a digest of all the others.
    `ValueError` says what keeps the folder from being published.
    """
    site = BuiltSite(folder, site_url)
    lighten.put_in(site)
    page_styles.put_in(site)
    security_policy.put_in(site)
    icons.put_in(site)
    budgets.check(site)
    worker.put_in(site)
