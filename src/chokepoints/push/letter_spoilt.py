"""What spoils a text on the letter's readings, whatever else it says: what no source shows, told as a fact.

Like the rubric it looks for words; a false claim in words of its own is not found out.
"""

import re
from dataclasses import dataclass

from chokepoints.classroom.kinds import Point
from chokepoints.push.letter_rubric import RUBRIC, SENTENCE

#: Words by which a sentence denies, doubts or reports what it names.
DENIED = (
    r"(no(?! doubt)|not|never|nobody|none|nothing|nor|neither|without|\w+n't|cannot|whether|if|unless|unknown|unclear)"
)
REPORTED = (
    r"(according to|claim(s|ed)?|sa(ys|id|y)|hel(d|ds)|argu\w+|thinks?|thought|believ\w+|in (his|its|their) (view"
    r"|reading)"
    r"|reading|would|could|might|as if|agency's (head|view|reading)|allege\w*|supposed\w*|perhaps|maybe|probably"
    r"|likely)"
)

_NEVER = (
    r"(no(?! (surprise|wonder))|not(?! (\w+ )?(surpris\w+|strange|odd|only|just|merely))|never|nobody|nowhere|none"
    r"|nothing|\w+n't|would|could|should)"
)
_GUESSED = (
    r"(might|perhaps|maybe|possibl[ey]|guess\w*|speculat\w*|imagin\w*|allegedly|presumably|rumou?r\w*|(?-i:may(?! \d)))"
)
#: Apple, by whatever name; a group that a search keeps would stand among the parts of a sentence.
_APPLE = r"(?:apple|cupertino|tim cook)"
#: Also where a part of a sentence begins that is about Apple: a "not" before it denies nothing that Apple did.
_PARTS = rf"{SENTENCE}|,? (?:and|but|so|yet|while|though|although|because|since|as) (?=(?:then )?{_APPLE}\b)"

