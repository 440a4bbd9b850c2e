"""Words by which the rubric of a drafted order finds its points, whatever the order is about.

Patterns for `Point`: capitals do not matter, and every repeat has an end.
"""

from chokepoints.classroom.texts import Point

#: Where a sentence ends: not within a name or an address, nor after "no."; an entry of a list is one too.
SENTENCE = r"(?<!\bno)(?<!\bs)(?<!\bart)(?<!\bsec)[.;!?](?= |$)| [-*•] "
CLAUSE = (
    r"[.;!?,](?= |$)| [-*•] | (?:and|but) (?=(?:then )?(?:the |they |it |he |she |its |their |who|any|errors?\b"
    r"|every|is |are ))"
)
FEW = r"(one|two|three|four|five|six|both|[1-6])"
SPAN = (
    r"(days?|weeks?|fortnight|months?|hours?|years?|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|quarters?(?! of)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|midnight|noon"
    r"|\d{1,2}[./]\d{1,2})"
)
WHEN = r"(between|from|since|starting|beginning|until|till|up to|before|after|within|during|for|of|next|last|past|on)"
NOT = r"(no|not|\w+n't|nor|never|neither|without|nothing|nobody|none)"
TELL = r"(told|tell|tells|inform\w*|notif\w+|notice|letters?|complain\w*|appeal\w*|disclosed)"
#: Who decides, by the words for courts, for those who sign, and for what a signature makes of a paper.
DECIDERS = (
    r"\b(judges?|courts?|magistrates?|tribunals?|warrants?|judicial|justice|bench|commissioner|ombudsman)\b",
    r"\b(minister|secretary|prosecutor|panel|office|officer)\b.{0,20}\b(decid\w+|signs?|signed|agrees?"
    r"|approv\w+)\b",
    r"\bindependent (body|authority|office)\b|\b(signed|approved|authori[sz]ed|granted)( by)?\b",
)
UNDECIDED = (
    r"\b(no|without|not|nobody|never|\w+n't)\b.{0,25}\b(judges?|courts?|magistrates?|approval|warrant|decides?)\b"
)

