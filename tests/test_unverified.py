"""A row that nobody has seen a source of is in no picture and no reading, and where it is shown it says so."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

from chokepoints.evidence import cite, published
from chokepoints.evidence.facts import quantities
from chokepoints.evidence.rows import FACT_TABLES
from chokepoints.evidence.side import side_by_side
from chokepoints.evidence.tables import table

ROOT = Path(__file__).parents[1]
#: Draws every panel that a room offers, at its start and with each control at each end, the next one at its other end;
#: what it says, what it shows.
DRAW = """
import hashlib, importlib, json, pkgutil
import chokepoints
from chokepoints.classroom.panel import Drawing, Panel
from PIL.Image import Image
packed = Image.save
def save(image, file, *kind, **more):  # a picture that is only compared need not be packed, which takes its time
    file.write(image.tobytes()) if kind == ("png",) else packed(image, file, *kind, **more)
Image.save = save
drawn = {}
for room in pkgutil.iter_modules(chokepoints.__path__):
    try:
        module = importlib.import_module(f"chokepoints.{room.name}.panels")
    except ModuleNotFoundError:
        continue
    for panel in vars(module).values():
        if isinstance(panel, Panel):
            start = {control.name: control.start for control in panel.controls}
            ends = [(control.name, [*control.values()]) for control in panel.controls]
            pairs = zip(ends, [*ends[1:], ends[0]])
            moved = [{one: first[0], other: last[-1]} for (one, first), (other, last) in pairs]
            drawing = Drawing(panel)  # one for all states, as a learner has it: a new one for each takes thrice as long
            for state in [{}, *moved]:
                reading, picture = drawing.draw(start | state)
                drawn[f"{panel.name} {state}"] = [reading, hashlib.sha256(picture).hexdigest()]
print(json.dumps(drawn))
"""


def drawn(kit: Path) -> dict[str, list[str]]:
    """What the panels of a copy of the kit show, by panel and state."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(kit / 'src')!r})\n{DRAW}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=kit)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def rewrite(path: Path, *, number: str | None) -> None:
    """Mark every second row of a table as unverified too, and put this number, if any, into all that are."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    for index, row in enumerate(rows):
        if index % 2:
            row["basis"] = "unverified"
        if row["basis"] == "unverified" and number is not None:
            row |= {end: number for end in ("low", "high") if row.get(end)} | {"statement": f"Number {number}."}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_no_panel_depends_on_an_unverified_row(tmp_path: Path) -> None:
    """Nor would it, were half of all rows unverified: then another number in those changes nothing."""
    shown = []
    shutil.copytree(ROOT / "src", tmp_path / "src")
    for number in (None, "3"):
        shutil.copytree(ROOT / "datasets", tmp_path / "datasets", dirs_exist_ok=True)
        for name in FACT_TABLES:
            rewrite(tmp_path / "datasets" / f"{name}.csv", number=number)
        shown.append(drawn(tmp_path))
    before, after = shown
    assert before
    assert {state: what for state, what in after.items() if before[state] != what} == {}


def test_a_table_says_what_is_unverified() -> None:
    counted = 0
    for quantity in quantities():
        doubtful = [figure for figure in published(quantity) if figure.basis == "unverified"]
        for kind, text in side_by_side(quantity)._repr_mimebundle_().items():
            # A row's own words may say so once more.
            assert text.count("(unverified)") >= len(doubtful), f"{quantity}, {kind}"
            assert bool(doubtful) == ("(unverified)" in text), f"{quantity}, {kind}"
        counted += len(doubtful)
    assert counted


def test_a_citation_says_what_is_unverified() -> None:
    doubtful = [row.slug for name in FACT_TABLES for row in table(name) if row.basis == "unverified"]
    assert doubtful
    assert all(cite(slug).startswith("UNVERIFIED, do not cite as fact.") for slug in doubtful)
