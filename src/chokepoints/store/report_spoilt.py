"""What spoils a drafted entry of a store's report: what its log says otherwise, a promise, no comment.

Like the rubric it looks for words: a false figure in words of its own is not found out.
"""

from dataclasses import replace

from chokepoints.classroom.kinds import Asking, Point
from chokepoints.classroom.order_words import CLAUSE, NO_ORDER, SENTENCE
from chokepoints.store.report_rubric import REMOVED

_GONE = r"(removed|delisted|deleted|taken (down|out|off|away)|withdrawn|gone|unavailable|blocked|pulled)"
_ALL = r"(all (of )?(the )?(three )?|every |each )"

COUNT = Point(
    "has another number of removals than the log",
    (
        rf"\b(three|3|all three|all the) (of them )?(apps?|applications?|titles?|items?)? ?(were|have been|are|was"
        rf"|got) (\w+ )?{_GONE}\b",
        r"\b(removed|deleted|delisted|took down|withdrew) (all )?(three|3|all)( of them| apps?| titles?"
        r"| applications?)?\b(?! apps? named)",
        r"\bapps? removed: ?(3|three|0|none|zero|no)\b|\bremov\w+: ?(3|three|0|none)\b",
        rf"\blamp( (was|is|has been|were)|,? (and )?(kite|drum).{{0,20}} (were|are|have been)) (\w+ )?{_GONE}\b",
        r"\b(no|zero|0) (apps?|applications?) (was|were|has been|have been) (removed|taken|deleted)\b"
        r"|\bnothing was removed\b|\b(no|zero|0) removals?\b",
    ),
    "that is not what the log says: how many of the three were removed, and which was refused?",
    unless=r"\b(not|never|\w+n't|wanted|asked|demanded|to be|should|refused|request(ed)?|updates?|versions?|queue"
    r"|lamp (was|is) (not|refused))\b",
    parts=CLAUSE,
)
LAMP = Point(
    "says that Lamp was removed",
    (
        r"\b(removed|deleted|delisted|took down|took) (the )?(lamp|(kite|drum)(,| and) lamp|(kite|drum), (kite"
        r"|drum),? and lamp|lamp, kite,? and drum)\b",
        r"\b(lamp, (kite|drum),? and (kite|drum)|(kite|drum), (kite|drum|lamp),? and lamp|all three) (were|have been"
        r"|are) (\w+ )?"
        rf"{_GONE}\b",
    ),
    COUNT.hint,
    unless=r"\b(updates?|versions?|wanted|asked|demanded|to be|should|requested|would)\b",
    parts=SENTENCE,
)
PLACE = Point(
    "removes them in more than one storefront",
    (
        rf"\b{REMOVED}\b.{{0,60}}\b(worldwide|world-wide|globally|everywhere|in (all|every) (other )?(storefronts?"
        rf"|countr(y|ies)|stores?"
        r"|regions?)|from (all|every) (storefronts?|countr(y|ies)|stores?))\b",
        r"\b(withdrawn|removed|taken).{0,20}\b(from sale )?in (every|all) (countr(y|ies)|storefronts?)\b",
    ),
    "the log has them removed in one storefront only; it was the updates that waited everywhere.",
    unless=r"\b(updates?|versions?|delivery|asked|wanted|demanded|not|never|\w+n't|review|queue|held|paus\w+|side)\b",
    parts=SENTENCE,
)
ALL_TOLD = Point(
    "says that more makers were told than the log",
    (
        rf"\b{_ALL}(three )?(makers?|developers?|publishers?|concerned)\b.{{0,40}}\b(told|informed|notified|written"
        rf"|got|received|know|heard)\b",
        r"\b(told|informed|notified|wrote to|mailed) (all|every|each)( of)?( the)?( three)? (makers?|developers?"
        r"|publishers?)\b",
        r"\b(maker|developer) of lamp\b.{0,20}\b(was|has been|is) (also )?(told|informed|notified)\b"
        r"|\bmakers? of all\b.{0,30}\b(told|informed)\b|\b(makers|developers)( \w+)?: (3|three|all)\b",
        r"\b(users|customers)\b.{0,10}\b(were|have been) (told|informed|notified)\b",
    ),
    "that is not in the log: who was told, and who was not?",
    unless=r"\b(not|never|\w+n't|no|nobody|neither|except|but)\b",
    parts=SENTENCE,
)
REED = Point(
    "counts what a maker withdrew",
    (
        r"\breed\b.{0,60}\b(removed|deleted|taken down|delisted) (at|by|on|because|after|following|due|for|under|as)\b",
        r"\b(removed|deleted|delisted|took down)\b.{0,40}\breed\b|\b(four|4) (apps?|applications?) (were|are"
        r"|have been)? ?(removed|gone)\b",
        r"\breed\b.{0,30}\b(because of|at|due to|on account of) the (demand|office|request|letter)\b",
    ),
    "by the log its maker withdrew Reed: that is no removal at a demand, whatever made him do it.",
    unless=r"\b(not|never|\w+n't|no|nor|whether|if)\b",
    parts=SENTENCE,
)
DENIED = Point(
    "denies that updates were held",
    (
        r"\b(updates?|versions?)\b.{0,40}\b(were|was|are) (not|never) (held|delayed|stopped|paused|affected|frozen"
        r"|kept back|touched|suspended)\b",
        r"\bno updates? (was|were) (held|delayed|stopped|paused|affected|frozen)\b"
        r"|\bupdates? (\w+ )?went on as (usual|before)\b",
    ),
    "the log has updates held from 3 to 9 May, in every storefront: say so.",
    unless=r"\b(since|after|from) (the )?(9|10|then)\b|\bafterwards\b|\bother apps\b",
    parts=SENTENCE,
)
NO_COMMENT = Point(
    "refuses to tell",
    (
        r"\b(we|i) (do not|don't|will not|won't|cannot|can't|may not|are not allowed to|must not) (wish to "
        r"|want to )?(comment|say (more|anything|which|why)|tell (more|anything|you)|disclose|publish (it|this|more"
        r"|details)|discuss)\b",
        r"\bno comment\b|\b(is|are|remains?|stays?) (strictly )?(confidential|secret)\b",
    ),
    "that refuses to tell: the entry is for readers who cannot see your log.",
    unless=r"\b(name of|names? no|officials?|users?|personal|private|not confidential|not secret)\b",
    parts=SENTENCE,
)
ESSAY = replace(
    NO_ORDER,
    name="argues about reports",
    patterns=(
        *NO_ORDER.patterns,
        r"\b(a|the|every|any|each) (good |proper |honest |useful )?(store|report|entry|company|platform) (should|must"
        r"|ought to|has to|needs to|would have to) (\w+ )?(name|say|state|tell|publish|count|list|report|give|contain"
        r"|disclose|be)\b(?! known)",
        r"\bstores (should|must|ought to|have to|say too) |\bwe (will|shall) (publish|report|tell|write) (this|it"
        r"|more)? ?(later|soon|next)\b",
        r"\b(this|the|our) (lesson|essay|seminar)\b|\bi (have )?learn(ed|t)\b",
    ),
    hint="that argues about reports, and is none: write the store's entry, what was asked and what it did.",
)
QUESTIONS = Asking("asks", (r"\?",), "that asks, and reports nothing: answer your questions from the log.")
SPOILING = (ESSAY, QUESTIONS, COUNT, LAMP, PLACE, ALL_TOLD, REED, DENIED, NO_COMMENT)
