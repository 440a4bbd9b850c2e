# Two commands for everyone: `make lab` opens the kit, `make test` checks it. Each needs only Python 3.11+ and make.
# For authors: `make build` (all lessons, or `make build LESSON=00`), `make lock`, `make lint`, `make measure`, `make bench`.

PYTHON ?= python3
VENV ?= .venv
# Given on the command line: make build LESSON=00
LESSON ?=
UV := uv==0.13.9
BIN := $(VENV)/bin

.PHONY: lab test build lock lint measure bench clean

lab: $(VENV)/.runtime
	$(BIN)/jupyter lab notebooks/00_start_here.ipynb

test: $(VENV)/.authors
	$(BIN)/python -m pytest --nbval

build: $(VENV)/.authors
	$(BIN)/python tools/build.py $(LESSON)

lint: $(VENV)/.authors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

measure: $(VENV)/.authors
	$(BIN)/python tools/measure.py

bench: $(VENV)/.authors
	$(BIN)/python tools/bench.py

# Refreshes both pinned lists for every platform and Python 3.11.2 (Debian 12) and newer.
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

clean:
	rm -rf $(VENV)
