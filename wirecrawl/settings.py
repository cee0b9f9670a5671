"""Settings of the project: what differs from Scrapy's defaults, each with its reason; WIRECRAWL_* last.

Change any of them for one run with `-s NAME=VALUE`.
"""

from scrapy.settings.default_settings import EXTENSIONS_BASE as _BASE

from wirecrawl import __version__

BOT_NAME = "wirecrawl"
SPIDER_MODULES = ["wirecrawl.spiders"]
NEWSPIDER_MODULE = "wirecrawl.spiders"
COMMANDS_MODULE = "wirecrawl.commands"
ADDONS = {"wirecrawl.exporters.feeds.DataFeedsAddon": 0}

# Politeness: agencies run small servers for the open web, and a crawler that is noticed is blocked.
USER_AGENT = f"wirecrawl/{__version__} (+https://wirecrawl.example/about; news-wire research crawler)"
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 30.0

# One item at a time: the feed's order is the order of decisions. Not slower: 1,222-1,368 tiny pages a second
# with 1, 1,200-1,300 with 8, 650-710 with Scrapy's 100, which starts a hundred tasks a response.
CONCURRENT_ITEMS = 1

# Limits. The largest of 90 real agency pages has 2.3 MB; a story that takes half a minute can wait a run.
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 5 * 1024 * 1024
DOWNLOAD_TIMEOUT = 30
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False  # walls reload themselves by it; no agency moves a story by it
URLLENGTH_LIMIT = 2083

# Certificates are verified, against SSL_CERT_FILE where that is set: provenance starts with who answered.
DOWNLOAD_VERIFY_CERTIFICATES = True

# It reads the spider's source at the first call of each callback; code that is updated while a run goes on ends it.
WARN_ON_GENERATOR_RETURN_VALUE = False

# Nothing listens: on by default, both open a port that runs what it is told.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
# No cookies: nothing here needs them, and the cookie code asks the network for a list of suffixes.
COOKIES_ENABLED = False

# Neither a page nor a name server leads the crawler into the network it runs in.
TWISTED_DNS_RESOLVER = "wirecrawl.middlewares.public_addresses.PublicResolver"

# Every status is an outcome with a name, so every response reaches the spider.
HTTPERROR_ALLOW_ALL = True
DOWNLOADER_MIDDLEWARES = {
    # before the offsite check, so that the reason is named
    "wirecrawl.middlewares.public_addresses.PublicAddressesOnly": 40,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "wirecrawl.middlewares.robots.RobotsRules": 100,  # in its place
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "wirecrawl.middlewares.decoding.BodyDecoding": 590,  # in its place
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "wirecrawl.middlewares.redirects.AgencyRedirects": 600,  # in its place
    "wirecrawl.middlewares.politeness.Politeness": 1000,  # nearest to the network
}
ITEM_PROCESSOR = "wirecrawl.pipelines.CountingItemProcessor"
ITEM_PIPELINES = {
    "wirecrawl.pipelines.CleanPipeline": 100,
    "wirecrawl.pipelines.ValidatePipeline": 200,
    "wirecrawl.pipelines.DedupePipeline": 300,
}
EXTENSIONS = {
    "wirecrawl.extensions.deciding_pass.DecidingPass": 0,
    "wirecrawl.extensions.run_closer.RunCloser": 0,
    "wirecrawl.extensions.unhandled_errors.UnhandledErrors": 0,
    "wirecrawl.exporters.feeds.DirectFeedExporter": 0,
    "wirecrawl.extensions.recorder.Recorder": 0,
    "wirecrawl.extensions.header_limit.HeaderSizeLimit": 0,
}
# What is off is not even read: the web server of the one takes a tenth of a second at each start. Feeds is above.
_NOT_READ = ("remote_control", "telnet", "feedexport")
EXTENSIONS_BASE = {name: order for name, order in _BASE.items() if not any(part in name for part in _NOT_READ)}

FEED_EXPORT_ENCODING = "utf-8"
# headline_raw is as it was sent; terminals obey more control characters than JSON escapes.
FEED_EXPORTERS = {
    **dict.fromkeys(("jsonlines", "jsonl", "jl"), "wirecrawl.exporters.json_lines.FastJsonLines"),
    "json": "wirecrawl.exporters.json_lines.EscapedJson",
}
# An overwritten feed appears under its name only when it is whole.
FEED_STORAGES = dict.fromkeys(("", "file"), "wirecrawl.exporters.storage.WholeFileStorage")

# Warnings only: the report says what a run did, and cron mails whatever is printed.
LOG_LEVEL = "WARNING"
STATS_DUMP = False

