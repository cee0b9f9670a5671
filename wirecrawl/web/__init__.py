"""What is known of the web: canonical addresses, answers of servers, rules of hosts, challenge pages."""
