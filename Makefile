# Five verbs; each sets up what it needs in .venv.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: replay test lint bench fuzz

replay: .venv/ready
	$(BIN)/scrapy replay xinhua

test: .venv/ready
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fuzz: .venv/ready
	$(BIN)/python -m bench.fuzz --seconds 600

bench: .venv/ready
	$(BIN)/python -m bench.speed

.venv/ready: requirements.txt constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "wirecrawl needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	touch $@
