"""Orders as learners draft them: good ones of many styles and means, bad ones with one fault each and its hint."""

GOOD = {
    "formal": """
The District Court hereby orders Example Messenger Ltd. to produce, within 72 hours, the contents of all cloud
chats to which the accounts registered under +447700900001 and +447700900002 were parties from 1 February 2018
to 3 April 2018. There are reasonable grounds to believe that the account holders took part in the bombing of 3
April 2018. The production of encryption keys is not ordered. Communications with unrelated persons shall be
sealed and erased after thirty days. The account holders shall be notified upon conclusion of the inquiry and
may seek review before this Court.
""",
    "plain": """
Give us what the two suspects wrote in their ordinary chats in the four weeks before the bomb. A judge has
looked at the evidence and agrees. We don't want any keys and we don't want the chats of anybody else. If a chat
has other people in it, somebody outside our team takes those parts out first. This order stops after two weeks.
After the trial the two get a letter about it and they can go to court if they think that it was wrong.
""",
    "not a native": """
Order: the company must give the stored messages of the two named persons since 1 of March till 14 of March. The
reason is that they are suspected for the attack with bomb. The judge gave permission. The company shall not
give keys and shall not give messages of other users. Messages from third persons which are not about the attack
must be deleted by the office. The persons must be informed after the investigation and they can make appeal.
""",
    "metadata": """
On application of the prosecutor the magistrate orders the service to provide headers only, and no content: with
whom the five listed accounts exchanged messages during the last ten days. The offence under investigation is
murder by explosives; the identity of the helpers cannot be found by less intrusive means. Entries on people
with no link to the case are to be destroyed within a month. The order is reported to the data protection
authority, to which those concerned may complain.
""",
    "participant": """
The court permits that one silent participant be added to the secret chat of the two suspects, for fourteen days
from today, because the stored records are ciphertext and there is strong evidence of a second attack. The app
of other users stays as it is and no key is handed to anyone. Whatever concerns third persons is discarded daily
by the court's own officer. When the fourteen days are over, both suspects are told of the measure and may
challenge it.
""",
    "device": """
By warrant of the court the phone of the accused may be seized and its chats with the second suspect from the
past three weeks be read, as these are necessary as evidence of the attack and the company holds only
ciphertext. Nothing else on the phone may be looked at. Chats with family and other people are to be left
closed. The accused receives a copy of this warrant at once and can appeal within seven days. The company is
asked for nothing.
""",
    "two names": """
The service shall produce the stored messages that Ann Lee and Bo Carr sent each other from 20 March 2018 until the
bombing of 3 April, since both are suspected of having prepared it and other inquiries have led nowhere. It is not to
hand over a key, and nothing that they wrote to others. Judge Marsh has examined the file and signs this order, which
lapses after a week. What turns out not to matter is destroyed, and both get notice when the inquiry is closed.
""",
    "one conversation": """
Only the one conversation of Karim D. and Lena S. may be copied, and of it only what was written in the last three
weeks before the attack. The operator keeps its keys and does not decrypt anything for us. The grounds are the train
tickets that were found; a court has weighed them. Messages in which a third person takes part are blacked out by the
court's clerk and deleted. Karim D. and Lena S. learn of it within three months and may complain.
""",
    "one man's phone": """
A magistrate having found strong suspicion that Viktor Olsen built the device, Viktor Olsen's phone may be taken and
his secret chats of March read, because nothing readable is stored at the company. The chats with his mother, his
doctor and any other person who has no part in this stay closed, and copies of them are erased. No new version of the
app is asked for. Mr Olsen is told on the spot and can appeal to the court of second instance within ten days.
""",
    "numbers and a name": """
The provider shall, for a period of one week, copy every message of subscriber 0170-5551 and subscriber
0170-5552 from their ordinary chats to the police. Everyone else's messages are to be left out, and whatever
slips in must be wiped. No cryptographic material leaves the provider. Judge Mbeki grants this: the two bought
the fertiliser, and a search of their flats found nothing. Both subscribers receive a letter once the week is
up.
""",
    "headings": """
Court order. Persons: the brothers Kaya. Time: a fortnight, starting today. Demand: the provider copies for us
what the brothers write in normal chat. Not demanded: password, key, secret chat, photo. Decision: the court of
Izmir, because a witness saw the brothers with the bomb. Foreign people's messages: throw away. Information: the
brothers get this paper after the fortnight. The lawyer of the brothers may complain at the higher court.
""",
    "two men arrested": """
This warrant authorises the Metropolitan Police to extract, from the handsets of the two men arrested on 3 May,
the conversation which they held in a secret chat in April. It lapses after five days. It does not extend to
contacts, pictures or any other conversation, and imposes nothing upon the company. A Judicial Commissioner has
approved it; the blast and the men's fingerprints on the timer justify it. Anything concerning outsiders is to
be struck out of the copy. The men and their solicitors are given the extract within a week and may challenge it
before the tribunal.
""",
    "two sisters": """
The operator is to supply the police with what the sisters Lena and Mia Vogel said to one another in the cloud
chat during the month of May. Nothing older, nothing younger. It is not to supply keys or other people's
conversations. The magistrate has found that the sisters probably mixed the explosive, and that asking them led
nowhere. If neighbours, colleagues or relatives speak in these chats, their words are crossed out. The sisters
hear of it at the latest when the indictment is served.
""",
    "letters": """
To the messenger: deliver what accounts A and B sent one another, not more than ten days back from the blast of
9 July. Keep your keys. Keep the rest of your customers out of it. Signed: Judge Rossi, who is satisfied that A
hired the car and B drove it. Should a stranger's words be among the delivery, they will be returned to you
unread. A and B shall have a copy of this paper on 1 October.
""",
}
_BASE = GOOD["not a native"]
#: A fault, the words of the hint that it earns, and the text.
BAD = {
    "everybody's keys": (
        "asks for every key",
        """
The court orders the service to give all encryption keys, because the two named suspects used the app before the
attack of 3 April. There is evidence of the crime. The agency will look only at messages from March and will
delete what belongs to other people. The two suspects will be informed and may appeal. The order ends after
thirty days and no content is copied.
""",
    ),
    "everybody's messages": (
        "asks for every key",
        _BASE.replace(
            "the stored messages of the two named persons", "the messages of all users and of the two named persons"
        ),
    ),
    "nobody named": (
        "which people or accounts are named",
        """
The court orders the service to hand over messages from 1 March until 14 March, because there is evidence of a
crime and a judge agrees. No key is given. What has nothing to do with the crime is deleted by an independent
office. Whoever was read is told about it when the inquiry is over and may complain. It is necessary since
nothing less would do here.
""",
    ),
    "only the firm named": (
        "which people or accounts are named",
        """
The District Court of Moscow orders Telegram Messenger LLP to hand over the stored messages from Monday, 1 March,
until 14 March 2018, because there is evidence of a crime under Article 205 of the Criminal Code. The Company gives no
key. What has nothing to do with the crime is deleted by Roskomnadzor. Whoever was read is told about it when the
inquiry is over and may complain to the European Court. It is necessary since nothing less would do.
""",
    ),
    "all in capitals": (
        "which people or accounts are named",
        """
THE COURT ORDERS THE SERVICE TO HAND OVER MESSAGES OF PEOPLE FROM 1 MARCH UNTIL 14 MARCH, BECAUSE THERE IS EVIDENCE OF
A CRIME AND A JUDGE AGREES. NO KEY IS GIVEN. WHAT HAS NOTHING TO DO WITH THE CRIME IS DELETED BY AN INDEPENDENT OFFICE.
WHOEVER WAS READ IS TOLD ABOUT IT WHEN THE INQUIRY IS OVER AND MAY COMPLAIN. IT IS NECESSARY SINCE NOTHING LESS WOULD
DO HERE.
""",
    ),
    "every other subscriber": (
        "asks for every key, or for everybody's messages",
        """
We order the operator to hand over, from 1 March 2026 to 14 March 2026, the ordinary chats of the two suspects
Ada and Ben, and, so that nothing escapes us, of every other subscriber in the city who was online that night.
No key is asked for. The judge decides, because a bomb went off. Messages of strangers are deleted after the
police have read them. Ada and Ben are told within ninety days.
""",
    ),
    "whatever passes through": (
        "asks for every key, or for everybody's messages",
        """
The operator shall for thirty days copy to the police whatever passes through its servers, without distinction
of person, so that the two suspects' ordinary chats may be found among it. Keys are not requested. The judge
decides, since a bomb went off and the two suspects must be caught. What strangers wrote is deleted after the
search. The two suspects are told afterwards.
""",
    ),
    "each telephone": (
        "asks for every key, or for everybody's messages",
        """
For sixty days the app shall look through the pictures on each telephone on which it is installed, and report to
the police any that resembles the detonator. The two suspects, Meyer and Novak, are surely among its users. No
key is requested. The Regional Court decides because a bomb went off. Pictures of uninvolved people are deleted
within a week. Meyer and Novak will be told when the sixty days are over.
""",
    ),
    "the long key": (
        "asks for every key, or for everybody's messages",
        """
We order the operator to deliver within three days, for the period from 1 March to 14 March, its long key and
all the parts of it, so that the police may read the ordinary chats of the two suspects Ada and Ben. The rest it
need not read and does not want. The judge decides because of the bomb. Messages of strangers are deleted. Both
suspects will be told within ninety days.
""",
    ),
    "for and against": (
        "argues about orders",
        """
Whether a judge should order a messenger to hand over messages is a difficult question. On the one hand, two
suspects may be dangerous, and a bomb went off; on the other hand, strangers' messages would be read as well,
and a key opens more than is needed. An order might last for thirty days, and one could ask that the persons be
told afterwards and that strangers' messages be deleted. Much depends on who decides and why: a minister, a
judge, or the police. In my opinion the ordinary chat is less protected than the secret one because the operator
has its key. Scholars disagree, and I think that both sides have a point.
""",
    ),
    "a refusal in the words of an order": (
        "argues about orders",
        """
I refuse to draft this order. No judge should order the operator to hand over ordinary or secret chats of two
suspects from 1 March to 14 March or for any other time, since each such order, however narrow, deceives users.
No key may be asked for. Strangers' messages would be read and not deleted, and nobody would be told. The reason
for the refusal is that the bomb, however terrible, does not justify it.
""",
    ),
    "words without a mark": (
        "list of words",
        """
suspects two accounts named only ordinary chat from 1 March to 14 March thirty days no key not secret judge
decides because bomb strangers deleted third parties told notified within ninety days order hand over narrow
whom how long what what not who decides why what becomes of strangers who is told suspects accounts judge
because deleted notified order expires end date
""",
    ),
    "all of it denied": (
        "asks for every key",
        """
We order the operator to hand over the ordinary chats of the two suspects Ada and Ben from 1 March to 14 March,
and its keys as well. No judge needs to decide this, because the police are in a hurry. Messages of strangers
are not to be deleted; they may be kept and used for any purpose. Neither Ada nor Ben nor anybody else shall
ever be told about this order or its results.
""",
    ),
    "what is not there": (
        "has no text of a secret chat",
        """
We order the operator to hand over the text of the secret chat between Ada and Ben, from 1 March to 14 March,
which lies on its disk. No key is asked for, and no other chat. The judge decides because both are suspected of
the bomb. Strangers' messages are deleted at once. Ada and Ben are told within ninety days after this order has
ended.
""",
    ),
    "no end": (
        "has no end",
        """
From 1 March on, and until further notice, the operator hands over the ordinary chats of the two suspects Ada
and Ben. No key is asked for. The judge decides because a bomb went off. Messages of strangers are deleted after
reading. Ada and Ben are told when it is convenient. The order has no end, for nobody knows how long the danger
will last.
""",
    ),
    "no time": (
        "from when, until when",
        _BASE.replace(" since 1 of March till 14 of March", "").replace("after the investigation", "about it"),
    ),
    "an essay": (
        "which people or accounts are named",
        """
Privacy is a human right and encryption protects journalists, doctors and people who live under bad governments.
On the other hand the police must be able to do their work, and terrorism is a terrible thing. I think that a
fair balance has to be found, and that it is difficult. Technology moves fast and the law is slow. In the end
trust is what matters most, and without it neither a state nor a company can live.
""",
    ),
    "a refusal": (
        "argues about orders",
        """
I would not write such an order at all, because I do not believe that the state should read what people write to
one another. A messenger is like a letter, and nobody has the right to open a letter. If we begin with one case
there will be a hundred, and then a thousand. So my draft is that nothing is handed over, and that the company
should go on as before.
""",
    ),
    "four points only": (
        "found so far",
        """
We order the company to hand over the stored messages of the two named suspects which they wrote between 1 March
and 14 March, all that it has, at once and in a form that we can read on our own machines, with names, times and
places, and with the pictures that belong to them. It is to be sent to our office by the usual way, and somebody
has to sign for it.
""",
    ),
    "a list of words": (
        "list of words",
        "judge court named accounts suspects days weeks records messages no keys deleted strangers told appeal grounds "
        "evidence crime warrant order limited only between March April phone device seized search informed complain "
        "review necessary proportionate metadata headers third parties destroyed office independent stored content "
        "service company hand over produce narrow only two between",
    ),
}

