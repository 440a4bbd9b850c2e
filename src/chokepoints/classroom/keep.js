// Two native controls, so that the keyboard works them and screen readers name them. The kernel sends the file's bytes
// and the page makes the file: that needs no server, and works on Binder, whose files are gone after the visit.

function render({ model, el }) {
  // For the eye: the status node beside it, which is heard, is not seen.
  const said = document.createElement("div");
  said.className = "chokepoints-kept";
  const tell = () => { said.textContent = model.get("said"); };
  model.on("change:said", tell);
  tell();

  // After the kernel was restarted nobody hears, and sending throws.
  const send = (...what) => {
    try { model.send(...what); } catch { said.textContent = "The kernel was restarted: run this cell again."; }
  };

  const save = document.createElement("button");
  save.type = "button";
  save.className = "jupyter-widgets jupyter-button widget-button";
  save.style.cssText = "width:auto;margin-inline-end:1.5em";
  save.textContent = "Download my answers";
  save.addEventListener("click", () => send({ press: "download" }));

  const label = document.createElement("label");
  label.style.cssText = "display:inline-block;max-width:100%";
  label.append("Upload answers.json ");
  const choose = document.createElement("input");
  choose.type = "file";
  choose.accept = ".json,application/json";
  choose.style.maxWidth = "100%";
  label.append(choose);
  choose.addEventListener("change", async () => {
    const file = choose.files[0];
    if (!file) return;
    const about = { press: "upload", name: file.name, size: file.size };
    let bytes = [];
    try {
      // A file too large to be one is named, not sent.
      if (file.size <= model.get("most_bytes")) bytes = [await file.arrayBuffer()];
    } catch { /* gone or unreadable: the kernel says that it did not arrive */ }
    choose.value = "";  // so that the same file can be chosen again
    send(about, undefined, bytes);
  });

  for (const control of [save, choose]) control.setAttribute("data-lm-suppress-shortcuts", "true");

  const arrived = (message, buffers) => {
    const address = URL.createObjectURL(new Blob([buffers[0]], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = message.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };
  model.on("msg:custom", arrived);
  el.style.maxWidth = "calc(100% - 4px)"; // less its margins
  el.append(save, label, said);
  return () => { model.off("msg:custom", arrived); model.off("change:said", tell); };
}

export default { render };
