"""What repeats what: keys, the decision new | update | duplicate, and the joining of headlines. Pure functions."""

from wirecrawl.dedupe.decision import Decision, Known, decide
from wirecrawl.dedupe.headlines import Sighting, join_headlines, with_earlier
from wirecrawl.dedupe.keys import headline_key, text_key

__all__ = ["Decision", "Known", "Sighting", "decide", "headline_key", "join_headlines", "text_key", "with_earlier"]