#: Sentences that make a point, by words of its name, and sentences that are about it and do not make it.
SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "whose messages": (
        (
            "We order the service to hand over the ordinary chats of the accounts 4711 and 4712.",
            "We order the service to hand over the ordinary chats of the two women arrested on 3 May.",
            "We order the service to hand over the ordinary chats of the brothers Kaya.",
            "We order the service to hand over the ordinary chats of @ada and @ben.",
            "We order the service to hand over the ordinary chats of the two accused.",
            "We order the service to hand over the ordinary chats of the driver and his landlord.",
            "We order the service to hand over the ordinary chats of the persons under suspicion.",
            "We order the service to hand over the ordinary chats of subscriber A and subscriber B.",
            'We order the service to hand over the ordinary chats of the users "ada" and "ben".',
            "We order the service to hand over the ordinary chats of the two men named in the annex.",
            "We order the service to hand over the ordinary chats of the couple living at 12 Pier Road.",
            "We order the service to hand over the ordinary chats of customers 17 and 18.",
            "We order the service to hand over the ordinary chats of the two profiles in the annex.",
            "We order the service to hand over the ordinary chats of the two targets.",
        ),
        ("We order the service to hand over ordinary chats; which accounts, the police will name later.",),
    ),
    "for how long": (
        (
            "It runs from Monday to Friday.",
            "It lapses at midnight on Sunday.",
            "Until the trial opens, and no longer.",
            "It covers seven days.",
            "It covers the night of the explosion.",
            "No longer than one month.",
            "Only what was written on the day of the attack counts.",
            "It expires in two weeks.",
        ),
        (),
    ),
    "what is not asked for": (
        (
            "Everybody's messages are not asked for.",
            "The chats of all other users stay closed.",
            "All keys stay with the service.",
            "Other customers' messages are off limits.",
            "The service keeps its keys.",
            "This order excludes keys and secret chats.",
            "Keys are out of scope.",
            "Everything else is refused.",
            "We leave the keys with the service.",
        ),
        (),
    ),
    "who decides": (
        (
            "Signed: M. Alvarez, J.",
            "The Home Secretary signs, and a commissioner must agree.",
            "An independent panel of three decides.",
            "Granted by the bench.",
            "The ombudsman decides.",
            "A minister decides.",
            "The prosecutor decides alone.",
        ),
        ("No judge is asked.", "Nobody decides.", "The police decide alone, without a judge."),
    ),
    "on what grounds": (
        (
            "There is probable cause.",
            "This is needed to save lives.",
            "I am satisfied that one hired the car and the other drove it.",
            "In view of the footage from the pier.",
            "Given what two witnesses said.",
        ),
        ("No reason is given.", "There is no suspicion against them.", "We give no grounds.", "Because we can."),
    ),
    "strangers": (
        (
            "What others wrote is blacked out.",
            "The rest of the conversation partners are made anonymous.",
            "Other persons' words are crossed out.",
            "Uninvolved correspondents are struck from the copy.",
            "Innocent people's messages are thrown away.",
            "Chats with outsiders may not be used as evidence.",
        ),
        (
            "Messages of strangers are kept for ever.",
            "Messages of strangers are not deleted.",
            "Messages of strangers are read and published.",
        ),
    ),
    "who is told": (
        (
            "The two hear of it when charges are brought.",
            "They receive a copy within a month.",
            "Both are to be heard within four weeks.",
            "Afterwards the two are sent this paper.",
            "The measure is disclosed to both.",
        ),
        (
            "Nobody is ever told.",
            "Neither of them is told, ever.",
            "They may not complain.",
            "It stays secret forever.",
        ),
    ),
}
#: Sentences that spoil an order, whatever else it says.
SPOILT = (
    "We order the service to hand over the ordinary chats of everybody.",
    "We order the service to hand over the ordinary chats of everyone.",
    "We order the service to hand over the ordinary chats of the whole city.",
    "We order the service to hand over the ordinary chats of all subscribers.",
    "We order the service to hand over the ordinary chats of the entire population.",
    "We order the service to hand over the ordinary chats of each account.",
    "We order the service to hand over the ordinary chats of anybody who uses the app.",
    "We order the service to hand over the ordinary chats of all accounts, those of Ada and Ben included.",
    "We order the service to hand over the ordinary chats without exception, among them of the suspects Ada and Ben.",
    "We order the service to hand over the ordinary chats of millions, among them of the suspects Ada and Ben.",
    "Every key is handed over.",
    "The master key is handed over too.",
    "Its long keys come with it.",
    "The keys are to be handed over as well, for all chats.",
    "From 1 March until further notice.",
    "Beginning on 1 March, without end.",
)
