"""What all models share, and the types of ids."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")]
"""A readable name in lower case, such as `rest-then-move`. It is a contract: never reused."""

FactId = Annotated[str, StringConstraints(pattern=r"^S\d{2}$")]
"""One fact of the source article: `S01`."""

CountryId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2, and `EU` for the European Union."""

Address = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9/-]*(?:#[a-z][a-z0-9-]*)?$")]
"""A page of the guide without its locale, and perhaps a heading: `steps/ice`, `why#chain`."""


Words = Annotated[str, StringConstraints(pattern=r"\S")]
"""Something is said: a field that is there is not left blank."""


class Model(BaseModel):
    """Frozen and strict: an unknown field or a wrong type is a problem, never a guess."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )
