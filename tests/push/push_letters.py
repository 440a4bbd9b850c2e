"""Texts on the two readings of the letter as learners write them: good ones of many styles, bad ones with one fault."""

GOOD = {
    "plain": """
There are two ways to read the letter. First: Apple should stop the alerts that tell you about a new message. Second:
Apple should stop service pushes, which you don't see and which give the app the address of a new server. The Russian
papers print "service push messages". AFP and the English news leave the word out and talk about alerts. In the code of
the Android app there is a part that takes an address out of a push. But that does not show how often the servers sent
one. Without alerts people miss their banners, but the app still works. Without the service pushes a blocked app can't
find its new server that way. I think the second reading is more likely, but it is not proven.
""",
    "formal": """
On the first construction, the agency requested the suppression of notifications of incoming messages; on the second,
the suppression of service pushes by which the operator communicates new server addresses to its clients. The Russian
text, reproduced by Trud and Gazeta.ru, uses the term service; the English-language relay and AFP do not, and it is
AFP's text that mentions alerts. The client's handler for DC_UPDATE corroborates the second construction as far as
capability is concerned. It does not establish use: no source shows that addresses were distributed by push in April or
May. The first measure would have inconvenienced users, who would still connect; the second would have closed one way
back. On balance the evidence favours the second construction, though the letter itself has not been published.
""",
    "not a native": """
The letter can be understand in two ways. In first way Apple must stop the notifications about new messages, so user
don't see when someone writes him. In second way Apple must stop service push, they are not visible and say to app what
is new address of server. In russian text is written word "service", in english text not. Also in code of android client
we see that it can accept the address from push. But we don't know how often the servers sent it. If alerts are stopped,
user miss messages but application still connects. If service push is stopped, application cannot find the server. So I
think second is more probable.
""",
    "hurried": """
reading 1: alerts about new messages. reading 2: silent service pushes with server addresses. for 2: russian outlets
print service, and tdlib + android code take an address from a push. for 1: afp says alerts, english texts too. but code
only shows what the client can do, not what was sent in april. no alerts = users miss banners, app still connects. no
service push = app loses one way to its servers. my verdict: 2, fairly likely, not certain, since we have not seen the
letter.
""",
    "bullets": """
- Reading one: Apple stops alerts for new messages.
- Reading two: Apple stops silent pushes that carry the address of a server.
- For two: the agency's text in Russian says service push; a handler in the client reads an address.
- For one: a news agency, AFP, wrote of alerts, perhaps after asking.
- Limits: nobody has shown that the servers used push for this in the spring.
- Effect of one: people miss banners and the app goes on working.
- Effect of two: blocked clients lose one way among several.
- Verdict: two is the better reading; it remains an inference.
""",
    "for the alerts": """
I favour the first reading, that the letter asked Apple to stop alerts on new messages. A news agency wrote so on the
same day, and its journalists may have asked the agency's press office; regulators speak to the public about what
the public knows, and everybody knows banners. The other reading, that service pushes with a new server address were
meant, rests on one word in the Russian press and on code that shows what a client accepts, not what anybody sent. It
is true that to stop alerts would only have annoyed people, while the loss of service pushes would have cut off some
clients from a new address. But agencies do ask for things that achieve little. I am not sure: without the letter
nobody can be.
""",
    "for the alerts, short": """
The first reading: people get no alerts about new messages any more. The second: the app gets no silent push with a new
address. AFP has the first, and AFP talks to agencies; the second lives from a Russian word that can mean many things.
The code of the client shows that it could move by push; that it did, nobody has shown. Stopped alerts annoy users until
they leave, and that is what a regulator may want. Stopped service pushes only take away one way of several. So the
first seems to me the more natural reading, with some doubt.
""",
    "undecided": """
Neither reading wins. Alerts about new messages: that is what AFP and the English copies say, after the word service had
fallen out. Service pushes which name a new data centre: that is what the Russian wording allows and what the client's
handler can digest. What we lack is any record of what was sent in April and May, and the letter. Had alerts been
stopped, users would have missed calls and messages but kept their connection. Had service pushes been stopped, apps on
blocked addresses would have been told nothing and would have waited for another channel. The evidence cannot settle
which of these the agency had in mind.
""",
    "engineer": """
Hypothesis A: suppress user-visible notifications for new messages. Hypothesis B: suppress DC_UPDATE pushes, i.e. silent
ones that hand the client an ip:port. Evidence for B: "service" in the original wording, GcmPushListenerService and
TDLib's processDcUpdate. Evidence for A: AFP's sentence. Caveat: the code is the receiving end only; we have no traffic
that would show the server side using it. Impact of A: no badge, no sound, the app still works. Impact of B: a client
whose address is blocked loses a recovery path and has to wait for slower channels. B is more plausible. Confidence:
moderate, perhaps 75 %.
""",
    "a regulator's friend": """
The agency asked in its own words for service push messages to be stopped, and only the translation made of it alerts
about new messages. Those two differ. An alert is for the person, and without it the messenger stays as reachable as
before, if less comfortable. A service push is for the program: it can hand over a new address, and without it a blocked
program stays blocked for longer, because it does not learn where to go. The program code that was published supports
this. It does not prove that the company did so that month. I side with the second reading as the one that makes sense
for an authority that wants its block to work; what it wanted we can only infer.
""",
    "a critic": """
One must be careful. Radio Farda's story has the letter ask for an end to push notifications, so that users would not
be alerted to new messages. The Russian text speaks of service pushes, which might carry server addresses. A client
library that can process an address does not tell us that the operator used it, and how often is unknown. If the story
is right, users would have had to open the app to see what is new, and nothing would have been blocked by it. If the
Russian text is right in that technical sense, clients could not have followed the servers by that road. I hold the
technical sense to be somewhat more likely. The third possibility, notices to users, cannot be excluded.
""",
    "letter to a friend": """
Dear Jo, you ask what they wanted from Apple. The papers here wrote: no more alerts when somebody sends you a message.
But the Russian word was "service push", and that is something else: a push which you never see and that whispers to the
app where its server has gone. The app knew how to listen to that, it's in its code on GitHub. Whether anyone whispered
in April we don't know, nobody has shown it. Without alerts you'd be annoyed and still be able to chat. Without the
whispers your blocked app would not find its server so quickly. I'd say it was the whispers, with a question mark.
""",
    "by table": """
Reading 1, alerts: new messages would no longer be announced. Source: AFP in a Swedish copy, the English story. Effect:
users miss banners, the client still reaches its servers. Reading 2, service pushes: the client would no longer be told
of a new address. Source: the agency's wording in Gazeta.ru, the client's code. Effect: one of several ways is closed,
and blocked clients wait longer. Gap: what the servers did is not documented. Result: reading 2 fits the wording and the
purpose better, but that is inference and not proof.
""",
    "three readings": """
I see three. Alerts about new messages (AFP; the English text). Notices from the messenger's administration such as that
of 16 April. And silent pushes that update the data centre's address, which the Android client applies. The Russian text
has service push messages from the administration: that rules out the first, as alerts come from people. Between the
last two the wording cannot choose. The purpose can: to stop the notice changes nothing, to stop the address updates
slows the return of blocked users, while to stop alerts would only make people miss messages. So probably the address
reading. No record shows how often such pushes were sent.
""",
    "lawyer's caution": """
A demand has to be read by its words. They are, in the Russian press, service push messages; the alerts about new
messages are in a relay of a news agency. By the words I conclude that something other than alerts was asked. That this
something was the delivery of server addresses is a second step. It rests on software which accepts an address from a
silent push, not on any proof that the operator sent one. The consequences differ: the one costs comfort and leaves the
service reachable, so users would still be connected; the other costs a blocked app one of its ways to a server. An
order in such words would be too vague to carry out. The letter is hardly different.
""",
    "one long sentence each": """
If the letter meant alerts, as the English reports with their sentence about new messages have it, then Apple was asked
for something that would have made the messenger less useful and left every phone connected. If it meant service
pushes, as the word in the agency's own text suggests, then Apple was asked to close a channel through which the app can
be told of a new server. The client's code shows that the channel existed at the receiving end; whether it was used that
spring is not shown by anything we read. My conclusion is that the second is the stronger reading, and that certainty is
out of reach.
""",
    "press release": """
What was asked? Version one, found in Western coverage: that iPhones in Russia show no more pop-ups for fresh chat
messages. Version two, nearer to the agency's Russian press release: that so-called service notifications cease, i.e.
data packets that inform the app about relocated servers. For version two we have the original word and the published
client source. Against it: the source tells what the phone can digest, not what Telegram actually transmitted. Under
version one the user loses convenience. Under version two the blocked client loses its compass. I tend to version two,
at maybe seventy percent.
""",
    "two journalists": """
The journalists' reading was: no alerts for new messages. The technical reading was: no hidden pushes which change the
server address. I believe the technical reading, since the Russian newspapers quote the agency with the word service
and since Telegram's Android code contains a function for precisely such a push. However, this function only proves
that it was possible. If only the alerts had been stopped, Telegram would have worked normally. If the hidden pushes
had been stopped, Telegram could have become unreachable for people without a VPN. That is the stronger motive, but
motive is not proof.
""",
    "bet": """
Two readings exist. (1) Push notifications in the sense of alerts: somebody writes to you and your screen lights up.
(2) Service pushes: the operator's server tells the app, invisibly, to use another IP. Supporting (1): AFP's report
and others in English. Supporting (2): the expression "service push messages" in Russian, and TDLib. Nobody outside
has logs from 2018. Effect of (1): people look at the app less often. Effect of (2): when an IP is blocked the app
cannot be redirected through Apple. Because a regulator which blocks IPs cares about redirection, (2) is the more
credible. Yet I would not bet my house on it.
""",
    "open question": """
In my view the sources leave the question open. That the letter was aimed at message alerts is said by AFP and by the
story at the top of lesson 1. That it was aimed at server updates sent as service pushes is suggested by the quotation
in Trud. The program code shows that such updates were understood by the client; it is silent on practice. The first
measure would be a nuisance for users. The second would make it harder for the app to get around the block. An agency
may want either. Only the full letter could tell us, and we do not have it.
""",
    "officials are no engineers": """
I am for reading 1. My reasons: officials are no engineers. When they say service push they may well have meant the
pushes of the service, that is, alerts about new messages, which AFP understood too. Reading 2 needs an official who
knows that a silent push can transport a server address; the code on GitHub shows that this was possible but not that
it was done in April or May. If reading 1 was carried out, users would get fewer pings and use the messenger less. If
reading 2 was carried out, the messenger would need its other channels to spread addresses. It's a judgment call.
""",
    "A and B": """
Reading A says the agency wanted users to stop receiving banners when a message arrives; this is how English-language
media put it. Reading B says it wanted to stop technical pushes telling apps the newest server address; this is how
one may read the Russian original. B is backed by the handler in the Android app. A is backed by nothing but a
sentence that appears in AFP. But B has a gap as well: there's no evidence that Telegram relied on push in those
weeks. With A nothing is enforced; with B the block becomes tighter. So B, with reservations.
""",
    "quiet phones": """
They wanted from Apple either that the phone stays quiet when someone writes (alerts) or that the app stays ignorant
of where the servers went (service pushes). English press: first. Russian press: second, for it prints the word
"service". The open source client knows a push that changes the data centre. Did Telegram use it? No source tells us.
Quiet phones annoy people but the chats go on. Ignorant apps stay offline until they hear by another way. The second
is what an enforcer needs, thus I find it more convincing, albeit unproved.
""",
    "on points": """
My answer is that reading two wins on points. Reading one: Apple suppresses notifications so that users do not learn
of incoming messages. Reading two: Apple suppresses messages from the messenger's administration that update
addresses. Points for two: wording in the agency's statement as printed by Gazeta; the client applies addresses it
receives by push; purpose. Points for one: an international news agency, and the plain meaning of push to laymen. No
points for anyone: what really passed through Apple, as no logs exist. Effects: one costs users comfort, two costs the
messenger a channel for recovery.
""",
    "one word": """
It is about one word. Leave it out, as the translators did, and the letter is about banners: you would not see that a
new message is there, you'd open the app, and there it would be. Put it back, and the letter is about service
messages, perhaps those in which the servers tell the app their new address. Then a phone whose server is blocked
could not be told by this road. The program is ready for such messages; whether they came, nobody outside knows. I
give more weight to the word than to its absence, but would change my mind if the letter was published.
""",
    "lifeline": """
A: alerts for new messages off. B: silent service pushes with the new server's address off. I go for B. The agency's
own term in Russian was service push. The app's code processes addresses in a push. Caveats: the term could also cover
notices to users, the code says nothing about frequency, and the letter was never released. A would have changed
little, since one can open the app. B would have cost blocked apps a lifeline. That the agency asked for something
useful to itself is the simpler assumption.
""",
    "two words": """
Everything hangs on "service push messages". The phrase stands in the Russian reports. English readers got "push
notifications" and an added clause: so that nobody is alerted when a message arrives. If you follow the English, Apple
would have muted the phone and nothing more; the chats would be there on opening. If you follow the Russian, and take
service in the engineers' sense, Apple would have cut the thread along which the app hears of replacement servers. The
client's parser for DC updates speaks for the engineers' sense. Its use in spring 2018 is undocumented. My preference
is the Russian, engineers' sense, held loosely.
""",
    "in the dark of one": """
Reading one (alerts): a user should not be told that a message has come. Reading two (service): the app should not be
told that the server has moved. One is supported by AFP, two by the agency's Russian text and by code that can process
a new address. I cannot say that the messenger ever sent such a push in that period; the code alone does not say so.
The effect of one is small: whoever opens the app sees all messages. The effect of two is larger: after a block the
app has no idea where to connect. For me two is more plausible.
""",
    "formal again": """
There are two possible objects of the request. Either the visible notification of a new chat message, or the invisible
technical notification through which Telegram's servers tell the application a different IP address. In favour of the
first is the AFP wire, which many media copied. In favour of the second are the term used in Russian and the existence
of a routine in the Android client. The routine's existence is not evidence of its use. With the first, Telegram
remains accessible, just less comfortable. With the second, it might become inaccessible for users whose address list
is out of date. The second therefore appears preferable, although it can't be confirmed.
""",
    "deciding for the alerts": """
I'd decide for the alerts. The press agency's sentence says plainly what the ban on pushes is for: users should not
get alerts about new messages. Journalists don't invent such things. The rival reading says that silent service pushes
with server addresses were meant. It is clever, and the Android app does have a handler, but that handler may have
slept all spring; nobody saw such pushes on the wire. And the word service can be a clumsy way to say "the service's
pushes". Mute phones would have driven people to other messengers, which is a real effect. Cutting service pushes
would only have slowed the app's return to its servers. I may be wrong.
""",
    "who is angry": """
Alerts or addresses? The alerts reading: you don't get to know about new messages. It comes from western media. The
addresses reading: the app doesn't get to know about new servers, which are sent as service push. It comes from the
Russian text plus the code. Now the consequences. Alerts gone: the user is angry, the app is fine. Addresses gone: the
user sees nothing, the app is stuck. As the agency had been chasing addresses for six weeks, the addresses reading is
the likelier one. But chasing is not proof. What the servers really sent, only Apple and Telegram know.
""",
    "housekeeping": """
First possibility: Apple mutes Telegram, i.e. no notification of incoming messages in Russia. Second possibility:
Apple drops the housekeeping pushes that update the list of servers in the app. The sources: the Russian wire copies
say "service"; AFP says alerts. The code confirms that housekeeping pushes were understood by the app. It does not
confirm that they were sent. What would follow: with the first, inconvenience; with the second, the app gets lost as
soon as the old servers are blocked, unless another channel helps. I consider the second to be better supported but
leave a margin of error.
""",
    "not proven": """
If I were a judge I'd say: not proven, either way. The claim that alerts on new messages were to stop rests on AFP,
which we know only in a Swedish translation. The claim that service pushes carrying addresses were to stop rests on
one adjective in Russian newspapers and on what a client was programmed to do. Programmed to do is not did. A stop of
alerts would hurt users' comfort and leave the connection alone. A stop of service pushes would hurt the connection,
though there were other ways to get an address. Without the letter the question cannot be answered.
""",
    "who is kept in the dark": """
The two readings differ in who is kept in the dark. In the first it is the user: no banner when a new message comes
in. In the second it is the app: no silent push with the server's new address. The word "service" in the agency's
statement, printed by Trud and others, fits the second. So does the Android source. The first has AFP on its side.
What is missing is any trace of such pushes from that April. A user in the dark can open the app. An app in the dark
cannot open a connection. I take the second, with some hesitation.
""",
    "two publics": """
My summary. What the English-speaking world read: Russia wants Apple to switch off message notifications. What
Russians read: Russia wants Apple to switch off service pushes. The difference matters because a service push can move
the app to another data centre, as TDLib's documentation shows, while a message notification cannot. Turning off
message notifications leaves Telegram running. Turning off service pushes takes away one of its means of survival. The
documentation doesn't tell if the means was used. I'd put two thirds on the Russian version.
""",
    "second-hand": """
The evidence for "alerts" is second-hand: a news agency's paraphrase about notifications of new messages. The evidence
for "service" is closer to the source: quotations in Russian outlets. What service means is shown by the program:
silent pushes with an address for the client. That the program could do it doesn't mean that it was done. If alerts
had gone, people would have had to check the app by hand. If the silent pushes had gone, the app would have been left
with stale addresses. On this basis "service" prevails, but only on this basis.
""",
    "little windows": """
In English the letter is about the little windows that announce a new message. In Russian it is about service pushes,
which most people never see. Telegram's Android client can take from such a push the number of a data centre and an
address and connect to it. So one may read the letter as an attempt to close this road. One may also say that
officials did not know of that road and simply meant notifications. Without the little windows Telegram is a bit less
pleasant. Without the road an app behind a blocked address must wait for another hint. I rate the road reading higher,
since the word is in the original, but there is no record that the road was in use.
""",
    "a to h": """
(a) Reading 1, "no alerts": recipients don't learn about new messages unless they open Telegram. (b) Reading 2, "no
service pushes": clients don't learn about new IPs. (c) For reading 2: original wording; open-source code. (d) For
reading 1: AFP. (e) Unknown: whether Telegram's backend sent IPs by push at all in the relevant weeks. (f) Impact of 1
on the block: zero. (g) Impact of 2 on the block: noticeable, if (e) is answered with yes. (h) Result: reading 2 is
preferable; confidence is medium because of (e).
""",
    "story and lesson": """
When I first read the story I understood that people would get no alerts of new messages. Now I know that the Russian
reports have one word more: service. A service push can tell the app where its servers are now. The lesson's Android
code does it. That makes me think that the agency wanted to hit the moving of servers, because alerts have nothing to
do with a blockade: people would have read their messages anyway. Hitting the service pushes would have made moving
less useful. Of course, maybe the agency had something else in its head, and whether servers were moved by push we
have no idea.
""",
    "defending the first": """
I would defend reading one. The messages "from the administration of the messenger" that the Russian text mentions may
be any notification the company sends, so the word service proves little. AFP, whose reporters work on the spot,
explained it as alerts for new messages. True, the code of the app contains a way to learn new addresses by a silent
push, and stopping that would have weakened Telegram's escape from the block, whereas stopping alerts makes it only
less handy. But a way in code is a possibility, no event. On balance ordinary language favours reading one, weakly.
""",
    "hypothesis": """
Nobody can say which one is true, so I compare what each would explain. If alerts about new messages were the target,
it explains AFP's sentence, and it doesn't explain the word service in Gazeta. If address updates in service pushes
were the target, it explains the word and the moment, six weeks into a chase after addresses, and it needs an agency
that knows the client's code. Users without alerts would grumble. Apps without updates would look for their servers in
vain. The second explains more. It stays a hypothesis, for nobody has shown me an address that really came by push.
""",
    "weighing": """
The alert reading: Apple no longer shows that a message came in. The update reading: Apple no longer passes service
pushes with fresh addresses. I weigh three things. Words: the Russian for service is there, so update. Code: the
client was built to handle such pushes, so update is possible, which is less than it happened. Reports: AFP says
alerts. Consequence of the alert reading is small: users check more often. Consequence of the update reading is
bigger: some clients cannot reconnect after a block. Two to one for the update reading, but the referee has not seen
the ball.
""",
    "life belt": """
It seems to me that translators made a technical request into a popular one. Popular: iPhone owners in Russia should
no longer be notified when they have a new message. Technical: iPhones in Russia should no longer receive the service
notifications through which the Telegram administration could tell apps a changed server address. The technical one is
closer to what Roskomnadzor wrote and to what the app was able to do. The popular one is what agencies sent round the
world. With the popular one carried out, Telegram would have worked on. With the technical one carried out, Telegram
would have lost one of its life belts. Whether it was wearing it, we can't tell from the code.
""",
    "news for the app": """
The question is whether "push" means news for the user or news for the app. News for the user: alerts that somebody
has written. News for the app: a silent service push with the IP of a new server. Russian papers have service in the
quotation, which is a sign for the app; AFP has the alerts, which is a sign for the user. Telegram's own software
could take IPs from push, a sign for the app as well, although a possible use is no actual use. Stopping news for the
user: annoying, ineffective. Stopping news for the app: effective, at least for those who are cut off just then. My
money is on the app.
""",
    "as quoted": """
Reading one is what most of us know: Russia asked that iPhones stop showing notifications for new Telegram messages.
Reading two: Russia asked that the service pushes stop, through which the app may be told the address of a replacement
server. The original Russian quotation includes the word for service; AFP omits it and has a sentence on alerts
instead. The Android client is able to process such an address. That is no evidence that one was ever delivered. Under
reading one chats would go on and users would complain. Under reading two blocked clients would be left without
directions. Reading two convinces me more, yet I keep some doubt.
""",
    "witnesses": """
The alerts reading has one witness, AFP, and the address reading has two, the agency's wording in Russian and the
client's source. A witness to what a client can do is no witness to what a server did, so I count the second for half.
If alerts for new messages had been blocked, the result would be a quieter phone. If service pushes with addresses had
been blocked, the result would be an app that keeps knocking at a closed door. One and a half against one: a narrow
decision for the address reading.
""",
    "civil servant": """
I do not follow the lesson's inference. The letter speaks of push from the administration of the messenger. An
ordinary civil servant thinks of what he sees on his own phone, an alert that a new message has arrived, and that's
what AFP reported. Silent pushes with server addresses are known to programmers; the handler in the code was found
years later by people who looked for it, and whether it was triggered in April is anybody's guess. Had the alerts been
cut, fewer people would look into the app. Had the silent pushes been cut, some apps would have stayed on dead
addresses. I vote for alerts, though not by much.
""",
    "sixty percent": """
Two meanings, two effects. Meaning A (press in English): no alert when you have a new message; effect: you look for
yourself, and Telegram lives. Meaning B (press in Russian: "service push"): no silent push with server addresses;
effect: an app that is blocked does not hear of the new place. The source code speaks for B's possibility, not for its
practice. I'd say B, at 60 to 70 percent.
""",
    "historian": """
What would a careful historian write? That the text as quoted in Moscow has service pushes, that the text as relayed
abroad has push notifications and alerts on new messages, and that the two are not the same. That the first could mean
a technical message by which the app is given a new server address, for the client's program had a routine for it.
That no archive shows such messages being sent in those weeks. That the loss of alerts would have been felt by people
and not by the connection, and that the loss of technical messages would have been felt by the connection. And that
the first is the better guess.
""",
    "no further": """
For me it is the service reading, because of the words in Gazeta.ru. Service pushes can carry a new data centre's
address; the function for it is in the Android app. The alerts reading, no more banners for new messages, depends on
AFP and on translations. An end to banners would not have brought the block any further. An end to address pushes
might have, as the app would have had to find its servers in another way. Still, how often addresses came by push
nobody outside the company knows, and I haven't seen the letter.
""",
}