# Everything a run writes goes below this folder.
WIRECRAWL_DATA = "data"
# Megabytes that must be free there before a run starts: a ledger that fills the disk stops everything else on it.
WIRECRAWL_MIN_FREE_MB = 200
# What a crawl keeps of what it fetched, in WIRECRAWL_DATA/archive: all, stories (the pages alone) or off.
WIRECRAWL_ARCHIVE = "all"
# Megabytes of an archive file, after which the next one begins: a gigabyte is what web archives agree on.
WIRECRAWL_ARCHIVE_FILE_MB = 1000
# Megabytes of a spider's archive, after which nothing more is kept; 0 is no limit.
WIRECRAWL_ARCHIVE_MB = 0
# drop: repeats go to the ledger alone; mark: they stay in the feed with duplicate_of, duplicate_kind, similarity.
WIRECRAWL_DUPLICATES = "drop"
# Ages, in hours, at which a known story is asked for again, conditionally; 0 asks for every one of the window.
WIRECRAWL_RECHECK_HOURS = "1,6,24"
# Hours after its first sight in which a known story may be asked for again: three days cover a long weekend.
WIRECRAWL_WINDOW_HOURS = 72
# Hours back in which a story or headline is compared with others: a chain of updates rarely lasts a long weekend.
WIRECRAWL_COMPARE_HOURS = 72
# The same headline as many hours later, or more, is another item: dailies come every 24 hours, early at 20.
WIRECRAWL_HEADLINE_HOURS = 20
# A run is compared with the last so many, a week of days or a night of hours; none older than a month of changes.
WIRECRAWL_BASELINE_RUNS = 7
WIRECRAWL_BASELINE_DAYS = 30
# Hours without a newer story after which a source that moved before is frozen: no agency rests over a long weekend.
WIRECRAWL_FROZEN_HOURS = 72
# Days that the ledger keeps what only comparing and explaining need: a quarter's worth is some 100 MB of Xinhua.
WIRECRAWL_RETENTION_DAYS = 90
# Days that `scrapy prune` keeps feeds, archive files and reports; 0, for ever, is the only default that loses nothing.
WIRECRAWL_KEEP_FEEDS_DAYS = 0
WIRECRAWL_KEEP_ARCHIVE_DAYS = 0
WIRECRAWL_KEEP_REPORTS_DAYS = 0
# Requests of a run, and of a run to one host: an hour of one a second, so that a run from cron ends before the next.
# What is beyond is taken up by the next run. 0 is no limit.
WIRECRAWL_REQUESTS = 10_000
WIRECRAWL_HOST_REQUESTS = 3_600
# Failures in a row (no answer, HTTP 5xx, 429) after which a host is left alone: two stories with two retries each.
WIRECRAWL_HOST_FAILURES = 6
# Seconds that robots.txt's Crawl-delay and Retry-After are kept to at most; a host that asks for more is left alone,
# a Crawl-delay beyond it is taken for this.
WIRECRAWL_CRAWL_DELAY = 30
WIRECRAWL_RETRY_AFTER = 120
# Kilobytes of an answer's headers. Real ones have two; without a limit a server fills gigabytes before a timeout.
WIRECRAWL_HEADER_KB = 256
# Processes that read the pages of a replay (--jobs): 0 is one a core where there are many pages, 1 the process itself.
WIRECRAWL_JOBS = 0
# Processes that clean pages; 0 cleans in the crawler's own. One keeps pace with 500 pages a second of known layouts.
WIRECRAWL_WORKERS = 1
# Limits of one page's cleaning. The slowest of 90 real agency pages takes a tenth of a second; a page of 10 MB, the
# largest that is fetched, some seconds and 200 MB.
WIRECRAWL_CLEAN_SECONDS = 20
WIRECRAWL_CLEAN_MB = 512
# Pages of one list that a run follows at most: china.org.cn keeps ten.
WIRECRAWL_LIST_PAGES = 10
# List pages a run reads at most: four times what both homes of Xinhua are known to link to.
WIRECRAWL_LISTS = 200
# Pages of one story that a run follows at most: picture stories run to some twenty, and each page names its next one.
WIRECRAWL_STORY_PAGES = 50
# Set by `scrapy replay`: where the saved pages are, the address of a single file, whether all agencies are meant, and
# whether what they hold is entered in the ledger.
WIRECRAWL_REPLAY_SOURCES: list[str] = []
WIRECRAWL_REPLAY_URL = None
WIRECRAWL_REPLAY_ALL = False
WIRECRAWL_REPLAY_KEEP = False
