"""Commands of the project, one a file; Scrapy finds them here."""
