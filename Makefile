# Everything a person or a runner types. The work of setting up is in packaging/bringup.sh.

BIN := .venv/bin
BRINGUP := packaging/bringup.sh

# How much longer `make fuzz` looks than `make test`, and where its random numbers start.
FUZZ ?= long
SEED ?=
# A process and a screen for each core; files in their order, as in one process.
WORKERS ?= --numprocesses auto --dist loadfile --no-loadscope-reorder

.PHONY: help run test bench fuzz lint format translations package bare-machine clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

run: ## set up what is missing and open the app (make run FILE=some.gdsim)
	@$(BRINGUP) run
	@$(BIN)/python -m gdsim $(if $(FILE),"$(FILE)")

test: ## set up what is missing and run every test (make test ARGS="tests/engine -x")
	@$(BRINGUP) test
	@$(BIN)/python -m pytest $(WORKERS) $(ARGS)

bench: ## print speed and memory as ratios (make bench ARGS=events: 52 000 random ones)
	@$(BRINGUP) test
	@$(BIN)/python -m tests.benchmarks $(ARGS)

fuzz: ## fire random input for a long time (make fuzz FUZZ=50 SEED=7)
	@$(BRINGUP) test
	@GDSIM_FUZZ=$(FUZZ) GDSIM_FUZZ_SEED=$(SEED) $(BIN)/python -m pytest tests/fuzz $(ARGS)

lint: ## ruff, mypy and the import contracts
	@$(BRINGUP) test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: ## let ruff put the code in order
	@$(BRINGUP) test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

translations: ## collect the texts of the program, say which are not translated
	@$(BRINGUP) run
	@$(BIN)/python packaging/translations.py $(ARGS)

package: ## make the package of this system in dist/ (here a .deb and a .tar.gz)
	@packaging/build.sh

bare-machine: ## install the .deb on a bare Debian 12 and 13 and look at the screen (needs root)
	@packaging/bare_machine.sh bookworm
	@packaging/bare_machine.sh trixie

clean: ## remove the environment and everything that was built
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find gdsim tests -name __pycache__ -prune -exec rm -rf {} +
