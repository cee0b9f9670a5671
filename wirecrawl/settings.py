"""Settings of the project: those that differ from Scrapy's defaults, each with its reason; WIRECRAWL_* last.

Change any of them for one run with `-s NAME=VALUE`.
"""

import os

from scrapy.settings.default_settings import DOWNLOADER_MIDDLEWARES_BASE as _MIDDLEWARES
from scrapy.settings.default_settings import EXTENSIONS_BASE as _EXTENSIONS

from wirecrawl import __version__

BOT_NAME = "wirecrawl"
SPIDER_MODULES = ["wirecrawl.spiders"]
NEWSPIDER_MODULE = "wirecrawl.spiders"
COMMANDS_MODULE = "wirecrawl.commands"
# What makes the crawl of an agency a run (ledger, feeds, report) is added for the spiders of agencies alone.
ADDONS = {"wirecrawl.extensions.run_parts.RunParts": 0}

# Politeness: agencies run small servers for the open web, and they block a crawler that loads them.
USER_AGENT = f"wirecrawl/{__version__} (+https://wirecrawl.example/about; news-wire research crawler)"
ROBOTSTXT_OBEY = True
ROBOTSTXT_PARSER = "wirecrawl.middlewares.robots.FirstRules"
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 30.0

# One item at a time, so that the order of the feed is the order of the decisions. It is not slower: 1,222-1,368 tiny
# pages a second with 1, 1,200-1,300 with 8, and 650-710 with Scrapy's 100, which starts a hundred tasks a response.
CONCURRENT_ITEMS = 1

# Limits. The largest of 90 real agency pages has 2.3 MB. A story that takes half a minute can wait for the next run.
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 5 * 1024 * 1024
DOWNLOAD_TIMEOUT = 30
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False  # challenge pages reload themselves by it, and no agency redirects a story by it
URLLENGTH_LIMIT = 2083

# Certificates are verified, against SSL_CERT_FILE where that is set, so that it is certain which server answered.
DOWNLOAD_VERIFY_CERTIFICATES = True

# With this check Scrapy reads the source of the spider at the first call of each callback. It would end a run whose
# code is updated while it is going on.
WARN_ON_GENERATOR_RETURN_VALUE = False

# Scrapy enables both by default. Each opens a port, and who connects to it can run code in the crawler.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
# No page that is crawled needs cookies, and the code for cookies fetches a list of suffixes from the network.
COOKIES_ENABLED = False

# Neither a page nor a name server can send the crawler to an address in the network where it runs.
TWISTED_DNS_RESOLVER = "wirecrawl.middlewares.public_addresses.PublicResolver"

# The project's own middlewares and extensions are in the _BASE settings, so that `-s EXTENSIONS=...`,
# `-s DOWNLOADER_MIDDLEWARES=...` and the like add to them instead of replacing them.
_MIDDLEWARES_REPLACED = (
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware",
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware",
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware",
)
DOWNLOADER_MIDDLEWARES_BASE = {
    **{name: order for name, order in _MIDDLEWARES.items() if name not in _MIDDLEWARES_REPLACED},
    # before Scrapy's check of the domain, so that the reason of a refusal is the address
    "wirecrawl.middlewares.public_addresses.PublicAddressesOnly": 40,
    "wirecrawl.middlewares.robots.RobotsRules": 100,
    "wirecrawl.middlewares.decoding.BodyDecoding": 590,
    "wirecrawl.middlewares.redirects.AgencyRedirects": 600,
    "wirecrawl.middlewares.politeness.Politeness": 1000,  # nearest to the network
}
# Extensions of Scrapy that are not even imported: Scrapy imports an extension that EXTENSIONS sets to None, and the web
# server of remote control takes a tenth of a second at each start.
_NOT_IMPORTED = ("scrapy.extensions.remote_control.RemoteControl", "scrapy.extensions.telnet.TelnetConsole")
EXTENSIONS_BASE = {
    **{name: order for name, order in _EXTENSIONS.items() if name not in _NOT_IMPORTED},
    "wirecrawl.extensions.header_limit.HeaderSizeLimit": 0,
}

FEED_EXPORT_ENCODING = "utf-8"
# headline_raw is as the server sent it. These exporters escape the control characters that JSON allows but that a
# terminal obeys; CSV and XML have U+FFFD for each.
FEED_EXPORTERS = {
    **dict.fromkeys(("jsonlines", "jsonl", "jl"), "wirecrawl.exporters.json_lines.FastJsonLines"),
    "json": "wirecrawl.exporters.json_lines.EscapedJson",
    "csv": "wirecrawl.exporters.flat_csv.FlatCsv",
    "xml": "wirecrawl.exporters.well_formed_xml.WellFormedXml",
    **dict.fromkeys(("marshal", "pickle")),  # the one cannot hold a story, and to read the other runs what is in it
}

# Only warnings are printed: the report says what a run did, and cron mails everything that is printed.
LOG_LEVEL = "WARNING"
STATS_DUMP = False
# A page that could not be fetched is in the report, and a host that could not be reached is one line of the log.
RETRY_GIVE_UP_LOG_LEVEL = "INFO"

