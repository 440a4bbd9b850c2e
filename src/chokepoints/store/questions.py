"""Questions of the room `store`: what a lever of a store does, what figures carry, removals, notices and reports.

What is right is compared with the kit's own base, fits and store by the tests of the parts that it is taken from.
"""

from chokepoints.store.questions_adoption import ADOPTION
from chokepoints.store.questions_base import BASE
from chokepoints.store.questions_counts import COUNTS
from chokepoints.store.questions_law import LAW
from chokepoints.store.questions_model import MODEL

QUESTIONS = tuple(
    sorted((*BASE, *ADOPTION, *COUNTS, *LAW, MODEL), key=lambda question: int(question.id.rpartition("-")[2]))
)
