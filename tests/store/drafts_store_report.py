"""Entries of a store's report as learners draft them: good ones of many styles, bad ones with one fault each."""

GOOD = {
    "formal": """
Norland, Media Office. On 3 May the Office demanded under section 9 of the Press Act, and on a ruling of 20 April, the
removal of three apps: Lamp, Kite and Drum. On 5 May the store removed two of them, Kite and Drum, from the Norland
storefront; they remain available elsewhere. It refused to remove Lamp, as the ruling concerns its website only. From 3
to 9 May updates of all three were held in all storefronts. The makers of the removed apps were told of the law and of
the Office's address; the maker of Lamp was not. One has objected to the Office, without an answer so far. Not counted
here: Reed, which its maker withdrew on 20 May, and copies on phones, which still work.
""",
    "plain": """
In May the Media Office in Norland asked us to take away three apps. It named section 9 of the Press Act and a court's
ruling. We took away two (Kite, Drum) on 5 May, and only in Norland. We kept Lamp, because the ruling is about a
website. We must also say that new versions of all three were stuck from 3 to 9 May, everywhere in the world. We wrote
to the makers of Kite and Drum, so that they could object, which one of them did. We forgot to write to the maker of
Lamp. This report does not say how many phones still have the apps, nor does it count an app that a maker withdrew
himself.
""",
    "hurried": """
demand no. 1, norland, media office, press act s. 9. asked: 3 apps. removed: 2 (kite + drum), 5 may, norland storefront,
nowhere else. refused: 1 (lamp), since the ruling names the website. makers of the two got a mail, the third got none.
kite objected on 12 may, still open. updates of all three were on hold 3 to 9 may in every storefront, sorry for that.
not in these numbers: reed, gone by its own maker's wish, and what people have on the phone.
""",
    "bullets": """
- Country and authority: Norland, Media Office
- Ground: section 9 of the Press Act; ruling of 20 April
- Apps asked for: three
- Apps removed: two, on 5 May, in the storefront of Norland
- Apps kept: one, because the ruling is on its website alone
- Other steps: updates of the three apps were held from 3 to 9 May in all storefronts
- Told: the makers of the two; not the maker of the third
- Contested: by one maker, before the Office; no decision yet
- Left out: apps that makers withdraw themselves, and installed copies
""",
    "table in words": """
Requests from Norland: 1, from the Media Office, on the basis of the Press Act, section 9. Apps named in it: 3. Apps
removed: 2. Apps objected to: 1. Storefronts in which they were removed: 1, Norland. Day of removal: 5 May. Updates
delayed: those of 3 apps, in all storefronts, for six days. Makers informed: 2 of 3. Appeals known to us: 1, not yet
decided. What this does not count: withdrawals by makers, such as that of Reed on 20 May; we do not know whether anybody
pressed its maker.
""",
    "not a native": """
In this half year we had one demand from Norland. It came from Media Office and is based on section 9 of Press Act. They
wanted that we delete Lamp, Kite and Drum. We deleted Kite and Drum on 5 of May in storefront of Norland, in other
countries not. Lamp we did not delete because the court spoke only about website. Also we stopped the updates of these
three apps between 3 and 9 of May in whole world. Developers of Kite and Drum received letter with the law and they can
complain in Media Office, one has done. We do not count the apps which developer takes away alone.
""",
    "law student": """
Disclosure under our transparency policy. Requesting authority: Media Office (Norland). Legal basis invoked: s. 9 Press
Act, together with a ruling dated 20 April. Items concerned: three applications. Effect given: two were removed (Kite,
Drum) with effect from 5 May; the request was rejected as to Lamp for want of a finding against the application itself.
Territorial scope: Norland. Ancillary restriction: distribution of updates was suspended for all three, in all
storefronts, 3 to 9 May. Statement of reasons: sent to two developers, omitted for the third. Redress: objection to the
Office, lodged in one case, pending. Limits of this entry: voluntary withdrawals and existing installations are not
included.
""",
    "no names of apps": """
On 3 May an authority of Norland, the Media Office, demanded that three news apps be removed under section 9 of its
Press Act. We removed two of the three on 5 May, for users in Norland, and refused the third, as the ruling that was
sent to us did not speak of it. Out of respect for the makers we name no app. The two makers had our message on the
same day with the address for objections; one of them objected. Between 3 and 9 May no new version of the three could
appear, in any country. Our count leaves out what makers take back themselves and says nothing on phones.
""",
    "self-critical": """
We removed Kite and Drum from our Norland storefront on 5 May, at the demand of the Media Office, which relied on the
Press Act, section 9. It had asked for Lamp as well; we said no to that, since its ruling is about a site. Looking back
we did two things badly. We kept back the updates of all three for six days and in the whole world, though only one
country had asked. And we did not tell Lamp's maker anything. The others were told and could object; one waits for an
answer. If you find Reed missing in Norland too: its maker withdrew it, and our count of two does not hold it.
""",
    "engineer": """
Entry 2026-05/NO/1. Source: Media Office, Norland. Basis: Press Act 9 + ruling 20 Apr. Requested: 3 (Lamp, Kite,
Drum). Actions: 05 May REMOVE Kite, Drum in storefront NO; REJECT Lamp (ruling covers the web site, not the app). Side
effect: 3 to 9 May the update queue of all 3 was blocked in all storefronts. Notifications: developer of Kite yes, of
Drum yes, of Lamp no. Appeals: 1 filed at the Office on 12 May, no result. Not measured: installed base. Not counted:
developer withdrawals (Reed, 20 May).
""",
    "with a sum": """
Removals at a government's demand, Norland, first half-year: two apps, Kite and Drum. The demand named three; the
third, Lamp, stays, because the Media Office gave us a ruling on a website and none on the app. Law: section 9 of the
Press Act. Place: the Norland storefront and no other. Since: 5 May. The two makers know, and know where to object.
Beyond these removals we held the updates of the three apps from 3 May until 9 May everywhere. This sum does not hold
apps that a maker withdrew, for whatever reason, nor does it say what became of the copies in use.
""",
    "as a story": """
A letter reached us on 3 May. In it Norland's Media Office quoted its Press Act (section 9) and a ruling, and wanted
three apps gone. While we thought about it we let no update of them through, in no country, which lasted until 9 May. On
5 May we took Kite and Drum out of the Norland storefront. Lamp is still there: the ruling says nothing of the app. Two
makers heard from us, with the reasons and the address of the Office; the third did not. One of them has complained and
waits. We tell this once and do not count again what makers withdrew later by themselves.
""",
}
_BASE = " ".join(GOOD["formal"].split())
#: A fault, words of the hint that it earns, and the text.
BAD = {
    "three removed": ("how many", _BASE + " In all three apps were removed."),
    "lamp removed": (
        "how many",
        _BASE.replace("It refused to remove Lamp, as the ruling concerns its website only.", "Lamp was removed too."),
    ),
    "none removed": ("how many", _BASE + " No app was removed."),
    "removed everywhere": (
        "one storefront",
        _BASE.replace("from the Norland storefront; they remain available elsewhere", "from all storefronts"),
    ),
    "all were told": ("who was told", _BASE.replace("; the maker of Lamp was not", "") + " All makers were told."),
    "what was removed is left out": (
        "what was done",
        _BASE.replace(
            "On 5 May the store removed two of them, Kite and Drum, from the Norland storefront; they remain available "
            "elsewhere. It refused to remove Lamp, as the ruling concerns its website only.",
            "The store examined it. The ruling concerns a website only.",
        ).replace("the removed apps", "some apps"),
    ),
    "the hold denied": (
        "updates",
        _BASE.replace("From 3 to 9 May updates of all three were held in all storefronts.", "Updates were not held."),
    ),
    "the hold left out": (
        "updates",
        _BASE.replace("From 3 to 9 May updates of all three were held in all storefronts.", ""),
    ),
    "reed counted": ("withdrew", _BASE + " Reed was removed at the Office's demand."),
    "no authority": (
        "which country",
        _BASE.replace("Norland, Media Office. On 3 May the Office demanded", "On 3 May we were asked")
        .replace("the Norland storefront", "one storefront")
        .replace(" and of the Office's address", "")
        .replace(" to the Office", ""),
    ),
    "no comment": ("refuses", _BASE + " We do not comment on single cases."),
    "a promise": (
        "argues about reports",
        """
A good report should name the country and the authority, such as Norland and its Media Office, and the law, such as
section 9 of the Press Act. It should say that two of three apps were removed in one storefront on 5 May and one was
refused. It should say that updates were held, who was told and who could object. In my opinion stores say too little
of this, and what they do not count is the larger part.
""",
    ),
    "boasting": (
        "say which country",
        """
We care about freedom of speech as about nothing else. Every demand that reaches us is read with the greatest care by
our best people, who weigh all rights and all duties against each other, day and night. In this half-year too we have
done what we could for our users and for the makers of apps, and we shall go on with this in the future, with your
trust and your help, in every land in which we are at home.
""",
    ),
    "only questions": (
        "that asks",
        """
Which country asked, was it Norland? Which authority, was it the Media Office? On which law, the Press Act, section 9?
Were two of three apps removed on 5 May, in one storefront? Was one refused, as the ruling was on a website? Were
updates held from 3 to 9 May? Were the makers told? Could they object? What is not counted?
""",
    ),
}
#: For a part of a point's name: sentences that make it, and sentences that deny it or say less.
SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "which country": (
        (
            "Norland's Media Office asked for it.",
            "An authority of Norland sent us a letter.",
            "Requesting body: Media Office",
            "The state of Norland demanded this.",
            "The demand came from the Media Office.",
        ),
        ("Somebody asked us.", "No authority was involved.", "A state wanted this."),
    ),
    "on what law": (
        (
            "It is based on section 9 of the Press Act.",
            "Ground: Press Act",
            "The Office relied on § 9.",
            "It sent a ruling of 20 April along.",
            "Legal basis: article 9",
        ),
        ("No law was named.", "It gave no reason.", "Without any legal basis given."),
    ),
    "how many apps": (
        (
            "The demand named three apps.",
            "Apps named: 3",
            "It wanted Lamp, Kite and Drum to go.",
            "Two of the three went.",
            "A third app was asked for as well.",
        ),
        ("It named some apps.", "Apps were asked for.", "It named many."),
    ),
    "what was done": (
        (
            "We removed two of them.",
            "Kite and Drum are gone.",
            "Apps removed: 2",
            "We took Kite down.",
            "Both were taken off.",
            "Drum is no longer available.",
            "We followed it for two.",
        ),
        (
            "We thought about it.",
            "We did what we had to.",
            "All three were asked for.",
            "The Office demanded the removal of Lamp, Kite and Drum.",
        ),
    ),
    "what was refused": (
        (
            "Lamp was refused, as the ruling is about its website.",
            "We kept Lamp.",
            "One demand was rejected.",
            "The ruling concerns a website alone.",
            "For Lamp we declined.",
        ),
        ("We did all that was wanted.", "Kite and Drum went.", "The Office was pleased."),
    ),
    "in which storefronts": (
        (
            "They went from the Norland storefront.",
            "They are gone in Norland only.",
            "They stay available elsewhere.",
            "Storefronts: 1, Norland",
            "Users in Norland cannot get them.",
        ),
        ("They went from the store.", "They are gone.", "The Media Office of Norland asked."),
    ),
    "since when": (
        (
            "This was on 5 May.",
            "It began on May 5.",
            "From 3 to 9 May.",
            "Since the 5th they are gone.",
            "In May two apps went.",
        ),
        ("This was some time ago.", "It began soon after.", "They may object."),
    ),
    "which makers were told": (
        (
            "The makers of Kite and Drum were told.",
            "The developer of Lamp was not informed.",
            "We wrote to the two developers.",
            "Makers informed: 2 of 3",
            "Kite's people have a letter from us.",
        ),
        ("Two apps went.", "The Office wrote to us.", "Lamp stays."),
    ),
    "could object": (
        (
            "They can object to the Office.",
            "One has appealed.",
            "An objection is pending.",
            "Complaints go to the Office.",
            "Redress: the Office",
        ),
        ("Apps objected to: 1", "They were told.", "We object."),
    ),
    "updates were held": (
        (
            "Updates of all three were held everywhere.",
            "New versions waited for six days.",
            "No updates came through from 3 to 9 May.",
            "We paused every version of the three.",
            "Nothing newer of the three went out.",
        ),
        ("Updates were not held.", "The three apps waited.", "Updates went on as usual.", "No updates were stopped."),
    ),
    "do not count": (
        (
            "Apps that makers withdraw are not counted.",
            "This does not say how many phones have them.",
            "Left out: installed copies",
            "Reed is not in these figures.",
            "Excluded are withdrawals by developers.",
            "We count demands only, not what makers do.",
        ),
        ("We count well.", "These are the figures.", "Reed went on 20 May."),
    ),
}
#: Sentences each of which spoils a good entry.
SPOILT = (
    "In all three apps were removed.",
    "All three were removed.",
    "Apps removed: 3.",
    "Lamp was removed.",
    "We removed Kite, Drum and Lamp.",
    "No apps were removed.",
    "Nothing was removed.",
    "Kite and Drum were removed in all storefronts.",
    "They were taken down worldwide.",
    "All makers were told.",
    "We informed all developers.",
    "The maker of Lamp was informed.",
    "Reed was removed at the demand of the Office.",
    "We removed Reed too.",
    "Updates were not held.",
    "Updates of all three apps came out as usual in every storefront.",
    "New versions of the three went out without delay.",
    "Updates of all three were held in Norland only.",
    "From 3 to 9 May updates were kept back for Norland alone.",
    "Updates of all three were held only in Norland.",
    "Only in Norland were updates of the three stopped.",
    "We held back the updates of all three in Norland only.",
    "Updates were paused in the Norland storefront and nowhere else.",
    "Nobody could object.",
    "The makers could not appeal.",
    "No objection was possible.",
    "No maker has objected.",
    "Copies of Kite and Drum were erased from phones.",
    "We do not count Reed, and installed copies were erased from phones.",
    "We also deleted Kite from the phones of customers, and Drum from all devices.",
    "Lamp's maker was told too.",
    "We told Lamp's maker as well.",
    "Lamp's developer got our letter.",
    "We do not comment on this.",
    "We cannot say more.",
    "The rest is confidential.",
    "A store should tell such things.",
    "We will publish more later.",
    "In my opinion this is enough.",
)
#: Sentences that spoil none, though they name what would.
NARROW = (
    "The Office wanted all three apps to be removed.",
    "Updates of all three were held in all storefronts.",
    "Lamp was not removed.",
    "Kite and Drum were not removed elsewhere.",
    "Not all makers were told.",
    "The maker of Lamp was not informed.",
    "Reed was not removed by us.",
    "We do not disclose the names of officials.",
    "Other apps got their updates as usual.",
    "Updates were held until 9 May, and since then they come out as usual.",
    "Updates of the three did not come out as usual.",
    "Updates were held in every storefront, though only Norland had asked.",
    "Updates were not held in Norland only.",
    "While updates were held everywhere, Kite and Drum went in Norland only.",
    "Updates were held, and Kite and Drum removed in Norland only.",
    "Nobody but Kite's maker has objected.",
    "Lamp's maker could not object, since nobody told him.",
    "Nothing was erased from phones.",
    "Whether copies were erased from phones we do not know.",
    "Lamp's maker was not told.",
    "Lamp's maker was told nothing.",
    "We forgot to write to Lamp's maker.",
    "The Office asked that three apps be removed in every country.",
)
