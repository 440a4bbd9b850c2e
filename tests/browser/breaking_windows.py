"""A page in another dress: its width, its theme, and pictures of it to be looked at."""

from functools import cache

from breaking import ROOT
from lab import Notebook
from playwright.sync_api import CDPSession, FloatRect, Page

#: So high that Lab hides no cell.
TALL = 16_000
ARTEFACTS = ROOT / "artefacts"
#: Lab lays out its toolbar and cells in several frames: wait until in five, of 20 ms or more each, nothing has moved.
AT_REST = """async () => {
    const places = () => [...document.querySelectorAll(".jp-Toolbar, .jp-WindowedPanel-outer, .jp-Cell, .jp-Cell *")]
        .map(e => e.getBoundingClientRect()).map(r => [r.x, r.y, r.width, r.height].join()).join(";");
    const began = Date.now();
    for (let before = "", still = 0; still < 5;) {
        await new Promise(done => setTimeout(() => requestAnimationFrame(done), 20));
        const now = places();
        still = now === before ? still + 1 : 0;
        before = now;
        if (Date.now() - began > 20_000) throw new Error("the notebook does not come to rest");
    }
}"""


@cache
def _devtools(page: Page) -> CDPSession:
    """One for each page: what it asks of the page lasts as long as it does."""
    return page.context.new_cdp_session(page)


def resize(notebook: Notebook, width: int, height: int = TALL, scale: int = 1) -> None:
    """Give the window another size, in the page's own pixels, and unfold every assumption.

    `scale`: how many of the screen's pixels each of them is a side, until the next call. Playwright itself would give a
    window one for good, and drawing takes the four-fold at two.
    """
    notebook.page.set_viewport_size({"width": width, "height": height})
    if scale != 1:
        size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        _devtools(notebook.page).send("Emulation.setDeviceMetricsOverride", size)
    assert notebook.page.evaluate("() => [innerWidth, devicePixelRatio]") == [width, scale]
    notebook.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
    notebook.page.evaluate(AT_REST)


def dress(notebook: Notebook, theme: str) -> None:
    """Put on Lab's theme of that name. Lab keeps it, for all windows."""
    command = "async theme => { await window.jupyterapp.commands.execute('apputils:change-theme', { theme }) }"
    notebook.page.evaluate(command, theme)
    light = str(theme.endswith("Light")).lower()
    notebook.page.wait_for_function(f"() => document.body.dataset.jpThemeLight === '{light}'")
    notebook.page.locator("#jupyterlab-splash").wait_for(state="detached")


def pictures(notebook: Notebook, name: str) -> None:
    """Keep pictures of each panel and of the whole notebook."""
    ARTEFACTS.mkdir(exist_ok=True)
    for number, panel in enumerate(notebook.panels(), start=1):
        panel.cell.locator(".jp-Cell-outputArea").screenshot(path=ARTEFACTS / f"{name}-{number}.png", scale="css")
    picture(notebook, f"{name}-page")


def picture(notebook: Notebook, name: str) -> None:
    """Keep a picture of the notebook, as far down as the window and Chromium let it.

    A notebook that is longer than the window was scrolled by the picture of its last panel: then its top lies outside.
    """
    ARTEFACTS.mkdir(exist_ok=True)
    notebook.page.locator(".jp-WindowedPanel-outer").evaluate("e => { e.scrollTop = 0; }")
    place: dict[str, float] = notebook.page.locator(".jp-WindowedPanel-viewport").evaluate(
        "e => { const { x, y, width, height } = e.getBoundingClientRect(); return { x, y, width, height } }"
    )
    # Chromium draws no picture of more than 16,384 pixels a side, and each of the page's may be two.
    clip = FloatRect(x=place["x"], y=place["y"], width=place["width"], height=min(place["height"], 7_500))
    notebook.page.screenshot(path=ARTEFACTS / f"{name}.png", clip=clip, scale="css")
