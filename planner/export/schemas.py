"""The JSON Schema files that are shipped beside this module; `python -m planner.export.schemas` writes them anew."""

from __future__ import annotations

import json
from pathlib import Path

from planner.export.plan_document import plan_schema
from planner.export.quarter_document import quarter_schema
from planner.export.roster_document import roster_schema


def schema_texts() -> dict[str, str]:
    """The content of each schema file by its name."""
    schemas = {
        "plan.schema.json": plan_schema(),
        "quarter.schema.json": quarter_schema(),
        "roster.schema.json": roster_schema(),
    }
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in schemas.items()}


if __name__ == "__main__":
    for _name, _text in schema_texts().items():
        Path(__file__).with_name(_name).write_text(_text, encoding="utf-8")
