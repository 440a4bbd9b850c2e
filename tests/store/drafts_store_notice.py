"""Notices to a store as learners draft them: good ones of many styles, bad ones with one fault each and its hint."""

GOOD = {
    "formal": """
The Consumer Office of Norland, acting under section 30 of the Payments Act, orders the operator of the store to remove
the application Card Desk (example.carddesk) from the Norland storefront. By its judgment of 3 May the Regional Court
found that the tab "Market" sells stolen card numbers, contrary to section 12 of the Act. The maker was written to
twice and did not reply; a less intrusive measure is therefore not available. Copies already installed, and all other
storefronts, are not affected. The order expires after six months. The maker and the public shall be informed. Store
and maker may appeal to the Administrative Court within one month. The store reports to this Office when it has acted.
""",
    "plain": """
Dear store, we are the Consumer Office. Please take Card Desk out of the shop for people in Norland, and only there. Its
market tab sells stolen card numbers; the court said so on 3 May and the law on payments, section 12, forbids it. We
asked the maker two times and heard nothing. Leave the app on the phones, people keep their receipts in it. If the
tab is gone you can put the app back, and anyway we look at it again in three months. Tell the maker why, and put it in
your report. If you or the maker think we are wrong, go to the court in Norland.
""",
    "not a native": """
We, Consumer Office of Norland, demand from the App store that it deletes the app "Card Desk" in our country. Reason:
the court decided on 3. May that in this app is selling of stolen card numbers and this is prohibited by section 12
Payments Act. Section 30 gives to us the right to demand. The developer was informed two times but he did nothing. We
demand only for storefront Norland, other countries is not our business. The app which is already installed stay. Time:
until 3 November. Developer must get copy of this letter and he can complain in the court of Norland.
""",
    "hurried": """
to: store. from: consumer office norland. app: example.carddesk. what: remove from norland storefront, nothing else.
why: sells stolen cards, regional court 3 may, s 12 payments act. our power: s 30. maker asked twice, silent. so no
milder way left. how long: 6 months then review. other storefronts stay as they are, installed copies too. tell maker +
publish in report. appeal: admin court, one month. mail us when done.
""",
    "bullets": """
- Authority: Consumer Office of Norland, department 4.
- Legal basis: section 30 of the Payments Act.
- App: Card Desk, bundle id example.carddesk, all versions that have the Market tab.
- What is unlawful: sale of stolen card numbers (section 12), as found by the Regional Court on 3 May.
- Measure: no new downloads in the storefront of Norland. Installed copies keep working and get security updates.
- Why not less: two letters to the maker were not answered.
- Duration: 90 days.
- Information: maker, and a line in the store's transparency report.
- Redress: objection to this Office, then the Administrative Court.
""",
    "bullets without full stops": """
- we are the Consumer Office and we act on section 30 of the Payments Act
- take Card Desk off the Norland storefront, no other app and no other storefront
- the Regional Court found on 3 May that its market sells stolen cards
- the maker got two letters and was silent, so asking was not enough
- people who have it keep it
- it ends on 1 December or when the tab is gone
- the maker gets this notice and you may print it
- you and he can contest it before the court
""",
    "headings": """
Issuing authority: Consumer Office, Norland. Legal basis: Payments Act, section 30. Item: Card Desk, example.carddesk.
Statement of reasons: the app offers stolen card numbers for sale, which section 12 prohibits; finding of the Regional
Court, 3 May. Requested action: removal of the listing. Territorial scope: Norland only, as the Act reaches no further.
Necessity: the maker did not react to two warnings. Period: four months, renewable by a new decision. Notification:
maker, users through the app's page. Remedies: appeal to the Administrative Court. Report back: within three days.
""",
    "letter to a firm": """
Dear Sir or Madam, on 3 May our Regional Court held that the app Card Desk is used to trade in stolen card numbers. That
trade is an offence under section 12 of the Payments Act, and section 30 of the same Act empowers this Office to
require a store to stop offering such an app. We require this now, for customers whose account is set to Norland, and
for nobody else. We first turned to the maker, in March and in April, without success. We do not ask you to touch phones
or to tell us who has the app. Our requirement lapses on 31 October. We enclose a copy for the maker, who may, like you,
bring the matter before the Administrative Court.
""",
    "less than removal": """
The Consumer Office does not ask you to remove Card Desk yet. Under section 30 of the Payments Act we order that within
ten days the store has its maker take the Market tab out, or else hides the app from search in the Norland storefront.
The court of 3 May found stolen card numbers for sale there. The receipts part is lawful and thousands use it, which is
why a removal would go too far. Elsewhere nothing changes. The order runs for eight weeks. The maker is told by us
today, you may publish it, and either of you can appeal to the court.
""",
    "law student": """
Pursuant to s. 30 of the Payments Act the Consumer Office hereby directs the provider of the store to disable access to
Card Desk in respect of users with a Norland account. The content is illegal within the meaning of s. 12: see the
judgment of the Regional Court of 3 May, which found that card data obtained by theft are sold. The measure is necessary
because the maker ignored two letters, and proportionate because it is confined to one storefront, leaves installed
copies alone and ends on 30 September unless renewed. The provider shall inform this Office without delay of the effect
given to this order. Judicial review lies to the Administrative Court at the suit of provider or maker.
""",
    "engineer": """
Request NO-44 from Consumer Office (Norland). Target: bundle example.carddesk, storefront NO, state AVAILABLE ->
REMOVED. Scope: storefront NO and nothing else; do not revoke the certificate, do not block updates to installed
copies. Basis: Payments Act section 30, court file 112 of 3 May (app sells stolen card numbers, section 12). We mailed
the developer on 2 and 20 April, no response. TTL: 60 days, then we must ask again. Visibility: developer notified,
entry in transparency report. Rollback: if the court or we find this was wrong, restore within 24 hours. Appeal: office
first, court second. Please confirm the time of removal.
""",
    "by a court": """
The Regional Court of Norland, having found on 3 May that Card Desk serves the sale of stolen card numbers, orders the
store under section 12 and section 30 of the Payments Act to stop new installs of that app from the Norland storefront.
The court has asked itself whether a warning on the page would do, and holds that it would not, since buyers know what
they buy. No other storefront is concerned. The order is valid for five months. It is served on the maker and posted on
the court's site. The store and the maker can appeal within fourteen days.
""",
    "short": """
Consumer Office of Norland to the store: under section 30, Payments Act, remove Card Desk (example.carddesk) in Norland,
nowhere else, until 3 November. The Regional Court found on 3 May that it sells stolen card numbers. The maker did not
answer our letters. He gets a copy; users may read this on the page. He and you may go to the Administrative Court.
""",
    "questions answered": """
Who asks? The Consumer Office of Norland. By what right? Section 30 of the Payments Act. What about? Card Desk, number
example.carddesk in your catalogue. It sells stolen cards in its market; the Regional Court has established that on 3
May. You should delist it for Norland. You should not delist it anywhere else, and not touch what is installed. The
maker was asked to close the market and refused. In half a year this notice is void. The maker has been told, and has
the right to object to us or to the court. You may print our notice word for word.
""",
    "with a warning first": """
This is a notice of the Consumer Office under the Payments Act, section 30. Step one: from Monday the page of Card Desk
in the Norland store carries our warning that the Regional Court found stolen card numbers on sale in the app. Step two:
if the Market tab is still there on 1 July, the store takes the app down in Norland until it is gone. We go step by step
because most customers only store receipts. Other countries are not part of this. The maker has received the same
notice. Objections go to the Administrative Court. Let us know what you did and when.
""",
    "a minister": """
On behalf of the Ministry of Trade of Norland I call upon you to withdraw the app Card Desk from sale in this country.
The legal ground is section 30 of the Payments Act. The Regional Court established on 3 May that the app is a market for
stolen card numbers. I know that a removal hits honest users as well; but the maker has been given every chance to close
the market, and has let them pass. What they have on their phones remains. My decision is limited to one year and to
Norland. It will be published, the maker is notified, and it can be challenged in court.
""",
    "numbered": """
1. This notice comes from the Consumer Office. 2. It rests on section 30 of the Payments Act and on the judgment of 3
May, which found that Card Desk breaks section 12 by selling stolen card numbers. 3. The store shall no longer offer
Card Desk to accounts of Norland. 4. It shall do no more than that. 5. We tried the maker first. 6. It is in force for
100 days. 7. The maker, the users and the readers of your report may know of it. 8. Complaints: Administrative Court,
Harbour Street.
""",
    "reasons at length": """
Why this app: in the tab Market of Card Desk one can buy card numbers that were stolen, as the Regional Court found on 3
May after hearing a bank. Why us: the Payments Act makes the Consumer Office responsible (section 30). Why you: the
maker sits abroad and left both letters unanswered, and no provider can tell the app's traffic from other traffic. Why
only here: our Act ends at our border, so the app may stay in your other storefronts. Why only until December: by then
the trial is over. What we ask: make it unavailable. Who learns of it: everybody. Who decides on appeals: the
Administrative Court.
""",
    "passive": """
It is requested that Card Desk no longer be made available in the storefront of Norland. The request is made by the
Consumer Office and is based on section 30 of the Payments Act. It has been found by the Regional Court that stolen card
numbers are sold in it. The maker has been asked for a correction, which has not been made. Other storefronts and
existing installations are to be left as they are. The request is valid for 120 days. Notice has been given to the
maker. An appeal may be lodged with the Administrative Court by whoever is affected.
""",
    "friendly and doubtful": """
Hi, Consumer Office here. We need your help with Card Desk (example.carddesk). The Regional Court ruled on 3 May that
people buy stolen cards in it. Section 30 of the Payments Act says we can ask a store to pull such an app, so could you
pull it in Norland? Just Norland please. We don't like doing this, but the developer ghosted us twice. It's for three
months max; if he kicks the market out earlier, we'll withdraw this the same day. He's in cc. Feel free to show this to
anybody. Not happy with it? The court will hear you, and him too.
""",
}
_BASE = " ".join(GOOD["formal"].split())
#: A fault, words of the hint that it earns, and the text.
BAD = {
    "worldwide": (
        "one country",
        _BASE.replace("from the Norland storefront", "from all storefronts of the world").replace(
            ", and all other storefronts, are not affected", " are not affected"
        ),
    ),
    "no storefront": (
        "where",
        _BASE.replace(" from the Norland storefront", "").replace(
            ", and all other storefronts, are not affected", " are not affected"
        ),
    ),
    "no law": (
        "on what law",
        """
The Consumer Office of Norland orders the store to remove the application Card Desk from the Norland storefront. It
sells stolen card numbers, as a court found on 3 May. The maker was written to twice and did not reply. Copies already
installed and all other storefronts are not affected. This expires after six months. The maker and the public shall be
informed. Store and maker may appeal within one month. The store reports to this Office when it has acted.
""",
    ),
    "no app": (
        "which app",
        """
The Consumer Office of Norland, acting under section 30 of the Payments Act, orders the store to remove what is unlawful
from the Norland storefront. By its judgment of 3 May the Regional Court found that stolen numbers are sold. The sellers
were written to twice and did not reply. All other storefronts are not affected. The order expires after six months. The
sellers and the public shall be informed. Store and sellers may appeal to the Administrative Court within one month.
""",
    ),
    "all such apps": (
        "other apps",
        _BASE + "All other apps of this kind shall be removed too.",
    ),
    "names of the users": (
        "users",
        _BASE + "The store sends us the names of all users of the app.",
    ),
    "from the phones": (
        "phones",
        _BASE + "The app is also to be deleted from every phone on which it is installed.",
    ),
    "updates frozen everywhere": (
        "one country",
        _BASE + "Until then the store holds all updates of the app worldwide.",
    ),
    "for ever": ("until when", _BASE.replace("The order expires after six months.", "The order has no end.")),
    "secret": (
        "secret",
        _BASE.replace("The maker and the public shall be informed.", "This order is secret and the maker is not told."),
    ),
    "no appeal": (
        "nobody",
        _BASE.replace(
            "Store and maker may appeal to the Administrative Court within one month.", "There is no appeal."
        ),
    ),
    "few points": (
        "found so far",
        """
Under section 30 of the Payments Act please remove Card Desk from the Norland storefront. We count on your cooperation,
as we always have, and we thank you in advance for the good work that your people do every day in all the shops of the
land. May the summer be warm and the sea calm, and may the next letter that we write to you be one of thanks alone.
""",
    ),
    "an essay": (
        "argues about notices",
        """
In my opinion a regulator should always name the law, such as section 30 of the Payments Act, and the app, such as Card
Desk, and the storefront, such as Norland. On the one hand a court's finding helps; on the other hand a store can check
it hardly. The maker should be told and appeal. Six months may be enough. Scholars disagree whether a store should obey
at all.
""",
    ),
    "only questions": (
        "that asks",
        """
Which authority writes this, and is it the Consumer Office? On which law, is it section 30 of the Payments Act? Which
app, is it Card Desk? Should it be removed in the Norland storefront only? Did a court find that it sells stolen card
numbers? Was the maker asked? For how long? Who is told? Can one appeal to a court? Nobody has told me any of this so
far, has anybody told you?
""",
    ),
    "a list of words": (
        "list of words",
        "authority office law section act app bundle card desk storefront norland remove court found stolen numbers "
        "maker letters months told published appeal court report back installed copies updates territory reasons "
        "redress legal basis necessary proportionate maker informed users page listing download removal notice order "
        "office law "
        "card desk norland storefront court stolen maker months appeal ",
    ),
}
#: For a part of a point's name: sentences that make it, and sentences that deny it or say less.
SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "which authority": (
        (
            "The Consumer Office of Norland orders this.",
            "We, the Ministry of Trade, ask you to act.",
            "Issued by the Media Authority on 4 May.",
            "Who orders? The Regional Court.",
            "This is a notice of the Gambling Commission.",
            "Authority: Data Protection Board",
            "Signed: the director of the agency",
        ),
        (
            "No authority is named here.",
            "You know who we are.",
            "Without any signature of an office this is sent.",
        ),
    ),
    "on what law": (
        (
            "It rests on section 30 of the Payments Act.",
            "Legal basis: Payments Act.",
            "We act under article 7 of the code.",
            "The law on payments lets us ask this of a store.",
            "By virtue of the Gambling Act you are asked to act.",
            "See § 30.",
        ),
        (
            "No law is needed for this.",
            "We act without any legal basis.",
            "We act as we think right.",
            "The law does not matter here.",
        ),
    ),
    "which app": (
        (
            "This is about Card Desk.",
            "The app called 'Card Desk' is meant.",
            "Bundle id: example.carddesk",
            "Only example.carddesk is concerned.",
            "Card-Desk is the application that we mean.",
        ),
        (
            "The app called Lamp is meant.",
            "Remove Lamp (example.lamp) from your store.",
            "Bundle id: example.lamp",
            "This is not about Card Desk.",
            "The unlawful app shall go.",
            "Which app is meant we will decide later.",
            "The app is not identified yet.",
        ),
    ),
    "what is unlawful": (
        (
            "The court found on 3 May that stolen card numbers are sold in it.",
            "By the judgment of 3 May it breaks section 12.",
            "It sells stolen cards, as a judge has established.",
            "The Regional Court has confirmed it.",
            "Its market was declared illegal by the tribunal.",
            "The ruling of the Regional Court is enclosed.",
        ),
        (
            "It is a bad app.",
            "No court has found anything.",
            "A finding is not needed.",
            "Nobody has proved that it sells stolen cards.",
        ),
    ),
    "what the store shall do": (
        (
            "The store shall remove it.",
            "Please take it down.",
            "Hide the app from search.",
            "You shall no longer offer it.",
            "Put a label on its page that warns buyers.",
            "It should not appear in the store.",
            "No new downloads from Monday.",
            "We do not order you to remove it but to hide it from search.",
        ),
        (
            "We are not pleased with this app.",
            "Something has to happen.",
            "We trust that you know what is right.",
            "This letter does not order you to remove the app.",
            "We don't ask that you take it down.",
        ),
    ),
    "where, and no further": (
        (
            "Remove it from the storefront of Norland.",
            "This holds in Norland only.",
            "Other storefronts are not affected.",
            "Take it down for customers in our country.",
            "You may offer it elsewhere; elsewhere nothing changes.",
            "Territorial scope: Norland",
            "It goes no further than our territory, and not abroad.",
        ),
        (
            "Remove it from the store.",
            "Remove it worldwide.",
            "The Consumer Office of Norland writes this.",
            "Remove it everywhere, in Norland too.",
            "Take it down worldwide, in our storefront too.",
        ),
    ),
    "why less": (
        (
            "The maker was written to twice and did not answer.",
            "Nothing less would help.",
            "A warning on the page would not stop buyers.",
            "The developer refused to close the market.",
            "Our letters came back.",
            "To remove the app would go too far.",
            "We asked the maker first, in vain.",
        ),
        (
            "Nobody asked the maker.",
            "We did not consider anything else.",
            "There was no need to warn the maker.",
            "It has to go at once.",
        ),
    ),
    "what is left alone": (
        (
            "Copies that are installed stay as they are.",
            "Do not touch the phones.",
            "Updates for those who have it go on as they were, too.",
            "We ask for nothing else.",
            "No other app is meant.",
            "Existing users keep access.",
        ),
        (
            "Delete it from all phones.",
            "It shall be wiped from the devices of all users.",
            "We like our phones.",
        ),
    ),
    "until when": (
        (
            "This ends after six months.",
            "It is valid until 3 November.",
            "We look at it again in three months.",
            "Duration: 90 days",
            "It lapses when the market is gone.",
            "Until Christmas.",
            "The store shall comply by 20 May.",
            "Act no later than 31 May.",
            "Deadline: ten working days",
            "Remove it within 72 hours.",
            "This lapses as soon as a version without the tab is submitted.",
            "It holds until the maker ships a version without the tab.",
            "Once the maker drops the tab the app may return.",
            "When the tab is out the app can come back.",
        ),
        (
            "This has no end.",
            "You may appeal within a month.",
            "It holds until further notice.",
            "It begins soon.",
            "There is no deadline of ten days.",
            "It does not lapse once the maker drops the tab.",
            "The app may not return even if the maker drops the tab.",
            "The store reports to us within three days.",
            "Confirm to this Office by 20 May.",
            "The maker was asked within two weeks.",
            "Go to the court no later than 31 May.",
        ),
    ),
    "who is told": (
        (
            "The maker is informed today.",
            "You may publish this notice.",
            "The developer gets a copy.",
            "Put it in your transparency report.",
            "Users may read it on the page.",
            "Everybody may know of this.",
        ),
        (
            "Nobody is told.",
            "This is secret.",
            "The maker is not informed.",
            "It serves the public interest.",
        ),
    ),
    "contest it": (
        (
            "You may appeal to the Administrative Court.",
            "The maker can object to this Office.",
            "Appeal: within a month, to the court.",
            "The court is open to both of you.",
            "Complaints go to the tribunal.",
            "If you disagree, go to the court.",
            "Whoever disagrees can go against this letter at the Regional Court.",
        ),
        (
            "There is no appeal.",
            "Nobody may object.",
            "An appeal is excluded.",
            "Nobody can go against this letter at the Regional Court.",
            "The court has found it.",
        ),
    ),
}
#: Sentences each of which spoils a good notice.
SPOILT = (
    "The app is to be removed from all storefronts.",
    "Remove it worldwide as well.",
    "Remove it from your storefront for Norland and from all the other 39.",
    "Take it down in Norland and in the other countries.",
    "It is to be removed from all 40 storefronts.",
    "There are 40 shelves: take it off in all 40.",
    "Delist it in every country.",
    "The store holds all updates of it everywhere.",
    "All other apps of this maker shall go too.",
    "Every app that sells anything is to be removed.",
    "VPNs are banned as well.",
    "Send us the names of all users.",
    "Tell us who has downloaded the app.",
    "We want to know who downloaded it.",
    "Delete the app from all phones.",
    "Use your kill switch.",
    "Wipe it from the devices of the customers, from each phone.",
    "This holds for ever.",
    "It applies until further notice.",
    "There is no appeal.",
    "Nobody may object.",
    "This notice is secret.",
    "Do not tell the maker.",
    "Not even the maker may know.",
    "No law allows it, but we need it.",
    "I refuse to write this notice.",
    "On the one hand this helps.",
)
#: Sentences that spoil none, though they name what would.
NARROW = (
    "The app stays in all other storefronts.",
    "Do not remove it worldwide.",
    "Remove it in Norland, and in other respects leave it as it is.",
    "Remove it in Norland, and in the other 39 storefronts nothing.",
    "We do not order you to touch the phones.",
    "No other app of this maker is meant.",
    "We do not ask for the names of its users.",
    "Nothing is to be deleted from the phones.",
    "To remove it in every country would go too far.",
    "This does not hold for ever.",
    "This notice is not secret.",
    "Updates of it are not held anywhere.",
    "The users may read this on the page.",
)
