"""How two headlines or texts relate: their difference, and what it means."""
