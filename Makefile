# The commands of this checkout. `make run` and `make test` set everything up by themselves.
.PHONY: run test check soak bench pictures lock package clean

VENV := .venv
PY := $(VENV)/bin/python

run: ## start the demo: the app with its bundled PBX
	@installer/setup.sh run
	@installer/run.sh

test: ## all checks and all tests
	@installer/setup.sh test
	installer/check.sh

soak: ## the long runs: kill -9, 20,000 calls, 20,000 registrations, 20,000 calls over a line, an office
	@installer/setup.sh test
	$(PY) -u -m tests.soak

bench: ## the figures: a table, and JSON in bench-out/
	@installer/setup.sh bench
	$(PY) -u -m tests.bench

pictures: ## every screen of the demo, light and dark, in pictures-out/
	@installer/setup.sh test
	$(PY) -m tests.pictures $(ARGS)

package: ## a one-folder program for this system in dist/
	@installer/setup.sh package
	installer/package.sh

lock: ## renew the pinned versions
	$(PY) -m pip install -q --disable-pip-version-check uv
	$(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-annotate --no-header --extra setup --upgrade pyproject.toml -o requirements.lock
	$(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-annotate --no-header --extra setup --extra dev --extra build -c requirements.lock \
	  --upgrade pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist bench-out pictures-out
