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
    r"(neighbou?rs?|neighbou?ring|neighbou?rhood|others?|strangers?|third part(y|ies)|bystanders?|innocents?|uninvolved"
    r"|unrelated|(every|any|some|no)(one|body|thing) else|no one else|tenants?|co-tenants?|lawful|harmless"
    r"|legal (sites?|pages?|content)|same (address|server|machine|ip|host)|rest of (the|its|this) (site|shop|pages"
    r"|content|blog|forum))"
)
HIT = (
    r"(shar(e|es|ed|ing)|hit|hits|hitting|affect\w*|struck|str(ike|ikes|iking)|harm(s|ed|ing)?|touch\w*|spar(e|es|ed"
    r"|ing)|reach\w*|us(e|es|ed|ing)|liv(e|es|ing)|sits?|stays?|remains?|keeps?|open|suffer\w*|los(e|es|ing|t)|meant"
    r"|alive|dark|untouched|unaffected|cut off|block\w*|left|available|accessible|damaged?|disturb\w*|lies|located"
    r"|hosted|offline|concerned|hurts?|covers?|covered|vanish(es)?|go(es)? on|works?|run(s|ning)?|found|notic(e|es"
    r"|ing)|changes?|leav(e|es|ing)|alone)"
)
BAD = (
    r"(errors?|mistakes?|false (positives?|alarms?|hits?)|mistaken(ly)?|wrong(ly|ful|fully)?|faults?|faulty|by accident"
    r"|accidental(ly)?|over-?block\w*|slips?|should not (be|have)|incorrect(ly)?|erroneous(ly)?|unintended|in error"
    r"|too (much|many)|(turns? out|proves?|proved) to be \w+|(innocent|lawful|other|another|wrong|unrelated|third) \w+)"
)
MEND = (
    r"(mend(s|ed|ing)?|correct(s|ed|ing|ion|ions)?|lift(s|ed|ing)?|un-?block\w*|restor\w+|repair\w*|remov\w+|releas\w+"
    r"|fix(es|ed)?|made good|(put|set)( \w+)? (right|back)|access (comes )?back|undone|undo(es)?|put right|revers\w+"
    r"|freed?|re-?open\w*|struck off|taken off|take (it|them) off|cleared|rectif\w+|delet\w+|withdrawn|(open|opened"
    r"|shown|shows|back|on|up|online|access|service)( \w+)? again|cancel\w*|cured?|enabled|opens? (it|them)|stop(s"
    r"|ped)?|ends?|ended|roll(s|ed|ing)?[ -]?back|back( online)?)"
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

_YEARS = (
    r"((((the|a|about|next|some|at most|up to|further|full) ){0,2}(\d{2,5}|ten|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|ninety-nine|(a|one|two|three|four|five|\w+) ?(hundred|thousand|million)"
    r"|((a few|many|several|some|\w+) )?(hundreds|thousands|dozens|millions) of|a dozen|many) years)"
    r"|((\w+|a few|many|several) )?(decades|centur(y|ies)|generations|lifetimes?))"
)
_FAR_YEAR = r"(20[4-9]\d|2[1-9]\d\d|year [3-9]\d{3})\b(?! ?(h\b|hours|shops?|people|users?|letters?))"
#: A span that is as good as endless: ten years and more, a year that none of us sees, as long as it pleases.
LONG_SPANS = (
    r"\b(for|until|till|during|lasts?|period of|term of|duration( is| of|:)?|valid|maximum( of)?|at most|at least"
    rf"|how long:|limit(ed)? (to|of)|runs?)( for)? {_YEARS}\b",
    rf"\b(until|till|through|up to|expir\w+|ends?|ending|laps\w+|how long:|renewed|reviewed)\b.{{0,25}}\b{_FAR_YEAR}",
    r"\b(as|so) long as (we|i|it|they|this office|the (office|court|agency|ministry)) (\w+ )?(likes?|wants?|needs?"
    r"|pleases?|seems?|sees? fit|finds? (it )?(useful|right|good|fit)|thinks?( it)? (useful|right|good|fit))\b",
    r"\b(until|till|unless) (we|i) (\w+ )?(say|decide|tell|think|write|feel|want|order|wish)( \w+)? (otherwise"
    r"|differently|different|so|enough)\b",
)
#: A span that is over: "such cards have been sold there for twenty years".
SPENT = r"\b(sold|sells|selling|judged|used|traded|existed|known|stood|running|gone on|going on)( \w+){0,3} for\b"
PARTY = (
    r"(makers?|developers?|owners?|sellers?|hosts?|publishers?|users?|shops?|public|press|visitors?|customers?"
    r"|neighbou?rs?|operators?|he|she|they|any(one|body)|every(one|body))"
)
_KNOWS = r"(told|informed|notified|hear|know|learn)"
#: Where those whom it concerns are to hear nothing of an order.
UNTOLD = (
    rf"\b{PARTY} (is|are|shall|will|must|may|should|need|needs) (\w+ )?(not|never) (to )?(be )?{_KNOWS}\b",
    rf"\b{PARTY},? (is|are|shall|will|must|may|should) (\w+ )?(to )?(be )?{_KNOWS} nothing\b(?! (new|more|else|but"
    rf"|other))",
    rf"\b{PARTY} ((shall|will|must|may|should|is to|are to) )?(gets?|receives?|hears?|learns?) (no (copy|copies|letter"
    r"|notice|word|reasons?|information|message)|nothing)\b(?! (new|more|else|but|other))",
    r"\b(tell|inform|notify|write to) (neither|no ?one|no-one|nobody|none)\b",
    rf"\b(tell|inform|notify|write to) (the |its )?{PARTY}( \w+)? (nothing|not)\b",
    rf"\b((informing|telling|notifying) (the |its )?{PARTY}|to (inform|tell|notify) (the |its )?{PARTY})( \w+){{0,4}}"
    rf" is"
    r" (\w+ )?(forbidden|prohibited|not (allowed|permitted)|ruled out|excluded|unnecessary|needless)\b",
    r"\bkeep (this|it|that|the matter) (strictly |just |only )?(between (us|ourselves|you and (me|us))|to (yourself"
    r"|yourselves)|quiet)\b|\b(stays?|remains?|is) (strictly |just |only )?(between|among) (us|ourselves|you and (me"
    r"|us))\b",
    r"\b(nobody|no ?one|no-one|none)( else)? (needs|has|ought|is|are) to (know|learn|hear|be told)\b(?! (who|whom|whose"
    r"|which|what|the names?|their|before))|\b(nobody|no ?one|no-one|neither of them) (\w+ )?(learns?|hears?) of (it"
    r"|this)\b",
    rf"\bneither (the |its )?{PARTY} nor (the |its )?{PARTY}( \w+){{0,4}} (is|are|shall|will|must|may) (to )?(be"
    rf" )?{_KNOWS}\b",
)
_OBJECT = r"(contest|appeal|complain|object|challenge|sue|oppose|dispute|protest|go to (a |the |any )?(court|judge))"
_COMPLAINTS = r"(appeals?|complaints?|objections?|remed(y|ies)|redress|protests?|(judicial )?review)"
#: Where nobody can contest an order.
UNHEARD = (
    rf"\bneither (\w+ ){{1,3}}nor (\w+ ){{1,4}}(can|may|could|might|will|shall|is|are|has|have)( \w+){{0,4}}"
    rf" {_OBJECT}\b",
    rf"^ ?((and|with|but|redress|remedy|appeal|contest|complaints?)[:,]? )?(there is )?no (right (of|to)"
    rf" )?{_COMPLAINTS} ?$",
    rf"\b({_COMPLAINTS}|how to contest( it)?|contest): ?((none|nobody|no ?one|no-one)\b(?! (but|except))|not (possible"
    rf"|open|allowed|admitted)\b|no {_COMPLAINTS}\b|excluded)",
    rf"\b(makers?|developers?|owners?|sellers?|shops?|users?|store|you|he|she|they|one|both) (cannot|can not|can't"
    rf"|may not|could not|must not|shall not|(is|are) not (able|allowed|entitled) to) (\w+ )?{_OBJECT}\b(?! (that"
    rf"|of)\b)",
    rf"\b{_COMPLAINTS}( (to|by|of|against|from) (\w+ ){{1,3}}| )(is|are|will be|shall be) (\w+ )?(not|never) (\w+"
    rf" )?(heard"
    r"|possible|admitted|allowed|open|accepted|taken|considered|examined|read|looked at)\b",
    rf"\b{_COMPLAINTS}( (to|by|of|against|from) (\w+ ){{1,3}}| )(will be|shall be|are|is|get) (all )?(thrown (away|out)"
    r"|ignored|binned|returned unread|discarded|refused|useless|excluded|ruled out|pointless)\b",
    rf"\b(no|any) (court|judge|office|authority) (will|shall|may|can) (hear|take|look at|receive) (an |any |your |his "
    rf"|their )?{_COMPLAINTS}\b",
    rf"\b(no|nor an?y?) {_COMPLAINTS} (is|are|will be|shall be|lies|may be|can be) (\w+ )?(heard|possible|admitted"
    rf"|allowed"
    r"|open|accepted|taken|lodged|made|filed)\b",
)
#: What takes such words back, or speaks of a later time, of costs or of somebody else.
HEARD = (
    r"\b(if|when|after|afterwards|later|once|unless|but|except|only|too late|in time|costs?|fees?"
    r"|lawyers?|would|third|any (court|authority) will)\b"
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
