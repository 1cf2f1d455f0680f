# Then Chốt. `make demo` sets everything up and serves the demo; `make test` proves it.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
PORT ?= 8000
run = .venv/bin/python

.PHONY: demo test check bench soak clean

demo: .venv/runtime
	@PORT="$(PORT)" .venv/bin/thenchot demo --data var/demo

test: .venv/dev
	@scripts/find-chromium
	@.venv/bin/python -m pytest -n 2 -q

check: .venv/dev
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .
	@.venv/bin/lint-imports
	@.venv/bin/mypy
	@.venv/bin/python -m pytest -q -m "not database and not browser and not soak"

bench: .venv/dev
	@.venv/bin/python bench/run.py

soak: .venv/dev
	@.venv/bin/python -m pytest -q -m soak

clean:
	rm -rf .venv var

.venv/runtime: requirements/runtime.txt scripts/install
	@scripts/install "$(PYTHON)" runtime

.venv/dev: requirements/dev.txt scripts/install
	@scripts/install "$(PYTHON)" dev
