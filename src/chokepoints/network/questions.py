"""Questions of the room `network`: which rule was it, who goes dark, how many addresses, what a first message says.

What is right is compared with the provider, really run, and with `Ranges`, by tests/network/test_network_questions.py.
"""

from chokepoints.classroom.functions import Case
from chokepoints.classroom.kinds import ChoiceAnswer, ExactAnswer, FunctionAnswer, ListAnswer, SetAnswer
from chokepoints.classroom.limit import Failed
from chokepoints.classroom.questions import Mistake, Question
from chokepoints.network.questions_counts import COUNTS
from chokepoints.network.questions_measure import MEASURE
from chokepoints.network.questions_order import ORDER
from chokepoints.network.questions_probes import PROBES

SITES = {"shop": "198.51.100.20", "school": "198.51.100.21", "maps": "198.51.100.200", "messenger": "203.0.113.10"}
#: Addresses of question 3, by the last number: the messenger's, and those of others.
MINE, OTHERS = (8, 9, 10, 11, 20), (12, 21)
#: The first days of the case, Azure's nested ranges, and ranges that touch.
_AMAZON = ["18.194.0.0/15", "18.196.0.0/15", "35.156.0.0/14", "52.58.0.0/15"]
_NESTED = ["51.136.0.0/15", "51.136.0.0/17"]

_SHARES: tuple[Case, ...] = (
    ((_AMAZON,), 100 * 655_360 / 2**32, "Amazon's four ranges of the first day"),
    ((_NESTED,), 100 * 131_072 / 2**32, "Azure's two ranges"),
    ((["10.0.0.0/16"],), 100 / 65_536, "one range"),
    (([],), 0.0, "no range at all"),
    ((["198.51.100.0/24", "198.51.100.0/24"],), 100 * 256 / 2**32, "one range, listed twice"),
    ((["10.0.0.0/17", "10.0.128.0/17", "10.0.0.0/16"],), 100 / 65_536, "two halves and the whole"),
)


def extension(name: str) -> bytes:
    """The extension `server_name` as a client writes it (RFC 6066 3)."""
    host = b"\x00" + len(name).to_bytes(2, "big") + name.encode()
    names = len(host).to_bytes(2, "big") + host
    return b"\x00\x00" + len(names).to_bytes(2, "big") + names


def _message(before: bytes, name: str, after: bytes) -> tuple[bytes, int]:
    return before + extension(name) + after, len(before)


_MESSAGES = (
    (_message(b"\x16\x03\x01\x02", "messenger.example", b"\x00\x17\x00\x00"), "messenger.example", "the messenger"),
    (_message(b"\x01cdn.town.example", "maps.test", b"h2http/1.1"), "maps.test", "a message with other words in it"),
    (_message(b"", "a.example", b""), "a.example", "a message that begins and ends with the name"),
    (
        _message(b"\x00" * 9, "a-long-name.of-a-shop.in-a-town.example", b"\x00" * 9),
        "a-long-name.of-a-shop.in-a-town.example",
        "a long name",
    ),
)


def _seven(results: tuple[object, ...]) -> bool:
    """Whether the length was read from the wrong two bytes: the list's, which is three more than the name's."""
    return isinstance(results[0], str) and results[0].startswith("messenger.example") and results[0] != _MESSAGES[0][1]


QUESTIONS = (
    Question(
        id="network-1",
        ask="By which rule was blocked on Monday, on Tuesday, on Wednesday?",
        answer=ListAnswer(
            (("c", "by name", "name"), ("b", "by range", "range"), ("a", "by address", "address")),
            "a list of three letters, one for each day,",
        ),
        why=(
            "A block by name has to let a client connect to read the name. Of the other two, only the range takes the "
            "shop along."
        ),
        hints=(
            "On which days does the provider know a name, and when in a connection does it learn it?",
            "Where a connection is refused at once, ask next: was the shop refused too?",
            "Monday: let through, read, broken off. Tuesday: the shop as well. Wednesday: the messenger alone.",
        ),
        mistakes=(
            Mistake(
                lambda days: days == ("c", "a", "b"),
                "Monday is right. On which of the other two days was the shop refused?",
            ),
            Mistake(
                lambda days: days[:1] in (("a",), ("b",)),
                "on Monday the client could connect, and the provider saw its name. Which rule needs that?",
            ),
            Mistake(lambda days: len(days) == 3 and len(set(days)) < 3, "on each day it was another rule."),
        ),
        otherwise="ask of each day: was a name seen, and was the shop refused?",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="network-2",
        ask="18.9 million on 19 April, and in a later article 15.8 million without a day: what follows?",
        answer=ChoiceAnswer(
            {
                "a": "the later figure is the corrected one",
                "b": "one of the two is invented",
                "c": "nothing yet: the list changed from day to day, and the second figure names no day",
                "d": "17.35 million, the middle, is the best figure",
            },
            "c",
        ),
        why="The list rose to almost 20 million, fell, rose and fell to 10.99 million; 15.8 may be a day of it.",
        hints=(
            "Which day does each of the two figures speak of?",
            "Lesson 00's panel shows the list day by day. Was there a day with about 15.8 million?",
            "A figure without a day can be of any day on which it was true.",
        ),
        mistakes=(
            Mistake(lambda letter: letter == "a", "later printed is not later counted. Which day does it speak of?"),
            Mistake(lambda letter: letter == "b", "they would clash only if they spoke of the same day. Do they?"),
            Mistake(lambda letter: letter == "d", "a middle of two days tells you about no day at all."),
        ),
        otherwise="ask of each figure which day it speaks of.",
        minutes=1.0,
        track="law",
    ),
    Question(
        id="network-3",
        ask="Which are the fewest ranges that block the messenger everywhere and nobody else?",
        answer=SetAnswer(
            (
                ("203.0.113.8/30", "203.0.113.8 /30", "203.0.113.8 / 30", ".8/30", "203.0.113.8/255.255.255.252"),
                (
                    "203.0.113.20/32",
                    "203.0.113.20",
                    "203.0.113.20 /32",
                    "203.0.113.20 / 32",
                    ".20/32",
                    ".20",
                    "203.0.113.20/255.255.255.255",
                ),
            ),
            "a list of ranges, such as ['203.0.113.0/29', '203.0.113.40/32'],",
        ),
        why="8 to 11 are four addresses from a number that four divides: one /30. Number 20 stands alone.",
        hints=(
            "Which of the messenger's addresses follow one another? Where does the row end?",
            "8, 9, 10, 11: four of them, and four divides 8. The other range holds one address.",
            "203.0.113.8/30 is the first.",
        ),
        mistakes=(
            Mistake(
                lambda found: bool({"203.0.113.8/29", "203.0.113.8/28", "203.0.113.0/28"} & found),
                "that range goes on to 15. Who is at 12?",
            ),
            Mistake(
                lambda found: bool({f"203.0.113.20/{length}" for length in (28, 29, 30, 31)} & found),
                "20 must stand alone: at 21 is the bank.",
            ),
            Mistake(
                lambda found: any(one.endswith((".0/24", ".0/25", ".0/26", ".0/27")) for one in found),
                "that range holds the hospital, and many more. Which addresses are the messenger's?",
            ),
            Mistake(
                lambda found: bool({f"203.0.113.12{more}" for more in ("", "/30", "/31", "/32")} & found),
                "at 12 is the hospital.",
            ),
            Mistake(lambda found: bool({f"203.0.113.21{more}" for more in ("", "/32")} & found), "at 21 is the bank."),
            Mistake(
                lambda found: {"203.0.113.8/31", "203.0.113.10/31", "203.0.113.20/32"} <= found,
                "nobody else is struck, and it can be done with fewer: two /31 side by side are one what?",
            ),
            Mistake(
                lambda found: len(found) > 3 and all(one.endswith("/32") or "/" not in one for one in found),
                "nobody else is struck, and it can be done with fewer: 8 to 11 follow one another.",
            ),
            Mistake(lambda found: found == {"203.0.113.8/30"}, "right, and one address of the messenger's is left."),
        ),
        otherwise="go through the messenger's addresses: which follow one another, and who is next?",
        minutes=4.0,
        track="law",
    ),
    Question(
        id="network-4",
        ask="Write a function that returns the names of the sites which lie in any of the ranges.",
        answer=FunctionAnswer(
            signature="dark(ranges, sites)",
            cases=(
                ((["198.51.100.0/25"], SITES), ["school", "shop"], "the lesson's range"),
                ((["203.0.113.10/32"], SITES), ["messenger"], "a single address"),
                ((["198.51.100.0/24", "198.51.100.0/25"], SITES), ["maps", "school", "shop"], "a range in another"),
                (([], SITES), [], "no range at all"),
                ((["198.51.100.21/32", "203.0.113.0/24"], SITES), ["messenger", "school"], "two ranges"),
                (
                    (["192.0.2.8/30"], {"d": "192.0.2.12", "c": "192.0.2.11", "b": "192.0.2.8", "a": "192.0.2.7"}),
                    ["b", "c"],
                    "the first and last address of a range, and those beside it",
                ),
                (
                    (["192.0.2.1/32", "192.0.2.2/32", "192.0.2.3/32"], {"x": "192.0.2.3", "y": "192.0.2.4"}),
                    ["x"],
                    "three ranges",
                ),
            ),
            wanted="a function of a list and a dictionary, without brackets behind it: check('network-4', dark)",
        ),
        why="The list does not know the shop's name, and the shop is dark all the same.",
        hints=(
            "Go through sites.items(): of each address ask whether any of the ranges holds it.",
            "any(ip_address(address) in ip_network(text) for text in ranges) is true or false.",
            "return sorted(name for name, address in sites.items() if any(...))",
        ),
        mistakes=(
            Mistake(
                lambda results: results[0] == ["shop", "school"],
                "the right names, in another order: put sorted(...) around them.",
            ),
            Mistake(
                lambda results: type(results[0]) is frozenset and results[0] == {"school", "shop"},
                "the right names, as a set. A list in order is wanted: put sorted(...) around it.",
            ),
            Mistake(
                lambda results: results[0] == ["maps", "messenger"], "those are the sites that go on: turn it round."
            ),
            Mistake(
                lambda results: results[0] == ["198.51.100.20", "198.51.100.21"], "names are wanted, not addresses."
            ),
            Mistake(
                lambda results: (
                    results[:2] == (["school", "shop"], ["messenger"])
                    and results[3] == []
                    and results[4] in (["school"], ["messenger"])
                ),
                "with several ranges some are forgotten: go through all of them before you return.",
            ),
            Mistake(
                lambda results: results[0] == ["school", "shop"] and type(results[2]) is list and len(results[2]) == 5,
                "a site that lies in two ranges is named twice: any(...) asks all ranges at once.",
            ),
            Mistake(
                lambda results: results[0] == ["school", "shop"] and type(results[3]) is Failed,
                "an empty list of ranges is no error: then nobody is dark.",
            ),
            Mistake(
                lambda results: results[0] == ["school", "shop"] and results[5] not in (["b", "c"], None),
                "look at the ends: the first and the last address belong to a range, and the next one does not.",
            ),
        ),
        otherwise="of each site: does any of the ranges hold its address?",
        minutes=6.0,
        track="code",
    ),
    Question(
        id="network-5",
        ask="Write a function that reads the name out of a first message, from the place where its extension begins.",
        answer=FunctionAnswer(
            signature="name_in(message, at)",
            cases=_MESSAGES,
            wanted="a function of bytes and a number, without brackets behind it: check('network-5', name_in)",
        ),
        why="Nine bytes further on the name stands in the open. Whoever reads the line reads it as easily.",
        hints=(
            "Count from `at`: 2 bytes say what it is, 4 are lengths, 1 is the kind of name. What comes then?",
            "The name's length stands in the bytes at + 7 and at + 8; the name begins at at + 9.",
            "length = int.from_bytes(message[at + 7 : at + 9], 'big'); then message[at + 9 : at + 9 + length].decode()",
        ),
        mistakes=(
            Mistake(
                lambda results: type(results[0]) is bytes and results[0] == _MESSAGES[0][1].encode(),
                "the right bytes. A text is wanted: end with .decode().",
            ),
            Mistake(_seven, "the name, and more behind it: which two bytes are the length of the name?"),
            Mistake(
                lambda results: results[0] != _MESSAGES[0][1] and results[2] == _MESSAGES[2][1],
                "right where the message begins with it: count from `at`, not from the beginning.",
            ),
            Mistake(
                lambda results: (
                    isinstance(results[0], str)
                    and results[0] != _MESSAGES[0][1]
                    and results[0].endswith(_MESSAGES[0][1])
                ),
                "the name, and something before it: it begins nine bytes behind `at`.",
            ),
        ),
        otherwise="count the bytes from `at`: 2, 4, 1, then two for the length.",
        minutes=6.0,
        track="code",
    ),
    Question(
        id="network-6",
        ask="Write a function that returns how many percent of all IPv4 addresses some ranges hold, each counted once.",
        answer=FunctionAnswer(
            signature="percent_of_all(ranges)",
            cases=_SHARES,
            tolerance=1e-6,
            wanted="a function of a list of ranges, without brackets behind it: check('network-6', percent_of_all)",
        ),
        why="655,360 addresses are 0.015 percent of all, and about sixty times the messenger's own list of 2026.",
        hints=(
            "First without nesting: add up the sizes and divide by 2**32. Then leave out what lies in another range.",
            "one.subnet_of(other) is true where one lies in the other; collapse_addresses does it all at once.",
            "return 100 * sum(n.num_addresses for n in collapse_addresses(map(ip_network, ranges))) / 2**32",
        ),
        mistakes=(
            Mistake(
                lambda results: any(
                    list(results) == [round(case[1], digits) for case in _SHARES] for digits in range(1, 12)
                ),
                "right, and rounded: some ranges are so small that nothing is left. Return it as it comes out.",
            ),
            Mistake(
                lambda results: type(results[0]) is float and abs(results[0] - 655_360 / 2**32) < 1e-9,
                "that is a share. Percent are wanted: times 100.",
            ),
            Mistake(
                lambda results: results[0] == 655_360, "that is the number of addresses. How many percent of 2**32?"
            ),
            Mistake(
                lambda results: type(results[1]) is float and abs(results[1] - 100 * 163_840 / 2**32) < 1e-9,
                "Azure's small range lies in the large one and was counted again.",
            ),
            Mistake(
                lambda results: (
                    type(results[4]) is float
                    and type(results[1]) is float
                    and abs(results[1] - 100 * 131_072 / 2**32) < 1e-9
                    and abs(results[4] - 100 * 512 / 2**32) < 1e-12
                ),
                "a range that is listed twice was counted twice.",
            ),
            Mistake(
                lambda results: results[4] == 0 and type(results[2]) is float and results[2] > 0,
                "a range that is listed twice lies in its double: both were left out.",
            ),
        ),
        otherwise="work one short list out by hand, such as one range alone, and compare.",
        minutes=5.0,
        track="code",
    ),
    Question(
        id="network-7",
        ask="Which row of the list is a slip of the hand?",
        answer=ExactAnswer(
            ("5.184.0.0/13", "5.184.0.0 /13", "5.184.0.0", "the first", "first", "the first row", "row 1", 1),
            "a range such as 35.192.0.0/12",
        ),
        why="A 3 was lost: 35.184.0.0/13 was meant. It names half a million addresses of somebody else.",
        hints=(
            "Lay the two lists side by side.",
            "Two rows of the list stand in Google's own. What is left over on either side?",
            "Read it with a 3 before it.",
        ),
        mistakes=(
            Mistake(lambda text: text == "35.184.0.0/13", "that is what was meant. Write the row as it stands."),
            Mistake(
                lambda text: text.startswith(("35.192", "35.224")),
                "that one stands in Google's own list. Compare again.",
            ),
        ),
        otherwise="lay the two lists side by side.",
        minutes=1.0,
        track="code",
        core=False,
    ),
    Question(
        id="network-8",
        ask="What can a provider do against a front without striking those who want the maps?",
        answer=ChoiceAnswer(
            {
                "a": "block the name messenger.example",
                "b": "block the address of the maps",
                "c": "block the name maps.example",
                "d": "nothing of these three: it sees a visit to the maps",
            },
            "d",
        ),
        why="The inner name is encrypted. The cloud reads it, and can refuse it; the provider cannot.",
        hints=(
            "Which name does the provider see, and which not?",
            "Look at the log of the run behind the front.",
            "Of a to c: which hits the messenger, and which of those spares the maps?",
        ),
        mistakes=(
            Mistake(lambda letter: letter == "a", "that name is inside, encrypted: in the run the rule did nothing."),
            Mistake(lambda letter: letter in ("b", "c"), "that ends the front, and the maps for everybody."),
        ),
        otherwise="ask which name the provider sees.",
        minutes=1.0,
        track="law",
        core=False,
    ),
    *sorted((*COUNTS, *MEASURE, *PROBES, ORDER), key=lambda question: int(question.id.rpartition("-")[2])),
)
