"""Spiders: one small module for each agency, and the WireSpider that they share (wire_spider.py)."""
