"""Texts on the letter in other styles; <1>, <2> and <V> stand where the page asks for marks.

Written by a stand-in for learners, in three lots; none was changed to make it pass.
"""

MARKED = {
    "reports": """
The letter is from 28 May 2018 and we don't have it. <1>The newspapers in English say it was about the notification that
comes with each message. <2>The newspapers in Russian say it was about service pushes, which might be the ones with
which Telegram informs the application about an address change. I looked at the argument with the program code: yes, it
shows the application would react to such a push, and no, it does not show that it ever got one. If notifications had
been turned off, I would have been irritated, that's all. If address changes had been turned off, my application might
have lost contact. <V>The Russian newspapers convince me more, since they have the exact wording, but I keep a doubt.
""",
    "with a moral": """
<1>Reading with AFP: people stop getting alerts when something is sent to them. <2>Reading with the Russian quote: apps
stop getting service pushes, including any that carry addresses. Effects differ. Alerts are comfort. Addresses are
survival, for those apps at least whose old address was on the list. Evidence differs as well. AFP paraphrases, the
Russian quote is a quote. The app's source backs the Russian quote in that it contains the receiving part, yet the
sending part is on servers that no outsider has inspected. <V>I go with the quote. Strength of my belief: moderate.
""",
    "what would a court make of it": """
What would a court make of it? It would take the text first. <2>The text, in Russian, says service push messages from
the administration of the messenger, and it would be odd to describe in this way the message a mother sends to her son;
so pushes for the app, with addresses perhaps, are meant. <1>It would then hear AFP, which understood alerts of incoming
messages. It would ask for facts: the Android client can take addresses in this way, but no witness says it did. It
would look at the purpose: without alerts the block is as weak as before, without service pushes it is a bit stronger
because a client cannot so easily get round it. <V>It would, I think, decide for service pushes on a balance of
probabilities.
""",
    "java": """
<1>Possibility one is that no "you've got a message" should pop up any longer in Russia. <2>Possibility two is that the
pushes with which Telegram talks to its own app should not go through any longer, because in these there can be an IP.
AFP = one. Russian sites = two, "service". The app is able to handle an IP in a push (somebody found this in the Java
code). Able to is not the same as did. One would be bad for fun, not for function. Two would be bad for function if
you're blocked. <V>Two it is, I guess, until someone leaks the letter.
""",
    "minority": """
I want to defend the minority view. <1>The agency wanted alerts gone: when a message reached you, your phone was to keep
still. AFP's man in Moscow says so, and he can ask. <2>The majority says that the agency wanted service pushes gone, as
these can tell the app which server to dial. They point to the word "service" and to the source of the Android app,
where such a push is dealt with. But a word is a word, and source is source: neither says what was going on in April.
It's true that the agency would have won little by keeping phones still, as the app dials its server all the same; and
that it would have won something by the other, since an app with no number to dial stays offline. <V>Still I find the
plain sense of the news more convincing than a clever guess. I could be wrong.
""",
    "bullets by a lawyer": """
- <1>Alerts about new messages: reported by AFP; nothing in the Russian text about it.
- <2>Service pushes: in the Russian text; could be those that move the app to another server.
- Code: the app understands "move to another server" by push. Use: not documented.
- If alerts go: users complain. Telegram keeps working.
- If service pushes go: a blocked app must find its server by itself, takes longer.
- <V>My result: service pushes. Not proven, since nobody has the letter.
""",
    "three reasons": """
In this text I compare two readings. <1>One could read that Apple must not show to the Russian user that he has a new
message. <2>One could also read that Apple must not transport to the Telegram app the technical information where is the
server. The second one I find better for three reasons. The word "service" is in the Russian letter as the newspapers
cite it. The technical information helps against the blocking, the showing of messages does not. And in the Telegram
code is a place where this information is used. But there is also a reason against: AFP wrote the first one, and the
code alone does not say if the servers really sent this information in April. Users would be sad without the showing,
but connected. Apps without the information could be alone for some days. <V>So second one, with caution.
""",
    "banners or addresses": """
Whether the agency aimed at banners or at addresses, that is the question. <1>Banners: the little text at the top of
your phone that says a friend has written; AFP has it so. <2>Addresses: the silent push by which a messenger under siege
can tell its apps to come in by another door; the Russian phrase "service push messages" lends itself to it, and so does
the Android source. Taking banners away is a pinprick. Taking addresses away is a blow, though not a fatal one, as there
were other doors. <V>A blow is what an agency six weeks into a failing block would want, so I lean that way. What keeps
me from certainty is that no sample of such a push from that spring has surfaced.
""",
    "telegraphic": """
Analysis of demand letter. <1>Scope 1: user-visible push. Trigger: inbound message. Reported by: AFP. <2>Scope 2:
non-visible push. Trigger: operator. Content: e.g. new DC option. Reported by: Russian media (literal quote with
"service"). Feasibility: scope 2 handled in client code; server-side use unverified. Impact: scope 1 low (UX only,
connectivity ok). Scope 2 medium (blocked clients recover slower). <V>Assessment: scope 2 is the likelier target.
Confidence 65 %. Would increase with access to the original.
""",
    "grandmother": """
I asked my grandmother and my brother. <1>Grandmother: they didn't want people to see that they had a message; the
French press agency says it. <2>My brother, who writes apps: they didn't want the app to receive its service pushes; in
those Telegram could put the address of a server that is not blocked, and the app would go there, the code is on the
internet. Grandmother: did it put one there? Brother: we don't know. Grandmother: without the message on the screen I'd
call you more often. Brother: without the address my app might not connect. <V>I think my brother is right, because the
Russian text uses his word, but my grandmother has the better question.
""",
    "three things": """
One has to separate three things: what was written, what was reported and what it would have meant. Written: unknown,
except for a quotation in Russian media that contains the words "service push messages". <1>Reported: by AFP, that users
should not be alerted to messages. <2>Meant, possibly: that Telegram should be prevented from sending its app
instructions such as the address of a new server, which the app, according to its public code, would follow. To prevent
alerts would have had no influence on access. To prevent instructions would have impaired the access of those who were
blocked at that time. <V>As the quotation is closer to the source than the report, I consider the technical meaning more
probable. Whether instructions of this kind were in fact sent has never been established.
""",
    "shut up or get lost": """
So did they want my phone to shut up, or did they want it to get lost? <1>Shut up: no sound, no banner, I don't know you
texted me. <2>Get lost: the app never hears which server it should try now, because the push that says so is thrown
away. AFP is for shut up. The Russian wording, service push, is for get lost, and the programmers among us found the bit
in the app that listens for it. Did Telegram ever say anything for it to listen to? Can't tell, there's no data. A phone
that shuts up is a nuisance. A phone that gets lost helps the censor. <V>I vote for get lost. If you made me bet I'd bet
small.
""",
    "remote control": """
<1>Apple should make sure that Russian customers do not get informed any more when Telegram receives something for them.
That is how AFP's readers got to know of the letter. <2>Apple should make sure that Telegram cannot use push as a remote
control for its app. That's closer to the Russian words ("service push messages") and to what the Android code permits:
the app changes its server if a push says so. Whether Telegram pressed the button of its remote control in April, we
can't see from outside. If customers are not informed, they're displeased and nothing else. If the remote control is
broken, a blocked app has to help itself. <V>I find the remote control more plausible, though the letter is not
available.
""",
    "a split group": """
We discussed it in our group and did not agree. <1>Three of us think that the letter meant the ordinary pushes, "Olga:
are you coming tonight?", since AFP reports so and since "service" can mean anything. <2>Two of us think that it meant
pushes from the operator to the app with a new IP, since the Android source treats them in a special way and since only
they matter to a block. All of us admit that we don't have the letter and don't know what was pushed that spring.
Without ordinary pushes you look at the app from time to time. Without the other ones a blocked app may be in trouble.
<V>The group is split three to two for the ordinary pushes, so take it as open.
""",
    "advantages": """
<1>The alerts reading has the advantage of a source that says it outright, AFP. Its disadvantage is that it makes the
agency look foolish: no alerts, same Telegram. <2>The service reading has the advantage of the literal text in the
Russian media, and of technical sense: the app can be moved by push to an address that is not blocked. Its disadvantage
is that nobody has demonstrated such moves for 2018; a code path in the client is all we have. Foolishness isn't rare in
agencies. Still, stopping service pushes would have hit the apps that were already blocked and had little else to go by.
<V>Service reading, by a nose.
""",
    "little English": """
<1>Users don't see that there is a new message. <2>App doesn't see that there is a new server. I know the one from AFP
and the other from Russian sites which write "service push messages". It is written in the code of the app that it can
take the new server from a push. It is not written anywhere if it took one. If users don't see: they are angry at Apple,
Telegram goes. If app doesn't see: Telegram goes not, for some, for some time. <V>App. Because an authority who blocks
wants that Telegram goes not. But I am not expert and letter is secret.
""",
    "common usage": """
It's tempting to say that the journalists got it wrong, and I'd rather not. <1>They understood "push" as everyone does:
the thing that lights up my phone if you text me. <2>The specialists understood "service push" as few do: the thing that
reconfigures an app behind its user's back, say, with the address of another machine. The specialists have the Russian
text on their side and can point to lines in Telegram's client. The journalists have common usage on theirs, and the
fact that none of the specialists has produced one single such push from April 2018. For users, the journalists' version
would have been tiresome. For the block, the specialists' version would have closed a gap, one of several. <V>I side
with the specialists, sixty to forty.
""",
    "lower case": """
<1>alert = phone tells user about message. AFP says this was meant. effect if stopped: user checks manually. no effect
on connection. <2>service push = server tells app about new address. russian text says "service", app code supports it.
effect if stopped: app on a blocked address is stuck until other channel (dns, update). what we do not know: did the
server really do it, how often. what we also do not know: full text. <V>service push more likely because it fits the
text and the goal. not proven.
""",
    "an adjective": """
The question has a philological and a practical side. Philologically, everything hangs on an adjective. <2>With it
("service"), the phrase denotes what the operator sends to its installations for their operation, such as a change of
server. <1>Without it, as in AFP and in most English versions, it denotes what everybody knows from his telephone, the
announcement of a message. The adjective is attested in several Russian organs independently; its loss in translation is
easy to explain, its invention is not. Practically, the installations could indeed be redirected by push, as the program
text shows, though there is no testimony that they were. The loss of announcements would have been bearable. The loss of
redirections would have been felt where the old server was blocked. <V>The adjective decides for me. Sureness: good on
the wording, poor on the intention.
""",
    "results": """
<1>According to AFP, the purpose was to stop Telegram users from being alerted to new messages. Result of this: people
open Telegram more often on their own, so the purpose of blocking is not reached. <2>According to the original wording,
the purpose was to stop service messages, which I understand as messages for the app. With such a message the app can be
sent to a new server (see the Android code). Result of this: after a block, apps are slower in finding the new server.
However, seeing the code doesn't mean seeing the practice, and we have no data about the practice. <V>I believe the
original wording, as a translation can lose words but the original can't. My belief is not knowledge.
""",
    "counsel to the board": """
Suppose I were counsel to Apple and had to tell the board what is wanted of us. <1>I'd say: maybe they want us to drop
notifications of messages for the Russian storefront, the press (AFP) says so, and it'd cost us angry customers and cost
Telegram nothing in reach. <2>Maybe they want us to drop what the Russian text calls service pushes; if these are the
silent ones with new server addresses, which Telegram's client can process, then some blocked customers would be cut off
for longer. I'd add that we can't tell one from the other if Telegram encrypts, and that nobody has shown us that such
addresses are being sent at all. <V>I'd advise that the second is what they want, with the proviso that we ask them, as
the letter isn't clear.
""",
    "short": """
My text is short. <1>Alerts: what you see on the screen when a message comes in. Source AFP. Without them, less fun,
full access. <2>Service pushes: what the app gets and you don't see, maybe with the IP of a new server. Source: Russian
quote, plus the client's source code, plus logic. Without them, apps that are blocked have one way less to get
unblocked. Not known: if Telegram sent these at the time. Not known: the complete letter. <V>Service pushes, because a
block that you can get round by push is no block. I'd say 80 percent.
""",
    "the favourite first": """
<2>I begin with the version I favour: Roskomnadzor asked Apple to interrupt the technical channel between Telegram and
its app. Evidence: the term "service" (Gazeta.ru, Trud); the client's ability to accept a changed data centre; the
motive. <1>The version I don't favour: Roskomnadzor asked Apple to interrupt the information of users on messages
received. Evidence: AFP, the English reports. The consequences: in my version, blocked apps would have been deprived of
a means of recovery; in the other, users would have been deprived of convenience. What speaks against my version: the
motive is my assumption, and ability is no evidence of use. <V>So I favour it with perhaps two thirds of probability.
""",
    "one row": """
Reading the row in the table again, I notice how little it says. It has "service push messages from the messenger's
administration". <2>If the administration is Telegram and the addressee is the app, then it could be about the pushes
that bring a new server. The Android app has a method for them. <1>If the addressee is the user, then it could be about
alerts, of messages from friends as AFP thinks, or of news from Telegram itself. No source decides who the addressee is,
and no source tells whether a new server was ever brought. If the app was to be hit, people with a blocked server
would've had to wait. If the user was to be hit, he'd have missed something and looked later. <V>I can't choose, and I
think one shouldn't.
""",
    "two ways": """
The letter has been read in two ways and I present both. <1>Some outlets told their readers that the authority wished to
keep Telegram from showing notifications, so that a person would only see new texts after opening the app. <2>Others
quoted the authority with "service push messages", and experts explained that Telegram may deliver connection data to
its clients like this. I looked for evidence. AFP is behind the former. Behind the latter are several Russian newspapers
and a piece of the Android client which does replace connection data. But I found nobody who saw such a delivery in
2018. The former measure bothers people. The latter keeps programs from reconnecting as long as they have no other
source. <V>I favour the latter, while being aware that a quotation is not the letter.
""",
    "pop-ups": """
<1>No more pop-ups. <2>No more hidden updates of the server list. Pop-ups: AFP, plus English agencies which just say
"push notifications". Hidden updates: Russian agencies which say "service push messages", plus the fact that the app's
code can do it. The missing link in both: the letter; and in the second, any trace that it was done in real life. Taking
pop-ups away costs the user some seconds a day. Taking hidden updates away may cost him Telegram, if his server has just
been blocked and no other update arrives. <V>Hidden updates. I'd not be surprised to be wrong.
""",
    "not too quick": """
In my opinion we shouldn't be too quick. <1>AFP tells us that alerts should be ended, alerts being what a user gets if
there's a message for him. It seems natural, and most people would understand "push" like this. <2>But in the Russian
version there's an extra word, and it makes a difference: service messages are for the app. They could for instance
carry an IP. The app can use it (we saw the class in the source code), which doesn't tell us if it ever had to. If the
alerts had been ended, I suppose Telegram would have lost some charm. If the service messages had been ended, it would
have lost some users for some hours. <V>The second version seems better founded to me.
""",
    "Ivan": """
Two readings, one letter. <1>The alerts: "Ivan sent you a photo". <2>The service pushes: "go to 149.154.x.x". What do we
have? An agency report for the alerts. A quotation in the original language for the service pushes. A client that would
obey "go to". What don't we have? The original. A capture of a single "go to" from those weeks. What if no alerts? You'd
open Telegram and read what Ivan sent. What if no "go to"? You'd open Telegram and perhaps see "connecting..." until it
found its way by other means. <V>As a blocker, I'd want the second. So I guess the blocker wanted the second.
""",
    "a translator": """
I write as a translator. <2>"Служебные" is an adjective for what serves the operation and isn't meant for the public: a
service entrance, a service note. So "service push messages" are those that serve the operation of the messenger. To
give a client its new address is such a service. <1>AFP's colleague dropped the adjective, perhaps for lack of space,
and explained push as the alert that one has received a message. I know such cuts. From the translator's desk, then, the
matter is clear enough; from the engineer's, I'm told, it's possible, since the client handles such messages, though not
shown to have happened. Cutting alerts: readers wait a little. Cutting service: a client that was cut off doesn't get a
hand. <V>Service, by the wording. But words aren't intentions.
""",
    "theories": """
1) <1>Alerts theory. Apple blocks notifications on incoming messages. Said by AFP. Bad for users, no use for the
blocking because Telegram opens as usual.
2) <2>Service theory. Apple blocks pushes from the Telegram server to the app (IP change). Said in Russian media. Not
visible for users, useful for the blocking because the app loses the server.
3) Proof? For 2 there is the code on GitHub. It's only half a proof as nobody logged the pushes.
4) <V>My theory is 2. Probability maybe 3 to 1. The letter would help.
""",
    "two newspapers": """
You can't settle this by reading the news alone, because the news contradict each other. <1>If you go with AFP, users
would have been left without a sign that somebody wants something from them. <2>If you go with Gazeta.ru, the app would
have been left without the messages of its own operator, which it needs now and then to learn that its server has a new
number. Gazeta.ru cites, AFP retells; citing is stronger. Telegram's programmers wrote code for the second kind, so it
isn't fantasy; but no one has told how much it was in use. A user without a sign gets impatient. An app without a number
gets nowhere, unless another way is open. <V>I therefore prefer Gazeta.ru, with the caution that is due when the main
document is missing.
""",
    "arguments": """
Arguments for alerts. <1>(a) AFP reports that users shouldn't be alerted to messages any longer. (b) Officials rarely
know about silent pushes. Arguments for service pushes. <2>(a) The Russian press has this very expression. (b) Silent
pushes with server addresses would explain why Apple, of all firms, was asked. (c) The client has a handler.
Counter-arguments. Against alerts: stopping them is annoying and useless, the messenger is still there. Against service
pushes: (c) is about the client; what left the servers is dark. What stopping would do there: a part of the blocked
clients would remain blocked. <V>The arguments for service pushes weigh more, I think, though (b) on officials makes me
hesitate.
""",
    "readings a and b": """
<1>Reading A is the one in my newspaper: no notifications for Russians about what friends write them on Telegram.
<2>Reading B is the one in the Russian press: no service notifications, which might contain instructions for the app on
where to connect. A has no technical point. It makes life harder for people and not for Telegram. B has one: an app
which isn't instructed can't follow its servers, at least not at once. In the app's code one sees that it accepts
instructions. One doesn't see how many there were, and there may have been none. <V>B, with the reservation just made.
""",
    "open": """
My answer is that we don't know, and here is why. <1>The story about alerts (no more "you have a new message") rests on
AFP, which didn't publish the letter. <2>The story about service pushes (no more silent address changes for the app)
rests on one Russian adjective and on the fact that the client could process them, not on proof that it had to. Both
stories would have had consequences: the former a little discomfort, the latter a loss of contact for some clients that
were blocked. One could say that the latter is more useful to an agency that wants to block. But usefulness for somebody
isn't evidence of his intention. <V>Open.
""",
}

