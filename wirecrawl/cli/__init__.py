"""What several commands share. Scrapy takes every command class it finds in commands/ for a command, so bases stand here."""
