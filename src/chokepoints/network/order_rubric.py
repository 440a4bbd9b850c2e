"""How the rubric of network-11 finds its points in a drafted order to block: by words, in one sentence or clause."""

from chokepoints.classroom.kinds import Point
from chokepoints.classroom.order_words import (
    BAD,
    CLAUSE,
    COMPLAIN,
    DECIDERS,
    FEW,
    HEARING,
    HIT,
    LONG_SPANS,
    MEND,
    MORE_TO_COME,
    NAMED,
    OTHERS,
    PAGE,
    SENTENCE,
    SOON,
    SPAN,
    UNDECIDED,
    UNHEARD,
    UNTOLD,
)
from chokepoints.network import order_wide as wide

RUBRIC = (
    Point(
        "what exactly is blocked: a page, a name or an address that is named",
        (
            r"https?://|\bwww\.",
            r"\b[a-z0-9-]{2,}\.(example|test|invalid|com|org|net|info|biz|shop|site|ru|de|fr|uk|eu|io|it|es|nl|pl|tr"
            r"|ch)\b",
            r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b(?! ?/ ?([0-9]|[12]\d|3[01])\b)",
            rf"\b(the|that|this|only|just) (one|single|two|three|sole) (\w+ )?{PAGE}\b",
            rf"\b{FEW} (web |named |single |unlawful |illegal |domain )?{PAGE}\b.{{0,40}}\b({NAMED[1:-1]}|only"
            r"|alone)\b",
            rf"\b(this|that) (web |unlawful |illegal )?{PAGE} (only|alone)\b|\bonly (this|that) {PAGE}\b",
            rf"\b{PAGE}\b.{{0,30}}\b{NAMED}\b|\b(above-?|afore)?(named|mentioned|said) {PAGE}\b",
            rf"\b{PAGE} \(?(no\.? ?\d|number \d|called |['\"]\S)",
        ),
        "say what exactly is blocked: which page, which name, which address?",
        required=True,
        unless=MORE_TO_COME,
        parts=SENTENCE,
    ),
    Point(
        "on what law or finding it rests",
        (
            *wide.LAW,
            r"\b(articles?|art\.?|sections?|sec\.?|s\.|paragraphs?|para\.?|rule|clause|chapter) ?\d|§",
            r"\b(law|statute|act|legal ground): \S|\b(law|ground) is (the|section|article|an?)\b",
            r"\b(under|pursuant to|based on|basis( is|:)?|according to|accordance with|provided by|by virtue of"
            r"|meaning of|appl(y|ies|ied|ying)|contrary to|breach of|breaks?|against|violat\w+|forbidden by"
            r"|prohibited by|banned by|required by|founded on|rests on|as)\b.{0,40}\b(articles?|sections?|acts?"
            r"|statutes?|laws?|code|regulation|directive|decree|ruling|judgment|verdict|decision)\b",
            r"\b(found|finds|held|holds|declared|declares|ruled|rules|judged|established|convicted|decided|satisfied"
            r"|proved|proven|shown)\b.{0,60}\b(unlawful|illegal|against the law|criminal|fraud\w*|forbidden|banned"
            r"|stolen|offen[cs]es?|crimes?|infring\w+|guilty|incit\w+|threats?|sells?)",
            r"\b(unlawful|illegal)\b.{0,50}\b(found|held|declared|judgment|ruling|decision|ruled|established)\b",
            r"\b(judgment|ruling|decision|verdict|finding) (of|no|dated|from|that)\b|\blegal (basis|ground)\b",
            r"\b(law|act|code|statute)\b.{0,20}\b(forbids?|bans?|allows?|permits?|provides?|says?|demands?|gives?"
            r"|bears?|makes?|lets?|empowers?|prohibits?|punish\w*|requires?|calls?)\b|\b(is|are) punishable\b",
            r"\b(is|are|being) an? (crime|offen[cs]e) (under|by|in)\b",
        ),
        "say on what law or on which finding of a court it rests.",
        unless=r"\b(no|without( a| any)?|nobody|never|not) (\w+ ){0,2}(law|legal|act|statute|basis|ruling|judgment"
        r"|need|found)\b|\b(law|legal basis)\b.{0,20}\b(does not|doesn't|is not|isn't) (matter|needed|necessary"
        r"|required)",
        parts=SENTENCE,
    ),
    Point(
        "why this means, and why less would not do",
        (
            *wide.WHY,
            r"\b(no|nothing|not any) ((\w+ )?(less|milder|narrower|gentler|softer|smaller|lighter|weaker|lesser"
            r"|other way)\w*)\b",
            r"\b(less|milder|narrower|gentler|softer|smaller|lighter|weaker|lesser|other means)\b.{0,80}\b(not|\w*n't"
            r"|fail\w*|nothing|useless|declin\w+|too (little|late|slow)|in vain|left|tried|enough)\b",
            r"\b(hosts?|hosters?|owners?|sites?|operators?|publishers?|authors?|sellers?|shops?|webmaster|firm|company"
            r"|they|he|she|it|who|you)\b.{0,50}\b(has not|have not|had not|did not|does not|do not|hasn't|haven't"
            r"|didn't|doesn't|never|refus\w+|declin\w+|did nothing|does nothing|do nothing|ignor\w+|no (answer|reply"
            r"|reaction|response|notice)|summoned|came back|silent|cannot be (found|reached)|fails? to|failed)\b",
            r"\b(asked|warned|informed|written to|requested|invited|reminded)\b.{0,60}\b(without|no|not|\w*n't|in vain"
            r"|nothing|never|refus\w+|twice|first)\b",
            r"\b(unanswered|only if not|for want of)\b",
            r"\bwithout (effect|success|result|answer|reply)\b|\bin vain\b|\bletters?\b.{0,40}\b(came back|returned)\b",
            r"\b(if|unless|only when|should) (the |its |this )?(host|hoster|owner|site|operator|publisher|author"
            r"|seller|shop|company)\b",
            r"\bwould(n't| not) (help|suffice|work|be enough|stop)\b",
            r"\b(last resort|failing (that|which|this)|least (intrusive|restrictive|harmful|drastic|severe)|mildest"
            r"|smallest|narrowest|gentlest|proportionate)\b",
            r"\bnecessary\b.{0,15}\b(because|since|as|for|to)\b",
            r"\b(rather than|instead of|and not)\b.{0,40}\b(address(es)?|ip|ranges?|names?|site|cloud|server)\b",
            r"\bby (name|address|page|url)\b.{0,60}\b(because|since|so that|as|spar\w+|hits?|strikes?|for)\b",
            r"\b(page|it) alone cannot\b|\bcannot be (blocked|hidden|filtered|read|seen) (alone|by itself"
            r"|separately)\b",
            r"\bwhy (not|no|nothing) (less|milder)\b|\btried\b.{0,60}\b(but|new|again|still)\b",
            r"\b(any|an?|the|such an?) (\w+ )?block\b.{0,40}\bwould (cover|hit|strike|shut|take|close|cut)\b",
            r"\b(host|owner|registrar|operator|platform)\b.{0,30}\bwould (take|need)\b",
            r"\b(encrypted|https|tls)\b.{0,60}\b(page|name|cannot|can't|only)\b",
            r"\b(cannot|can't|unable|impossible)\b.{0,60}\b(encrypted|https|tls)\b",
            r"\bonly (when|if|after|where|should) (that|this|the|it|he|she|they)\b.{0,40}\b(fail\w*|not|\w*n't"
            r"|refus\w+)",
        ),
        "say why this means: what milder one was tried, and why it would not do.",
        unless=r"\b(no|not|never|nobody|no one|\w*n't|without|neither)\b[^,]{0,45}\b(tried|considered|weighed"
        r"|examin\w+|thought (of|about)|checked|check|looked (at|for)|asked whether|ask whether|necessary"
        r"|proportionate)\b|\b(nobody|no one|without)\b[^,]{0,20}\b(asked|asking|warned)\b|\b(not"
        r"|\w+n't) (been )?(asked|warned)\b",
        parts=SENTENCE,
    ),
    Point(
        "who else is hit, or spared",
        (
            *wide.WHO_ELSE,
            rf"\b{OTHERS}\b.{{0,70}}\b{HIT}\b",
            rf"\b{HIT}\b.{{0,70}}\b{OTHERS}\b",
            r"\b(the|at|on) (very )?same (address|server|machine|ip|computer|host(ing)?)\b|\bnext door\b"
            r"|\bshared (hosting|address|server|ip|machine)\b|\b(besides|except|other than) (its |the )?(owner|him"
            r"|it)\b",
            r"\b(side[ -]effects?|collateral|over-?block\w*)\b|\b(bystanders?|neighbou?rs|third parties)( hit"
            r"| struck)?: ?\w",
            r"\bshar(e|es|ed|ing)\b.{0,50}\b(address|server|machine|ip|it)\b|\b(address|server|machine"
            r"|ip)\b.{0,40}\bshared\b",
            r"\b(address|server|machine|ip)\b.{0,60}\b(alone|exclusive(ly)?|nobody|no one|no other|not shared|unshared"
            r"|only (it|this|that|by|the)|sole)\b",
            r"\b(lives?|living|hosted|sits?|stands?|housed|found) (there|(at|on|in|behind|under) (the same|that|this"
            r"|it)\b)",
            r"\bwould (vanish|disappear|be lost|go dark|suffer|be hit|be cut off)\b",
            r"\b(has|have|with|holds?|carry|carries|serves?|houses?|hosts)\b.{0,20}\b(millions?|thousands?|hundreds?"
            r"|dozens?|many|\d\d+|ten|twelve|twenty|thirty|forty|fifty)\b.{0,20}\b(sites?|web ?sites?|blogs?|shops?"
            r"|users?|names?|customers?|pages?|people|sellers?|firms?|videos?)\b",
            r"\beleven\b(?! (days?|weeks?|hours?|months?|years?|o'clock|percent))",
            r"\b(merchants?|shops?|sellers?|sites?|firms?|businesses) (elsewhere|beside|next to"
            r"|on the (same )?(machine|server|address))\b",
            r"\b(eleven|11|honest|unrelated)( other| honest| lawful| unrelated| innocent)? (shops?|stores?|sites?"
            r"|sellers?|firms?|merchants?|traders?|tenants?|strangers?|names?|neighbou?rs)\b",
            r"\b(rest|remainder|other pages|everything else|all else)\b.{0,40}\b(stays?|remains?|open|untouched"
            r"|accessible|reachable|works?|online)\b",
        ),
        "say who else would be hit: who shares name or address, and how are they spared? Begin with 'Who else:'.",
        required=True,
        unless=(
            r"\b(not|never|\w*n't|nobody|no one|no matter|without|no)\b(?! else)[^,]{0,30}\b(check\w*|(look|ask)(ed"
            r"|ing|s)?(?=( \w+){0,3} (who|whom|what|whether|if|about|after|them|neigh\w+|others?|any\w+|eleven))|know"
            r"|known|knows|examin\w+|weigh\w*|consider\w*|matters?|care[sd]?|count(s|ed)?|interest(s|ed)?|concerns?"
            r"|investigat\w+)\b|\bbad (luck|company)\b|\bnot our (problem|business|concern)\b|\b(has|have) to move\b"
            r"|^(?!.{0,400}\b(because|since|weigh\w*|outweigh\w*|compensat\w+)\b).{0,400}\b(must|have to|has to) (bear"
            r"|accept|put up|live with)\b|\b(regardless|irrespective)\b|\b(even if|although|though"
            r"|whether or not)\b[^,]{0,40}\b(hit|struck|affected|blocked|suffer)\b|\b(may|can|will|are to"
            rf"|shall) be (hit|struck|harmed|damaged|affected) (too|as well|also)\b|{wide.NOBODY_ELSE}"
        ),
        parts=SENTENCE,
    ),
    Point(
        "for how long, or when it is looked at again",
        (
            *wide.HOW_LONG,
            r"\b(for|until|till|up to|during|not longer than|no longer than|no more than|at most|maximum|longer than"
            r"|temporar\w+|lasts?"
            rf"|latest)\b.{{0,40}}\b{SPAN}\b",
            rf"\b(from|since|between|starting|beginning)\b.{{0,25}}\b{SPAN}\b.{{0,15}}\b(to|until|till|and|through)\b",
            r"\b(expir\w+|laps\w+|ends?|ended|ceases?|runs? out|lifted|lifts|valid|in force|limited|lasts?|stays?"
            r"|renew\w*|review\w*|extend\w*|prolong\w*|re-?(examin|evaluat|assess|check)\w*|looks? at (it"
            r"|this)( \w+)? again"
            rf"|looked at again|reconsider\w*|checks? (it|this)|sunset|stops?|over|expiry)\b.{{0,40}}\b{SPAN}\b",
            rf"\b{SPAN}\b.{{0,40}}\b(expir\w+|laps\w+|ends|ceases?|runs out|looks?|checks?|is (over|lifted)|renew\w*"
            rf"|review\w*"
            r"|re-?(examin|evaluat|assess|check)\w*|again|reconsider\w*|only|at most|at the latest|stops?)\b",
            rf"\bfrom \d\d? (to|until|till) \d\d? {SPAN}\b",
            rf"\b(give|grant)s? (it|them|this|only)\b.{{0,15}}\b{SPAN}\b",
            rf"\b(duration|period|time|term|limit|how long|validity|ttl)\b ?(is|of|:)?.{{0,30}}\b{SPAN}\b",
            r"\b(until|till|as soon as|the moment|ends? when|lifted when|ends? once|lifted once)\b.{0,50}\b(remov(ed"
            r"|es)|delet(ed|es)|takes (it|this|that|the \w+) (down|off|away)|gone|taken down|down|judgment|hearing"
            r"|trial|decid\w+|decision|appeal|taken off|disappears?)\b",
            rf"^ ?(how long|time|duration)?:? ?(for )?(about )?(a|an|one|\d+|[a-z]+)( \w+)? {SPAN}( (only|then"
            r"|long))? ?$",
            r"\b(from|since) (today|now|tomorrow)\b.{0,20}\b(to|until|till)\b|\buntil (christmas|easter|tomorrow"
            r"|the (new|end|next))\b",
            r"\b20\d\d\b(?!/)",
        ),
        "say for how long: until when, and when does somebody look at it again? Begin with 'How long:'.",
        required=True,
        unless=(
            r"\b(told|tells?|inform\w*|notif\w+|notice|complain\w*|appealed|appeals? (within|by)|objections?"
            r"|objects? (to|within)|correct\w*|mend\w*|(?<!with an )errors?|mistakes?|wrongly|compl(y|ied|ies)|carr(y"
            r"|ied) out|implement\w*|unblock\w*|law of|act of|not limited|never(?! longer| more| beyond)|day (on which"
            r"|when)(?!.{0,50}(delet|remov|judgment|hearing|decid|trial))|no (review|limit))\b|" + "|".join(LONG_SPANS)
        ),
        parts=CLAUSE,
    ),
    Point(
        "who decides",
        (
            *DECIDERS,
            r"(?-i:\b[A-Z][a-z]+,? (C?J|LJ|JJ)\b)",
            r"\bindependent \w+\b|\b(main|oral|court) hearing\b|\bby this (ruling|judgment|decision)\b",
            r"\b(commission|board|council|chamber)\b.{0,90}\b(decid\w+|grants?|orders?|signs?|signed|approv\w+|finds?"
            r"|found)\b",
        ),
        "say who decides: which court, or which independent body?",
        unless=(
            rf"{UNDECIDED}|\b(judges?|courts?)\b[^,]{{0,20}}\b(nothing|not|never|no)\b|\b(appeal\w*|complain\w*"
            r"|challenge\w*|object\w*|contest\w*|sue|redress|remed(y|ies)|apply|turn|go) (\w+ ){0,4}(to|before|at"
            r"|in)\b|\bgo to court\b|\b(to|before) the courts?\b"
        ),
        parts=CLAUSE,
    ),
    Point(
        "who is told",
        (
            *wide.TOLD,
            r"\b(told|tell|tells|inform(s|ed|ing)?|notif\w+|notices?|notification|learns?|learn|publish\w*|public(ly)?"
            r"|announc\w+|disclos\w+|hears? of|served on|served to|made known|in writing|mailed|posted (online|on|at"
            r"|up|in))\b",
            r"\b(sent|send|sends|receives?|gets?|given|handed|gives?)\b.{0,40}\b(it|cop(y|ies)|paper|letters?|extract"
            r"|order|decision|judgment|ruling|reasons?|notice|e?-?mail|text|message)\b",
            r"\bposts?\b.{0,20}\b(order|notice|it|this)\b|\binformation: ?\w|\bon the (board|door|notice board)\b",
            r"\b(order|decision|ruling|paper|judgment|notice)\b.{0,30}\b(sent|goes|given|handed|put on|shown)\b",
            r"\b(letters?|cop(y|ies)|e-?mails?)\b.{0,30}\b(goes|go|to|sent)\b",
            r"\b(visitors?|users?|readers?|whoever|customers?)\b.{0,40}\b(see|sees|shown|read|reads"
            r"|finds?)\b.{0,40}\b(why|reasons?|order|page|text|sign|note|court)\b",
            r"\b(page|sign|note|screen)\b.{0,20}\b(says|saying|that says|tells|states|explain\w*|shows)\b",
        ),
        "say who is told: the owner of the site, its host, its neighbours, the public?",
        unless=(
            r"\b(nobody|no one|never|neither|nor|not(?! later| more)|\w*n't|without|nowhere|no)\b[^,]{0,30}\b(told"
            r"|tell|tells|telling|inform\w*|notif\w+|notice|publish\w*|public|announc\w+|disclos\w+|learns?|cop(y|ies)"
            r"|letters?)\b|\b(told|informed|published|announced) (to )?(nobody|no one|nowhere)\b|\b(stays?|remains?"
            r"|kept|keep|is) (\w+ )?secret\b|\bpublic (order|interest|safety|prosecutor|health|good|nuisance)\b|"
            + "|".join(UNTOLD)
        ),
        parts=SENTENCE,
    ),
    Point(
        "where one can complain",
        (
            *wide.COMPLAINT,
            rf"\b{COMPLAIN}\b.{{0,60}}\b{HEARING}\b",
            rf"\b{HEARING}\b.{{0,40}}\b(hears?|takes?|receives?|decides? on) (any |all |every |their )?(complaints?"
            r"|objections?|appeals?)\b",
            r"\b(may|can|could|might|right to|free to|able to|entitled to)\b.{0,30}\b(complain(t|ts)?|appeal(s|ed)?"
            r"|objections?|be heard|contest(ed)?|challenged?|object|sue|claim|seek|defend)\b",
            r"\b(complaints?|appeals?|objections?|remed(y|ies)|redress|legal remedy|hotline)\b.{0,40}\b(to|at|with"
            r"|before|within|is|are|lies?|go|possible|open|by)\b",
            r"\b(bring|take|put)\b.{0,30}\b(before|to) (the|a|this) (court|judge|tribunal)\b|\bliberty to apply\b",
            r"\b(lodge|file|bring|raise|enter) (an? |any |their |his |the )?(appeal|complaint|objection|action|claim"
            r"|case)\b",
            r"\b(remed(y|ies)|appeals?|complaints?|objections?|review|opposition|redress): ?\w|\bopposition (before|to"
            r"|at)\b",
            r"\b(will|shall|must|to) be heard\b|\bappl(y|ies) to (vary|change|lift|end|set)\b|\bright of (appeal"
            r"|complaint)\b|\b(compensat\w+|damages (are|is|may|can))\b",
        ),
        "say where one can complain: to which court or office?",
        unless=(
            r"\b(nobody|no one|never|neither|nor|not(?! later| more| agree| happy| satisfied| content| accept)|cannot"
            r"|\w*n't(?! agree| accept)|without|no|excluded)\b[^,]{0,30}\b(complain\w*|appeal\w*|contest|challenge"
            r"|object|objections?|sue|carry|turn to|apply|oppose|fight|remed(y|ies)|redress|compensat\w+)\b"
            r"|\b(appeals?|complaints?|redress|objections?) (is|are) (excluded|useless|thrown|not|inadmissible"
            r"|ruled out|impossible)\b|" + "|".join(UNHEARD)
        ),
        parts=SENTENCE,
    ),
    Point(
        "that errors are mended, and how soon",
        (
            *wide.ERRORS,
            rf"^(?=.{{0,500}}\b{BAD}\b)(?=.{{0,500}}\b{MEND}\b).{{0,500}}\b{SOON}",
            r"\b(hit|struck|blocked|affected|cut off)\b.{0,60}\b(un-?block\w*|restor\w+|re-?open\w*|releas\w+"
            rf"|freed?|back|mend\w*)\b.{{0,60}}\b{SOON}",
            rf"\b{SOON}\b.{{0,60}}\b(un-?block\w*|restor\w+|re-?open\w*|releas\w+)\b",
            rf"\b(un-?block\w*|restor\w+|re-?open\w*|reachable again|open again|back online)\b.{{0,60}}\b{SOON}",
        ),
        "say what happens when somebody is blocked by mistake, and within which time it is mended.",
        unless=(
            r"\b(not|never|\w*n't|nobody|no one|nor)\b[^,]{0,30}\b(mend\w*|correct\w*|lift\w*|unblock\w*|restor\w+"
            r"|repair\w*|fix(ed)?|put right)\b|\bwhen(ever)?\b.{0,25}\b(time|convenient|suits?|likes?)\b"
            r"|\beventually\b|\bno (errors?|mistakes?) (is|are|can|will)\b|\bno (correction|repair|restoration)\b"
            r"|\bwithin (at most |about |the next )?([\w-]+ )?(years?|decades)\b"
        ),
        parts=SENTENCE,
    ),
)
