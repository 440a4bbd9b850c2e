"""Questions of lesson 02b: what lies on the disk, a key derived, a ghost made, alarms counted.

What is right is compared with the data centre, the directory and the hashes, really run, by
tests/messenger/test_protocol_questions.py.
"""

from hashlib import sha256

from chokepoints.classroom.kinds import ChoiceAnswer, FunctionAnswer, NumberAnswer, SetAnswer
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.messenger.key_picture import PUBLISHED_KEY
from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_keys import Direction, derive

Derived = tuple[bytes, bytes]

#: Message keys to try a derivation with; as on the wire, they look like chance.
_MESSAGE_KEYS = tuple(sha256(word).digest()[:16] for word in (b"one", b"two", b"three"))
_OTHER_KEY = Secret(b"".join(sha256(bytes([number])).digest() for number in range(8)))


def _derived(key: Secret, msg_key: bytes) -> Derived:
    return derive(key, msg_key, Direction.TO_SERVER)


_CASES = tuple(
    ((key.reveal(), msg_key), _derived(key, msg_key), words)
    for key, msg_key, words in (
        (PUBLISHED_KEY, _MESSAGE_KEYS[0], "the published key"),
        (PUBLISHED_KEY, _MESSAGE_KEYS[1], "the published key and another message"),
        (_OTHER_KEY, _MESSAGE_KEYS[2], "another key"),
    )
)
_FIRST = _CASES[0][1]
_BACK = derive(PUBLISHED_KEY, _MESSAGE_KEYS[0], Direction.TO_CLIENT)

_SHARES = (
    ((0.5, 0.9, 0.1), 0.9, "half of all pictures on the list"),
    ((0.01, 1.0, 0.01), 0.01 / (0.01 + 0.99 * 0.01), "one picture in a hundred"),
    ((1e-6, 0.95, 1e-6), 0.95e-6 / (0.95e-6 + (1 - 1e-6) * 1e-6), "the start of the panel in lesson 02"),
    ((0.2, 0.5, 0.2), 0.1 / (0.1 + 0.8 * 0.2), "a scanner that misses half"),
    ((0.3, 0.8, 0.0), 1.0, "a scanner that never errs"),
)


def _swapped() -> Derived:
    """What comes out where message key and piece of the key change places before hashing."""
    raw, msg_key = PUBLISHED_KEY.reveal(), _MESSAGE_KEYS[0]
    a, b = sha256(raw[:36] + msg_key).digest(), sha256(msg_key + raw[40:76]).digest()
    return a[:8] + b[8:24] + a[24:], b[:8] + a[8:24] + b[24:]


