"""Checks what is given for settings, by pydantic: types, ranges, and text as people write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from planner.errors import SettingError
from planner.settings import Balance, Settings


def _model() -> type[BaseModel]:
    kinds = get_type_hints(Settings)
    rules: dict[str, Any] = {
        one.name: (
            kinds[one.name],
            Field(default=one.default, description=one.metadata["meaning"], **one.metadata["bounds"]),
        )
        for one in fields(Settings)
    }
    return create_model("Settings", __config__=ConfigDict(extra="forbid"), __doc__=Settings.__doc__, **rules)


SETTINGS_MODEL = _model()
"""All settings as pydantic checks them and writes their JSON Schema."""


def checked(given: Mapping[str, object]) -> dict[str, Any]:
    """Settings that were given, each in its type.

    Raises:
        SettingError: in one sentence, on the first that is impossible.
    """
    values = dict(given)
    if isinstance(balance := values.get("balance"), str):
        values["balance"] = Balance.parse(balance)
    try:
        model = SETTINGS_MODEL.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        reason = first["msg"][:1].lower() + first["msg"][1:]
        raise SettingError(f"The setting “{where}” cannot be {first['input']!r}: {reason}.") from None
    return {name: getattr(model, name) for name in given}
