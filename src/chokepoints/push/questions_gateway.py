"""Questions of lesson 04 on what a gateway sees: in a log, under an order, in a count of requests, in times, in a 410.

On 410: the status is for a token that is no longer active for the app, with a time (apns-answers). That it begins late
on purpose, and says nothing sure of the app, an engineer of Apple's writes on its forum
(developer.apple.com/forums/thread/670868 and 745902); in the kit's gateway it begins at once.
"""

from chokepoints.classroom.faults import broken, faults
from chokepoints.classroom.kinds import ChoiceAnswer, FunctionAnswer, SetAnswer
from chokepoints.classroom.questions import Mistake, Question

#: The log of question 1: letter, time, push type, size of the payload in bytes, what could be read of it.
LOG = (
    ("a", "09:00:00", "alert", 90, "text `Ada: see you at eight`, kind MESSAGE_TEXT"),
    ("b", "09:00:04", "background", 105, "shows nothing, kind DC_UPDATE, dc 2, addr 203.0.113.9:443"),
    ("c", "09:00:05", "background", 422, "shows nothing, the rest sealed"),
    ("d", "09:00:07", "alert", 101, "text `New message`, dc 2, addr 203.0.113.9:443"),
    ("e", "09:00:09", "background", 81, "shows nothing, kind CHAT_READ, chat 17"),
)
#: Question 6: when her messages left, and when pushes went to each token, in seconds.
SENT = [10, 60, 130]
ARRIVALS = {"0a": [300], "2b": [10, 61, 129], "6e": [12, 62, 132], "9f": [13, 63, 133]}
#: Its cases: few numbers, so that a message shows them whole; tokens in order of the alphabet, as a message has them.
#: 0a fits nothing, so that it comes out where all counts are alike.
TIMES = (
    (([10, 60, 130], {"0a": [300], "5a": [11, 61, 131], "9f": [200]}), "5a", "one token that fits"),
    (([10, 60, 130], {"0a": [300], "2b": [131], "5a": [11, 61], "9f": [131]}), "5a", "others that fit once"),
    (([10, 60], {"0a": [], "2b": [20, 30, 40], "6e": [11, 61]}), "6e", "a busy phone, and a token without any push"),
    (([10, 60, 130], {"0a": [300], "2b": [9, 59, 129], "6e": [11, 61]}), "6e", "pushes before the messages"),
    (([10, 60], {"0a": [300], "4c": [11], "8d": [12, 62]}), "8d", "pushes just two seconds after"),
    (([10, 60], {"0a": [300], "4c": [11], "8d": [10, 60]}), "8d", "pushes in the same second"),
    (([10, 60], {"0a": [300], "4c": [13, 63], "8d": [11]}), "8d", "pushes three seconds after"),
    (([10, 60], {"0a": [300], "2b": [10, 11, 12], "6e": [11, 61]}), "6e", "three pushes after one message"),
    (([10, 60], {"0a": [300], "3c": [10], "5a": [5, 11, 40, 61]}), "5a", "other pushes in between"),
    (([10, 11, 12, 60], {"0a": [300], "3c": [10, 60], "7b": [12]}), "7b", "one push soon after three messages"),
    (([100, 200, 300], {"0a": [90], "1f": [101], "3c": [201, 301]}), "3c", "a first message that not all fit"),
    ((SENT, ARRIVALS), "6e", "four tokens"),
    (([30], {"only": [31]}), "only", "one message and one token"),
)

