"""Further words by which the rubric of network-11 finds its points, and what spoils an order; the page's own words.

Patterns for `Point`: capitals do not matter, and every repeat has an end. Those of the rubric are wide, since a fair
draft should pass.
"""

from chokepoints.classroom.kinds import Copied, Point
from chokepoints.classroom.order_words import SENTENCE, SPAN

#: Behind a mark: some words, so that the mark alone makes no point.
_WORDS = r"( \S{1,40}){4}"
#: How soon something is mended.
_SOON = (
    r"(within (at most )?([\w-]+ ){1,3}(hours?|days?|minutes?)|within the (hour|day)|(in|after) (a few|[\w-]+) ?(h"
    r"|hours?|minutes?|days?)\b|(before|by|until|till) (the )?(same |next |following )?(evening|night\w*|morning|noon"
    r"|midday|lunch|sun\w+|tomorrow|dusk|end of the day)|overnight|(the )?(same|next|following) (working )?(day"
    r"|morning|hour|evening)|at once|immediately|straight away|right away|without delay|promptly|on the spot|\d+ ?(h"
    r"|hrs?|min|minutes|hours)\b|ere the day|day and night|before (the )?day is)"
)
_WRONG = (
    r"(errors?|erroneous(ly)?|mistake\w*|wrong\w*|accident\w*|impair\w*|overshoot\w*|over-?block\w*|misfire\w*|slips?"
    r"|faults?|unreachable|breaks?|broken?|disappears?|vanish\w*|without (cause|reason|guilt)|no reason|innocent\w*"
    r"|collateral|too (much|many|far)|by chance|unintend\w*|unjust\w*|false (hits?|positives?|alarms?)|misjudg\w*"
    r"|incorrect\w*|not meant|(another|other|different|neighbouring|good|lawful|honest) (\w+ ){1,2}(is|are|goes|go"
    r"|gets?|be|was|were) (\w+ )?(closed|lost|hit|cut|dark|down|blocked|affected|touched|struck))"
)
_MENDED = (
    r"(reinstat\w+|rectif\w+|righted|(put|set|made|make|making) (\w+ )?(right|good)|reconnect\w*|roll(s|ed"
    r"|ing)?[ -]?back|rollback|(put|puts|give|given|gives|bring|brings|brought|comes?|is|are|be) (it |them "
    r"|access )?back|(reachable|there|open|online|works?|working|accessible|available|visible|free) again|opens? (it"
    r"|them)|cured?|mend\w*|repair\w*|fix\w*|correct\w*|undo\w*|undone|unblock\w*|restor\w+|lift\w*|releas\w+|freed?"
    r"|clear(s|ed)|revers\w+|cancel\w*|remov\w+|withdraw\w*|resolved)"
)
#: What is left of the sharers of an address.
_UNHURT = (
    r"(spar(e|es|ed|ing)|suffer (nothing|no)|no (harm|difference|damage|loss|effect)|nothing (may|must|shall|will"
    r"|is to) (happen|change)|left (in peace|alone|open)|leave (\w+ )?(alone|in peace)|keep(s)? (working|running|open"
    r"|trading|going)|remain\w*|stays?|zero|not (\w+ )?(notice|hit|affected|touched|involved|concerned|meant|harmed)"
    r"|none of (them|whom)|unaffected|untouched|unharmed|unhindered|go(es)? on|continue\w*|safe|protect\w*|interests?"
    r"|silenced|rejected)"
)
_SHARERS = (
    r"(neighbou?r\w*|co-?(located|hosted|tenants?)|merchants?|traders?|tradesmen|undertakings?|tenants?|shops?"
    r"|sellers?|stores?|customers of|businesses|firms?|names? of their own|others?|bakery|people next door|unrelated)"
)

