# Two targets for everyone: `make run` reads the sample reports, `make test` runs every check.
# Both set up what they need in .venv on first use.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint format docs bench clean

run: .venv/ready
	$(BIN)/marsad read samples/reports --format table

test: .venv/ready lint
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

bench: .venv/ready
	$(BIN)/python benchmarks/reading.py $(REPORTS)

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
