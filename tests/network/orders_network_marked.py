"""Orders to block by further stand-ins for learners; <E> and <H> stand where the page asks for marks.

Written in three lots, each measured before it was tuned on; none was changed to make it pass. Of the thirty fair ones
that were new to the rubric so far as it was tuned, twenty-four passed, and twenty-six with marks; of the faulty ones of
the last two lots ten of twenty-six were refused, as before the tuning.
"""

#: Fair drafts of the first two lots.
FAIR = {
    "regulator": """
The Authority for Electronic Payments, exercising its competence under section 12(3), directs access providers as
follows. Name resolution for market.example shall be suspended. <E>Since eleven unrelated merchants operate from the
same machine, no measure may be taken at the level of IP. <H>This direction ceases to apply on the thirtieth day after
its service. The registrar and the hosting undertaking have been approached and remained inactive. The decision is
subject to confirmation by the District Court, to which any addressee may turn. The shop's operator receives a reasoned
copy. Should traffic of a merchant be impaired, providers shall reinstate it within six hours of being alerted.
""",
    "operator of a network": """
From the network operations desk, at the request of the court, case 77. Starting tonight we will not answer DNS queries
for market.example. <H>The filter has an expiry of two weeks built in; to prolong it the court must write again. <E>We
checked the machine: eleven other shops sit on it, they keep working, as nothing is done to the IP. We would have liked
the hosting people to pull the page, they do not pick up the phone. The judge bases it on the Payments Act. The shop
got a mail from us, and there is a page that explains to callers why the name is dead. If something else breaks, ring
us and it is back within the hour.
""",
    "law student": """
The Court, satisfied that the page market.example/cards facilitates the sale of stolen card data in contravention of s
12 Payments Act, makes the following order pursuant to its inherent jurisdiction. 1. Respondents (the five largest
access providers) shall prevent resolution of the said host name. <H>2. The injunction is interim, twenty-one days,
with liberty to seek an extension. <E>3. Interests of the eleven co-located traders were weighed: an IP-level measure
would be disproportionate and is excluded. 4. Subsidiarity: notice to the host went unheeded. 5. The defendant is to be
served by e-mail; the order will appear in the register. 6. Third parties wrongly affected may apply at two hours'
notice.
""",
    "hurried": """
judge: yes. block = market.example (dns only). <E>NOT the ip bc 11 shops r on it. law = payments act 12. <H>till 15
june, then new hearing or it's off. tried before: mail to host + owner, nothing came. they both get this order, also
goes on court website. whoever loses access w/o reason calls the hotline, fixed same day. can be fought at appeals
court, 4 weeks. that's all we ask, it's enough to protect people with cards and it's not more than necessary i hope.
""",
    "simple English": """
There is a bad page. It sells card numbers that thieves took. The law on payments says no to this. So the judge says:
internet companies, please close the way to the name market.example. <E>Do not close the number of the machine. Eleven
good shops live on this machine and they did nothing wrong. <H>After three weeks the way is open again. We asked the
people of the machine to help but they said nothing. We tell the owner why. The owner can go to a higher judge and say
no. If a good shop is closed by accident, we open it before the evening.
""",
    "engineer": """
Scope first. The only thing filtered is the SNI and DNS value market.example; wildcard and subdomains are out. <E>A
null route for 203.0.113.40 would take eleven tenants down with it, hence rejected. Page-level filtering is impossible
under TLS and the hoster ignored two abuse tickets, so the name is the smallest handle left. <H>TTL of the rule: 336
hours, no auto-renew. Legal hook: s. 12 Payments Act plus the finding of the county court, which is also the place for
appeals. Publication: list of filtered names with reasons, machine readable. Misfires: rollback in 4 h.
""",
    "police officer": """
To the providers. We have asked the investigating judge for this and she has agreed. Stop your customers from reaching
market.example. She found that card numbers from burglaries are offered there, which the Payments Act punishes. <H>It
holds for ten days while we look for the owner, and falls away by itself. <E>Please take care of the eleven shops
beside it; none of them is to notice anything, so touch no IP number. The hoster knows about it for a month and has not
moved. Tell your customers the truth on an error page. Grievances go to her court. Where you overshoot, put it right
overnight.
""",
    "consumer group": """
On our application the tribunal has decided. What is to vanish from view is a single host, market.example. <E>The
bakery, the bookshop and nine more that are reachable under the same number must remain so. Why not ask the hoster?
Done, without result. Why not the number? See above. <H>The tribunal has given this a life of six weeks, renewable
once. It rests on section 12, Payments Act. The people behind the page hear of it by post, the public by the gazette.
Protest is possible before the same tribunal. Anyone hit without cause is to be reconnected the next working day.
""",
    "no block at all": """
We do not address the providers, for a block would be the heavier means. The hosting company takes market.example/cards
off its server by Friday, twelve o'clock. <E>The rest of the shop, and the eleven others at that address, are left in
peace. The court found stolen numbers on the page; section 12 of the Payments Act obliges whoever stores them. <H>The
duty ends when the page is gone, at the latest in a month. The seller is informed and can be heard next week. If the
company removed the wrong page it puts it back on the same day.
""",
    "two steps": """
Step one: the owner has until Monday to delete the page. Step two, if he does not: providers redirect market.example to
a page of the court. <H>Step two lasts no longer than 20 days. The judge who signs this follows section 12 of the
Payments Act. <E>Neighbours of the shop, there are eleven, see no difference because their names are others and the
address is not looked at. Owner and neighbours get a letter. Each of them may ask for a hearing. A mistake in the
redirect is removed within three hours of a call.
""",
    "ministry": """
Further to the judgment of the Commercial Court of 2 June, which held that the content offered at market.example/cards
is contrary to section 12, providers are to render the said domain inaccessible. <H>Validity: one calendar month.
<E>Collateral effects: none expected, given that the measure does not operate on addresses and that the eleven other
undertakings have domains of their own. Alternatives: contact with registrant and host, both unsuccessful.
Transparency: register of measures, accessible to all. Legal remedies: those of the Code of Procedure. Rectification:
within twelve hours of notification.
""",
    "with doubts": """
I would rather have the seller arrested, but he is abroad. So, as the judge on duty, I allow this much. The name
market.example may be withheld from users by providers. <H>Let it be for seven days; then I want to see if it was of
any use. <E>Nothing may happen to those who share the computer with it, eleven honest shops. I have read section 12 and
I think it covers the case. The host could have spared us this and chose silence. Everyone may read this decision. Who
feels wronged by it finds me in room 4. Slips are to be undone by nightfall.
""",
    "translated": """
Order of blocking. Object of the blocking is the domain name market.example, not the network address. <E>Reason for
this choice is the circumstance that on the address are located further eleven shops which are not involved. Legal
basis is paragraph 12 of Law on Payments. The provider of hosting was two times called upon and he left it without
reaction. <H>The blocking is limited on fourteen days. The decision is made by the judge of investigation. To the owner
is sent a copy. Against it the complaint at regional court is admissible. If other sites become unreachable, the access
must be given back within one day.
""",
    "card holder's lawyer": """
My client's card was sold at market.example/cards. The court grants what we asked, and no more. Access to that host
name is refused at the resolvers of the providers. <H>This relief is for 28 days only. <E>We did not ask for the
address: it would have silenced eleven traders against whom my client has nothing. The defendant's host was given 48
hours and let them pass. Section 12 is infringed, says the judgment, on page 3. A notice to the defendant goes out at
once. Affected traders have standing to intervene. Whatever is cut off in error shall be reachable again by the
following noon.
""",
    "numbers": """
(1) Who: the Payments Court. (2) Basis: s.12. (3) Measure: no resolution of market.example. (4) <E>Effect on the eleven
co-hosted names: zero, tested yesterday. (5) <H>Ends: 1 August. (6) Milder: takedown requests 4 and 11 May, not
honoured. (7) Informed: registrant, host, the eleven. (8) Review: full bench, on request of anybody. (9) Wrong hits:
cleared in 8 hours. (10) Report of the providers on the effect: 1 September, to be printed with the yearly figures.
""",
    "teacher": """
Class, here is mine. The court in our town, which heard the seller by video, orders this: providers hide
market.example, and hide nothing else. It follows the Payments Act, where trade with stolen numbers is banned. <E>They
leave alone the address, since our school's canteen and ten others share it. <H>They hide it during the summer
holidays, which are six weeks. The web host was written to in May and slept. The seller, the host and the newspaper get
the text. The seller may try his luck at the next court up. If our canteen disappears as well, it must be there again
by lunch.
""",
    "provider's lawyer": """
Draft agreed between the parties and made an order by the District Judge. The provider will, for the one hostname
market.example, return no answer. <H>It will do so for a period not exceeding forty days. <E>It is not required to
filter packets, so that other customers of the hosting firm (eleven at the date of this order) suffer nothing. The
applicant states, and the court accepts, that section 12 of the Payments Act is breached and that requests to the firm
were of no avail. The order is published with names redacted. Any person may apply to discharge it. Overblocking is to
be cured within one hour of its discovery.
""",
    "bullets": """
- court order, no agency alone
- name market.example at the DNS of all providers
- <E>spares the 11 neighbours, an IP block would not
- Payments Act s 12, stolen cards, proven
- <H>3 weeks
- we tried: owner (no reply), host (refused), registrar (abroad)
- the order with its reasons is open to everybody, the owner gets it first
- whoever disagrees: appeal, no lawyer needed
- errors: a phone number, answered day and night, repair in two hours
""",
    "old judge": """
Having heard the prosecutor, and having looked for the seller in vain, this court thinks fit to order. Let the name
market.example be struck from the providers' directories. <H>Let it be restored when three weeks have gone by, unless
this court should say otherwise upon a fresh hearing. <E>Let no harm come to the eleven tradesmen under the same roof.
The statute is the Payments Act, at section 12. The landlord of that roof was twice admonished and stirred not. This
order shall be cried publicly and handed to the seller. He may carry it higher. A wrong done under it shall be righted
ere the day is out.
""",
    "short of two": """
The criminal court, applying section 12, orders a DNS block. It concerns market.example alone. <H>Its term is fifteen
days from service. <E>It was limited to DNS for the sake of eleven blameless sellers whose sites answer at the same IP;
an IP block was refused by the court. Removal at source had been attempted: the host denied every responsibility. The
sellers, the owner and the press office get the text of the order. All of them are entitled to ask the chamber for its
repeal at any time.
""",
    "data protection officer": """
By decision of the independent supervisory board. Only the entry market.example is taken out of name resolution. <E>The
board looked at who is behind the same IP: eleven small traders. For their sake it has ruled out filtering by IP.
<H>The entry is to be put back after twenty days. Ground: section 12. A takedown notice sent to the hosting firm on 3
May produced nothing. All concerned receive this text; it is also on the board's website. An action may be brought
before the administrative judge. In the event of a wrongful entry, access is re-established not later than twelve hours
afterwards.
""",
    "friendly": """
Hi providers, the county court has said yes to a small block, here it is. Please make market.example not findable.
<E>Please do nothing to its IP, eleven shops would go down with it and they're nice people. <H>Please take the block
out again on the last day of June. Why we do it: stolen cards, payments law, number 12. We've begged the host, zero
reaction. We'll write to the owner and put the paper on our door. Complain to the court if you like. Oops cases: tell
us, we sort it out in an hour.
""",
    "clerk": """
Case no. 14. The justice of the peace. Application of the police granted in part. Granted: a DNS measure against
market.example. <E>Not granted: a measure against the IP, which serves eleven further clients. <H>Time: from 3 to 24
June. Statute relied upon: Payments Act, s. 12. Attempts made before: two, with the host, in vain. Service: on the
owner by mail, on the public by notice. Challenge: within ten days, in writing, to the circuit court. Correction of
wrong effects: by the clerk, the same day, on a call.
""",
    "student, essay-like order": """
Considering that a page with stolen card numbers hurts many people, that the Payments Act bans this trade, and that
neither its owner nor his host wished to do anything, the court resolves as follows. The providers shall cease to
translate the name market.example. <E>As eleven shops depend on the same address, that address is none of their
business. <H>Four weeks from now the measure dies, unless a judge revives it. The persons affected are to be heard
afterwards, and to be told beforehand in no case. The text is made public with the block. If there is a mistake in it
the court corrects it at once.
""",
    "short sentences": """
I am the judge. I have seen the page. It breaks section 12. I asked the host. He said no. Providers: do not lead people
to market.example. <E>There are eleven other shops there. They stay. <H>I give it nine days. Then I look again. I have
written to the owner. I have told the newspapers. He can say that I am wrong, three other judges listen to him. If you
block too much, stop it the minute you hear of it.
""",
    "telecom ministry, polite": """
The Ministry conveys the order of the Court of First Instance. Providers are kindly required to make the domain
market.example non-resolvable. <E>Particular regard is to be had to the eleven sites at the same address, none of which
may become unavailable. <H>The order has effect for one quarter of a year. It is founded on section 12 of the Payments
Act. Attempts to have the content removed by the host have come to nothing. The order has been communicated to the
owner. It is open to him to lodge an appeal. Unavailability caused by error is to be remedied within one day.
""",
    "programmer's json": """
This order in plain words, for machines there is a JSON. Target: host "market.example", type DNS. <E>Side effects: we
counted the sites on 203.0.113.40, there are twelve with the target, so type IP was not chosen. <H>Expires:
2026-07-01T00:00. Authority: municipal court, judge Ines Okoro. Legal reference: Payments Act 12. Earlier steps: abuse
mail to host, bounced twice. Notice: owner, host, all twelve, and the public list. Appeal: POST it to the court, or go
there. False positives are rolled back in thirty minutes.
""",
    "cautious": """
We thought of doing nothing. But the page goes on hurting people, the law (Payments Act, section 12) forbids it, and
the host does not even read our letters. Therefore the court allows a block of the one name market.example. <E>We asked
ourselves who else loses by this: nobody, as far as we can see, for the eleven others have their own names. <H>It is
allowed until the end of the month. The owner is told. Anyone may come to the court with his objections. If we were
wrong about the eleven, we end it at once.
""",
    "international": """
Order of Tribunal No. 4. Is blocked: the Internet name market.example. <E>Are not blocked: the IP address and the
eleven other merchants who use it. <H>During: thirty days. Because: it was established by the Tribunal that numbers of
stolen cards are sold, this is contrary to article 12. The hoster was requested but did not cooperate. The present
order will be notified to the interested person and published. He disposes of the right of recourse. The errors will be
repaired in the day.
""",
    "mother": """
My son's card was stolen too, so I asked the judge, and this is what she wrote. Nobody's provider should open
market.example any more. <E>But she was strict: the other eleven shops must not lose a single customer through it,
therefore no numbers are blocked, just the name. <H>And it is only for a fortnight. She said the payments law lets her
do it. The company that rents out the computer had been asked nicely and then less nicely. The bad man gets a letter.
He can fight it in court. If a wrong shop is hit, she wants a call, and it will be open again in an hour.
""",
}
#: Fair drafts of the third lot: at first eight passed, and nine with marks.
HELD_OUT = {
    "appeal judges": """
We uphold the order below with these changes. It binds the four appellant providers in respect of market.example and no
further name. <E>Eleven traders are housed at the same IP and did nothing; the part of the order that touched the IP is
struck out. <H>It ends on 30 September. Section 12 is made out on the evidence. The host was invited to act, and did
not. The owner, wherever he may be, is to have a copy. He may apply to us on three days' notice. A trader who loses
visitors through an error of a provider is entitled to have it undone within the day.
""",
    "network student": """
I block by DNS: market.example gets NXDOMAIN at the big providers. <E>I don't block by IP since the reverse lookup
shows eleven other shops, and they'd be gone too. <H>The record is deleted from the block list after 21 days by a cron
job. A judge looked at the page (stolen cards, Payments Act section 12) and signed. Before that the hoster got two
abuse reports and did nothing. The owner is mailed, and there's a public list with the reason. If you think you're on
it wrongly, mail the court; wrong entries go out in under an hour.
""",
    "bank": """
The bank asked, the court gave this. One entry, market.example, is to be withheld by name servers. <E>Nobody else is to
feel it: the eleven shops at the same machine have names of their own, which are answered as before. <H>The entry is
withheld for sixty days. The law is section 12. To write to the host was tried and brought no result. Customers who
look for the page read in its place who ordered this and on what ground. The seller can bring his case to the court.
Any other name withheld by mistake is answered again within two hours.
""",
    "very simple": """
We close one name: market.example. Only this name. <E>Eleven other shops use the same address. We do not close the
address, so they stay open. <H>We open the name again after thirty days. The court said that the page is against the
law (section 12). We first asked the host to take it away. The host did not do it. We tell the owner. We tell all
people on our website. The owner can ask another court. If we make an error, we fix it in one day.
""",
    "committee": """
Present: three judges, a clerk. The application is allowed as follows. Resolution of market.example by providers is
stayed. <E>The proposal to null-route the IP fell: twelve tenants, of whom eleven are beyond reproach. <H>The stay is
for ten days, and may be renewed on application. The legal foundation is the twelfth section of the Payments Act. The
tenants and the defendant are given notice; so is the press. Milder courses, that is two requests to the host, led
nowhere. Whoever takes exception to the stay may come before us in the next sitting. Excess is put right upon telephone
call, at any hour.
""",
    "agency with court": """
The Consumer Agency asks providers to carry out what the city court ordered today. Please stop resolving the domain
market.example. <E>Please leave untouched everything else on its IP; it houses eleven legal shops. <H>Please end the
measure on its own after 14 days unless the court writes to you again. The order follows from the Payments Act, section
12. It was preceded by a letter to the owner and one to the host, neither of which got an answer. We publish this
letter. Questions and complaints go to the court's registry. Wrong blocks are to be ended in the same night.
""",
    "poetic": """
A page sells what thieves have taken, and a court has seen it and said that the twelfth section forbids it. Let
providers forget the name market.example. <E>Let them remember all the other names, above all the eleven that live
under one roof with it. <H>Let them forget it for thirty nights. The landlord of the roof was asked to close that one
door, and shrugged. The seller hears of this today, and so does the town. He may plead against it before the judges of
the land. If another name is forgotten by mistake, let it be remembered by the next morning.
""",
    "lean": """
Order. DNS block, market.example. <E>IP not touched: 11 bystanders there. <H>Four weeks, then void. Ground: Payments
Act, s 12, as found by the regional court in its decision of 2 May. Prior step: takedown request to host, no reply
within five days. The order is served on the owner by e-mail and put on the court's website. Objection: regional court,
no fee, no deadline. Any block that hits somebody else is to be reversed within 3 hours of a report to the providers'
hotline.
""",
    "critical lawyer": """
I hold little of blocking, but if it must be, then thus. The district court may order the providers to withhold
market.example from their customers, and orders it. <E>An IP block would take eleven blameless shops with it and is
therefore forbidden to them. <H>After two weeks the order has no force any more. Section 12 of the Payments Act is the
basis. The hoster has been warned in vain. The order and its reasons are public, the owner is served with it. He and
the shops can contest it. Who has been blocked by mistake is to be unblocked without delay and gets his damage paid.
""",
    "dialogue-free memo": """
Memo to all access providers, from the clerk of the court. Please note the judge's order on market.example: the name is
to be made unreachable. <E>The judge stresses that the eleven shops with which it shares an IP must be kept out of
this. <H>The order is good until 15 August at noon. It rests on section 12 of the Payments Act. The judge tried the
host first. A copy goes to the owner, one hangs in the hall. Those who want to object can do so in writing. Report any
side effects to me, I see to it that they are gone within the hour.
""",
}
#: Drafts with one fault each, and words of the hint that it earns.
FAULTY = {
    "range by size": (
        "who lives there",
        """
The court, under section 12 of the Payments Act, has providers drop everything from 203.0.113.0 up to 203.0.113.127.
The page meant is market.example/cards. <E>Eleven shops and perhaps more share it, they may ask the court for an
exception. <H>This is for 14 days. The host did not react. Owner and public are informed. Errors are mended within a
day.
""",
    ),
    "hosting provider": (
        "who lives there",
        """
The host has ignored us. So providers cut the connection to the hosting provider of market.example as a whole, under
section 12 of the Payments Act. <E>The eleven shops can find another host. <H>It lasts 14 days. The judge has signed.
Everyone is told and may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "until it works": (
        "for how long",
        """
The judge orders under section 12 of the Payments Act: the name market.example is not to be resolved. <E>The eleven
shops on the same address stay reachable. <H>This is to be kept up until the seller has understood. The host did not
answer. Owner and public are informed. One may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "permanently": (
        "no end",
        """
The judge orders under section 12 of the Payments Act: the name market.example is not to be resolved. <E>The eleven
shops on the same address stay reachable. <H>The measure is a lasting one, without any date of expiry. The host did not
answer. Owner and public are informed. One may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "shops accepted": (
        "shrugs off",
        """
The judge orders under section 12 of the Payments Act: the address of market.example is refused. <E>That eleven other
shops are cut off as well is the price of a clean net. <H>It holds for 14 days. The host did not answer. Owner and
public are informed. One may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "shops deserve it": (
        "shrugs off",
        """
The judge orders under section 12 of the Payments Act: the address of market.example is refused for 14 days. <E>The
eleven shops there should have chosen a better neighbour. The host did not answer. Owner and public are informed. One
may appeal to the court of appeal. Errors are mended within a day, if the provider has nobody on leave.
""",
    ),
    "agency alone": (
        "on what law",
        """
The agency decides by itself. The name market.example is not resolved any more for 14 days. <E>The eleven shops on the
same address stay reachable. The host did not answer. <H>After 14 days it is looked at again. Owner and public are
informed by mail. Errors are mended within a day, and we do our best that there are none.
""",
    ),
    "no page": (
        "what exactly is blocked",
        """
The judge orders under section 12 of the Payments Act: pages that sell stolen numbers are not to be shown. <E>Shops on
the same address stay reachable. <H>It holds for 14 days. The hosts did not answer. Owners and public are informed.
They may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "neighbours unseen": (
        "who else would be hit",
        """
The judge orders under section 12 of the Payments Act: the address 203.0.113.40, where market.example stands, is not
routed. <H>It holds for 14 days. The host did not answer our letters. Owner and public are informed. They may appeal to
the court of appeal. What was done in error is mended within a day.
""",
    ),
    "secret": (
        "secret",
        """
The judge orders under section 12 of the Payments Act: the name market.example is not resolved for 14 days. <E>The
eleven shops on the same address stay reachable. The host did not answer. The providers must not speak of it to
anybody, and the owner is to learn nothing. <H>Then it is looked at again. Errors are mended within a day.
""",
    ),
    "no appeal": (
        "appeal",
        """
The judge orders under section 12 of the Payments Act: the name market.example is not resolved. <E>The eleven shops on
the same address stay reachable. <H>It holds for 14 days. The host did not answer. Owner and public are informed. An
appeal against this decision is ruled out. Errors are mended within a day.
""",
    ),
    "users punished": (
        "everybody",
        """
The judge orders under section 12 of the Payments Act: the name market.example is not resolved for 14 days. <E>The
eleven shops on the same address stay reachable. Providers report the names of all who tried to open it, and close
their lines. The host did not answer. Owner and public are informed and may appeal to the court of appeal.
""",
    ),
    "resolvers": (
        "everybody",
        """
The judge orders under section 12 of the Payments Act: the name market.example is not resolved. So that nobody gets
round it, foreign DNS services such as 9.9.9.9 are closed too. <E>The eleven shops stay reachable. <H>It holds for 14
days. The host did not answer. Owner and public are informed and may appeal to the court of appeal.
""",
    ),
    "an opinion": (
        "argues",
        """
An order like this must be weighed with care. It should name market.example, which breaks section 12. <E>The eleven
shops that share its address should not be hit. <H>It should run for something like 14 days and be looked at again by a
judge. The owner should be told, and he should be able to appeal. So far my thoughts on the matter.
""",
    ),
    "questions": (
        "asks",
        """
Should the providers block market.example? Is it against section 12 of the Payments Act? Are eleven shops on the same
address? Would 14 days be enough? Has the host been asked? Does the judge decide? Is the owner told? May he appeal to
the court? Who mends errors within a day? Is there nothing milder?
""",
    ),
    "copies": (
        "who lives there",
        """
The judge orders under section 12 of the Payments Act: the name market.example is blocked, and every mirror that turns
up later. <E>The eleven shops stay reachable. <H>It holds for 14 days. The host did not answer. Owner and public are
informed and may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "vpn": (
        "everybody",
        """
The judge orders under section 12 of the Payments Act: the name market.example is blocked. Services with which one gets
round the block, VPN above all, are to be throttled. <E>The eleven shops stay reachable. <H>It holds for 14 days. The
host did not answer. Owner and public are informed and may appeal to the court of appeal.
""",
    ),
    "lawless": (
        "no law",
        """
Although there is no provision for it, the judge orders: the name market.example is blocked. <E>The eleven shops stay
reachable. <H>It holds for 14 days. The host did not answer. Owner and public are informed and may appeal to the court
of appeal. Errors are mended within a day, or at least within two.
""",
    ),
    "whole country": (
        "everybody",
        """
The judge orders under section 12 of the Payments Act: the name market.example is blocked by switching off the mobile
internet in the region for 14 days. <E>The eleven shops can use the landline. The host did not answer. Owner and public
are informed and may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "renewing itself": (
        "no end",
        """
The judge orders under section 12 of the Payments Act: the name market.example is blocked. <E>The eleven shops stay
reachable. <H>It holds for 14 days and then for another 14, over and over, nobody has to ask. The host did not answer.
Owner and public are informed and may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "refusal": (
        "argues",
        """
I won't order that market.example be blocked. Nobody should write such orders, section 12 or not. <E>Eleven shops on
the same address would be hit. <H>Not even for 14 days. The owner should be told and go to court, and a judge should
decide. Errors cannot be mended within a day, as everyone knows who has used the net.
""",
    ),
    "host as a list": (
        "who lives there",
        """
The judge orders under section 12 of the Payments Act: all names at the address of market.example are blocked. <E>The
eleven shops are among them; they are sorry cases, but the page must go. <H>It holds for 14 days. The host did not
answer. Owner and public are informed and may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "errors denied": (
        "on what law",
        """
Providers block market.example. <E>The eleven shops at its address are not affected. <H>14 days. We have made no
mistake so far and will make none. Nobody was asked before, as speed matters. That the seller hears of it cannot be
prevented. More there is not to say, and we wish everyone a good day and safe cards.
""",
    ),
    "future names": (
        "who lives there",
        """
The judge orders under section 12 of the Payments Act: market.example and whichever names the agency later reports are
blocked. <E>The eleven shops stay reachable. <H>It holds for 14 days. The host did not answer. Owner and public are
informed and may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "newspaper": (
        "everybody",
        """
The judge orders under section 12 of the Payments Act: market.example is blocked, and with it the blog that has linked
to it and laughed about the court. <E>The eleven shops stay reachable. <H>It holds for 14 days. The host did not
answer. Owner and public are informed and may appeal to the court of appeal.
""",
    ),
    "block /29": (
        "who lives there",
        """
The court, by section 12 of the Payments Act: market.example stands on 203.0.113.40, so 203.0.113.40/29 is closed.
<E>The eleven shops get a new address from their host. <H>14 days. The host did not react. Owner and public are told.
Appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "the firm": (
        "who lives there",
        """
The court, by section 12 of the Payments Act: nothing that belongs to the hosting firm of market.example is to be
reachable. <E>The eleven shops may sue the firm. <H>14 days. The host did not react. Owner and public are told. Appeal
to the court of appeal. Errors are mended within a day.
""",
    ),
    "not our fault": (
        "shrugs off",
        """
The court, by section 12 of the Payments Act: the address of market.example is closed. <E>Eleven shops go dark with it,
which is not our fault. <H>14 days. The host did not react. Owner and public are told. Appeal to the court of appeal.
Errors are mended within a day.
""",
    ),
    "as long as": (
        "for how long",
        """
The court, by section 12 of the Payments Act: the name market.example is not resolved. <E>The eleven shops stay open.
<H>It stays so as long as there are thieves. The host did not react. Owner and public are told. Appeal to the court of
appeal. Errors are mended within a day.
""",
    ),
    "till the end of time": (
        "has no end",
        """
The court, by section 12 of the Payments Act: the name market.example is not resolved. <E>The eleven shops stay open.
<H>It holds till the end of days. The host did not react. Owner and public are told. Appeal to the court of appeal.
Errors are mended within a day. The providers send in their bills.
""",
    ),
    "hush": (
        "keeps the order secret",
        """
The court, by section 12 of the Payments Act: the name market.example is not resolved for 14 days. <E>The eleven shops
stay open. The host did not react. Whoever speaks of this order in public is fined, and the owner must find out by
himself. <H>In 14 days we see. Errors are mended within a day.
""",
    ),
    "court closed": (
        "lets nobody appeal",
        """
The court, by section 12 of the Payments Act: the name market.example is not resolved for 14 days. <E>The eleven shops
stay open. The host did not react. The owner is told. He may not go to court against it. Errors are mended within a
day. The providers send in their bills.
""",
    ),
    "all vpn users": (
        "of everybody",
        """
The court, by section 12 of the Payments Act: the name market.example is not resolved for 14 days. Those who use a VPN
to get there lose their contract. <E>The eleven shops stay open. The host did not react. The owner is told and may
appeal to the court. Errors are mended within a day.
""",
    ),
    "app too": (
        "of everybody",
        """
The court, by section 12 of the Payments Act: the name market.example is not resolved for 14 days. As sellers talk in
Telegram, that is blocked with it. <E>The eleven shops stay open. The host did not react. The owner is told and may
appeal to the court. Errors are mended within a day.
""",
    ),
    "police whim": (
        "on what law",
        """
The chief of police has had enough. The name market.example is not resolved for 14 days. <E>The eleven shops stay open.
The host did not react. The owner is told. It is done because we find it necessary. Errors are mended within a day. The
providers send in their bills to the town.
""",
    ),
    "musing": (
        "argues about orders",
        """
One could block market.example, or one could ask the host once more. <E>Eleven shops share the address, so by name
would be better. <H>14 days seem right to me. Section 12 of the Payments Act would be the law. A court would have to
decide, the owner would have to be told and could appeal.
""",
    ),
    "nothing named": (
        "what exactly is blocked",
        """
The court, by section 12 of the Payments Act: the providers take care that no stolen cards are sold on the net.
<E>Shops that share an address with sellers stay open. <H>14 days. Hosts did not react. Owner and public are told.
Appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "nobody else": (
        "who else would be hit",
        """
The court, by section 12 of the Payments Act: the address 203.0.113.40 is closed, where market.example is found. <H>14
days. The host did not react to two letters. Owner and public are told. Appeal to the court of appeal, within a month.
Errors are mended within a day. The providers send in their bills.
""",
    ),
    "agency may add": (
        "who lives there",
        """
The court, by section 12 of the Payments Act: market.example is closed; the agency is free to put more on the list.
<E>The eleven shops stay open. <H>14 days. The host did not react. Owner and public are told. Appeal to the court of
appeal. Errors are mended within a day.
""",
    ),
    "a /24 in words": (
        "who lives there",
        """
The court orders under section 12 of the Payments Act: market.example and the 256 addresses around it are closed.
<E>The eleven shops are informed. <H>14 days. The host did not react. The owner is told and may appeal. Errors are
mended in a day. Costs are borne by the state treasury, and the providers send in their bills at the end of the
quarter.
""",
    ),
    "everything at the host": (
        "who lives there",
        """
The court orders under section 12 of the Payments Act: market.example is closed with all that is hosted beside it.
<E>The eleven shops are told. <H>14 days. The host did not react. The owner is told and may appeal. Errors are mended
in a day. Costs are borne by the state treasury, and the providers send in their bills at the end of the quarter.
""",
    ),
    "no matter": (
        "shrugs off",
        """
The court orders under section 12 of the Payments Act: the address of market.example is closed. <E>That there are
eleven shops changes nothing. <H>14 days. The host did not react. The owner is told and may appeal. Errors are mended
in a day. Costs are borne by the state treasury, and the providers send in their bills at the end of the quarter.
""",
    ),
    "no date": (
        "for how long",
        """
The court orders under section 12 of the Payments Act: the name market.example is closed. <E>The eleven shops keep
working. <H>It is opened again if and when we are satisfied. The host did not react. The owner is told and may appeal.
Errors are mended in a day. Costs are borne by the state treasury, and the providers send in their bills.
""",
    ),
    "for all time": (
        "has no end",
        """
The court orders under section 12 of the Payments Act: the name market.example is closed. <E>The eleven shops keep
working. <H>It never opens again. The host did not react. The owner is told and may appeal. Errors are mended in a day.
Costs are borne by the state treasury, and the providers send in their bills at the end of the quarter.
""",
    ),
    "gag": (
        "keeps the order secret",
        """
The court orders under section 12 of the Payments Act: the name market.example is closed. <E>The eleven shops keep
working. <H>14 days. The host did not react. This paper is for the providers' eyes alone. One may appeal. Errors are
mended in a day. Costs are borne by the state treasury, and the providers send in their bills.
""",
    ),
    "final": (
        "lets nobody appeal",
        """
The court orders under section 12 of the Payments Act: the name market.example is closed. <E>The eleven shops keep
working. <H>14 days. The host did not react. The owner is told. Our word is final. Errors are mended in a day. Costs
are borne by the state treasury, and the providers send in their bills at the end of the quarter.
""",
    ),
    "log the visitors": (
        "of everybody",
        """
The court orders under section 12 of the Payments Act: the name market.example is closed. Providers keep a list of
everybody who asks for it and hand it to the police. <E>The eleven shops keep working. <H>14 days. The host did not
react. The owner is told and may appeal. Errors are mended in a day. Costs are borne by the state.
""",
    ),
    "browser": (
        "of everybody",
        """
The court orders under section 12 of the Payments Act: the name market.example is closed, and so is every tool that
hides where one surfs. <E>The eleven shops keep working. <H>14 days. The host did not react. The owner is told and may
appeal. Errors are mended in a day. Costs are borne by the state treasury.
""",
    ),
    "mayor": (
        "who decides",
        """
The mayor of the town wants this. The name market.example is closed. <E>The eleven shops keep working. <H>14 days. The
host did not react. The owner is told by mail. Errors are mended in a day. Costs are borne by the town, and the
providers send in their bills at the end of the quarter, with a list of the hours.
""",
    ),
    "comment": (
        "argues about orders",
        """
In general I find that a DNS block is milder than an IP block. For market.example it would be enough. <E>Eleven shops
would be spared. <H>Two weeks are a usual time. Section 12 of the Payments Act is a good basis, judges tend to accept
it. The owner usually gets told and can usually appeal. Errors are usually mended in a day.
""",
    ),
    "vague object": (
        "what exactly is blocked",
        """
The court orders under section 12 of the Payments Act: whatever sells stolen cards is to be closed by the providers.
<E>Those at the same address keep working. <H>14 days. The hosts did not react. The owners are told and may appeal.
Errors are mended in a day. Costs are borne by the state treasury, and the providers send in their bills.
""",
    ),
}


def marked(text: str, marks: bool = True) -> str:
    """A text with the marks that the page asks for, or without."""
    for sign, words in (("<E>", "Who else: "), ("<H>", "How long: ")):
        text = text.replace(sign, words if marks else "")
    return text


#: For a part of a point's name: sentences that make it in rarer words, and sentences near them that do not.
RARER = {
    "on what law": (
        ("S 12 Payments Act.", "The statute is the Payments Act.", "Stolen cards, law on payments."),
        ("Nobody acts on it.", "Without any law on payments."),
    ),
    "why this means": (
        ("Notice to the host went unheeded.", "Alternatives considered: two.", "The host kept silent."),
        ("The host was paid.", "Alternatives exist."),
    ),
    "who else": (
        (
            "Eleven traders suffer nothing.",
            "Their co-located merchants are spared.",
            "Who else: none of them, I hope.",
        ),
        ("Who else: nobody.", "Ten traders sell cards.", "Nobody has asked who is spared, or which shops."),
    ),
    "for how long": (
        (
            "Let it be restored when a week has gone by.",
            "Interim, for ten days.",
            "It lasts over the holidays.",
        ),
        ("Let it be restored.", "Interim.", "How long: as the police wish it, and no less."),
    ),
    "who is told": (
        ("The register is transparent, and in the gazette.", "It explains to callers why.", "Cried publicly."),
        ("The register is old.", "Nobody is told why."),
    ),
    "where one can complain": (
        ("He may carry it higher.", "Third parties may apply for its discharge.", "Grievances go to her."),
        ("He carries it.", "Nobody may carry it higher."),
    ),
    "errors": (
        (
            "Should traffic be impaired, it is reinstated within six hours.",
            "A wrong done under it shall be righted ere the day is out.",
            "Rectification: within twelve hours.",
            "If our canteen disappears, it must be there again by lunch.",
        ),
        ("Traffic is impaired within six hours.", "Rectification: when we can.", "It is there again by lunch."),
    ),
}
#: Of the first model: what stands there, and what spoils it there, with words of the hint.
_TIME = "for 14 days"
_SHARED = "eleven other shops share it"
_TRIED, _SAID = (
    "The owner and the host were asked and did not answer.",
    "Owner, host and public are told the reasons at once.",
)
_MAY = ", and may complain to the court of appeal."
_NAME = "to block that one name"
TWISTED = (
    *((_SAID, said, "keeps the order secret") for said in (
        "The owner is told nothing.",
        "Tell neither the owner nor the host.",
        "The owner gets no copy.",
        "Keep this between us.",
        "Informing the owner is forbidden.",
        "Nobody needs to know.",
    )),
    *((_MAY, f". {said}", "lets nobody appeal") for said in (
        "Neither the owner nor the host can contest it before a court.",
        "No appeal.",
        "The owner may not appeal.",
        "You cannot complain to any court.",
        "Objections are not heard.",
        "Complaints will be thrown away.",
    )),
    *((_TIME, time, "no end") for time in (
        "until 30 September 2099",
        "for 500 years",
        "for hundreds of years",
        "until the year 2150",
        "as long as it seems useful to us",
        "until we say otherwise",
    )),
    *((f"{_NAME} {_TIME}, and no address", f"{what} {_TIME}", "who lives there") for what in (
        "to block the whole IP address behind market.example/cards",
        "to block the page market.example/cards, and the rest of the site too,",
        "to block all of market.example",
        "to block market.example/cards and the eleven shops",
        "to block the whole site market.example with all its pages",
    )),
    *((_TRIED, tried, "nothing milder was tried") for tried in (
        "Milder means were not tried.",
        "We did not look for anything milder.",
        "The host was not asked first; blocking is quicker.",
        "Nobody was asked before, since blocking is quicker.",
    )),
    *((_SHARED, else_, "how they are spared") for else_ in (
        "it stands alone. Who else: nobody at all, as no other shop is at this address",
        "it stands alone. Who else: no one",
        "it has others. Who else: eleven shops; sadly they fall with it",
        "it has others. Who else: eleven shops. They are blocked as well",
    )),
)  # fmt: skip
#: In the same places, and fair.
STRAIGHT = (
    (_SAID, "The owner and the host are told at once, and hear nothing new in it, since both were in court."),
    (_SAID, "The shops get no letter, but read it in the gazette, where it is published with its reasons."),
    (_MAY, ". An appeal to the court of appeal is open to all, and no appeal costs anything."),
    (_MAY, ". The owner cannot complain that he was not warned, and may go to the court of appeal."),
    (_MAY, ". If the owner cannot appeal in time, he may complain to the court of appeal later."),
    (_TIME, "until 30 September 2027"),
    (_TIME, "for 14 days, and not for years"),
    (_NAME, "to block that one name, and the rest of the site stays open"),
    (_NAME, "to block that one name, since to block the whole IP address would cut off others,"),
    (_NAME, "to block the full web address market.example/cards"),
    (_TRIED, "The owner was not asked, since he is unknown; the host was asked and did not answer."),
    (_TRIED, "It cannot be done with less: the host won't answer."),
    (_SHARED, "it is shared. Who else: nobody, because the block goes by name and the eleven shops stay open"),
    (_SHARED, "it is shared. Who else: nobody, if it is done by name: the eleven shops that share it stay open"),
)
#: Sentences by which others are hit for nothing, and sentences that say of others something else.
OTHERS_HIT = (
    "Eleven shops go dark with it.",
    "The other merchants are blocked too.",
    "The neighbours lose their customers.",
    "The eleven traders on the machine are cut off.",
)
OTHERS_NAMED = (
    "Eleven shops would go dark.",
    "The other merchants are not blocked.",
    "If the neighbours lose customers, they may call.",
    "Eleven traders are cut off, which the court has weighed.",
    "Traders who are blocked by mistake may call.",
    "To let eleven shops go dark was refused.",
)
