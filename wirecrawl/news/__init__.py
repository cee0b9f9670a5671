"""What news copy means: bytes and strings in, values out."""
