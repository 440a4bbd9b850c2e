"""Orders to block as learners draft them: good ones of many styles and means, bad ones with one fault each and its
hint."""

GOOD = {
    "formal": """
The Regional Court, acting under article 7 of the Network Crime Act, hereby orders all internet access providers to
refuse connections to the host name fraud.example for a period of twenty-one days. The court has found that the page
fraud.example/login imitates a bank in order to steal passwords. The hosting company was requested to remove it and
has not replied. Since the address is shared with at least thirty lawful sites, no block by address is permitted. The
order shall be served on the owner and published. Any person affected may appeal to this court. Blocks that prove
erroneous shall be lifted within twelve hours.
""",
    "plain": """
Please block the page cards.example and only that name, because it sells stolen card numbers, which is against the law
on payments. We asked the owner twice and got no answer. Don't block the address: a school and a bakery live there too
and they have done nothing. The block stops after three weeks. A judge has agreed to this. The owner, the host and the
school get a letter. If you think it is wrong you can go to the court. If we hit somebody by mistake it is put right
the same day.
""",
    "not a native": """
Order: The providers must to block the domain "bad-shop.test" since 1 of March till 15 of March. The reason is that
the tribunal has decided that in this page are sold forbidden weapons, article 55 of criminal code. The host was
informed but he did nothing. We block the name and not the IP because other shops use the same IP and they must stay
open. The owner must be informed and also the people can read it in the site of the court. He can make complaint to
the tribunal. When there is error, it must be corrected in 24 hours.
""",
    "hurried": """
block name: forged-papers.test, providers, 10 days, then judge looks again. why: court found it sells false passports,
that is a crime under section 9. host asked, no reply. address not blocked, since others share it and they stay
online. owner + host told today, order is published on the court's page. complaints to the district court, within a
month. mistakes are undone within 24 hours. more than this is not needed and is not asked for by us.
""",
    "bullets": """
- What: the one video named in the annex, and nothing else of the site.
- Law: section 4 of the Youth Act; the court found the video unlawful on 3 May.
- Why this way: the platform was asked first and refused; a block of its name would take ten thousand other videos
  along.
- Who else is hit: nobody, as the platform itself takes the video down.
- How long: until 1 July, then the court looks again.
- Who is told: the author and the public.
- Complaints: to the court of appeal.
- Errors: corrected within two days.
""",
    "bullets without full stops": """
- block the name shop-of-fakes.test, no address
- why: the Trade Mark Act, section 5, and the shop was asked, without an answer
- the address is shared with a choir, which stays reachable
- for two weeks, then the judge looks again
- no warning is published before it begins
- afterwards the owner is informed and may object at the court
- mistakes: corrected within a day
- never again for the same cause without a new order
""",
    "headings": """
Object: http://casino.example, the site and no subdomain. Basis: Gambling Act, section 21; the firm has no licence.
Means: refusal of the name by the four providers. Lesser means: a fine was tried and failed, the firm sits abroad.
Bystanders: the mail of the same firm, which other people use, stays reachable. Duration: thirty days. Decision: panel
of three judges. Notice: to the firm, to its host and in the gazette. Remedy: objection before the administrative
court. Errors: unblocked within one working day.
""",
    "the address, for it is exclusive": """
We, the magistrates of this town, order the provider to refuse the address 198.51.100.20 from 2 June to 9 June. The
register of the hosting firm shows that nobody but the swindler rents that machine, so no neighbour is struck; we had
this checked by an expert yesterday. He sells medicine that kills, which the Medicines Act forbids. He was warned by
letter and laughed. He is told of this order today and may appeal to the higher court. Should another customer get the
address in the meantime, the block ends at once.
""",
    "the host alone": """
No provider is to block anything. The court finds that the post no. 4711 on the forum talk.example incites to murder,
an offence under section 130 of the Criminal Code. The operator of the forum can delete a single post, which a
provider cannot, as the connection is encrypted; so the operator shall delete it within a day. The rest of the forum
and its users are not touched. The author is informed of the reasons and can object within two weeks. The order itself
lapses on 31 December. If the wrong post was deleted, it is restored at once.
""",
    "a commission": """
The independent commission for the net orders, on the ground of the judgment of 4 May, that the name poison.test be
blocked by every provider in the country. It runs for two months and is reviewed after one. A smaller measure was
considered: asking the registrar to suspend the name, who declined. Sites under other names on that server remain
available. The commission publishes this order, informs the holder of the name, and hears complaints within a week.
Anyone who was blocked wrongly is freed within six hours and is compensated.
""",
    "letters": """
To all providers. From Monday to the Monday after, you shall not let through requests for the name pills.example. To
the host: you have not answered our two letters, therefore we write to the providers. To the neighbours of
pills.example on its machine: you are not meant, and your names stay open; call us, and an error is repaired by the
next morning. To the owner: you hear of it today, and you may challenge it before the tribunal in Port Street. Signed:
Judge Okafor, who has found that you break the Medicines Act.
""",
    "narrow by court's list": """
This court authorises the block of two names, first.example and second.example, and of those copies only that the
court itself adds by a new decision. The Copyright Act, article 8, allows it. The operators could not be found,
although the plaintiff wrote to them and to their host, so nothing milder is left. Names that share the server are
spared, because the address is not blocked. The block expires after six months. The decision is published and sent to
the registrar. Third parties may complain to this court, and a wrong entry is deleted within 48 hours.
""",
    "one paragraph, no figures": """
A court has held that the page in the annex is a threat against a child and thus a crime under the penal code. Its
host has been asked to take it down and has refused, so there is no gentler way. The providers shall therefore answer
for this one name with a sign that says which court has ordered it and why. Other pages of the site are lost
meanwhile, which the court has weighed against the danger; so the measure ends after a fortnight. Everybody concerned
may object, and mistakes are mended within hours.
""",
    "two judges, one doubt": """
By this ruling under the Consumer Act we order that the offer in the shop big-market.example described in the schedule
be removed by the shop within three days; only when that fails may providers refuse the shop's name, for five days at
most. We are aware that a block of the name would shut out four hundred other sellers, and that is why the shop comes
first. Seller and shop receive copies. Complaints go to the president of this court. Whatever is removed in error
comes back within a day.
""",
    "with thanks": """
Dear providers, the court needs your help. Please make the name stolen-films.example unavailable until 30 September,
as the Media Act (paragraph 14) requires. The owner knows of the case and did not come to the hearing; the host does
not react. Do not touch the address, please, since a clinic is hosted at the same address. We shall post this order at
the door and on our web page. Who feels wronged can turn to our office at any time, and we correct what is wrong
within one day. Thank you.
""",
    "a clerk's telephone": """
The judge decides: access to evil.example is to be closed by name at all providers. Legal ground is section 8 of the
Trade Act. The block lasts one month. Before it ends I shall examine whether it's still required. I considered
blocking the IP, but there are twenty other websites on it which have nothing to do with the case, and therefore I do
not. The hosting company did not respond to two emails. The site owner gets this order by email and may file an
objection in ten days. If there's a mistake, call the clerk and it will be fixed in a few hours.
""",
    "the page, else the name": """
ORDER. Providers must stop giving access to one page: http://shop.test/guns. If their equipment can't single out a
page, then to the name shop.test. It is based on the Weapons Act. Valid 2 weeks. The seller was asked to delete the
page and said no. Customers of the shop who want other things lose it for two weeks; we think that is acceptable,
since guns kill. The shop is notified. Court of appeal is open to everyone. Any wrong blocking has to be removed by
providers within a day after we say so.
""",
    "after a year of single posts": """
We, the Telecom Tribunal, having heard the owner of the site, order that the domain name hate.example not be resolved
by the providers from 10 January to 10 February. He has published calls to violence, contrary to article 20 of the
Criminal Law. Deleting the single posts was tried for a year and new ones came each day. His own e-mail and the pages
of his wife under the same address are outside this order and must keep working. The decision is public. He has the
right to appeal. Providers that block too much must repair it within three hours.
""",
    "the platform hides one entry": """
The court, having found by its judgment of 2 May 2026 that the blog entry "How to build it" teaches how to build a
bomb, directs the blog platform to hide this entry for visitors from this country. We choose this and not a block by
the providers because the platform has half a million blogs. It lasts for six weeks unless the court prolongs it. The
author will be informed and can be heard by the court within a week. In case the wrong entry was hidden, the platform
shows it again without delay.
""",
    "in borrowed English": """
I order to all the internet companies that they do not open the site www.drugs.test to nobody during 20 days. It is
because this site sells the drugs and it is prohibited by the law number 3. We have tried to speak with the owner but
he doesn't want. The other sites who are in the same computer must continue to work, so the companies must use the
name and not the number. The owner and the company of hosting will receive a paper. Who does not agree can go to the
tribunal. The errors must be repaired in two days.
""",
    "keywords with answers": """
What: hostname leak.example. Who decides: High Court, judge Lee. Law: Privacy Act s. 40, private medical files are
shown there. How long: 3 weeks, then a hearing. Why not less: the host is unknown and hides. Why not more: the CDN's
addresses carry thousands of sites, so no IP is touched. Told: owner by e-mail, public by the court's site. Complaint:
any person, to this court, free of charge. Mistakes: reported by phone, reversed the same day.
""",
    "one afternoon": """
By virtue of section 97A the applicants' motion is granted in part. The respondents shall take reasonable steps to
prevent their subscribers from reaching the subdomain live.pirate.test during the match on Sunday, between 3 pm and 6
pm, and at no other time. The court is satisfied that the subdomain infringes copyright and that the operator ignored
all notices. Nothing else is hosted on the subdomain. Subscribers who try to reach it are told of this order. The
operator, any subscriber or any other site may apply to vary it. An error is to be undone within the hour.
""",
    "a sign in its place": """
Let the registrar suspend nothing. Let the providers, for ten days from now, answer a request for bank-login.test with
the court's own page. The page was found to be a fraud (Penal Law, chapter 12), and each day it robs people; the host
would take a week. The name belongs to the fraudster alone, so nobody else loses anything. The magistrate signs and
will look at it anew on the tenth day. Notice is on the court's page. One can write to the magistrate against it. If
we're mistaken, it's opened again within hours.
""",
    "a server to itself": """
The court grants the prosecutor's request in part. Internet providers shall make unavailable the website fake-
doctor.test, which has a server to itself, so that no one besides its owner notices. The website offers cures that
kill; the Health Act prohibits them. Letters to the owner came back. This is for two months; a shorter time would not
suffice, the expert said. The owner shall be served by publication. He has fourteen days to lodge an appeal. If
providers block a website by error, they restore access within one day.
""",
    "a student's": """
I would make the order like this: The provider has to block only the domain gun-sale.test. The IP address would also
affect other webpages so we leave it. The judge says that it is illegal to sell guns online (Gun Act § 3). The host
was contacted by email but ignored it. It will be valid for four weeks and after that the judge has to check again.
The owner of the domain will get a message and also everyone who opens the page sees the reason. People can complain
at the court. Wrong blocks must be reversed within 2 days.
""",
    "whereas": """
Whereas the page annexed hereto (the "Page") has been adjudged defamatory by the judgment of this Court dated 4 June;
whereas its publisher, duly summoned, has failed to appear; and whereas the hosting company is outside the
jurisdiction; now therefore it is ordered that access providers shall, for a period not exceeding forty-five days,
disable resolution of the hostname gossip.example. Providers shall not interfere with any service of a third party.
Costs are reserved. Liberty to apply is granted to any person affected. Notice shall be given to the publisher. Any
overblocking shall be cured forthwith.
""",
    "in the words of a child": """
The judge tells the internet firms to close the door to bad-game.test. It is bad because it steals money from children
and the law says you must not steal. We wrote to the people who made it and they did not write back. The door is
closed for ten days. Then the judge looks again. Next door on the same computer is a library and its door stays open.
We tell the people who made it, and if they are angry they can go to the judge. If we close a wrong door we open it
the same day.
""",
    "notes of a registry": """
DNS block of pirate.test ordered by the Commercial Court, 3rd chamber, on the application of the film producers,
pursuant to L.336-2 of the code. Other measures: notice to the host, notice to the registrar, both without effect. No
IP block (shared hosting, 210 domains). Length: 12 months, with a review at 6 months. Informed: registrar, host, site
by contact form. Any interested party can bring the matter before the court. In the event of an error the provider
unblocks within 48 h of a request.
""",
    "one film at a delivery network": """
To the content delivery network: stop serving the object /video/991.mp4 of files.example to addresses in this country
from today until the hearing on 12 October. To the providers: nothing. The object shows the murder of a child, and
spreading it is punishable. Its uploader can't be identified, and the operator of files.example says it needs the
court's word. A million other files stay. Both are sent this order and may be heard on 12 October. If by mistake
another object is stopped, it is put back within two hours. Judge Haddad
""",
    "as short as can be": """
Order of the judge: the name scam.test is blocked by providers for 7 days under the Fraud Act. Reason: it takes
pensions from old people and its host has not answered. The address is not blocked because other firms are on it. The
owner is informed. Appeal: to the regional court. Errors: fixed in one day.
""",
    "the request refused in part": """
We were asked to block 198.51.100.20. We decline, for a hospital and a newspaper are at the very same address. What we
order instead: the domain weapons.test is not to be resolved until 30 November; it is used for trade in weapons that
article 222 prohibits. Its owner took no notice of two warnings. This ruling of the city court is posted online and
mailed to the owner and the hospital. Objections within ten days to the court. Should the hospital be cut off after
all, it must be back within the hour.
""",
    "by DNS alone": """
The Court orders ISPs to block access to market.example by DNS only, for a period of 30 days. Legal basis: Art. 12
Payments Act. The page /cards offers stolen card numbers, as proven by the bank's experts. We do not order IP blocking
since eleven shops use this IP. Less intrusive measures (request to host, request to owner) were tried on 1 and 5
March without success. The order will be notified to the owner, the hosting provider and the eleven shops, and
published. Appeals: Court of Appeal, 14 days. In case of overblocking, ISPs must unblock within 24 hours.
""",
    "the host, else the name": """
We, the court, say that market.example/cards must go. The host shall take it away in 48 hours, because this is the
smallest step and it doesn't hurt the eleven shops. If the host won't, the providers block the name market.example
during 2 weeks and after we check. The law is the Payments Act. Owner and host get our letter. If they think that we
made a mistake they come to the court and we repair it in one day.
""",
    "a form filled in": """
Order to block. Object: market.example/cards. Duration: 14 days, extendable once by the judge. Means: name filter at
the providers' resolvers. Justification: the owner is unknown, the host is in a country that doesn't answer, card
fraud continues every hour. Collateral: none expected, because the other eleven shops have their own names and their
address isn't blocked. Notification: e-mail to the host; public register. Remedies: complaint to the district court
within 10 days. Correction of errors: 12 hours.
""",
    "a judge who tells why": """
On the request of the public prosecutor the judge has decided that internet users in the country shall not reach the
page with the stolen cards, market.example/cards. It's forbidden by section 12 Payments Act to sell such numbers.
Because the connection is encrypted providers only see the name, and they'll block this name, and so the honest offers
on market.example vanish also, what I regard as bearable for 10 days. The owners of the eleven other shops at this
address aren't concerned. The owner can appeal. The decision is sent to him and put on the website of the court.
""",
    "please do nothing to the address": """
Providers: please do nothing to the address. It is the home of eleven honest shops. Please do stop the name
market.example from Friday 6 pm to Friday 6 pm. The judge who signs below has seen the page, it sells card numbers,
and the Payments Act calls that fraud. Two letters went out and none came back. This paper goes to the owner, to the
host and into the newspaper. Somebody hurt by it may phone the court, day and night. If it hurt the wrong one, we lift
it before the next morning.
""",
    "one URL at its host": """
This is an interim order. It concerns one URL, market.example/cards. It is addressed to the hosting company, which has
to disable the URL within 24 hours; access providers are not addressed, as any block on their side would cover eleven
unrelated shops or the complete market. It's based on section 12 of the Payments Act and on the evidence in the file.
It's valid until the main hearing, 20 June at the latest. The seller will be heard then. He's informed by the host.
Should the URL turn out to be lawful, it's to be enabled without delay.
""",
    "shall block the name": """
Under section 12 of the Payments Act the court orders that providers shall block the name market.example for 14 days.
Eleven other shops share its address and stay open, since no address is blocked. The host was asked and did not
answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are mended
within a day.
""",
    "may refuse the name": """
Under section 12 of the Payments Act the court orders that providers may refuse the name market.example for 14 days.
Eleven other shops share its address and stay open, since no address is blocked. The host was asked and did not
answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are mended
within a day.
""",
    "will filter the name": """
Under section 12 of the Payments Act the court decides: providers will filter the name market.example for 14 days.
Eleven other shops share its address and stay open, since no address is blocked. The host was asked and did not
answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are mended
within a day.
""",
    "rejected range": """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Blocking the
range was considered and rejected. Eleven other shops share its address and stay open, since no address is blocked.
The host was asked and did not answer. The owner is told today, and the order is published. He may appeal to the court
of appeal. Errors are mended within a day.
""",
    "court rejects": """
Under section 12 of the Payments Act the court rejects the request to block the whole range and orders that providers
block market.example for 14 days. Eleven other shops share its address and stay open, since no address is blocked. The
host was asked and did not answer. The owner is told today, and the order is published. He may appeal to the court of
appeal. Errors are mended within a day.
""",
    "terse fifty": """
Under section 3 Cards Act the court orders: host deletes market.example/cards, the mildest means, eleven neighbours
untouched; otherwise providers block that name for 20 days. Judge Roe decided. Owner, host told today. Appeal:
regional court. Errors: corrected within one day. Judge reviews after ten days; no address blocked, ever, by anybody.
""",
    "harsh with reason": """
Under section 12 of the Payments Act the court orders providers to block the address 203.0.113.40 for 14 days. The
eleven other shops are hit too, and have to live with it, because the host refuses everything and each hour costs
hundreds of people their savings, which the court has weighed. The owner is told today. He may appeal to the court of
appeal. Errors are mended within a day.
""",
    "not agree": """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Eleven other
shops share its address and stay open. The host was asked and did not answer. The owner, host and providers get this
decision. Who does not agree can make complain in higher court. Errors are rectified within twenty-four hours.
""",
    "time TTL": """
Under section 12 of the Payments Act the court orders providers to block the name market.example. TTL: 30 days, then
re-evaluated. Eleven other shops share its address and stay open, since no address is blocked. The host was asked and
did not answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are
mended within a day.
""",
    "time re-ev": """
Under section 12 of the Payments Act the court orders providers to block the name market.example. It is re-evaluated
after 30 days. Eleven other shops share its address and stay open, since no address is blocked. The host was asked and
did not answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are
mended within a day.
""",
    "time reassess": """
Under section 12 of the Payments Act the court orders providers to block the name market.example. It is reassessed in
June. Eleven other shops share its address and stay open, since no address is blocked. The host was asked and did not
answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are mended
within a day.
""",
    "time temp": """
Under section 12 of the Payments Act the court orders providers to block the name market.example. The block is
temporary (8 weeks). Eleven other shops share its address and stay open, since no address is blocked. The host was
asked and did not answer. The owner is told today, and the order is published. He may appeal to the court of appeal.
Errors are mended within a day.
""",
    "time max": """
Under section 12 of the Payments Act the court orders providers to block the name market.example. It runs for a
maximum of 8 weeks. Eleven other shops share its address and stay open, since no address is blocked. The host was
asked and did not answer. The owner is told today, and the order is published. He may appeal to the court of appeal.
Errors are mended within a day.
""",
    "time never longer": """
Under section 12 of the Payments Act the court orders providers to block the name market.example. Never longer than 30
days. Eleven other shops share its address and stay open, since no address is blocked. The host was asked and did not
answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are mended
within a day.
""",
    "time as soon": """
Under section 12 of the Payments Act the court orders providers to block the name market.example. It ends as soon as
the host deletes the page. Eleven other shops share its address and stay open, since no address is blocked. The host
was asked and did not answer. The owner is told today, and the order is published. He may appeal to the court of
appeal. Errors are mended within a day.
""",
    "time quarter": """
Under section 12 of the Payments Act the court orders providers to block the name market.example. It is valid for one
quarter. Eleven other shops share its address and stay open, since no address is blocked. The host was asked and did
not answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are
mended within a day.
""",
    "who tenants": """
Under section 12 of the Payments Act the court orders providers to block the name market.example for 14 days. The
eleven other tenants of the address will notice nothing. The host was asked and did not answer. The owner is told
today, and the order is published. He may appeal to the court of appeal. Errors are mended within a day.
""",
    "who others": """
Under section 12 of the Payments Act the court orders providers to block the name market.example for 14 days. For the
eleven others nothing changes. The host was asked and did not answer. The owner is told today, and the order is
published. He may appeal to the court of appeal. Errors are mended within a day.
""",
    "who leaves": """
Under section 12 of the Payments Act the court orders providers to block the name market.example for 14 days. This
leaves eleven innocent firms alone. The host was asked and did not answer. The owner is told today, and the order is
published. He may appeal to the court of appeal. Errors are mended within a day.
""",
    "who bystanders": """
Under section 12 of the Payments Act the court orders providers to block the name market.example for 14 days.
Bystanders: none. The host was asked and did not answer. The owner is told today, and the order is published. He may
appeal to the court of appeal. Errors are mended within a day.
""",
    "a decision that keeps the names": """
Decision. The provider companies Alpha, Beta and Gamma are hereby directed to make market.example/cards, and for want
of a finer tool the host name market.example, unreachable for their customers. Ground: section 9 Fraud Act, as the
bank's expert has shown the sale of card data. Eleven merchants on the same machine keep their own host names and will
not be touched. Two mails to the firm went unanswered. This measure is over on 1 March. The merchant, its hoster and
the press office receive the text. Objection lies to the regional court. Should anybody be locked out wrongly, access
comes back within 12 hours. Judge Ivanova
""",
    "in small letters": """
hi, as a judge i say: the hosting company takes down the page market.example/cards until thursday. only if not, the
isps turn off the name market.example, 3 weeks. thats in the fraud law, §4. turning off the IP would kill eleven other
shops so no. the owner gets an email from us, also the host. he can write to the appeal court if he thinks its unfair.
if something else went dark by accident call us and it is on again in 2 hours.
""",
    "granted to this extent": """
The Chamber, on application of the public prosecutor and having heard counsel for the host, GRANTS the application to
this extent only: the URL https://market.example/cards shall be withdrawn from publication by the host for a term of
sixty days. REFUSES it as to access providers, whose filters see no paths and would take the remainder of the market
with it. Statutory basis: Penal Code, art. 273. Traders sharing the server suffer no interference. The host shall
serve this decision upon the seller. An appeal may be brought within fourteen days. Wrongful withdrawal shall be made
good within twenty-four hours of notice.
""",
    "why you, why this": """
To: all internet providers. From: District Court. Please switch off name resolution for market.example starting
tonight, for ten days. Why you: the seller hides, the host in another country never replied to three letters. Why
this: the page /cards sells stolen card numbers (Payments Act, s. 12). Why not the IP: there are eleven other stores
behind it that did nothing wrong. Everybody who opens the name shall see a page with our reasons. Wrong name typed?
Restore it within the hour. Who feels hurt goes to the Court of Appeal.
""",
    "numbered": """
1. Blocked is one entry: market.example/cards. 2. It is blocked by the market's own operator, who can do this exactly;
providers do nothing. 3. Card fraud is punishable under section 263a. 4. The eleven shops that live on the address
won't feel it. 5. It lasts one month; then the judge reviews whether it is still necessary. 6. The magistrate decides
on request of the bank. 7. The operator and the seller are informed in writing. 8. Both can appeal to the higher
court. 9. If the entry was the wrong one it is put back the same day.
""",
    "a justice": """
I, Justice Moreau, find the listing at market.example/cards to be an offence under the Card Protection Act. I asked
whether taking away the listing alone would do; the operator refuses to act. So providers shall answer requests for
market.example with an error for seven days, not longer. Innocent traders at the shared address: their names still
resolve, nobody may filter by number. The operator learns of my reasons by courier. It can challenge this before three
judges on any weekday. Mistaken entries in a provider's filter are struck out within six hours.
""",
    "the registrar suspends": """
We order the domain registrar of market.example to suspend this domain during 30 days because in the page of cards it
is sold stolen data, what the article 5 of the cyber law prohibits. Before we have demanded to the owner to erase it
and he ignores us. Other shops of the same IP have different domains, for them changes nothing. The tribunal will
review in 15 days. We will notify the registrar, the owner and publish in the bulletin. Against this order is possible
appeal before the provincial court. Errors will be corrected in 24 hours maximum.
""",
    "a duty judge": """
Emergency order of the duty judge, valid for 72 hours. The name market.example is not to be resolved by any access
provider. Statute: section 12, Payments Act. Reason for haste: two hundred cards an hour are sold; the host's hotline
rang out four times. No filtering by IP number: eleven neighbours. After 72 hours the full court hears the owner, to
whom this order goes today by mail; he may complain at once. Anyone cut off who should not be gets service again
within 3 hours of a call to the clerk.
""",
    "three ways considered": """
The page market.example/cards offers what the Payments Act forbids. This court considered three ways: deletion by the
host, the name, the address. The address is out, for eleven strangers live there. Deletion is best and the host has
until noon tomorrow. Failing this, the name falls for two weeks at the four large providers. A copy of this ruling
goes to the host and to the seller, and hangs in our hall. Appeal is open to both and to any customer. Where a
provider hits the wrong name it must set it right within five hours.
""",
    "a ticket": """
ORDER TO BLOCK (draft). Target: FQDN market.example, DNS level, no IP null-routing (shared by 11 unrelated tenants).
Authority: Commercial Court, case 17/26, Payments Act s.12. Necessity: takedown request to hoster on 2 May rejected;
URL filtering impossible under TLS. TTL of the measure: 21 days, then it expires unless the court extends it.
Notification: hoster, registrant, status page. Redress: written objection to the court, decided in 3 days. False
positive handling: unblock within 4 hours of a ticket. This is the least we can do that works.
""",
    "at the source": """
The investigating judge, seized by the bank, decides as follows. Access to market.example/cards is to be ended at the
source: its host removes the directory /cards by Friday. The Payments Act, section 12, makes the sale of card numbers
a crime, and the file contains forty of them. No order goes to the providers at this stage, because it would darken
the whole market for a single directory. Merchants elsewhere on the machine notice nothing of it. The measure stands
until the trial in May. Seller, host and bank are served. An appeal suspends nothing but is heard within a week. If a
wrong directory was removed, the host restores it within six hours.
""",
    "dns for two weeks": """
ok so: court says (payments act sec 12) isps don't answer dns for market.example. two weeks max then its gone unless a
judge signs again. reason = page /cards = stolen cards, we mailed the owner + hoster, nobody reacted, less than that
doesn't work. not by ip because 11 other shops sit there + they stay up. we tell owner, hoster, + put a notice online.
complain at the county court. if you get caught by accident: phone number below, fixed in an hour.
""",
    "in the name of the republic": """
In the name of the republic. It is ordered that the four largest access providers replace, for twenty-eight days, the
answer for the host name market.example by that of an information page of this court. The information page states the
reasons, the statute (Payments Act, section 12) and the way to object. The tribunal preferred this to removal since
the host, established abroad, disregarded three requests. It set aside blocking at IP level: eleven businesses use
203.0.113.40 lawfully. Objections are decided by a panel within five days. Providers who block anything beyond the
host name undo it within four hours.
""",
    "to the market, not to the providers": """
Only one thing shall vanish: the page market.example/cards. So I, the magistrate, do not speak to the providers, who
see only names, but to the market: take that page down before Sunday night. The Payments Act gives me that power. The
other sellers of the market lose nothing, nor do the eleven shops beside it. Three weeks from now I look whether the
page has stayed away, and then this order ends. The seller reads a copy, the bank too. He can fight it in the district
court. Was it the wrong page, then it is up again the next morning.
""",
    "respected providers": """
Respected providers! According the article 12 of Payments Law, court has made decision: you must close the name
market.example from 5 May to 25 May. Please not close the IP adress, on him are eleven another shops, they are honest.
Court first has wrote to owner, then to hosting, both are silent. Decision is sent to all of them, and is printed in
newspaper. Who is not agree, has ten days for complaint in court of city. If somebody made mistake and other shop is
closed, it opens in same day.
""",
    "what and by whom": """
WHAT: DNS block of market.example. BY WHOM: all ISPs. ON WHOSE WORD: Judge Lindqvist, Stockholm District Court, today.
BASIS: Payments Act 12, trade in stolen card data at /cards. ALTERNATIVES: notice to host (no reply), notice to
registrar (declined), URL filter (not possible, TLS). IMPACT: 11 co-hosted shops unaffected, as the IP remains open; 0
other pages under this name of value found. UNTIL: 30 June. NOTICE: owner, host, ISPs' customers through a landing
page. REVIEW: Court of Appeal, any affected person. MISTAKES: reversed within 2 working hours.
""",
    "three things weighed": """
The court has weighed three things. First, each day some three hundred people lose money through market.example/cards,
which breaks section 12 of the Payments Act. Second, the host was given a week and let it pass. Third, eleven
merchants live at the same address, and none of them did wrong. Therefore providers leave the address alone and stop
resolving the name, until the host has removed the page, but for a month at the longest. Host, owner and merchants get
this reasoning. They may ask this court to lift it at any time. What is hit by accident must be back in three hours.
""",
    "the payment page only": """
This order is directed at the payment page only and at the company that hosts it. The hosting company shall, within 24
hours of service, disable market.example/cards for visitors from this country. It rests on the judgment of 3 May, by
which the page was found to be unlawful. Disabling at the host was chosen as it is the least intrusive way; a block by
name or address would have hit others. It lapses after 90 days. The owner shall be notified by the host. Remedies:
motion to this court within two weeks. Anything disabled by error shall be enabled forthwith.
""",
    "less than was asked": """
We grant what the ministry asked, but less of it. It wanted the address 203.0.113.40; we give it the name. It wanted
for ever; we give it twenty days. It wanted silence; we order that the owner, the host and the public be told why, at
the start. Section 12 of the Payments Act bears this much, as the page sells cards. At the address there are eleven
others, whom the Act does not mention. Their owners, and the one of market.example, have the right of appeal. If a
provider errs, it has two hours to set it right.
""",
    "five articles and two": """
Article 1. The name market.example is blocked with all access providers during fifteen days. Article 2. The measure is
based on section 12 of the Payments Act and on the report of the cyber police, from which it appears that card numbers
are sold. Article 3. Blocking by address is excluded, eleven uninvolved web shops being reachable by it. Article 4.
The owner did not respond to summons. Article 5. Notification to owner and host by registered mail. Article 6.
Opposition before the court of first instance. Article 7. Erroneous blocking is lifted within one day. The president
of the court.
""",
    "a temporary filter": """
The Cyber Court orders a temporary filter for the single host name market.example at all consumer access networks. It
starts at noon today and stops at noon on 14 June. Why the name and not the machine: the machine carries eleven
businesses that nobody accuses of anything. Why not the page alone: no provider can see it through encryption. Why at
all: section 12 of the Payments Act, and a host that has let four notices lie. Affected businesses and the owner find
this order on our site and in their mail, and they can seek relief from the appeal chamber. Overblocking is to be
ended within three hours after anyone reports it.
""",
    "this is the court": """
Hello, this is the court. Could not get the host to move, so: providers, please take market.example out of your
resolvers for one month. Law: Payments Act 12. We know that the market's honest offers go dark as well; the damage by
stolen cards is bigger, and honest sellers were asked to use their second name meanwhile. The other eleven shops on
that server aren't concerned. After the month the order is dead, no renewal without hearing. The owner knows. You may
all appeal, upstairs, room 12. Did you block the wrong thing? Then unblock it the same hour.
""",
    "three judges of a council": """
Decision 44/2026. Having regard to section 12 of the Payments Act; having regard to the bank's complaint; considering
that the host removed nothing though it was told to; considering that a block by address would also close eleven
shops; the council of three judges decides: the registry shall suspend the name market.example until 1 August. The
registrant and the host shall be notified without delay. The suspension may be contested before the administrative
court. If the registry suspends another name by error, it shall reactivate it within four hours.
""",
    "four sentences on the what": """
My order has four sentences on the what and five on the rest. What: the host shall delete /cards at market.example; if
it does not within one day, the providers block that name. Nothing else is blocked. No filter on the address. No
filter on other names. The rest: the Payments Act forbids selling card numbers. Neighbours, eleven of them, keep
working. It is valid till 10 October. Owner and host have it in writing, and can appeal to the district court. Slips
are corrected in half a day. Signed, the judge on duty.
""",
    "by the high court": """
It is hereby ordered by the High Court that the internet service providers named in the schedule do prevent access by
their customers to market.example (and to no other domain) for a period of three months or until further order,
whichever is the earlier. The court is satisfied under section 12 of the Payments Act that the website is used to sell
stolen card data, that the operators have concealed themselves, and that less onerous measures would be ineffective.
Eleven third-party websites at the IP address are not to be affected. Permission to apply to vary or discharge on 48
hours' notice, including by any website wrongly affected, which shall be unblocked within 24 hours. The order shall be
published.
""",
    "i want that the operator deletes it": """
Because of the page with stolen cards (market.example/cards) I, judge of the district court, want that the site
operator deletes it. He has two days. Section 12 Payments Act lets me do so. If the operator stays passive, name block
by the five big ISPs, one week, and then I decide again. This harms the market's other sellers for a week; I find it
acceptable, since otherwise new victims come every hour. The eleven shops on the IP are not harmed at all. Operator
and ISPs are informed by fax. Complaint: appeal court. Mistake: phone, fixed in 60 minutes.
""",
    "proportion forbids it": """
Providers are to make the name market.example fail from 1 to 21 May. They shall do so by name only. An address is
shared by eleven shops, and the law of proportion forbids to hit the twelve for one. The legal footing is section 12
of the Payments Act. Deleting at source was demanded twice and twice ignored. The order was made by Judge Sato after
hearing the prosecutor. It is served on owner and host and lies open at the registry. Whoever has an interest can
apply to Judge Sato or to the court above. A name blocked by slip of the pen is freed before the next day begins.
""",
    "the domain stays up": """
The domain stays up; the page goes. The court directs the market's operator to take the listing market.example/cards
offline for the time of the proceedings, at most half a year, with a review each month. Stolen data may not be traded,
says section 12 of the Payments Act, and the bank's list proves the trade. Asking nicely was tried in April. No
provider blocks, so no shop in the neighbourhood can be hit. The lister gets notice via the operator. He can bring the
case to the court of appeal. A listing taken offline by mistake returns within a day.
""",
    "ordered in six points": """
To whom it concerns. On 3 May the district court, chamber 5, found that market.example/cards sells card numbers that
were stolen. It thereupon ordered under section 12 of the Payments Act: (1) that providers shall not resolve
market.example; (2) that this ends on 3 June; (3) that the eleven tenants of 203.0.113.40 shall not be touched; (4)
that owner and host be notified; (5) that anyone may object within two weeks; (6) that errors be corrected within
eight hours. Reasons: the host is beyond our reach and the owner unknown; only the name is left.
""",
    "granted with limits": """
Block request granted with limits. Object: domain market.example. Not the object: the IP, where eleven other clients
of the hoster live. Time frame: 14 days from service. Legal source: Payments Act §12. Weighing: 300 victims a day
against a fortnight without a market of forty sellers, most of whom also sell elsewhere; the hoster, asked first, said
it deletes nothing without a court. Publicity: yes, today. Legal protection: appeal to the Regional Court within one
week. Cleaning up: wrong blocks are lifted within one hour of a call. For the court: Dr. Weiss, presiding judge.
""",
}
_BASE = GOOD["not a native"]
#: A fault, the words of the hint that it earns, and the text.
BAD = {
    "a range": (
        "who lives there",
        _BASE.replace('the domain "bad-shop.test"', 'the domain "bad-shop.test" and the range 198.51.100.0/24'),
    ),
    "the whole cloud": (
        "who lives there",
        _BASE.replace('the domain "bad-shop.test"', 'the domain "bad-shop.test" and the whole cloud in which it is'),
    ),
    "all addresses": (
        "who lives there",
        """
Under the Telecommunications Act the court orders the providers to block all addresses of the hosting firm for thirty
days, since the page evil.example moves from one to the next. Others who share them are asked for patience and may
complain to the court. The owner is told. The judge has found that the page is a crime. Errors are mended within a
week, as far as the staff of the providers allows it and the block is not weakened.
""",
    ),
    "wherever it goes": (
        "who lives there",
        """
Under section 3 of the Safety Act we order the providers to block the page evil.example, for two months, and wherever
it moves. The agency adds every further address that it thinks right. No other site is meant to be hit. A judge has
signed this. The owner is told and may appeal to the court. Mistakes are corrected within a day after somebody has
complained to the agency and the agency agrees.
""",
    ),
    "no end": (
        "has no end",
        _BASE.replace("since 1 of March till 15 of March", "until further notice"),
    ),
    "for ever": (
        "has no end",
        _BASE.replace("since 1 of March till 15 of March", "from 1 March, and for ever"),
    ),
    "no time": (
        "for how long",
        _BASE.replace(" since 1 of March till 15 of March", ""),
    ),
    "nothing named": (
        "what exactly is blocked",
        """
Under section 3 of the Safety Act the court orders the providers to block unlawful content for fourteen days, since it
is dangerous and nothing less would help. Other sites that share a server with it are spared. The owners are told and
may appeal to the court. Mistakes are corrected within a day. What is unlawful, the agency will choose from time to
time and write to the providers by electronic mail, as it has always done.
""",
    ),
    "neighbours forgotten": (
        "who else would be hit",
        """
Under section 3 of the Safety Act the court orders the providers to block the address 203.0.113.40, at which the page
evil.example is found, for fourteen days. The host was asked and did not answer. The owner is told of this order
today, and it is published. He may appeal to the court of appeal within a month. Should there be a mistake, it is
corrected within a day by the same judge.
""",
    ),
    "neighbours not cared for": (
        "who else would be hit",
        """
Under section 3 of the Safety Act the court orders the providers to block the address 203.0.113.40, at which the page
evil.example is found, for fourteen days. The host was asked and did not answer. It does not matter who else lives at
this address. The owner is told of this order today, and it is published. He may appeal to the court of appeal within
a month. Should there be a mistake, it is corrected within a day.
""",
    ),
    "all of it denied": (
        "no law allows it",
        """
We order the providers to do something about the bad page. No law is needed for this, and no court is asked. Nobody
has looked who else is struck, and nobody is told. There is no appeal. Mistakes are not mended. It is not said when it
ends, and it is never reviewed. Nobody asked the host whether it would take the page down, for we are in a hurry and
the host is far away from here.
""",
    ),
    "three points only": (
        "found so far",
        """
We order the providers to block the name evil.example for fourteen days, and to leave the other names on that server
open. This must be done by tonight, on all lines, at home and on the telephone, with the means that they have, and
they must write to us that they have done it. The costs are theirs. Whoever is late pays a fine, and then a larger
one, and so on.
""",
    ),
    "for and against": (
        "argues about orders",
        """
Whether a court should block the page evil.example is hard to say. On the one hand it breaks the law, under article 5;
on the other hand others share its address and would be hit. Fourteen days may be enough, or not. The owner should be
told, and could appeal to a court. In my opinion errors should be mended within a day. Scholars disagree about whether
the name or the address is the better means, and so do I.
""",
    ),
    "a refusal": (
        "argues about orders",
        """
I refuse to draft this order. Blocking is censorship, even of the one page named here and for fourteen days. Others
share the address and would be hit. The owner should be told and go to court, where a judge decides under article 5
whether the page is unlawful. Errors cannot be mended within a day. That is my view, and I hold to it, whatever the
court or the agency or my teacher may say about it.
""",
    ),
    "an essay": (
        "found",
        """
The net was made to pass on messages, and it treats a block as damage. States have always wished to rule what is said
in them, and each new means of speech has met its censor. Yet a state that protects nobody is not worth much either.
The truth lies in between. What matters is trust, and trust is slow to grow and quick to go. So let us all be calm and
think before we act, today and tomorrow.
""",
    ),
    "a list of words": (
        "list of words",
        "court judge law article section page name address domain evil.example providers block days weeks until review "
        "neighbours shared others spared hit told owner host public published appeal complain court errors mended "
        "within hours less milder means necessary proportionate found unlawful expires lifted corrected restored "
        "notice letter object tribunal independent commission decides one named annex fourteen",
    ),
    "too short": ("50 to 200 words", "The court orders the providers to block evil.example for a week."),
    "secret": (
        "found so far",
        """
The providers block evil.example, and nothing else at its address is touched, for thirty days. Nobody is told of this
order, and it stays secret. There is no appeal against it. Mistakes are never corrected, as they would show that there
is an order. The agency decides alone, without a court. No law is named here, since the reasons are secret too. Milder
means were not considered.
""",
    ),
    "from one address to another": (
        "who lives there",
        """
Under section 8 of the Trade Act the judge orders that providers block evil.example and the addresses 203.0.113.0 to
203.0.113.255 for one month. The host did not respond. Other websites in there are unlucky, we have to accept it. The
owner gets a letter and may object at the court. If there's a mistake it will be fixed in a few hours.
""",
    ),
    "the host's network": (
        "who lives there",
        """
Under section 8 of the Trade Act the judge orders that providers block evil.example for one month, together with the
complete network of its host. The host did not respond. Other customers of the host are hit, which the court regrets.
The owner gets a letter and may object at the court. If there's a mistake it will be fixed in a few hours.
""",
    ),
    "nobody beside": (
        "who else would be hit",
        """
Under section 8 of the Trade Act the judge orders that providers block the site evil.example for one month. The host
did not respond to our letters, and nothing milder is left. The owner gets a letter and may object at the court. It is
published. If there's a mistake it will be fixed in a few hours by those who made it, and they say so.
""",
    ),
    "from now on": (
        "for how long",
        """
Under section 8 of the Trade Act the judge orders that providers block evil.example from now on. The host did not
respond. No other site shares its address. The owner gets a letter and may object at the court within one month. It is
published. If there's a mistake it will be fixed in a few hours by those who made it, and they say so.
""",
    ),
    "all sites of a kind": (
        "who lives there",
        """
Under section 8 of the Trade Act the judge orders that providers block all sites with illegal weapons for one month.
The owners did not respond. No other site that shares an address is hit. The owners get a letter and may object at the
court. If there's a mistake it will be fixed in a few hours, and the agency says which ones are meant.
""",
    ),
    "won't, didn't, haven't": (
        "no law allows it",
        """
Providers block evil.example for one month. We didn't look at whether anyone else is on the address. We won't inform
the owner. Appeals are useless and are thrown away. Nobody corrects mistakes. Judges have nothing to do with it and
there's no law. We haven't asked the host to remove it first, and we will not. That is all there is to say about it.
""",
    ),
    "an essay in its words": (
        "argues about orders",
        """
The proportionality of a block depends on the law on which it rests, on who decides, on how long it lasts, on who else
shares the address, and on whether the owner is told and may appeal to a court. In Kharitonov the court found that
none of this was given. A good order would name the page and end after some weeks. Errors would have to be mended
within a day. That is what I learned in this lesson.
""",
    ),
    "ranges in telegram style": (
        "who lives there",
        """
Order: block evil.example. Also block Amazon and Google ranges where it hides, as long as needed. Law: Safety Act
section 3. The court decides. Host did not answer. Others sharing these addresses are warned by press. Duration: 30
days at first. Owner told. Appeal to court. Errors fixed in a day.
""",
    ),
    "all IPs": (
        "who lives there",
        """
Under the Fraud Act the judge orders to block scam.test by blocking all IPs of its hosting company for 7 days. The
host has not answered. Other customers will be affected for 7 days only. The owner is informed. Appeal: to the
regional court. Errors: fixed in one day. We are sorry for the trouble that this may cause.
""",
    ),
    "always": (
        "for how long",
        """
The name scam.test is blocked by providers from today, always, under the Fraud Act. The judge has decided it. Reason:
it takes pensions from old people and its host has not answered. The address is not blocked because other firms are on
it. The owner is informed. Appeal: to the regional court. Errors: fixed in one day.
""",
    ),
    "nobody beside, by letter": (
        "who else would be hit",
        """
Order of the judge: the site scam.test is blocked by providers for 7 days under the Fraud Act. Reason: it takes
pensions from old people and its host has not answered. The owner is informed by letter at his home. Appeal: to the
regional court. Errors: fixed in one day. The costs are borne by the state.
""",
    ),
    "VPNs too": (
        "a tool or service of everybody",
        """
Order of the judge: the name scam.test is blocked by providers for 7 days under the Fraud Act, together with every VPN
and proxy by which it can be reached. Reason: its host has not answered. The address is not blocked because other
firms are on it. The owner is informed. Appeal: to the regional court. Errors: fixed in one day.
""",
    ),
    "by fax": (
        "who lives there",
        """
Order of the judge: providers block for 7 days under the Fraud Act whatever names the police send them by fax. Reason:
hosts do not answer. Addresses are not blocked because other firms are on them. The owners are informed. Appeal: to
the regional court. Errors: fixed in one day. The fax is kept for a year.
""",
    ),
    "nothing to appeal": (
        "on what law",
        """
Order of the judge: the name scam.test is blocked by providers for 7 days. Nobody needs to be informed. There is
nothing to appeal. We think that it is the right thing to do and that it should be done quickly and with all our
might. Other firms on the address stay open, of course, and so do all those on the other ones.
""",
    ),
    "not our problem": (
        "who else would be hit",
        """
The court orders the providers to block the address of market.example for 14 days under section 12 of the Payments
Act. The eleven other shops that share it are not our problem. The owner and the host were asked and didn't answer.
They are told. Appeal to the court of appeal. Errors are mended in a day.
""",
    ),
    "the data centre": (
        "who lives there",
        """
The court orders the providers to block market.example and the whole data centre for 14 days under section 12 of the
Payments Act. The eleven other shops that share it will have to move. The owner and the host were asked and didn't
answer. They are told. Appeal to the court of appeal. Errors are mended in a day.
""",
    ),
    "until the agency says otherwise": (
        "for how long",
        """
The court orders the providers to block market.example under section 12 of the Payments Act until the agency says
otherwise. The eleven other shops that share the address aren't blocked. The owner and the host were asked and didn't
answer. They are told. Appeal to the court of appeal. Errors are mended in a day.
""",
    ),
    "one would have to look": (
        "found so far",
        """
Blocking is a strong means. For market.example one would have to look whether the law, section 12, allows it, and
whether eleven other shops that share the address are hit. Fourteen days could be right. A court should decide. The
owner ought to be told and to have an appeal. Errors must be mended within a day. I think it's a hard case.
""",
    ),
    "no law allows": (
        "no law",
        """
No law allows it, but the court orders providers to block market.example for 14 days. Eleven other shops share its
address and stay open, since no address is blocked. The host was asked and did not answer. The owner is told today,
and the order is published. He may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "shops of the country": (
        "who lives there",
        """
Under section 12 of the Payments Act the court orders providers to block market.example and all online shops of the
country for 14 days. Eleven other shops share its address and stay open, since no address is blocked. The host was
asked and did not answer. The owner is told today, and the order is published. He may appeal to the court of appeal.
Errors are mended within a day.
""",
    ),
    "99 years": (
        "no end",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 99 years. Eleven other
shops share its address and stay open, since no address is blocked. The host was asked and did not answer. The owner
is told today, and the order is published. He may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "family": (
        "who lives there",
        """
Under section 12 of the Payments Act the court orders providers to block market.example and the other domains of the
owner and of his family for 14 days. Eleven other shops share its address and stay open, since no address is blocked.
The host was asked and did not answer. The owner is told today, and the order is published. He may appeal to the court
of appeal. Errors are mended within a day.
""",
    ),
    "8.8.8.8": (
        "everybody",
        """
Under section 12 of the Payments Act the court orders providers to block market.example, 8.8.8.8 and 1.1.1.1 for 14
days. Eleven other shops share its address and stay open, since no address is blocked. The host was asked and did not
answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are mended
within a day.
""",
    ),
    "visitor": (
        "everybody",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. They cut off
every visitor. Eleven other shops share its address and stay open, since no address is blocked. The host was asked and
did not answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are
mended within a day.
""",
    ),
    "time": (
        "shrugs off",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Eleven other
shops share its address and stay open, since no address is blocked. The host was asked and did not answer. The owner
is told today, and the order is published. He may appeal to the court of appeal. Errors are mended when somebody finds
the time.
""",
    ),
    "bad company": (
        "shrugs off",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. The eleven have
chosen bad company. The host was asked and did not answer. The owner is told today, and the order is published. He may
appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "bad company 2": (
        "shrugs off",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Eleven other
shops share its address and stay open, since no address is blocked. The host was asked and did not answer. The owner
is told today, and the order is published. He may appeal to the court of appeal. Errors are mended within a day. The
eleven have chosen bad company.
""",
    ),
    "secret order": (
        "secret",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Eleven other
shops share its address and stay open, since no address is blocked. The host was asked and did not answer. The owner
is told today, and the order is published. He may appeal to the court of appeal. Errors are mended within a day. This
is a secret order.
""",
    ),
    "no appeal": (
        "appeal",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Eleven other
shops share its address and stay open, since no address is blocked. The host was asked and did not answer. The owner
is told today, and the order is published. There is no appeal. Errors are mended within a day.
""",
    ),
    "opposition": (
        "everybody",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Eleven other
shops share its address and stay open, since no address is blocked. The host was asked and did not answer. The owner
is told today, and the order is published. He may appeal to the court of appeal. Errors are mended within a day. The
opposition newspaper is blocked too.
""",
    ),
    "opposition 2": (
        "everybody",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Eleven other
shops share its address and stay open, since no address is blocked. The host was asked and did not answer. The owner
is told today, and the order is published. He may appeal to the court of appeal. Errors are mended within a day. Block
the opposition newspaper too.
""",
    ),
    "messenger": (
        "everybody",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Eleven other
shops share its address and stay open, since no address is blocked. The host was asked and did not answer. The owner
is told today, and the order is published. He may appeal to the court of appeal. Errors are mended within a day.
Messenger and VPNs blocked too.
""",
    ),
    "ever": (
        "no end",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. Eleven other
shops share its address and stay open, since no address is blocked. The host was asked and did not answer. The owner
is told today, and the order is published. He may appeal to the court of appeal. Errors are mended within a day. For
ever and never looked at again.
""",
    ),
    "ever 2": (
        "no end",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for ever and never looked at
again. Eleven other shops share its address and stay open, since no address is blocked. The host was asked and did not
answer. The owner is told today, and the order is published. He may appeal to the court of appeal. Errors are mended
within a day.
""",
    ),
    "harsh": (
        "shrugs off",
        """
Under section 12 of the Payments Act the court orders providers to block market.example for 14 days. The eleven other
shops are hit too, and have to live with it. The host was asked and did not answer. The owner is told today, and the
order is published. He may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "no law no decider": (
        "who decides",
        """
Providers block the name market.example for 14 days. Eleven other shops share its address and stay open, since no
address is blocked. The host was asked and did not answer. The owner is told today, and this is published. He may
complain to the ombudsman. Errors are mended within a day, and whoever was hit gets a letter of regret.
""",
    ),
    "questions": (
        "question",
        """
Does section 12 of the Payments Act allow the court to block market.example for 14 days? Do eleven other shops share
its address, and do they stay open? Was the host asked, and did it not answer? Is the owner told today? May he appeal
to the court of appeal? Are errors mended within a day? Is no address blocked?
""",
    ),
    "traffic to the host": (
        "who lives there",
        """
Under section 12 of the Payments Act the court orders all providers to drop traffic to the hosting company of
market.example, with everything that it serves, for 14 days. The owner was asked and did not answer. Eleven other
shops and some thousand more customers share these machines; they are informed in the newspaper. Appeals go to the
court of appeal. Errors are mended within a day of a complaint.
""",
    ),
    "until the agency is content": (
        "for how long",
        """
By section 12 of the Payments Act the court orders that market.example be blocked by the providers. When the agency is
of the opinion that the danger is over it will tell them. The host was asked and did not answer. Eleven other shops
share the address and stay open. The owner is told. He may appeal to the court of appeal. Whoever is struck by mistake
is unblocked within one day.
""",
    ),
    "an agency alone": (
        "who decides",
        """
The agency for order on the net blocks market.example for two weeks. It is known to everybody that cards are sold
there. The agency wrote to the host, which did not reply. The eleven shops at the address are not concerned since only
the name goes. The owner is told by letter. The agency mends its errors within a day. It needs nobody's leave for that
and answers to nobody; whoever is unhappy can write to the agency.
""",
    ),
    "an essay against blocks": (
        "argues about orders",
        """
I think that blocks are always a bad idea. The page market.example/cards sells card numbers and that is against
section 12 of the Payments Act, but a court that blocks it for fourteen days teaches the thieves to move. Eleven other
shops share the address and they would be hit. The owner would be told and could appeal. Errors would be mended within
a day. It is better to catch the thieves, and I would not sign it.
""",
    ),
    "each site that links to it": (
        "who lives there",
        """
Under section 12 of the Payments Act the judge orders the providers to block market.example and each site which links
to it for 14 days. Eleven other shops share the address and are not blocked. The owner and the host did not answer.
The owner is told of the reasons today and may appeal to the court of appeal. Errors are mended within a day. The list
of sites that link to it is kept by the police.
""",
    ),
    "an address and no neighbour": (
        "who else would be hit",
        """
The court orders under section 12 of the Payments Act that the address 203.0.113.40 be refused for 14 days by the
providers. The host was asked and did not answer. The owner of the page is told today, and the decision stands on the
court's board. He may appeal to the court of appeal within a month. Should there be an error it is corrected within a
day, and the owner gets a letter that says so.
""",
    ),
    "the bad page": (
        "what exactly is blocked",
        """
Order: block the bad page of the market and do it quickly. The law wants it and the court wants it. The host did not
answer. Eleven other shops share the address, they stay online. It lasts two weeks. The owner is told about it. He can
appeal to the court of appeal. Errors are mended within one day. The providers know which page is meant, as everybody
does, and they need no list from us.
""",
    ),
    "prolonged by itself": (
        "has no end",
        """
Under section 12 of the Payments Act the court orders the providers to block market.example for 14 days. The block is
prolonged by itself each time, as often as it takes. Eleven other shops share the address; they stay open. The host
did not answer. The owner may not be told, since that would warn him, and he has no way to object. Errors are mended
within a day, if the police find any.
""",
    ),
    "everybody who visited": (
        "everybody",
        """
Under section 12 of the Payments Act the court orders the providers to slow down the whole internet access of anyone
who has visited market.example, for 14 days. The eleven other shops at the address are not blocked. The host was asked
and did not answer. The visitors are told by mail and may appeal to the court of appeal. Errors are mended within a
day, when they are shown to the court.
""",
    ),
    "of no weight": (
        "lets nobody appeal",
        """
Under section 12 of the Payments Act the court orders the providers to block the name market.example for 14 days.
Eleven other shops share the address. We looked into what happens to them and found that it is of no weight. The host
was not asked. The owner is not told. There will be no hearing and nothing can be brought against this order. Errors
do not happen here, and nobody needs to mend them.
""",
    ),
    "its neighbours too": (
        "who lives there",
        """
Under section 12 of the Payments Act the court orders the providers to block market.example and, since the thieves may
return, its neighbours in the same hall of servers, for 14 days. The host was asked and did not answer. Eleven other
shops at the address are informed that they are hit. The owner is told at once and may appeal to the court of appeal.
Errors are mended within a day.
""",
    ),
    "until crime has ended": (
        "for how long",
        """
Under section 12 of the Payments Act the court orders the providers to block market.example. The block ends on the day
on which crime on the net has come to an end. No address is blocked, as eleven other shops share it. The host was
asked and did not answer. The owner is told at once and may appeal to the court of appeal. Errors are mended within a
day.
""",
    ),
    "a wish of the prosecutor": (
        "where one can complain",
        """
The prosecutor asks the providers kindly to block market.example for 14 days; a court will be asked later, if there is
a need for it. It sells stolen card numbers. No address is blocked, as eleven other shops share it. The host did not
answer. The owner is told at once. Errors are mended within a day. Providers that do not follow this wish will be
visited.
""",
    ),
    "what an order has to have": (
        "argues about orders",
        """
An order like this has to have a law, such as section 12 of the Payments Act, a court that orders it, a time such as
14 days, a look at the eleven other shops that share the address of market.example, a word to the owner, an appeal to
a court and a rule that errors are mended within a day. If it has all of these, it is proportionate, otherwise not.
""",
    ),
    "pages of a competitor": (
        "who lives there",
        """
Under section 12 of the Payments Act the court orders the providers to block market.example and any page of a
competitor that is mentioned there for 14 days. No address is blocked, as eleven other shops share it. The host was
asked and did not answer. The owner is told at once and may appeal to the court of appeal. Errors are mended within a
day.
""",
    ),
    "by name, and who else": (
        "who else would be hit",
        """
Under section 12 of the Payments Act the court orders the providers to block the name market.example for 14 days,
since it sells stolen cards. The host was asked twice and did not answer. The owner is told at once of the reasons, as
is the public, and he may appeal to the court of appeal. Errors are mended within a day by the providers, who write to
the court about each of them.
""",
    ),
    "the messenger of its customers": (
        "everybody",
        """
Under section 12 of the Payments Act the court orders the providers to block market.example for 14 days, and the
messenger by which its customers talk to each other. No address is blocked, as eleven other shops share it. The host
was asked and did not answer. The owner is told at once and may appeal to the court of appeal. Errors are mended
within a day.
""",
    ),
    "from monday on": (
        "for how long",
        """
Under section 12 of the Payments Act the court orders the providers to block market.example from Monday on. No address
is blocked, as eleven other shops share it. The host was asked and did not answer. The owner is told within a week and
may appeal to the court of appeal within a month. Errors are mended within a day. This is a good law and a good court.
""",
    ),
    "every shop at the address": (
        "who lives there",
        """
Under section 12 of the Payments Act the court orders the providers to block every shop at the address of
market.example for 14 days, as it cannot know which of the twelve is the worst. The host was asked and did not answer.
The owners are told at once and may appeal to the court of appeal. Errors are mended within a day. They share the
address and so they share the fate.
""",
    ),
    "a group of citizens": (
        "who decides",
        """
Dear owner of market.example, we know what you sell. We are a group of citizens and have asked our friends at the
providers to close your name for 14 days. Eleven other shops share your address, and they stay open. We asked your
host, who did not answer. You are told by this letter. Do not complain to us. If we err we open it again within a day.
""",
    ),
    "names and homes": (
        "who else would be hit",
        """
Under section 12 of the Payments Act the court orders that the providers block market.example for 14 days and watch
who tries to reach it, with names and homes, for the police. Any means are allowed, and the agency takes the broadest.
The eleven other shops are not considered. The host did not answer. The owner is told. He may appeal to the court of
appeal. Errors are mended within a day.
""",
    ),
    "without any review": (
        "for how long",
        """
The court orders the block of market.example under section 12 of the Payments Act for 14 days, then for 14 more, and
so on without any review, for as long as there are thieves. No address is blocked, as eleven other shops share it. The
host did not answer. The owner is told and may appeal to the court of appeal. Errors are mended within a day.
""",
    ),
    "up to 255": (
        "who lives there",
        """
Under section 12 of the Payments Act the court orders the providers to refuse the whole of 203.0.113.0 up to
203.0.113.255 for 14 days, as market.example is in it. Two hundred and fifty others are in it as well, and they are
told by post. The host did not answer. The owner may appeal to the court of appeal. Errors are mended within a day
after somebody complains.
""",
    ),
    "a law one day": (
        "on what law",
        """
Since everyone wants it, market.example is blocked for 14 days. There will be a law for it one day. The eleven other
shops stay open, since only the name is blocked. The host was asked and did not answer. The owner is told at once.
Errors are mended within a day. The providers have agreed with the ministry that this is how it shall be done from now
on.
""",
    ),
    "should it be blocked": (
        "asks, and orders nothing",
        """
Should market.example be blocked? The law, section 12 of the Payments Act, says that it can. For 14 days? Maybe. By a
court? Surely. Would the eleven other shops be hit? Not by name. Would the owner be told and could he appeal to a
court? One hopes so. Would errors be mended within a day? Who knows? Has the host been asked? It did not answer.
""",
    ),
    "whatever other names": (
        "who lives there",
        """
Under section 12 of the Payments Act the court orders the providers to block market.example for 14 days. No address is
blocked, as eleven other shops share it. The host did not answer. The owner is told and may appeal to the court of
appeal. Errors are mended within a day. The agency may extend this order to whatever other names it sees fit, and to
their addresses.
""",
    ),
    "a letter that nobody may read": (
        "what exactly is blocked",
        """
The order of the court is this: section 12 of the Payments Act. 14 days. The owner is told. He may appeal to the court
of appeal. Errors are mended within a day. The host did not answer. Others at the address are not hit. What is blocked
stands in a letter to the providers, which nobody but they may read, and which can be changed by the police without
asking the court.
""",
    ),
    "against good morals": (
        "on what law",
        """
The government orders the providers to block market.example for 14 days because it is against good morals and against
the nation. No address is blocked, as eleven other shops share it and stay open. The host did not answer. Everybody is
told through the state channel. There is nothing to discuss about it and nobody is going to discuss it. Errors are
mended within a day.
""",
    ),
}

#: Sentences that make a point, by words of its name, and sentences that are about it and do not make it.
SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "what exactly": (
        (
            "Block https://evil.test/page7.",
            "The name evil.example is not passed on.",
            "The address 203.0.113.40 is refused.",
            "Only the one page in the annex is meant.",
            "The post named above is removed.",
            "This concerns the file listed in the schedule.",
            "It covers two domains, which are listed below.",
            "The video with the URL given in the annex is taken down.",
            "We block this page only.",
            'The channel called "Easy Money" is closed.',
            "No address is listed here, only the name scam.test.",
            "Listing (no. 88123) is taken out by the market place.",
            "The court blocks scam.test, against which they may later appeal.",
            "Providers shall block the name scam.test.",
            "Providers may refuse the name scam.test.",
            "Providers will filter the name scam.test.",
        ),
        (
            "The agency will choose the pages later.",
            "Bad pages are blocked.",
            "Which page it is, the provider will be told later.",
            "No page is named here.",
            "The address range 203.0.113.0/24 is refused.",
            "The sites are yet to be identified.",
            "The page is not named.",
            "Providers block what we will later name, the agency may then add names such as the one named below.",
        ),
    ),
    "on what law": (
        (
            "This rests on article 15 of the law on information.",
            "Under the Safety Act this is forbidden.",
            "The court has found that the page sells stolen cards.",
            "The page was declared unlawful on 3 May.",
            "§ 130 of the code applies.",
            "The law forbids such offers.",
            "Legal basis: the Payments Act.",
            "The ruling of 4 May is carried out by this.",
            "It is a crime under the penal code.",
            "She applies the Card Crime Act.",
            "The judge applied section 3.",
        ),
        (
            "No law is needed for that.",
            "We do this without a legal basis.",
            "The page is ugly.",
            "Whether a law allows it does not matter.",
            "Nobody has found it unlawful.",
            "No law allows it, but the court orders it.",
        ),
    ),
    "why this means": (
        (
            "Nothing less would do.",
            "Milder means have failed.",
            "The owner was asked twice and did not react.",
            "The host ignored our letter.",
            "If the host does not delete it, the name is blocked.",
            "There is no less harsh way.",
            "The name is blocked instead of the address.",
            "This is the last resort.",
            "A smaller step would not be enough.",
            "A single page cannot be blocked alone, since the connection is encrypted.",
            "We block by name, since that spares the rest.",
            "It would not help to only warn the people.",
            "Our letters were unanswered.",
        ),
        (
            "Milder means were not considered.",
            "Nobody asked the owner.",
            "We have not checked whether less would do.",
            "This is the means that we like.",
            "No milder means was tried.",
            "It is done without asking the host.",
        ),
    ),
    "who else": (
        (
            "Eleven other shops share this address.",
            "No neighbour is struck.",
            "The other pages of the site stay open.",
            "Nobody else uses this machine.",
            "Nobody else is known to share this address.",
            "The rest of the forum remains reachable.",
            "Side effects were weighed.",
            "The address belongs to this site alone.",
            "A school lives at the same address and is spared.",
            "Lawful pages on that server are not affected.",
            "We know that others will be cut off, forty of them, and have weighed it.",
            "Tenants of the same host keep their lines.",
            "The eleven other tenants of the address will notice nothing.",
            "For the eleven others nothing changes.",
            "This leaves eleven innocent firms alone.",
            "Bystanders: none.",
            "The others are hit and must bear it, because each hour costs many people their savings.",
        ),
        (
            "Nobody has checked who else is hit.",
            "It does not matter whether others are hit.",
            "If others are struck, that is bad luck.",
            "The neighbours must put up with it.",
            "We do not know who shares the address.",
            "The page is blocked regardless of others.",
            "Others may be hit too.",
            "The eleven have chosen bad company.",
            "The eleven other shops are hit too, and have to live with it.",
        ),
    ),
    "for how long": (
        (
            "It ends after fourteen days.",
            "The block runs from 1 March to 15 March.",
            "The block runs until 1 July.",
            "This order is valid for three weeks.",
            "The judge looks at it again after a month.",
            "Duration: ten days.",
            "It stays in place until the page has been removed.",
            "It is reviewed every month.",
            "After two weeks it lapses.",
            "The owner is told at once, the block ends after 14 days.",
            "No longer than a fortnight.",
            "It expires at midnight on Sunday.",
            "Its term is thirty days and can be renewed once.",
            "TTL: 30 days, then re-evaluated.",
            "It is re-evaluated after 30 days.",
            "It is reassessed in June.",
            "The block is temporary (8 weeks).",
            "A maximum of 8 weeks.",
            "Never longer than 30 days.",
            "It ends as soon as the host deletes the page.",
            "It is valid for one quarter.",
        ),
        (
            "The owner is told within three days.",
            "Errors are mended within a day.",
            "It is not limited to some days.",
            "There is no review.",
            "The providers have until Monday to implement this.",
            "It begins soon.",
            "One can complain within a month.",
            "The providers shall comply within 24 hours.",
            "It is for ever and never looked at again.",
        ),
    ),
    "who decides": (
        (
            "The district court orders this.",
            "Signed: Judge Okafor.",
            "An independent body has agreed.",
            "It was authorised by a magistrate.",
            "A panel of three decides.",
            "The main hearing is on 20 June.",
            "I, Smith J, order this.",
        ),
        (
            "No court is asked.",
            "The agency decides alone, without a judge.",
            "One may appeal to the court.",
            "Complaints go to the court.",
            "Those who are struck can go to court.",
            "One may bring it before the courts.",
            "Nobody decides.",
        ),
    ),
    "who is told": (
        (
            "The owner is told at once.",
            "The host gets a copy of this order.",
            "The order is published.",
            "The neighbours receive a letter.",
            "Visitors see a page that says which court has ordered it.",
            "It is announced in the gazette.",
            "The decision goes to the owner.",
            "It is served on the owner.",
            "Not later than today he is told.",
            "Owner and host are notified no later than tomorrow.",
            "The owner, host and providers get this decision.",
        ),
        (
            "Nobody is told.",
            "The order is not published.",
            "It stays secret.",
            "The owner never learns of it.",
            "It is in the public interest.",
            "It is done without notice.",
            "Neither the owner nor the host is informed.",
        ),
    ),
    "where one can complain": (
        (
            "Whoever is concerned may appeal to the court.",
            "Complaints are heard by the ombudsman.",
            "The owner can object within two weeks.",
            "There is a right of appeal.",
            "Those hit may claim damages before the civil court.",
            "One can turn to the tribunal.",
            "Objections go to the president of the court.",
            "Neighbours are compensated.",
            "If they do not agree they make complain in higher court.",
            "It may be appealed in a month.",
        ),
        (
            "Nobody may complain.",
            "There is no appeal.",
            "Appeals are excluded.",
            "An appeal is not possible.",
            "The owner cannot object.",
            "Whoever complains is blocked too.",
        ),
    ),
    "errors are mended": (
        (
            "Mistakes are corrected within a day.",
            "A site that is struck by accident is unblocked within six hours.",
            "Errors are mended at once.",
            "Whoever is wrongly blocked is freed the same day.",
            "Within 24 hours after a complaint an innocent site is restored.",
            "If another site is hit, the block is lifted immediately.",
            "We undo slips by the next morning.",
            "Should the URL turn out to be harmless, it is enabled without delay.",
            "Errors are rectified within twenty-four hours.",
            "False positives: rollback in 4h.",
        ),
        (
            "Mistakes are not corrected.",
            "Errors happen.",
            "There can be mistakes.",
            "Errors are mended when there is time.",
            "Nobody mends errors within a day.",
            "No mistake will be put right at once.",
            "The block begins within a day.",
            "Errors are mended when somebody finds the time.",
        ),
    ),
}
#: Sentences that spoil an order, whatever else it says.
SPOILT = (
    "We block the range 198.51.100.0/24.",
    "The providers refuse 198.51.100.0/25 as well.",
    "The whole cloud is blocked.",
    "All addresses of the host are refused.",
    "Every address that it may use is blocked.",
    "The providers block its subnets.",
    "We block the name, and not only that: all its addresses too.",
    "Any further address that the agency finds is blocked as well.",
    "All servers of the firm are switched off.",
    "Everything on this server is blocked.",
    "The entire hosting firm is shut out.",
    "The block follows it wherever it goes.",
    "All mirrors are blocked too.",
    "The ranges of Amazon are blocked.",
    "All the ranges of the firm are shut.",
    "We block not only its name but all its addresses.",
    "It holds until further notice.",
    "It holds permanently.",
    "It has no time limit.",
    "It is blocked forever.",
    "All online shops of the country are blocked by filters that close all online shops of the country.",
    "It runs for 99 years.",
    "We block the other domains of the owner, too.",
    "The domains of his family are refused as well.",
    "The resolvers 8.8.8.8 and 1.1.1.1 are refused.",
    "We cut off every visitor.",
    "Messenger and VPNs blocked too.",
    "The opposition newspaper is blocked too.",
    "It is blocked for ever and never looked at again.",
    "No law allows it, but the court orders it.",
    "This is a secret order.",
    "There is no appeal.",
    "The eleven have chosen bad company.",
    "The eleven other shops have to live with it.",
    "Errors are mended when somebody finds the time.",
    "It is prolonged automatically.",
)
#: Sentences that make an essay of an order.
ESSAYS = (
    "That is what I have learned.",
    "A good order would name the page.",
    "The lesson says that an address can be shared.",
    "In my opinion the name is the better means.",
    "We will not draft such a thing.",
)
#: Sentences that speak of ranges, clouds or time and spoil nothing.
NARROW = (
    "No range is blocked, and no cloud.",
    "We do not block the range, since others live there.",
    "To block all addresses of the cloud would hit strangers.",
    "We block the name rather than the whole range.",
    "It is forbidden to block any address.",
    "All other addresses of the host stay open.",
    "Copies are blocked only after the court has added them.",
    "All providers of the country apply it.",
    "The block is not permanent.",
    "The address 203.0.113.40/32 is meant.",
    "Every page but this one remains available.",
    "Every visitor of the platform is told why.",
    "Each tenant of the cloud gets a letter.",
    "In the course of the trial the owner was heard.",
    "For good reasons the address is left open.",
    "No permanent block is ordered.",
    "Not blocked: the range 198.51.100.0/24.",
    "The court has looked at this question too.",
    "Blocking the range was considered and rejected.",
    "The court rejects the request to block the whole range.",
    "We declined to block all addresses of the host.",
    "The magistrate dismissed the idea of closing the whole cloud.",
    "The newspaper at the same address is told that it is not blocked.",
    "He sold cards for 20 years.",
    "This order is not secret.",
    "Nobody is told before the block begins, and everybody afterwards.",
    "There is no law against the eleven other shops, so they stay open.",
    "The others bear it no longer than needed, since the court weighed it and they must bear it for two days.",
    "Without a new decision nobody blocks any further address.",
)
