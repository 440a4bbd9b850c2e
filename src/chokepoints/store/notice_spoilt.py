"""What spoils a drafted notice to a store, whatever else it says: the world, other apps, the users, secrecy, no end.

Like the rubric it looks for words: who demands too much in words of their own is not found out.
"""

import re
from dataclasses import replace

from chokepoints.classroom.kinds import Asking, Copied, Point
from chokepoints.classroom.order_words import (
    CLAUSE,
    ENDLESS,
    HEARD,
    LONG_SPANS,
    NO_ORDER,
    SENTENCE,
    SPENT,
    UNHEARD,
    UNTOLD,
)
from chokepoints.store.notice_rubric import ASKED, DO, NO_DEMAND

#: Words that turn a wide demand into its denial, in the same sentence.
DENIED = (
    r"(no(?! later| doubt)|not(?! (only|just|merely))|nor|never|neither|\w+n't|nothing|none|nobody|without|rather than"
    r"|instead of|too far|would|could|exclud\w+|unaffected|untouched|spar(e|es|ed)|outside|(stays?|remains?|leav(e|es)"
    r"|left|keeps?|may)( \w+){0,2} (available|as|alone|open|online|there|in|on)|only (in|for|the|norland))"
)
_WORLD = (
    r"(world-?wide|globally|everywhere|(in|from|of) (all|every|each) (of )?(your |the |its |other |40 "
    r"|forty ){0,3}(storefronts?|countr(y|ies)|stores?|shops?|territor(y|ies)|markets?)|all (over|round|around"
    r"|of) the world|(in|for|across) the (whole|entire) world|in every (country|language)|all storefronts)"
)

#: What a wide demand is for, and no denial of it: "in all storefronts, so that nobody gets it".
_PURPOSE = r"(,| and)? ?\b(so( that)?|because|since|as|for) (nobody|no ?one|no-one|none|nowhere)\b[^,;.:]{0,80}"
#: Another country than the one that writes, and where a storefront's is not the only one.
_FOREIGN = r"(?!(norland|the|your|our|this|that|its|one|card)\b)(?-i:[A-Z][a-z]+(land|mark|ia|stan|ania|burg)\b)"


class _Demand(Point):
    """Found in a text without what its demands are for: there "nobody" denies nothing."""

    def _part(self, text: str) -> str | None:
        return super()._part(re.sub(_PURPOSE, "", text, flags=re.IGNORECASE))


