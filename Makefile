# `make` alone lists the verbs. Each sets up what it needs in .venv/ and is cheap when nothing changed.

# The first of these that is Python 3.11 or newer makes .venv/; `make PYTHON=/path/to/python3` names another.
PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11 python
PORT ?= 8000
ENGINE ?= mkdocs
PY = .venv/bin/python

# Material prints a notice of its end of life at every start; the decision about it is recorded.
export NO_MKDOCS_2_WARNING = 1

.SUFFIXES:
.PHONY: help serve build stage test check status locale format cards fork-check offline bench lock clean .venv-is-gone

help:
	@awk -F ' ## ' '/^[a-z-]+:.* ## / { sub(/:.*/, "", $$1); printf "make %-10s %s\n", $$1, $$2 }' Makefile

serve: .venv/.site ## live preview on http://127.0.0.1:8000/ (PORT=8001 for another, LOCALES=en for some languages only)
	@$(PY) -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null || \
	  { echo "port $(PORT) is taken; type: make serve PORT=$$(( $(PORT) + 1 ))"; exit 1; }
	@$(PY) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

# A build that fails or is stopped leaves the last good site as it was: the hook sees to that.
build: .venv/.$(if $(filter mkdocs,$(ENGINE)),site,tests) ## the finished site in site/, strict (ENGINE=properdocs or zensical: in build/<engine>/)
	@test -n "$(build_with_$(ENGINE))" || { echo "no engine is called $(ENGINE): mkdocs, properdocs and zensical are"; exit 2; }
	@$(build_with_$(ENGINE))

stage: .venv/.site ## the site as a plain tree in build/stage/, for generators that run no hooks
	@$(PY) -m guide stage

test: .venv/.tests ## all tests, real browser included (ARGS="-k ice" for some of them)
	@$(PY) -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: .venv/.site ## the content, in seconds, without a site build
	@$(PY) -m guide check $(ARGS)

status: .venv/.site ## the translations, one line each (LOCALE=es for one, string by string)
	@$(PY) -m guide status $(LOCALE)

locale: .venv/.site ## starts a language: make locale LOCALE=nl
	@test -n "$(LOCALE)" || { echo "name the language: make locale LOCALE=nl"; exit 2; }
	@$(PY) -m guide locale $(LOCALE) $(if $(NAME),--name "$(NAME)")

format: .venv/.site ## rewrites the content in its one canonical form, and writes down what is new in the ledgers
	@$(PY) -m guide format
	@$(PY) -m guide record

cards: .venv/.site ## only the PDFs of the card, in build/cards/
	@$(PY) -m guide cards

fork-check: .venv/.site ## what a fork still has to change
	@$(PY) -m guide fork-check

offline: build ## the whole site as a zip that opens from a USB stick, in build/
	@$(PY) -m guide offline site build/back-spasm-guide.zip

bench: .venv/.tests ## what the project promises, measured
	@$(PY) -m tests.bench $(ARGS)

lock: ## requirements*.txt from the lists in pyproject.toml (UPGRADE=1 takes newer versions)
	@$(make_environment)
	@$(PY) -m uv --version >/dev/null 2>&1 || \
	  $(PY) -m pip install --quiet --disable-pip-version-check "$$(sed -n 's/^\(uv==[^ ]*\).*/\1/p' requirements-dev.txt 2>/dev/null | grep . || echo uv)"
	@$(compile) pyproject.toml --output-file requirements.txt
	@$(compile) --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## removes everything that these verbs made
	rm -rf .venv build site site.new .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find hooks tests -name __pycache__ -prune -exec rm -rf {} +


# --- the engines ---

build_with_mkdocs = $(PY) -m mkdocs build --strict
build_with_properdocs = $(PY) -m properdocs build --strict --config-file mkdocs.yml --site-dir build/properdocs
# Zensical builds a language at a time from the staged tree. What it adds of its own is not used.
build_with_zensical = $(PY) -m guide stage && \
	for settings in build/stage/mkdocs.*.yml; do \
	  $(PY) -m zensical build --strict --config-file $$settings || exit 1; \
	done; \
	rm -rf build/stage/site/*/assets build/stage/site/*/search.json; \
	cp -R build/stage/files/. build/stage/site && \
	$(PY) -m guide finish build/stage/site --into build/zensical


# --- the environment: each stamp is written last, so an interrupted install is taken up again ---

# True for a .venv/ that was never made, and for one whose Python has been removed from the system.
GONE := $(shell test -x $(PY) || echo .venv-is-gone)

.venv/.site: requirements.txt $(GONE)
	@$(make_environment)
	@$(make_hooks_importable)
	@$(call install,requirements.txt)
	@touch $@

.venv/.tests: requirements-dev.txt .venv/.site
	@$(call install,requirements-dev.txt)
	@touch $@

make_environment = \
	if $(PY) -m pip --version >/dev/null 2>&1; then exit 0; fi; \
	found=; no_venv=; old=; \
	for python in $(PYTHON); do \
	  version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue; \
	  if ! $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
	    old=$${old:-"$$python is Python $$version, and "}; \
	  elif ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
	    no_venv=$${no_venv:-$$(basename $$python)}; \
	  else found=$$python; break; fi; \
	done; \
	if test "$$(id -u)" = 0; then apt="apt install"; else apt="sudo apt install"; fi; \
	if test -n "$$found"; then \
	  echo "setting up .venv (about a minute, once)..."; \
	  $$found -m venv --clear .venv; \
	elif test -n "$$no_venv"; then \
	  echo "$$no_venv has no venv module; on Debian or Ubuntu type: $$apt $$no_venv-venv"; exit 1; \
	else \
	  echo "$${old}Python 3.11 or newer is needed; on Debian or Ubuntu type: $$apt python3 python3-venv"; exit 1; \
	fi

# So that `.venv/bin/python -m guide` works from here; relative, so that the folder can be moved.
make_hooks_importable = \
	$(PY) -c 'import os, sysconfig; site = sysconfig.get_path("purelib"); \
	open(os.path.join(site, "guide.pth"), "w").write(os.path.relpath("hooks", site) + "\n")'

install = \
	echo "installing what $(1) names..."; \
	if $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) >.venv/pip.log 2>&1; then exit 0; fi; \
	if grep -q "Retrying (Retry" .venv/pip.log; then \
	  echo "the packages cannot be fetched: connect to the network and type the same again (details: .venv/pip.log)"; \
	else cat .venv/pip.log; fi; exit 1

compile = $(PY) -m uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
