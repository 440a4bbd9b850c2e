"""What the page is asked of a box of controls, and of one of them."""

#: Everything in a box that keys or Tab could reach, and last all their kinds and names, as JSON; radio buttons by the
#: row. A row stays while its buttons are renewed, which ipywidgets does whenever something else than it sets its value.
#: In one list, because each question to the page takes five milliseconds of the processor.
FIND = """box => {
    const kindOf = e => {
        if (e.disabled) return `disabled ${e.tagName.toLowerCase()}`;
        if (e.getAttribute("role") === "slider") return "slider";
        if (e.isContentEditable) return "readout";
        if (e.tagName === "SELECT") return e.multiple ? "select for several" : "select";
        if (e.tagName === "BUTTON") return e.matches(".chokepoints-play") ? "play" : "button";
        if (e.type === "radio") return e.name && e.closest(".widget-radio") ? "radio" : "radio without a row";
        if (e.tagName === "INPUT") return e.type;
        return `${e.tagName.toLowerCase()} ${e.getAttribute("role") ?? ""} ${e.className}`.trim();
    };
    const nameOf = e => e.closest("[role=radiogroup]")?.getAttribute("aria-label")
        || e.getAttribute("aria-label") || e.labels?.[0]?.textContent || (e.matches("button") && e.textContent) || "";
    const rows = new Set();
    const found = [];
    for (const e of box.querySelectorAll("*")) {
        if (e.tabIndex < 0 && !e.matches("input, select, textarea, button, [role=slider], [contenteditable=true]"))
            continue;
        const kind = kindOf(e), name = nameOf(e).trim(), element = kind === "radio" ? e.closest(".widget-radio") : e;
        if (!rows.has(element)) found.push({ kind, name, element });
        rows.add(element);
    }
    return [...found.map(one => one.element), JSON.stringify(found.map(({ kind, name }) => [kind, name]))];
}"""
#: Where a control stands. A readout stands where its slider does.
VALUE = """e => {
    if (e.matches(".widget-radio")) return [...e.querySelectorAll("input")].findIndex(one => one.checked);
    if (e.type === "checkbox") return Number(e.checked);
    if (e.tagName === "SELECT") return e.selectedIndex;
    const handle = e.closest(".widget-inline-hbox")?.querySelector(".noUi-handle");
    return handle ? Number(handle.getAttribute("aria-valuenow")) : 0;
}"""
HAS_FOCUS = """e => {
    const focus = document.activeElement;
    return e === focus || (e.matches(".widget-radio") && focus.matches("input[type=radio]") && e.contains(focus));
}"""
FOCUS = """e => {
    if (e.matches(".widget-radio")) (e.querySelector("input:checked") ?? e.querySelector("input")).focus();
    else e.focus();
}"""
#: Whether keys go to a control, and where it stands.
STANDS = f"e => [({HAS_FOCUS})(e), ({VALUE})(e)]"
#: The lowest and the highest number that fit into a readout, once it has the focus.
ENDS = """e => {
    e.focus();
    const handle = e.closest(".widget-inline-hbox").querySelector(".noUi-handle");
    return ["min", "max"].map(end => Number(handle.getAttribute(`aria-value${end}`)));
}"""
#: Where the track of a slider begins and how wide it is, and the middle of its handle.
TRACK = """e => {
    const track = e.closest(".noUi-base").getBoundingClientRect(), handle = e.getBoundingClientRect();
    return [track.x, track.width, handle.x + handle.width / 2, handle.y + handle.height / 2];
}"""