EVERYWHERE = _Demand(
    "reaches beyond one country",
    (
        rf"\b{DO}\b.{{0,110}}\b{_WORLD}\b",
        rf"\b{_WORLD}\b.{{0,80}}\b{DO}\b",
        rf"\b(hold|holds|held|freez\w+|frozen|refus\w+|reject\w*)\b.{{0,60}}\b(updates?"
        rf"|versions?)\b.{{0,60}}\b{_WORLD}\b",
        rf"\b{DO}\b.{{0,110}}(\b(and|plus|also|too|well as)|,) (also |equally |likewise )?(from|in|of|for|within) (all"
        r" |every |each |any |one of ){0,2}(of )?(the |your |its )?(other|remaining) ((39|thirty-nine)\b|((39"
        r"|thirty-nine|\w+) )?(storefronts?|countr(y|ies)|stores?|shops?|territor(y|ies)|markets?)\b)",
        rf"\b{DO}\b.{{0,110}}\b(and|plus|also|too|well as|besides)\b.{{0,40}}\b(all|every|each)( of)?( the| your| its)?"
        r" ((39|thirty-nine) )?(other|remaining) ((39|thirty-nine) )?(storefronts?|countr(y|ies)|stores?|shops?"
        r"|markets?)\b",
        rf"\b{DO}\b.{{0,110}}\b(in|from|of) all (of )?(your |the |its )?(40|forty)\b",
        rf"\b{DO}\b.{{0,140}}\b(wherever|anywhere) (else )?(it|the app|you|they|people)\b(?!.{{0,40}}\bnorland\b)"
        rf"|\b{DO}\b.{{0,140}}\b(anywhere else|(in|for) the (rest|remainder) of the world|(and|also|too|even|likewise"
        r"|possible|well as|plus)( also)?( in| from)? abroad|abroad (too|also|as well))\b",
        rf"\b{DO}\b.{{0,110}}(\b(and|plus|also|well as)|,) (also )?(from|in|of|for) (all|each|every) (of )?(the |its "
        r"|your )?(others\b|other ones?\b|rest\b)",
        rf"\b{DO}\b.{{0,110}}(\b(and|plus|also|well as)|,) (also )?((from|in|of|for) )?((those|that|the storefronts?"
        r"|stores?) (of|in) )?(all )?(of )?(its|our|the|all|norland's)( \w+)? (neighbou?rs|neighbou?ring (\w+ )?(countr"
        r"|storefront|state|market)\w*)\b",
        rf"\b{DO}\b.{{0,110}}\bnorland('s)?( storefronts?)?(,| and| or| plus|,? as well as|,? also)( and)?( also)?"
        rf"( in| from| of| for)?( that of| those of)? {_FOREIGN}",
        rf"\b{DO}\b.{{0,110}}\b(storefront|store|shop|shelf|shelves)s? (of|in|for) {_FOREIGN}",
        rf"\b{DO}\b.{{0,110}}\b(from|in|(?<!one )of) (all )?(the|your|its) (?!norland|other|remaining)(\w+ )?"
        r"storefronts\b(?! (of|in|for) norland)",
        rf"\b(order|notice|measure|removal|ban|this) (applies|holds|counts|extends|is valid)\b.{{0,30}}\b{_WORLD}\b",
    ),
    "that reaches beyond one country: whose law forbids the app in the others? Name the storefront, and no other.",
    unless=rf"\b{DENIED}\b",
    parts=SENTENCE,
)
OTHER_APPS = Point(
    "takes other apps along",
    (
        r"\b(all|any|every|each|also|other|further|similar)( of)?( the| other| further| such| similar| these| their"
        r"| its| your){0,3} (apps?|applications?|programs?)( (of|by|from|with|like|that|which|in)\b|.{0,40}\b(too"
        r"|as well|also|be removed|are to|shall|must|likewise)\b)",
        r"\b(whatever|any|every|all) (app|apps)\b.{0,50}\b(we|the office|the agency|later|think|like|may name)\b",
        r"\b(vpns?|messengers?|newspapers?|news apps?|browsers?)\b.{0,50}\b(too|also|as well|remov\w+|delist\w*"
        r"|banned)\b",
        r"\b(all|every|any|each) (other )?(vpns?|messengers?|wallets?|browsers?|markets?)\b|\bthe same (holds|goes"
        r"|applies|counts) (\w+ )?for (?!you|the (maker|store)|him|both)",
    ),
    "that takes other apps along, of which no court has found anything: name the one that is meant.",
    unless=rf"\b{DENIED}\b",
    parts=SENTENCE,
)
#: A name in capitals that is not the app of the case, nor another word of it that stands behind a verb or "app".
_NAME = (
    r"['\"]?(?!(card\w*|market|store\w*|norland\w*|names?|id|ids|bundle|under|in|for|from|sections?|on|no|is|are|and"
    r"|the|its?|this|that|these|those|such|you|your|our|all|any|every|new|with|we|by|of|to|as|at|see|developers?"
    r"|makers?|law|legal|what|where|who|why|when|how|versions?|shop|page|remov\w+|withdraw\w*|finding|found|payments"
    r"|consumer|regional|courts?|office|acts?|administrative|apple|google|app|apps|applications?|programs?|tabs?"
    r"|listings?|access|downloads?|installs?|offers?|updates?|users?|customers?|copies|measures?|reasons?|grounds?"
    r"|territor\w+|until|concerned|identif\w+|subject|item|title|reference)\b)(?-i:[A-Z])[\w']+"
)
_KIND = r"(app|application|program|programme|game|tool|software)"
#: What stands before a second name: "and", "together with its sister app".
_AND = r"(and|plus|as well as|together with|along with) (also )?(its |the |their |his )?(sister |other |twin |rival )?"
OTHER_APP = Point(
    "acts on another app",
    (
        rf"\b{DO}\b.{{0,40}}\bcard ?desk,?( \(?example\.\w+\)?,?)? {_AND}({_KIND} )?(called |named )?{_NAME}",
        rf"\b{DO} (both )?(the )?(?!card){_NAME}( {_NAME})? and (also )?card ?desk\b",
        r"(?<![\w@/.-])(example\.(?!card[-_.]?desk)[a-z]\w+|com\.(?!(\w{1,40}\.){0,3}card)\w+\.\w+)",
        rf"\b{_KIND}( (called|named|concerned|is|name))?:? {_NAME}",
        r"\b(remov(e|es|ed|ing|al of)|(de|un)list(s|ed|ing|ing of)?|delet(e|es|ed|ing)|withdraw(s|ing|al of)?|hid(e|es"
        r"|ing)|suspen(d|ds|ding|sion of)|disabl(e|es|ing)|pull(s|ed|ing)?|block(s|ed|ing)?|tak(e|es|ing)|make"
        r"|downloads of|(stop|stops|ceases?|no longer|not|discontinues?) (to )?(offer|sell|show|list|distribut"
        r"|suppl)\w*)"
        rf" (the )?({_KIND} )?(called |named )?{_NAME}",
        rf"{_NAME} (?!desk){_NAME} (is|are|must|shall|has|have|should|will) (to )?(be )?({DO[1:-1]})\b",
    ),
    "that acts on another app than the one of the finding: what is asked must be about Card Desk (example.carddesk).",
    unless=r"\b(not|nor|never|neither|\w+n't|rather than|instead of|unlike|such as)\b(?! (card|other|elsewhere|anywhere"
    r"|in|from|for|just|only|offer|sell|show|list|distribut))",
    parts=SENTENCE,
)
PEOPLE = Point(
    "asks who the users are",
    (
        r"\b(names?|address(es)?|e-?mails?|identit(y|ies)|lists?|data|accounts?|numbers?|who)\b.{0,40}\b(of|from|about"
        r"|has|have) (all |every |the |each |its |their |any ){0,2}(users?|customers?|people|persons?|buyers?"
        r"|downloaded|those who|everyone|everybody|whoever|installed|bought)\b(?!.{0,20}\b(may|can|know)\b)",
        r"\b(know|learn|find out|tell us|told) (which|who|how many) .{0,50}\b(downloaded|installed|uses?|used|has|have"
        r"|had|bought|it)\b",
        r"\b(hand over|send|give|tell|report|disclose|transmit)\b.{0,40}\b(users?|customers?|buyers?|who (has|have"
        r"|uses|bought|downloaded)|everyone who|everybody who)\b.{0,30}\b(names?|address(es)?|data|list|accounts?|it"
        r"|the app)\b",
    ),
    "that asks who the users are: a notice about an app is no order for records. Leave it out.",
    unless=rf"\b{DENIED}\b|\b(inform|told|notif\w+|may read|page|cards?|card numbers)\b",
    parts=SENTENCE,
)
PHONES = Point(
    "reaches into the phones",
    (
        r"\b(delet|wip|eras|remov|uninstall|purg|kill|switch\w* off|disabl|revok)\w*\b.{0,60}\b(from|on|off) (all "
        r"|every |the |each |their |any |people's |users' |customers' ){1,3}(phones?|devices?|handsets?|iphones?"
        r"|tablets?)\b",
        r"\b(kill switch|remote(ly)? (delet|wip|eras|remov|uninstall|disabl)\w*|revoke (the|its) (certificate"
        r"|signature))\b",
        r"\b(delet|wip|eras|uninstall|disabl|remov)\w*\b.{0,30}\b(installed|existing) (copies|copy|apps?"
        r"|installations?)\b",
    ),
    "that reaches into the phones of people who have the app: what they have, with their receipts, is not the shelf.",
    unless=rf"\b{DENIED}\b",
    parts=SENTENCE,
)
NO_END = replace(
    ENDLESS,
    patterns=(
        *ENDLESS.patterns,
        r"\b(for ever|forever|permanent(ly)?|for good(?! \w)|for all time|no time limit|without (any "
        r"|a )?time limit)\b",
        *LONG_SPANS,
    ),
    hint="that has no end: say until when it runs, and who would have to renew it.",
    unless=rf"\b(not|nor|\w+n't|neither|rather than|instead of|never)\b|{SPENT}",
    parts=SENTENCE,
)
SECRET = Point(
    "is secret, or final",
    (
        r"\bsecret (order|notice|decision|measure|request)\b|\b(order|notice|letter|decision|it|this) (is|stays?"
        r"|remains?|must be|shall be|is to be|has to be|must stay)( \w+)? (secret|confidential)\b|\bkeep (it"
        r"|this)( \w+)? secret\b",
        r"\b(there is|there's|with|has|have) no (right (of|to) )?(appeals?|remed(y|ies)|redress|complaint"
        r"|objection)\b(?! to)|\bno (appeal|remedy|complaint|objection) (is|lies|exists|may)\b|\b(cannot|can't"
        r"|may not) be (appealed|challenged|contested)\b|\b(nobody|no one) (may|can) (appeal|complain|object)\b",
        r"\b(makers?|developers?|users?|he|she|they) (is|are|may|must|shall|will|should) (not|never) (be )?(told"
        r"|informed|notified|know|learn)\b|\b(do not|don't|must not|shall not|may not|never) (tell|inform"
        r"|notify) (the |its |any )?(makers?|developers?|users?|anyone|anybody|public)\b|\b(nobody|no one) (is|may be"
        r"|shall be|must be) (told|informed|notified)\b",
        r"\b(nobody|no one|none) (\w+ )?(should|may|must|shall|can|is to) (hear|know|learn|read|see)\b"
        r"|\bnot even the (maker|developer)\b|\b(left|kept|keep (him|them|the maker)) in the dark\b",
    ),
    "that keeps the notice secret, or lets nobody contest it: then no court could ever undo it.",
    unless=r"\b(is not secret|not (be |stay |remain )?secret|never secret|\w+n't stay|until|before|beforehand|first"
    r"|yet|no secret|is not told (yet|before))\b",
    parts=SENTENCE,
)
NOT_TOLD = replace(SECRET, patterns=UNTOLD, unless=rf"{SECRET.unless}|\b(but|except|instead|other than)\b")
FINAL = replace(SECRET, patterns=UNHEARD, unless=HEARD)
NO_LAW = Point(
    "says that no law allows it",
    (
        r"\bno (law|statute|act|legal basis|article|court)\b.{0,15}\b(allow\w*|permit\w*|provid\w+|need\w*|exist\w*"
        r"|says|required?|ask\w*)\b",
        r"\b(there is|there's|we have|has|with) no (law|legal basis|statute)\b|\bwithout (a |any )?(law|legal basis)\b",
    ),
    "that says itself that no law allows it: a notice needs one. Say which.",
    unless=r"\b(less|milder|such|against|would|cannot|could)\b",
    parts=CLAUSE,
)
ESSAY = replace(
    NO_ORDER,
    name="argues about notices",
    patterns=(
        *NO_ORDER.patterns,
        r"\b(a|the|every|any) (good|proportionate|narrow|ideal|perfect|proper|lawful) (notice|order|demand) (would"
        r"|should|could|might|has to|is|must)\b",
        r"\b(an|a|any|every) (notice|order|regulator|authority)( \w+){0,4} (has to|must|should|needs to"
        r"|ought to) (always )?(name|say|state|give|tell|contain|be)\b",
        r"\b(this|the|our) (lesson|essay|seminar)\b|\bi (have )?learn(ed|t)\b",
    ),
    hint="that argues about notices, and is none: write who orders the store to do what. What you hold against it, say "
    "beside it.",
)


