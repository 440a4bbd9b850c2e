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
    r"|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|midnight|noon|\d{1,2}[./]\d{1,2})"
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
