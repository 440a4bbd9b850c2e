"""Words by which the rubric of push-11 finds its points in texts of any style: what stands together in one sentence.

Patterns for `Point`: capitals do not matter, and every repeat has an end. They are wide, since a good text should pass;
what a text must not say is looked for in letter_spoilt.
"""

_MESSAGE = r"(?<!push )(?<!push-)(?<!service )(?<!control )(messages?|messaged|msgs?|mail|post|chats?|texts|message's)"
#: What a message does that is new.
_NEW = (
    r"(new|incoming|unread|received|arriv\w+|com(e|es|ing) in|came in|has come|waiting|get|gets|getting|preview\w*"
    r"|display\w*"
    r"|screen|visible|sound|quiet|silent|ring\w*)"
)
#: What tells a person that a message has come.
_SIGN = (
    r"(alert\w*|banners?|pop(s|ped|ping)?[- ]?ups?|bubbles?|badges?|pings?|buzz\w*|beeps?|sounds?|rings?|ringing"
    r"|notices?"
    r"|notif\w+|notes?|announc\w+|signals?|inform\w*|told|tell(s|ing)?|learn\w*|hints?|reminders?|flash\w*|vibrat\w+"
    r"|pushes|sees?|seen|screens?|find out|finds out|hid\w*|hiding|ding|know|warn\w*|hear|hears)"
)
_LABELLED = r"(?=( ?[^\s.;!?]{1,40}){5})"
FIRST = (
    rf"\b((first|1st)( reading)?|reading (one|1|a|i)) ?:{_LABELLED}",
    rf"\b{_SIGN}\b[^.;!?]{{0,80}}\b{_MESSAGE}\b|\b{_MESSAGE}\b[^.;!?]{{0,60}}\b(alert\w*|banners?|pop(s|ped)?[- ]?ups?"
    r"|bubbles?|badges?|pings?|buzz\w*|notices?|notif\w+|announc\w+|signals?|on the (\w+ )?screen)\b",
    rf"\b{_SIGN}\b[^.;!?]{{0,60}}\b(when|that|if) ((?!was |were |is |are |one |they )\w+ ){{1,4}}(writes?|wrote"
    rf"|written|texts|texted|sends?"
    r"|sent)\b",
    r"\b(buzz\w*|pings?|beeps?|banners?|bubbles?)\b[^.;!?]{0,60}\b(writes?|wrote|written)\b",
    rf"\b{_NEW}\b[^.;!?]{{0,30}}\b{_MESSAGE}\b|\b{_MESSAGE}\b[^.;!?]{{0,30}}\b{_NEW}\b",
)

#: What a push is called that no person sees.
_UNSEEN = (
    r"(service|silent\w*|technical|system|hidden|invisible|unseen|background|data[- ]only|config\w*|secret|whisper\w*"
    r"|control|operator-to-\w+|(not|never|n't|without|nobody|no one)( \w+){0,4} (sees?|seeing|seen|notic\w+|visible"
    r"|shown|eyes?|screen)"
    r"|(not|n't) (meant |made )?for the (eye|user|person))"
)
_WHERE = (
    r"(address(es)?|ips?|ip:port|endpoints?|servers?|machines|dcs?|data ?cent(er|re)s?|hosts?|whereabouts"
    r"|where\b[^.;!?]{0,40}"
    r"\b(is|are|be|moved?|moves|lives?|went|gone|go|now|stands?|sits?|reached|connect)|new (home|place|location))"
)
_PROGRAM = (
    r"(apps?|program(me)?s?|applications?|clients?|software|telephones?|phones?|installations?|devices?|messenger)"
)
_HANDS = (
    r"(told|tells?|telling|learns?|inform\w*|giv\w+|given|feeds?|feeding|fed|hands?|handed|handing|bring\w*|whisper\w*"
    r"|receiv\w+|convey\w*|communicat\w+|lead\w*|carr\w+|rewrit\w+|updat\w+|deliver\w*|pass\w*|shows?|send\w*|points?"
    r"|transmit\w*|steer\w*|wak\w+|guid\w+|hid\w*|replac\w+|chang\w+|switch\w*|connect to|contain\w*|annou\w+)"
)
SECOND = (
    rf"\b((second|2nd)( reading)?|reading (two|2|b|ii)) ?:{_LABELLED}",
    rf"\bpush\w*\b[^.;!?]{{0,60}}\b(steer|guid|redirect|relocat|move|migrat|switch)\w*\b[^.;!?]{{0,20}}\b{_PROGRAM}\b",
    rf"\b{_UNSEEN}\b[^;!?]{{0,170}}\b{_WHERE}\b",
    rf"\b{_HANDS}\b[^.;!?]{{0,30}}\b{_PROGRAM}\b[^.;!?]{{0,40}}(?<!reach )(?<!to )(?<!finds )\b{_WHERE}\b",
    rf"\b{_HANDS}\b[^.;!?]{{0,50}}\b{_WHERE}\b[^.;!?]{{0,30}}\bto (the |its |their |an? |all "
    rf"|every )?(\w+ )?{_PROGRAM}\b",
    rf"\bpush\w*\b[^.;!?]{{0,80}}\b{_HANDS}\b[^.;!?]{{0,60}}\b{_WHERE}\b",
    rf"\b{_PROGRAM}\b[^.;!?]{{0,30}}\b(told|informed|shown|given|get|gets|receives?|learns?)\b[^.;!?]{{0,40}}"
    rf"(?<!to its )(?<!reach its )\b(new|next|fresh|another|changed|current) (\w+ )?{_WHERE}\b",
)

