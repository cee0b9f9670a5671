# Eight verbs; each sets up what it needs in .venv, audit in .venv-audit.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: replay test extras docs lint bench fuzz audit

replay: .venv/ready
	$(BIN)/scrapy replay xinhua

test: .venv/ready
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

# Libraries of some commands, and the programs that test what these write; without them such tests are skipped.
extras: .venv/extras .venv-moto/ready

# The documentation as a site in site/: open site/index.html.
docs: .venv/extras
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

# With the extras, whose types count too.
lint: .venv/extras
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fuzz: .venv/ready
	$(BIN)/python -m bench.fuzz --seconds 600

bench: .venv/ready
	$(BIN)/python -m bench.speed

# Before a release: known vulnerabilities of every package that constraints.txt pins.
audit: .venv-audit/ready
	.venv-audit/bin/python -m bench.audit .venv-audit/bin/pip-audit

.venv-audit/ready:
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check "pip-audit>=2.10,<3"
	touch $@

# The S3 server of the tests, in an environment of its own: it asks for an older dateutil.
.venv-moto/ready:
	$(PYTHON) -m venv .venv-moto
	.venv-moto/bin/python -m pip install --quiet --disable-pip-version-check "moto[server]>=5.2,<6"
	touch $@

.venv/extras: .venv/ready requirements-extras.txt constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-extras.txt -c constraints.txt
	touch $@

.venv/ready: requirements.txt constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "wirecrawl needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	touch $@