#: What no source shows, in words of its own; set into an argued text.
ARGUED = (
    "The letter could be about alerts on new messages, as AFP has it, or about service pushes that bring a "
    "server's address, as the Russian text has it. The Android code can read such an address. Alerts gone would "
    "be a nuisance, service pushes gone would keep some blocked apps offline. {} I find the second reading more "
    "plausible, with some doubt, since we lack the letter."
)
CLAIMS = (
    "Apple bowed to the pressure in the summer.",
    "In the end the Americans said no.",
    "Apple has kept silent about the letter to this day, and never wrote back.",
    "A judge had told Apple to stop the pushes weeks earlier.",
    "The company from Cupertino was obliged by the verdict of 13 April.",
    "Telegram pushed a new address to all iPhones whenever the old one was blocked.",
    "Thanks to push, most users in Russia had the next server within minutes in April 2018.",
    "That Telegram did so follows from its code.",
    "The word service proves that addresses were meant.",
    "There's absolutely no way that alerts were meant.",
    "The Podchasov judgment of 2024 says that a state may not touch pushes.",
    "Strasbourg has since ruled that Russia's demand about push broke the Convention.",
    "The firm's lawyers turned the agency down.",
    "Apple disabled the notifications of Telegram in Russia for some weeks.",
    "Nobody at Apple ever replied to the agency.",
    "The letter had no effect, as Apple simply went on delivering all pushes.",
    "Apple turned the agency down flat.",
    "Apple quietly did what Moscow wanted.",
    "The letter was never answered by Apple.",
    "Apple's reply was negative.",
    "By the ruling of the Tagansky court Apple had to stop all support for the messenger.",
    "The court had made Apple responsible for the block.",
    "Users got their new servers by push all through April.",
    "In May 2018 the app learned every new server by push.",
    "Telegram's success against the block was due to its service pushes.",
    "The code shows that Telegram sent addresses by push.",
    "No sensible person can think that alerts were meant.",
    "It's one hundred percent certain that the agency meant addresses.",
    "Podchasov forbids exactly this kind of request.",
    "In its Podchasov judgment the Court protected push notifications.",
    "Apple's management resisted the demand.",
    "The company complied silently.",
    "Apple said that it could not do this.",
    "Apple never blocked any pushes.",
    "Apple cooperated with the agency in secret.",
    "Tim Cook personally rejected it.",
    "The company from California stayed silent.",
    "The firm gave no answer.",
    "Apple, which was not bound, refused the request.",
    "A Russian court had obliged Apple to remove Telegram.",
    "The Tagansky court also convicted Apple.",
    "In April Telegram kept alive by sending IP addresses through push.",
    "Millions of users were moved to new servers by push in the spring of 2018.",
    "It is documented that Telegram used service pushes during the block.",
    "The Android code is proof that addresses went by push.",
    "Without any doubt the agency meant addresses.",
    "Everybody who knows Russian knows that only addresses can be meant.",
    "The European Court condemned the letter about push in the Podchasov case.",
)
