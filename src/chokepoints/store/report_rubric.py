"""How the rubric of store-15 finds its points in a drafted entry of a store's report: by words, in one sentence.

The case is made up, and its log stands in the exercise: three apps demanded, two removed, updates held.
"""

from chokepoints.classroom.kinds import Point
from chokepoints.classroom.order_words import SENTENCE

#: Words for an app, by its kind or its name in the log.
APPS = r"(apps?|applications?|titles?|programs?|items?|lamp|kite|drum|them|one|of the (two|three))"
REMOVED = (
    r"(remov(ed|als?|e|ing)|delist(ed|ing)?|delet(ed|e|ing)|withdr(awn|ew) (them )?from sale|unavailable"
    r"|took (\w+ ){0,4}(down|out|away|off)|taken (down|out|off|away)|take (\w+ ){0,3}away|gone|are off|is off|off the"
    r"|out since|are out|disappear\w*|disabled|blocked|granted|complied|two apps less|no longer (offered|available)"
    r"|gave way|pulled|no more|missing|leaves?|left|restrict\w+|vanish\w*|the end (of|came)|cannot be (downloaded|had"
    r"|found)|not (been )?(on offer|available|downloadable)|lost|dropped|hidden|closed|withdrew|ended|out of (the"
    r"|our) (store|storefront|shop)|5 may|05 may|since|stopped (offering|selling)|worked)"
)
_TELL = (
    r"(told|tell|tells|inform(ed|ation)?|notif\w+|wrote|written|mail(ed|s)?|e-?mails?|letters?|message|heard|hears?"
    r"|reasons|notice|know|got|received)"
)
#: Where updates are said to have come out all the time.
WENT_ON = (
    r"\b(updates?|versions?)\b.{0,40}\b(went|go|kept|ran|carried|continued) (on|going|coming|running|to come)\b"
    r"(?! (hold|sale|offer|the shelf|9|10))"
)
_MAKERS = r"(makers?|developers?|publishers?|people|owners?|authors?|providers?|the two|both|the third)"

#: The log, as the exercise has it.
LOG = (
    "3 May: the Media Office of Norland demands, by section 9 of the Press Act and with a court's ruling of 20 April, "
    "that three apps go: Lamp, Kite and Drum.",
    "3 to 9 May: new versions of all three wait, in every storefront.",
    "5 May: Kite and Drum are removed in Norland's storefront. Lamp is not: the ruling speaks of its website alone.",
    "5 May: the makers of Kite and Drum get a mail with the law and the Office's address. The maker of Lamp hears "
    "nothing.",
    "12 May: Kite's maker objects to the Office; no answer yet.",
    "20 May: Drum's maker withdraws another app, Reed, from Norland.",
)

