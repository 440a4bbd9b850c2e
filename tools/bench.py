"""How long from a key press to the new picture, in a real JupyterLab: `make bench`.

A slider of a panel of the kit and one of plain `ipywidgets.interact` on the same figure (9 x 3.5 inches, two subplots,
1,500 points, legends) stand in one notebook and one kernel and take turns. The clock starts with the key's event in the
page and stops in the frame after the new picture has been decoded: one rule for both.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from measure import machine

ROOT = Path(__file__).parents[1]
STEPS = 36

FIGURE = """
import numpy as np
from matplotlib import pyplot as plt
import ipywidgets
from chokepoints.classroom import show
from chokepoints.classroom.artists import Artists
from chokepoints.classroom.controls import Number
from chokepoints.classroom.panel import Panel
from chokepoints.classroom.style import new_figure
%matplotlib inline

x = np.linspace(0, 10, 500)
noise = np.random.default_rng(1).normal(size=500)

def curves(speed):
    return np.sin(x + speed / 10), np.cos(x * (1 + speed / 50)), noise + speed / 20

def plotted(figure, speed):
    # The whole figure, as one writes it without a thought for speed.
    left, right = figure.subplots(1, 2)
    one, two, three = curves(speed)
    lines = (
        left.plot(x, one, label="sine")[0],
        left.plot(x, two, "--", label="cosine")[0],
        right.plot(x, three, ".", label="noise")[0],
    )
    for axes, title, low, high in ((left, "Waves", -1.2, 1.2), (right, "Noise", -4, 9)):
        axes.set_title(title)
        axes.set_xlabel("time")
        axes.set_ylabel("size")
        axes.set_xlim(0, 10)
        axes.set_ylim(low, high)
        axes.grid(True)
        axes.legend()
    return lines
"""

OURS = """
def setup():
    figure = new_figure(9, 3.5, wspace=0.3)
    one, two, three = plotted(figure, 50)
    return Artists(figure, one=one, two=two, three=three)

def update(artists, *, speed):
    for line, y in zip((artists.one, artists.two, artists.three), curves(speed)):
        line.set_ydata(y)
    return f"The speed is {speed}."

show(Panel("bench-curves", "Curves", setup, update, (Number("speed", "Speed", 0, 100, 50),)))
"""

PLAIN = """
def draw(speed):
    plotted(plt.figure(figsize=(9, 3.5)), speed)
    plt.show()

ipywidgets.interact(draw, speed=ipywidgets.IntSlider(50, 0, 100));
"""

#: Waits, in the page, for one key press and the picture that follows it in this cell; resolves to milliseconds.
WATCH = """cell => {
    const place = cell.querySelector(".jp-Cell-outputWrapper");
    const source = () => place.querySelector(".jp-OutputArea-output img, .jp-RenderedImage img")?.src;
    const before = source();
    window.measured = new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error("no new picture after a key press")), 20_000);
        let pressed = null;
        document.addEventListener("keydown", event => { pressed = event.timeStamp; }, { capture: true, once: true });
        const observer = new MutationObserver(async () => {
            const image = place.querySelector("img");
            if (pressed === null || !image?.src || image.src === before) return;
            observer.disconnect();
            await image.decode();
            requestAnimationFrame(() => { clearTimeout(late); resolve(performance.now() - pressed); });
        });
        observer.observe(place, { subtree: true, childList: true, attributes: true, attributeFilter: ["src"] });
    });
}"""


def step(notebook: Any, cell: Any, key: str) -> float:
    """Milliseconds from this key press on the cell's slider to its new picture."""
    notebook.settle()
    cell.locator(".noUi-handle").focus()
    cell.evaluate(WATCH)
    notebook.page.keyboard.press(key)
    return float(notebook.page.evaluate("() => window.measured"))


def measure(notebook: Any, steps: int = STEPS) -> tuple[list[float], list[float]]:
    """Times of our panel and of `interact`, in ms, in turns, on a notebook that holds FIGURE, OURS and PLAIN."""
    cells = notebook.page.locator(".jp-CodeCell:has(.noUi-handle)")
    ours, plain = cells.nth(0), cells.nth(1)
    for cell in (ours, plain):  # the first picture of each is slower, and what is opened once is not what is measured
        for key in ("ArrowRight", "ArrowLeft"):
            step(notebook, cell, key)
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(steps):
        for cell, found in zip((ours, plain), times, strict=True):
            found.append(step(notebook, cell, "ArrowRight"))
    return times


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def table(ours: list[float], plain: list[float]) -> str:
    """Both as a Markdown table."""
    rows = [
        f"| {name} | {statistics.median(times):.0f} ms | {p95(times):.0f} ms | "
        f"{statistics.median(times) / statistics.median(plain):.2f} |"
        for name, times in (("a panel of the kit", ours), ("plain `interact`, fresh pyplot figure", plain))
    ]
    return "\n".join(
        ["| from key press to new picture | median | 95th percentile | ratio |", "|---|---|---|---|", *rows]
    )


def main() -> None:
    """Open a Lab, measure, print."""
    sys.path.insert(0, str(ROOT / "tests" / "browser"))
    from lab import Notebook, write_notebook
    from playwright.sync_api import sync_playwright
    from server import find_browser, launch, running_lab

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home, running_lab(Path(home)) as lab:
        path = find_browser(playwright)
        if path is None:
            sys.exit("No browser found: install Chromium, or name one in CHOKEPOINTS_BROWSER.")
        browser = launch(playwright, path)
        notebook = Notebook(browser, lab, write_notebook(lab, "bench", FIGURE, OURS, PLAIN))
        notebook.run_all()
        ours, plain = measure(notebook)
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
        print(f"{machine()}; Chromium {browser.version}, {STEPS} steps each, load {load:.1f}.\n")
        print(table(ours, plain))
        notebook.close()
        browser.close()


if __name__ == "__main__":
    main()
