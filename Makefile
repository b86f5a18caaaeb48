# Thin on purpose: the work is done in tools/. PYTHON may name another interpreter.
PYTHON ?= python3
VENV_PYTHON = .venv/bin/python
LOCK = $(VENV_PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

.PHONY: help setup run test test-journeys check bench docs messages demo lock shell ci
.DEFAULT_GOAL := help

help: ## Show these lines
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Make the environment in .venv from the lock
	@$(PYTHON) -m tools.setup dev

run: ## Start Naast with its demo at http://127.0.0.1:8000 (PORT=… for another port)
	@$(PYTHON) -m tools.run

test: ## Run every check and all tests, on SQLite, on PostgreSQL and in a browser
	@$(PYTHON) -m tools.test

test-journeys: ## Run only the journeys in a browser
	@$(PYTHON) -m tools.test journeys

check: setup ## Run the checks: format, lint, types, floors, templates, migrations, translations, documents
	@$(VENV_PYTHON) -m tools.check

bench: setup ## Measure speed and sizes, and write bench/results.json
	@$(VENV_PYTHON) -m bench.run

docs: setup ## Write the generated documents anew: coverage, permissions, data inventory
	@$(VENV_PYTHON) -m tools.docs

messages: setup ## Bring the Dutch and French catalogues up to date with the source
	@$(VENV_PYTHON) -m tools.translations update

demo: setup ## Load the demo into the local database
	@$(VENV_PYTHON) manage.py migrate --no-input --verbosity 0
	@NAAST_DEMO=1 $(VENV_PYTHON) manage.py demo

lock: setup ## Compile requirements/*.in into the hashed lock
	@cd requirements && ../$(LOCK) base.in -o base.txt
	@cd requirements && ../$(LOCK) -c base.txt dev.in -o dev.txt

shell: setup ## Open a Python shell on the local database
	@$(VENV_PYTHON) manage.py shell

ci: ## Do exactly what the server does
	@.ci/run
