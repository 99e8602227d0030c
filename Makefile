# Candour: `make start` to try it, `make test` to prove it, `make help` for the rest.

# The system's own Python where it is new enough: one compiled at home is often half as fast.
PYTHON ?= $(shell /usr/bin/python3 -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' \
	2>/dev/null && echo /usr/bin/python3 || echo python3)
PORT ?= 8000
DEMO := .venv/bin/python
DEV := .venv-dev/bin/python
DEV_PATH := PATH="$(CURDIR)/.venv-dev/bin:$$PATH"
LOCK := uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url

.DEFAULT_GOAL := help
.PHONY: help start demo-reset test prove requirements acceptance bench lint format types lock env-demo env-dev

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

start: env-demo ## set up what is missing and serve the demonstration (PORT=8000)
	@$(DEMO) manage.py start --port $(PORT)

demo-reset: env-demo ## throw the demonstration's data away and load it afresh
	@$(DEMO) manage.py start --reset --no-serve

test: env-dev ## run everything that must pass: style, types, contracts, tests, browser tests
	@$(DEV_PATH) $(DEV) tools/run_all_checks.py

requirements: env-dev ## list every rule of the policies with the tests that prove it
	@$(DEV) tools/requirements.py

acceptance: env-dev ## list what a real browser must show, each item proven or open
	@CANDOUR_PROVE=1 $(DEV) tools/acceptance.py

prove: env-dev ## what is too long for each change: every address, kill drills, hostile inputs, PostgreSQL
	@$(DEV_PATH) $(DEV) tools/prove.py

bench: env-dev ## measure what was promised about speed and memory
	@PYTHONPATH="$(CURDIR)" $(DEV) tools/bench.py

lint: env-dev ## check style and import contracts
	@$(DEV_PATH) ruff check . && $(DEV_PATH) ruff format --check . && $(DEV_PATH) lint-imports

format: env-dev ## put the code into its usual form
	@$(DEV_PATH) ruff check --fix --quiet . ; $(DEV_PATH) ruff format .

types: env-dev ## check the types of the rules
	@$(DEV_PATH) mypy

lock: env-dev ## renew the locked lists of packages (hashed, without addresses)
	$(DEV_PATH) $(LOCK) --output-file requirements-installer.txt tools/installer.in
	$(DEV_PATH) $(LOCK) --extra postgres --output-file requirements.txt pyproject.toml
	$(DEV_PATH) $(LOCK) --extra postgres --group dev --constraint requirements.txt \
		--output-file requirements-dev.txt pyproject.toml

env-demo:
	@$(PYTHON) tools/environment.py .venv requirements.txt

env-dev:
	@$(PYTHON) tools/environment.py .venv-dev requirements-dev.txt
