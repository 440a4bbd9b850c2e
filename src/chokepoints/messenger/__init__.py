"""Room `messenger`: ways to build a chat service, and what an order for access opens in each, on real ciphertext."""

from chokepoints.messenger.blast import DESIGNS, blast_radius, build
from chokepoints.messenger.conversation import Conversation, Message, generate, two_people
from chokepoints.messenger.escrow import Escrow
from chokepoints.messenger.orders import Kind, Order, Run, execute, run
from chokepoints.messenger.outcome import Answer, Outcome, Tally

__all__ = [
    "DESIGNS",
    "Answer",
    "Conversation",
    "Escrow",
    "Kind",
    "Message",
    "Order",
    "Outcome",
    "Run",
    "Tally",
    "blast_radius",
    "build",
    "execute",
    "generate",
    "run",
    "two_people",
]
