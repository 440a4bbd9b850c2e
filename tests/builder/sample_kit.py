"""A kit with one sound lesson, which each test of the builder breaks in its own way."""

from pathlib import Path

SOUND = """\
---
chokepoints:
  number: 04
  slug: push
  title: Push
  room: push
  aims: [read a panel, answer a check]
  reviewed: 2026-11-05
  prerequisites: [0]
---

# Push

It blocked [18.9 million](https://example.org "fact: ip-18-9m") addresses.

```{code-cell}
:label: l04-load

rates = [2, 3]
print(len(rates), "rates")
```

+++ {"tags": ["lesson-only"]}

Only in the lesson.

```{code-cell}
:label: l04-run
:tags: [lesson-only]

print("a run")
```

+++

## Reach (12 min)

```{code-cell}
:label: l04-sum
:tags: [exercise]

# BEGIN SOLUTION
total = sum(rates)  # both
# END SOLUTION
total
```

```{code-cell}
:label: l04-model
:tags: [solution]

print("one model answer")
```
"""


class Kit:
    """A kit with one lesson."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.path = root / "lessons" / "04_push.md"
        self.path.parent.mkdir()
        self.path.write_text(SOUND)

    def change(self, old: str, new: str) -> None:
        """Replace what stands in the lesson exactly once."""
        text = self.path.read_text()
        assert text.count(old) == 1, old
        self.path.write_text(text.replace(old, new))

    def add(self, text: str) -> int:
        """Add to the lesson's end; the line on which the addition starts."""
        before = self.path.read_text() + "\n"
        self.path.write_text(before + text)
        return before.count("\n") + 1

    def half(self) -> Path:
        """The path of a further half of the lesson, `04b_pull`, sound as it is."""
        path = self.path.with_name("04b_pull.md")
        text = self.path.read_text().replace("l04-", "l04b-").replace("number: 04", "number: 04b")
        path.write_text(text.replace("slug: push", "slug: pull"))
        return path

    def line(self, part: str) -> int:
        """The only line that holds this."""
        (found,) = [number for number, line in enumerate(self.path.read_text().split("\n"), 1) if part in line]
        return found

    def built(self) -> dict[str, bytes]:
        """Every built notebook, by edition and name."""
        return {str(path.relative_to(self.root)): path.read_bytes() for path in sorted(self.root.glob("*/*.ipynb"))}
