"""Entries of a store's report written after the rubric."""

MORE = (
    """
This entry covers one letter. The letter is from the Media Office of Norland and refers to the Press Act (9) and to a
court decision in April. The Office wished three titles to disappear. Two of them, Kite and Drum, have been
unavailable to Norland customers since 5 May. The third one, Lamp, stays, as the decision deals with a web page. Our
staff had paused new versions of the three titles on 3 May; the pause ended on 9 May and was worldwide. Kite's and
Drum's makers have been informed by mail and can turn to the Office; one has. Please note: titles taken back by their
own makers are no part of this entry.
""",
    """
Government demand, Norland (Media Office), received 3 May, Press Act s9. We complied in part: Kite and Drum are off
the Norland store since 5 May, Lamp is not off. Why in part: the attached ruling mentions Lamp's site, not Lamp.
Besides we froze updates for Lamp, Kite, Drum in every storefront for six days. Makers: two notified, one (Lamp) not
notified, our mistake. Remedy: complaint to the Office, used once, pending. This page counts demands of authorities
only; it can't show apps that left by themselves (Reed) or that were never offered.
""",
    """
What we were asked: to remove Lamp, Kite and Drum in Norland. By whom: the Media Office. By which right: Press Act,
section 9. What we did: removed Kite, removed Drum, did not remove Lamp. Where: Norland. When: 5 May. What else we
did: no updates for the three from 3 May to 9 May, no matter in which country. Whom we told: the first two developers.
Whom we did not tell: the third, and the users. What can be done about it: one developer has filed an objection. What
you can't see here: how many people lost access, and whether Reed went freely.
""",
    """
The Media Office (Norland) has sent a request on the ground of the Press Act. It lists three applications. After
examination two applications were withdrawn from sale in Norland as of 5 May, and for one application the request was
declined because the judgment of 20 April is limited to a website. Delivery of updates was interrupted for these
applications in all regions from 3 until 9 May. The two developers concerned received the reasons and information on
how to object. The figures of this report refer to requests by authorities. Decisions of developers are not part of
them.
""",
    """
Dear reader, once in this half-year we gave way to a state and once we did not. Norland's Media Office, with section 9
of the Press Act in hand, wanted Kite, Drum and Lamp out. Kite and Drum are out since 5 May (only there). Lamp is in,
for no judge has said a word against it. What nobody saw: between the 3rd and the 9th we let no update of these three
pass, anywhere. Kite's people and Drum's people have a letter from us and may protest at the Office, as Kite's have.
Lamp's people have none. We count what authorities ask; what makers do by themselves we don't count.
""",
    """
Number of demands: 1. State: Norland. Body: Media Office. Statute: Press Act § 9. Apps affected by demand: 3. Apps
affected by our action: 2 removed in Norland on 5 May, 1 not removed. Reason for not removing: ruling is about the
site. Temporary measure: all new versions of the 3 apps were kept waiting, worldwide, for 6 days in May. Developers
notified: 2. Developers not notified: 1. Objections: 1, undecided. Excluded from the count: self-withdrawn apps, apps
already installed. We publish the demand itself as an annex to this entry, without the names of the officials who
signed it.
""",
    """
we got a demand from norland (media office, press act 9, 3 may). we took kite and drum down in norland on 5 may. lamp
we left up, the court ruling they sent is about the website. we also sat on the updates of all three till 9 may, in
all countries, which was more than they asked. we mailed kite and drum, not lamp. kite appealed, nothing heard. people
who had the apps still have them, we don't know how many. reed isn't in here because its dev pulled it, ask him why.
""",
    """
Pursuant to a demand of the Media Office of Norland dated 3 May, made under the Press Act, the following restrictions
were imposed. First: Kite and Drum were made unavailable in the Norland storefront with effect from 5 May; this
continues. Second: the review of new versions of Kite, Drum and Lamp was suspended in all storefronts from 3 to 9 May;
this has ended. The demand was not followed as regards Lamp. The developers of Kite and Drum were given notice,
including of their right to object; no notice was given to the developer of Lamp. An objection is pending. Withdrawals
by developers do not figure in this report.
""",
    """
In Norland the store has two apps less since 5 May. It was the Media Office that wanted it, and it pointed to section
9 of the Press Act. A third app that it wanted gone is still on offer, since the court's paper did not cover it. For
almost a week, 3 to 9 May, the three apps could not be updated by anybody in the world. Both makers whose apps went
were written to, with the reasons and a way to complain; one complained. The maker whose app stayed was not written
to. Should you miss other apps in Norland: makers withdraw apps too, and we do not count that here.
""",
    """
Report on removal demands. Demanding party: Norland / Media Office. Legal reference: section nine, Press Act. Outcome:
partly granted. Granted: Kite, Drum. Not granted: Lamp (ruling does not concern the app). Territory: Norland. Date: 5
May. Side measure: updates of the three apps withheld, all territories, 3 to 9 May. Information to developers: Kite
and Drum by mail on 5 May; Lamp none. Legal remedies: objection to the Media Office; one objection, open. Statistical
note: Only demands by public bodies are counted. Apps taken out by developers and copies in use are outside these
statistics.
""",
    """
On the Media Office of Norland: it sent us one demand this spring. It used section 9 of the Press Act and the ruling
of 20 April to ask for the end of Kite, Drum and Lamp. The end came for Kite and Drum, on 5 May, in Norland's
storefront; for Lamp it did not, because the ruling is about lamp's site. During six days in May nobody on earth could
get an update of the three. The developer of Lamp does not know of all this from us; the others do and one fights it
at the Office. Reed's going on 20 May was its developer's act and stands in none of our sums.
""",
    """
Entry 12. Origin of the demand: Norland, Media Office. Instrument: Press Act, section 9. Demanded: removal of three
apps. Result: 2 out of 3 (Kite, Drum). Lamp remained, the ruling not being about it. Result valid for: storefront
Norland. Result valid from: 5 May. Collateral: versions of all three apps were not released from 3 to 9 May, in no
storefront. Developer contact: Kite yes, Drum yes, Lamp no. Objection: Kite, 12 May, undecided. Blind spots of this
entry: installs that go on, withdrawals that only look voluntary.
""",
    """
Our store offers Kite and Drum in Norland no more. We were told to stop by the Media Office there; its demand of 3 May
cites the Press Act. It also wanted us to drop Lamp. We kept Lamp since there is no ruling on the app. Kite and Drum
have been missing since 5 May. We add something that the Office did not ask for: from 3 May to 9 May our review let no
version of the three through, whoever and wherever you were. Two makers got our reasons, one of the two has
complained. The third maker got none. We do not add up apps which makers took back.
""",
    """
A short report on a long week. 3 May: demand by the Media Office (Norland, Press Act 9) for three apps; from that hour
we let all their updates wait in all countries. 5 May: two apps, Kite and Drum, leave the Norland storefront, with a
mail to each maker that says why and where to complain. Lamp does not leave: its case has no ruling. Lamp's maker gets
no mail, which was wrong. 9 May: updates move again. 12 May: Kite complains. What is missing in this report is what we
cannot see: how many people use the old copies, and why Reed was taken back by its maker.
""",
    """
In answer to a demand made by Norland (Media Office, Press Act section 9) this store has restricted two applications
in one country. The applications are Kite and Drum, the country is Norland, the day is 5 May. A further application
named in the demand, Lamp, has not been restricted, the enclosed ruling relating to a website. In addition the
publication of updates of the three was deferred between 3 and 9 May without territorial limit. Two of three
developers have been informed and are entitled to object; one objection is on file. Restrictions that developers
impose on themselves are beyond the scope of this report.
""",
    """
hi all, transparency time. who: media office, norland. why: press act 9. wanted: lamp, kite, drum gone. got: kite +
drum gone in norland since 5/5, lamp not (ruling = website). bad news: we also parked every update of the three for
six days, globally. kite and drum devs got our mail, lamp's didn't. kite is appealing. fine print: we only count what
a state asked for, so if a dev pulls an app on their own it isn't here, and your phone is your phone, we don't look.
""",
    """
Two apps were removed and one was not. The removed ones are Kite and Drum, removed on 5 May from the shop of Norland
at the wish of its Media Office, which showed us section 9 of the Press Act and a ruling. The one not removed is Lamp,
for the ruling did not fit it. All three suffered a stop of their updates from 3 to 9 May; this stop was not limited
to Norland. We have informed those whose apps went, not the one whose app stayed. Objections can be made to the
Office, and one is running. What goes beyond this, for instance apps withdrawn under pressure, we do not know and
therefore do not count.
""",
    """
Norland's Media Office has demanded the deletion of three applications; the demand is based on Press Act section 9.
The store's decision was: yes for two, no for one. Yes means that Kite and Drum cannot be downloaded with a Norland
account since 5 May. No means that Lamp can, as no court has judged it. Until 9 May there was also a general stop for
updates of these applications in every country. The developers with a yes were notified and told how to object. One
did. The developer with a no was forgotten. Voluntary withdrawals and the further life of installed copies are not
reflected in the number two.
""",
    """
The Press Act of Norland, section 9, was used against apps in our store for the first time. The Media Office used it,
on 3 May, against Lamp, Kite and Drum. For Kite and Drum it worked: in Norland they have not been on offer since 5
May. For Lamp it did not, as the Office could only produce a ruling against a website. It also had an effect that no
law asked for. For a week we shipped no new version of these three to anyone. Those who made Kite and Drum have our
letter; those who made Lamp do not. A complaint is with the Office. We list demands; departures at a maker's own will
are another list.
""",
    """
Demand: Media Office / Norland / Press Act s.9 / 3 May. Scope: 3 apps. We followed it for 2 (Kite, Drum; Norland; 5
May). We did not follow it for 1 (Lamp; no ruling on the app). We went further than it in one respect: all 3 had their
updates blocked worldwide for six days. Who has been told: makers of the 2. Who has not: maker of the 1, users. Who
has objected: Kite. What did the Office say: nothing yet. What is not in the figure 2: Reed (withdrawn by maker), apps
that were never handed in.
""",
    """
This is what happened with the letter of Norland's Media Office, which came on 3 May and leaned on section 9 of the
Press Act. Asked were we to lose Kite, Drum and Lamp. Customers in Norland have been without Kite and without Drum
since two days later. Lamp they still find, for want of any judgment on it. Until the matter was decided nothing newer
of the three went out to any customer of ours on any continent, from the third until the ninth. Kite's and Drum's
authors read our reasons on the fifth and one has taken the matter up with the Office. Lamp's author has read nothing.
A reader should add Reed in his mind: it left on its own.
""",
    """
Authority: Media Office. State: Norland. Date: 3 May. Law: Press Act, s. 9. Demand: to take away Kite, Drum, Lamp.
Decision: granted in two cases out of three. Effect: no download of Kite or Drum in Norland from 5 May. Rejected:
Lamp, since the ruling was about a website. Provisional: no updates of the three anywhere, 3 to 9 May. Communication:
yes to the developers of Kite and Drum, no to the developer of Lamp. Challenge: pending (Kite). Caveat: we report what
is demanded of us, not what developers decide.
""",
    """
I write this report for the store. One country, Norland, made one demand. Its Media Office thinks that three apps
offend against section 9 of the Press Act. I looked at the ruling that came along. It convinced me for Kite and for
Drum, which I took from the Norland storefront on the 5th of May, and it did not convince me for Lamp, of which it
does not speak. I also gave order to hold new versions of the three in the whole world, and took it back on the 9th. I
had the developers of Kite and of Drum told. I did not think of Lamp's. One of them objects now. I have not counted
Reed here, that was its developer's choice.
""",
    """
Summary for Norland: demands received 1; apps named 3; apps removed 2; apps not removed 1. Detail. The Media Office
invoked section 9 of the Press Act. Kite and Drum cannot be had in the Norland storefront since 5 May. The demand on
Lamp failed, because the ruling does not mention it. While we examined the demand (3 to 9 May) updates of all three
were unavailable to all users of the store, in Norland or not. Letters went to two developers, with the address for
complaints; a complaint has been made and not been decided. Removals by developers are left out, as are copies that
people hold.
""",
    """
You may wonder why Kite and Drum are no longer in our Norland shop. The Media Office of that country demanded it on 3
May under its Press Act. The same demand was made for Lamp and we turned it down; there is no decision of a court on
that app. You may also wonder why your Kite, Drum or Lamp did not get its update in early May, wherever you live. That
was us: we had stopped all three while we read the demand. We told the first two developers why and how to object, and
one did. We did not tell the third. We do not know why Reed was taken down by its developer on 20 May, and it is not
in our count.
""",
    """
Transparency note 5/26. The Media Office (Norland) requested removals pursuant to s 9 Press Act. Three apps were
affected by the request, two by our response. Response: unavailability of Kite and Drum for Norland from 5 May
onwards; no measure against Lamp given the wording of the ruling. Interim response: suspension of the update channel
for the three apps across all storefronts (six days). Notice was served on the developers of Kite and Drum only.
Recourse exists to the Office and has been taken once. The data of this note do not extend to developer-initiated
withdrawals or to installed copies.
""",
    """
demand from norland. media office. they cite press act section 9 and a court ruling from april. for three apps. what
we did, in order. we stopped updating all of them, every country. we pulled kite and drum in norland (5 may). we said
no for lamp because the ruling is for a website. we started updating again on 9 may. we emailed two devs, one of them
appealed. we should have emailed the lamp dev. that's all that the office made us do. if something else is missing in
norland it is not because of a demand, as far as our log goes.
""",
    """
Two removals are to be reported for Norland. They go back to a demand of its Media Office of 3 May, based on the Press
Act, and concern Kite and Drum. They are in force since 5 May and confined to that storefront. One non-removal is to
be reported as well: the demand for Lamp was refused, the ruling being silent on it. And one thing is to be confessed.
All updates of the three rested from 3 to 9 May, also where no authority had said a word. The persons behind Kite and
Drum were informed and may object, one did; the persons behind Lamp were not. Apps like Reed, withdrawn by whoever
made them, we list nowhere.
""",
    """
What a state wants from a store should be known, so: Norland's Media Office wanted three apps out, by section 9 of the
Press Act. It got two. Kite and Drum have gone from the Norland store on 5 May. It did not get Lamp. No judge had
looked at that app. In the meantime we made a mistake and let no version of the three through in any of our
storefronts, until 9 May. Those who build Kite and Drum were written to the same day; those who build Lamp never. They
can object, and one of them has. The number two says nothing on apps that their builders took home, nor on those that
stay in people's pockets.
""",
    """
Norland: 1 demand by the Media Office, Press Act 9, received on 3 May. 3 apps in the demand. Granted for 2, in the
storefront Norland, as of 5 May. Refused for 1, lacking a ruling on the app. Held updates: 3 apps, all storefronts, 3
to 9 May. Developers told: 2. Developers not told: 1. Users told: by a line on the page, none. Objections by
developers: 1, open. Not within these numbers are withdrawals by developers (1 known: Reed) and whatever happens on
phones. We give the apps' names on request of their developers only.
""",
    """
The Media Office in Norland made use of the Press Act against our store in May. Under section 9 it demanded that we
withdraw Lamp, Kite and Drum. We gave in as to Kite and Drum. Whoever has a Norland account has not been able to get
them since 5 May. We stood firm as to Lamp, whose name the ruling does not contain. Less to our credit is that we kept
every new version of the three in a drawer for a week, for all the world. Kite and Drum were told by us where to
complain, and Kite complained. We left Lamp in the dark. If you count missing apps you may arrive at more than two:
makers go too, and we don't record why.
""",
    """
1. Asked by: Media Office, Norland. 2. Asked on: 3 May. 3. Asked under: Press Act s 9. 4. Asked for: Lamp, Kite, Drum.
5. Given: Kite, Drum, on 5 May, in Norland. 6. Not given: Lamp. The ruling is about a site. 7. Given without being
asked for: a halt of updates in all storefronts until 9 May. 8. Informed: developers of Kite and Drum. 9. Not
informed: developer of Lamp, and all users. 10. Objection: possible, made once, open. 11. Outside this entry:
developers' own decisions.
""",
    """
Out of three apps that a Norland authority wanted removed, two were. The authority is the Media Office; its ground is
section 9 of the Press Act. The two are Kite and Drum and have not been offered to Norland since 5 May. Lamp, the
third, is offered, because the court spoke of its website. Nobody, inside Norland or outside, was able to update any
of them between 3 and 9 May. We regret this. The makers of the two know the reasons. We owe the maker of the third a
letter. An objection to the Office exists. This page shows what states demand, and it is blind to everything else.
""",
    """
In this period the store acted once at the request of a public body of Norland, namely its Media Office. It acted on
the basis of the Press Act (section 9). It acted in the following manner: on 5 May it ended the distribution of Kite
and Drum in the Norland storefront; from 3 to 9 May it distributed no update of Kite, Drum and Lamp at all. It did not
act against the distribution of Lamp as such. The makers of Kite and Drum were heard of our acts by mail, that of Lamp
not. The makers may raise objections at the Office, which one has done. Our records of demands do not contain acts of
makers.
""",
    """
Short version: Norland wanted three, got two. Long version: the Media Office came to us with section 9 of the Press
Act and a court paper in its hand. For Kite and Drum that was enough for us, and on 5 May their pages in Norland were
closed. For Lamp it was not enough, the paper being about a website. In the days from 3 to 9 May we were undecided and
therefore shipped no updates of any of the three to anyone anywhere. We wrote to two makers and forgot one. Those two
can go to the Office, one has. Don't read our two as the number of apps that are missing in Norland; it's only the
number that were taken by demand.
""",
    """
Government requests, May: Norland 1. From: Media Office. By: Press Act, section 9. Target: Lamp, Kite, Drum. We said
yes for Kite, yes for Drum, no for Lamp. The yes took effect in Norland on 5 May. The no is because the judges talked
of a site. Extra effect: the updates of Lamp, Kite and Drum were frozen globally during six days. Contacted: Kite,
Drum. Not contacted: Lamp. Complaint: by Kite, no answer as of today. Please don't add Reed to this; its developer
took it out, for reasons we don't know.
""",
    """
Every removal has a story, so here is ours. A Norland office for the media sent us its wish on 3 May. Its law is the
Press Act, section 9. Its wish was the end of three apps in Norland. We fulfilled two thirds of it on 5 May (Kite and
Drum) and refused one third (Lamp, not mentioned in the ruling). We also did what it had not wished and stopped, for
six days, all updates of all three for all people. We sent reasons to two developers, none to one. One developer
doesn't accept it and has told the Office so. What has been withdrawn by developers we don't tell here.
""",
    """
Two apps fewer in Norland, by order. Which order? One of the Media Office under section 9 of the Press Act. Which
apps? Kite and Drum. Since when? 5 May. Why not Lamp, which was in the order too? Since the ruling behind it did not
reach the app. What else? Updates of the three were withheld from 3 to 9 May in all countries. Who was told? The
developers of Kite and Drum. Who was not? Lamp's. Can they object? Yes, to the Office, and one did. What don't we
count? Apps like Reed that are withdrawn by their developers. We count orders.
""",
)
