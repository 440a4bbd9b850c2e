"""What spoils a drafted order to block, whatever else it says: ranges and clouds, no end, an essay about orders.

Like the rubric it looks for words: who strikes others in words of their own is not found out.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from chokepoints.classroom.kinds import Asking, Point
from chokepoints.classroom.order_words import CLAUSE, ENDLESS, NO_ORDER, SENTENCE
from chokepoints.network.order_rubric import RUBRIC

#: Who blocks ranges or clouds strikes whoever lives there, as the lesson's runs show.
WIDE = (
    r"\b(all|every|each|any|whole|entire|full|complete)( of| the| its| their| other| these| such| known){0,3}( [\w']+)?"
    r" (ranges?|subnets?|clouds?|prefix(es)?|address space|data ?cent(er|re)s?|platform|hoster|hosting (firm|company"
    r"|provider|service|platform)s?|internet(?! (access|service|provider)))\b",
    r"\b(whole|entire|complete|full|its) networks? (of|at|in|behind)\b",
    r"\b(all|every|each) (of )?(the |its |their |other ){0,3}servers? (of|at|in|run|owned)\b",
    r"\b(all|every|any|each)( of)?( the| its| their| other| further| future| known| new| such| possible){0,3}( ip"
    r"| network)? (address(es)?|ips|ip numbers)\b(?! (in|named|listed|of) (the annex|above|below))",
    r"\b(all|every|any|each)( of)?( the| its| their| other| further| future| similar| such){0,3} (mirrors?|copies"
    r"|similar (pages?|sites?|content)|sites? like)\b",
    r"\b(block\w*|refus\w+|clos(e|es|ed|ing)|filter\w*|list(s|ed|ing)?|cut(s|ting)? off|drop(s|ped)?|switch(es)? off"
    r"|deny|bar(s|red)?|disconnect\w*)\b.{0,40}\b(ranges?|subnets?|prefix(es)?|clouds?)\b",
    r"\b(ranges?|subnets?|prefix(es)?|clouds?)\b.{0,30}\b((is|are|be) (blocked|refused|closed|filtered|listed"
    r"|cut off|dropped|barred|denied))\b",
    r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} (to|until|till|up to|through|-) \d{1,3}\.\d",
    r"\b(block|clos|shut|ban|filter|refus)\w*\b.{0,40}\b(all|every|any|each)( other| online| such"
    r"| the){0,3} (web ?)?(shops?"
    r"|stores?|sellers?|markets?|sites?|pages?|names?|domains?)( \w+)? (with|that|which|selling|like|of|in|at|on"
    r"|behind)\b",
    r"\b(all|every|any|each|the|his|her|its|their)( other| further| remaining){1,2} (domains?|names?|sites?|shops?)"
    r" (of|owned by|run by|that belong to) (the (owner|seller|firm|company|family)|him|her|his|them)\b",
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
)
#: Words that turn a wide demand into its denial, in the same sentence.
DENIED = (
    r"\b(no|not(?! only| just| merely)|\w+n't|nor|never|neither|nothing|none|nobody|rather than|instead of|exclud\w+"
    r"|forbidden|prohibited|banned|would|could|untouched|unblocked|spar(e|es|ed|ing)|without|(stays?|remains?|leav(e"
    r"|es)|left|keeps?)( \w+)? (open|working|free|reachable|available|accessible|alone|as|online|unblocked)"
    r"|only (the court"
    r"|a court|a judge|by the court|after the court)|court (adds|has added|names|must add)|outside this"
    r" order|(court|judge|magistrate|tribunal|panel|we|i) (\w+ )?(reject|declin|dismiss)(s|es|ed)?|(was|were|is|are"
    r"|been)"
    r" (considered )?((and|but) )?(rejected|declined|dismissed|turned down)|refuses? (the|this|that|a) (request|motion"
    r"|application|demand))\b"
)

RANGES = Point(
    "blocks ranges, clouds or whatever may come",
    WIDE,
    "that blocks a range, a cloud or addresses that nobody has named: who lives there? Name what you mean.",
    unless=DENIED,
    parts=SENTENCE + r"|:(?= (?:all|every|any|each|the whole) )",
)
ESSAY = replace(
    NO_ORDER,
    patterns=(
        *NO_ORDER.patterns,
        r"\b(a|the) (good|proportionate|narrow|ideal|perfect) order (would|should|could|might|has to|is)\b",
        r"\b(an|any|every) order( like this| of this kind)? (has to|must|should|needs|ought to|would)\b",
        r"\b(this|the|our) (lesson|essay|seminar)\b|\bi (have )?learn(ed|t)\b",
    ),
)
NO_END = replace(
    ENDLESS,
    patterns=(
        *ENDLESS.patterns,
        r"\b(for ever|forever|(?<!no )permanent(ly)?|for good(?! \w)|for all time|(no|without( a| any)?) time limit)\b",
        r"\b(for|until|during|lasts?|period of|term of|duration( of|:)?|valid|maximum( of)?|at most|least) ((the|a"
        r"|about"
        r"|next) ){0,2}(\d{2,4}|ten|twenty|thirty|fifty|ninety|a hundred|hundred|ninety-nine) years\b",
        r"\b(prolong|renew|extend)\w* (by itself|itself|automatically|each time|every time|as often as)\b"
        r"|\bas often as it takes\b|\bwithout (any|a) (review|renewal|hearing)\b|\band so on\b",
    ),
    unless=r"\b(not|nor|\w+n't|neither|rather than|instead of|never (for ever|without|permanent\w*|indefinite\w*)"
    r"|sold|existed|wanted|demanded|requested|asked (us )?for)\b",
    parts=SENTENCE,
)
TOOLS = Point(
    "strikes tools or people beside the page",
    (
        r"\b(vpns?|prox(y|ies)|tor|bridges|messengers?)\b.{0,40}\b(too|also|as well|blocked|refused|closed|banned)\b",
        r"\b(block|clos|shut|ban|filter|refus|cut|together)\w*\b.{0,60}\b(vpns?|prox(y|ies)|tor|bridges|messengers?)\b",
        r"\b(encrypted dns|encryption|dns over https|doh|ech)\b.{0,30}\b(forbidden|blocked|banned|switched off"
        r"|closed)\b",
        r"\b(8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9)(?!\.?\d)",
        r"\b(cut(s|ting)? off|disconnect\w*|block\w*|bar(s|red)?|ban\w*) (every|each|all|any)( of)?( the"
        r"| its)? (visitors?"
        r"|users?|customers?|readers?|people|subscribers?|households?|homes?)\b",
        r"\b(slow|cut|disconnect|throttl)\w* .{0,50}\b(anyone|everyone|everybody|anybody|whoever|all"
        r"|those) (who )?(has |have )?(visit|open|us|read)\w*",
        r"\b(opposition|newspapers?|critics?|journalists?|the press)\b.{0,30}\b(too|also|as well|blocked|closed"
        r"|banned)\b",
        r"\b(block|clos|shut|ban)\w*\b.{0,40}\b(opposition|newspapers?|critics?|journalists?)\b",
    ),
    "that strikes a tool or service of everybody, a newspaper, or the visitors themselves: the order is for one page.",
    unless=rf"{DENIED}|\b(told|inform\w*|publish\w*|announc\w+|same (address|server|machine|host)|shar(e|es|ing))\b",
    parts=SENTENCE,
)
NO_LAW = Point(
    "says that no law allows it",
    (
        r"\bno (law|statute|act|legal basis|article)\b.{0,15}\b(allow\w*|permit\w*|provid\w+|cover\w*|forbid\w*|need\w*"
        r"|exist\w*|says|required?)\b",
        r"\b(there is|there's|we have|has|with) no (law|legal basis|statute)\b|\bwithout (a |any )?(law|legal basis)\b",
        r"\b(even if|although|though|whether or not) (it is |it's )?(unlawful|illegal|no law)\b",
    ),
    "that says itself that no law allows it: an order needs one. Say which.",
    unless=r"\b(less|milder|such|other means|against|would|cannot|could)\b",
    parts=CLAUSE,
)
SECRET = Point(
    "is secret, or final",
    (
        r"\bsecret (order|decision|ruling|measure|block)\b|\b(order|decision|ruling|block|it) (is|stays?|remains?"
        r"|must be"
        r"|shall be|is kept|is to be)( \w+)? (secret|confidential)\b|\b(kept|keep it) secret\b",
        r"\b(there is|there's|with|has|have) no (right (of|to) )?(appeal|remedy|complaint|(way|chance|means) (to"
        r"|of) (appeal|complain|object))\b"
        r"|\bno (appeal|remedy|complaint) (is|lies|exists|may)\b|\b(cannot|can't|may not) be (appealed|challenged"
        r"|contested)\b|\b(nobody|no one) (may|can) (appeal|complain|object)\b",
        r"\b(owner|seller|shop|merchant|he|she|it|they) (is|are|may|must|shall|will) (not|never) (be )?(told|informed"
        r"|notified)\b|\b(nobody|no one|neither) (\w+ ){0,4}(is|are|may|will|shall|must)( be)? (told|informed"
        r"|notified)\b",
    ),
    "that keeps the order secret, or lets nobody appeal: then no judge could ever undo it.",
    unless=r"\b(is not secret|not (be |stay |remain )?secret|never secret|\w+n't|until|before|beforehand|in advance"
    r"|first|yet"
    r"|no secret)\b",
    parts=SENTENCE,
)
SHRUG = Point(
    "shrugs",
    (
        r"\bbad (luck|company)\b|\bnot (our|my) (problem|business|concern)\b|\b(their|his|her) own (fault|problem)\b"
        r"|\bserves? (them|him|it) right\b|\bwho cares\b",
        r"\b(must|have to|has to) (bear|accept|put up|live with)\b",
        r"\b(mend|correct|fix|repair|unblock|restor|rectif|put right)\w*\b.{0,30}\bwhen(ever)? .{0,25}\b(time"
        r"|convenient"
        r"|suits?|likes?|mood)\b",
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
SPOILING = (ESSAY, QUESTIONS, RANGES, TOOLS, NO_END, NO_LAW, SECRET, SHRUG, *BARE)
