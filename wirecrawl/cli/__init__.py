"""What several commands share.

Scrapy makes a command of every command class that it finds in commands/, so their base classes stand here.
"""