RUSSIAN = (
    r"\b(russian|moscow|original) (\w+ ){0,2}(papers?|dailies|press|quot\w+|text|wording|words?|outlets?|version)\b",
    r"\b(russians' own|trud|gazeta|vedomosti|kommersant)\b|[\"'(*]service\b|\badjective\b",
    r"\b(quot\w+|wording|text|words?|print\w*|agency|regulator)\b[^.;!?]{0,60}\bservice\b(?! was| is)",
    r"\bservice\b[^.;!?]{0,60}\b(quot\w+|wording|quoted|printed|papers?)\b|\btextual\b",
)

CODE = (
    rf"\b{_PROGRAM}('s)?\b[^.;!?]{{0,50}}\b(knows? (how|what)|obeys?|listens?|listened|branch|lines?|function|pars(es"
    rf"|ed|ing)"
    r"|processe?s?|implements?|appl(y|ies|ied)|swaps?|digests?|is (made|built) to|can (take|read|use|handle|accept"
    r"|process"
    r"|digest)|accepts?|takes|capab\w+|has a (place|part|piece))\b",
    r"\b(source|sources|open|published|android)( \w+)? (code|program|source|client|app|version)\b|\bhandlers?\b"
    r"|\blistener\b",
)

NEWS = (
    r"\b(afp|agence france|french (news )?(agency|reporters?|journalists?|wire)|interfax|translat\w+|retelling"
    r"|paraphras\w+|english[- ]language|press account)\b",
)

_NOT = (
    r"(no|not|nothing|nobody|none|no one|never|neither|nor|without|\w+n't|cannot|lacks?|lacking|missing|unknown|unclear"
    r"|nope|absence|unavailable|un(documented|recorded|published|proven|proved))"
)
LIMIT = (
    rf"\b{_NOT}\b[^.;!?]{{0,60}}\b(document\w*|counts?|counted|tally|data|dataset|measur\w+|record\w*|findings?"
    rf"|numbers?"
    r"|statistics|pcap|captures?|traffic|logs?|letter|original|evidence|proof|proving|prov\w+|use|used|practi[cs]e"
    r"|demonstrat\w+|show\w*|really|actually|active|seen?|whether|published|the sender|observed|known?)\b",
    r"\b(capacity|capability|possib\w+|potential|receiver|receiving|could|would listen|about the client)\b[^.;!?]{0,40}"
    r"\b(only|not|no|unused|more i cannot|but)\b|\bis not (use|usage|proving|proof|practi[cs]e)\b|\bno(body"
    r"| one)( \w+){0,3}"
    r" (say|prove|count|seen|know)\w*\b",
    r"\b(whether|if|how often|did) (it|anyone|anybody|telegram|they|the \w+|that)\b[^.;!?]{0,60}\b(not|no|unknown"
    r"|cannot"
    r"|nobody|open|\w+n't|nope)\b|\?( \w+){0,4} (nope|no|nobody)\b|\bno (\w+ ){0,2}data\b",
)

ALERTS_STOPPED = (
    r"\b(annoy\w*|upset\w*|unpleasant|cross|angry|anger|grumbl\w+|irritat\w+|discomfort|inconvenien\w+|nuisance"
    r"|comfort\w*|convenien\w+|less"
    r" (handy|useful|pleasant|nice|attractive|informed)|worse informed|degrad\w+|ux|unhappy|bother\w*"
    r"|lower\w* the value"
    r"|late|an hour later|by hand|look (\w+ ){0,2}(yourself|themselves|myself)|until i look)\b",
    r"\b(miss|misses|missed|nobody hears|hears? no|without (sound|banners?|alerts?|notices?))\b",
    r"\b(still|unaffected|survive\w*|intact|as ever|as before|go(es|ne)? on|none the less|nevertheless|same"
    r" connectivity|no disconnection|without disconnect\w+|reachable|everything in it)\b[^.;!?]{0,40}"
    r"\b(work\w*|connect\w*|operat\w*|reach\w*|chat\w*|access|service|use\w*|network|messenger|app)?\b",
    r"\b(app|application|chats?|messenger|telegram|session|program) (still |just )?(works?|runs?|functions?|operates?"
    r"|goes on|is fine)\b",
)

