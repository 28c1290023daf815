"""Prints the lowest version of each library that the product names, as constraints for pip; tests' tools stay new."""

import re
import sys
import tomllib
from pathlib import Path

REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[^\]]*\])?>=(?P<lowest>[\w.]+),<")
TOOLS = ("test", "bench")

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = [named for extra, named in project["optional-dependencies"].items() if extra not in TOOLS]
for requirement in [*project["dependencies"], *(one for named in extras for one in named)]:
    found = REQUIREMENT.match(requirement)
    if found is None:
        raise SystemExit(f"pyproject.toml: {requirement} needs a lowest version and an upper bound")
    sys.stdout.write(f"{found['name']}=={found['lowest']}\n")
