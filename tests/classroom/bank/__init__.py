"""The bank of answers: for every question right answers in other shapes, and wrong ones with the hint they must earn.

A room's answers stand in `bank/<room>.py`, in a dictionary BANK by the question's id: a list of right answers, and a
list of pairs of a wrong one and some words of what is said of it. `test_bank.py` holds the rule that none is missing.
"""

import importlib
import pkgutil
from typing import Any

Entry = tuple[list[Any], list[tuple[Any, str]]]

#: All rooms' answers by the id of their question.
BANK: dict[str, Entry] = {}
for _module in pkgutil.iter_modules(__path__):
    BANK |= importlib.import_module(f"bank.{_module.name}").BANK
