"""What spoils a drafted entry of a store's report: what its log says otherwise, a promise, no comment.

Like the rubric it looks for words: a false figure in words of its own is not found out.
"""

import re
from dataclasses import replace

from chokepoints.classroom.kinds import Asking, Copied, Point
from chokepoints.classroom.order_words import CLAUSE, NO_ORDER, SENTENCE
from chokepoints.store.report_rubric import LOG, REMOVED, WENT_ON

_GONE = r"(removed|delisted|deleted|taken (down|out|off|away)|withdrawn|gone|unavailable|blocked|pulled)"
_ALL = r"(all (of )?(the )?(three )?|every |each )"
_MAKER = r"(makers?|developers?|publishers?|authors?|owners?|people)"
_HELD = r"(held|kept back|withheld|stopped|paused|frozen|halted|delayed|suspended|blocked|waited|waiting|rested"
_HELD += r"|stood still|stand still|standing still|at a standstill)"
#: What stands between two words where nothing is said of apps that went.
_STILL = r"((?!remov|delist|delet|took|taken|withdr|gone|unavailable|offer|demand|asked|wanted|law|office).){0,40}"
#: The same for less strict eyes, and what may stand between it, the updates and a place in one part of a sentence.
_WAITED = (
    r"(held|hold|kept back|keep back|withheld|stopped|paus(e|ed)|frozen|froze|halted|delayed|suspended|blocked|wait(ed"
    r"|ing)?|rested|stuck|on hold|st(oo|an)d still|standing still|at a standstill|not (be )?(published|released"
    r"|delivered|available|offered)|did not (come|appear"
    r"|arrive|go))"
)
_NEAR = (
    r"((?!remov|delist|delet|took|taken|withdr|gone|unavailable|offer|demand|ask|wanted|law|office|order|examin"
    r"|ruling)[^,;]){0,60}"
)
_IN_NORLAND = (
    r"((for )?(users|customers|people|accounts) )?(in|for|within|inside) (the (storefront|store"
    r"|country) of )?(the )?norland('s)?( storefront| store)?(?! (had|has|asked))"
)
#: All storefronts, or some more than one.
_WIDE = (
    r"\b(every(where)?|world-?wide|globally|elsewhere|wherever|(all|every|each|any|in) (of )?(the |our |its |other "
    r"|\d+ ){0,3}(storefronts|countr(y|ies)|stores|shops|regions|customers|users|people|world)|other (storefronts?"
    r"|countr(y|ies))|not (only|just|merely|(held |kept )?(in|for) norland))\b"
)
#: What names other storefronts to leave them out.
_NOT_WIDE = (
    r"\b(not|no|nor|never|none|nowhere)( held| kept)?( in| for)?( any| the| all)* (elsewhere|other (storefronts?"
    r"|countr(y|ies)))\b"
)
_OBJECT = r"(object|appeal|complain|contest (it|this|them)|challenge (it|this)|protest|be heard)"

