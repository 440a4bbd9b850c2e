"""What an eye would see on a page and a test would not: text cut off, controls over one another, faint words."""

from playwright.sync_api import Page

#: Where the kit's own words and pictures stand.
OURS = ".jp-OutputArea-output, .chokepoints-controls, .jp-RenderedMarkdown"

_SHARED = """
const seen = e => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && e.getClientRects().length > 0;
const words = e => (e.textContent || e.value || e.getAttribute("aria-label") || e.tagName).trim().slice(0, 50);
// Screen readers only: one pixel, on purpose.
const heard = e => e.closest(".chokepoints-status") !== null;
"""

_CUT = (
    "() => {"
    + _SHARED
    + """
    const found = [];
    const holder = document.querySelector(".jp-WindowedPanel-outer");
    if (holder.scrollWidth > holder.clientWidth + 1) found.push("the notebook scrolls sideways");
    const parts = "p, li, h1, h2, h3, h4, img, figure, figcaption, summary, button, select, input, label, " +
        ".noUi-target, .widget-readout, table, pre";
    for (const place of document.querySelectorAll(".jp-RenderedMarkdown, .jp-OutputArea-output")) {
        const right = place.getBoundingClientRect().right + 1;
        for (const e of place.querySelectorAll(parts)) {
            if (!seen(e) || heard(e)) continue;
            const table = e.closest("table"), range = document.createRange();
            range.selectNodeContents(e);
            // Not of printed text: blanks at the end of its lines count, and are not seen.
            const measured = e.matches("select, input, img, pre") ? [e] : [e, range];
            const ends = measured.map(one => one.getBoundingClientRect().right);
            if (Math.max(...ends) <= right) continue;
            // A table may be wider than the window where it can be scrolled.
            if (table && /auto|scroll/.test(getComputedStyle(place).overflowX)) continue;
            found.push(`${e.tagName.toLowerCase()} goes beyond its cell: ${words(e)}`);
        }
    }
    for (const e of document.querySelectorAll(".chokepoints-controls *, .chokepoints-panel *")) {
        if (!seen(e) || heard(e) || e.matches(".noUi-target, .noUi-target *, svg *")) continue;
        const style = getComputedStyle(e);
        if (style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
            found.push(`cut off: ${words(e)}`);
        if (style.overflowY === "hidden" && e.scrollHeight > e.clientHeight + 3 && e.clientHeight)
            found.push(`cut off below: ${words(e)}`);
        if (e.tagName !== "SELECT") continue;
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        // An option longer than the window is read in full where the list unfolds.
        const inside = box => box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const [room, most] = [inside(e), inside(e.closest(".jp-OutputArea-output"))];
        for (const option of e.options) {
            const needed = pen.measureText(option.text).width;
            if (needed > room && needed <= most) found.push(`option cut off: ${option.text}`);
        }
    }
    for (const track of document.querySelectorAll(".chokepoints-controls .noUi-target"))
        if (track.getBoundingClientRect().width < 100) found.push(`too short to aim at: ${words(track)}`);
    return found;
}"""
)

_OVERLAPS = (
    "() => {"
    + _SHARED
    + """
    const found = [];
    const compare = nodes => nodes.forEach((one, place) => nodes.slice(place + 1).forEach(other => {
        if (one.contains(other) || other.contains(one)) return;
        const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 1) found.push(`${words(one)} <> ${words(other)}`);
    }));
    const parts = "label, .widget-label, .noUi-target, .widget-readout, select, button, input, .chokepoints-kept";
    for (const box of document.querySelectorAll(".chokepoints-controls"))
        compare([...box.querySelectorAll(parts)].filter(e => seen(e) && !heard(e) && words(e)));
    for (const area of document.querySelectorAll(".jp-OutputArea"))
        compare([...area.querySelectorAll(":scope > .jp-OutputArea-child")].filter(seen));
    for (const panel of document.querySelectorAll(".chokepoints-panel"))
        compare([...panel.children].filter(seen));
    return found;
}"""
)

_FAINT = (
    "roots => {"
    + _SHARED
    + """
    // Colours as the browser paints them, whatever way they are written in.
    const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
        .getContext("2d", { willReadFrequently: true });
    const painted = new Map(), paint = colour => {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const rgba = colour => [...painted.get(colour) ?? painted.set(colour, paint(colour)).get(colour)];
    const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
    const light = ([r, g, b]) => {  // WCAG 2.2, relative luminance
        const [x, y, z] = [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ground = e => {
        const layers = [];
        for (let at = e; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
        return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
    };
    const strength = e => {
        let share = 1;
        for (let at = e; at; at = at.parentElement) share *= Number(getComputedStyle(at).opacity);
        return share;
    };
    const found = new Set();
    let looked = 0;
    for (const root of document.querySelectorAll(roots)) {
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const e = walk.currentNode.parentElement;
            if (!walk.currentNode.data.trim() || heard(e) || !e.getClientRects().length) continue;
            const style = getComputedStyle(e), size = parseFloat(style.fontSize);
            const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
            const below = ground(e), colour = rgba(style.color);
            colour[3] *= strength(e);
            const [low, high] = [light(over(colour, below)), light(below)].sort((a, b) => a - b);
            const ratio = (high + 0.05) / (low + 0.05);
            looked += 1;
            if (ratio < (large ? 3 : 4.5))
                found.add(`${ratio.toFixed(2)}: ${walk.currentNode.data.trim().slice(0, 50)}`);
        }
    }
    if (!looked) found.add("no text at all");
    return [...found];
}"""
)


def cut(page: Page) -> list[str]:
    """Where prose, pictures or controls go beyond the window, or words beyond their box."""
    found: list[str] = page.evaluate(_CUT)
    return found


def overlaps(page: Page) -> list[str]:
    """Which controls, outputs or parts of a panel lie over one another."""
    found: list[str] = page.evaluate(_OVERLAPS)
    return found


def faint(page: Page, roots: str = OURS) -> list[str]:
    """Texts whose contrast with what lies behind them is below that of WCAG 2.2 (1.4.3): 4.5, large ones 3."""
    found: list[str] = page.evaluate(_FAINT, roots)
    return found


def see_through(page: Page) -> int:
    """How many pictures of panels have no ground of their own: in a dark theme their words would be lost."""
    found: int = page.evaluate(
        """() => [...document.querySelectorAll("img.chokepoints-picture")].filter(image => {
            const pen = Object.assign(document.createElement("canvas"), { width: 9, height: 9 }).getContext("2d");
            pen.drawImage(image, 0, 0);
            return pen.getImageData(4, 4, 1, 1).data[3] < 255;
        }).length"""
    )
    return found
