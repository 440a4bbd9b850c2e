"""Questions of lesson 02 that are asked in words: who holds keys, what an order opens, what a court decided.

What a design opens is not asserted here: tests/messenger/test_messenger_questions.py runs the orders and compares.
"""

from chokepoints.classroom.kinds import ChoiceAnswer, SetAnswer
from chokepoints.classroom.questions import Mistake, Question

ORDERS = (
    Question(
        id="messenger-1",
        ask="Of which of these chats is it true that the keys are on the users' devices alone?",
        answer=ChoiceAnswer(
            {
                "a": "an ordinary chat of two people (a cloud chat)",
                "b": "a secret chat",
                "c": "a group",
                "d": "all of these",
            },
            "b",
        ),
        why="Only secret chats are encrypted from end to end, between two people. The server can read the rest.",
        hints=(
            "Where must a message lie, so that a new phone shows old chats at once?",
            "Read once more, under the six telephone numbers, what is said of cloud chats and of groups.",
            "Only one of the three kinds is encrypted from end to end; one has to choose it for each chat.",
        ),
        mistakes=(
            Mistake(lambda letter: letter == "a", "a new phone shows such chats at once: so the server can read them."),
            Mistake(lambda letter: letter == "c", "groups have no encryption from end to end there at all."),
            Mistake(lambda letter: letter == "d", "the company's sentence is true of one kind only. Which?"),
        ),
        otherwise="ask of each kind: who else could decrypt it?",
        minutes=1.0,
        track="law",
    ),
    Question(
        id="messenger-2",
        ask="In the design *ratchet*, without escrow, before message 200: which orders make any message readable?",
        answer=SetAnswer(
            (("e", "silent participant", "a silent participant"), ("f", "device", "devices", "seizing the devices")),
            "a list of letters, such as ['a', 'b'],",
        ),
        why=(
            "A silent participant reads what is written from then on; a seized device shows its old messages and opens "
            "a few new ones. The operator's own keys open nothing, and the user's lasting key nothing by then."
        ),
        hints=(
            "Set the panel to ratchet and go through the orders, one by one.",
            "Two orders open something. Neither asks the operator for a key.",
            "One of them adds somebody, the other takes a thing.",
        ),
        mistakes=(
            Mistake(
                lambda letters: "c" in letters,
                "the user's lasting key is not the key of a message. Leave c out: try it in the panel.",
            ),
            Mistake(
                lambda letters: bool({"a", "b", "d"} & set(letters)),
                "records, kept traffic and the operator's keys are ciphertext and no key to it. Leave a, b and d out.",
            ),
            Mistake(
                lambda letters: set(letters) == {"e"}, "one more: what does a phone show that lies unlocked on a table?"
            ),
            Mistake(
                lambda letters: set(letters) == {"f"}, "one more: who could be put on the list of those one writes to?"
            ),
        ),
        otherwise="try each order in the panel, design ratchet.",
        minutes=3.0,
        track="law",
    ),
    Question(
        id="messenger-3",
        ask="What did the European Court of Human Rights decide in Podchasov v. Russia (2024)?",
        answer=ChoiceAnswer(
            {
                "a": "that a state may never ask a messenger for messages",
                "b": "that the demand for the six numbers broke the Convention",
                "c": "that this law's duty to decrypt end-to-end encrypted messages was disproportionate",
                "d": "that blocking the messenger broke the Convention",
            },
            "c",
        ),
        why=(
            "It judged a law, on one user's complaint: too broad a duty to store, too few safeguards, and a duty to "
            "decrypt that could not be met without weakening everybody. The company's own case it never judged."
        ),
        hints=(
            "Did the court judge one request, or a law?",
            "Who complained: the company, or a user? And of what?",
            "It found the statutory duty to decrypt out of proportion; it did not speak of the ban.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a", "it asked for safeguards and proportion; it did not forbid all access."
            ),
            Mistake(lambda letter: letter == "b", "the judgment is about the law, not about one request under it."),
            Mistake(lambda letter: letter == "d", "the company's own case, on fine and block, was struck out in 2025."),
        ),
        otherwise="look for what was judged: a law, a request, or the ban?",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="messenger-7",
        ask="A ratchet device is seized at message 200. Why do most later messages stay closed all the same?",
        answer=ChoiceAnswer(
            {
                "a": "forward secrecy: past keys are deleted",
                "b": "post-compromise security: new secrets enter at each turn of the conversation",
                "c": "the operator changed the keys when it heard of it",
                "d": "ciphertext loses its meaning after some days",
            },
            "b",
        ),
        why=(
            "Forward secrecy closes the past to today's key. That the future heals is another property: each answer "
            "brings a fresh exchange, which a copied state does not know."
        ),
        hints=(
            "Which of the answers speaks of the past, and which of the future?",
            "What happens when the other side answers for the first time after the seizure?",
            "A new exchange enters with each turn; who only has a copy of the old state falls behind.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a", "that closes the messages before the seizure. Asked are those after."
            ),
            Mistake(lambda letter: letter == "c", "the operator holds no keys here and changes none."),
            Mistake(lambda letter: letter == "d", "ciphertext keeps; what is missing is the key."),
        ),
        otherwise="ask what changes with the first answer after the seizure.",
        minutes=2.0,
        track="law",
        core=False,
    ),
    Question(
        id="messenger-8",
        ask="In the cloud design, which of these orders reaches the messages of the six, and touches fewest others?",
        answer=ChoiceAnswer(
            {
                "a": "all keys of the service, so that the agency can pick out the six itself",
                "b": "the stored records of the six users, since a named day, by a judge's warrant",
                "c": "a duty to store what everybody writes for six months, in case it is needed",
                "d": "a new version of the app for all users that adds a silent participant when asked",
            },
            "b",
        ),
        why=(
            "It names people, a time and a judge. Those who wrote to the six are read all the same. In a design that "
            "holds no keys it opens nothing, and then the question is what may be asked instead."
        ),
        hints=(
            "Count for each draft: whose messages could be read by it?",
            "Three of the drafts take something from every user, or put something on every phone.",
            "Only one leaves alone whoever is not named in it.",
        ),
        mistakes=(
            Mistake(lambda letter: letter == "a", "in the panel, all keys opened every stranger's messages as well."),
            Mistake(lambda letter: letter == "c", "that stores everybody's messages before anybody is named."),
            Mistake(lambda letter: letter == "d", "the way in is then in everybody's app, whoever comes to use it."),
        ),
        otherwise="count the people whom each draft touches before a name is given.",
        minutes=2.0,
        track="law",
        core=False,
    ),
)