#: What stands between the head of a list, such as "Removed: 2 (Kite", and a name in it.
_IN_LIST = (
    r"( apps?| titles?)?( \(?(\d|two|three|one)\)?)?( apps?| titles?)? ?[:(-]((?!refus|reject|not |kept|keep|declin"
    r"|remov|delist|stay|still)[^.;)]){0,30}"
)
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
        r"|\bnothing was removed\b(?! (from|on) (them|the|phones))|\b(no|zero|0) removals?\b",
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
        rf"(?<!not )(?<!never )\b{_GONE}{_IN_LIST}\blamp\b",
        rf"(?<!not )(?<!never )\b(refused|rejected|declined|not removed|kept|still offered){_IN_LIST}\b(kite|drum)\b",
        r"\b(refused|rejected|declined|kept) (the )?(kite|drum)\b",
        r"\b(removed|deleted|delisted|took down) (four|five|six|seven|eight|nine|ten|[4-9]|\d\d+)\b"
        r"(?! (may|april|june|days?|weeks?|hours?|copies|percent))",
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
        rf"\b{REMOVED}\b.{{0,60}}\bnorland('s)?( storefronts?)?(,| and| or| plus|,? as well as)( also)?( in| from| of)?"
        r"( that of| those of)? (?!norland)(?-i:[A-Z][a-z]+(land|mark|ia|stan)\b)",
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
        rf"(?<!of )(?<!of the )\b(three|3) {_MAKER}\b.{{0,20}}\b(told|informed|notified|mailed|written to|got)\b",
        rf"\b{_MAKER}, lamp's,? (was|has been|were) (also )?(told|informed|notified|mailed|written to)\b",
        rf"\b(lamp's|the third|the other) {_MAKER}\b.{{0,20}}\b(was|has been|is|were|got|gets|received|has|had)\b"
        r".{0,20}\b(told|informed|notified|mailed|e-?mailed|written to|(our|a|the|same) (reasons?|mail|letter"
        r"|notice))\b",
        rf"\b(told|informed|notified|wrote to|mailed|e-?mailed) (also )?(the )?(lamp's {_MAKER}|{_MAKER} of lamp)\b",
    ),
    "that is not in the log: who was told, and who was not?",
    unless=r"\b(not|never|\w+n't|no|nobody|neither|nothing|nor|without|except|but|should|forgot\w*|later)\b",
    parts=SENTENCE,
)
REED = Point(
    "counts what a maker withdrew",
    (
        r"\breed\b.{0,60}\b(removed|deleted|taken down|delisted) (at|by|on|because|after|following|due|for|under|as)\b",
        r"\b(removed|deleted|delisted|took down)\b.{0,40}\breed\b|\b(four|4) (apps?|applications?) (were|are"
        r"|have been)? ?(removed|gone)\b",
        rf"(?<!not )(?<!never )\b{_GONE}{_IN_LIST}\breed\b",
        r"\b(counts?|figures?|numbers?|sums?|totals?|entry)\b.{0,20}\b(holds?|includes?|contains?|covers?|with) (also "
        r")?reed\b",
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
        WENT_ON,
        r"\bno updates? (was|were) (held|delayed|stopped|paused|affected|frozen)\b|\bupdates? (\w+ )?went on as (usual"
        r"|before)\b",
        r"\b(updates?|versions?)\b.{0,50}\b(came|come|coming|went|going|appeared|arrived|were|was|ran|continued|kept"
        r"|flowed|got)\b.{0,50}\b(as (usual|ever|always|normal|before|planned)|normally|without (any |a |an )?(delay"
        r"|break|pause|interruption))\b",
    ),
    "the log has updates held from 3 to 9 May, in every storefront: say so.",
    unless=rf"\b(since|after|from) (the )?(9|10|then)\b|\b(afterwards|again|now|today|except|would|should|no longer"
    rf"|until|till|before 3|\w+n't)\b|\bother apps\b|\bnot (come|go|appear|arrive|run|continue)\b"
    rf"|(?<!not )(?<!never )\b{_HELD}\b.{{0,80}}\bthen\b|\bnot {_HELD} (only in norland|in norland (only|alone))\b",
    parts=SENTENCE,
)
HELD_THERE = Point(
    "holds updates in one storefront only",
    (
        rf"\b((updates?|versions?)\b{_STILL}\b{_HELD}|{_HELD}\b{_STILL}\b(updates?|versions?))\b{_STILL}\b(in|for"
        r"|within) (the )?(norland|one|this|that)('s)?( storefront| country| store| shop)? (only|alone"
        r"|and (nowhere else|no other|not elsewhere))\b",
        rf"\b(updates?|versions?)\b{_STILL}\b{_HELD}\b{_STILL}\b(only|just|solely|nowhere but) (in|for|within) (the )?"
        r"(norland|one (storefront|country))\b",
        rf"\b(only|just|solely) (in|for|within) (the )?norland\b{_STILL}\b(updates?|versions?)\b{_STILL}\b{_HELD}\b",
    ),
    "the log has updates held in every storefront, though one had asked: read where it says that they wait.",
    unless=_WIDE,
    parts=SENTENCE,
)


class _Nowhere(Point):
    """Found where a sentence makes it and none says that updates waited elsewhere too."""

    def _part(self, text: str) -> str | None:
        parts = re.split(self.parts, re.sub(_NOT_WIDE, "", text, flags=re.IGNORECASE))
        wide = any(
            re.search(_WIDE, part, re.IGNORECASE) and re.search(rf"updat|version|{_WAITED}", part, re.IGNORECASE)
            for part in parts
        )
        return None if wide else super()._part(text)


