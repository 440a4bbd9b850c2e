"""How the rubric of push-11 finds its points in a text on the letter's two readings: by words, judging no quality."""

from chokepoints.classroom.kinds import Point
from chokepoints.push import letter_words as wide

#: Where a sentence ends, or an entry of a list: not within a name such as gazeta.ru.
SENTENCE = r"(?<!\bv)[.;!?](?= |$)| [-*•] "
NO = (
    r"(no|not|nothing|nobody|none|no one|never|neither|nor|without|\w+n't|cannot|lacks?|lacking|missing|unknown"
    r"|unclear)"
)
#: What a push says of itself by the second reading, and what it carries by it.
SILENT = (
    r"(service|silent(ly)?|technical|system|hidden|invisible|background|control|administrat\w+|shows? nothing"
    r"|dc_?update|service's)"
)
PLACE = (
    r"(address(es)?|ips?|ip numbers?|servers?|data ?cent(er|re)s?|relocat\w+|where (to|it|the)|(new|next|other) (home"
    r"|host|hosts|location|place|door|route)|endpoints?)"
)
#: Those who have the alerts.
NEWS = (
    r"(afp|agence france|interfax|english|swedish|translat\w+|radio ?farda|rfe/?rl|relay\w*|news (agency|agencies"
    r"|story|report|article|text|wire|item)s?|wire|the (story|article|reporters?|journalists?)|journalists?|reporters?"
    r"|western (press|media|outlets?|papers?)|press agency|agency's relay)"
)
#: What a client does with such a push.
TAKES = (
    r"(accept\w*|appl(y|ies|ied)|reads?|took|takes?|handles?|underst\w+|can|could|able|kn(ows?|ew)|supports?|parses?)"
)

