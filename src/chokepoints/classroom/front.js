// The one front-end part of the kit. It stands in every box of controls and does five things ipywidgets cannot: it names
// the controls for assistive technology, keeps Lab's one-letter shortcuts away from them, runs the play buttons, keeps the
// picture's output from shrinking, and owns a status node that lasts: only its text changes, since a node that is replaced
// is not announced.

const FOCUSABLE = "select, input, button, textarea, .noUi-handle";

function labelOf(control) {
  const row = control.closest(".widget-inline-hbox, .widget-radio, .widget-checkbox, .chokepoints-several");
  const label = row && row.querySelector(":scope > label, :scope > .widget-label");
  return label ? label.textContent.trim() : "";
}

// Only where it differs: an attribute that is written anew is work for the browser and for whoever watches it.
function set(node, name, value) {
  if (value && node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function mend(box, plays) {
  for (const control of box.querySelectorAll(FOCUSABLE)) {
    // Lab looks at the focused element itself; on a parent the attribute has no effect.
    set(control, "data-lm-suppress-shortcuts", "true");
  }
  // What ipywidgets writes where there is no tooltip: it would show as a word.
  for (const node of box.querySelectorAll('[title="null"]')) node.removeAttribute("title");
  // ipywidgets lets one type over a day and then ignores it.
  for (const readout of box.querySelectorAll(".chokepoints-day .widget-readout")) set(readout, "contenteditable", "false");
  for (const handle of box.querySelectorAll(".noUi-handle")) {
    set(handle, "aria-label", labelOf(handle));
    const row = handle.closest(".widget-inline-hbox");
    const readout = row && row.querySelector(".widget-readout");
    if (!readout) continue;
    set(handle, "aria-valuetext", readout.textContent.trim());
    // A number can be typed there.
    if (readout.isContentEditable) set(readout, "role", "textbox");
    if (readout.isContentEditable) set(readout, "aria-label", labelOf(handle));
  }
  for (const radios of box.querySelectorAll(".widget-radio")) {
    const group = radios.querySelector(".widget-radio-box");
    if (!group) continue;
    set(group, "role", "radiogroup");
    set(group, "aria-label", labelOf(group));
    // Radio buttons without a name are one row to the browser: the arrows would go on into the next widget's.
    radios.dataset.group ??= Math.random().toString(36).slice(2); // crypto.randomUUID is missing over plain http
    for (const radio of group.querySelectorAll("input[type=radio]")) set(radio, "name", radios.dataset.group);
  }
  for (const group of box.querySelectorAll(".chokepoints-several")) {
    set(group, "role", "group");
    set(group, "aria-label", group.querySelector(":scope > .widget-label")?.textContent.trim());
  }
  // Drawn by a letter of an icon font, which would be read out as part of the button's name.
  for (const icon of box.querySelectorAll("button i.fa")) set(icon, "aria-hidden", "true");
  for (const toggle of box.querySelectorAll(".widget-toggle-button")) {
    set(toggle, "aria-pressed", String(toggle.classList.contains("mod-active")));
  }
  box.querySelectorAll(".chokepoints-play").forEach((button, place) => {
    const name = plays[place]?.name;
    if (name) set(button, "aria-label", `${button.textContent.trim()} (${name})`);
  });
}

// Resolves when the kernel has drawn one more picture, or when it does not answer: a busy kernel must not end the play.
function drawn(model) {
  return new Promise((resolve) => {
    const done = () => { model.off("change:drawn", done); clearTimeout(timer); resolve(); };
    const timer = setTimeout(done, 10_000);
    model.on("change:drawn", done);
  });
}

// Moves one slider to its end, a step a picture; from its end it starts over. `alive()` turns false when it should stop.
async function run(model, entry, slider, alive) {
  const days = slider.get("_options_labels"); // a slider over days moves its index
  const place = days ? "index" : "value";
  const [first, last] = days ? [0, days.length - 1] : [slider.get("min"), slider.get("max")];
  const step = entry.by * (days ? 1 : slider.get("step"));
  let next = slider.get(place) < last ? slider.get(place) + step : first;
  for (;;) {
    const pictured = drawn(model);
    slider.set(place, Math.min(last, Math.round(next * 1e10) / 1e10));
    slider.save_changes();
    await Promise.all([pictured, new Promise((resolve) => setTimeout(resolve, entry.pause))]);
    // Read again: the learner may have moved it meanwhile.
    if (!alive() || !slider.comm_live || slider.get(place) >= last) return;
    next = slider.get(place) + step;
  }
}

// One listener for the play buttons of a box. Each view plays for itself, so nothing is shared through the kernel.
function listen(model, box, say) {
  const running = new Map();
  const press = async (event) => {
    const button = event.target.closest(".chokepoints-play");
    if (!button) return;
    if (running.has(button)) { running.get(button)(); return; }
    const entry = model.get("plays")[[...box.querySelectorAll(".chokepoints-play")].indexOf(button)];
    let face = null;
    const stop = () => {
      if (running.get(button) !== stop) return;
      running.delete(button);
      face?.set({ description: entry.label, icon: "play" }); // not saved: the kernel need not know
      say();
    };
    running.set(button, stop);
    const alive = () => running.get(button) === stop && button.isConnected;
    try {
      const models = [entry.slider, entry.button].map((id) => model.widget_manager.get_model(id));
      const [slider, itself] = await Promise.all(models);
      if (!alive() || !slider.comm_live) return; // after the kernel was restarted nobody draws
      face = itself;
      face.set({ description: "Pause", icon: "pause" });
      await run(model, entry, slider, alive);
    } finally {
      stop();
    }
  };
  box.addEventListener("click", press);
  return {
    busy: () => running.size > 0,
    end: () => { [...running.values()].forEach((stop) => stop()); box.removeEventListener("click", press); },
  };
}

// The output of the panel's picture, which `show` displays right after the controls; none for a box without a picture.
function pictureOf(box) {
  const output = box.closest(".jp-OutputArea-child")?.nextElementSibling?.querySelector(".jp-OutputArea-output");
  return output?.querySelector("figure.chokepoints-panel") ? output : null;
}

// Keeps an output as high as it once was at this width, so that nothing below jumps when a sentence gets shorter.
function hold(output) {
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (output.offsetWidth !== width) output.style.minHeight = "";
    width = output.offsetWidth;
    output.style.minHeight = `${output.getBoundingClientRect().height}px`;
  });
  output.style.boxSizing = "border-box";
  observer.observe(output);
  return observer;
}

function render({ model, el }) {
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "chokepoints-status";
  // Seen by screen readers only: sighted learners read the same sentence under the picture.
  status.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  el.style.cssText = "position:relative;width:0;height:0;margin:0;min-width:0";
  el.append(status);
  let players = null;
  let held = null;
  // While it plays, a sentence a picture would talk without end: the last one is said.
  const say = () => {
    if (!players?.busy()) status.textContent = model.get("reading");
    const output = box && !held && pictureOf(box);
    if (output) held = hold(output);
  };
  model.on("change:reading", say);

  let box = null;
  const observer = new MutationObserver(() => box && mend(box, model.get("plays")));
  const start = () => {
    box = el.closest(".chokepoints-controls");
    if (!box) { frame = requestAnimationFrame(start); return; }
    mend(box, model.get("plays"));
    players = listen(model, box, say);
    // Not all attributes: mend() sets some itself.
    observer.observe(box, { childList: true, subtree: true, characterData: true, attributeFilter: ["class"] });
  };
  let frame = requestAnimationFrame(start);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    players?.end();
    held?.disconnect();
    model.off("change:reading", say);
  };
}

export default { render };
