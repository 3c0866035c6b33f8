# Two targets for everyone: `make run` reads the sample reports, `make test` runs every check.
# Both set up what they need in .venv on first use.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint format docs web screens bench clean

run: .venv/ready
	$(BIN)/marsad read samples/reports --format table

test: .venv/ready web lint
	$(BIN)/pytest

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: .venv/ready
	$(BIN)/python -m marsad.codebook.page docs/codebook.md
	$(BIN)/python -m marsad.catalogue.page docs/actors.md
	$(BIN)/python -m marsad.merging.forecasts.page docs/forecasts.md
	$(BIN)/python -m marsad.cli.reference docs/commands.md
	$(BIN)/marsad schema > docs/schema.json

# The pages that `marsad serve` shows, into src/marsad/serving/static
web: .venv/pages

.venv/pages: .venv/ready hatch_build.py web/index.html web/package-lock.json web/vite.config.ts $(shell find web/src web/public -type f)
	$(BIN)/python hatch_build.py
	touch $@

screens: .venv/ready web
	$(BIN)/python tests/browsing/screens.py docs/screens

bench: .venv/ready
	$(BIN)/python benchmarks/reading.py $(REPORTS)

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv web/node_modules src/marsad/serving/static .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
