"""Room `store`: who can install, update and keep an app, and what a store is asked to remove."""