_ROAD = (
    r"(ways?|roads?|routes?|paths?|doors?|channels?|means|signposts?|lifelines?|methods?|chances?|possibilit(y|ies)"
    r"|tricks?|options?|sources?|bridges?"
    r"|links?|guides?)"
)
PUSHES_STOPPED = (
    rf"\b(depriv\w+|withh\w+|los(e|es|t|ing)|shut\w*|clos\w+|remov\w+|tak(e|es|en|ing)|took|cut\w*|one|less|fewer)\b"
    rf"[^.;!?]{{0,40}}\b{_ROAD}\b|\b{_ROAD}\b[^.;!?]{{0,40}}\b(shut|closed|gone|less|fewer|lost|removed|back|home)\b",
    r"\b(harder|slower|longer|later|stickier|tighter|less easily|less (quick|fast)\w*|more difficult\w*|difficult\w*"
    r"|locked out|stay\w* (out|blocked"
    r"|away|cut)|recover\w*|bootstrap|slow (ways?|to return)|fallback|elsewhere|stuck|stranded|delay\w*)\b",
    r"\b(blocked|unreachable|cut off)\b[^.;!?]{0,80}\b(not|no|cannot|can't|wait\w*|lost|lose|depend\w*|without)\b",
    r"\b(can't|cannot|could not|couldn't|may not|not) (\w+ )?(find|get (back|in)|return|reconnect|come back|follow"
    r"|reach)\b",
)

VERDICT = (
    r"\b(my|our) (own )?verdict\b|\bverdict( first)? ?[:(-]|\bverdict (is|goes|would|must|can)\b",
    r"\b(i|we)('m|'d|'ll| am| would| do| should| will)? (\w+ ){0,3}(think|believe|hold|lean|inclin\w*|go(ing)?"
    r"|come down"
    r"|stand by|put|regard|end|prefer|favou?r|opt|side|choose|take|tend|conclude|read it|find|suspect|guess|decide)\b",
    r"\b(((my|the) )?(decision|conclusion)( is| was| first)?:|(in|my) (decision|conclusion)|my (view|opinion|answer"
    r"|choice|result|pick|bet|reading|conclusion|decision|judg\w+|guess)|on balance|preferable"
    r"|preferred|balance of probabilit\w+|(wins|win)\b|more (convincing|likely|probable|plausible|sense)|better guess"
    r"|is (the )?stronger|has more (for|going)|by a nose|take it as open|can't choose|as open)\b",
    r"\b\d\d ?(/|to|:) ?\d\d\b|\b\d\d ?(%|per ?cent)|\b(i|we) (\w+ ){0,2}(trust|join|vote|buy|accept|reject|weigh"
    r"|rate|agree"
    r"|disagree|support)\b",
    r"\b(more|most|less|least|better|best) (\w+ly )?(consistent|coherent|logical|sensible|reasonable|credible"
    r"|believable"
    r"|natural|faithful|reliable|compatible|in line|fitting|realistic|persuasive|telling|trustworthy|obvious)\b"
    r"|\b(assessment|bottom line|upshot) ?[:-]|\bso: ",
    r"\b(leaves?|is|remains?|stays?) (\w+ )?(open|undecided)\b|\b(cannot|can't|impossible to|resist\w*"
    r"|refuse to)( \w+){0,4}"
    r" (choose|decide|tell which|say which)\b",
)

SURENESS = (
    r"\b(not|no|n't|without|nor|n't be)( \w+){0,4} (sure|certain\w*|swear\w*|bet|safe|finding|proof|proven|proved"
    r"|doubt|guarantee|know\w*|exclude\w*|seen|published)\b|\bwould not\b|\bloosely\b|\bhundred per ?cent\b",
    r"\b(cautio\w+|careful\w*|tilt|modest|soft|confiden\w+|subject to|no more|perhaps|maybe|probab\w+|plausib\w+"
    r"|\d ?: ?\d|two in three|out of ten|\d/\d|judge?ment call|arguable|might be wrong|pinch of salt|only just"
    r"|suffice|lean|inclin\w+|inferen\w+|slight\w*|somewhat|tentativ\w*|guess|reservation|admit|provisional|fairly"
    r"|medium|moderate\w*|revise|hesita\w+|belief|believe|copy of the letter"
    r"|would change|absence of|missing|likely|likelier|stronger|better guess|more convincing|for now|so far)\b|\d ?%",
)
