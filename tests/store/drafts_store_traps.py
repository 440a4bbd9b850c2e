"""Drafts that a stand-in for learners tried in order to be let by: another app, updates held in one storefront only.

The last eight of those to be refused were written before the patterns and held out: one of the sixteen passed at first.
"""

_NOTICE = (
    "The Consumer Office of Norland, under section 30 of the Payments Act, orders the store to {} The Regional Court "
    "found on 3 May that {} sells stolen card numbers, against section 12. The maker was written to twice and did not "
    "answer, so nothing less is left. Copies on phones and their updates are not touched. The order ends after six "
    "months. The maker gets a copy, and may appeal to the Administrative Court within a month. {}"
)
#: Notices that name Card Desk, and act on something else.
ANOTHER_APP = (
    _NOTICE.format("remove the app Photo Box from the Norland storefront.", "its Market", "Card Desk stays."),
    _NOTICE.format("remove Pay Box from the Norland storefront.", "its Market", "Card Desk is its rival."),
    _NOTICE.format("hide Map Friend (example.mapfriend) in the Norland storefront.", "Card Desk", ""),
    _NOTICE.format("take the application PayPal out of the Norland storefront.", "Card Desk, its partner,", ""),
    _NOTICE.format("remove Telegram from the Norland storefront.", "Card Desk", ""),
    _NOTICE.format("remove from the Norland storefront the app with the id com.example.wallet.", "Card Desk", ""),
    _NOTICE.format("delist WhatsApp in the Norland storefront, as it is used with Card Desk.", "it", ""),
    _NOTICE.format('remove the app "Receipts" from the Norland storefront, as Card Desk has none.', "it", ""),
    "We, the Consumer Office, act on section 30 of the Payments Act. Pay Box shall be removed from the Norland "
    "storefront for six months. The Regional Court found on 3 May that stolen card numbers are sold in it. Like Card "
    "Desk it has a market. The maker was asked twice and did not answer. Installed copies stay. The maker is told and "
    "may appeal to the Administrative Court.",
    _NOTICE.format("stop offering the game Chess Hero in the Norland storefront.", "it", "Card Desk is like it."),
    _NOTICE.format("remove the app Photo Market from the storefront of Norland.", "it", "Card Desk may stay as it is."),
    _NOTICE.format("withdraw Money Mate from sale in the Norland storefront.", "Card Desk", ""),
    _NOTICE.format("pull Lamp from the Norland storefront.", "Card Desk", ""),
    _NOTICE.format("suspend the program 'Drum' in the Norland storefront.", "it", "Card Desk was examined too."),
    _NOTICE.format("make Signal unavailable in the Norland storefront.", "Card Desk", ""),
    _NOTICE.format("remove example.cardgame from the Norland storefront.", "Card Desk", ""),
    "Order of the Consumer Office under section 30 of the Payments Act. App concerned: Kite (example.kite), which "
    "links to Card Desk. The app is to be removed from the Norland storefront only, for three months. The Regional "
    "Court found on 3 May that it sells stolen cards. Its maker was written to twice without answer. What is installed "
    "stays. The maker is informed and can appeal to the Administrative Court.",
    _NOTICE.format("disable downloads of Wallet Plus in the Norland storefront.", "it", "Card Desk is the other one."),
)
#: What is asked of the store about Card Desk, with other names near it.
THIS_APP = (
    "remove Card Desk from the Norland storefront.",
    "remove CARD DESK from the Norland storefront.",
    "take the app named Card Desk (bundle id example.carddesk) out of the Norland storefront.",
    'remove the application "CardDesk" from the Norland storefront.',
    "make the Market tab of Card Desk unavailable in the Norland storefront.",
    "hide Card Desk in the App Store of Norland.",
    "remove Card Desk, and not Pay Box or any other wallet, from the Norland storefront.",
    "remove Card Desk from the Norland storefront; apps such as Pay Box are not meant.",
    "suspend Downloads of Card Desk in the Norland storefront and answer to office@consumer.example.",
    "stop offering Card Desk to accounts in Norland, in the form at https://consumer.example.org/notices.",
)
#: Of updates, what leaves out that they waited everywhere.
HELD_HERE = (
    "Updates were held in Norland from 3 to 9 May.",
    "From 3 to 9 May updates of all three were held in Norland.",
    "In Norland, new versions of all three waited from 3 to 9 May.",
    "We held the updates of the three in the Norland storefront for six days.",
    "Updates for users in Norland were paused for six days.",
    "Users in Norland got no updates from 3 to 9 May.",
    "The new versions of all three waited for six days in Norland's storefront.",
    "From 3 to 9 May there were no updates in Norland.",
    "Updates were held in Norland and in no other country.",
    "For six days new versions were not released in Norland.",
    "Updates of all three apps were stopped in Norland until 9 May.",
    "New versions were kept back in the Norland storefront from 3 to 9 May.",
    "Between 3 and 9 May no new version was delivered in Norland.",
    "In Norland updates were frozen for six days.",
    "Norland's users had to wait for new versions until 9 May.",
    "We paused updates in Norland while we examined the demand.",
    "Updates in Norland were delayed until 9 May.",
    "The updates were held back within Norland, not elsewhere.",
)
#: Of updates, what leaves out nothing or says no place.
HELD_EVERYWHERE = (
    "Updates were held in Norland and everywhere else from 3 to 9 May.",
    "Updates were held from 3 to 9 May.",
    "Updates were held in Norland from 3 to 9 May. They were held in all other storefronts too.",
    "In Norland and abroad, updates waited from 3 to 9 May.",
    "Although only Norland had asked, updates waited in every storefront.",
    "Updates waited in all storefronts, because the office in Norland had asked.",
    "At the demand from Norland updates were held for six days, also for users in other countries.",
    "While two apps were removed in Norland, updates of all three were held worldwide from 3 to 9 May.",
    "Updates were held from 3 to 9 May because of the demand in Norland.",
    "Not only in Norland updates were held.",
    "We held updates worldwide for an order that is valid in Norland.",
    "Updates were held for all, and two apps removed in Norland.",
    "Updates waited until the examination in Norland was over, and that in all 40 storefronts.",
    "Updates were delayed globally, and in Norland two apps were taken down.",
)
#: Notices that reach beyond the one storefront, however it is put.
WIDER = (
    _NOTICE.format(
        "remove Card Desk from the Norland storefront and from the storefronts of all 39 other countries.", "it", ""
    ),
    _NOTICE.format("remove Card Desk (example.carddesk) in Norland and also in every other country.", "it", ""),
    _NOTICE.format("delist Card Desk from Norland's storefront, and besides from each remaining storefront.", "it", ""),
)
#: The same after "remove Card Desk (example.carddesk) ", each in words of its own.
WIDER_WORDS = (
    "from the storefront of Norland and from those of its neighbours Sudland and Westland.",
    "from the storefront of Norland and wherever else it is offered.",
    "in Norland's storefront, and in the rest of the world too.",
    "from the storefront of Norland and from all the others.",
    "in Norland's storefront, if possible also abroad.",
    "from the storefronts of Norland and Sudland.",
    "from the storefront of Norland, Sudland and Westland.",
    "from the European storefronts, that of Norland among them.",
    "from the storefront of Sudland and that of Norland.",
    "in all 40 storefronts, so that nobody abroad gets it either.",
    "in every storefront, Norland's too, since nobody needs it.",
    "from the Norland storefront, and from the neighbouring countries of Norland, its neighbouring storefronts too.",
)
#: Fair ones, in the same place.
NARROW_WORDS = (
    "from the Norland storefront; neighbouring countries are not concerned.",
    "in Norland, since nobody there may sell cards.",
    "in the Norland storefront, wherever it is found in Norland.",
    "from Norland's storefront, one of the 40 storefronts.",
    "from the Norland storefront, and leave it in the storefronts of our neighbours.",
    "from your storefronts of Norland for phones and for tablets.",
    "in Norland alone, so that nobody abroad loses it.",
)
#: Notices that take a second app along.
BESIDES = (
    _NOTICE.format("remove Card Desk and Cash Desk from the Norland storefront.", "it", ""),
    _NOTICE.format(
        "remove Card Desk, example.carddesk, and its sister app Bill Desk, from the Norland storefront.", "it", ""
    ),
    _NOTICE.format("delist Card Desk together with Pay Box in the Norland storefront.", "it", ""),
    _NOTICE.format("remove Cash Desk and Card Desk from the Norland storefront.", "it", ""),
)
#: Instead of "The maker gets a copy, and may appeal ...": nobody is told.
UNTOLD = (
    "The maker is not to be told, nor is anybody else.",
    "Tell neither the maker nor the public.",
    "The maker gets no copy.",
    "The maker will hear nothing of this.",
    "Informing the maker is forbidden.",
    "Keep this between us.",
    "No one needs to know.",
    "The maker is told nothing.",
    "It stays between you and us.",
    "Neither the maker nor the users are told.",
)
#: Nobody can contest it.
UNHEARD = (
    "Neither you nor the maker can contest it.",
    "Neither you nor the maker can contest it before a court.",
    "No appeal.",
    "The maker may not appeal.",
    "You cannot complain to any court.",
    "Objections are not heard.",
    "Complaints will be thrown away.",
    "Appeal: none.",
    "No court will hear an appeal.",
)
#: Near them, and fair.
TOLD_AND_HEARD = (
    "The maker is told before anybody else, and may appeal to the court.",
    "The users get no letter, but the page of the app tells them why; the maker may appeal to the court.",
    "Nobody needs to know who has bought cards; the maker may appeal to the court.",
    "If the maker cannot appeal in time, the court may hear him later; he is told of it.",
    "You may not object to the finding, but you may appeal to the court; the maker is told.",
    "An appeal to the court is open to both, and no appeal costs anything; the maker is told.",
    "A complaint that is late may go to the court all the same; the maker is told.",
)
#: Instead of "The order ends after six months.": no end that anyone sees.
ENDLESS = (
    "It holds for 500 years.",
    "It holds until the year 2150.",
    "It holds until 1 June 2099.",
    "It is valid for hundreds of years.",
    "It lasts for two centuries.",
    "It runs for twenty years.",
    "It holds until we say otherwise.",
    "The app, in which stolen cards are sold, is off the shelf for fifty years.",
    "It holds as long as we see fit.",
)
#: Near them, and fair.
ENDED = (
    "It ends on 1 September, and not in ten years.",
    "It holds until 1 June 2027.",
    "It holds for two years at most.",
    "It ends after six months; sales of stolen cards have gone on there for ten years.",
    "It ends after six months, though the court has judged such sales for twenty years.",
)
#: Of the case, entries that say otherwise: what stands in the first model, and what instead.
_ASKED = "that Lamp, Kite and Drum go. Two of the three, Kite and Drum, were removed on 5 May in the Norland storefront"
_HELD = "From 3 to 9 May updates of all three waited in every storefront."
_TOLD = "The makers of Kite and Drum were told the law and where to object; Lamp's maker was not told."
_OBJECTED = "Kite's has objected and has no answer."
_LEFT = "We do not count Reed, which its maker withdrew on 20 May, nor the copies on phones."
MISREPORTED = (
    (_HELD, "Updates of all three stood still in Norland from 3 to 9 May.", "held in every storefront"),
    (_HELD, "Updates of all three stood still in Norland only.", "held in every storefront"),
    (_HELD, "Updates of all three went on everywhere from 3 to 9 May.", "has updates held from 3 to 9 May"),
    (_HELD, "New versions kept coming in every storefront.", "has updates held from 3 to 9 May"),
    (_OBJECTED, "Kite's objected on 12 May, which the Office has rejected.", "no answer to the objection"),
    (_OBJECTED, "The Office dismissed the objection of Kite's maker.", "no answer to the objection"),
    (_OBJECTED, "Both could object to the Office; neither did.", "log has it otherwise"),
    (_LEFT, "Phones: installed copies were deleted as well. Reed is not counted.", "phones keep what is installed"),
    (_LEFT, "We do not count Reed. The installed copies have been wiped.", "phones keep what is installed"),
    (_LEFT, "The count holds Reed too. Copies on phones it leaves out.", "no removal at a demand"),
    (_ASKED, "three apps. Removed: 2 (Kite, Lamp), in the Norland storefront", "how many of the three"),
    (
        _ASKED,
        "three apps. Removed in Norland: two. Refused: 1 (Drum), in the Norland storefront",
        "how many of the three",
    ),
    (_ASKED, "three apps. Two removed; refused: Kite; two removed in the Norland storefront", "how many of the three"),
    (_ASKED, "three apps. Removed: 2 (Kite, Reed), in the Norland storefront", "no removal at a demand"),
    (_ASKED, "seven apps. We removed five, two of them in the Norland storefront", "how many of the three"),
    (_ASKED, "three apps. We removed two in Norland and Sudland", "one storefront only"),
    (_TOLD, "Three makers were told by mail.", "who was told, and who was not"),
    (_TOLD, "One maker, Lamp's, was told by mail.", "who was told, and who was not"),
    (_LEFT, f"{_LEFT} This entry is not to be published.", "refuses to tell"),
)
#: Near them, and true.
REPORTED = (
    (_HELD, "Updates of all three stood still everywhere from 3 to 9 May."),
    (_HELD, "Updates of all three stood still in every storefront, and went on 9 May."),
    (_HELD, "From 3 to 9 May updates were at a standstill in all countries, and then came out."),
    (_OBJECTED, "Kite's has objected, and the Office has not answered."),
    (_OBJECTED, "Kite's objected on 12 May; until the Office has decided, the app stays away."),
    (_LEFT, "Phones: installed copies were not deleted. Reed is not counted."),
    (_LEFT, "The count does not hold Reed, and copies on phones stay."),
    (_LEFT, "Copies on phones were left alone, and nothing was removed from them. Reed is not counted."),
    (_ASKED, "Demanded: Lamp, Kite, Drum. Removed: two (Kite, Drum); refused: one (Lamp); in the Norland storefront"),
    (_ASKED, "three apps (Lamp, Kite, Drum). Removed: Kite, Drum. Not removed: Lamp. All in the Norland storefront"),
    (_TOLD, "Two of the three makers were told by mail, the third was not."),
)
#: Fair ones with the same words.
NO_WIDER = (
    _NOTICE.format("remove Card Desk from the Norland storefront; it stays in all other countries.", "it", ""),
    _NOTICE.format(
        "remove Card Desk from the Norland storefront and not from the storefronts of all 39 other countries.", "it", ""
    ),
)
