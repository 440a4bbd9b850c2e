# Two commands for everyone: `make lab` opens the kit, `make test` checks it. Each needs only Python 3.11+ and make.
# For a new lesson: `make lesson SLUG=card_games ROOM=games`, then `make check LESSON=09`; see CONTRIBUTING.md.
# For authors: `make build` (all lessons, or `make build LESSON=00`), `make lock`, `make lint`, `make measure`, `make bench`.

PYTHON ?= python3
VENV ?= .venv
# Given on the command line: make build LESSON=00
LESSON ?=
UV := uv==0.13.9
BIN := $(VENV)/bin

.PHONY: lab test lesson check build wheels lock lint measure bench hubbench clean

lab: $(VENV)/.runtime
	$(BIN)/jupyter lab notebooks/00_start_here.ipynb

test: $(VENV)/.authors
	$(BIN)/python -m pytest --nbval -n 3 --dist loadfile --no-loadscope-reorder

# The words come through the environment, so that no letter of a title means something to make or to the shell.
lesson: $(VENV)/.authors
	@$(BIN)/python tools/new_lesson.py --title="$$TITLE" --room="$$ROOM" --number="$$NUMBER" -- "$$SLUG"
	$(BIN)/python tools/build.py "$$SLUG"
	$(BIN)/python tools/badges.py

check: $(VENV)/.authors
	@$(BIN)/python tools/check_lesson.py "$$LESSON"

build: $(VENV)/.authors
	$(BIN)/python tools/build.py $(LESSON)

# Every package as a file, for a room without internet: teaching/README.md says how a class installs from them.
wheels: $(VENV)/.runtime
	$(BIN)/python tools/wheels.py

lint: $(VENV)/.authors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

measure: $(VENV)/.authors
	$(BIN)/python tools/measure.py

bench: $(VENV)/.authors
	$(BIN)/python tools/bench.py

# A class on a JupyterHub, from 1 to 10 learners at once: some 10 minutes on a machine that does nothing else.
hubbench: $(VENV)/.hub
	@$(BIN)/python tools/hub_bench.py

# Refreshes the pinned lists for every platform and Python 3.11.2 (Debian 12) and newer.
lock: $(VENV)/.python
	$(BIN)/python -m pip install --quiet "$(UV)"
	$(BIN)/python tools/lock.py

# A stamp a step, so that a second run starts at once. The project itself is installed editable by the lists.
$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "The kit needs Python 3.11 or newer; this is " \
	  + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 lab")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.runtime: requirements.txt pyproject.toml $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/jupyter labextension disable --level=sys_prefix "@jupyterlab/apputils-extension:announcements"
	touch $@

$(VENV)/.authors: requirements-authors.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-authors.txt
	touch $@

# The hub's proxy is a package of npm, and node comes with a wheel.
$(VENV)/.hub: requirements-hub.txt $(VENV)/.authors
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-hub.txt
	$(BIN)/npm install --silent --no-audit --no-fund --prefix $(VENV)/proxy configurable-http-proxy@5.3.0
	touch $@

clean:
	rm -rf $(VENV)
