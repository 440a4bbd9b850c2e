"""The question of lesson 02b in which an order is drafted: its rubric finds points by words, and judges no quality."""

from chokepoints.classroom.kinds import Point, TextAnswer
from chokepoints.classroom.order_words import DECIDERS, ENDLESS, FEW, NO_ORDER, NOT, SPAN, TELL, UNDECIDED, WHEN
from chokepoints.classroom.questions import Question

RECORDS = (
    "We order the service to hand over the stored messages of the two accounts named in the annex, written between 1 "
    "and 14 March, because there are grounds to suspect their holders of preparing the attack. A judge has signed this "
    "and it ends after ten days. No key is asked for. Messages with persons outside the case are sorted out by a "
    "third office and deleted. The two are told within six months and can complain to the court."
)
DEVICE = (
    "The investigators may seize the one phone of the person named here, under this warrant of the district court, "
    "since less would not do: of the secret chat the service holds nothing that it could read, and a new version of "
    "the app for one user would be a way in to all. The search is limited to messages of the last thirty days with the "
    "three named persons. "
    "The owner is present or is informed at once, may appeal, and copies of everything else are destroyed."
)

_WHO = (
    r"(persons?|people|users?|accounts?|numbers?|subscribers?|customers?|suspects?|accused|defendants?|targets?"
    r"|holders?"
    r"|individuals?|profiles?|phones?|devices?|handsets?|men|man|women|woman|brothers?|sisters?|couple|driver)"
)
_NAMED = r"(named?|listed|identified|specified|specific|concerned|suspected|arrested|annex(ed)?|schedule|below|above)"
_EVENT = r"(attack|explosion|blast|bomb(ing)?|trial|indictment|verdict)"
_THING = (
    r"(messages?|records?|contents?|metadata|headers?|cop(y|ies)|texts?|chats?|traffic|communications?|histor(y|ies)"
    r"|conversations?|correspondence)"
)
_GIVE = (
    r"(hand|handed|hands|give|given|gives|provide|disclose|deliver|produce|preserve|keep|submit|surrender|suppl(y|ies)"
    r"|transmit|copy|extract)"
)
_STRANGERS = (
    r"(others?|strangers?|third (part(y|ies)|persons?)|bystanders?|outsiders?|outside the case|anyone else|anybody else"
    r"|everyone else|everybody else|unrelated|uninvolved|innocent)"
)

#: Words with a capital that are no person's: an order that names only these says of nobody whose messages it wants.
_NO_NAMES = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|The|This|These|That|All|Any|Every|Each|No|None|Nobody|Our|Its|It|We|They|You|He|She|If|In|On|At|As|And|Or"
    r"|Telegram|WhatsApp|Signal|Apple|Google|Roskomnadzor|Russia|Moscow|Petersburg|Europ|German|France|French|Brit|Engl"
    r"|Americ|Messenger|Compan|Service|Operator|Provider|Court|Judge|Article|Section|Act\b|State|People|User|MTProto"
)
_PART = r"(?:[A-ZÀ-ÞА-Я][a-zà-ÿа-я'-]+|[A-Z]\b\.?)"
_NAME = rf"(?-i:\b(?!{_NO_NAMES}){_PART}(?: {_PART}){{0,2}})"

#: Words that turn a wide demand into its denial, in the same sentence.
_DENIED = (
    r"\b(no|not|\w+n't|nor|never|neither|without (?!distinction|exception)|nothing (of|from|that)|none of|rather than"
    r"|instead of|refus\w+|exclud\w+|forbidden|stays?|remains?|keeps (its|the|all|every)|left|would|untouched"
    r"|else|closed"
    r"|delet\w+|destroy\w*|wiped?)\b"
)
_ALL = r"(all|each|every|any)( one)?( of)?( the| its| other| single)?"
_MASS = (
    rf"(({_ALL} (users?|customers?|persons?|people|accounts?|subscribers?|residents?|citizens?|members?|phones?"
    r"|telephones?|devices?)|everybody|everyone|anybody who|anyone who|the (whole|entire) (city|country|population"
    r"|service|nation)|(entire|whole) population|millions))"
)
_LONG_KEY = r"(long|master|server|long-term|root)[ -]?(term )?keys?"
#: Whoever asks for every key asks for everybody's messages: such an order is none that the case needs.
WIDE = (
    r"(?<!no )(?<!not )\b(all|every) (the |its |their |of its |of the )?(encryption |decryption |private )?keys?\b",
    r"\b(its|the (service|operator|company|provider)'s) ((encryption|decryption|private|long"
    r"|own) )?keys (as well|too)\b",
    rf"\b{_GIVE}\b.{{0,90}}\b(its|the|their) {_LONG_KEY}\b",
    rf"\b{_LONG_KEY}\b.{{0,30}}\b(handed over|given|delivered|surrendered|comes?|too|as well)\b",
    r"\bkeys (is|are|come|shall be|must be)\b.{0,20}\b(handed over|given|delivered|surrendered|with (it|them))\b",
    rf"\b({_THING}|pictures?)\b.{{0,20}}\b(of|from|held by|belonging to|on|in) {_MASS}\b",
    rf"\b(and|,) of {_MASS}\b",
    rf"\b(each|every) {_THING} (held|written|sent) by any\b",
    r"\b(all|every) users?'? (messages?|chats?|accounts?)\b",
    rf"\b(everybody|everyone)'s (\w+ )?{_THING}\b",
    r"\bwithout (distinction|exception)\b|\b(whatever|everything that) passes through\b|\beach telephone on which\b",
)
#: What the operator has no text of, whatever it is told, as the disk of the lesson shows.
UNMEETABLE = (
    rf"\b(operator|service|company|provider|messenger)\b.{{0,60}}\b{_GIVE}\b.{{0,60}}\bsecret (chats?|messages?)\b",
)
_OTHER_WAY = (
    rf"\b({NOT[1:-1]}|phones?|devices?|handsets?|participant|ghost|seiz\w+|ciphertext|headers?|metadata|who wrote|whom"
    r"|except|exclud\w+|ordinary|cloud|refus\w+)\b"
)

