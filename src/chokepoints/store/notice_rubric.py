"""How the rubric of store-11 finds its points in a drafted notice to a store: by words, in one sentence or clause.

The points are those that Article 9 of the Digital Services Act wants of an order (fact dsa-9), and four more of ours.
"""

from chokepoints.classroom.kinds import Point
from chokepoints.classroom.order_words import (
    CLAUSE,
    COMPLAIN,
    HEARING,
    LONG_SPANS,
    SENTENCE,
    SPAN,
    UNHEARD,
    UNTOLD,
)

AUTHORITY = (
    r"(office|agency|authority|ministry|minister|regulator|courts?|commission(er)?|directorate|council|board|chamber"
    r"|inspector(ate)?|ombudsman|prosecutor|tribunal|judges?|magistrates?|panel|department|bureau|government|state)"
)
#: What a notice asks a store to do, in whatever form of the verb.
DO = (
    r"(remov\w+|delist\w*|unlist\w*|delet\w+|withdr[ae]w\w*|suspend\w*|suspension|disabl\w+|hide|hides|hidden|pull(s"
    r"|ed|ing)?|unavailable|take (it|this|the app|card desk|\w+ ?\w*) (off|down|out|away)|tak(e|es|en|ing) (down|off"
    r"|out)|takedown|stop(s|ped|ping)?|ceas\w+|block(s|ed|ing)?|no (longer|more) (be )?(offer\w*|available|sell\w*"
    r"|sold|shown?|list\w*|made|distribut\w*|suppl\w*)|not (be )?(offer\w*|available|sold|shown|listed|distribut\w*)"
    r"|no new (downloads?|installs?|installations?|copies)|without the \w+ tab|take .{1,40} (off|down|out)|label\w*"
    r"|warn\w*|geo-?block\w*|switch\w* (.{1,20} )?off|deactivat\w*|(not|no longer|never) (\w+ )?(appear|be (shown"
    r"|found))\w*|no (further|more) (downloads?|installs?|installations?)|no installs?|discontinu\w+|forbid\w*|bars?"
    r"|barred|not downloadable|leave the (\w+ )?shelf|button gone|take it from|taken out|down from|out of (the"
    r"|our) (\w+ )?(store|storefront|shop|catalogue))"
)
#: What a notice says of itself where it demands nothing.
NO_DEMAND = (
    r"\b(not|\w+n't|never|nobody|no one) (\w+ )?(order(s|ed|ing)?|ask(s|ed|ing)?|requests?|requir(e|es|ing)|demand(s|ed"
    r"|ing)?|wants?|oblig(e|es|ed)|instructs?|directs?|tells?|invites?|calls? (up)?on) (of )?(you|the|that|it|for|this"
    r"|a|any|them|from)\b"
)
#: By when something is to be done; nothing that tells by when to report or to appeal.
_DUE = (
    r"^(?!.{0,400}\b(report(s|ed)?|confirm\w*|inform\w*|tells?|told|notif\w+|answer\w*|repl(y|ies|ied)|let us know"
    r"|writes?|wrote|written|restor\w+|courts?|judges?|tribunals?|appeal\w*|object\w*|complain\w*|contest\w*"
    r"|challeng\w*|found|(was|were|been) (asked|warned)|no deadline"
    r"|without (a |any )?deadline|not (\w+ ){0,3}(by|within)|need not|\w+n't)\b).{0,400}"
)
_TAB = r"(tab|market|market tab)"
#: A part of the world that is a storefront's, told from the country of whoever writes.
_PLACE = (
    r"(norland(ic|ish|ers?)?|our (country|territory|storefront|store|shop)|this (country|storefront|territory)"
    r"|one storefront)"
)
#: The other side of a limit: what is not touched.
_ELSEWHERE = (
    r"(other|all other|remaining|your other|39) (storefronts?|countr(y|ies)|stores?|shops?|territor(y|ies)|markets?)"
)