#: The freeze has no border: who writes of one storefront alone leaves the others out.
HELD_HERE = _Nowhere(
    HELD_THERE.name,
    (
        rf"\b((updates?|versions?)\b{_NEAR}\b{_WAITED}|{_WAITED}\b{_NEAR}\b(updates?"
        rf"|versions?))\b{_NEAR}\b{_IN_NORLAND}",
        rf"\b(updates?|versions?) {_IN_NORLAND}{_NEAR}\b{_WAITED}\b",
        rf"\b{_WAITED}\b{_NEAR}\b(updates?|versions?) {_IN_NORLAND}|^ ?{_IN_NORLAND},?{_NEAR}\b(updates?"
        rf"|versions?)\b{_NEAR}\b{_WAITED}\b",
        rf"\bno (new )?(updates?|versions?)\b{_NEAR}\b{_IN_NORLAND}|^ ?{_IN_NORLAND},?{_NEAR}\b(no"
        rf"|without) (new )?(updates?"
        r"|versions?)\b",
        r"\b(norland's|norlandic) (users|customers|people|storefront|store)\b.{0,30}\b(updates|versions)\b|\b(users"
        r"|customers"
        rf"|people) {_IN_NORLAND}\b.{{0,20}}\b(no|without|not|\w+n't|{_WAITED})\b.{{0,20}}\b(updates?|versions?)\b",
    ),
    HELD_THERE.hint,
    unless=r"\b(not|\w+n't|never) (only|just|merely|held|kept)\b",
    parts=SENTENCE,
)
PHONES = Point(
    "takes copies off the phones",
    (
        r"\b(erased|deleted|wiped|removed|uninstalled|purged|taken|took|gone|vanished|disappeared)\b.{0,60}\b(from"
        r"|off) (all |every |the |each |their |any |people's |users' |customers' |norland's ){0,3}(phones?|devices?"
        r"|handsets?|iphones?)\b",
        r"(?<!new )\b(copies|installations)\b( \w+){0,3} (were|was|are|have been|got|had been) (\w+ )?(erased|deleted"
        r"|wiped|uninstalled|purged|removed)\b|\bphones?: .{0,30}\b(erased|deleted|wiped|removed|emptied)\b",
    ),
    "the log has it that phones keep what is installed: what went was the offer, in one storefront.",
    unless=r"\b(no|not|nor|never|\w+n't|neither|nothing|nobody|none|without|whether|if|how many|could|would|who"
    r"|(users?|people|owners?) (\w+ )?(delete|remove|erase|took|wipe)\w*)\b",
    parts=CLAUSE,
)
NO_OBJECTION = Point(
    "says that nobody could object",
    (
        r"\b(nobody|no one|no-one|none( of (them|the (two|three|makers|developers)))?|no (makers?|developers?"
        r"|publishers?)|neither( of them| maker| developer)?) (could|can|may|might|(is|was|were|are) (able|allowed"
        rf"|free|entitled) to|(has|had|have) (a|any|the) (right|way|chance) to) {_OBJECT}\b",
        rf"\b(makers?|developers?|publishers?|they) (could|can|may|might) (not|never) {_OBJECT}\b|\b(makers?"
        rf"|developers?|publishers?|they) (cannot|couldn't|can't) {_OBJECT}\b",
        r"\bno (right|way|chance|possibility) (to|of) (object|appeal|complain|complaint|objection|contest)\w*\b"
        r"|\bno (objections?|appeals?|complaints?) (is|was|are|were) (possible|allowed|open|admitted)\b|\b(objections?"
        r"|appeals?|complaints?) (is|was|are|were) (not possible|impossible|excluded|ruled out)\b",
        r"\b(nobody|no one|no-one|no (maker|developer)|neither( maker| developer| of them)?) (has |have )?(objected"
        r"|appealed|complained)\b|^ ?(but |and |so far )?(nobody|none|no one|neither)( of them| of the two)? (did"
        r"|has)( so)? ?$",
    ),
    "the log has it otherwise: where could the two makers turn, and what did Kite's do?",
    unless=r"\b(lamp('s)?|third|users?|customers?|else|but|except|besides|apart|until|before|yet|nobody said)\b",
    parts=SENTENCE,
)
ANSWERED = Point(
    "has an answer that the log has not",
    (
        r"\b(object\w*|appeal\w*|complain\w*|complaints?)\b.{0,80}\b(has|was|were|is|have|had)( been| since| already"
        r"| now)? (rejected|dismissed|upheld|turned down|accepted|granted|answered|refused|successful|declined"
        r"|decided)\b",
        r"\b(object\w*|appeal\w*|complain\w*|complaints?)\b.{0,60}\b(and|but|which|office) (it )?(rejected|dismissed"
        r"|upheld|accepted|granted|answered|declined) (it|this|him|them|that)\b",
        r"\b(rejected|dismissed|upheld|turned down|accepted|granted) (the|his|its|their|this|kite's) (\w+ )?(objection"
        r"|appeal|complaint)s?\b",
    ),
    "the log has no answer to the objection of Kite's maker yet: say that it is open.",
    unless=r"\b(no|not|never|\w+n't|nothing|nor|neither|un\w+|open|pending|outstanding|until|till|if|whether|unless|yet"
    r"|lamp|third|remov\w+|demand\w*|asked|one app)\b",
    parts=SENTENCE,
)
NO_COMMENT = Point(
    "refuses to tell",
    (
        r"\b(we|i) (do not|don't|will not|won't|cannot|can't|may not|are not allowed to|must not) (wish to "
        r"|want to )?(comment|say (more|anything|which|why)|tell (more|anything|you)|disclose|publish (it|this|more"
        r"|details)|discuss)\b",
        r"\b(entry|report|this) (is|must|shall|may|should) (not|never) (to )?(be )?(published|made public|shown)\b",
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
LOG_ITSELF = Copied(
    "is the log",
    (),
    "that is the log itself, word for word: an entry is written for readers who do not know it. Put it in your own "
    "words.",
    source=" ".join(LOG),
)
QUESTIONS = Asking("asks", (r"\?",), "that asks, and reports nothing: answer your questions from the log.")
SPOILING: tuple[Point, ...] = (LOG_ITSELF, ESSAY, QUESTIONS, COUNT, LAMP, PLACE, ALL_TOLD, REED, DENIED, HELD_THERE)
SPOILING += (HELD_HERE, PHONES, NO_OBJECTION, ANSWERED, NO_COMMENT)
