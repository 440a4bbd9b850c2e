"""Editable, regular, and one after the other: an installed kit finds its tables. And the lists of pinned packages."""

import csv
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: The markers that keep a package of one system off the others; pip refuses an install without them.
OF_ONE_SYSTEM = {
    "pywinpty": "os_name == 'nt'",
    "colorama": "sys_platform == 'win32'",
    "appnope": "sys_platform == 'darwin'",
}
LOOK = """
import sys
before = set(sys.modules)
import chokepoints.evidence as evidence
print(len(evidence.table("figures")), evidence.__file__)
print(sorted({name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names) - before))
"""


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment's Python, with the build backend and nothing else: what evidence imports must suffice."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder / "venv", with_pip=True, symlinks=True)
    python = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    requires = re.search(r'requires = \["(.+)"\]', (ROOT / "pyproject.toml").read_text())
    assert requires
    done = run(python, "-m", "pip", "install", "--quiet", requires[1], cwd=folder)
    assert done.returncode == 0, done.stderr
    return python


@pytest.fixture
def python(environment: Path, tmp_path: Path) -> Iterator[Path]:
    """The same, and the kit goes again with the test: the next finds an environment as new."""
    assert "No module named 'chokepoints'" in run(environment, "-c", LOOK, cwd=tmp_path).stderr
    yield environment
    done = run(environment, "-m", "pip", "uninstall", "--quiet", "--yes", "chokepoints", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for left in environment.parents[1].glob("[Ll]ib/**/site-packages/chokepoints"):  # what Python compiled there
        shutil.rmtree(left)


def install(python: Path, kit: Path, *how: str) -> None:
    command = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", *how, ".")
    done = run(python, *command, cwd=kit)
    assert done.returncode == 0, done.stderr


def look(python: Path, elsewhere: Path) -> tuple[int, Path]:
    """How many figures the installed kit finds from another folder, and where it lies itself."""
    done = run(python, "-c", LOOK, cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    first, modules = done.stdout.splitlines()
    assert modules == "['chokepoints']", "evidence imports more than Python's own modules"
    count, _, place = first.partition(" ")
    return int(count), Path(place)


@pytest.mark.parametrize("order", [("editable", "regular"), ("regular", "editable")], ids="-then-".join)
def test_every_install_finds_the_tables(
    order: tuple[str, str], python: Path, checkout: Callable[[str], Path], tmp_path: Path
) -> None:
    kit = checkout("kit")
    with (kit / "datasets" / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = sum(1 for _ in csv.DictReader(file))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for how in order:
        install(python, kit, *(["-e"] if how == "editable" else []))
        count, place = look(python, elsewhere)
        assert count == rows > 0
        assert place.is_relative_to(kit / "src" if how == "editable" else python.parents[1])


def test_a_kit_without_tables_names_both_places(python: Path, checkout: Callable[[str], Path], tmp_path: Path) -> None:
    kit = checkout("kit")
    install(python, kit, "-e")
    (kit / "datasets").rename(kit / "gone")
    done = run(python, "-c", LOOK, cwd=tmp_path)
    assert done.returncode != 0
    assert str(Path("chokepoints", "_data")) in done.stderr
    assert str(kit / "datasets") in done.stderr


def test_no_package_here_disagrees_with_another() -> None:
    done = run(sys.executable, "-m", "pip", "check", cwd=ROOT)
    assert done.returncode == 0, done.stdout


def pins(name: str) -> set[str]:
    """The lines of a list, without comments. Every one must be an exact pin, and the kit itself must come last."""
    lines = [line for line in (ROOT / name).read_text().splitlines() if not line.startswith("#")]
    assert lines.pop() == "-e ."
    for line in lines:
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", line), f"{name}: {line!r} is no exact pin"
    return set(lines)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-authors.txt"])
def test_packages_of_one_system_are_marked(name: str) -> None:
    marked = {line.partition("==")[0]: line.partition(" ; ")[2] for line in pins(name)}
    for package, marker in OF_ONE_SYSTEM.items():
        assert marked.get(package) == marker, f"{name}: {package} should have the marker {marker}"


def test_authors_have_what_learners_have() -> None:
    learners, authors = pins("requirements.txt"), pins("requirements-authors.txt")
    assert learners < authors
    names = {line.partition("==")[0] for line in learners}
    assert {"jupyterlab", "notebook", "ipywidgets", "matplotlib", "nbval"} <= names
    assert not {line for line in authors - learners if line.partition("==")[0] in names}, "two versions of one package"
