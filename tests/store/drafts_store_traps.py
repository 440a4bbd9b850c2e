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
#: Fair ones with the same words.
NO_WIDER = (
    _NOTICE.format("remove Card Desk from the Norland storefront; it stays in all other countries.", "it", ""),
    _NOTICE.format(
        "remove Card Desk from the Norland storefront and not from the storefronts of all 39 other countries.", "it", ""
    ),
)
