"""The question of lesson 02b in which an order is drafted: its rubric finds points by words, and judges no quality."""

from chokepoints.classroom.kinds import Point, TextAnswer
from chokepoints.classroom.questions import Question

RECORDS = (
    "We order the service to hand over the stored messages of the two accounts named in the annex, written between 1 "
    "and 14 March, because there are grounds to suspect their holders of preparing the attack. A judge has signed this "
    "and it ends after ten days. No key is asked for. Messages with persons outside the case are sorted out by a "
    "third office and deleted. The two are told within six months and can complain to the court."
)
DEVICE = (
    "The investigators may seize the one phone of the person named here, under this warrant of the district court, "
    "since less would not do: the service holds nothing that it could read, and a new version of the app for one user "
    "would be a way in to all. The search is limited to messages of the last thirty days with the three named persons. "
    "The owner is present or is informed at once, may appeal, and copies of everything else are destroyed."
)

_WHO = r"(persons?|people|users?|accounts?|numbers?|suspects?|phones?|devices?|defendants?|holders?|individuals?)"
_FEW = r"(one|two|three|four|five|six|[1-6])"
_NAMED = r"(named?|listed|identified|specified|specific|concerned|suspected|annex(ed)?|schedule|below|above)"
_SPAN = (
    r"(days?|weeks?|fortnight|months?|hours?|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|\d{1,2}[./]\d{1,2})"
)
_WHEN = r"(between|from|since|starting|beginning|until|till|up to|before|after|within|during|for|of|next|last|past)"
_THING = (
    r"(messages?|records?|contents?|metadata|headers?|cop(y|ies)|texts?|chats?|traffic|communications?|histor(y|ies))"
)
_GIVE = r"(hand|handed|hands|give|given|gives|provide|disclose|deliver|produce|preserve|keep|submit|surrender|supply)"
_STRANGERS = (
    r"(others?|strangers?|third (part(y|ies)|persons?)|bystanders?|outside the case|anyone else|anybody else|unrelated)"
)
_NOT = r"(no|not|\w+n't|nor|never|neither|without|nothing|nobody|none)"

#: Words with a capital that are no person's: an order that names only these says of nobody whose messages it wants.
_NO_NAMES = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|The|This|These|That|All|Any|Every|Each|No|None|Nobody|Our|Its|It|We|They|You|He|She|If|In|On|At|As|And|Or"
    r"|Telegram|WhatsApp|Signal|Apple|Google|Roskomnadzor|Russia|Moscow|Petersburg|Europ|German|France|French|Brit|Engl"
    r"|Americ|Messenger|Compan|Service|Operator|Provider|Court|Judge|Article|Section|Act\b|State|People|User|MTProto"
)
_PART = r"(?:[A-ZÀ-ÞА-Я][a-zà-ÿа-я'-]+|[A-Z]\b\.?)"
_NAME = rf"(?-i:\b(?!{_NO_NAMES}){_PART}(?: {_PART}){{0,2}})"

#: Whoever asks for every key asks for everybody's messages: such an order is none that the case needs.
WIDE = (
    r"(?<!no )(?<!not )\ball (the |its |their |of its |of the )?(encryption |decryption |private )?keys\b",
    r"\b(messages?|chats?|accounts?) of (all|every|each)( of)?( the| its)? (users?|customers?|persons?|people)\b",
    r"\b(all|every) users?'? (messages?|chats?|accounts?)\b",
    r"\beverybody's (messages?|chats?)\b",
)
#: Words that turn a wide demand into its denial, in the same sentence.
_DENIED = rf"\b({_NOT}|rather than|instead of|neither|refuse|exclude[ds]?|forbidden)\b"