PROTOCOL = (
    Question(
        id="messenger-9",
        ask="With everything on its disk, what does the operator know of two users and their two kinds of chat?",
        answer=SetAnswer(
            (
                ("a", "telephone numbers", "the telephone numbers", "the two telephone numbers"),
                ("b", "the text of ordinary messages", "the text of the ordinary message"),
                ("d", "who wrote secret messages to whom", "who wrote the secret message, and to whom"),
            ),
            "a list of letters, such as ['a', 'e'],",
        ),
        why=(
            "Numbers, ordinary texts, and who wrote secret messages to whom. Of the secret chat it relayed two halves, "
            "from which nobody is known to be able to work out the key, and ciphertext."
        ),
        hints=(
            "Go through the table of the disk, line by line: what is it, and does it open?",
            "Three of the five. Ask of the secret chat: what must a service know to deliver?",
            "It must know to whom a message goes. It need not know what stands in it.",
        ),
        mistakes=(
            Mistake(
                lambda letters: "c" in letters,
                "the run tried every key on the disk on the secret message: what did it say of c?",
            ),
            Mistake(
                lambda letters: "e" in letters,
                "of e: two halves of an exchange pass through the operator. Does what they make pass, too?",
            ),
            Mistake(
                lambda letters: letters == {"a", "b"},
                "one more: think of a postman, who need not open a letter.",
            ),
            Mistake(lambda letters: letters == {"b", "d"}, "one more: look at the first lines of the disk's table."),
            Mistake(lambda letters: letters == {"a", "d"}, "one more: what can the operator show to a new phone?"),
        ),
        otherwise="ask of each: what must the service have, to do its work?",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="messenger-10",
        ask=(
            "Of 100,010 pictures 10 are on the list. A scanner finds 9 of these, and takes one in 1,000 of the other "
            "100,000 for one of them. How many percent of its alarms are true? The nearest whole number will do."
        ),
        answer=NumberAnswer(900 / 109, "%", units={"share": 100, "true": 1}, within=0.3),
        why="9 true alarms and 100 false ones: 9 of 109, about 8 percent. It finds nine in ten of what is there.",
        hints=(
            "Write down two numbers first: how many true alarms, how many false ones?",
            "One in 1,000 of 100,000: so many false alarms. Then ask for the share of the true ones among all alarms.",
            "true / (true + false), times 100",
        ),
        mistakes=(
            Mistake(
                lambda number: abs(number - 90) < 0.5,
                "that is the recall: of what is on the list, so much is found. Asked is: of the alarms, how many true?",
            ),
            Mistake(
                lambda number: abs(number - 9) < 0.05,
                "true against false is not true among all. Count the nine among the alarms, too.",
            ),
            Mistake(
                lambda number: abs(number - 99.9) < 0.1,
                "that is the share of the others at which the scanner stays silent. Look at the alarms only.",
            ),
            Mistake(lambda number: abs(number - 9 / 109) < 0.005, "as a share, yes. Asked is a number of percent."),
            Mistake(lambda number: abs(number - 100 * 100 / 109) < 0.6, "that is the share of false ones."),
        ),
        otherwise="count the alarms: so many true ones, so many false ones.",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="messenger-12",
        ask="Write a function that derives AES key and vector from the authorization key and a message key.",
        answer=FunctionAnswer(
            signature="derive(key, msg_key)",
            cases=_CASES,
            wanted="a function of two values, without brackets behind it: check('messenger-12', derive)",
        ),
        why="Whoever holds the long key opens every packet: the message key lies on the wire, in the packet itself.",
        hints=(
            "Make a and b first. sha256(...).digest() gives 32 bytes; + joins bytes; key[40:76] cuts a piece out.",
            "The AES key is a[0:8] + b[8:24] + a[24:32]. The vector is the same with a and b exchanged.",
            "a = sha256(msg_key + key[0:36]).digest(); b = sha256(key[40:76] + msg_key).digest()",
        ),
        mistakes=(
            Mistake(lambda results: results[0] == _BACK, "those are the pieces for packets from the server: 8 less."),
            Mistake(
                lambda results: results[0] == _swapped(),
                "for a the message key comes first, for b it comes last. Here it is the other way round.",
            ),
            Mistake(
                lambda results: results[0] == _FIRST[::-1],
                "the right two, in the other order: the AES key comes first.",
            ),
            Mistake(lambda results: type(results[0]) is bytes, "return two things, parted by a comma: key and vector."),
            Mistake(
                lambda results: type(results[0]) in (tuple, list) and any(type(part) is str for part in results[0]),
                "bytes are wanted: end with digest(), not with hexdigest().",
            ),
        ),
        otherwise="compare each piece with the recipe: which bytes, and what comes first?",
        minutes=5.0,
        track="code",
    ),
    Question(
        id="messenger-13",
        ask="Write the operator's directory so that a ghost reads fay's messages and nobody's own list shows it.",
        answer=FunctionAnswer(
            signature="devices_of(person, asked_by, own)",
            cases=(
                (("fay", "ben", ["fay's phone"]), ["fay's phone", "ghost"], "ben writes to fay"),
                (("ben", "fay", ["ben's phone"]), ["ben's phone", "ghost"], "fay writes to ben"),
                (("fay", "fay", ["fay's phone"]), ["fay's phone"], "fay looks at her own list"),
                (("ben", "ben", ["ben's phone"]), ["ben's phone"], "ben looks at his own list"),
                (("ann", "ben", ["ann's phone"]), ["ann's phone"], "ben writes to ann"),
                (
                    ("eva", "fay", ["eva's phone", "eva's tablet"]),
                    ["eva's phone", "eva's tablet", "ghost"],
                    "two devices",
                ),
            ),
            wanted="a function of two names and a list, without brackets behind it: check('messenger-13', devices_of)",
        ),
        why=(
            "No cipher was touched: the operator gave two people different answers. That is what gives it away, where "
            "they compare, or where the app checks that all are told the same."
        ),
        hints=(
            "Three people may ask for a list: somebody who writes to fay, fay who writes to somebody, and its owner.",
            "Return own + ['ghost'] where fay is exactly one of the two; else return own.",
            "return own + ['ghost'] if (person == 'fay') != (asked_by == 'fay') else own",
        ),
        mistakes=(
            Mistake(
                lambda results: "ghost" in results[4],
                "where ben writes to ann it adds a ghost, too: a chat of two whom no order names. Return own there.",
            ),
            Mistake(
                lambda results: "ghost" in results[2],
                "where fay asks for her own devices her app would list it. Tell her the truth there.",
            ),
            Mistake(
                lambda results: "ghost" in results[3],
                "where ben asks for his own devices his app would list it. Tell him the truth there.",
            ),
            Mistake(
                lambda results: "fay's phone" not in results[0],
                "fay herself could no longer read her messages, and would ask why. Keep her own devices on the list.",
            ),
            Mistake(
                lambda results: results[0] == ["ghost", "fay's phone"], "almost: put the ghost behind the own devices."
            ),
            Mistake(
                lambda results: "ghost" in results[0] and "ghost" not in results[1],
                "the ghost hears what is written to fay and not what she writes. Look at who asks, too.",
            ),
            Mistake(
                lambda results: "ghost" in results[1] and "ghost" not in results[0],
                "the ghost hears what fay writes and not what is written to her. Look at whose devices are asked for.",
            ),
        ),
        otherwise="go through who asks for whose devices: ben for fay, fay for ben, fay for fay, ben for ann.",
        minutes=5.0,
        track="code",
    ),
    Question(
        id="messenger-14",
        ask="Write a function that gives the share of alarms that are true, from prevalence, recall and error rate.",
        answer=FunctionAnswer(
            signature="true_share(prevalence, recall, false_rate)",
            cases=_SHARES,
            tolerance=6e-4,
            wanted="a function of three shares, without brackets behind it: check('messenger-14', true_share)",
        ),
        why="Bayes' rule, as counts: true alarms over all alarms. Prevalence weighs as much as the error rate.",
        hints=(
            "Of one picture: how likely is it on the list and found? How likely not on the list and taken for it?",
            "found = prevalence * recall; taken = (1 - prevalence) * false_rate",
            "return found / (found + taken)",
        ),
        mistakes=(
            Mistake(
                lambda results: any(
                    list(results) == [round(case[1], digits) for case in _SHARES] for digits in (1, 2, 3)
                ),
                "right, and rounded too early: return the share as it comes out.",
            ),
            Mistake(
                lambda results: type(results[4]) is Failed and type(results[0]) is not Failed,
                "of a scanner that never errs yours makes no number: divide by all alarms, not by the false ones.",
            ),
            Mistake(
                lambda results: abs(results[1] - 100 * 0.01 / (0.01 + 0.99 * 0.01)) < 0.01,
                "a share from 0 to 1 is wanted, not a number of percent.",
            ),
            Mistake(
                lambda results: abs(results[1] - 1 / 1.01) < 1e-9,
                "that leaves the prevalence out, and so takes half of all pictures to be on the list.",
            ),
            Mistake(
                lambda results: abs(results[0] - 0.45 / 0.55) < 1e-9 and abs(results[1] - 0.5) < 1e-9,
                "the errors come from the others alone: multiply their rate by 1 - prevalence.",
            ),
            Mistake(
                lambda results: abs(results[3] - 0.1) < 1e-9,
                "that is how likely a picture gives a true alarm. Divide by how likely it gives any alarm.",
            ),
            Mistake(
                lambda results: abs(results[3] - 0.16 / 0.26) < 1e-9, "that is the share of false alarms: 1 less it."
            ),
        ),
        otherwise="count among a million pictures: on the list and found, not on the list and taken for it.",
        minutes=4.0,
        track="code",
    ),
    Question(
        id="messenger-15",
        ask="The operator stands in the middle of a secret chat. How can its two people find out?",
        answer=ChoiceAnswer(
            {
                "a": "each sends the other a photograph of the picture, inside this chat",
                "b": "they compare the pictures in another way, such as face to face",
                "c": "their apps check the key's print that the service passes on",
                "d": "they cannot: each message arrives, and each device says that it is encrypted",
            },
            "b",
        ),
        why="The man in the middle passes on what fits. He cannot be where they compare without him.",
        hints=(
            "Whatever passes through the service can be changed by it.",
            "In the run with a man in the middle, what agreed and what did not?",
            "Ask of each way: does it lead past the operator?",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "what is sent inside this chat passes through his hands, and he may put his own in its place.",
            ),
            Mistake(
                lambda letter: letter == "c", "he sends each device the print that it expects: both checks passed."
            ),
            Mistake(
                lambda letter: letter == "d", "the two devices hold different keys, and so show different pictures."
            ),
        ),
        otherwise="ask of each way: does it lead past the operator?",
        minutes=1.0,
        track="law",
        core=False,
    ),
    Question(
        id="messenger-16",
        ask=(
            "Pictures of one kind, copies turned by 10 degrees: take the smallest number of bits at which half of the "
            "60 copies are found. How many of the 1,770 pairs of different pictures match falsely there?"
        ),
        answer=NumberAnswer(
            257,
            "pairs",
            units=dict.fromkeys(("false pairs", "matches", "false matches", "of 1,770", "of 1,770 pairs"), 1.0),
        ),
        why="At 16 bits 32 copies are found, and 257 pairs of different pictures match: one in seven.",
        hints=(
            "Show the panel with pictures of one kind and copies turned by 10 degrees, and move the number of bits.",
            "At 14 bits fewer than half are found, at 16 more than half. Read the other number there.",
            "show(look_alikes, change='turned by 10 degrees', kind='of one kind', threshold=16)",
        ),
        mistakes=(
            Mistake(lambda number: number in (16, 15), "that is the number of bits. Asked are pairs that match."),
            Mistake(lambda number: number == 32, "that is how many copies are found. Asked are false matches."),
            Mistake(
                lambda number: number in (0, 1, 5, 30, 82, 193, 417, 720, 1061),
                "those are the pictures that are all different. Choose those of one kind.",
            ),
            Mistake(
                lambda number: number in (8, 12, 19, 35, 61, 120, 491, 807, 1117, 1369, 1550),
                "right pictures, another number of bits. Which is the smallest that finds 30 of 60?",
            ),
        ),
        otherwise="set the panel to pictures of one kind, turned by 10 degrees, and move the number of bits.",
        minutes=3.0,
        track="code",
        core=False,
    ),
)
