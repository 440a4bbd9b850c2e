// The one front-end part of the kit. It stands at the head of a box of controls and does three things ipywidgets cannot:
// it names the controls for assistive technology, keeps Lab's one-letter shortcuts away from them, and owns a status
// node that lasts: only its text changes, since a node that is replaced is not announced.

const FOCUSABLE = "select, input, button, textarea, .noUi-handle";

function labelOf(control) {
  const row = control.closest(".widget-inline-hbox, .jupyter-widget-inline-hbox, .widget-checkbox, .jupyter-widget-checkbox");
  const label = row && row.querySelector(":scope > label, :scope > .widget-label, :scope > .jupyter-widget-label");
  return label ? label.textContent.trim() : "";
}

function mend(box) {
  for (const control of box.querySelectorAll(FOCUSABLE)) {
    // Lab looks at the focused element itself; on a parent the attribute has no effect.
    control.setAttribute("data-lm-suppress-shortcuts", "true");
  }
  for (const handle of box.querySelectorAll(".noUi-handle")) {
    const name = labelOf(handle);
    if (name) handle.setAttribute("aria-label", name);
    const row = handle.closest(".widget-inline-hbox, .jupyter-widget-inline-hbox");
    const readout = row && row.querySelector(".widget-readout, .jupyter-widget-readout");
    if (readout) handle.setAttribute("aria-valuetext", readout.textContent.trim());
  }
  for (const group of box.querySelectorAll(".widget-radio-box")) {
    const name = labelOf(group);
    group.setAttribute("role", "radiogroup");
    if (name) group.setAttribute("aria-label", name);
  }
}

function render({ model, el }) {
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "chokepoints-status";
  // Seen by screen readers only: sighted learners read the same sentence under the picture.
  status.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  el.append(status);
  const say = () => { status.textContent = model.get("reading"); };
  model.on("change:reading", say);

  let box = null;
  const observer = new MutationObserver(() => box && mend(box));
  const start = () => {
    box = el.closest(".chokepoints-controls");
    if (!box) { frame = requestAnimationFrame(start); return; }
    mend(box);
    // Not attributes: mend() sets some itself.
    observer.observe(box, { childList: true, subtree: true, characterData: true });
  };
  let frame = requestAnimationFrame(start);
  return () => { cancelAnimationFrame(frame); observer.disconnect(); model.off("change:reading", say); };
}

export default { render };