RUBRIC = (
    Point(
        "whose messages: people or accounts that are named",
        (
            rf"\b{_NAMED}\b.{{0,30}}\b{_WHO}\b",
            rf"\b{_WHO}\b.{{0,30}}\b{_NAMED}\b",
            rf"\b{FEW} (telephone |phone |mobile )?{_WHO}\b",
            rf"\b(of|from|by) (the|these|those|both|our) {FEW} \w+",
            rf"\b{_WHO}('s)? (no\.? ?)?([A-Z]-?)?\d[\w-]*\b",
            r"\b(user|account|subscriber|customer|suspect|person)s? (?-i:[A-Z])\b",
            r"\b(the|this|that|each|both) (suspects?|accused|defendants?|brothers?|sisters?|couple|driver|targets?)\b",
            r"\b(persons?|people|users?) under suspicion\b",
            r"\b(mr|mrs|ms|messrs)\b",
            r"\+\d{6,15}|(?<!\w)@\w{2,}",
            rf"\b{_WHO} ['\"]\w+['\"]",
            rf"\b(of|between|by|from|with|that|which|what|against) {_NAME}(,| and| with| to|, and) {_NAME}",
            rf"{_NAME}(?:'s?)? (?:\w+ )?{_THING}\b|{_NAME}(?:'s?)? {_WHO}\b",
            rf"\b{_THING} (of|by|from|between|with|to) {_NAME}|\b{_WHO} (of|used by|belonging to) {_NAME}",
            rf"\b(suspect|accused|defendant|brothers?|sisters?),? {_NAME}",
        ),
        "say whose messages: which people or accounts are named?",
        required=True,
        unless=r"\b(name|identify|specify|list) (them |those )?later\b|\byet to be (named|identified)\b",
    ),
    Point(
        "for how long: a beginning or an end",
        (
            rf"\b{WHEN}\b.{{0,40}}\b{SPAN}\b",
            rf"\b(covers?|runs?|lasts?|lapses?|expires?|expiry|ends?|valid|limited to"
            rf"|in force)\b.{{0,40}}(\b{SPAN}\b|\d)",
            rf"\b(no|not) (longer|later|more) than\b.{{0,20}}\b{SPAN}\b",
            rf"\b{SPAN}\b.{{0,30}}\b(only|at most|no longer|limit|later|before|after|each)\b",
            rf"\b(until|till|since|before|on|of|during|covers?)\b.{{0,25}}\b{_EVENT}\b.{{0,10}}\b(opens?"
            rf"|begins?|ends?)\b",
            rf"\b(until|till|since|before|on the day of|the (day|night|morning|evening|week) of) the {_EVENT}\b",
            rf"\btime: ?(an? |one )?\w* ?{SPAN}\b|\bstarting (today|tomorrow)\b",
            r"\b20\d\d\b",
        ),
        "say for how long: from when, until when?",
        required=True,
        unless=rf"\b{TELL}\b",
        parts=r"[.;!?,]| and (?=the |they |both |it |he |she )",
    ),
    Point(
        "what is handed over or done",
        (
            rf"\b(stored|saved|kept|future|new|ordinary|cloud|past|relevant) {_THING}\b",
            rf"\b{_THING}\b.{{0,50}}\b({_GIVE[1:-1]}|of|with|between|written|sent)\b",
            rf"\b{_GIVE}\b.{{0,60}}\b({_THING}|what|wrote|said)\b",
            r"\b(seiz\w+|search\w*|silent participant|ghost|listen\w*|intercept\w*)\b",
        ),
        "say what is to be handed over or done: records, headers, a device?",
        required=True,
    ),
    Point(
        "what is not asked for",
        (
            rf"\b{NOT}\b.{{0,50}}\b(keys?|decrypt\w*|ways? in|back ?doors?|weaken\w*|every\w*|all|contents?"
            rf"|credentials)\b",
            r"\b(instead of|rather than|other than)\b.{0,40}\bkeys?\b",
            rf"\bkeys?\b.{{0,40}}\b({NOT[1:-1]}|stay|stays|remain|excluded|out of|off limits)\b",
            r"\b(exclud\w+|keeps?|leaves?|refus\w+)\b.{0,40}\bkeys?\b",
            rf"\b{_THING} of (all |any |every )?(other|unrelated|uninvolved)\b.{{0,30}}\b(stay|remain|closed"
            rf"|off limits|out)\b",
            r"\b(only|solely|nothing else|nothing more|no more than|exclusively|limited to|off limits|out of scope)\b",
            r"\b(everything|anything) (else|more) (is|stays) \w+",
            r"\bnot (demanded|allowed|asked for|requested|ordered|permitted|extend)\b",
            r"\bways? in (to|for) (all|every\w*)\b",
        ),
        "say what is not asked for: a key that opens everybody's messages, for example.",
    ),
    Point(
        "who decides",
        DECIDERS,
        "say who decides: whose signature does it bear?",
        unless=UNDECIDED,
    ),
    Point(
        "on what grounds",
        (
            r"\b(suspect\w*|suspicion|grounds?|reasons? to|reasonable|evidence|offen[cs]es?|crimes?|bomb|attack|blast)",
            r"\b(investigat\w+|because|necessary|necessity|less (would|intrusive)|proportiona\w+|cause|justif\w+)\b",
            r"\b(satisfied that|in view of|given (what|that)|needed (to|for)|found that|witness\w*|fingerprints?)\b",
        ),
        "say on what grounds: which deed, which suspicion, and why less would not do.",
        unless=r"\b(no|without)( \w+)? (reasons?|grounds?|suspicion|cause|evidence)\b|\bbecause (we|they"
        r"|it) (can|may|want|like)",
    ),
    Point(
        "what becomes of strangers' messages",
        (
            r"\b(delet\w+|destroy\w*|eras\w+|sort\w* out|filter\w*|set aside|redact\w*|discard\w*|remov\w+"
            r"|purg\w+|wiped?)\b",
            r"\b((black|cross|left|leave|cut|struck|strike|tak|threw|throw)\w* (them |it )?(out|away|from)"
            r"|anonym\w+|struck)\b",
            rf"\b{_STRANGERS}\b.{{0,60}}\b({NOT[1:-1]}|protected|excluded|left|untouched|seal\w*|thrown|unread)\b",
            r"\b(thrown away|returned unread|forgotten)\b",
            rf"\b{NOT}\b.{{0,40}}\b{_STRANGERS}\b",
        ),
        "say what becomes of the messages of people who are not in the case.",
        unless=r"\b(not|never|n't)( to)?( be| yet)? (delet|destroy|eras|remov|redact|discard)\w*|\bpublished\b"
        r"|\bkept for ever\b",
    ),
    Point(
        "who is told, and can complain",
        (
            r"\b(told|tell|inform\w*|notif\w+|notice|letter|learns?|present|disclosed)\b",
            r"\b(hears? of|receives?|gets?|given|have|sent|served|shown)\b.{0,25}\b(it|cop(y|ies)|paper|letter"
            r"|extract)\b",
            r"\b(are|is|will|shall|must)( to)? be heard\b",
            r"\b(complain\w*|appeal\w*|contest\w*|challenge\w*|remed(y|ies)|redress|review\w*|reports? to|sue)\b",
            r"\bgo to (a )?court\b",
        ),
        "say who is told afterwards, and where one can complain.",
        unless=(
            r"\b(nobody|no one|never|neither|not(?! later| more)|n't|no right to)\b.{0,30}"
            r"\b(told|tell|inform\w*|notif\w+|complain|appeal)\b|\b(stays?|remains?) secret\b"
        ),
    ),
)

