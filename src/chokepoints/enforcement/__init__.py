"""Room `enforcement`: all levers together; first of all, the experiment of the kit."""
