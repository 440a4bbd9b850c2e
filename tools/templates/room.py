"""Room `__ROOM__`: [to write] what it models or runs, in one line."""
