"""The registry of languages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Model

Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$")]
"""A BCP 47 tag as it stands in addresses: `en`, `pt-BR`, `zh-Hans`."""


class Locale(Model):
    """One language of the guide."""

    tag: Tag
    name: str
    """Its name in itself."""
    direction: Literal["ltr", "rtl"]


class Locales(Model):
    """`locales.yml`. The first locale is the source of all others."""

    locales: tuple[Locale, ...] = Field(strict=False, min_length=1)
