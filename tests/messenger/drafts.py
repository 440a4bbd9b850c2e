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
        "which people or accounts are named",
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