EVERYBODY = Point(
    "asks for everybody's messages, or for every key",
    WIDE,
    "that asks for every key, or for everybody's messages: of whom would strangers be read? Name whom you mean.",
    unless=_DENIED,
)
IMPOSSIBLE = Point(
    "asks the operator for the text of a secret chat",
    UNMEETABLE,
    "the operator has no text of a secret chat, as the disk shows: say on which other way it is to be had.",
    unless=_OTHER_WAY,
)
DRAFT = Question(
    id="messenger-11",
    ask="Draft an order for messages in one of the designs that is as narrow as the case needs, in 50 to 200 words.",
    answer=TextAnswer(
        rubric=RUBRIC,
        least_words=50,
        most_words=200,
        models=(RECORDS, DEVICE),
        enough=6,
        spoilt_by=(NO_ORDER, EVERYBODY, ENDLESS, IMPOSSIBLE),
    ),
    why="",
    hints=(
        "Choose first what you ask for: what is there to be had in an ordinary chat, and what in a secret one?",
        "Eight points: whom, how long, what, what not, who decides, why, what of strangers, who is told.",
        "Begin: 'We order ... to hand over ... of the two accounts named here, from ... to ... No key ...'",
    ),
    mistakes=(),
    otherwise="say whom, for how long, and what.",
    minutes=6.0,
    track="law",
)
