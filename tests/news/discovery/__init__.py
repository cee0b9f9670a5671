"""Tests of wirecrawl.news.discovery."""
