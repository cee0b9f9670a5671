"""What several tests use: servers, processes, made pages and archives. Nothing here is a test."""