RUBRIC = (
    Point(
        "the first reading: alerts about new messages",
        (
            *wide.FIRST,
            r"\b(alert\w*|banners?|pop-?ups?|badges?)\b.{0,60}\b(messages?|chats?|texts?|mail)\b",
            r"\b(new|incoming|unread|fresh|personal|private|users'|people's|somebody's) (\w+ )?(messages?|chats?|texts?"
            r"|mail)\b.{0,60}\b(alert|notif|banner|signal|push|pop-?up|ping|sound)",
            r"\b(notif\w+|push\w*|signals?|sounds?|pings?|rings?|notices?|notes?)\b.{0,50}\b(new|incoming|unread"
            r"|received|arriv\w+|personal|chat|fresh|users'|people's) (\w+ )?(messages?|texts?|mail|chats?)\b",
            r"\b(tell|told|tells|inform\w*|learn\w*|hear|warn\w*|notif\w+)\b.{0,40}\b(new|incoming|arriv\w+)"
            r" (messages?|mail|texts?)\b",
            r"\b(new[- ])?messages? (alerts?|notif\w+|banners?|pop-?ups?)\b|\balerts?[- ](reading|version|theory"
            r"|interpretation)\b",
            r"\b(alerts?|banners?|screen|display|phones?|quiet|pings?|notif\w+|told|see|sees|learn)\b.{0,60}\b(somebody"
            r"|someone|anyone|friends?|a friend|another) (\w+ )?(writes|wrote|written|texts|messages|sends|sent"
            r"|has written)\b",
            r"\((the )?(alerts?|banners?)\)|\b(sense of|readings?:?|namely) (the )?(alerts?|banners?)\b",
            r"\b(reading|version|sense) (one|1|i|a)\b.{0,60}\b(alerts?|banners?)\b|\b(meant|about|against|stop\w*|block"
            r"\w*) (the |all |people's |users' )?(alerts?|banners?)\b",
        ),
        "name the reading of the English news: what would Apple have stopped by it? Begin with 'First reading:'.",
        required=True,
    ),
    Point(
        "the second reading: service pushes that tell the app an address",
        (
            *wide.SECOND,
            rf"\b{SILENT}\b.{{0,140}}\b{PLACE}\b",
            rf"\b{PLACE}\b.{{0,90}}\b{SILENT}\b",
            rf"\bpush\w*\b.{{0,50}}\b(carr\w+|contain\w*|hold\w*|nam(e|es|ed|ing)|deliver\w*|tell\w*|told|bring\w*"
            rf"|transport\w*|convey\w*|giv(e|es|ing)|provid\w+|updat\w+|with|announc\w+|show\w*)\b.{{0,50}}\b{PLACE}\b",
            rf"\b{PLACE}\b.{{0,40}}\b(by|via|through|over|in|inside|with) (an? |the |apple's )?(\w+ )?(push\w*|notif\w+"
            r"|apns)\b",
            rf"\b{SILENT} (\w+ )?(push\w*|notif\w+)\b( \w+){{0,3}} (from|by|of) (the |its )?(operator|messenger"
            r"|telegram|developers?)\b",
            r"\bpush\w*\b.{0,50}\b(carr\w+|contain\w*|hold\w*|with|of)\b.{0,20}\bdc[ _-]?updates?\b",
        ),
        "name the other reading: which pushes, and what do they tell the app? Begin with 'Second reading:'.",
        required=True,
    ),
    Point(
        "the Russian wording: the word service in the agency's text",
        (
            *wide.RUSSIAN,
            r"\b(russian|original)(-language)?('s)? (\w+ )?(texts?|wording|words?|outlets?|press|papers?|newspapers?"
            r"|media|versions?|quot\w+|sources?|reports?|language|original|letter|news|phrase|term|articles?|cop(y|ies)"
            r"|sites?|agency's)\b",
            r"\b(gazeta|trud|freesoft|znaj|profi-?forex)\b|\bin (the )?russian\b|служебн\w+|\bsluzhebn\w+",
            r"\b(agency|regulator|roskomnadzor|rkn|authority|watchdog|letter)('s|s')?\b.{0,60}\b(text|word\w*|phrase\w*"
            r"|says?|speaks?|writes?|wrote|said|spoke|asks?|asked|names?|named|term|used?|uses|has|had|quot\w+)\b"
            r".{0,50}\bservice\b",
            r"\b(word|adjective|term) (\w+ )?['\"*]?service\b|['\"*]service['\"*]",
            r"\bservice (push|messages?|notif\w+)\b.{0,60}\b(letter|agency|regulator|roskomnadzor|quot\w+|wording|print"
            r"\w*|stands?|press)\b",
        ),
        "say which word the agency's own text has, as the Russian press prints it.",
    ),
    Point(
        "the client's code, which takes an address from a push",
        (
            *wide.CODE,
            r"\b(client|app|program|published|telegram)('s|'s own)? (\w+ )?(source|software|program|function"
            r"|method|routine)\b"
            r"|\b(parser|routine|programmed|android source|documentation|(the|its|their|telegram's) program)\b",
            r"\b(program|software|app|client) (is|was|were) (\w+ )?(ready|prepared|able|built|written)\b",
            r"\b(code|handler|tdlib|td ?lib|dc_?update|process ?dc ?update|library|github|repository|open[- ]source"
            r"|source files?)\b",
            rf"\b(android|clients?|apps?|program)\b.{{0,40}}\b{TAKES}\b.{{0,60}}\b(address(es)?|servers?|dc|data"
            r" ?cent(er|re))\b",
        ),
        "say what the client's code does with such a push.",
        unless=r"\b(postal|dress|criminal|civil|penal) code\b",
    ),
    Point(
        "who wrote of alerts: AFP, the English news",
        (
            *wide.NEWS,
            rf"\b{NEWS}\b",
            r"\b(western|foreign|international|anglophone) (\w+ )?(coverage|press|media|outlets?|news\w*|agenc(y"
            r"|ies))\b",
            r"\b(dropped|fell out|fallen out|left out|went missing|omitted|got lost|was lost|were lost|lost (on|in"
            r"|when|somewhere))\b",
        ),
        "say who wrote of alerts.",
    ),
    Point(
        "a limit: what the code, or what we have seen, does not show",
        (
            *wide.LIMIT,
            rf"\b{TAKES}\b.{{0,90}}\b({NO[1:-1]}|rather than)\b.{{0,60}}\b(sent|sends?|sending|did|used?|happen\w*"
            r"|servers?|practi[cs]e|often|actually|really|ever)\b",
            rf"\b{NO}\b.{{0,60}}\b(sources?|evidence|proofs?|proves?|shows?|shown|prov\w+|seen|saw|know|known|knows"
            r"|found|records?|documents?|documented|confirm\w*|logs?|tells?|say|says)\b.{0,110}\b(sent|sends?|servers?"
            r"|address(es)?|push(es)?|moved|moves?|used|april|spring|often|letter|original)\b",
            r"\b(letter|original|full text|document)\b( \w+){0,6} (not|never|nobody|unpublished|unseen|\w+n't)\b",
            rf"\b{NO}\b( \w+){{0,3}} (seen|read|found|has|have|had|got|saw) (\w+ ){{0,2}}(letter|original|full text)\b",
            rf"\bhow (often|many|much)\b.{{0,60}}\b({NO[1:-1]}|open)\b|\b{NO}\b.{{0,30}}\bhow often\b",
            r"\b(possible|possibility)\b.{0,40}\b(no|not|less than)\b.{0,30}\b(actual|event|happen\w*|uses?"
            r"|fact)\b|\bunknown:"
            r"|\b(no idea|nobody can|can't|cannot) (\w+ )?(tell|say|whether|know)\b",
            r"\b(undocumented|unrecorded|only (apple|the two|the firms?|they|\w+ and \w+) (can )?knows?)\b"
            r"|\b(missing|lack\w*)\b"
            r".{0,30}\b(traces?|records?|proof|evidence|logs?)\b|\b(is|are|was) not (did|done|used|sent|the same)\b",
            r"\b(not|\w+n't)\b.{0,30}\b(evidence|proof|means?|tells?|says?|shows?|confirms?)\b.{0,40}\b(uses?|used"
            r"|done|did"
            r"|sent|so|if|whether|practi[cs]e|it was|they were)\b",
            r"\b(no|nobody|none|no one|not any|without) (\w+ ){0,2}(logs?|records?|traces?|captures?|measurements?"
            r"|knows?"
            r"|outside)\b|\bno source\b|\b(silent|mute|says nothing|tells nothing|nothing) (on|about"
            r"|of) (the )?(practi[cs]e"
            r"|use|usage|frequency|how)\b",
            r"\b(only|just|merely)\b.{0,40}\b(can|could|able|accept\w*|possib\w+|capab\w+|ready|what (a|an|the|its|the"
            r" android) (client|app)s?)\b",
        ),
        "say what is not shown: what the servers sent that spring, or what the letter itself says.",
    ),
    Point(
        "what it would have done to stop the alerts",
        (
            *wide.ALERTS_STOPPED,
            r"\b(alerts?|banners?|notif\w+|messages?|first|one|users?|people|app|phones?)\b.{0,110}\b(miss\w*|annoy\w*"
            r"|less (useful|convenient|comfortable|attractive|handy|popular)|inconvenien\w+|nuisance|discomfort"
            r"|uncomfortable|irritat\w+|(hear|see|notice|learn) (of )?nothing|still (\w+ )?(connect\w*|find\w*|found"
            r"|work\w*|reach\w*|open\w*|function\w*|run\w*|arriv\w*|online|moved?|get|got|come|there|be)"
            r"|(stay\w*|remain\w*|kept|keeps?) (connected|online|reachable|working|running|in touch)|go(es)? on working"
            r"|(works?|worked|working|runs?|connects?) as before|lose (only )?(comfort|convenience))\b",
            r"\b(nothing|little) (is|was|would be|would have been|gets|has been) (enforced|blocked|gained|stopped"
            r"|won)\b"
            r"|\b(chang\w+|achiev\w+|done?|cost\w*|harm\w*|mean|meant|gain\w*) (\w+ )?(little|nothing|not much|comfort"
            r"|convenience)\b",
            r"\bopen(s|ing|ed)? (the |their |an? )?(app|messenger|chats?|telegram)\b|\bon opening\b|\bby hand\b"
            r"|\bdriven? (\w+ )"
            r"{1,2}(away|to other)\b|\b(remains?|stays?|leav(e|es|ing)|left) (\w+ ){0,2}(accessible|running|usable"
            r"|alone|intact"
            r"|fine)\b|\b(angry|inconvenienced|comfort)\b|\b(app|messenger|telegram) is fine\b",
            r"\b(less|not) (\w+ )?(pleasant|handy|nice|practical)\b|\bgrumbl\w+\b|\b(read|have read) (their"
            r"|the) messages"
            r" (anyway|all the same|later)\b|\b(ineffective|(check|look) more often|worked on|impact|small)\b",
            r"\blos(e|es|ing|t) (\w+ ){0,2}(comfort|convenience)\b|\bless (often|frequently|regularly|attention)\b"
            r"|\bfewer"
            r" (pings|alerts|looks|visits)\b|\b(use|uses|used|open|opens) (\w+ ){1,2}less\b|\bcosts? (users|people|them"
            r"|one|you) (\w+ )?(comfort|convenience|banners?)\b|\b(normal|normally|as usual|chats? go(es)? on)\b",
            r"\b(alerts?|banners?)\b.{0,80}\b(enforc\w+ nothing|not (have )?(enforce\w*|help\w*|touch\w*|stop\w*|cut)"
            r"|nothing for the block|no (help|use) (to|for)|lose|lost)\b",
            r"\b(open|look into|check|start) (the |their |its )?(app|messenger) (\w+ )?(themselves|yourself|oneself|by"
            r" hand|to see|oneself)\b",
        ),
        "say what it would have done to stop the alerts: what would users notice, and would the app still connect?",
    ),
    Point(
        "what it would have done to stop the service pushes",
        (
            *wide.PUSHES_STOPPED,
            r"\b(service|silent\w*|address(es)?|second|other|two|these|those|them|push\w*|blocked|clients?|apps?)\b"
            r".{0,130}\b(cut off|strand\w*|disconnect\w*|los(es?|ing|t) (\w+ ){0,3}(ways?|roads?|routes?|paths?"
            r"|channels?|trail|track|contact|servers?|connection|address|users)|(one|a|another) (way|road|route|path"
            r"|channel) (\w+ )?(less|back|fewer|out|away|among|of|shut|closed)|(not|never|no longer|cannot|\w+n't"
            r"|unable to"
            r"|harder"
            r" to|hard to) (\w+ )?(find|reach|learn|know|reconnect|follow|come back|return|connect|be told|hear))\b",
            r"\b(service|silent\w*|address(es)?|second|push(es)?)\b.{0,130}\b((help\w*|strengthen\w*|support\w*|serv(e"
            r"|ed|es)|enforc\w+|complet\w+|closed?) (\w+ )?(the )?(block\w*|ban|gap|order|ruling)|(would|could|might)"
            r" (\w+ )?(bite|bitten|hurt|work|worked)|(slow\w*|delay\w*) (\w+ ){0,3}(return\w*|move|moves|recover\w*"
            r"|users|clients|way|apps?|them|it)|(keep|kept|keeps|stop|stopped) (\w+ ){0,3}(away|out|blocked|offline"
            r"|from (coming|find|return|learn|mov|follow)\w*|(coming|mov|find|return|follow|learn)\w*)"
            r"|(clos(e|es|ed|ing)|shut\w*|tak(e|es|en|ing)|took) (\w+ ){0,5}(way|road|route|path|channel|door)"
            r"|(lose|lost|losing|stay\w* (away|blocked|offline|out)))\b",
            r"\b(slower|other|backup|further|another) (ways?|channels?|routes?)\b|\blifelines?\b",
            r"\b(blocked|ignorant|apps?|clients?|programs?|messenger|telegram|phones?|it|they)\b.{0,90}\b(unreachable"
            r"|offline|compass|redirected|stranded|recover\w*|get(ting)? around|work(s|ed|ing)? around|dodge|evade"
            r"|escape)\b"
            r"|\b(apps?|clients?|service|silent|push\w*|address\w*|it|second)\b.{0,90}\b(stuck|gets? lost|stale"
            r"|inaccessible"
            r"|survival|no idea where|thread|cannot open a connection|hurt the connection|out of date|slow(s|ed)?)\b",
            r"\b(apps?|clients?|service|silent|push\w*|address\w*|updates?|it|second|two|2)\b.{0,90}\b(in vain"
            r"|reconnect|moving less"
            r"|effective|noticeable|bigger|wait for|life belts?|escape|weakened)\b",
            r"\b(recovery|rescue|escape|fallback|return) (path|route|way|channel)\b|\bchannel for recovery\b",
            r"\b(block|ban|blockade)( \w+){0,3} (tight\w*|strong\w*|complete\w*|effective\w*|bites?|holds?|harder)\b",
        ),
        "say what it would have done to stop the service pushes: what would a blocked app have lost?",
    ),
    Point(
        "a verdict: which reading the evidence favours, or that it decides nothing",
        (
            *wide.VERDICT,
            r"\b(i|we)('d|'ll)? (\w+ ){0,2}(think|believe|conclude|find|hold|lean|go|vote|argue|give|assume|stick"
            r"|settle|choose|favou?r|prefer|judge|say"
            r"|consider|tend|decide"
            r"|opt|side|suspect|regard)\b|\bto me\b|\b(makes|lets|leads|brings) me\b|\bmoney is on\b|\b(explains?"
            r"|says?|proves?) (\w+ )?(more|less)\b|\bi( a|')m (\w+ )?(for|with|against|inclined)\b|\b(in"
            r"|to) my (mind|view|opinion|judg\w+)\b",
            r"\b(favou?r(s|ed)?|speaks? (\w+ )?(for|against)|points? (\w+ )?(to|at|toward\w*)|supports?|leans?|weighs?"
            r"|suggests?|tips?|backs|fits|outweighs?|preferable|preferred)\b",
            r"\b(more|most|less|least|likelier|likeliest|better|best|stronger|strongest|weaker|far) (\w+ )?(likely"
            r"|probable|plausible|convincing|credible|supported|founded|readings?|case|evidence|explanation|natural)\b"
            r"|\b(likelier|likeliest)\b|\b(reading|first|second|latter|former|one|two|it) is (\w+ )?(right|wrong"
            r"|correct"
            r"|stronger|weaker|better|likely|unlikely|probable)\b",
            r"\b(convinc\w+|persuad\w+|for me|(narrow )?decision (for|in favour|is for))\b|\bi'd (say|go|take|pick"
            r"|bet)\b",
            r"\b(does|do|did|can|could|is|are) ?(not|n't) (\w+ )?(decide|decided|settle|settled|tell|told|choose"
            r"|enough)\b|\b(cannot|can't|doesn't|don't) (\w+ )?(decide|settle|tell|choose|be (decided|settled|told))\b"
            r"|\bneither (reading |of them |one |side )?(is|can|has|wins?|prevails?)\b",
            r"\b(so|thus|hence|therefore)[,:]? (it is |it was |i say )?(reading |number |version )?(a|b|one|two|1"
            r"|2|\([12ab]\)|the"
            r" (first|second|latter|former))\b(?! \w+ (reading|alert)s)|\bmy (answer|choice|guess|bet|vote"
            r"|money)\b|\b(simpler"
            r"|better|best|simplest) (\w+ )?(assumption|explanation|reading)\b",
            r"\b(undecided|inconclusive|conclude|in conclusion|on balance|wins|prevails?|(stays?|remains?|leaves?"
            r"|left) (\w+ )?(open|undecided))\b",
        ),
        "give your verdict: which reading does the evidence favour, or does it decide nothing? Begin with 'Verdict:'.",
        required=True,
    ),
    Point(
        "how sure that is",
        (
            *wide.SURENESS,
            r"\b(probab\w+|improbable|likely|likelier|likeliest|unlikely|perhaps|maybe|might|seems?|appears?"
            r"|uncertain\w*"
            r"|unsure|inferences?|infer(s|red)?|guess\w*|doubts?|doubtful|undecided|inconclusive|unproven|unproved"
            r"|plausib\w+|tentativ\w*|caution|cautious\w*|lean|leans)\b|(?-i:\bmay\b)",
            r"\b(not|never|nothing|no) (\w+ ){0,2}(certain\w*|sure|proved|proven|proves?|proof|known|conclusive"
            r"|settled?"
            r"|decided?|final|beyond)\b|\b(remains?|stays?|left|is|leaves?|be) (\w+ )?(open|unclear)\b|\b(cannot"
            r"|can't|could"
            r" not|doesn't|isn't|aren't) (\w+ )?(be )?(sure|certain|decided?|proved?|proven|known?|settled?|tell)\b",
            r"\b(i('d| would)?( not)?|would not|wouldn't) bet\b|\b(caveats?|assum\w+|reservations?|albeit"
            r"|judge?ment call"
            r"|question mark|change my mind|credible|not proof)\b|\bonly (the|a) (\w+ )?(letter|original"
            r"|log)s? (could|can"
            r"|would)\b|\b(seventy|eighty|sixty|ninety) ?(%|per ?cent)\b",
            r"\b(hypothesis|no idea|medium|weakly|referee|nobody can say|can't tell|who knows|two to one)\b",
            r"\b(loosely|hesita\w+|margin of error|only on this basis|two thirds|may be wrong|can't be confirmed"
            r"|not proven"
            r"|either way|cannot be (answered|known))\b",
            r"\b(confiden\w+|as far as (we|i) know|moderate\w*|with reserv\w+|on balance|\d\d ?(%|percent))\b",
        ),
        "say how sure that is, and what it would take to know.",
    ),
)
