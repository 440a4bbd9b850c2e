"""Every package that a class without internet needs, as files in one folder: `make wheels`, then copy the kit.

The files fit machines like this one: the same system, processor and minor version of Python. teaching/README.md says
how a class installs from the folder.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "wheels"
#: Published as source alone: pure Python, made into a wheel here, so that a class needs nothing that builds.
BUILT = ("http-ece", "pyaes")


def wanted(root: Path) -> list[str]:
    """The pinned packages of learners without the kit itself, and what builds its editable install."""
    lines = (root / "requirements.txt").read_text("utf-8").splitlines()
    backend = re.search(r'^requires = \["(.+)"\]', (root / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    if not backend:
        raise SystemExit("pyproject.toml names no build backend in one line, `requires = [...]`; write it so.")
    # hatchling asks for editables while it builds an editable install; no metadata of its own says so.
    return [line for line in lines if line and not line.startswith(("#", "-"))] + [backend[1], "editables"]


def main() -> int:
    """Fill the folder; 0 where all went well."""
    names = FOLDER / "wanted.txt"
    FOLDER.mkdir(exist_ok=True)
    names.write_text("\n".join(wanted(ROOT)) + "\n", "utf-8")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    # With its dependencies: they are pinned above but for the build backend's. Not the list itself: its last line
    # `-e .` would make pip pack the kit, this folder included, while the folder grows.
    binary = ["--only-binary", ":all:", "--no-binary", ",".join(BUILT)]
    done = subprocess.run([*command, *binary, "-r", str(names), "-w", str(FOLDER)], check=False)
    if done.returncode:
        print("Not every package could be fetched; what pip says stands above. Try again: what is there stays.")
        return 1
    files = sorted(FOLDER.glob("*.whl"))
    size = sum(file.stat().st_size for file in files) / 1e6
    print(
        f"wheels/ holds {len(files)} packages, {size:.0f} MB. Copy the whole kit; teaching/README.md goes on from here."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
