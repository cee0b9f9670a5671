"""How lines become files: Scrapy feed exports into data/feeds, JSON Lines, files that are whole or not there."""
