"""The open notebook, in Lab's own objects."""

WIDGET = "window.jupyterapp?.shell?.currentWidget"
KERNEL = f"{WIDGET}?.sessionContext?.session?.kernel"
