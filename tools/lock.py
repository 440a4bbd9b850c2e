"""Write requirements.txt, requirements-authors.txt and requirements-hub.txt from pyproject.toml: `make lock`.

uv resolves once for every platform and for every Python from 3.11.2 on (Debian 12's own), and writes the markers.
Hashes are left out because pip refuses them beside `-e .`.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
HEAD = "# Exact versions for every platform, written by `make lock` from pyproject.toml. Do not edit by hand.\n"


def resolve(*options: str) -> str:
    """The pinned lines that uv finds for pyproject.toml with these further options."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11.2"]
    command += ["--no-annotate", "--no-header", "pyproject.toml", *options]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


pins = ROOT / ".venv" / "pins.txt"
pins.write_text("")
# Each list holds the one before it, at the same versions.
extras: list[str] = []
for name, extra in (("requirements.txt", ""), ("requirements-authors.txt", "authors"), ("requirements-hub.txt", "hub")):
    extras += ["--extra", extra] if extra else []
    found = resolve(*extras, "--constraint", str(pins))
    (ROOT / name).write_text(HEAD + found + "-e .\n")
    pins.write_text(found)  # uv takes no `-e .` among constraints
    print(f"{name}: {len(found.splitlines())} packages")