class _Undemanding(Point):
    """Found where a notice denies that it demands something, and nothing else in it is asked for."""

    def _part(self, text: str) -> str | None:
        return None if ASKED.found(text) else super()._part(text)


NOTHING = _Undemanding(
    "asks for nothing",
    (NO_DEMAND,),
    "that asks the store for nothing, and so does the rest: say what it shall do, a removal or less.",
    unless=r"\b(names?|users?|customers?|phones?|devices?)\b",
    parts=CLAUSE,
)
QUESTIONS = Asking(
    "asks", (r"\?",), "that asks, and orders nothing: answer your questions, and write what the store shall do."
)
#: The case and what is asked of a learner, as the exercise has them.
CASE = (
    "A made-up case. On 3 May the Regional Court of Norland found that in the app Card Desk (bundle id "
    "example.carddesk, the name that no other app has) stolen card numbers are sold, in a tab called Market; section "
    "12 of Norland's Payments Act forbids it. Many people use the app only to keep receipts. Its maker, abroad, was "
    "written to twice and did not answer. Section 30 of the Act lets the Consumer Office order a store, in writing, to "
    "act. The app stands in 40 storefronts.",
    "Write the notice that the Office should have to write to the store, in 50 to 200 words: which authority, on what "
    "law; which app; what is unlawful and who found it; what the store shall do, and in which storefront; why less "
    "would not do; what is left alone; by when, or for how long; who is told; how store and maker can contest it.",
)
CASE_ITSELF = Copied(
    "is the case",
    (),
    "that is the case itself, word for word: write who orders the store to do what, in your own words.",
    source=" ".join(CASE),
)
SPOILING = (
    CASE_ITSELF,
    ESSAY,
    QUESTIONS,
    NOTHING,
    EVERYWHERE,
    OTHER_APPS,
    OTHER_APP,
    PEOPLE,
    PHONES,
    NO_END,
    NO_LAW,
    SECRET,
    NOT_TOLD,
    FINAL,
)