GATEWAY = (
    Question(
        id="push-1",
        ask="Of which of the five pushes can the gateway tell that it is a service push?",
        answer=SetAnswer(
            (
                ("b", "row b", "rows b", "push b", "pushes b", "the rows b", "the pushes b", "both b", "just b"),
                ("d", "row d", "push d", "d only"),
            ),
            'a list of letters, such as ["a", "c"],',
            by_truth=True,
        ),
        why="Both carry an address that can be read, one of them behind an alert. c may be the same push sealed, or "
        "any other: of it nobody at the gateway can tell. e is silent, and carries no address.",
        hints=(
            "A service push carries a server's address for the app. In which rows can one be read?",
            "The push type is what the sender calls it. Look at the last column alone.",
            "b is one: its kind and an address can be read. One more row holds an address.",
        ),
        mistakes=(
            Mistake(
                lambda found: "c" in found,
                "c is silent, as a service push is. So is many another push: what can be *read* in it?",
            ),
            Mistake(lambda found: "e" in found, "e is silent, and can be read. What does it carry: an address?"),
            Mistake(lambda found: "a" in found, "a brings a person's message. Where is the address for the app?"),
            Mistake(
                lambda found: found == {"b"},
                "right, and one more. An alert can carry more than the text that is shown: read the last column.",
            ),
            Mistake(
                lambda found: found == {"d"},
                "right, and one more. A push that shows nothing can still be read.",
            ),
        ),
        otherwise="ask of each row: can an address for the app be read in it?",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="push-2",
        ask="Alerts about new messages are to be stopped and nothing else; all is sealed. What can the gateway go by?",
        answer=ChoiceAnswer(
            {
                "a": "the text of the push: it hits the alerts about messages and nothing else",
                "b": "the size: what is short is a service push, what is long is a message",
                "c": "the label: the sender's label, that is the push type, hits whatever is sent as an alert, and "
                "misses messages that come silently",
                "d": "nothing: it can stop all pushes of the app or none",
            },
            "c",
        ),
        why="Push type and the part for the system, `aps`, stay in the clear, and the sender writes both. A service "
        "push dressed as an alert is stopped too; a message that only wakes the app passes, if at a slower pace.",
        hints=(
            "Sealed or not, the device has to know whether to ring. What must it be able to read for that?",
            "`aps` stays in the clear: show this, or wake the app. Who writes it, and does anybody check it?",
            "Whoever writes that word decides what an order that goes by it hits.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "the text is sealed. The gateway reads that there is something to show, and not what.",
            ),
            Mistake(
                lambda letter: letter == "b",
                "one who seals can fill up: then short and long look alike. And a long text is no kind of push.",
            ),
            Mistake(
                lambda letter: letter == "d",
                "not all is sealed: how does the device know whether to ring or to wake the app in silence?",
            ),
        ),
        otherwise="ask what stays in the clear, and who writes it.",
        minutes=2.0,
        track="law",
    ),
    Question(
        id="push-3",
        ask="Relays print 119 and 158 requests for early 2023. What does a copy of Apple's table say to that?",
        answer=ChoiceAnswer(
            {
                "a": "the requests grew by a third within half a year",
                "b": "158 is right, as the larger figure holds the smaller one",
                "c": "119 is of early 2023; 158 is no half-year's, and may be the rise to 277 taken for a count",
                "d": "277 requests in early 2023, as both figures count",
            },
            "c",
        ),
        why="The copy has 119 there and 158 nowhere. 277 less 119 is 158: our arithmetic, and a guess at the slip, as "
        "no source says how it came about. The panel show(records_asked) has both sides.",
        hints=(
            "Look for each figure in the table: in which half-year does it stand, if in any?",
            "One of the two stands in no half-year. Can it be made out of two figures that do?",
            "Take the first half of 2023 from the first half of 2024.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "growth needs two half-years. Both figures are printed for one and the same.",
            ),
            Mistake(
                lambda letter: letter == "b",
                "look it up: which of the two stands in the table, and does a larger figure hold a smaller one?",
            ),
            Mistake(
                lambda letter: letter == "d",
                "two figures for one period are no two parts of it. Look where the table has 277.",
            ),
        ),
        otherwise="look for each figure in the table, and for the half-year beside it.",
        minutes=1.5,
        track="law",
    ),
    Question(
        id="push-6",
        ask="Write a function that tells from times alone to which token a person's messages go.",
        answer=FunctionAnswer(
            signature="receiver(sent, arrivals)",
            cases=TIMES,
            wanted="a function of a list and a dictionary, without brackets behind it: check('push-6', receiver)",
        ),
        why="Nothing was read. A busy phone fits by chance as well: the panel show(matched_by_time) takes that share "
        "away.",
        hints=(
            "For each token, begin at 0 and go through the messages: was there a push soon after?",
            "0 <= push - message <= 2 is true for a push that belongs; any(...) asks all pushes of a token at once.",
            "count = sum(any(0 <= push - message <= 2 for push in pushes) for message in sent)",
        ),
        mistakes=faults(
            TIMES,
            *broken("return the token with the highest count, as it stands in the dictionary."),
            (
                "",
                lambda came, *_: type(came) in (int, float, bool, dict, list, tuple, frozenset),
                "return the one token, neither a number nor the whole count.",
            ),
            (
                "",
                ["0a"],
                "0a fits no message at all. It comes out where all counts are alike, or where the loop ends with the "
                "first token: what does each count begin with, and when does it grow?",
            ),
            (
                "one token that fits",
                ["9f"],
                "9f is the last token, and fits no message. Has each token its count, and do you compare the counts? "
                "`max` of a dictionary compares the names, unless it is told key=count.get.",
            ),
            (
                "others that fit once",
                ["9f"],
                "9f fits one message, and 5a two: the count has to begin at 0 again for each token.",
            ),
            ("others that fit once", ["2b"], "2b fits one message, 5a two: *count*, by all messages and all pushes."),
            ("a busy phone, and a token without any push", ["2b"], "2b gets the most pushes. How many soon after one?"),
            (
                "pushes before the messages",
                ["2b"],
                "2b gets its pushes *before* the messages leave. Count only what comes after.",
            ),
            ("pushes just two seconds after", ["4c"], "just two seconds after is still within two seconds."),
            ("pushes in the same second", ["4c"], "a push in the very second of the message belongs to it."),
            ("pushes three seconds after", ["4c"], "the pushes of 4c come three seconds after: that is too late."),
            (
                "three pushes after one message",
                ["2b"],
                "2b gets three pushes after one message. Count messages, each once.",
            ),
            (
                "other pushes in between",
                ["3c"],
                "compare each message with every push of a token, not only with one, such as that at its own place.",
            ),
            (
                "one push soon after three messages",
                ["3c"],
                "the push at 12 is within two seconds of three messages, and each of them fits: count messages, not "
                "pushes, and do not use a push up.",
            ),
            ("a first message that not all fit", ["1f"], "after a message without a push go on with the next one."),
        ),
        otherwise="by hand: after which of the messages did each token get a push within two seconds?",
        minutes=6.0,
        track="code",
    ),
    Question(
        id="push-7",
        ask="The gateway answers 410 with a time. What does it tell the provider, and what must that do?",
        answer=ChoiceAnswer(
            {
                "a": "the device is away: try again later",
                "b": "the user has deleted the app at that time: note it, and close the account",
                "c": "the token has ended for the app: stop sending, until the device registers again",
                "d": "an authority forbids pushes to this device: go by another gateway",
            },
            "c",
        ),
        why="Why the token ended is not said: it may have been replaced. By Apple's forum the answer begins late on "
        "purpose, so that nobody follows who deletes an app. The kit's gateway is franker.",
        hints=(
            "What does a gateway do with a push for a device that is away? Is that an error?",
            "Read the word of the answer: Unregistered. What is gone, the person, the app or the token?",
            "A token can end for several reasons, and a new one may come from the device itself.",
        ),
        mistakes=(
            Mistake(
                lambda letter: letter == "a",
                "a device that is away makes no error: its push is stored or lost, and the answer is 200.",
            ),
            Mistake(
                lambda letter: letter == "b",
                "that is one cause among others. And may a provider conclude so much about a person from a token?",
            ),
            Mistake(
                lambda letter: letter == "d",
                "no answer in Apple's list says that. It may be given other words, and these are about the token.",
            ),
        ),
        otherwise="ask what is gone: the person, the app or the token.",
        minutes=1.0,
        track="law",
        core=False,
    ),
)
