"""What spoils a text on the letter's readings, whatever else it says: what no source shows, told as a fact.

Like the rubric it looks for words; a false claim in words of its own is not found out.
"""

from dataclasses import dataclass

from chokepoints.classroom.kinds import Asking, Point
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
_APPLE = r"(?:apple(?:'s \w+)?|cupertino|tim cook|the (?:americans|californians|i ?phone maker|firm's lawyers))"
#: Also where a part of a sentence begins that is about Apple: a "not" before it denies nothing that Apple did.
_PARTS = (
    rf"{SENTENCE}|: (?={_APPLE}\b)|,? (?:and|but|so|yet|while|though|although|because|since|as) (?=(?:then )?"
    rf"{_APPLE}\b)"
)
#: What nobody is known to have done with the letter.
_DID = (
    r"(?:refused|declined(?! to comment)|rejected|obeyed|complied|agreed|consented|answered|replied|gave (?:in|way)"
    r"|yielded|did (?:so|it|nothing|what|as|both|neither)|ignored|bowed)"
)

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
        r"\b(by|under|after|through|because of|since) (the|a|that) (\w+ )?(ruling|judgment|verdict"
        r"|decision)[^,]{0,40}\bapple"
        r" (had to|must|was to|has to)\b|\b(court|judge)s? (\w+ )?(convicted|fined|sentenced|punished) apple\b"
        r"|\b(court|judge|ruling) (had |has )?(made|held|declared) apple\b",
        r"\b(company|firm) from (cupertino|california) (was|were|is) (\w+ )?(obliged|bound|ordered|forced|compelled)\b",
        r"\bby order of (a|the) court\b.{0,40}\bapple\b",
        r"\b(court|judge|judgment|ruling|tribunal)\b[^,]{0,30}\b(put|puts|placed|laid|imposed) [^,]{0,30}\bapple\b",
    ),
    "no court ordered Apple: the ruling was about the messenger, and an agency wrote the letter. Leave that out.",
    unless=rf"\b({DENIED[1:-1]}|{REPORTED[1:-1]})\b[^,]{{0,90}}\b(apple|courts?|ruling|judges?)\b"
    rf"|\b(apple|courts?|ruling|judges?)\b[^,]{{0,60}}\b{DENIED}\b|\b(according to|agency's (view|reading|head))\b",
    parts=SENTENCE,
)
PODCHASOV = Point(
    "takes Podchasov for a case about push",
    (
        r"\bpodchasov\b.{0,140}\b(push\w*|notif\w+|alerts?|apple|letter|reading|requests?|demands?)\b",
        r"\b(push\w*|notif\w+|alerts?|apple|letter|reading)\b.{0,140}\bpodchasov\b",
        r"\b(strasbourg|european court)\b.{0,100}\b(push\w*|notif\w+|alerts?|letter)\b",
    ),
    "the case of Podchasov is about access to messages, in 2024. It says nothing on push or on this letter.",
    unless=r"(?<!may )(?<!must )(?<!should )\b(not|never|nothing|no|neither|\w+n't)( \w+){0,3} (about|on|of|with|for"
    r"|concern\w*|deal\w*|speak\w*|sa(y|ys|id)"
    r"|cover\w*|touch\w*|mention\w*|help\w*|answer\w*|decid\w*|bear\w*|relevan\w*|appl\w+|show\w*|prov\w*|link\w*"
    r"|matter"
    r"|here|case)\b|\bnot push\w*\b|\b(about|concerns) access\b|\b(another|other|different) (matter|case|question"
    r"|story)\b"
    r"|\birrelevant\b",
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
        rf"\b{_APPLE},[^,]{{1,60}}, (\w+ ){{0,2}}{_DID}\b|\b{_APPLE} (chose|decided|preferred|was quick"
        rf"|hastened) (\w+ )?to\b",
        rf"\b(that|what|which|as) {_APPLE} (\w+ )?(carried|did|chose|stopped|blocked|switched|delivered|fulfilled)\b",
        rf"\b{_APPLE}( \w+){{0,2}} ({_DID}|filtered|handed|carried (\w+ )?out|delivered|fulfilled|granted|honou?red"
        r"|met the (demand|request))\b",
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
#: A verb in the past that tells a deed, in one word; not what needs no source, nor what the tables have.
_DEED = (
    r"(?:(?!(?:received|used|need\w*|wanted|based|named|called|approved|released|published|offered|owned|operated|held"
    r"|asked|remained|stayed|declined|headquartered|supposed|designed|permitted|provided|indeed)\b)\w{2,}ed"
    r"|gave(?! no)|did(?! (?:not|n't))|took|sent|wrote|made|went|chose|fell|bent|paid|told|said|swept|threw|put|cut"
    r"|shut)"
)
DEED = Point(
    "tells a deed of Apple's",
    (rf"\b{_APPLE} (?:(?:\w+ly|then|later|soon|just|also|in the end|at once|even|therefore|still) )?{_DEED}\b",),
    ANSWERED.hint,
    unless=rf"{ANSWERED.unless}|\b(readings?|meanings?|interpretations?|versions?|asks?|asked|want(s|ed)?|demand(s|ed)?"
    rf"|wish(es|ed)?|would|could|should|according|until|unless|that)\b[^,]{{0,60}}\b{_APPLE}\b|\b(updates?|comment)\b",
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
        r"\b(apple|cupertino|tim cook|the (\w+ )?company|the (\w+ )?firm) (\w+ )?(never|did not|didn't) (\w+ )?"
        r"(answer\w*|repl\w+|respond\w*|obey\w*|compl\w+|react\w*|do)\b",
        rf"\b{_APPLE} (\w+ )?(remained|stayed|kept|was|fell) (\w+ )?(silent|quiet|mute)\b",
        rf"\b{_APPLE} (\w+ )?(gave|sent|wrote|made) (the agency |it |them )?no (\w+ )?(answer|reply|response)\b",
        rf"\b{_APPLE} (\w+ )?left (\w+ ){{0,3}}(unanswered|without (an )?(answer|reply))\b",
        r"\b(nobody|no one|none) (at|from|in) (apple|cupertino|california)( \w+)? (answered|replied|reacted|responded"
        r"|wrote)\b",
        rf"\b{_APPLE} (never|did not|didn't) (\w+ )?(block|stop|filter|switch|touch|remov|suppress)\w*\b",
        rf"\b(was|were|been) never answered( by {_APPLE})?\b",
        rf"\b{_APPLE} (has|had) (never|not) (\w+ )?(given|sent|made|written|answered|replied|reacted|responded)\b",
        rf"\b{_APPLE} (\w+ )?(let .{{1,40}} pass|said nothing|sat (it|this|the \w+) out|was never heard)\b",
        r"\bthe (company|firm|corporation|manufacturer|addressee) (\w+ )?(gave|sent|wrote"
        r"|made) (\w+ ){0,3}no (\w+ )?(answer"
        r"|reply|response)\b|\bthe (firm|addressee|manufacturer) (\w+ )?(said nothing|kept (quiet|silent))\b",
        r"\b(nothing|no (answer|reply|response|word|letter))( \w+){0,2} (came|arrived|was (sent|given|made|written)"
        r"|followed|reached)\b",
    ),
    "that Apple did not answer or obey is not known either: only that no answer was found. Say it so, or leave it out.",
    unless=r"\b(public(ly)?|as far as|found|seen|know|known|whether|if|in what we)\b"
    rf"|\b(?!(?:nobody|no one|none) (?:at|from|in)\b|never (?:answered|heard))({_NEVER}"
    rf"|{_GUESSED})\b[^,]{{0,60}}\b{_APPLE}\b|\b{_APPLE} (\w+ )?{_GUESSED}\b",
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
        r"\b(clear|good|strong|sufficient|enough|the|is|as) (evidence|proof) (that|of)\b.{0,60}\b(was|were|had|sent"
        r"|used|moved"
        r"|distribut\w+|sending|moving)\b",
        r"\b(telegram|messenger|operator|durov)('s)? (\w+ )?(sent|used|gave|delivered|told|pushed|informed"
        r"|distributed|supplied"
        r"|fed|moved|switched|changed|reached|redirected)\b.{0,80}\b(push\w*|apns)\b",
        r"\b(phones?|apps?|clients?|users|people) (\w+ ){0,2}(received|got|learned|learnt|were (\w+ )?(sent|given"
        r"|told|moved))\b"
        r".{0,60}\b(address\w*|servers?|ips?)\b.{0,30}\b(push\w*|apns)\b",
        r"\b(telegram|messenger|operator|durov) (\w+ )?pushed\b.{0,60}\b(address\w*|servers?|ips?)\b|\b(thanks"
        r"|due) to (\w+ ){0,2}push\w*\b",
        r"\bfollows from (its|the) (\w+ )?(code|source)\b|\b(code|source) (\w+ )?(shows|tells us|says|reveals) (that"
        r"|how) (telegram|the"
        r" messenger|the operator|they) (did|does|sent|used|moved|was|were)\b",
        r"\bprov(es|ed|en)\b.{0,60}\b(moving|sending|using|pushing|leading|mov(es|ed)|in use)\b",
        r"\b(telegram|messenger|operator|durov)('s)?\b.{0,90}\bpush\w*\b.{0,60}\b(lead|led|guid\w+|steer\w*|walk\w*"
        r"|keep|kept"
        r"|br(ing|ought))\b.{0,20}\b(them|users|people|everybody|everyone|millions|its)\b",
        r"\b(telegram|messenger|operator|durov)('s)?\b.{0,30}\b(kept|saved|rescued|held|led|guided"
        r"|steered)\b.{0,50}\bpush\w*\b",
    ),
    "no source shows that addresses went by push in April or May 2018: the code shows what a client would have taken.",
    unless=r"\b(no(?! doubt)|not|nothing|nobody|never|none|neither|\w+n't|cannot|whether|if|how often|would|could"
    r"|might|can(?! (see|read|find|look|be seen))"
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
        r" mean|there is no other (reading|explanation)|no question|nonsense|(crystal|absolutely|totally) clear"
        r"|(leaves?|allows?|admits?) no other|(one )?hundred per ?cent (sure|certain|convinced|right)"
        r"|nothing to discuss|only (\w+ ){1,3}can (be|have been) meant|no way (that )?|no (\w+ )?(person|reader"
        r"|lawyer|engineer) (can|could|will|would)|(every"
        r"|any) other (explanation|reading)"
        r"|settles (it|the (matter|question|case))|(is|are) (simply|just|plainly|clearly) (a mistake|wrong|false|right"
        r"|true))\b",
    ),
    "that is surer than the evidence: no letter and no log was seen. Say how likely it is, and why.",
    unless=r"\b(not|never|nobody|\w+n't|cannot|neither|nor|nearly|almost|says?|said|claims?)\b[^,]{0,40}\b(doubt\w*"
    r"|certain\w*"
    r"|sure|clear\w*|percent|proof|proved|proven|a fact|obvious\w*|definite\w*|the only|no other|meant?|question"
    r"|nonsense"
    r"|settles|wrong|right|true|false|mistake|convinced)\b|\b(whether|would be|almost certainly|had (we|i)|if)\b|\d ?%",
    parts=SENTENCE,
)
NO_VERDICT = Point(
    "refuses the task",
    (r"\b(i|we) (refuse|will not|won't|do not want|don't want) (to )?(write|answer|take|do|say)\b",),
    "this refuses the task. Write what each reading means, what speaks for it, and your verdict.",
)


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
SPOILING = (NO_VERDICT, QUESTIONS, BARE, COURT, PODCHASOV, ANSWERED, DEED, COMPANY, SILENCE, SENT, SURE)
