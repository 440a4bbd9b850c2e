"""What spoils a drafted order to block, whatever else it says: ranges and clouds, no end, an essay about orders.

Like the rubric it looks for words: who strikes others in words of their own is not found out.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from chokepoints.classroom.kinds import Asking, Point
from chokepoints.classroom.order_words import CLAUSE, ENDLESS, HEARD, LONG_SPANS, NO_ORDER, SENTENCE, UNHEARD, UNTOLD
from chokepoints.network import order_wide as wide
from chokepoints.network.order_rubric import RUBRIC

#: Who blocks ranges or clouds strikes whoever lives there, as the lesson's runs show.
WIDE = (
    r"\b(all|every|each|any|whole|entire|full|complete)( of| the| its| their| other| these| such"
    r"| known){0,3}( [\w']+)? (ranges?|subnets?|clouds?|prefix(es)?|address space|data ?cent(er|re)s?|platform|hoster"
    r"|hosting (firm|company|provider|service|platform)s?|internet(?! (access|service|provider)))\b",
    r"\b(whole|entire|complete|full|its) networks? (of|at|in|behind)\b",
    r"\b(all|every|each) (of )?(the |its |their |other ){0,3}servers? (of|at|in|run|owned)\b",
    r"\b(all|every|any|each)( of)?( the| its| their| other| further| future| known| new| such| possible){0,3}( ip"
    r"| network)? (address(es)?|ips|ip numbers)\b(?! (in|named|listed|of) (the annex|above|below))",
    r"\b(all|every|any|each)( of)?( the| its| their| other| further| future| similar| such){0,3} (mirrors?|copies"
    r"|similar (pages?|sites?|content)|sites? like)\b",
    r"\b(block\w*|refus\w+|clos(e|es|ed|ing)|filter\w*|list(s|ed|ing)?|cut(s|ting)? off|drop(s|ped)?|switch(es)? off"
    r"|deny|bar(s|red)?|disconnect\w*)\b.{0,40}\b(ranges?|subnets?|prefix(es)?|clouds?)\b",
    r"\b(ranges?|subnets?|prefix(es)?|clouds?)\b.{0,30}\b((is|are|be) (blocked|refused|closed|filtered|listed|cut off"
    r"|dropped|barred|denied))\b",
    r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} (to|until|till|up to|through|-) \d{1,3}\.\d",
    r"\b(block|clos|shut|ban|filter|refus)\w*\b.{0,40}\b(all|every|any|each)( other| online| such"
    r"| the){0,3} (web ?)?(shops?|stores?|sellers?|markets?|sites?|pages?|names?|domains?)( \w+)? (with|that|which"
    r"|selling|like|of|in|at|on|behind)\b",
    r"\b(all|every|any|each|the|his|her|its|their)( other| further| remaining){1,2} (domains?|names?|sites?"
    r"|shops?) (of|owned by|run by|that belong to) (the (owner|seller|firm|company|family)|him|her|his|them)\b",
    r"\b(domains?|names?|sites?|shops?)\b.{0,40}\b(of|from) (his|her|their|the owner's) (family|wife|husband|friends"
    r"|relatives|brothers?|sisters?)\b",
    r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} ?/ ?(?!32\b)\d{1,2}\b",
    r"\b(whatever|everything|anything) (else )?(that )?(is |lies |stands |runs )?(on|at|in|from|hosted|near|behind)\b",
    r"\b(block|clos|refus|shut|filter)\w*\b.{0,80}\band(, since .{0,50},)? (all )?(of )?its neighbou?rs\b",
    r"\b(extend|widen|spread|stretch)\w* (it|(this|the)( order| block)?) to (whatever|any|all|other|further|every)\b",
    r"\b(clos|shut|block|switch)\w* (down )?all (its|their|his|her|the) (\w+ )?(business|services?|customers|sites)\b",
    r"\b(everything|all) (that |which )?(it|they|he|she) (serves?|hosts?|runs?|owns?|offers?)\b|\btraffic (to"
    r"|from) (the |its )?(host|hosting|cloud)\b",
    r"\bwherever (it|the \w+) (moves|goes|appears|turns up)\b",
    r"\b(all|everything|whatever|whoever) (that |which |who )?(is|are|stands?|lives?|lies?|sits?|was) (also )?(hosted"
    r"|housed|found|there|beside|around|next to|near|behind)\b|\b\d+ (neighbouring |further |other "
    r"|next )?(ip )?address(es)? (around|near|beside|next to|above|below|of the host)\b",
    r"\b(whichever|whatever|any|all|every|each) (other |further |new |later )?(names?|pages?|sites?|domains?"
    r"|address(es)?)( \w+){0,3} (later|finds?|reports?|sends?|adds?|names|chooses?|likes?|wants?|turns? up|appears?)\b",
    r"\b(all|every|each|any) (of the )?(names?|sites?|pages?|shops?|domains?|servers?) (at|on|behind|under|with) (the"
    r"|this|that|its|his) (same )?(address|ip|server|machine|host)\b",
    r"\b(host|hoster|hosting (firm|company|provider)|provider|data ?cent(er|re)|cloud)( of \S{1,40})?,? (as a whole"
    r"|in full|altogether|entirely|completely)\b",
    r"\b(agency|police|ministry|regulator|office|prosecutor|providers?) (is|are) (free|allowed|entitled|empowered"
    r"|welcome) to (\w+ ){0,3}(add|put|extend|include|list|name|close|block)\b|\b(put|puts|add|adds) more (\w+ )?(on"
    r"|to) (the|this) list\b",
    r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3},? (and )?(up to|to|until|through|till) (and including )?\d",
)
#: Words that turn a wide demand into its denial, in the same sentence.
DENIED = (
    r"\b(no|not(?! only| just| merely)|\w+n't|nor|never|neither|nothing|none|nobody|rather than|instead of|exclud\w+"
    r"|forbidden|prohibited|banned|would|could|untouched|unblocked|spar(e|es|ed|ing)|without|(stays?|remains?|leav(e"
    r"|es)|left|keeps?)( \w+)? (open|working|free|reachable|available|accessible|alone|as|online|unblocked)"
    r"|only (the court|a court|a judge|by the court|after the court)|court (adds|has added|names|must add)"
    r"|outside this order|(court|judge|magistrate|tribunal|panel|we|i) (\w+ )?(reject|declin|dismiss)(s|es|ed)?|(was"
    r"|were|is|are|been) (considered )?((and|but) )?(rejected|declined|dismissed|turned down)|refuses? (the|this|that"
    r"|a) (request|motion|application|demand))\b"
)

RANGES = Point(
    "blocks ranges, clouds or whatever may come",
    (*WIDE, *wide.WHOLE),
    "that blocks a range, a cloud or addresses that nobody has named: who lives there? Name what you mean.",
    unless=DENIED,
    parts=SENTENCE + r"|:(?= (?:all|every|any|each|the whole) )",
)
ESSAY = replace(
    NO_ORDER,
    patterns=(
        *NO_ORDER.patterns,
        r"^ ?in general\b|\b(judges|courts|states|agencies) tend to\b|\b(is|are) a usual \w+\b",
        r"\b(a|the) (good|proportionate|narrow|ideal|perfect) order (would|should|could|might|has to|is)\b",
        r"\b(an|any|every) order( like this| of this kind)? (has to|must|should|needs|ought to|would)\b",
        r"\b(this|the|our) (lesson|essay|seminar)\b|\bi (have )?learn(ed|t)\b",
        r"\b(i|we) (won't|will not|shall not|would never|would not|refuse to|decline to) (\w+ )?(order|sign|draft"
        r"|write|decree)\b|\b(nobody|no one|no (court|judge)) should (\w+ )?(write|sign|order|make)\b",
        r"\b(an|any|every|such an) order (like this |of this kind )?(must|should|has to|needs to|ought to"
        r"|would have to)( be)? (weigh\w*|consider\w*|name|careful\w*|tell|say|state)\b|\bmy thoughts\b|\bone (could"
        r"|might|would) (block|ask|also|think|consider|have)\b|\bseems? (right|fair|enough|good|proper) to me\b"
        r"|\bhard (case|question)\b",
    ),
)
NO_END = replace(
    ENDLESS,
    patterns=(
        *ENDLESS.patterns,
        r"\bnever (again )?(ends?|opens?|lifted|expires?|lapses?|stops?|comes? back|to be (lifted|opened))\b(?! (later"
        r"|more))",
        r"\b(for ever|forever|(?<!no )permanent(ly)?|for good(?! \w)|for all time|(no|without( a| any)?) time limit)\b",
        *LONG_SPANS,
        r"\b(prolong|renew|extend)\w* (by itself|itself|automatically|each time|every time|as often as)\b"
        r"|\bas often as it takes\b|\b(end|close) of (days|time|all days)\b|\bover and over\b|\b(again and again"
        r"|time and again|indefinitely)\b|\b(?<!no )(lasting|open-ended|permanent|endless) (one|measure|block|order"
        r"|ban)\b|\b(no|without( any| an?)?) (end|expiry|date of expiry|end date|time limit|limit of time)\b"
        r"|\bwithout (any|a) (review|renewal|hearing)\b|\band so on\b",
    ),
    unless=r"\b(not|nor|\w+n't|neither|rather than|instead of|never (for ever|without|permanent\w*|indefinite\w*)"
    r"|sold|existed|wanted|demanded|requested|asked (us )?for)\b",
    parts=SENTENCE,
)
#: The rest of a host, said by a denial: "nothing of it is to be reachable".
RANGES_TOO = replace(
    RANGES,
    patterns=(
        r"\b(nothing|no (page|site|name|server|machine)) (that belongs to|of|from|at|on|run by|owned by"
        r"|which belongs to) (the|this|that|its) (\w+ )?(host\w*|firm|company|provider|cloud|server|address"
        r"|machine)\b.{0,60}\b(reachable|accessible|available|reached|open|get through)\b",
    ),
    unless=r"\b(would|could|may not|must not)\b",
)
#: Others are hit, and nothing is said for it: no reason, no weighing.
HIT_TOO = Point(
    "lets others be hit",
    (
        r"\b(shops?|sellers?|others|neighbou?rs|traders?|merchants?|tenants?|customers"
        r"|sites)\b( \w+){0,4} (go(es)? (dark|down|off|offline)|(are|is|get|gets) (also |too |then |all "
        r"|likewise )?(hit|cut off|lost|closed|blocked|struck|dark|unreachable|gone)|lose|suffer|disappear|vanish"
        r"|become unreachable)\b",
    ),
    "that lets others be hit, and gives no reason that outweighs it: say why they must bear it, or how they are "
    "spared.",
    unless=r"\b(would|could|might|if|should|where|when|whenever|not|no|\w+n't|nor|nobody|weigh\w*|because|since"
    r"|outweigh\w*|compensat\w+|unless|none|never|nothing|without|wrong\w*|errors?|mistake\w*|accident\w*|refus\w+"
    r"|reject\w+|may|by chance|until|so|therefore|to avoid|as)\b",
    parts=SENTENCE,
)
HIT_WITH = replace(HIT_TOO, patterns=wide.HIT_WITH, unless=wide.NOT_HIT)
TOOLS = Point(
    "strikes tools or people beside the page",
    (
        r"\b(telegram|whatsapp|signal|youtube|facebook|google|wikipedia)\b.{0,40}\b(is|are|be) (\w+ )?(blocked|closed"
        r"|refused|banned|throttled|cut|shut|switched off|slowed)\b",
        r"\b(every|any|all|each) (tools?|programs?|apps?|browsers?|services?|means|ways?) (that|which|to|by which"
        r"|with which)( \w+){0,3} (hides?|hide|get round|gets round|circumvent\w*|evade\w*|bypass\w*|conceal\w*"
        r"|go round)\b",
        r"\b(vpns?|prox(y|ies)|tor|bridges|messengers?)\b.{0,40}\b(too|also|as well|blocked|refused|closed|banned)\b",
        r"\b(block|clos|shut|ban|filter|refus|cut|together)\w*\b.{0,60}\b(vpns?|prox(y|ies)|tor|bridges|messengers?)\b",
        r"\b(encrypted dns|encryption|dns over https|doh|ech)\b.{0,30}\b(forbidden|blocked|banned|switched off"
        r"|closed)\b",
        r"\b(8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9)(?!\.?\d)",
        r"\b(cut(s|ting)? off|disconnect\w*|block\w*|bar(s|red)?|ban\w*) (every|each|all|any)( of)?( the"
        r"| its)? (visitors?|users?|customers?|readers?|people|subscribers?|households?|homes?)\b",
        r"\b(slow|cut|disconnect|throttl)\w* .{0,50}\b(anyone|everyone|everybody|anybody|whoever|all"
        r"|those) (who )?(has |have )?(visit|open|us|read)\w*",
        r"\b(opposition|newspapers?|critics?|journalists?|the press)\b.{0,30}\b(too|also|as well|blocked|closed"
        r"|banned)\b",
        r"\b(block|clos|shut|ban)\w*\b.{0,40}\b(opposition|newspapers?|critics?|journalists?)\b",
        r"\b(newspapers?|blogs?|papers?|journalists?|sites?|pages?|magazines?|channels?) (that|which|who) (has |have "
        r"|had |also )?(\w+ ){0,2}(link(s|ed)?|report(s|ed)?|wrote|write|writes|written|criticis\w+|laugh\w*|mock\w*"
        r"|quoted?|quotes) (to|about|of|on|it|us|at)\b",
    ),
    "that strikes a tool or service of everybody, a newspaper, or the visitors themselves: the order is for one page.",
    unless=rf"{DENIED}|\b(told|inform\w*|publish\w*|announc\w+|same (address|server|machine|host)|shar(e|es|ing))\b",
    parts=SENTENCE,
)
#: The same in words with which a denial often stands in another part of the sentence: "so that nobody gets round it".
TOOLS_TOO = replace(
    TOOLS,
    patterns=(
        r"\b(vpns?|prox(y|ies)|tor|dns (services?|resolvers?|over https)|resolvers|messengers?)\b.{0,60}\b(are|is|be"
        r"|get|gets) (also |too |to be )?(closed|blocked|refused|banned|forbidden|throttled|shut|switched off"
        r"|slowed)\b",
        r"\b(switch\w*|shut\w*|turn\w*|cut\w*|throttl\w*|slow\w*|clos\w*) (off |down )?(the |all "
        r"|their )?(\w+ )?(mobile|internet|lines?|mobile network|data service|broadband)\b",
        r"\b(mobile|internet|lines?|broadband) (\w+ )?(is|are|be) (\w+ )?(switched off|shut (off|down)|turned off"
        r"|cut( off)?|throttled|closed)\b",
        r"\b(list|log|record|register|names?|address(es)?) of (everybody|everyone|all|anybody|whoever|those|users"
        r"|visitors)\b",
        r"\b(those|users?|visitors?|customers?|people|whoever|anyone|everyone|readers?)( who)?( still| also)? (use"
        r"|uses|visit|visits|open|opens|get|gets|go|goes|try|tries|come|comes|look|looks)\b.{0,60}\b(lose|loses|fined?"
        r"|pays?|reported|punished|arrested|cut off|disconnected|barred)\b",
        r"\b(telegram|whatsapp|signal|youtube|facebook|google|amazon|cloudflare|wikipedia|apple"
        r"|microsoft)\b.{0,60}\b(is|are|be) (\w+ )?(blocked|closed|refused|banned|throttled|cut|shut|switched off"
        r"|slowed)\b",
        r"\b(report|hand over|give|send|note|list|register|collect|store|keep)s? (us |the police "
        r"|down )?(the )?(names?|address(es)?|identit(y|ies)|data|numbers) of (all|every\w*|each|those|anyone|whoever"
        r"|the (users|visitors|customers))\b",
    ),
    unless=rf"{DENIED}",
    parts=CLAUSE,
)
NO_LAW = Point(
    "says that no law allows it",
    (
        r"\bno (law|statute|act|legal basis|article)\b.{0,15}\b(allow\w*|permit\w*|provid\w+|cover\w*|forbid\w*"
        r"|need\w*|exist\w*|says|required?)\b",
        r"\b(there is|there's|we have|has|with) no (law|legal basis|statute)\b|\bwithout (a |any )?(law|legal basis)\b",
        r"\b(even if|although|though|whether or not) (it is |it's )?(unlawful|illegal|no law)\b",
        r"\b(there is|there's|has|have|with|we (find|found|see)) no (legal )?(provision|basis|ground|rule"
        r"|power)s?\b(?! (to|for (more|less)))|\b(outside|beyond|against) the law,? (but|yet|still|we|the (court"
        r"|judge))\b",
    ),
    "that says itself that no law allows it: an order needs one. Say which.",
    unless=r"\b(less|milder|such|other means|against|would|cannot|could)\b",
    parts=CLAUSE,
)
SECRET = Point(
    "is secret, or final",
    (
        r"\b(word|decision|order|ruling) (is|remains|stays) final\b|\b(last|final) word\b|\beyes (alone|only)\b"
        r"|\bfor (internal|official) use only\b",
        r"\bsecret (order|decision|ruling|measure|block)\b|\b(order|decision|ruling|block|it) (is|stays?|remains?"
        r"|must be|shall be|is kept|is to be)( \w+)? (secret|confidential)\b|\b(kept|keep it) secret\b",
        r"\b(there is|there's|with|has|have) no (right (of|to) )?(appeal|remedy|complaint|(way|chance|means) (to"
        r"|of) (appeal|complain|object))\b|\bno (appeal|remedy|complaint) (is|lies|exists|may)\b|\b(cannot|can't"
        r"|may not) be (appealed|challenged|contested)\b|\b(nobody|no one) (may|can) (appeal|complain|object)\b",
        r"\b(appeals?|complaints?|objections?|remed(y|ies)|review)( \w+){0,4} (is|are|be) (ruled out|excluded"
        r"|inadmissible|impossible|forbidden|barred|not (possible|admitted|allowed|open|heard))\b",
        r"\b(whoever|anyone who|who(soever)?|those who) (speaks?|talks?|tells?|writes?|publish\w*|mentions?"
        r"|reports?) .{0,50}\b(is|are|be|will be) (\w+ )?(fined|punished|prosecuted)\b|\b(find|finds"
        r"|finding) (it )?out (by|for) (him|her|it|them)sel(f|ves)\b|\b(may|can|must|shall) (not|never) (go|turn"
        r"|appeal|apply|complain) (to|before)? ?(a |the |any )?(court|judge|tribunal)?",
        r"\b(must|may|shall|should|will|are to|is to) (not|never) (speak|talk|say|tell|disclose|mention|reveal"
        r"|publish)\b|\b(is|are) to (learn|hear|know) nothing\b|\b(learns?|hears?|knows?) nothing of (it|this)\b"
        r"|\b(kept|hidden) from (the )?(owner|public|seller|press)\b|\b(silence|secrecy) (is )?(ordered|required"
        r"|demanded)\b",
        r"\b(owner|seller|shop|merchant|he|she|it|they) (is|are|may|must|shall|will) (not|never) (be )?(told|informed"
        r"|notified)\b|\b(nobody|no one|neither) (\w+ ){0,4}(is|are|may|will|shall|must)( be)? (told|informed"
        r"|notified)\b",
    ),
    "that keeps the order secret, or lets nobody appeal: then no judge could ever undo it.",
    unless=r"\b(is not secret|not (be |stay |remain )?secret|never secret|\w+n't|until|before|beforehand|in advance"
    r"|first|yet|no secret)\b",
    parts=SENTENCE,
)
NOT_TOLD = replace(SECRET, patterns=UNTOLD, unless=rf"{SECRET.unless}|\b(but|except|instead|other than)\b")
FINAL = replace(SECRET, patterns=UNHEARD, unless=HEARD)
SHRUG = Point(
    "shrugs",
    (
        r"\bbad (luck|company)\b|\bnot (our|my) (problem|business|concern)\b|\b(their|his|her) own (fault|problem)\b"
        r"|\bserves? (them|him|it) right\b|\bwho cares\b",
        r"\b(must|have to|has to) (bear|accept|put up|live with)\b",
        r"\bthat .{0,60}\b(changes?|alters?) nothing\b|\b(does not|doesn't|do not|don't) (matter|count|interest"
        r"|stop us)\b",
        r"\b(is|are) (just |only |simply )?(the|a|our|their) (price|cost) (of|for|to|that)\b|\bshould(n't"
        r"| not)? have (\w+ )?(chosen|known|thought|looked|picked|been|rented|gone)\b|\bsorry (case|for them)|\b(can"
        r"|may|will|could) (easily |well |just )?(find|look for|look|get|seek|rent|go to|move to) (for )?(another"
        r"|other|a new|some other|elsewhere|new)\b|\b(is|was|are) (not|no) (our|my|the court's|the state's) (fault"
        r"|business|worry|problem|concern)\b|\b(cannot|can't) be helped\b|\bdeserve\w*\b|\b(their|an? acceptable"
        r"|a small|a necessary) (bad luck|loss|sacrifice|evil)\b|\bthat is life\b|\bunlucky\b|\bcollateral (damage"
        r"|harm) is (accepted|acceptable|fine|normal)\b",
        r"\b(mend|correct|fix|repair|unblock|restor|rectif|put right)\w*\b.{0,30}\bwhen(ever)? .{0,25}\b(time"
        r"|convenient|suits?|likes?|mood)\b",
    ),
    "that shrugs off who else would be hit, or an error: say why they must bear it, how they are spared, and how soon "
    "errors are mended.",
    unless=r"\b(because|since|weigh\w*|outweigh\w*|compensat\w+|not (have|mean)|nobody (has|must))\b",
    parts=SENTENCE,
)


@dataclass(frozen=True)
class Neither(Point):
    """Found where neither of two points of the rubric is made, though the required ones are."""

    of: tuple[Point, ...] = ()

    def found(self, text: str) -> bool:
        """Whether both are missing, and nothing that the rubric asks for before them."""
        made = _made(text)
        return not made & {point.name for point in self.of} and made >= {one.name for one in RUBRIC if one.required}


@lru_cache(maxsize=4)
def _made(text: str) -> frozenset[str]:
    """The names of the points that a text makes; kept, since several ask for them."""
    return frozenset(point.name for point in RUBRIC if point.found(text))


QUESTIONS = Asking(
    "asks", (r"\?",), "that asks, and orders nothing: answer your questions, and write what shall be done."
)
_LAW, _DECIDER, _COMPLAINT = (
    point for name in ("law", "who decides", "complain") for point in RUBRIC if name in point.name
)
#: Of law, decider and complaint an order needs two at least.
BARE = tuple(
    Neither("lacks two of law, decider, complaint", (), f"{one.hint.rstrip('.?')}? And {other.hint}", of=(one, other))
    for one, other in ((_LAW, _DECIDER), (_LAW, _COMPLAINT), (_DECIDER, _COMPLAINT))
)
SPOILING: tuple[Point, ...] = (wide.TASK_ITSELF, ESSAY, QUESTIONS, RANGES, RANGES_TOO, TOOLS, TOOLS_TOO, NO_END, NO_LAW)
SPOILING += (SECRET, NOT_TOLD, FINAL, SHRUG, HIT_TOO, HIT_WITH, wide.NO_SHARERS, *BARE, wide.UNTRIED)
