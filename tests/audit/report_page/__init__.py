"""Tests of the page of `scrapy report --html`."""
