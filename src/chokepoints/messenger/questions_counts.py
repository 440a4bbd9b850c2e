"""Questions of lesson 02 that are counted: shares, strangers, and what headers alone tell."""

from math import comb

from chokepoints.classroom.kinds import FunctionAnswer, NumberAnswer
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.messenger.conversation import generate

_CONVERSATION = generate()
#: Messages of the lesson's conversation to which a target is a party, and all others.
AIMED = len(_CONVERSATION.aimed)
STRANGERS = len(_CONVERSATION.messages) - AIMED
#: Those before the moment of the order that the question names, message 200.
EARLY = sum(message.number < 200 and message.number not in _CONVERSATION.aimed for message in _CONVERSATION.messages)

Headers = list[tuple[str, list[str]]]
#: Received counts too: who writes little to her most often writes to her.
_PAIRS: Headers = [("ann", ["ben"])] * 2 + [("ann", ["cyd"])] + [("cyd", ["ann"])] * 2 + [("ben", ["dan"])] * 4
#: Two who receive the same message have not written to one another.
_GROUPS: Headers = [("ann", ["ben", "cyd"])] * 2 + [("dan", ["ben", "cyd"])] * 2 + [("ben", ["ann"])]
#: Whoever writes to groups has written to each of their members, not to the first alone.
_WRITES: Headers = [("gil", ["ann", "hal"])] * 3 + [("gil", ["hal"])] + [("ida", ["gil"])] * 2
#: Somebody who never writes.
_SILENT: Headers = [("dan", ["eva"]), ("fay", ["eva", "dan"]), ("dan", ["fay", "eva"])]

COUNTS = (
    Question(
        id="messenger-4",
        ask="Three of five share holders restore a key. How many different groups of exactly three can do it?",
        answer=NumberAnswer(comb(5, 3), "groups"),
        why="Ten: 5 x 4 x 3 ways to pick in turn, and each group comes in 6 orders. Two holders restore nothing.",
        hints=(
            "Name the holders a to e and write the groups down: abc, abd, ...",
            "Does it matter who comes first? Then do not count abc and bca twice.",
            "from math import comb; comb(n, k) counts groups of k out of n.",
        ),
        mistakes=(
            Mistake(lambda number: number == 60, "that counts who comes first as well: abc and bca are one group."),
            Mistake(lambda number: number == 16, "that counts groups of four and five too. Asked are exactly three."),
            Mistake(
                lambda number: number == 15,
                "three times five counts something else. Write the groups down: abc, abd...",
            ),
            Mistake(lambda number: number in (3, 5), "that is a number of holders, not of groups that they can form."),
        ),
        otherwise="write the groups down: abc, abd, abe, acd...",
        minutes=2.0,
        track="code",
    ),
    Question(
        id="messenger-5",
        ask="Cloud, all keys at message 200: how many messages become readable to which none of the six is party?",
        answer=NumberAnswer(STRANGERS, "messages"),
        why=f"{STRANGERS}: met with all keys, an order for six numbers opens what others wrote to one another.",
        hints=(
            "Run blast_radius for the design cloud, and look for the outcome whose order is all keys.",
            "An outcome counts others before the moment and after it; asked are both.",
            "outcome.others.before + outcome.others.after",
        ),
        mistakes=(
            Mistake(lambda number: number == EARLY, "those are the ones before message 200. Add the ones after it."),
            Mistake(
                lambda number: number == STRANGERS - EARLY,
                "those are the ones after message 200. Add the earlier ones.",
            ),
            Mistake(
                lambda number: number == AIMED,
                "those are the messages of the six and of those they write to. Asked are the others.",
            ),
            Mistake(lambda number: number == AIMED + STRANGERS, "that is every message. Leave out those of the six."),
            Mistake(
                lambda number: number == 0,
                "the order for user keys opens no stranger's message. Take the one for all keys.",
            ),
        ),
        otherwise="take the outcome of the order all keys, and add others.before and others.after.",
        minutes=4.0,
        track="code",
    ),
    Question(
        id="messenger-6",
        ask="Write a function that tells from headers alone with whom somebody exchanges most messages.",
        answer=FunctionAnswer(
            signature="closest(headers, person)",
            cases=(
                ((_PAIRS, "ann"), "cyd", "headers of pairs, where she receives more than she writes"),
                ((_GROUPS, "ben"), "ann", "headers with groups"),
                ((_WRITES, "gil"), "hal", "somebody who writes to groups"),
                ((_SILENT, "eva"), "dan", "somebody who never writes"),
                ((_PAIRS, "dan"), "ben", "somebody else in the same headers"),
            ),
            wanted="a function of a list and a name, without brackets behind it: check('messenger-6', closest)",
        ),
        why="No text was needed. Who, to whom and how often: an order for metadata yields that in every design.",
        hints=(
            "Go through the headers and count, for each name, the messages between it and the person.",
            "Where the person wrote it, a header counts for each receiver; where she received it, for the writer.",
            "count[name] = count.get(name, 0) + 1, and at the end: return max(count, key=count.get)",
        ),
        mistakes=(
            Mistake(
                lambda results: results[0] == "ben", "count what the person receives too, not only what she writes."
            ),
            Mistake(
                lambda results: results[1] == "cyd", "two who receive the same message have not written to one another."
            ),
            Mistake(lambda results: results[:2] == ("ann", "ben"), "that is the person herself. Count the others."),
            Mistake(
                lambda results: any(type(result) in (int, dict, tuple, list) for result in results),
                "return the one name, neither a number nor the whole count.",
            ),
        ),
        otherwise="count for each other name the messages between it and the person, both ways.",
        minutes=5.0,
        track="code",
    ),
)
