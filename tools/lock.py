"""Write requirements.txt and requirements-authors.txt from pyproject.toml: `make lock`.

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


runtime = ROOT / "requirements.txt"
runtime.write_text(HEAD + resolve() + "-e .\n")
pins = ROOT / ".venv" / "pins.txt"  # uv takes no `-e .` among constraints
pins.write_text(runtime.read_text().removesuffix("-e .\n"))
authors = ROOT / "requirements-authors.txt"
authors.write_text(HEAD + resolve("--extra", "authors", "--constraint", str(pins)) + "-e .\n")
print(f"{runtime.name}: {len(runtime.read_text().splitlines()) - 2} packages")
print(f"{authors.name}: {len(authors.read_text().splitlines()) - 2} packages")