# The folder of everything that a run writes; the environment variable of this name changes it too.
WIRECRAWL_DATA = os.environ.get("WIRECRAWL_DATA", "data")
# The database of the ledger, postgresql://...; None for a file in WIRECRAWL_DATA. The environment variable of this name
# changes it too, and does not show a password to other users of the machine.
WIRECRAWL_LEDGER = os.environ.get("WIRECRAWL_LEDGER") or None
# Megabytes that must be free there before a run starts: a full disk stops every other program that writes to it.
WIRECRAWL_MIN_FREE_MB = 200
# What a crawl archives of what it fetches, in WIRECRAWL_DATA/archive: all, stories (only their pages) or off.
WIRECRAWL_ARCHIVE = "all"
# Megabytes of an archive file, after which the next one begins. Web archives commonly use a gigabyte.
WIRECRAWL_ARCHIVE_FILE_MB = 1000
# Megabytes of a spider's archive, after which nothing more is archived; 0 is no limit.
WIRECRAWL_ARCHIVE_MB = 0
# drop: repeats are in the ledger only; mark: they are in the feed too, with duplicate_of, duplicate_kind, similarity.
WIRECRAWL_DUPLICATES = "drop"
# Cells of `-o FILE.csv` that a spreadsheet would run as formulas: text puts a ' before them, as-is leaves them.
WIRECRAWL_CSV_FORMULAS = "text"
# Ages in hours at which a known story is requested again, conditionally; 0 requests every known story of the window.
WIRECRAWL_RECHECK_HOURS = "1,6,24"
# Hours after it was first seen in which a known story may be requested again: three days cover a long weekend.
WIRECRAWL_WINDOW_HOURS = 72
# A story or headline is compared with those of so many hours before it: few events have updates for longer.
WIRECRAWL_COMPARE_HOURS = 72
# The same headline so many hours later, or more, is another item: daily items come every 24 hours, at the earliest 20.
WIRECRAWL_HEADLINE_HOURS = 20
# A run is compared with so many runs before it, a week of daily runs or a night of hourly ones, and with none that is
# older than so many days, since an agency's pages change in a month.
WIRECRAWL_BASELINE_RUNS = 7
WIRECRAWL_BASELINE_DAYS = 30
# Hours without a newer story after which a starting point that moved before is reported: no agency pauses for so long.
WIRECRAWL_FROZEN_HOURS = 72
# Days for which the ledger keeps what is needed only to compare and explain stories: 90 days of Xinhua are some 100 MB.
WIRECRAWL_RETENTION_DAYS = 90
# Days for which `scrapy prune` keeps feeds, archive files and reports. 0 is for ever, so by default nothing is lost.
WIRECRAWL_KEEP_FEEDS_DAYS = 0
WIRECRAWL_KEEP_ARCHIVE_DAYS = 0
WIRECRAWL_KEEP_REPORTS_DAYS = 0
# Most requests of a run, and of a run to one host: an hour of one request a second, so that a run from cron ends before
# the next one starts. The next run makes the remaining requests. 0 is no limit.
WIRECRAWL_REQUESTS = 10_000
WIRECRAWL_HOST_REQUESTS = 3_600
# Failures in a row (no answer, HTTP 5xx, 429) after which a run sends no more requests to a host: two stories with two
# retries each.
WIRECRAWL_HOST_FAILURES = 6
# Most seconds for which robots.txt's Crawl-delay and Retry-After are obeyed. A longer Crawl-delay is shortened to this;
# a host that asks for a longer Retry-After gets no more requests in the run.
WIRECRAWL_CRAWL_DELAY = 30
WIRECRAWL_RETRY_AFTER = 120
# Seconds between two requests to a public archive, of which a backfill sends thousands.
WIRECRAWL_ARCHIVE_DELAY = 4
# Ports that are asked. An agency's pages are on these two; on another port of its hosts a link may reach any service.
WIRECRAWL_PORTS = "80,443"
# Most kilobytes of an answer's headers. Real ones have two; without a limit a server could send gigabytes of them.
WIRECRAWL_HEADER_KB = 256
# Processes that read the pages of a replay (--jobs): 0 is one a core where there are many pages, and one for few.
WIRECRAWL_JOBS = 0
# The cluster on which a replay is done (--cluster): local, local:N or tcp://HOST:PORT; without one, this machine.
WIRECRAWL_CLUSTER = None
# Where the machines of a cluster leave finished chunks, a folder that all of them see; else WIRECRAWL_DATA/work.
WIRECRAWL_WORK = None
# Addresses that are read together on a cluster: its scheduler knows some 100,000 tasks at most.
WIRECRAWL_CHUNK = 1000
# Processes that clean the pages of a crawl; with 0 the crawler's own process cleans them. One process cleans 500 pages
# of known layouts a second.
WIRECRAWL_WORKERS = 1
# Limits for cleaning one page. The slowest of 90 real agency pages takes a tenth of a second. A page of 10 MB, the
# largest that is fetched, takes some seconds and 200 MB.
WIRECRAWL_CLEAN_SECONDS = 20
WIRECRAWL_CLEAN_MB = 512
# Most pages of one list that a run follows: china.org.cn has ten.
WIRECRAWL_LIST_PAGES = 10
# Most list pages that a run reads: four times as many as both home pages of Xinhua are known to link to.
WIRECRAWL_LISTS = 200
# Most pages of one story that a run follows. Picture stories have up to some twenty, and each page names the next one.
WIRECRAWL_STORY_PAGES = 50
# Seconds between two lines that say how far a crawl is, where stderr is no terminal; 0 is none, and no bar on one.
WIRECRAWL_PROGRESS = 30
# A file for Prometheus that is written after each run, with the last run of every spider; none by default.
WIRECRAWL_METRICS = None
# A command that is run when the verdict of a spider is another one than in its run before; none by default.
WIRECRAWL_ON_CHANGE = None
# `scrapy replay` sets these: the sources, the address of a single html file, whether all agencies are replayed, and
# whether the run is entered in the ledger.
WIRECRAWL_REPLAY_SOURCES: list[str] = []
WIRECRAWL_REPLAY_URL = None
WIRECRAWL_REPLAY_ALL = False
WIRECRAWL_REPLAY_KEEP = False
# `scrapy backfill` sets this: its options, by name.
WIRECRAWL_BACKFILL: dict[str, object] = {}