WHO = Point(
    "which authority writes",
    (
        rf"\b(we|i|us),? (are |am |as |at |the |of |from ){{1,3}}.{{0,40}}\b{AUTHORITY}\b",
        rf"\b(the|this|our|my|of|from|by|as|a|for)\b.{{0,30}}\b{AUTHORITY}\b.{{0,90}}\b(orders?|requir\w+|request\w*"
        rf"|asks?"
        r"|demands?|directs?|instructs?|calls? (up)?on|issues?|adopt(s|ed)|notif\w+|hereby|decid\w+|wants?|requests?"
        r"|act(s|ing)|writ(e|es|ing)|sends?|gives?|needs?|tells?|invites?|urges?|does not ask|signed)\b",
        rf"\b(from|by|authority|sender|who( asks| orders| decides)?|why us|signed|issued|on behalf of|body|here"
        rf"|behalf)\b[:?]?.{{0,40}}\b{AUTHORITY}\b",
        r"\bconsumer office\b|\boffice (of|for) consumers?\b",
        rf"\b(this|our|my|said) (office|agency|authority|ministry|court|commission|board)\b"
        rf"|\b{AUTHORITY}\b.{{0,40}}\bhere\b",
        rf"\b{AUTHORITY}\b.{{0,25}}\bto (the )?(operator of |provider of )?(the |app )?store\b"
        rf"|\bwe, .{{0,30}}\b{AUTHORITY}\b",
        rf"^ ?(the )?(\w+ ){{0,2}}{AUTHORITY}( of| for)?( \w+)? ?([:(]|$)|\bsigned\b.{{0,40}}\b{AUTHORITY}\b",
        rf"\b(notice|order|letter|request|decision|demand) (of|from|by) (the |our )?(\w+ ){{0,2}}{AUTHORITY}\b",
    ),
    "say who orders: which authority?",
    unless=r"\b(no|nobody|without( a| any)?) (authority|office|court|agency|sender|signature)\b|\bunknown\b",
    parts=SENTENCE,
)
LAW = Point(
    "on what law it rests",
    (
        r"\b(articles?|art\.?|sections?|sec\.?|s\.?|ss\.?|paragraphs?|para\.?|rule|clause|chapter|part) ?(\d|thirty"
        r"|twelve)|§",
        r"\b(law|statute|act|legal (ground|basis)|basis|ground): ?\S",
        r"\b(under|pursuant to|based on|basis|basis of|according to|accordance with|provided by|by virtue of"
        r"|meaning of|rests? (up)?on|by|on|acting on|founded on)\b.{0,40}\b(act|statute|law|code|regulation"
        r"|decree)s?\b",
        r"\b(act|statute|law|code|regulation|decree)s?\b.{0,50}\b(allows?|permits?|empowers?|lets?|says?|gives?"
        r"|provides?|makes?|obliges?|requires?|authori[sz]es?|entitles?|enables?)\b",
    ),
    "say on what law it rests: which law gives you the power to ask a store?",
    required=True,
    unless=r"\b(no|without( a| any)?|nobody|never|not|none) (\w+ ){0,2}(law|legal|act|statute|basis|need|found)\b"
    r"|\b(law|legal basis|act)\b.{0,20}\b(does not|doesn't|is not|isn't|not) (matter|needed|necessary|required|named)",
    parts=SENTENCE,
)
APP = Point(
    "which app exactly",
    (r"\bcard[- ]?desk('s)?\b",),
    "say which app exactly: its name, Card Desk, or better its bundle id, example.carddesk?",
    required=True,
    unless=r"\b(app|apps)\b.{0,30}\b(named|chosen|identified|told) later\b|\bwhich(ever)? app\b.{0,30}\b(later|choose"
    r"|decide)|\bnot (be )?(named|identified)\b|\bnot (about |for |to |mean )?card[- ]?desk\b",
    parts=SENTENCE,
)
FINDING = Point(
    "what is unlawful, and who found it",
    (
        r"\b(found|finds|finding|held|holds|declared|ruled|ruling|rules|judged|judg(e)?ment|established|decided"
        r"|decision|convicted|satisfied|proved|proven|shown|said so|says so|verdict|hearing|stated|states|confirmed"
        r"|determined|concluded)\b.{0,140}\b(stolen|unlawful|illegal\w*|criminal|fraud\w*|forbidden|prohibited|banned"
        r"|theft|stole|offen[cs]es?|crimes?|infring\w+|breaks?|breach\w*|contrary|sells?|sale|sold|selling|trad(e|es"
        r"|ing)|against)\b",
        r"\b(stolen|unlawful|illegal\w*|criminal|fraud\w*|forbidden|prohibited|theft|offen[cs]e|crime|breaks?"
        r"|breach\w*|contrary|sells?|sale|selling|trad(e|es|ing)|against)\b.{0,160}\b(found|finds|finding|held|holds"
        r"|declared|ruled|ruling|judg(e)?ment|established|decided|decision|said so|says so|court|file|verdict|proved"
        r"|confirmed|determined)\b",
        r"\b(court|judge|tribunal)s?\b.{0,40}\b(decided|found|finds|ruled|said|held|established|judged|stated"
        r"|convicted|determined|concluded|declared|confirmed|says?|proved|proven|came to|has looked|agree[sd]?)\b"
        r"|\b(finding|ruling|judg(e)?ment|decision|verdict|file)( \w+)? (of|in|by|from|no)\b"
        r"|\b(found|held|established|ruled|decided|declared|proved) by (the |a )?(\w+ ){0,2}(courts?|judges?"
        r"|tribunal)\b",
    ),
    "say what is unlawful, and which finding says so: whose, and of which day?",
    unless=r"\b(no|not|never|nobody|without|\w+n't)\b[^,]{0,30}\b(found|finding|proved|proven|ruling|judg(e)?ment"
    r"|established|decided|need)\b",
    parts=SENTENCE,
)
ASKED = Point(
    "what the store shall do",
    (rf"\b{DO}\b",),
    "say what the store shall do: remove, hide, warn, or what less?",
    unless=r"\b(nothing|not) (is|to be|shall be)? ?(asked|done|removed)\b(?! (for|but))"
    rf"|{NO_DEMAND}(?!.{{0,120}}\b(but|only|merely|rather|instead|until|unless)\b)",
    parts=CLAUSE,
)
WHERE = Point(
    "where, and no further",
    (
        rf"\b{DO}\b.{{0,90}}\b(in|from|for|of|within) (the )?{_PLACE}\b",
        rf"\b{_PLACE}('s)?( \w+)? (storefront|store|shop|page|listing|account|accounts|users?|customers?)\b",
        r"(?<!office )(?<!court )(?<!state )(?<!agency )(?<!government )\b(in|for|within) norland\b",
        rf"\b(storefront|storefronts|territor(y|ial|ies)|scope|listing|stor|account|accounts|customers?|users?|people"
        rf"|downloads?)\b.{{0,50}}\b{_PLACE}\b",
        rf"\b(country|territory|storefront|scope|where|effect|place)( of \w+)?: ?.{{0,20}}\b{_PLACE}\b",
        rf"\b(only|just|solely|exclusively|limited|confined|restricted)\b.{{0,40}}\b{_PLACE}\b"
        rf"|\b{_PLACE}\b.{{0,12}}\b(only"
        r"|alone|nowhere else|no further)\b",
        rf"\b{_ELSEWHERE}\b.{{0,60}}\b(not|no|stays?|remain\w*|unaffected|untouched|left|may|as (it|they)|keep\w*"
        rf"|continue"
        r"|none)\b",
        rf"\b(no|not|nor|nothing|untouched|outside|leave|leaves|without touching)\b.{{0,50}}\b{_ELSEWHERE}\b",
        r"\b(nowhere else|not (it )?(anywhere|elsewhere)|not (\w+ ){0,4}(anywhere else|elsewhere|abroad)"
        r"|elsewhere(,)? (nothing|it|the)|no other (country|storefront|store|territory)|one storefront)\b",
        r"\bstorefront:? (?-i:[A-Z]{2})\b|(?-i:\b[A-Z]{2}) storefront\b|\b(ends|stops) at (our|the) border\b",
    ),
    "say where: in which storefront, and that it goes no further?",
    required=True,
    unless=r"\b(world-?wide|globally|everywhere(?! else)|all over the world|all (the )?(\d+ )?(storefronts"
    r"|countries) of the world)\b(?!.{0,30}\b(no|not|never)\b)",
    parts=SENTENCE,
)
LESS = Point(
    "why less would not do, or why it is enough",
    (
        r"\b(makers?|developers?|owners?|sellers?|firm|company|publishers?|authors?|they|he|she|it|operators?|who"
        r"|letters?|warnings?)\b.{0,70}\b(has not|have not|had not|did not|does not|do not|hasn't|haven't|didn't"
        r"|doesn't|never|refus\w+|declin\w+|did nothing|did no\w*|ignor\w+|no (answer|reply|reaction|response)|silent"
        r"|silence|ghosted|heard nothing|without (success|answer|result|effect|reply)|in vain|cannot be (found"
        r"|reached)|fails?|failed|unanswered|let them pass|let .{0,20} pass|not (been )?(answered|made|reacted"
        r"|replied|responded))\b",
        r"\b(asked|warned|informed|written to|wrote|requested|invited|reminded|turned to|mailed|tried"
        r"|contacted)\b.{0,70}\b(twice|two times|first|without|no|not|\w+n't|in vain|nothing|never|refus\w+|silent"
        r"|unanswered|again)\b",
        r"\bwithout (a |any )?(response|reaction|reply|answer|result)\b|\b(no|any) reaction\b|\b(not|\w+n't"
        r"|doesnt) (react|care|fulfil|lift)\w*\b|\b(offered|did|done|answered) (nothing|neither)\b"
        r"|\bletters?\b.{0,30}\bcame back\b|\b(useless|dropped it|tried kindness|promised)\b",
        r"\b(fruitless|unsuccessful(ly)?|no luck|too soft|too (hard|much|strong)|softer way|amicable|never wrote back"
        r"|laugh\w*|attempts?\b.{0,40}\bfailed|not answering|would have been (content|enough|happy))\b",
        r"\bwhy not (milder|softer|less|harsher|more)\b|\b(milder|softer|harsher)\?",
        r"\b(tried|asked|warned) the (maker|developer) first\b|\bfirst (asked|wrote|turned|tried)\b",
        r"\b(no|nothing|not any) (\w+ ){0,2}(less|milder|narrower|gentler|softer|smaller|lighter|weaker|lesser"
        r"|other (way|means))\w*\b",
        r"\b(less|milder|narrower|gentler|softer|lighter|lesser|warning|label)\b.{0,80}\b(not|\w+n't|fail\w*|nothing"
        r"|useless|too (little|late|far)|in vain|left|tried|enough)\b",
        r"\b(last resort|least (intrusive|restrictive|drastic)|mildest|proportionate|go(es)? too far|too far"
        r"|step by step|would be too much|more than (is )?need\w*)\b",
        r"\bnecess(ary|ity)\b.{0,15}(\b(because|since|as|for)\b|:)",
        r"\b(why|reason) (not|no) (less|more|milder)\b|\bevery chance\b",
        r"\binstead of (a )?(remov\w+|block\w*|ban)\b|\brather than (a )?(remov\w+|block\w*|ban\w*)\b",
    ),
    "say why less would not do: who was asked before, and what came of it?",
    unless=r"\b(nobody|no one|never|we did not|we have not|without)\b[^,]{0,30}\b(asked|tried|considered|weighed"
    r"|warned|wrote|contacted)\b|\bno need to (ask|warn|write)\b",
    parts=SENTENCE,
)
UNTIL = Point(
    "until when, or when it is looked at again",
    (
        rf"\b(for|until|till|up to|during|not longer than|no longer than|no more than|at most|maximum|longer than"
        rf"|lasts?|expir\w+|laps\w+|ends?|valid|in force|limited|runs?|renew\w*|review\w*|again|void|duration|period"
        rf"|time|ttl|sunset|term)\b.{{0,50}}(\b{SPAN}\b|\b20\d\d\b)",
        rf"\b{SPAN}\b.{{0,40}}\b(expir\w+|laps\w+|ends?|void|review\w*|renew\w*|again|at most|max(imum)?|only|over"
        rf"|then)\b",
        r"\b(until|till) (christmas|easter|spring|summer|autumn|winter|the (end|trial|judgment|new year))\b",
        rf"\b(effect|sunset|duration|validity|expiry|period|term)( date)?: .{{0,25}}\b{SPAN}\b",
        rf"\b(after|in) (a|an|one|two|three|four|five|six|half a|\d+)( \w+)? {SPAN}\b",
        r"\b(until|till|as soon as|the moment|once|when|if)\b.{0,60}\b(gone|removed|taken out|closed|closes|kicks?"
        r"|judgment|trial|decid\w+|put (it|the app) back|restored?|withdraw\w*)\b",
        rf"{_DUE}\bwithin (the next |at most )?([\w-]+ ){{0,3}}{SPAN}\b",
        rf"{_DUE}\b(deadline|time limit|time to comply|due( date)?|due by)\b:?.{{0,30}}\b{SPAN}\b",
        rf"{_DUE}\b(no|not) later than\b.{{0,30}}\b{SPAN}\b",
        rf"{_DUE}\bby (the )?(end of |\d{{1,2}}(st|nd|rd|th)?,? (of )?|next |midnight |noon ){{1,3}}{SPAN}\b",
        rf"\b(until|till|as soon as|the moment|once)\b.{{0,60}}\b(without (the |its |a |that )?(\w+ )?{_TAB}|drops?"
        rf"|dropped|submit\w*|ships?|shipped|mend(s|ed)|fix(es|ed)|hands? in|handed in|uploads?|(clean|new|corrected"
        rf"|other) version)\b",
        rf"\b(once|when|if|as soon as|after)\b.{{0,60}}\b{_TAB}\b.{{0,40}}\b(may|can|will|shall|is) (\w+ )?(return"
        rf"|come back|(put )?back|be (restored|offered|shown|sold|put back))\b",
    ),
    "say until when: when does it end, and who looks at it again?",
    unless=r"\b(no end|without (an |any )?end|for ever|forever|indefinite\w*|until further notice|appeals?"
    r"|objections?|objects? within|within \w+ (days?|weeks?|months?) of)\b|\b(appeal\w*|contest\w*|complain\w*"
    r"|object\w*)\b[^,]{0,30}\bwithin\b"
    r"|\b(not|never|\w+n't) (\w+ )?(laps\w+|ends?|expires?|returns?|come back|be (lifted|restored|offered|put back))\b"
    r"|\beven (if|once|when|after)\b|\b(no|without( a| any)?) deadline\b|" + "|".join(LONG_SPANS),
    parts=CLAUSE,
)
TOLD = Point(
    "who is told, or that it may be published",
    (
        r"\b(told|tells?|inform(s|ed|ing|ation)?|notif\w+|notice has|notice (goes|is given|was given)|learns?"
        r"|publish\w*|public(ly)?|transparency|disclos\w+|served|(?<!installed )(?<!existing )cop(y|ies)(?! (on"
        r"|remain|stay))|cc|posted|visible|visibility|print"
        r"|announc\w+|in your report|show this|know of it|everybody may|anybody|can read|free to print)\b",
        r"\b(everyone|everybody|anyone|all|whoever) (\w+ )?(may|can) (\w+ )?(know|read|see|hear)\b",
        r"\b(has|have|had) (this|the|our|his own) (letter|notice|order|reasons|text)\b|\bdoes already\b",
        r"\b(makers?|developers?|users?)\b.{0,40}\b(gets?|receives?|received|hears?|knows?|reads?|sees?)\b",
        r"\b(sent|send|sends|gives?|given)\b.{0,40}\b(maker|developer|users?|owner)\b",
    ),
    "say who is told: the maker, the users, the readers of the store's report?",
    unless=r"\b(nobody|no one|never|neither|nor|not(?! (later|more))|\w+n't|without|nowhere)\b[^,]{0,30}\b(told|tell"
    r"|inform\w*|notif\w+|publish\w*|public|announc\w+|disclos\w+|cop(y|ies)|learns?)\b|\bsecret\b|\bpublic (order"
    r"|interest|safety|prosecutor|health)\b|\b(inform(s|ed)?|tells?|told) (this office|us|the office)\b|"
    + ""
    r"|".join(UNTOLD),
    parts=SENTENCE,
)
REDRESS = Point(
    "how the store and the maker can contest it",
    (
        rf"\b{COMPLAIN}\b.{{0,70}}\b{HEARING}\b",
        rf"\b{HEARING}\b.{{0,50}}\b(hears?|takes?|receives?|decides? on|will hear|appeals?)\b",
        r"\b(may|can|could|might|right to|free to|able to|entitled to)\b.{0,40}\b(complain\w*|appeal\w*|object\w*"
        r"|be heard|contest\w*|challenge\w*|sue|go to|judicial review)\b",
        r"\b(complaints?|appeals?|objections?|remed(y|ies)|redress|judicial review|challenges?)\b.{0,40}(\b(to|at"
        r"|with|before|within|is|are|lies?|go|possible|open|by|may|first)\b|:)",
        r"\b(recourse|protest|legal protection|contest): ?\S|\bprotests?\b|\bsue (us|the office|before)\b"
        r"|\bleave to appeal\b|\blast word\b|\bthere are judges\b",
        r"\b(courts?|judges?|tribunals?)\b.{0,30}\b(is|are|stands?|remains?) (also )?(open|free|available)\b"
        r"|\bseek review\b",
        r"\b(checked|examined|reviewed|annul\w*|brought|explain\w*|fight|fought|argue\w*|heard)\b.{0,40}\b(court"
        r"|judge|tribunal)s?\b|\bturn to (the|a) (\w+ )?(court|tribunal|judge|office)\b",
        r"\b(go|come|turn|write|bring the matter|bring it) (to|before) (the|a|our|this) (\w+ )?(court|tribunal|judge"
        r"|ombudsman|office)\b|\bchallenged in court\b",
        rf"\b(go(es)?|going|act|proceed|take action|turn|plead|speak) against (this|the|our|it|us|such)\b.{{0,60}}"
        rf"\b{HEARING}\b|\b{HEARING}\b.{{0,40}}\b(go|act|proceed|take action) against (this|the|our|it|us)\b",
    ),
    "say how the store and the maker can contest it: before which court or office, and by when?",
    unless=r"\b(nobody|no one|never|neither|nor|not(?! (later|more|agree|happy|satisfied))|cannot|\w+n't|without|no"
    r"|excluded)\b[^,]{0,30}\b(complain\w*|appeal\w*|contest\w*|challenge\w*|object\w*|sue|remed(y|ies)|redress"
    r"|(go|act|proceed|take action) against)\b"
    r"|\b(appeals?|complaints?|redress) (is|are) (excluded|not|inadmissible|ruled out|impossible)\b|"
    + "|".join(UNHEARD),
    parts=SENTENCE,
)
NO_MORE = Point(
    "what is left alone: phones, updates, other uses",
    (
        r"\bout of scope\b|\b(already|which|who) (\w+ )?(has|have|got) (it|the app)\b.{0,40}\b(can|may|keep|use|not"
        r"|go on)\b",
        r"\b(installed|existing (installations?|copies|users)|already (have|has|there|on)|copies|phones?|devices?"
        r"|updates?|receipts?|who have it|certificate)\b.{0,70}\b(not|no|stays?|remain\w*|keep\w*|unaffected"
        r"|untouched|left|leave|continue|lawful|alone|as (it|they) (is|are|were)|too|still)\b",
        r"\b(not|no|nor|nothing|leave|leaves|without|keep|keeps|stays?|remains?|spar\w+|never)\b.{0,60}\b(installed"
        r"|existing (installations?|copies|users)|already has|phones?|devices?|updates?|receipts?|certificate"
        r"|already have)\b",
        r"\b(no|not) (other|another|any other|further) (apps?|measures?|action)\b|\b(nothing|no) (else|more"
        r"|further)\b|\bno more than (that|this)\b|\bdo no more\b",
    ),
    "say what is left alone: the app on the phones, its updates, its lawful use?",
    unless=r"\b(delet\w+|wip\w+|eras\w+|remov\w+) (\w+ ){0,4}(from|on) (all |every |the |each |their "
    r"|users' ){1,3}(phones?|devices?)",
    parts=SENTENCE,
)
#: The order in which a learner sees them.
RUBRIC = (WHO, LAW, APP, FINDING, ASKED, WHERE, LESS, NO_MORE, UNTIL, TOLD, REDRESS)
