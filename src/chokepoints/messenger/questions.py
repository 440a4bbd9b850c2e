"""The questions of the room `messenger`. An id is never used again for another question."""

from chokepoints.messenger.questions_counts import COUNTS
from chokepoints.messenger.questions_draft import DRAFT
from chokepoints.messenger.questions_orders import ORDERS
from chokepoints.messenger.questions_protocol import PROTOCOL

QUESTIONS = (*ORDERS, *COUNTS, *PROTOCOL, DRAFT)