COURT = Point(
    "says that a court ordered Apple",
    (
        r"\b(courts?|judges?|ruling|judgment|tribunal|verdict|tagansky)\b([' ][\w']+){0,8} (order\w*|oblig\w+|bound"
        r"|binds|compel"
        r"\w*|forc\w+|told|requir\w+|command\w*|forbade|forbids|forbidden|prohibit\w*|demand\w*|instruct\w*)"
        r"( [\w']+){0,4} (apple|the company|the store)\b",
        r"\bapple( \w+){0,3} (ordered|obliged|bound|compelled|forced|required|sentenced|convicted|commanded"
        r"|instructed)\b"
        r".{0,50}\b(courts?|judges?|ruling|judgment|tribunal|tagansky)\b",
        r"\b(court(-| )order|court's order|ruling|order of (a|the) court)\b.{0,20}\b(to|against|on|for) apple\b",
        r"\bapple\b[^,.]{0,40}\b(under|by|before) (a|the) (\w+ )?(court('s)?( order| ruling)?|judge|court's order)\b",
        r"\bapple (was|is|had been) (a |the )?(party|defendant|respondent)\b",
        r"\bby order of (a|the) court\b.{0,40}\bapple\b",
    ),
    "no court ordered Apple: the ruling was about the messenger, and an agency wrote the letter. Leave that out.",
    unless=rf"\b({DENIED[1:-1]}|{REPORTED[1:-1]})\b[^,]{{0,90}}\b(apple|courts?|ruling|judges?)\b"
    rf"|\b(apple|courts?|ruling|judges?)\b[^,]{{0,60}}\b{DENIED}\b|\b(according to|agency's (view|reading|head))\b",
    parts=SENTENCE,
)
PODCHASOV = Point(
    "takes Podchasov for a case about push",
    (
        r"\bpodchasov\b.{0,140}\b(push\w*|notif\w+|alerts?|apple|letter|reading)\b",
        r"\b(push\w*|notif\w+|alerts?|apple|letter|reading)\b.{0,140}\bpodchasov\b",
        r"\b(strasbourg|european court)\b.{0,100}\b(push\w*|notif\w+|alerts?|letter)\b",
    ),
    "the case of Podchasov is about access to messages, in 2024. It says nothing on push or on this letter.",
    unless=r"\b(not|never|nothing|no|neither|\w+n't|about access|concerns access|another matter|other matter)\b",
    parts=SENTENCE,
)
ANSWERED = Point(
    "says what Apple did or answered",
    (
        r"\bapple (\w+ ){0,3}(obeyed|complied|answered|replied|refused|agreed|rejected|gave (in|way|up)|caved in"
        r"|bowed|wrote back|consented|responded|switched"
        r" (them |it |push\w* )?off|carried (it|this) out|declined(?! to comment)|ignored|yielded|followed|accepted"
        r"|(stopped|blocked|cut|filtered|removed|took|shut down|switched off|suppressed|kept|left) (\w+ ){0,3}(push\w*"
        r"|alerts?|notif\w+|them|it|app|messenger))\b",
        r"\b(tim cook|cupertino|the company|it|they)\b( \w+){0,3} (turned|waved) (\w+ ){0,3}(down|away|aside)\b",
        r"\b(tim cook|cupertino|apple)\b( \w+){0,2} (did (what|as|so)|obeyed|complied|refused|agreed|answered|replied"
        r"|said (no|yes)(?=$| to\b|,)|gave (in|way|up)|caved in|yielded|bowed|ignored|rejected"
        r"|declined(?! to comment))\b",
        rf"\b{_APPLE}( \w+){{0,2}} (held|kept|blocked|stopped|delayed|withheld|froze) (\w+ ){{0,3}}updates\b.{{0,40}}"
        r"\b(because of|due to|owing to|in (answer|response|reply) to|following|on account of|to (obey|please|satisfy"
        r"|meet)) (\w+ ){0,2}(letter|request|demand|agency)\b",
        r"\bapple (\w+ ){0,3}(switched|turned|cut|shut|took) (\w+ ){0,4}(off|down|away)\b",
        r"\bapple (\w+ ){0,2}(told|informed|wrote to|let) (the )?(agency|regulator|roskomnadzor|russia\w*|moscow"
        r"|them)\b",
        r"\bapple did (comply|obey|answer|refuse|agree)\b|\bapple's (lawyers?|managers?|chief"
        r"|boss) (\w+ )?(rejected|refused"
        r"|agreed|complied|answered|declined)\b",
        r"\bapple('s)? (answer|reply|response|refusal|consent) (was|came|is|of|said|to the)\b",
    ),
    "what Apple did or answered was not found in any source: leave it out, or say that it is not known.",
    unless=rf"\b(whether|if|had apple|unknown|(what|how) apple|20(19|2\d)|suppos\w+|assum\w+|linkedin|vpns?"
    rf"|(is|was) (not|never|nowhere) (known|found|shown)"
    r"|(durov|telegram|messenger) (\w+ )?(said|says|wrote|claim\w*|complain\w*))\b"
    rf"|\b({_NEVER}|{_GUESSED})\b[^,]{{0,60}}\b{_APPLE}\b"
    rf"|\b{_APPLE} ((?!\w+ed |gave |said )\w+ ){{0,2}}({_NEVER}|{_GUESSED})\b",
    parts=_PARTS,
)
COMPANY = Point(
    "says what the company did or answered",
    (
        r"\bthe (company|firm|corporation|manufacturer) (\w+ ){0,2}(obeyed|complied|refused|gave (in|way)|agreed"
        r"|replied|answered|ignored (it|the (letter|request|agency))|(remained|stayed|kept) silent)\b",
    ),
    ANSWERED.hint,
    unless=rf"\b(whether|if|unknown|nobody (has )?(shown|knows)|what|how|keys?|telegram('s)?|messenger('s)?|durov"
    r"|fsb|hand|decrypt\w*|ruling|courts?)\b"
    rf"|\b({_NEVER}|{_GUESSED})\b[^,]{{0,60}}\bthe (company|firm|corporation|manufacturer)\b"
    rf"|\bthe (company|firm|corporation|manufacturer) (\w+ )?({_NEVER}|{_GUESSED})\b",
    parts=SENTENCE + r"|,? (?:and|but|so|yet|while|because|as) (?=the (?:company|firm|corporation|manufacturer)\b)",
)
SILENCE = Point(
    "says that Apple did not answer",
    (
        r"\b(apple|cupertino|tim cook|the company|the firm) (\w+ )?(never|did not|didn't) (\w+ )?"
        r"(answer\w*|repl\w+|respond\w*|obey\w*|compl\w+|react\w*|do)\b",
        rf"\b{_APPLE} (\w+ )?(remained|stayed|kept|was|fell) (\w+ )?(silent|quiet|mute)\b",
        rf"\b{_APPLE} (\w+ )?(gave|sent|wrote|made) (the agency |it |them )?no (\w+ )?(answer|reply|response)\b",
        rf"\b{_APPLE} (\w+ )?left (\w+ ){{0,3}}(unanswered|without (an )?(answer|reply))\b",
    ),
    "that Apple did not answer or obey is not known either: only that no answer was found. Say it so, or leave it out.",
    unless=r"\b(public(ly)?|as far as|found|seen|know|known|whether|if|in what we)\b"
    rf"|\b({_NEVER}|{_GUESSED})\b[^,]{{0,60}}\b{_APPLE}\b|\b{_APPLE} (\w+ )?{_GUESSED}\b",
    parts=_PARTS,
)
SENT = Point(
    "says that addresses went by push that spring",
    (
        r"^(?=.{0,300}\b(telegram|messenger|operator|servers?|durov|it|they|company"
        r"|addresses)\b)(?=.{0,300}\b(sent|sends?"
        r"|sending|pushed|pushing|moved|told|tell|tells|telling|deliver\w+|distribut\w+|used|using|inform\w+|went|gave"
        r"|announc\w+)\b)(?=.{0,300}\b(address(es)?|ips?|servers?|dc_?update|data ?cent\w+)\b)(?=.{0,300}\b(push\w*"
        r"|notif\w+|silently)\b).{0,300}\b(april|in may|that month|(those|these) weeks|spring|throughout|every day"
        r"|each day|daily"
        r"|constantly"
        r"|regularly|successfully|millions?|all the time|during the block|for weeks)\b",
        r"\b(telegram|messenger|operator|durov)\b.{0,30}\b(moved|migrated|redirected|brought|switched|steered|led)\b"
        r".{0,50}\b(by|via|through|with|over) (\w+ )?(push\w*|notif\w+|apns)\b",
        r"\bprov(es|ed|en)\b.{0,60}\b(sent|used|moved|meant|addresses went)\b",
        r"\b(demonstrat|establish|confirm|show)\w*\b.{0,60}\b(sent|used|moved|addresses went)\b",
        r"\b(code|handler|client)\b.{0,30}\b(proves?|proved|is (the |a )?proof)\b",
    ),
    "no source shows that addresses went by push in April or May 2018: the code shows what a client would have taken.",
    unless=r"\b(no(?! doubt)|not|nothing|nobody|never|none|neither|\w+n't|cannot|whether|if|how often|would|could"
    r"|might|can"
    r"|perhaps|maybe|probably|unknown|claim(s|ed)?|wrote|explained|according|reading|inference|assum\w+|suppos\w+"
    r"|only|experiment|kit)\b|(?-i:\bmay\b)",
    parts=SENTENCE,
)
SURE = Point(
    "is surer than the evidence",
    (
        r"\b((without|beyond) (any |a |all |reasonable )?doubts?|undoubtedly|doubtless|no doubt|indisputabl\w+"
        r"|undeniabl\w+"
        r"|(absolutely|entirely|quite|completely|perfectly) (certain|sure|clear)|100 ?(%|percent)|for certain"
        r"|definitely"
        r"|definite proof|no room for (any )?doubts?|the only possible|no other (explanation|reading) (is|exists"
        r"|remains)|(whoever|any(body|one) who) (doubts|disagrees"
        r"|thinks otherwise)|it is (certain|proven|proved|a fact|obvious)|obviously|certainly|must have meant|can only"
        r" mean|there is no other (reading|explanation))\b",
    ),
    "that is surer than the evidence: no letter and no log was seen. Say how likely it is, and why.",
    unless=r"\b(not|never|nobody|\w+n't|cannot|neither|nor|whether|nearly|almost|says?|said|claims?|would be"
    r"|almost certainly"
    r"|had (we|i)|if)\b",
    parts=SENTENCE,
)
NO_VERDICT = Point(
    "refuses the task",
    (r"\b(i|we) (refuse|will not|won't|do not want|don't want) (to )?(write|answer|take|do|say)\b",),
    "this refuses the task. Write what each reading means, what speaks for it, and your verdict.",
)


class Asking(Point):
    """Found in a text most of whose sentences are questions."""

    def found(self, text: str) -> bool:
        """Whether more than half of the marks that end a sentence are question marks."""
        marks = re.findall(r"[.!?](?= |$)", text)
        return 2 * marks.count("?") > len(marks)


QUESTIONS = Asking("asks", (r"\?",), "that asks, and answers nothing: answer your questions yourself.")


@dataclass(frozen=True)
class Unsupported(Point):
    """Found where both readings and a verdict are there, and none of three points of evidence."""

    def found(self, text: str) -> bool:
        """Whether the required points are made, and neither wording nor code nor news is named."""
        return all(point.found(text) for point in RUBRIC if point.required) and not any(
            point.found(text) for point in RUBRIC if point.name.startswith(_EVIDENCE)
        )


_EVIDENCE = ("the Russian wording", "the client's code", "who wrote of alerts")
BARE = Unsupported(
    "names no evidence",
    (),
    "that names no evidence: which word has the agency's own text, who wrote of alerts, what can the client do?",
)
SPOILING = (NO_VERDICT, QUESTIONS, BARE, COURT, PODCHASOV, ANSWERED, COMPANY, SILENCE, SENT, SURE)
