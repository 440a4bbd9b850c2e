"""The open notebook, in Lab's own objects."""

WIDGET = "window.jupyterapp?.shell?.currentWidget"
KERNEL = f"{WIDGET}?.sessionContext?.session?.kernel"
#: Wait until the kernel has answered what was sent before. Lab sends what widgets say to a thread of its own in the
#: kernel ("subshell"), so both have to be asked. Thrice, because ipywidgets holds a change back while an earlier one is
#: being handled.
ANSWERED = f"""async () => {{
    const kernel = {KERNEL};
    for (const _ of [1, 2, 3]) {{
        const comm = [...kernel._comms.values()].findLast(c => c.targetName === "jupyter.widget" && !c.isDisposed);
        const ask = comm?.send({{ method: "custom", content: {{}} }});
        await Promise.all([kernel.requestKernelInfo(), ask?.done]);
    }}
}}"""
