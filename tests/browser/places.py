"""The open notebook, in Lab's own objects."""

WIDGET = "window.jupyterapp?.shell?.currentWidget"
KERNEL = f"{WIDGET}?.sessionContext?.session?.kernel"
#: How many cells it has.
CELLS = f"{WIDGET}.content.widgets.length"
#: Note every request to the kernel that is not yet answered, from now on; the set of their ids.
NOTED = f"""() => {{
    const kernel = {KERNEL};
    const note = open => {{
        kernel.anyMessage.connect((_, {{ msg, direction }}) => {{
            if (direction === "send" && msg.channel === "shell") open.add(msg.header.msg_id);
            else if (msg.content.execution_state === "idle") open.delete(msg.parent_header.msg_id);
        }});
        // What a kernel was asked before it was restarted it will never answer.
        kernel.statusChanged.connect((_, status) => {{ if (!["idle", "busy"].includes(status)) open.clear(); }});
        return open;
    }};
    return kernel.noted ??= note(new Set());
}}"""
#: Wait until the kernel is idle and has answered all that was sent before. What widgets say it answers in several
#: threads, one beside the other ("subshells"), so the answer to a later question is no sign. And twice without any,
#: because ipywidgets holds a change back while an earlier one is being handled.
ANSWERED = f"""async () => {{
    const open = ({NOTED})();
    await {KERNEL}.requestKernelInfo();
    const began = Date.now(), busy = () => {KERNEL}?.status !== "idle";
    for (let quiet = 0; quiet < 2; quiet = open.size || busy() ? 0 : quiet + 1) {{
        await new Promise(done => setTimeout(done, open.size || busy() ? 15 : 5));
        if (Date.now() - began > 180_000) throw new Error(`the kernel owes ${{open.size}} answers`);
    }}
}}"""
