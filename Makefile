# Then Chốt. `make demo` sets everything up and serves the demo; `make test` proves it.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
PORT ?= 8000
font = src/thenchot/doors/web/static/web/noto-sans.woff2
made = src/thenchot/locale/en/LC_MESSAGES/django.mo src/thenchot/locale/vi/LC_MESSAGES/click.mo $(font)

.NOTPARALLEL:  # one .venv, one install at a time
.PHONY: demo test check bench soak wheels clean

demo: .venv/runtime $(made)
	@PORT="$(PORT)" .venv/bin/thenchot demo --data var/demo

test: .venv/dev $(made)
	@scripts/find-chromium
	@.venv/bin/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q

check: .venv/dev $(made)
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .
	@.venv/bin/lint-imports
	@.venv/bin/mypy
	@.venv/bin/python -m pytest -q -m "not database and not browser and not soak"

bench: .venv/dev $(made)
	@.venv/bin/python bench/run.py

soak: .venv/dev $(made)
	@.venv/bin/python -m pytest -q -m soak

wheels: .venv/runtime $(made)  # a folder that installs without network: docs/install.md
	@rm -rf dist build && .venv/bin/python -m pip wheel -q --no-deps -w dist .
	@.venv/bin/python -m pip download -q --require-hashes --no-deps -r requirements/runtime.txt -d dist
	@cp requirements/runtime.txt deploy/thenchot.service docs/install.md dist/

clean:
	rm -rf .venv var dist $(made)

.venv/runtime: requirements/runtime.txt scripts/install
	@scripts/install "$(PYTHON)" runtime

%.mo: %.po | .venv/runtime
	@.venv/bin/pybabel -q compile -i $< -o $@

$(font): scripts/font.py | .venv/runtime
	@.venv/bin/python scripts/font.py $@

.venv/dev: requirements/dev.txt scripts/install
	@scripts/install "$(PYTHON)" dev
