"""Questions of the room `push`: what a gateway sees and may go by, what it stores, and what doing without it costs.

What is right is compared with the gateway and the mailbox, really run, by tests/push/test_questions_push.py.
"""

from chokepoints.push.questions_country import COUNTRY
from chokepoints.push.questions_gateway import GATEWAY
from chokepoints.push.questions_letter import LETTER
from chokepoints.push.questions_stored import STORED

QUESTIONS = (*GATEWAY, *STORED, *LETTER, *COUNTRY)
