"""What spoils a drafted order to block, whatever else it says: ranges and clouds, no end, an essay about orders."""

from dataclasses import replace

from chokepoints.classroom.kinds import Point
from chokepoints.classroom.order_words import ENDLESS, NO_ORDER, SENTENCE

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
    r"\bblock\w* .{0,15}\b(all|every|any) (web ?)?(sites?|pages?|names?|domains?) (with|that|which|selling|like|of)\b",
    r"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} ?/ ?(?!32\b)\d{1,2}\b",
    r"\b(all|every|each|any) (\w+ )?(vpns?|prox(y|ies)|relays?|tor|bridges?)\b",
    r"\b(whatever|everything|anything) (else )?(that )?(is |lies |stands |runs )?(on|at|in|from|hosted|near|behind)\b",
    r"\bwherever (it|the \w+) (moves|goes|appears|turns up)\b",
)
#: Words that turn a wide demand into its denial, in the same sentence.
DENIED = (
    r"\b(no|not(?! only| just| merely)|\w+n't|nor|never|neither|nothing|none|nobody|rather than|instead of|exclud\w+"
    r"|forbidden|prohibited|banned|would|could|untouched|unblocked|spar(e|es|ed|ing)|without|(stays?|remains?|leav(e"
    r"|es)|left|keeps?)( \w+)? (open|free|reachable|available|accessible|alone|as|online|unblocked)|only (the court"
    r"|a court|a judge|by the court|after the court)|court (adds|has added|names|must add))\b"
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
        r"\b(this|the|our) (lesson|essay|seminar)\b|\bi (have )?learn(ed|t)\b",
    ),
)
NO_END = replace(
    ENDLESS,
    patterns=(
        *ENDLESS.patterns,
        r"\b(for ever|forever|(?<!no )permanent(ly)?|for good(?! \w)|for all time|(no|without( a| any)?) time limit)\b",
    ),
    parts=SENTENCE,
)
