"""What a page that shows a stored notebook lacks: pictures, their texts, panels."""

from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Page

#: What nbconvert writes for a picture that has no text; Lab writes "Image". axe takes both for one.
NO_TEXT = "No description has been provided"
LOOK = f"""place => {{
    const faults = [];
    const say = (what, e) => faults.push(`${{what}}: ${{e.outerHTML.slice(0, 200)}}`);
    const root = document.querySelector(place);
    for (const image of root.querySelectorAll("img")) {{
        const alt = image.getAttribute("alt") ?? "";
        if (!(image.complete && image.naturalWidth)) say("a picture that does not show", image);
        if (!image.getClientRects().length) say("a picture out of sight", image);
        if (!alt.trim() || alt === "Image" || alt.includes("{NO_TEXT}")) say("a picture without text", image);
    }}
    const plain = text => (text ?? "").split(/\\s+/).join(" ").trim();
    for (const figure of root.querySelectorAll("figure")) {{
        const image = figure.querySelector("img");
        if (!image) say("a panel without a picture", figure);
        else if (plain(image.alt) !== plain(figure.querySelector(".chokepoints-reading")?.textContent))
            say("a panel whose reading is not its picture's text", figure);
    }}
    for (const words of ["{NO_TEXT}", "model not found", "Error displaying widget", "Loading widget"])
        if (root.textContent.includes(words)) faults.push(words);
    return faults;
}}"""


def stored_outputs(path: Path) -> list[dict[str, Any]]:
    """The data of every output that a notebook holds, by media type."""
    cells = nbformat.read(path, as_version=4).cells
    return [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]


def stored_panels(path: Path) -> list[str]:
    """The markup of every panel's picture that a notebook holds."""
    found = ["".join(data.get("text/html", "")) for data in stored_outputs(path)]
    return [markup for markup in found if "chokepoints-panel" in markup]


def faults(page: Page, path: Path, place: str = "body") -> list[str]:
    """What the page that shows this notebook lacks, within the element at `place`."""
    shown = page.locator(f"{place} figure.chokepoints-panel").count()
    stored = len(stored_panels(path))
    missing = [] if shown == stored else [f"{shown} panels are shown, {stored} are stored"]
    return missing + list(page.evaluate(LOOK, place))