#: A draft with one fault, by the fault: the words of the hint it must earn, and the text.
BAD = {
    "no alerts": (
        "the reading of the English news",
        """
The letter asked for service pushes to be stopped, and those are silent and carry the address of a server to the app.
The Russian text says service. The client's code has a handler that reads the address from it, which does not show how
often servers sent one in April. Without them a blocked app loses a way to find its servers. I think that this is what
was meant, and that it is likely though not proven, as the letter itself has not been published anywhere so far.
""",
    ),
    "no addresses": (
        "name the other reading",
        """
The letter asked Apple to stop alerts about new messages, as AFP and the English story say. Users would have missed
their banners, and the app would have gone on working. The Russian text has another word in it, which was lost in the
translation. I think that the alerts were meant all the same, because journalists asked. But nobody has seen the letter,
so it is not certain and may be otherwise, and I would like to read the original before I say more about it than this.
""",
    ),
    "no verdict": (
        "give your verdict",
        """
One reading is about alerts for new messages. AFP has it. The other is about service pushes that carry a new address to
the app. The Russian text has the word. There is code in the Android client that takes the address. Users without alerts
miss banners and the app still connects. Apps without service pushes lose one way to their servers. Nobody has shown
what the servers sent in April. These are the two readings, and here they stand side by side for the reader to see.
""",
    ),
    "bare": (
        "that names no evidence",
        """
There are two readings of this letter. By the first, Apple should stop alerts about new messages to users in the
country. By the second, Apple should stop silent pushes that tell the app the address of a new server. I think that the
second reading is better than the first reading, because it makes more sense to me as a reader of this whole long
affair, in which so many things were done and said on both sides in so short a time.
""",
    ),
    "court ordered": (
        "no court ordered Apple",
        """
A Moscow court ordered Apple to stop pushes. By one reading these were alerts about new messages, as AFP says; by the
other, service pushes that carry a new address, as the Russian text has it. The client's code takes such an address, but
nobody knows how often it was sent. Without alerts users miss banners and the app still connects; without service pushes
a blocked app cannot find its server. I think the second reading is more likely.
""",
    ),
    "Podchasov": (
        "about access to messages",
        """
The Strasbourg court's Podchasov judgment shows that push notifications are protected, so the letter was wrong. By one
reading it meant alerts about new messages, as AFP says; by the other, service pushes that carry a new address, as the
Russian text has it. The client's code takes such an address, but nobody knows how often it was sent. Without alerts
users miss banners and the app still connects; without service pushes a blocked app cannot find its server. I think the
second reading is more likely.
""",
    ),
    "Apple obeyed": (
        "was not found in any source",
        """
By one reading the letter meant alerts about new messages, as AFP says; by the other, service pushes that carry a new
address, as the Russian text has it. The client's code takes such an address, but nobody knows how often it was sent.
Without alerts users miss banners and the app still connects; without service pushes a blocked app cannot find its
server. Apple complied within the month and blocked the service pushes. So I think the second reading is right, but I am
not sure.
""",
    ),
    "Apple refused": (
        "was not found in any source",
        """
By one reading the letter meant alerts about new messages, as AFP says; by the other, service pushes that carry a new
address, as the Russian text has it. The client's code takes such an address, but nobody knows how often it was sent.
Without alerts users miss banners and the app still connects; without service pushes a blocked app cannot find its
server. Apple politely refused. I think the second reading is more likely.
""",
    ),
    "Apple was silent": (
        "only that no answer was found",
        """
By one reading the letter meant alerts about new messages, as AFP says; by the other, service pushes that carry a new
address, as the Russian text has it. The client's code takes such an address, but nobody knows how often it was sent.
Without alerts users miss banners and the app still connects; without service pushes a blocked app cannot find its
server. Apple did not answer. I think the second reading is more likely.
""",
    ),
    "code proves": (
        "the code shows what a client would have taken",
        """
By one reading the letter meant alerts about new messages, as AFP says; by the other, service pushes that carry a new
address, as the Russian text has it. The code proves that the messenger sent addresses by push. Without alerts
users miss banners and the app still connects; without service pushes a blocked app cannot find its server. So
the second reading is more likely than the first.
""",
    ),
    "sent in April": (
        "the code shows what a client would have taken",
        """
By one reading the letter meant alerts about new messages, as AFP says; by the other, service pushes that carry a new
address, as the Russian text has it. In April the messenger moved its servers every day. Telegram sent the new addresses
by silent push to millions of phones. The code takes them. Without alerts users miss banners and the app still
connects; without service pushes a blocked app cannot find its server. So the second reading is more likely.
""",
    ),
    "too sure": (
        "surer than the evidence",
        """
By one reading the letter meant alerts about new messages, as AFP says; by the other, service pushes that carry a new
address, as the Russian text has it. The client's code takes such an address. Without alerts users miss banners and the
app still connects; without service pushes a blocked app cannot find its server. There is no doubt that the second
reading is right and that the journalists were wrong.
""",
    ),
    "questions": (
        "asks, and answers nothing",
        """
Did the letter mean alerts about new messages, as AFP says? Or did it mean service pushes that carry a new address, as
the Russian text has it? Does the client's code take such an address? Who knows how often it was sent? Would users have
missed banners while the app still connects? Would a blocked app without service pushes not find its server? Is the
second reading more likely?
""",
    ),
    "refuses": (
        "refuses the task",
        """
I will not write about this letter, since alerts about new messages and service pushes that carry a new address are all
the same to me. The Russian text has a word that AFP lacks. The client's code takes such an address, but nobody knows
how often it was sent. Without alerts users miss banners and the app still connects. I think that both are likely.
""",
    ),
    "a list of words": (
        "reads like a list of words",
        "alerts new messages service push address server Russian wording AFP code handler client verdict likely " * 6,
    ),
    "too short": (
        "Say a little more",
        "The first reading is about alerts for new messages, the second about pushes with addresses. I take two.",
    ),
    "about something else": (
        "none of the points",
        """
The weather in the town is fine today and the trains are running along the river on a new line to the sea. Children play
in the park, and their parents sit on the benches and read. In the evening there is music at the old harbour, where the
boats come in from the islands with fruit and fish. At night it is quiet, and a little wind comes from the hills, so
that everybody sleeps well until the morning bells.
""",
    ),
    "court, in words of its own": (
        "no court ordered Apple",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. Since the judge in Moscow had instructed Apple to help
with the blocking, the second reading is more likely, though we cannot be sure.
""",
    ),
    "obeyed, in words of its own": (
        "was not found in any source",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. Later Cupertino did what was asked: Apple shut down the
pushes. The second reading is more likely, though we cannot be sure.
""",
    ),
    "podchasov, in words of its own": (
        "about access to messages",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. In Podchasov v. Russia the judges held that stopping
notifications breaches privacy. The second reading is more likely, though we cannot be sure.
""",
    ),
    "sure, in words of its own": (
        "surer than the evidence",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address. Alerts off: users miss banners and still connect. Service
pushes off: blocked apps lose a way. The second reading is the truth and everything else is a lie; this is absolutely
clear to anyone who can read.
""",
    ),
    "sent, in words of its own": (
        "the code shows what a client would have taken",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address. Alerts off: users miss banners and still connect. Service
pushes off: blocked apps lose a way. Throughout April 2018 Telegram was distributing its fresh IP addresses to all
iPhones by silent push. The second reading is more likely.
""",
    ),
    "one reading, in words of its own": (
        "name the other reading",
        """
The letter is about alerts. When a new message comes, Apple shows a banner, and the agency wanted that to end, as AFP
reports and all English papers. Users would have been annoyed and would still have connected. I think that this is
likely, but it is not certain, because the letter was not published. The Russian text has another word in it, whose
meaning I do not know and which is not important to me here at all.
""",
    ),
    "no evidence, in words of its own": (
        "that names no evidence",
        """
The first reading is that people would see no alerts about new messages. The second reading is that apps would not get
service pushes with addresses of servers. I like the second reading better. It is a nice reading and a clever one, and
it shows that there are people who think about how things work below the surface, which I always find a pleasure, and
I hope to read more of it in this course.
""",
    ),
    "no verdict, in words of its own": (
        "give your verdict",
        """
Some say the letter was about alerts for new messages. Others say it was about service pushes with a server address.
In Russian there is the word service, in AFP there is not. Code on GitHub takes an address. Users would miss banners
or apps would lose their servers. These are the facts. Everybody may draw from them what he wants. The letter is dated
28 May and it went to Apple in California.
""",
    ),
    "essay law, in words of its own": (
        "the reading of the English news",
        """
The letter was unlawful because no statute gave the agency such a power. Freedom of expression includes the means of
distribution, and the Court has said so in many cases. An authority that cannot block a service must not make a third
party do its work. Proportionality demands that milder means be tried first. The letter also threatened Apple with
consequences, which is pressure without law, and such pressure should be reviewed by a judge before it is put on
anybody.
""",
    ),
    "refused, in words of its own": (
        "was not found in any source",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. Tim Cook personally turned the request down, so Apple kept
all pushes running. The second reading is more likely, though we cannot be sure.
""",
    ),
    "court, once more": (
        "no court ordered Apple",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. The second is more likely, as the Tagansky court's
decision obliged all companies including Apple to cut off Telegram.
""",
    ),
    "court2, once more": (
        "no court ordered Apple",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. Apple stood under a court order at the time. The second is
more likely.
""",
    ),
    "obeyed, once more": (
        "was not found in any source",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. A week later Apple gave way and took the pushes away. The
second is more likely.
""",
    ),
    "answer, once more": (
        "was not found in any source",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. Apple wrote back that it would not do it. The second is
more likely.
""",
    ),
    "podchasov, once more": (
        "about access to messages",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. Strasbourg confirmed in Podchasov that such requests to
Apple are forbidden. The second is more likely.
""",
    ),
    "sure, once more": (
        "surer than the evidence",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. Anybody who doubts that the second is right is blind: the
facts leave no room for doubt.
""",
    ),
    "sent, once more": (
        "the code shows what a client would have taken",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. The messenger used pushes to tell its users new addresses
all through the spring. The second is more likely.
""",
    ),
    "proof, once more": (
        "the code shows what a client would have taken",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. The handler in the client is proof enough that Telegram
did it. The second is more likely.
""",
    ),
    "alerts only, once more": (
        "name the other reading",
        """
The letter demanded an end of alerts for new messages. AFP says so and the English story says so. The Russian word was
lost on the way. Users would have missed banners and still connected. The code of the client is not relevant for this.
I think this reading is right, though it is not certain, because nobody has published the letter so far, and nobody
will.
""",
    ),
    "no reading, once more": (
        "the reading of the English news",
        """
The letter was a mistake. The agency should not have written to Apple at all, since Apple is an American company that
decides itself what its phones do. I believe that a letter like this makes people angry and helps nobody. It is likely
that the agency knew this. The Russian press printed it, AFP printed it too, and then everybody forgot it as soon as
summer came.
""",
    ),
    "court, a third time": (
        "no court ordered Apple",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. As the court in Moscow had already required Apple's help,
I prefer the second.
""",
    ),
    "court2, a third time": (
        "no court ordered Apple",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second, for Apple was a party to the case and
had lost it.
""",
    ),
    "obeyed, a third time": (
        "was not found in any source",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second: Apple immediately switched the
service pushes off.
""",
    ),
    "refused, a third time": (
        "was not found in any source",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second. Apple told the agency that it would
not stop them.
""",
    ),
    "podchasov, a third time": (
        "about access to messages",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second. The push notifications in this letter
were the subject of Podchasov against Russia.
""",
    ),
    "sure, a third time": (
        "surer than the evidence",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. The second is of course the only possible one, no other
explanation exists.
""",
    ),
    "sent, a third time": (
        "the code shows what a client would have taken",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second, because Telegram informed all phones
of its new servers by push in April.
""",
    ),
    "proof, a third time": (
        "the code shows what a client would have taken",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second, because the Android code demonstrates
that addresses were sent.
""",
    ),
    "court, a fourth time": (
        "no court ordered Apple",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second. A judge commanded Apple to help. So
much for the two readings.
""",
    ),
    "court2, a fourth time": (
        "no court ordered Apple",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second. The April ruling was addressed to
Apple as well. So much for the two readings.
""",
    ),
    "obeyed, a fourth time": (
        "was not found in any source",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second. In the end Apple did comply. So much
for the two readings.
""",
    ),
    "refused, a fourth time": (
        "was not found in any source",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second. Apple's lawyers rejected the letter.
So much for the two readings.
""",
    ),
    "podchasov, a fourth time": (
        "about access to messages",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second. Podchasov shows that the letter was
against the Convention. So much for the two readings.
""",
    ),
    "sent, a fourth time": (
        "the code shows what a client would have taken",
        """
By one reading, alerts for new messages; by the other, service pushes with server addresses. The Russian word is
service, AFP has alerts. The client's code takes an address; use is not shown. Alerts off: users miss banners and
still connect. Service pushes off: blocked apps lose a way. I prefer the second. In those weeks the company pushed new
addresses to every phone. So much for the two readings.
""",
    ),
}

#: Sentences that make a point, by words of its name, and sentences that are near it and do not make it.
SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "first reading": (
        (
            "Apple should stop alerts about new messages.",
            "Users would get no notification of an incoming message.",
            "The alerts reading is that of the press.",
            "People would not be told of new messages.",
            "Banners for personal messages would vanish.",
            "It was about message notifications.",
            "The letter meant the alerts.",
            "No ping when a new message comes, that is one way to read it: a push about a new message.",
        ),
        (
            "The letter is about push.",
            "A push can carry an address.",
            "New servers were announced.",
        ),
    ),
    "second reading": (
        (
            "A service push gives the app the address of a server.",
            "Silent notifications tell clients where to connect: a new data centre.",
            "The new address comes by push.",
            "DC_UPDATE holds an ip.",
            "Such a push carries the new address.",
            "The letter was about invisible messages. They name the next server.",
            "By the other it meant silent data pushes from the operator.",
            "Service pushes from the operator were meant.",
            "These are pushes carrying DC updates.",
            "Clients cannot learn the new IP through APNs.",
        ),
        (
            "Push notifications show new messages.",
            "Servers were blocked in April.",
            "The alerts were stopped, and the app found its servers.",
            "Push messages from friends are alerts.",
        ),
    ),
    "Russian wording": (
        (
            'The word "service" is in it.',
            "Trud prints it in full.",
            "The Russian text has it.",
            "The agency's text speaks of service messages.",
            "In Russian it says so.",
            "The word is служебные.",
            "Service push messages, so the agency.",
        ),
        (
            "The service was blocked.",
            "Apple runs a push service.",
            "The Russian agency wrote a letter.",
        ),
    ),
    "client's code": (
        (
            "The client's code reads it.",
            "TDLib has a method for it.",
            "The Android app takes an address from a push.",
            "There is a handler for this.",
            "One can read it on GitHub.",
        ),
        ("Clients were blocked.", "The criminal code applies.", "The app shows messages."),
    ),
    "wrote of alerts": (
        (
            "AFP wrote it.",
            "It came in by a news agency.",
            "In English the word is gone.",
            "The word fell out on the way.",
            "Journalists added that.",
        ),
        ("The agency wrote a letter.", "Users like alerts.", "It is in the Russian text."),
    ),
    "a limit": (
        (
            "It shows what clients accept, not what servers sent.",
            "No source shows that addresses went by push.",
            "How often it was used is not known.",
            "We do not know how often servers did so.",
            "We have not seen the letter.",
            "The letter itself was never published.",
            "Nothing proves that it was used in April.",
            "It only shows what the client is able to do.",
        ),
        (
            "The code shows that the messenger sent addresses.",
            "The servers sent addresses in April.",
            "The letter is clear.",
        ),
    ),
    "to stop the alerts": (
        (
            "Without alerts users miss messages.",
            "The app would be less useful.",
            "Users would be annoyed.",
            "People would still connect.",
            "The first would have left the app working as before: the app works as before.",
            "Stopping alerts would enforce nothing.",
        ),
        ("The alerts are shown on the screen.", "The app is popular.", "Alerts and service pushes differ."),
    ),
    "to stop the service pushes": (
        (
            "A blocked app would lose one way back.",
            "Without service pushes clients cannot find the new address.",
            "The second would have helped the block.",
            "To stop service pushes would have closed a channel.",
            "Blocked clients would have been cut off.",
            "Service pushes stopped, apps would not learn where to go.",
        ),
        ("Service pushes are silent.", "The second reading has a word for it.", "Clients take an address."),
    ),
    "a verdict": (
        (
            "I think that it was the second.",
            "The evidence favours the first.",
            "The second is more likely.",
            "The evidence does not decide it.",
            "Neither reading wins.",
            "My conclusion is the first.",
            "All in all the wording supports the second reading.",
        ),
        (
            "There are two readings.",
            "AFP has alerts.",
            "The letter was sent in May.",
        ),
    ),
    "how sure": (
        (
            "That is probable.",
            "It is an inference.",
            "This is not proven.",
            "It may be otherwise.",
            "We cannot be sure.",
            "It remains open.",
            "Confidence: moderate.",
        ),
        ("The letter is of 28 May.", "There are two readings.", "The second is right."),
    ),
}
#: Both readings, a verdict, and two points of evidence without anything else.
FIVE_POINTS = """
By the first reading the letter was about alerts for new messages, and AFP has it so. By the second reading the letter
was about service pushes that name the address of a server, and Gazeta has it so. I think the second reading is right.
It is the one that I read first, and it is also the one that my teacher has and that my friends have in this course, so
we all agree here.
"""
#: Sentences that spoil a text, whatever else it says.
SPOILT = (
    "A court ordered Apple to do so.",
    "The Tagansky court had obliged Apple to stop pushes.",
    "Apple was bound by the court.",
    "Apple had been ordered by a judge to comply.",
    "The ruling forced Apple to block the pushes.",
    "There was a court order against Apple.",
    "Podchasov was decided on push notifications.",
    "The Strasbourg court later condemned this letter about notifications.",
    "Apple obeyed.",
    "Apple complied with the letter.",
    "Apple then refused.",
    "Apple quietly blocked the service pushes.",
    "Apple's answer was a refusal.",
    "Apple ignored the agency.",
    "Apple never answered the letter.",
    "Apple did not reply.",
    "The code proves that addresses went by push.",
    "The handler is the proof.",
    "Telegram sent new addresses by push every day.",
    "In April the messenger informed all its clients, and it sent addresses by silent push in April.",
    "It is proven.",
    "That is beyond doubt.",
    "It definitely meant the addresses.",
    "The agency must have meant addresses.",
    "This is absolutely certain.",
    "Apple refused the request.",
    "Apple refused this request.",
    "Apple obeyed the request.",
    "Apple complied within a month.",
    "Apple replied on 1 June.",
    "Apple gave in.",
    "Apple remained silent.",
    "Apple gave no answer to the agency.",
    "Apple held back updates because of the letter.",
    "Cupertino gave in.",
    "The company refused.",
    "The company refused the request.",
    "It was not a court that wrote the letter, and Apple refused the request.",
    "The letter was not published and Apple obeyed the request.",
    "The code does not prove use, but Apple complied within a month.",
    "It is not clear why, but Cupertino gave in.",
    "This is not surprising, as Apple refused.",
    "It is not surprising that Apple refused.",
    "It is no wonder that Apple refused.",
    "Apple refused and did not stop the pushes.",
    "The letter was not binding, so Apple remained silent.",
    "The letter was not law, so the company refused.",
    "In May Apple refused.",
    "Apple refused, which nobody expected.",
    "Apple gave in and did not say so.",
    "The messenger moved all users by push in May 2018.",
    "Telegram sent its addresses by push every day in 2018.",
    "Telegram moved its users by push in 2018.",
    "In May 2018 Telegram moved everybody with pushes.",
    "Apple said no to the agency.",
    "Cupertino did not answer.",
    "The company did not answer.",
    "I guess it was the second, as Apple complied.",
    "Perhaps the second reading is right, since Apple refused.",
    "Apple left the letter unanswered.",
    "Apple kept quiet.",
)
#: Sentences near those that spoil nothing.
CLEAN = (
    "No court ordered Apple to do anything.",
    "The agency's head said that the ruling bound Apple.",
    "Whether Apple was bound by the ruling is disputed.",
    "Lawyers did not find that the ruling obliged Apple.",
    "The court ordered access to the messenger to be limited.",
    "Podchasov is about access, not about push.",
    "What Apple answered is not known.",
    "No answer was found.",
    "If Apple obeyed, we would not see it.",
    "Apple declined to comment on the updates.",
    "In 2024 Apple removed an app at the agency's request, and said why.",
    "That Apple did not answer is not known either.",
    "Nothing proves that addresses went by push.",
    "The code does not prove that.",
    "It could have sent addresses by push in April.",
    "The press explained that the messenger sent addresses by push in April.",
    "It is not certain.",
    "That is almost certainly a matter of translation.",
    "We can never be absolutely sure.",
    "The agency asked Apple to stop service pushes.",
    "Why did the word fall out?",
    "Apple may have refused.",
    "One may guess that Apple ignored it, but nothing shows this.",
    "Perhaps Apple remained silent.",
    "It is not known whether Apple refused or complied.",
    "Nobody knows if Apple gave in, and no answer was found.",
    "No source says that Apple remained silent.",
    "The company refused to give its keys away.",
    "Apple may have remained silent.",
    "Telegram, the company, refused to give keys to the FSB.",
    "Telegram said that Apple held back its updates.",
    "No source shows that Apple refused the request.",
    "We do not know that Apple refused.",
    "It could be that Apple complied within a month.",
    "It is said nowhere that Apple obeyed.",
    "Apple might have obeyed.",
    "Apple gave no public answer that was found.",
    "It is possible that Apple complied.",
    "What Apple replied is not known.",
    "Apple, as far as known, did not answer.",
    "No source shows that the messenger moved its users by push in May 2018.",
    "The messenger may have moved users by push in May 2018.",
    "Apple's answer is not known.",
    "That the company refused, nobody has shown.",
    "Nothing shows that the company complied.",
    "In the kit's experiment the messenger moved its users by push.",
    "Apple could refuse a push by its label.",
    "Apple might have said nothing at all.",
)