PAGE = (
    r"(pages?|names?|domains?|host ?names?|urls?|links?|items?|posts?|videos?|films?|files?|books?|articles?"
    r"|pictures?|photos?|listings?|offers?|adverts?|ads?|entr(y|ies)|address(es)?|sub-?domains?|web ?sites?|sites?"
    r"|channels?)"
)
NAMED = (
    r"(named|listed|specified|identified|given|described|set out|annex(ed)?|schedule|below|above|called|with the url)"
)
OTHERS = (
    r"(neighbou?rs?|neighbou?ring|neighbou?rhood|others?|strangers?|third part(y|ies)|bystanders?|innocents?"
    r"|uninvolved|unrelated"
    r"|(every|any|some|no)(one|body|thing) else|no one else|tenants?|co-tenants?|lawful|harmless|legal (sites?"
    r"|pages?|content)|same (address|server|machine|ip|host)|rest of (the|its|this) (site|shop|pages|content|blog"
    r"|forum))"
)
HIT = (
    r"(shar(e|es|ed|ing)|hit|hits|hitting|affect\w*|struck|str(ike|ikes|iking)|harm(s|ed|ing)?|touch\w*|spar(e|es|ed"
    r"|ing)|reach\w*|us(e|es|ed|ing)|liv(e|es|ing)|sits?|stays?|remains?|keeps?|open|suffer\w*|los(e|es|ing|t)|meant"
    r"|alive|dark|untouched|unaffected|cut off|block\w*|left|available|accessible|damaged?|disturb\w*|lies|located"
    r"|hosted|offline|concerned|hurts?|covers?|covered|vanish(es)?|go(es)? on|works?|run(s|ning)?|found|notic(e|es"
    r"|ing)|changes?|leav(e|es|ing)|alone)"
)
BAD = (
    r"(errors?|mistakes?|false (positives?|alarms?|hits?)|mistaken(ly)?|wrong(ly|ful|fully)?|faults?|faulty"
    r"|by accident|accidental(ly)?"
    r"|over-?block\w*|slips?|should not (be|have)|incorrect(ly)?|erroneous(ly)?|unintended|in error|too (much|many)"
    r"|(turns? out|proves?"
    r"|proved) to be \w+|(innocent|lawful|other|another|wrong|unrelated|third) \w+)"
)
MEND = (
    r"(mend(s|ed|ing)?|correct(s|ed|ing|ion|ions)?|lift(s|ed|ing)?|un-?block\w*|restor\w+|repair\w*|remov\w+"
    r"|releas\w+|fix(es|ed)?|made good|(put|set)( \w+)? (right|back)|access (comes )?back|undone|undo(es)?|put right"
    r"|revers\w+|freed?|re-?open\w*|struck off|taken off|take (it"
    r"|them) off|cleared|rectif\w+|delet\w+|withdrawn|(open|opened|shown|shows|back|on|up|online|access"
    r"|service)( \w+)? again"
    r"|cancel\w*|cured?|enabled|opens? (it|them)|stop(s|ped)?|ends?|ended|roll(s|ed|ing)?[ -]?back|back( online)?)"
)
SOON = (
    r"((within|in|inside|under|after) (at most )?(a few|a couple of|an?|one|the|\d+|[a-z-]+)? ?(working "
    rf"|business )?{SPAN}|at once|immediately|instantly|(the )?same (day|hour)|(the )?next (day|morning|working day)"
    r"|without delay|forthwith|promptly|\d+ ?h|by the (next|evening|following)\b.{0,10}|that day|right away"
    r"|straight away|overnight|on the spot)"
)
#: Where it is left open what is blocked.
MORE_TO_COME = (
    r"\b(agency|regulator|police|ministry|we|providers?|officer)\b.{0,25}\b(may|might|will|shall|can"
    r"|is to)\b( \w+){0,2} (choose|add|decide which|pick|find out)\b|\b(may|might|will|shall|can) ((later|also|then"
    r"|still) )?name\b|\byet to be (named|identified|listed)\b"
    rf"|\bwhich {PAGE}\b.{{0,40}}\blater\b|\b(is|are) not (yet )?(named|listed|specified|identified)\b"
    rf"|\bno {PAGE} (is|are) (named|specified|identified)\b"
)
COMPLAIN = (
    r"(complain(s|ed|t|ts|ing)?|appeal(s|ed|ing)?|contest(s|ed)?|challenge[sd]?|object(s|ed|ion|ions)?|remed(y|ies)"
    r"|redress|sue|compensat\w+|claims?|judicial review|ask for (a )?review|seek (a )?review|have (it|this) reviewed"
    r"|fights? (it|this)|hotline|phone|come to|contact|write to|turn to|go to|apply to|apply for|ask)"
)
HEARING = r"(courts?|judges?|magistrates?|tribunals?|ombudsman|commission|panel|office|authority|chamber|body|board)"

ENDLESS = Point(
    "has no end",
    (
        r"\b(until further notice|without (an? |any )?(end|limit)|(has|have|with) no end|no end date"
        r"|indefinite(ly)?)\b",
        r"\b(unlimited (time|period)|as long as (we|it|they) (like|want|need|please)s?)\b",
    ),
    "that has no end: say until when it runs, and who would have to renew it.",
    unless=r"\b(not|never|\w+n't|rather than|instead of)\b",
)
NO_ORDER = Point(
    "argues about orders",
    (
        r"\b(i|we) (refuse|would not|will not|cannot|do not wish|do not want|won't) (to )?(draft|write|make"
        r"|sign|give)\b",
        r"\bon the one hand\b|\bin my opinion\b|\bscholars (dis)?agree\b",
    ),
    "that argues about orders, and is none: write who orders whom to do what. What you hold against it, say beside it.",
)
