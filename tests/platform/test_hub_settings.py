"""teaching/hub/: the settings for two hubs, as far as they can be checked without one."""

import getpass
import json
import pwd
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

ROOT = Path(__file__).parents[2]
HUB = ROOT / "teaching" / "hub"
FILES = {"tljh": HUB / "tljh" / "config.yaml", "z2jh": HUB / "z2jh" / "values.yaml"}
CHECKED = json.loads((HUB / "checked-keys.json").read_text(encoding="utf-8"))
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def leaves(tree: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a YAML file with its path, dots between."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def fits(value: object, kinds: list[str]) -> bool:
    """Whether a value is of one of a schema's types; True is no number there."""
    return any(isinstance(value, TYPES[kind]) and isinstance(value, bool) <= (kind == "boolean") for kind in kinds)


@pytest.mark.parametrize("name", FILES)
def test_every_key_and_type_was_checked_against_the_projects_schema(name: str) -> None:
    found = dict(leaves(yaml.safe_load(FILES[name].read_text(encoding="utf-8"))))
    checked = CHECKED[name]["keys"]
    assert set(found) == set(checked), "checked-keys.json should hold what the file holds, after a look at the schema"
    for key, kinds in checked.items():
        assert kinds is None or fits(found[key], kinds), f"{key} is {found[key]!r}; the schema allows {kinds}"
    assert re.search(r"/blob/[0-9a-f]{40}/", CHECKED[name]["source"]), "the schema should be named by its commit"


@pytest.mark.parametrize("name", FILES)
def test_memory_is_written_as_hub_and_cluster_read_it(name: str) -> None:
    memory = [v for k, v in leaves(yaml.safe_load(FILES[name].read_text(encoding="utf-8"))) if ".memory" in k]
    assert memory
    assert all(re.fullmatch(r"[1-9]\d*M", value) for value in memory)


def test_what_is_left_open_says_so() -> None:
    values = dict(leaves(yaml.safe_load(FILES["z2jh"].read_text(encoding="utf-8"))))
    open_ = {key for key, value in values.items() if "FILL-IN" in str(value)}
    assert open_ == {"hub.config.JupyterHub.authenticator_class", "singleuser.image.name", "singleuser.image.tag"}


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """The fragment as tljh loads it: after its own settings, by `load_subconfig`."""
    own = "c = get_config()\nc.Spawner.default_url = '/lab'\n"
    (tmp_path / "tljh.py").write_text(own + f"load_subconfig({str(HUB / 'tljh' / 'chokepoints.py')!r})\n")
    return PyFileConfigLoader("tljh.py", path=str(tmp_path)).load_config()


def test_learners_land_on_lesson_00(config: Config) -> None:
    values = yaml.safe_load(FILES["z2jh"].read_text(encoding="utf-8"))
    start = config.Spawner.default_url
    assert start == values["singleuser"]["defaultUrl"]
    assert (ROOT / start.removeprefix("/lab/tree/")).is_file()


@pytest.mark.parametrize("shortened", [True, False])
def test_answers_are_kept_in_the_learners_home(config: Config, shortened: bool) -> None:
    account = pwd.getpwnam(getpass.getuser())
    # tljh sets the template to the account's name where it had to shorten it.
    template = account.pw_name if shortened else account.pw_name[:2] + "{USERNAME}"
    spawner = SimpleNamespace(user=SimpleNamespace(name=account.pw_name[2:]), username_template=template)
    assert config.Spawner.environment["CHOKEPOINTS_ANSWERS"](spawner) == f"{account.pw_dir}/answers.json"


def test_jupyterhub_knows_every_setting(config: Config) -> None:
    spawners = pytest.importorskip("jupyterhub.spawner", reason="JupyterHub is not installed: `make hubbench` does it")
    known = spawners.Spawner.class_traits(config=True)
    assert set(config) == {"Spawner"}
    assert set(config.Spawner) <= set(known)
    made = spawners.SimpleLocalProcessSpawner(config=config)  # traitlets checks the values' types here
    assert made.default_url == config.Spawner.default_url
    assert (made.start_timeout, made.http_timeout) == (180, 120)


def test_the_hook_brings_what_is_new_and_keeps_what_is_theirs(tmp_path: Path) -> None:
    values = yaml.safe_load(FILES["z2jh"].read_text(encoding="utf-8"))
    command = values["singleuser"]["lifecycleHooks"]["postStart"]["exec"]["command"]
    kit, home = tmp_path / "kit", tmp_path / "home"
    home.mkdir()
    for name in ("notebooks", "exercises", "solutions", "datasets"):
        shutil.copytree(ROOT / name, kit / name)
    assert "/srv/chokepoints" in command[-1]
    here = [part.replace("/srv/chokepoints", str(kit)).replace("/home/jovyan", str(home)) for part in command]

    def start() -> None:
        assert subprocess.run(here, check=False, cwd=home).returncode == 0, "the server would be stopped"

    start()
    page = home / "notebooks" / "00_start_here.ipynb"
    assert page.read_bytes() == (ROOT / "notebooks" / page.name).read_bytes()
    page.write_text("mine")
    (kit / "notebooks" / "09_new.ipynb").write_text("new")
    start()
    assert page.read_text() == "mine"
    assert (home / "notebooks" / "09_new.ipynb").read_text() == "new"


def commands() -> list[list[str]]:
    """The commands of README.md, word by word."""
    lines = re.findall(r"^    (.+)$", (HUB / "README.md").read_text(encoding="utf-8").replace("\\\n", ""), re.MULTILINE)
    return [shlex.split(part) for found in lines for part in found.split(" && ")]


def test_repo2docker_understands_the_command_and_puts_the_kit_where_the_hook_looks() -> None:
    from repo2docker.__main__ import make_r2d

    (build,) = [words for words in commands() if words[0] == "jupyter-repo2docker"]
    made = make_r2d(build[1:])
    assert made.target_repo_dir == "/srv/chokepoints"
    assert not made.run
    assert (made.user_name, made.user_id, made.output_image_spec) == ("jovyan", 1000, "example.org/you/chokepoints:1")


def test_the_commands_name_files_that_exist() -> None:
    named = [word for words in commands() for word in words if re.match(r"(binder|teaching|requirements)", word)]
    assert {"binder/postBuild", "requirements.txt", "teaching/hub/z2jh/values.yaml"} <= set(named)
    for word in named:
        assert (ROOT / word).is_file(), word