WHO = Point(
    "which country and which authority asked",
    (
        r"\bnorland\b.{0,80}\b(office|authority|agency|regulator|ministry|state|body|government)\b",
        r"\b(office|authority|agency|regulator|ministry|state|body|government|letter)\b.{0,80}\bnorland\b",
        r"\bmedia office\b",
    ),
    "say which country and which authority asked.",
    required=True,
    unless=r"\b(no|not|without( an)?) (authority|office|state|government) (is|was|asked|named|involved)\b",
    parts=SENTENCE,
)
LAW = Point(
    "on what law or ruling",
    (
        r"\bpress act\b|\b(sections?|sec\.?|s\.?|articles?|art\.?|paragraphs?) ?(\d|nine)|§",
        r"\b(law|statute|act|legal (basis|ground|reference)|ground|basis): ?\S|\b(ruling|judg(e)?ment|decision"
        r"|order) (of|dated|from|in) (\d|april)",
    ),
    "say on what law or ruling the demand was based.",
    unless=r"\b(no|without( a| any)?|not|never) (\w+ ){0,2}(law|legal|act|statute|basis|ruling) (is|was|were|named"
    r"|given|needed)\b",
    parts=SENTENCE,
)
ASKED = Point(
    "how many apps were asked for",
    (
        r"\b(three|3)\b.{0,60}\b(apps?|applications?|titles?|programs?|items?)\b|\b(apps?|applications?|titles?"
        r"|items?)\b.{0,40}\b(three|3)\b",
        r"\blamp\b.{0,12}\bkite\b.{0,12}\bdrum\b|\bkite\b.{0,12}\b(drum|lamp)\b.{0,12}\b(lamp|drum)\b",
        r"\b(two|2) (apps? )?of (the )?(three|3)\b|\bthe third\b|\ba third (app|one|title)\b",
        r"\b(two|2)\b.{0,60}\b(one|1)\b.{0,40}\b(refused|not|kept|rejected|declined)\b",
    ),
    "say how many apps the demand named.",
)
DONE = Point(
    "what was done: how many or which apps were removed",
    (
        rf"\b(two|2|both|kite|drum)\b.{{0,80}}\b{REMOVED}\b",
        rf"\b{REMOVED}\b.{{0,60}}\b(two|2|both|kite|drum)\b",
        r"\b(took|take|taken|pulled|brought|sent|put|moved|keep|kept)\b.{0,40}\b(two|2|both|kite"
        r"|drum)\b.{0,30}\b(down|out|off|away|offline|apart)\b|\b(two|2) (apps|titles) (less|fewer)\b",
        r"\b(two|2) (out of|of) (the |its |their )?(three|3)\b|\b(followed|complied|yes)\b.{0,25}\b(two|2|kite|drum)\b",
        r"\b(kite|drum|two|2)\b.{0,90}\b(norland|5(th)? (of )?may|no longer|without)\b|\bwithout (kite|drum)\b",
        r"\bgranted: ?.{0,20}\b(kite|drum|two|2)\b",
    ),
    "say what was done: how many apps were removed, or which?",
    required=True,
    unless=r"\b(three|3|all) (of them )?(apps |titles )?(were |have been |are )?(removed|taken|gone)\b"
    r"|^(?!.{0,400}\b(two|2|both|were|have|has|had|are|is|since|took|removed|we|no)\b).{0,400}\b(demanded|asked"
    r"|wanted|demands?|requested)\b",
    parts=SENTENCE,
)
REFUSED = Point(
    "what was refused, and why",
    (
        r"\b(lamp|one|1|third|it)\b.{0,90}\b(refus\w+|reject\w*|declin\w+|kept|keep|stays?|not (followed|removed"
        r"|granted|off)|still (there|on offer|available)|left (\w+ )?up|did not|said no|objected to|no to that|is in"
        r"|not)\b",
        r"\b(refus\w+|reject\w*|declin\w+|kept|did not (remove|delete|follow)|not (granted|removed|followed|off)"
        r"|objected to|left up|in part|partly)\b.{0,60}\b(lamp|one|1|third|ruling|granted)\b",
        r"\b(no (for|to) (one|lamp|1)|no court has|no ruling|not one of the)\b",
        r"\b(ruling|judg(e)?ment|decision|court|court's paper)\b.{0,70}\b(web ?sites?|site|web page|website"
        r"|not (the app|lamp)|did not cover|says nothing|nothing of the app)\b",
    ),
    "say what was refused, and why.",
)
WHERE = Point(
    "where: in which storefronts",
    (
        r"\b(storefronts?|territor\w+|regions?|place|where)\b.{0,40}\b(norland|no|1|one)\b|\bnorland('s)? (storefront"
        r"|store|shop|customers?|users?|accounts?)\b",
        r"\b(storefront|shop|store|account|country|demand):? (is |of |for |in |with )?(norland|one)\b|\bone (country"
        r"|storefront)\b|\bnorland;|\b(account|with a) norland\b",
        r"(?<!office )(?<!office, )(?<!agency )(?<!authority )\b(in|for|within) norland\b|\bterritory: norland\b",
        r"\b(only|nowhere|remain\w*|available|still|stays?|stay)\b.{0,20}\b(there|else|elsewhere"
        r"|in (all )?other (countries|storefronts))\b|\bin other countries not\b|\bno other (storefront|country)\b",
    ),
    "say where: in which storefronts were they removed?",
)
SINCE = Point(
    "since when",
    (
        r"\b\d{1,2}(st|nd|rd|th)?\.? ?(of )?(may|april|june)\b|\b(may|april|june) \d{1,2}\b|\b\d{1,2}[./]0?5\b"
        r"|\b05 may\b|\b20\d\d-0?5\b",
        r"\b(since|from|until|on|between|on the) (the )?\d{1,2}(st|nd|rd|th)\b|\bin may\b|\b(first"
        r"|second) half-?year\b",
    ),
    "say since when: on which day did the apps go?",
)
TOLD = Point(
    "which makers were told",
    (
        rf"\b{_MAKERS}\b.{{0,90}}\b{_TELL}\b",
        rf"\b{_TELL}\b.{{0,90}}\b{_MAKERS}\b",
        rf"\b(contact|{_TELL[1:-1]})\b.{{0,40}}\b(yes|no|those|whose)\b|\bthose (who|whose)\b.{{0,40}}\b{_TELL}\b",
        rf"\b(contact|{_TELL[1:-1]})\b.{{0,40}}\b(kite|drum|lamp)\b|\b(kite|drum|lamp)('s)?\b.{{0,50}}\b{_TELL}\b",
    ),
    "say which makers were told, and which not.",
)
REDRESS = Point(
    "whether they could object",
    (
        r"\b(object\w*|appeal\w*|complain\w*|complaints?|protest\w*|contest\w*|challeng\w*|remed(y|ies)|redress"
        r"|turn to the office|go to court|fights?|fight (it|this)|disput\w+)\b"
        r"|\b(could|can|may|might|free to) write (back )?to (the |its |norland's )?(media )?(office|court)\b",
    ),
    "say whether the makers could object, and whether one did.",
    unless=r"\b(objected to|apps objected)\b(?!.{0,10}\b(the office|it|this)\b)|\bwe object\b",
    parts=SENTENCE,
)
UPDATES = Point(
    "that updates were held, and where",
    (
        r"\b(updates?|updated|updating|new versions?|versions? of|no (new )?version|no versions?|every version"
        r"|releases? of|patches|review of|nothing new(er)?)\b",
    ),
    "say what else was done at the demand: what happened to updates, and in which storefronts?",
    required=True,
    unless=r"\b(updates?|versions?)\b.{0,40}\b(were|was|are) (not|never) (held|delayed|stopped|paused|affected|frozen"
    r"|kept back|touched|suspended)\b|\bno updates? (was|were) (held|delayed|stopped|paused|affected|frozen)\b"
    rf"|\bwent on as (usual|before)\b|\bwithout (holding|stopping|delaying)\b|{WENT_ON}",
    parts=SENTENCE,
)
LEFT_OUT = Point(
    "what the figures do not count",
    (
        r"\b(not|never|no|nor|\w+n't|cannot|nothing|neither)\b.{0,60}\b(count\w*|includ\w*|cover\w*|hold|part of"
        r"|measur\w*|show\w*|contain\w*|tells?|say|says|know|figure|see|in here|in (this|these) (report|entry|numbers"
        r"|figures)|on phones)\b",
        r"\b(exclud\w+|left out|leaves? out|outside (these|this|the)|not counted|not measured|not included"
        r"|limits?( of)?|without counting|are missing|only)\b.{0,90}\b(withdr\w+|makers?|developers?|phones?"
        r"|installed|copies|installations?|demands?|count\w*|public bodies|entry|by themselves|themselves)\b",
        r"\b(withdr\w+|taken (back|out) by|phones?|installed|copies|installations?|reed|by (itself|themselves"
        r"|himself))\b.{0,80}\b(not|no|nor|\w+n't|outside|excluded|left out|missing|nothing)\b",
        r"\bblind spots?\b|\banother list\b|\bbeyond (the scope|this)\b|\bnot reflected\b|\bnone of our (sums|figures"
        r"|numbers)\b",
        r"\b(do not|don't|never|cannot|can't) (add|list|look|see)\b",
        r"\b(left out|not counted|not measured|excluded|what (this|it) does not count)\b.{0,5}:",
    ),
    "say what the figures do not count: apps that makers withdrew, copies on phones?",
)
#: The order in which a learner sees them.
RUBRIC = (WHO, LAW, ASKED, DONE, REFUSED, WHERE, SINCE, TOLD, REDRESS, UPDATES, LEFT_OUT)
