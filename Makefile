# Everything runs in .venv, made from pyproject.toml; remove it with `make clean`.
PYTHON ?= python3
BIN := .venv/bin
AXE := tests/browser/node_modules/.package-lock.json
REPORTS ?= seeds
OUT ?= out

.PHONY: map test lint check quality bench toponyms browser-tools clean

map: .venv/ready  ## Set up, then map the example reports
	$(BIN)/dateline map $(REPORTS) --output $(OUT)

test: .venv/ready-dev $(AXE)  ## Set up, then run the tests (needs Chromium, Node and npm)
	$(BIN)/python -m pytest

browser-tools: $(AXE)  ## Fetch what only the browser tests and benchmarks need, as pinned

lint: .venv/ready-dev  ## Lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## All that must pass before a commit

quality: .venv/ready-dev  ## Print how well the example reports are read
	$(BIN)/python -m pytest tests/quality -q -s

bench: .venv/ready-dev $(AXE)  ## Time Dateline against its peers
	$(BIN)/python -m pytest tests/benchmarks --benchmark-enable

toponyms: .venv/ready-dev  ## Score place names on annotated news: make toponyms CORPUS=folder
	$(BIN)/python tests/benchmarks/toponyms.py --corpus $(CORPUS)

clean:
	rm -rf .venv tests/browser/node_modules $(OUT) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

# pip 25.1 and later read [dependency-groups]; the one in Python 3.11 is older.
.venv/ready-dev: .venv/ready
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

# npm refuses what differs from the digest in the lock.
$(AXE): tests/browser/package-lock.json
	npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --silent
	touch $@