LAW = (r"\bs\.? ?\d+\b", r"(?-i:\b[A-Z]\w+ (Act|Code|Statute|Law|Ordinance)\b)", r"\b(law|act|statute|code) on \w+")
WHY = (
    r"\b(unheeded|unsuccessful(ly)?|(to|of|with) no (avail|effect|result|success|use)|inactive|fruitless|unanswered"
    r"|ignored|without (a |any )?(reaction|response|result|success|effect|reply|answer)|slept|stirred not|idle"
    r"|not honoured|chose (silence|to)|(kept|stayed|remained|was|is|were) silent|(no|not|never"
    r"|\w+n't) (\w+ )?(react\w*|respon\w+|moved?|stir\w*|pick\w* up|help\w*|repl\w+)|let (\w+ )?(them|it|that"
    r"|the deadline|the time) pass|looked away|denied)\b",
    r"\b(disproportionate|subsidiarity|heavier means|smallest (handle|means)|less (would|could|will|can|does|is)"
    r"|milder|lesser|gentler|softer)\b",
    r"\balternatives?( \w+)?:",
    r"\b(cannot|can't|could not|couldn't|won't|will not) be (done|had|reached|achieved|got) (with|by) (anything |any )?"
    r"(less|milder)\b|\b(hosts?|owners?|sellers?|operators?|they|he|she) (won't|will not) (answer|react|reply|act"
    r"|help)\b",
)
WHO_ELSE = (
    rf"\bwho else:{_WORDS}",
    rf"\b{_SHARERS}\b.{{0,80}}\b{_UNHURT}\b",
    rf"\b{_UNHURT}\b.{{0,80}}\b{_SHARERS}\b",
)
HOW_LONG = (
    rf"\bhow long:(?!.{{0,160}}\b(end of (days|time)|seem|perhaps|maybe)).{{0,160}}\b({SPAN[1:-1]}|20\d\d)\b",
    rf"^ ?(for |about |at most |only |just )?([a-z]+-)?[a-z\d]+ {SPAN}( at most| only| long)? ?$",
    rf"\b(after|once|when|as soon as|in)\b.{{0,25}}\b{SPAN}\b.{{0,12}}\b(gone|passed|over|elapsed|up|past|open"
    r"|restored|lifted|back|free|behind|by)\b",
    rf"\b(restored?|open(s|ed)?|lifted|back|free|falls? away|off|ceases?|dies|over|gone|void"
    rf"|lapses?)\b.{{0,30}}\b(when|after|once|on|in|at)\b.{{0,25}}\b{SPAN}\b",
    rf"\bafter (about |at most )?([\w-]+ ){{1,2}}{SPAN}\b.{{0,50}}\b(no (more )?(force|effect)|void|ends?|again"
    rf"|restored)\b",
    r"\b(how long:|during|until|till|for|over)( \w+){0,4} (summer|winter|spring|autumn|easter|christmas|holidays?"
    r"|season|term|semester|trial|hearing|judgment|verdict)\b",
    rf"\b(interim|provisional|temporary|life|term|lifetime|ttl|runs?|holds?|lasts?|expiry)\b.{{0,40}}\b{SPAN}\b",
)
TOLD = (
    r"\b(transparen\w+|in the (gazette|register|press|newspaper)|cried (out )?publicly|open to (everybody|everyone|all"
    r"|anyone)|accessible to (all|everybody|everyone)|everyone may (read|see|know)|(gets?|get|is handed|are handed"
    r"|handed|receives?|given) (to )?(\w+ ){1,4}(text|copy|reasons|order|order itself|letter|notice)|will appear"
    r"|is printed|printed in)\b",
    r"\b(tell|tells|explain\w*|inform\w*)\b.{0,40}\b(why|customers|callers|truth|visitors|owner|seller|public)\b",
)
COMPLAINT = (
    r"\b(may|can|could|might|free to|entitled to|right to|standing to|open to)\b.{0,70}\b(turn to|turn|apply|applies"
    r"|carry it|take (it|this|the matter) (higher|further|up|to)|go higher|intervene|oppose|resist|discharge"
    r"|set (it )?aside|vary|repeal|revo\w+|annul\w*|rehearing|hearing|heard|say no|protest|dispute|fight|ask (for|the"
    r"|a|this|that|to)|try)\b",
    r"\b(grievances?|protests?|disputes?|recourse|remed(y|ies)|judicial review|objections?|liberty to (apply|seek)"
    r"|appeals?)\b.{0,60}\b(to|before|at|in|with|go|goes|is|are|lies?|possible|open|admissible|of|by)\b",
    r"\b(higher|next|upper|superior|second) (court|judge|instance)( up)?\b|\bfull bench\b|\bcourt of appeal\b",
    r"\bto (which|whom)\b.{0,40}\b(may|can) (turn|apply|appeal|complain|go)\b|\b(finds|find) me in\b",
)
ERRORS = (
    rf"^(?=.{{0,500}}\b{_WRONG}\b)(?=.{{0,500}}\b{_MENDED}\b).{{0,500}}\b{_SOON}",
    rf"^(?=.{{0,300}}\b(if|should|where|when|whoever|anyone|any)\b)(?=.{{0,500}}\b(cut off|lost|hit|closed|affected"
    rf"|blocked|harmed|impaired|unreachable|disappears?)\b)(?=.{{0,500}}\b{_MENDED}\b).{{0,500}}\b{_SOON}",
    rf"\b(errors?|mistakes?|rectification|correction|misfires?|wrong (hits|entries)|false (hits|positives)|slips"
    rf"|faults)\b ?:.{{0,80}}\b{_SOON}",
)
#: Nobody else is hit, it says, and no word of the eleven: the case has it otherwise.
NOBODY_ELSE = (
    r"\bwho else( is hit)?:? ?(nobody|no ?one|no-one)\b(?!.{0,200}\b(eleven|11|because|if|since|by (name|page|url)"
    r"|by the|spare[sd]?|harm\w*|untouched|only the page)\b)"
)
_BLOCK = r"(block\w*|clos(e|es|ed|ing)|refus\w+|shut\w*|filter\w*|bar(s|red)?|cut(s|ting)?|stop\w*|access to|resolv\w+)"
#: The shared address, all of the site, the eleven shops: for a page that is too wide.
WHOLE = (
    r"\b(whole|entire|complete) (ip|shared|common|network|numeric) (address|number)\b|\b(whole|entire) address (behind"
    r"|of|on)\b",
    rf"\b{_BLOCK}\b.{{0,60}}\b(all|the whole|everything) (of|on|at|under) market\.example\b(?!/)",
    r"\b(whole|entire|complete) (web ?)?site\b.{0,30}\b(with all|too|also|as well)\b|\bwith all (of )?(its|the) (other "
    r")?(pages|names|sub-?domains)\b",
    r"(\b(and|with|plus|also|likewise)|,) (also )?(the |all )?(the )?(rest|remainder|other pages"
    r"|remaining pages) of (the|its|this|that) (site|shop|domain|web ?site|page)( \w+)?,? (too|also|as well"
    r"|likewise)\b",
    rf"\b{_BLOCK}\b.{{0,60}}\bmarket\.example\S{{0,12}},? (and|plus|with|together with|along with|as well as) (also )?"
    r"(the |its |all )?(other )?(eleven|11)\b(?!( \w+){0,3} (shar|is|are|stay|remain|have|get|which|that|who|keep|may"
    r"|must|will|can|on|hear|learn)\w*)",
)
#: The others fall with it.
HIT_WITH = (
    r"^ ?(sadly |regrettably |unfortunately |and )?(they|all of them|all eleven)( \w+)? (are|get|will be"
    r"|are to be|have to be|must be) (\w+ )?(blocked|closed|cut off|hit|struck|lost|dark|down"
    r"|refused)( \w+)? ?(as well|too|also|with it)\b",
    r"\b(they|shops?|sellers?|sites?|traders?|merchants?|neighbou?rs|eleven|others)( \w+)? (falls?|dies?|sinks?|closes?"
    r"|vanish(es)?|disappears?|suffers?|go(es)? (down|dark|off|offline)) (with (it|the page)|too|as well|also)\b",
)
#: What takes that back: a reason, a weighing, a wish that it be not so.
NOT_HIT = (
    r"\b(would|could|might|if|should|where|when|not|no|\w+n't|nor|nobody|never|none|weigh\w*|because|since|unless|until"
    r"|outweigh\w*|compensat\w+|copies|mirrors?|by (mistake|chance|accident)|to avoid|therefore)\b"
)
UNTRIED = Point(
    "tried nothing milder",
    (
        r"\b(milder|less|lesser|softer|gentler|other|narrower) (\w+ )?(means|measures?|steps?|ways?|things?|remed(y"
        r"|ies)) (were|was|have been|has been|are|is) (not|never) (been )?(tried|looked (for|at)|sought|considered"
        r"|asked for|examined|weighed)\b",
        r"\b(did|have|has|had|do) (not|never) (look|looked|search|searched|ask|asked|try|tried|consider|considered"
        r"|think|thought) (for|of|about)? ?(anything|something|a|any) (milder|less|softer|gentler|other)\b",
        r"\b(hosts?|owners?|sellers?|operators?|they|he|she)( of \S{1,30})? (was|were|has been|have been) (not|never) "
        r"(been )?(asked|warned|written to|contacted)( \w+)?\b|\b(nobody|no ?one) (was|has been) (asked|warned)"
        r"( (first|before))?\b",
    ),
    "that says that nothing milder was tried: say what was, or why there is nothing milder to try.",
    unless=r"\b(would|could|cannot|can't|no time|unknown|unreachable|abroad|never answers?|hidden|would have|needed"
    r"|need not|in vain|since|because|as (he|she|it|they|the|no|his|her|its|their|nobody))\b(?!.{0,40}\b(quicker"
    r"|faster|easier|simpler|cheaper|convenient|less work)\b)",
    parts=SENTENCE,
)
#: So "Who else: nobody" is no answer to the case, unless some words behind it say how the eleven are spared.
NO_SHARERS = Point(
    "says that nobody else is hit",
    (
        r"\bwho else( is hit)?:? ?(nobody|no ?one|no-one)\b(?!((?!how long).){0,250}\b(eleven|11|if|because|since"
        r"|spare[sd]?|delet\w+|host (itself|alone|removes|takes)|at (its|the) host|urls?|path|names?|page|platform"
        r"|itself|untouched|reachable|stays?|remains?)\b)",
    ),
    "that says that nobody else is hit: by the case eleven shops share the address. Say how they are spared.",
    unless=r"\bwho else: nobody knows\b",
    parts=r"\bhow long:",
)
#: What is asked of a learner, as the exercise has it.
TASK = (
    "The page market.example/cards sells stolen card numbers; eleven other shops share its address. Draft an order to "
    "block, in 50 to 200 words, that a court could defend: what exactly, on which law, why no less, who else is hit, "
    "for how long, who decides, who is told, where one can complain, and how soon errors are mended. Other means than "
    "a block by providers are allowed. Of law, decider and complaint at least two must be there. Begin two parts with "
    "Who else: and How long:."
)
TASK_ITSELF = Copied(
    "is the task", (), "that is the task itself, word for word: write who orders whom to do what.", source=TASK
)
