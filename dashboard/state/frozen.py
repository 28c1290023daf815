"""What all kept data is made of: pydantic models that never change and know nothing beyond their fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Kept as JSON; a field that is not known is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
