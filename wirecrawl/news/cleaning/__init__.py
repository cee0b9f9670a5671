"""Page bytes to story fields, as one pure function: `clean`."""
