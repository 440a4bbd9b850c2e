"""The kit on The Littlest JupyterHub: copy to /opt/tljh/config/jupyterhub_config.d/, then `sudo tljh-config reload`.

Loaded after tljh's own settings, which send a learner to Lab's launcher and tell the kit nothing of a home.
"""

import pwd
from pathlib import Path
from typing import Any

c = get_config()  # noqa: F821  # JupyterHub gives it to every configuration

#: The page a learner lands on; `notebooks/` lies in every new home.
c.Spawner.default_url = "/lab/tree/notebooks/00_start_here.ipynb"

#: A class that starts together waits longer than a learner alone; after these seconds a start counts as failed.
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 120


def answers(spawner: Any) -> str:
    """Where a learner's answers are kept: in their home, because all share the kit's own folder and none may write it.

    tljh shortens long names; by the time a server starts, the spawner's template says what became of them.
    """
    account = spawner.username_template.format(USERNAME=spawner.user.name)
    return str(Path(pwd.getpwnam(account).pw_dir, "answers.json"))


c.Spawner.environment = {"CHOKEPOINTS_ANSWERS": answers}
