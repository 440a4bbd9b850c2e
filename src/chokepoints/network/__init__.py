"""Room `network`: a provider that filters for real, and ways round it."""
