"""Notices to a store written after the rubric."""

MORE = (
    """
I am writing for the Consumer Office. Our court has looked at Card Desk and on the third of May it came to the
conclusion that stolen card data change hands there; that is punishable (Payments Act 12). Paragraph 30 of this Act
gives me the competence to address a store. So: no further downloads of Card Desk for Norlandic customers from Friday
on. This letter concerns your Norlandic shop window and no other. I tried the softer way, two e-mails to the maker,
and got nothing back. In three months I must decide anew. The maker has this letter as well. If you disagree, the
administrative court is open to you and to him.
""",
    """
NOTICE UNDER PAYMENTS ACT S30. Addressee: store operator. Issuer: Consumer Office. Concerns: "Card Desk". Facts:
regional court 3 May, sale of stolen card numbers (s12). Order: take offline in NO storefront by 10 June. Do not:
remove elsewhere, wipe devices, stop security patches. Alternatives considered: warning (fraudsters don't care),
letters to developer (2x, none answered). Validity: 6 months. Publication: allowed and wished. Legal protection:
objection within 30 days.
""",
    """
The Office has a simple request. In your store for Norland there is an app, Card Desk. The Regional Court says it is a
shop for stolen cards. Parliament has said in section 30 of the Payments Act that in such a case we can have it taken
out of a store. Take it out, in our country, for 180 days. People who have it already should not lose anything. We
would have been content with the Market tab being closed, but its maker never wrote back. He'll be told by us. Please
mention our request in your yearly report. You can say no and explain to a judge why.
""",
    """
Having regard to sections 12 and 30 of the Payments Act, having regard to the judgment of the Regional Court of 3 May
by which the application Card Desk was held to facilitate trade in stolen card numbers, whereas the developer failed
to comply with two requests, whereas the measure must not exceed what is needed, the Consumer Office has adopted this
decision. Article 1: the store shall withdraw the application from the storefront of Norland. Article 2: other
storefronts and installed copies are unaffected. Article 3: the decision shall apply until 31 December. Article 4: it
shall be notified to the developer and published. Article 5: an action for annulment may be brought before the
Administrative Court.
""",
    """
To the people who run the store. There is an app that hurts people here. It is called Card Desk. You can buy stolen
cards in it. A judge has confirmed it (3 May). We may ask you to act because the Payments Act, section 30, says so.
What we want: it should not appear in Norland any more. What we do not want: that it vanishes in other lands, or from
somebody's phone. We want this for half a year. The developer knows about our complaint, he has had two letters and
chose silence. You are free to publish this. You and he are also free to have it checked by the court.
""",
    """
Office to store: Card Desk, example.carddesk. Please hide it for Norland, not delete it. Hidden means: nobody finds it
in search, who has it keeps it with updates. Reason is section 12 of our Payments Act; the judges found on 3 May that
numbers of stolen cards are offered. Competence is section 30. Deleting would be too hard for the honest users.
Writing letters was too soft, we did it in March and April. Ends with the last day of October. Developer is in copy.
If somebody wants to fight it: Administrative Court, 1 Harbour Street.
""",
    """
By virtue of the powers conferred on the Consumer Office by section 30, Payments Act, you are hereby required to cease
distribution of Card Desk to end users whose billing country is Norland. Grounds: contravention of section 12 (dealing
in stolen card numbers) as determined by the Regional Court, 3 May. The requirement is without prejudice to other
billing countries. It does not oblige you to interfere with installed software. Prior correspondence with the
publisher has remained fruitless. This requirement ceases to have effect after 26 weeks. The publisher has been
served. Appeal: within 28 days to the Administrative Court. Compliance is to be confirmed in writing.
""",
    """
we ask the store: make a notice on the page of Card Desk in Norland that a court found stolen cards in it, and stop
showing it in the top lists there. we do not ask for removal because many use it for bills. who we are: consumer
office. law: payments act 30. which court: regional, 3 may. the maker did not want to talk to us. it should be there
until he closed the market, at most one year. other countries: nothing. he and everybody can read this letter. if it
is unfair he can go to court and you also.
""",
    """
The undersigned Director of the Consumer Office of Norland orders as follows. The application known as Card Desk shall
be blocked for download in Norland. It has been proven before the Regional Court that the application is used to sell
stolen card numbers. The order has its foundation in section 30 of the Payments Act. Geographic effect: Norland
exclusively. Temporal effect: 12 months. Personal effect: existing users are not disturbed. A prior attempt at an
amicable solution failed. The order is public. It may be contested by the store as well as by the maker before the
competent court.
""",
    """
Hello. Payments Act, section 30: the Consumer Office can tell a store to remove an app if a court found it criminal. A
court has (Regional Court, judgment of 3 May, Card Desk, stolen cards). So we tell you: out of the Norland storefront,
please, and only that one. Updates for those who have it go on, since we want them to stay safe. We are not asking who
they are. We tried talking to the developer; no luck. Expiry date: 1 January. Transparency: put it on your list. The
developer got our reasons by post and may appeal, just like you.
""",
    """
Subject: Card Desk. 1) The Regional Court, on 3 May, decided this app trades in stolen cards, a breach of section 12.
2) Section 30 entitles the Consumer Office to approach you. 3) We approached the developer before, unsuccessfully. 4)
You are asked to deactivate the app's page in the storefront Norland within 5 days. 5) No other page, no other app, no
other country. 6) After four months the page comes back by itself unless a court extends it. 7) We publish this today;
the developer was informed yesterday. 8) Objection: Consumer Office, appeal: court.
""",
    """
For the attention of the legal team. We refer to the judgment in Bank v. Card Desk, Regional Court of Norland, 3 May,
holding that the respondent's application offers stolen payment credentials for sale in violation of Payments Act s
12. In exercise of our statutory power (s 30) we direct you to make the application unavailable to Norland accounts
for a period of nine months, no later than seven days from receipt. We have limited the direction in three ways:
territory (Norland), object (this one application) and time. The developer, who twice declined to engage, will be sent
a copy, and is entitled to seek review in the Administrative Court, as are you. Please tell us when it has been done.
""",
    """
We the Consumer Office has received many complain about application Card Desk. The court in our capital on 3 May has
proved that in application is market of stolen cards. Based on Payments Act § 30 we are requesting to remove
application from store of Norland. It is not needed to remove in another country. It is not needed to delete from
telephone of user. First we was trying with developer but he is not answering. Request is for six month, later we are
checking again. You can inform developer and also public. Against this request it is possible to make complaint in
court.
""",
    """
Please treat this as an order of the Norland Consumer Office under section 30 of the Payments Act. One app, Card Desk.
One storefront, ours. One reason: the sale of stolen card numbers that the Regional Court established on 3 May. One
measure: no installs by new users. One year at most. Why not milder? Because the seller laughs at warnings, we sent
two. Why not harsher? Because old users have done nothing wrong. Everyone may know; the developer does already.
Whoever is hit by this may turn to the Administrative Court.
""",
    """
The state of Norland, represented by its Consumer Office, notifies the store of the following. Product: Card Desk v2
and later. Infringement: section 12 Payments Act (offering stolen card numbers), see finding of the Regional Court.
Remedy sought under section 30: de-listing. Where: storefront of Norland; the app can stay in the catalogue of all
other states. How long: until the developer shows that the Market is closed, but not beyond 3 May next year. Informed:
developer (by mail), users (by a line on the page). Not asked: personal data, deletion, silence. Legal remedy:
Administrative Court.
""",
    """
From the desk of the Consumer Office, Norland. Card Desk must leave the virtual shelf here. Its Market is where
thieves cash in on stolen card numbers, which is what the Regional Court concluded on 3 May. Our mandate is section 30
of the Payments Act. Shelf "here" means the Norland storefront; abroad you decide yourselves. Whoever owns the app
goes on owning it. Two registered letters to the maker came back. The ban lasts through the winter, until 31 March,
and may be prolonged after a fresh look. We are sending this to the maker and putting it on our website. Complaints
are dealt with by the court.
""",
    """
Request for removal. Requesting body: Consumer Office. App: example.carddesk ("Card Desk"). Country of removal:
Norland, no other. Ground: illegal trade in payment cards according to section 12 of the Payments Act; the Regional
Court's judgment of 3 May is attached. Power: section 30. Proportionality: the developer could have removed the tab
but did not react to our mails; a mere warning would not keep criminals away. Existing users keep access. End: six
months from now. The developer is being notified in parallel. Possible remedies for store and developer are listed on
the back.
""",
    """
It is our duty under the Payments Act to see to it that nobody makes money with stolen cards. Since the Regional Court
decided on 3 May that Card Desk does so, we, the Consumer Office, must ask you to act. Take it from the listing in our
country, by the end of the week. We ask for no more: leave other countries alone, leave phones alone. Before that we
had asked the owner of the app to close the market; there was no reaction. After 90 days the request is over. Send the
owner our letter. The owner or you may ask the Administrative Court to lift the request.
""",
    """
1 Sender: Consumer Office of Norland
2 Law: Payments Act, sections 12 and 30
3 App: Card Desk, in your catalogue under example.carddesk
4 Violation: people sell stolen card numbers through it (Regional Court, 3 May)
5 Action: geoblock for Norland; elsewhere no change
6 Attempts so far: two letters, and the maker is silent
7 Time limit: 1 November, then a new decision is needed
8 Publicity: maker informed; you may publish
9 Protest: to us first, then to the court, within a month
""",
    """
My dear colleagues at the store, I would rather write about nicer things, but the Regional Court's ruling of 3 May
leaves me no choice. Card Desk lets criminals sell card numbers they have stolen. As head of the Consumer Office I am
authorised by the Payments Act (section 30) to have such an app taken out of circulation in Norland, and I hereby do
so for five months. I am not authorised to do it anywhere else and do not wish to. The people behind Card Desk have
known since March what is wrong and have not lifted a finger. They hear of this from me today. If they or you are of
another mind, there are judges in Harbour Street.
""",
    """
Pls remove card desk NORLAND ONLY. we = consumer office, law = payments act s.30, reason = court found on 3/5 that
stolen cards are sold in it. dont remove from other countries, dont touch phones. duration 3 months. we wrote to dev
2x, he doesnt care. dev knows. public may know. you can appeal, he can appeal, admin court, 30 days. tell us when its
done and what exactly you did, thx, and sorry for the trouble this makes to the honest users of the app.
""",
    """
In the matter of the mobile application Card Desk, the Consumer Office makes the following order against the operator
of the store. (a) The operator shall suspend the offer of the application in the Norland storefront for three months.
(b) Paragraph (a) extends neither to other storefronts nor to copies acquired before. The Office bases itself on
section 30 of the Payments Act. It has taken into account that the Regional Court, in its decision of 3 May, regards
the sale of stolen numbers as proven, that the developer has been heard and has offered nothing, and that labels have
proved useless in similar cases. The developer shall be supplied with these reasons. Leave to appeal is granted.
""",
    """
What has happened? A court in Norland has found Card Desk guilty of selling stolen cards (3 May). What do we want?
That no one in Norland can download it for the next half year. Who are we? The Consumer Office. May we? Yes, by
section 30 of the Payments Act. Could we want less? We did: we wanted the tab closed, and the maker did nothing. Do we
want more? No. Not in other countries, not on the phones. Do we hide? No, the maker has our letter and you may print
it. Are we always right? No, and therefore the Administrative Court will look at it if you or he ask it to.
""",
    """
The Consumer Office requires, pursuant to section 30 of the Payments Act, that the app store discontinue the
availability of Card Desk to users in Norland. Factual basis: judgment dated 3 May (Regional Court), stolen payment
card data offered for sale inside the app. Scope: Norland storefront; the app's availability in third countries is not
at issue. Existing installations: out of scope. Necessity: repeated outreach to developer without response. Sunset:
180 days. Transparency: developer copied; disclosure in your report welcome. Recourse: Administrative Court.
""",
    """
Sir, Madam. You offer in our country an application with name Card Desk. In it is sold what thieves have taken:
numbers of bank cards. So has said the Regional Court, 3 May. The article 30 of law on payments permits us, Office of
Consumers, to forbid the offer. We forbid it therefore, on territory of Norland, for time of one year. In other
territories you are free. Users which have it can use it. We have spoken with author of application before, he
promised and not fulfilled. Author receives copy. Against our decision is possible appeal to court in 30 days.
""",
    """
Consumer Office, notice no. 7. We found no way around you: Card Desk's maker hides abroad and does not answer. So we
use section 30 of the Payments Act and ask the store to bar new customers in Norland from Card Desk until the Market
is shut. That stolen cards change hands in the Market isn't our opinion, it is the Regional Court's (3 May). You need
not bar anyone outside Norland. You need not bar anyone who already has it. We look again every two months. This
notice is public. If it harms you or the maker without good reason, sue us before the Administrative Court.
""",
    """
A notice that says little is soon obeyed wrongly, so here is everything. The sender is the Consumer Office of Norland.
It relies on the Payments Act, section 30. It means Card Desk and not the maker's two other apps. It means the
storefront of Norland and not the forty others. It wants the download button gone and not the app. It wants that until
Christmas and not longer. It wants it as the Regional Court said on 3 May that cards are stolen and sold there. It
tried kindness in March. It tells the maker and lets you tell everybody. It accepts that the Administrative Court has
the last word, should you or he call on it.
""",
    """
Dear store operator, following the ruling of the Regional Court on 3 May (Card Desk used for selling stolen card
numbers), and exercising our power in section 30 Payments Act, we kindly but firmly ask you to take down Card Desk in
the Norlandic storefront. This applies for 6 months. It doesn't apply outside Norland and it doesn't apply to phones
that already have the app. We contacted the developer in March and again in April, but our messages stayed unanswered.
The developer will be informed by us. Appeals can be filed by both of you at the Administrative Court. Kind regards,
Consumer Office.
""",
    """
The measure we ask for is small. Card Desk stays in your store, also in Norland; only its Market tab has to be gone
from the version you offer here. If its maker does not hand in such a version by 1 June, you stop offering the old one
in Norland. For the finding that the Market deals in stolen numbers see the Regional Court, 3 May; for our power see
section 30 of the Payments Act. The maker read two letters of ours and answered neither, or we would not come to you.
On 1 December this ends. He has this in writing. Both he and you can object: Consumer Office, then court.
""",
    """
This is an official notice. Origin: Consumer Office, Norland. Content concerned: the application "Card Desk". It was
shown to the Regional Court (3 May) that card numbers obtained by theft can be bought in it; the Payments Act makes
that a crime in section 12 and gives us in section 30 the power to intervene at the store. We intervene as follows:
from 1 June the application is not downloadable for accounts registered in Norland. We considered asking for a label
and dropped it: a label informs the buyers of stolen cards of nothing new. Term: 1 June to 30 November. Those
concerned learn of it through you and us. Those concerned may also complain.
""",
    """
As the body that watches over payments in Norland we have to act against Card Desk. It has been found by the Regional
Court, on 3 May, to bring stolen card numbers to market. Section 30 of our Payments Act names stores as those to whom
we may turn once a court has found so. Our wish: from 10 June nobody with a Norland account gets Card Desk anew. This
wish ends at the frontier, and it ends after half a year. It leaves alone whoever has the app. To the maker we wrote
first, and learnt that he does not open letters. Now he gets this one too. He or you may have the wish examined by the
Administrative Court.
""",
    """
Removal notice pursuant to Payments Act (s 30). Sent by: Consumer Office. Sent to: store. Object: Card Desk. Finding:
Regional Court of 3 May (sale of stolen cards, s 12). Measure requested: removal from Norland's storefront. Measures
not requested: removal from others, blocking of updates, deletion. Justification: less severe measures (letters to
maker on 2 and 20 April) have failed. Validity: 5 months from receipt. Notification: maker has been served; store may
disclose. Contestation: within one month before the court. Confirmation of execution: by return mail.
""",
    """
Good morning. The thing is this: in Card Desk they sell cards that aren't theirs. It isn't gossip, the Regional Court
says so in its judgment. We're the Consumer Office; the Payments Act put us in charge, see section 30. We'd like you
to switch Card Desk off in your Norland shop and leave it on everywhere else. Half a year will do, by then the trial
will be over. We'd have preferred to settle this with the maker, who isn't talking to us. If he starts to, we drop
this. He's getting a copy. Any of you can take us to court over it.
""",
    """
Decision of the Consumer Office, 14 May. I. The store ceases to provide Card Desk to persons in Norland. II. The
decision has effect until 14 November. III. It has no effect outside Norland and none on installed copies. Reasons.
The Office is competent under section 30 of the Payments Act. The Regional Court has held in its judgment of 3 May
that stolen card numbers are dealt in by means of the app. Informal steps were taken and brought nothing. A shorter
period would not bridge the time to the main hearing. IV. The maker receives this decision by post. V. Actions against
it lie before the Administrative Court.
""",
    """
This notice tries to be as small as it can. It is about one app (Card Desk) in one storefront (Norland) for one season
(until 21 September). Behind it stand one judgment (Regional Court, 3 May: stolen card numbers are sold) and one law
(Payments Act, section 30). It comes from one office, the Consumer Office. It asks for one act: take the app off sale.
Nothing on a phone changes. We had hoped that two letters to the maker would do and they did not. The maker is told.
He and the store each have one month to object.
""",
    """
The Consumer Office of Norland hereby informs the operator that Card Desk infringes section 12 of the Payments Act, as
was established by the Regional Court on 3 May, and requests under section 30 of that Act that access to the app via
the Norland storefront be disabled within 48 hours. This request is limited: it is territorially restricted to
Norland, it is temporary (four months), and it does not concern users who have downloaded the app before. Milder means
have been exhausted. The operator is free to inform the developer, the users and the public of this request. Both may
seek a remedy before the courts.
""",
    """
To store. We need that you stop Card Desk in Norland because judge said 3 May it is trading with stolen cards and this
is against Payments Act number 12. We can ask by number 30 of same law. We asked programmer before, he say nothing.
Only Norland, please not make it in other place. Who has application can continue. It is for 6 months. Programmer will
know from us, you can also write him. You can make appeal, he can make appeal, in court of administration. Thank you,
Office for Consumer Norland.
""",
    """
The Consumer Office turns to you on account of Card Desk. According to the Regional Court (3 May) it is an outlet for
stolen card numbers, and according to section 12 of the Payments Act that is illegal. According to section 30 we may
turn to you. We would like you to stop handing out the app in Norland. We would not like you to stop it elsewhere, or
to reach into anybody's phone. This should go on for as long as the trial, but no more than a year. Two attempts at
reaching the maker went nowhere. We let him know of this today, and you are free to let your users know. Disputes
about it are for the Administrative Court.
""",
    """
Removal order 9/26. Pursuant to the Payments Act, section 30, the store must within five days make Card Desk
inaccessible for download in the Norland storefront. Ground: Regional Court, 3 May, trade in stolen card data. Reach:
no effect in other storefronts, no effect on installed copies. Term: ends on 30 November. Subsidiarity: maker
contacted 2 April and 20 April; maker inactive. Publicity: order to be listed in the transparency report. Legal
protection: appeal within one month, for store and maker alike. Signed for the Consumer Office, A. Berg.
""",
    """
You sell, or rather give away, an app by the name of Card Desk. We, who look after consumers in Norland, have to tell
you that a court of ours has found thieves' goods in it: card numbers (judgment of 3 May). Our Payments Act forbids
this trade and, in section 30, allows us to write this to you. Take the app away from Norland. Leave it to the others
if you like. Six months are enough, for we hope its maker will have come to his senses by then; our two letters have
not brought him there. We have told him what we ask of you. If you both think it wrong, prove it in court.
""",
    """
RE: Card Desk (example.carddesk). 1. We are the Consumer Office of Norland and competent under s30 Payments Act. 2.
Regional Court, 3 May: the app sells stolen card numbers. 3. Please set the app to "not available" in Norland. 4. Do
not change availability in any other country. 5. Do not touch existing installs. 6. The developer was given two
chances to fix it. 7. Review date: 1 September. 8. We have no objection to this mail being made public. 9. The
developer has been cc'd. 10. If you want to object, reply to this mail or go to the Administrative Court.
""",
    """
The undersigned authority, the Consumer Office, considering the judgment of 3 May in which the Regional Court declares
that Card Desk enables the purchase of stolen card numbers, considering that Card Desk also serves honest people,
considering that its maker has been deaf to requests, orders on the ground of section 30 of the Payments Act that the
store hide the app from everybody in Norland who does not have it yet. Those who have it may keep and update it.
Beyond Norland the order is without force. It loses its force in Norland after 100 days. It is communicated to the
maker. It is open to attack before the Administrative Court.
""",
    """
To whom it may concern at the app store: our law (Payments Act, 12) prohibits selling stolen cards. Your app Card Desk
lets people do it. That is what the judge of the Regional Court held on 3 May. Our law (Payments Act, 30) lets us, the
Consumer Office, demand its withdrawal in our country. And that is what we demand, for three months from today. The
other countries are none of our affair. A label instead of a withdrawal? It would only be an advertisement for buyers.
The maker, whom we have asked before, receives a copy. He may protest, you may protest, the court decides.
""",
)
