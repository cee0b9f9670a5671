"""What a page that is not a story shows: links to stories and lists, headlines, the ticker.

Pure functions from the bytes of a list page, ticker page, JSON list, RSS/Atom feed or news sitemap to a
`Listing`. Each link is classed by the shape of its address; nothing is fetched to find out what it is.
"""

from wirecrawl.news.discovery.listing import Listing, ListItem, read_listing, read_ticker, unpacked

__all__ = ["ListItem", "Listing", "read_listing", "read_ticker", "unpacked"]
