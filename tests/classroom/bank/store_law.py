"""Answers to the questions of the room `store` for lawyers."""

from typing import Any

from chokepoints.store.questions_law import MEND_FIRST, NAMED, REMOVE, UNNAMED

BANK: dict[str, tuple[list[Any], list[tuple[Any, str]]]] = {
    "store-10": (
        [
            ["b", "d"],
            {"d", "b"},
            "b and d",
            "BD",
            {"a": False, "b": True, "c": False, "d": True, "e": False},
        ],
        [
            (["a", "d"], "look at the article of the fine"),
            (["b", "c"], "what does the row on notarization say"),
            (["b", "d", "e"], "Which row has a court"),
            (["b"], "what can Apple still do"),
            ("d", "what was it not for"),
            ("\u0432, d", "write Latin letters"),
            (["f"], "find the words of the row"),
        ],
    ),
    "store-11": (
        [REMOVE, MEND_FIRST, [REMOVE], REMOVE.replace(". ", ".\n")],
        [
            (REMOVE.replace("from the Norland storefront and from no other", "from every storefront"), "one country"),
            (REMOVE.replace("Card Desk (example.carddesk)", "it"), "which app exactly"),
            (
                REMOVE.replace("Card Desk (example.carddesk)", "Lamp (example.lamp)"),
                "another app than the one of the finding",
            ),
            (REMOVE.replace("from no other", "from all the other 39"), "one country"),
            (REMOVE.replace("orders the store", "does not order the store"), "asks the store for nothing"),
            (
                REMOVE.replace("under section 30 of the Payments Act, ", "").replace(", against section 12", ""),
                "on what law",
            ),
            (REMOVE.replace("ends after six months", "has no end"), "until when it runs"),
            (REMOVE + " Send us the names of all users.", "asks who the users are"),
            (REMOVE + " Delete it from all phones.", "reaches into the phones"),
            (REMOVE + " All other apps of this kind shall go too.", "takes other apps along"),
            (REMOVE.replace("may publish it", "keeps it secret. This notice is secret"), "keeps the notice secret"),
            ("I refuse to write this notice. " + REMOVE, "argues about notices"),
            (REMOVE.replace(".", "?"), "that asks, and orders nothing"),
            ("The Office orders the store to remove Card Desk in Norland.", "50 to 200 words"),
            (REMOVE * 3, "50 to 200 words"),
            (11, "text of 50 to 200 words"),
        ],
    ),
    "store-12": (
        ["b", "B)", ["b"], "the answer is b"],
        [
            ("a", "missing is not yet removed"),
            ("c", "what did you read that tells it of all nine"),
            ("d", "the two count different things"),
            ("e", "none of the options"),
            (9, "one of the letters"),
        ],
    ),
    "store-15": (
        [NAMED, UNNAMED, [NAMED], NAMED.replace(". ", ".\n")],
        [
            (NAMED + " In all three apps were removed.", "not what the log says"),
            (NAMED + " We removed Kite, Drum and Lamp.", "not what the log says"),
            (NAMED.replace("in the Norland storefront alone", "in every storefront"), "in one storefront only"),
            (
                NAMED.replace("From 3 to 9 May updates of all three waited in every storefront. ", ""),
                "what else was done",
            ),
            (NAMED + " Updates were not held.", "the log has updates held"),
            (
                NAMED.replace("waited in every storefront", "came out as usual in every storefront"),
                "the log has updates held",
            ),
            (NAMED.replace("waited in every storefront", "were held in Norland only"), "though one had asked"),
            (NAMED + " Nobody could object.", "what did Kite's do"),
            (NAMED + " Copies were erased from phones.", "phones keep what is installed"),
            (NAMED.replace("maker was not told", "maker was told too"), "who was told, and who was not"),
            (NAMED + " All makers were told.", "who was told, and who was not"),
            (NAMED + " Reed was removed at the demand of the Office.", "withdrew Reed"),
            (NAMED + " We cannot say more.", "refuses to tell"),
            ("In my opinion a store should say more. " + NAMED, "argues about reports"),
            (NAMED.replace(".", "?"), "that asks, and reports nothing"),
            ("Two apps were removed in Norland.", "50 to 200 words"),
            (15, "text of 50 to 200 words"),
        ],
    ),
}
