"""A case made fit for strangers: without private persons' names, without sharp positions."""
