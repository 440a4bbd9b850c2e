"""The table of lessons in README.md, with a Binder badge a lesson: written by `make build`.

The badges follow from one constant, `chokepoints.REPOSITORY` ("owner/name"). While it is empty the README says so.
"""

import re
import sys
from pathlib import Path
from urllib.parse import quote

from lesson import read_lesson
from stems import parts

from chokepoints import REPOSITORY
from chokepoints.classroom.tags import editions_of
from chokepoints.errors import KitError

ROOT = Path(__file__).parents[1]
BEGIN = "<!-- lessons: written by make build -->"
END = "<!-- end of lessons -->"
START_PAGE = "notebooks/00_start_here.ipynb"
NO_ADDRESS = (
    "The repository's address is not known yet, so there are no Binder badges: once `REPOSITORY` in "
    "`src/chokepoints/__init__.py` names it, `make build` writes them here."
)

_MINUTES = re.compile(r"^##\s.*\((\d+) min\)\s*$", re.MULTILINE)


def badge(repository: str, notebook: str, label: str) -> str:
    """A Binder badge, in Markdown, that opens this notebook in Lab. `repository` is "owner/name"."""
    address = f"https://mybinder.org/v2/gh/{repository}/HEAD?urlpath={quote('lab/tree/' + notebook, safe='')}"
    return f"[![{label}](https://mybinder.org/badge_logo.svg)]({address})"


def lesson_table(root: Path, repository: str) -> str:
    """The table of lessons in Markdown, a line each, in order; with badges where the repository is known.

    Raises KitError for a repository that is not "owner/name", and what `read_lesson` raises for a faulty lesson.
    """
    if repository and not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        raise KitError(f"REPOSITORY is {repository!r}; it should be owner/name as on GitHub, or empty.")
    lines = []
    if repository:
        lines += [f"Without installing anything: {badge(repository, START_PAGE, 'Open the start page in Binder')}", ""]
    columns = ["no.", "lesson", "in it you", "minutes"] + (["open"] if repository else [])
    lines += [_row(columns), _row(["---"] * len(columns))]
    for path in sorted((root / "lessons").glob("*.md")):
        lines.append(_row(_cells(path, repository)))
    if not repository:
        lines += ["", NO_ADDRESS]
    return "\n".join(lines) + "\n"


def _cells(path: Path, repository: str) -> list[str]:
    lesson = read_lesson(path)
    notebook = f"notebooks/{path.stem}.ipynb"
    text = "\n".join(cell.source for cell in lesson.cells if "notebooks" in editions_of(cell.tag))
    minutes = sum(int(count) for count in _MINUTES.findall(text))
    number, _ = parts(path.stem)
    cells = [number, f"[{lesson.title}]({notebook})", "; ".join(lesson.aims), str(minutes)]
    return cells + ([badge(repository, notebook, f"Open lesson {number} in Binder")] if repository else [])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def readme(root: Path, repository: str) -> str:
    """README.md as it should be. Raises KitError where it lacks the two marker lines."""
    text = (root / "README.md").read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN + "\n")
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in after or END in after:
        raise KitError(f"README.md should hold the lines {BEGIN} and {END}, once each and in this order.")
    return f"{before}{begin}\n{lesson_table(root, repository)}\n{end}{after}"


def write_readme(root: Path) -> bool:
    """Renew the table in README.md; whether that changed it. Raises KitError as `lesson_table` and `readme` do."""
    wanted = readme(root, REPOSITORY)
    path = root / "README.md"
    if path.read_text(encoding="utf-8") == wanted:
        return False
    path.write_text(wanted, encoding="utf-8")
    return True


if __name__ == "__main__":
    try:
        print("README.md: written" if write_readme(ROOT) else "README.md: unchanged")
    except KitError as error:
        sys.exit(str(error))
