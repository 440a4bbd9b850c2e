"""What Binder does with the kit, as far as that can be seen without Docker."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POST_BUILD = ROOT / "binder" / "postBuild"


def run(*command: str | Path, **environment: str | Path) -> subprocess.CompletedProcess[str]:
    """A command with this environment's programs first."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    changed = os.environ | {"PATH": path} | {name: str(value) for name, value in environment.items()}
    return subprocess.run(command, cwd=ROOT, env=changed, capture_output=True, text=True, timeout=120)


def test_repo2docker_makes_sense_of_the_kit() -> None:
    done = run("jupyter-repo2docker", "--no-build", "--debug", ".")
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "python=3.12" in said
    copied = said.index("src/ ${REPO_DIR}/\n")
    installed = said.index('pip install --no-cache-dir -r "binder/requirements.txt"')
    assert copied < installed < said.index("RUN ./binder/postBuild"), (
        "-e . needs the repository, postBuild its packages"
    )
    assert "pip install --no-cache-dir ." not in said, "a regular install would replace the editable one"


def test_the_requirements_are_the_kits_own() -> None:
    folder = ROOT / "binder"
    assert {path.name for path in folder.iterdir()} == {"postBuild", "requirements.txt", "runtime.txt"}
    (line,) = (folder / "requirements.txt").read_text().splitlines()
    assert (folder / line.removeprefix("-r ")).resolve() == ROOT / "requirements.txt"


@pytest.fixture(scope="module")
def prefix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment's folder in which postBuild has run, twice, as it would after a failed first try."""
    folder = tmp_path_factory.mktemp("binder")
    (folder / "home").mkdir()
    there_before = folder / "prefix" / "etc" / "jupyter" / "jupyter_server_config.json"
    there_before.parent.mkdir(parents=True)
    there_before.write_text('{"ServerApp": {"max_body_size": 12345}}')
    for _ in range(2):
        done = run(
            POST_BUILD,
            HOME=folder / "home",
            XDG_CACHE_HOME=folder / "home" / ".cache",
            MPLCONFIGDIR=folder / "fonts",
            CHOKEPOINTS_PREFIX=folder / "prefix",
        )
        assert done.returncode == 0, done.stderr
    return folder / "prefix"


def test_post_build_fills_matplotlibs_font_cache(prefix: Path) -> None:
    assert os.stat(POST_BUILD).st_mode & stat.S_IXUSR
    assert list((prefix.parent / "fonts").glob("fontlist-*.json"))


def test_jupyter_reads_the_settings(prefix: Path) -> None:
    """Asked of Jupyter itself: a misspelt name in a settings file is ignored without a word."""
    home = prefix.parent / "home"
    ask = """
import json
from jupyter_server.serverapp import ServerApp
app = ServerApp.instance()
app.initialize(argv=[], find_extensions=False, new_httpserver=False)
manager = app.kernel_manager
print(json.dumps([manager.cull_idle_timeout, manager.cull_interval, manager.cull_connected, app.max_body_size]))
"""
    done = run(
        *(sys.executable, "-c", ask),
        HOME=home,
        JUPYTER_CONFIG_DIR=home / "none",
        JUPYTER_RUNTIME_DIR=home / "runtime",
        JUPYTER_CONFIG_PATH=prefix / "etc" / "jupyter",
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [900, 60, False, 12345]


def test_announcements_are_off(prefix: Path) -> None:
    done = run(
        *("jupyter", "labextension", "list"),
        HOME=prefix.parent / "home",
        JUPYTER_CONFIG_DIR=prefix / "etc" / "jupyter",
        JUPYTER_PREFER_ENV_PATH="0",
    )
    said = done.stdout + done.stderr
    assert "@jupyterlab/apputils-extension:announcements" in said.partition("Disabled extensions")[2], said


def test_post_build_leaves_an_environment_that_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "etc").touch()  # a file where the folder should be stops root too
    done = run(POST_BUILD, HOME=tmp_path, MPLCONFIGDIR=tmp_path, CHOKEPOINTS_PREFIX=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"{tmp_path}/etc/jupyter cannot be written" in done.stderr
