"""Tests of the formats of `scrapy export`, one file a format, with the programs that read it."""