RUBRIC = (
    Point(
        "whose messages: people or accounts that are named",
        (
            rf"\b{_NAMED}\b.{{0,30}}\b{_WHO}\b",
            rf"\b{_WHO}\b.{{0,30}}\b{_NAMED}\b",
            rf"\b{_FEW} (telephone |phone |mobile )?{_WHO}\b",
            r"\b(the|this|that|each|both) (suspects?|accused|defendants?)\b",
            r"\b(mr|mrs|ms)\b",
            rf"\b(of|between|by|from|with|that|which|what|against) {_NAME}(,| and| with| to|, and) {_NAME}",
            rf"{_NAME}(?:'s?)? (?:\w+ )?{_THING}\b|{_NAME}(?:'s?)? {_WHO}\b",
            rf"\b{_THING} (of|by|from|between|with|to) {_NAME}|\b{_WHO} (of|used by|belonging to) {_NAME}",
            rf"\b(suspect|accused|defendant),? {_NAME}",
            r"\+\d{6,15}",
        ),
        "say whose messages: which people or accounts are named?",
        required=True,
    ),
    Point(
        "for how long: a beginning or an end",
        (
            rf"\b{_WHEN}\b.{{0,40}}\b{_SPAN}\b",
            r"\b(expires?|expiry|ends?|lapses?|valid|limited to)\b.{0,40}\d",
            rf"\b{_SPAN}\b.{{0,30}}\b(only|at most|no longer|limit|later|before|after|each)\b",
            r"\b20\d\d\b",
        ),
        "say for how long: from when, until when?",
        required=True,
    ),
    Point(
        "what is handed over or done",
        (
            rf"\b(stored|saved|kept|future|new|ordinary|cloud|secret|past|relevant) {_THING}\b",
            rf"\b{_THING}\b.{{0,50}}\b({_GIVE[1:-1]}|of|with|between|written|sent)\b",
            rf"\b{_GIVE}\b.{{0,60}}\b{_THING}\b",
            r"\b(seiz\w+|search\w*|silent participant|ghost|listen\w*|intercept\w*)\b",
        ),
        "say what is to be handed over or done: records, headers, a device?",
    ),
    Point(
        "what is not asked for",
        (
            rf"\b{_NOT}\b.{{0,50}}\b(keys?|decrypt\w*|ways? in|back ?doors?|weaken\w*|every\w*|all|contents?)\b",
            r"\b(instead of|rather than|other than)\b.{0,40}\bkeys?\b",
            rf"\bkeys?\b.{{0,40}}\b({_NOT[1:-1]}|stay|remain|excluded)\b",
            r"\b(only|solely|nothing else|nothing more|no more than|exclusively|limited to)\b",
            r"\bways? in (to|for) (all|every\w*)\b",
        ),
        "say what is not asked for: a key that opens everybody's messages, for example.",
    ),
    Point(
        "who decides",
        (
            r"\b(judges?|courts?|magistrates?|tribunals?|warrants?|judicial|justice)\b",
            r"\bindependent (body|authority|office)\b",
        ),
        "say who decides: whose signature does it bear?",
    ),
    Point(
        "on what grounds",
        (
            r"\b(suspect\w*|suspicion|grounds?|reasons? to|reasonable|evidence|offen[cs]es?|crimes?|bomb|attack)",
            r"\b(investigat\w+|because|necessary|necessity|less (would|intrusive)|proportiona\w+)\b",
        ),
        "say on what grounds: which deed, which suspicion, and why less would not do.",
    ),
    Point(
        "what becomes of strangers' messages",
        (
            r"\b(delet\w+|destroy\w*|eras\w+|sort\w* out|filter\w*|set aside|redact\w*|discard\w*|remov\w+)\b",
            rf"\b{_STRANGERS}\b.{{0,60}}\b({_NOT[1:-1]}|protected|excluded|left|untouched|seal\w*)\b",
            rf"\b{_NOT}\b.{{0,40}}\b{_STRANGERS}\b",
        ),
        "say what becomes of the messages of people who are not in the case.",
    ),
    Point(
        "who is told, and can complain",
        (
            r"\b(told|tell|inform\w*|notif\w+|notice|letter|learns?|present)\b",
            r"\b(complain\w*|appeal\w*|contest\w*|challenge\w*|remed(y|ies)|redress|review\w*|reports? to)\b",
            r"\bgo to (a )?court\b",
        ),
        "say who is told afterwards, and where one can complain.",
    ),
)


EVERYBODY = Point(
    "asks for everybody's messages, or for every key",
    WIDE,
    "that asks for every key, or for everybody's messages: of whom would strangers be read? Name whom you mean.",
    unless=_DENIED,
)

DRAFT = Question(
    id="messenger-11",
    ask="Draft an order for messages in one of the designs that is as narrow as the case needs, in 50 to 200 words.",
    answer=TextAnswer(
        rubric=RUBRIC, least_words=50, most_words=200, models=(RECORDS, DEVICE), enough=6, spoilt_by=(EVERYBODY,)
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
