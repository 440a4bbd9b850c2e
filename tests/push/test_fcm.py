"""FCM's messages, read from a request's body: each fault with its field and code, and what is made of the others."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from push_fcm_talk import TYPE, code, message

from chokepoints.evidence.facts import fact_named
from chokepoints.push.device_link import LARGEST, DeviceEnd, _push_frame
from chokepoints.push.fcm import LONGEST, Message, Refused, no_request, read
from chokepoints.push.mailbox import Item
from chokepoints.push.pushes import Kind, look

TOKEN = "ab" * 32
#: Kinds of letters, one by one: two bytes each, four, and such as JSON writes with six.
LETTERS = ("x", "é", "\N{GRINNING FACE}", "\x01", '"')


def asked(body: Any) -> Message:
    return read(body if isinstance(body, bytes) else json.dumps(body).encode())


def refused(body: Any) -> tuple[str, str]:
    """FCM's code, or the status in words, and the field that is named as wrong."""
    with pytest.raises(Refused) as caught:
        asked(body)
    answer = caught.value.answer()
    error = json.loads(answer.text)["error"]
    assert (answer.status, error["code"], answer.kind) == (400, 400, "application/json; charset=UTF-8")
    assert error["message"].endswith(".")
    fields = [
        violation["field"]
        for one in error.get("details", [])
        if one["@type"] == f"{TYPE}rpc.BadRequest"
        for violation in one["fieldViolations"]
    ]
    marks = [one["errorCode"] for one in error.get("details", []) if "errorCode" in one]
    return (marks[0] if marks else "-"), fields[0] if fields else ""


class TestRefusals:
    @pytest.mark.parametrize(
        "body",
        [b"", b"{", b"[]", b"null", b"1", b'"x"', b"\xff\xfe", b'{"message": NaN}', b"[" * 5000, b"9" * 5000],
        ids=lambda body: repr(body[:12]),
    )
    def test_what_is_no_json_object(self, body: bytes) -> None:
        assert refused(body) == ("-", "")

    @pytest.mark.parametrize(
        ("body", "where"),
        [
            ({}, "message"),
            ({"message": None}, "message"),
            ({"message": []}, "message"),
            ({"message": {}}, "message.token"),
            ({"mesage": {}}, "body"),
            ({**message(TOKEN), "validate_only": "yes"}, "validate_only"),
            ({**message(TOKEN), "validate_only": 1}, "validate_only"),
            ({**message(TOKEN), "validate_only": True, "validateOnly": True}, "body"),
            (message(TOKEN, to="x"), "message"),
            (message(TOKEN, registration_ids=[TOKEN]), "message"),
            (message(5), "message.token"),  # type: ignore[arg-type]
            (message(TOKEN, data=[]), "message.data"),
            (message(TOKEN, data={"a": "b", "n": 5}), "message.data[1].value"),
            (message(TOKEN, data={"n": None}), "message.data[0].value"),
            (message(TOKEN, data={"n": {"m": "x"}}), "message.data[0].value"),
            (message(TOKEN, data={"n": "\ud800"}), "message.data[0]"),
            (message(TOKEN, data={"\udfff": ""}), "message.data[0]"),
            (message(TOKEN, notification="x"), "message.notification"),
            (message(TOKEN, notification={"title": {}}), "message.notification"),
            (message(TOKEN, notification={"title": None}), "message.notification"),
            (message(TOKEN, notification={"title": "\ud800"}), "message.notification"),
            (message(TOKEN, notification={"title": ["\ud800"]}), "message.notification"),
            (message(TOKEN, android={"notification": {"sound": [[]]}}), "message.notification"),
            (message(TOKEN, android={"notification": 1}), "message.android.notification"),
            (message(TOKEN, apns=1), "message.apns"),
            (message(TOKEN, android=[]), "message.android"),  # type: ignore[arg-type]
            (message(TOKEN, android={"delay": True}), "message.android"),
            (message(TOKEN, android={"collapse_key": "x", "collapseKey": "x"}), "message.android"),
            (message(TOKEN, android={"data": []}), "message.android.data"),
            (message(TOKEN, android={"priority": "urgent"}), "message.android.priority"),
            (message(TOKEN, android={"priority": 10}), "message.android.priority"),
            (message(TOKEN, android={"priority": ["HIGH"]}), "message.android.priority"),
            (message(TOKEN, android={"ttl": 60}), "message.android.ttl"),
            (message(TOKEN, android={"ttl": "60"}), "message.android.ttl"),
            (message(TOKEN, android={"ttl": "-1s"}), "message.android.ttl"),
            (message(TOKEN, android={"ttl": "1.s"}), "message.android.ttl"),
            (message(TOKEN, android={"ttl": "٣s"}), "message.android.ttl"),
            (message(TOKEN, android={"ttl": "1s\n"}), "message.android.ttl"),
            (message(TOKEN, android={"collapse_key": 5}), "message.android.collapse_key"),
            (message(TOKEN, android={"collapse_key": "\ud800"}), "message.android.collapse_key"),
            (message(TOKEN, android={"restricted_package_name": []}), "message.android.restricted_package_name"),
        ],
        ids=lambda given: str(given)[-60:],
    )
    def test_of_the_wrong_form(self, body: Any, where: str) -> None:
        assert refused(body) == ("-", where)

    @pytest.mark.parametrize(
        ("body", "where"),
        [
            (message(""), ""),
            (message(TOKEN[:-1]), ""),
            (message(TOKEN.upper()), ""),
            (message(TOKEN + "\n"), ""),
            ({"message": {"topic": "news"}}, "message"),
            ({"message": {"condition": "'a' in topics"}}, "message"),
            (message(TOKEN, topic="news"), "message"),
            (message(TOKEN, data={"from": "x"}), "message.data"),
            (message(TOKEN, data={"a": "b", "gcm": "x"}), "message.data"),
            (message(TOKEN, data={"google.to": "x"}), "message.data"),
            (message(TOKEN, data={"google": ""}), "message.data"),
            (message(TOKEN, android={"data": {"google\n": ""}}), "message.data"),
            (message(TOKEN, android={"ttl": "2419201s"}), "message.android.ttl"),
            (message(TOKEN, android={"ttl": "999999999999s"}), "message.android.ttl"),
            (message(TOKEN, android={"collapse_key": "é" * 2049}), "message.android.collapse_key"),
            (b" " * (LONGEST + 1), "message"),
        ],
        ids=lambda given: str(given)[-60:],
    )
    def test_of_what_fcm_does_not_take(self, body: Any, where: str) -> None:
        assert refused(body) == ("INVALID_ARGUMENT", where)

    def test_the_words_of_an_error(self) -> None:
        """As Google's page shows them: a code, a text, a status, and details, each with its type."""
        limit = Refused(429, "RESOURCE_EXHAUSTED", "Too many.", "QUOTA_EXCEEDED", wait=12.1)
        answer = limit.answer()
        assert answer.headers == (("retry-after", "13"),)
        assert json.loads(answer.text) == {
            "error": {
                "code": 429,
                "message": "Too many.",
                "status": "RESOURCE_EXHAUSTED",
                "details": [
                    {"@type": f"{TYPE}firebase.fcm.v1.FcmError", "errorCode": "QUOTA_EXCEEDED"},
                    {
                        "@type": f"{TYPE}rpc.QuotaFailure",
                        "violations": [{"subject": "token", "description": "Too many."}],
                    },
                ],
            }
        }
        assert Refused(401, "UNAUTHENTICATED", "None.").answer().headers == (("www-authenticate", "Bearer"),)
        assert code(json.loads(no_request(431).text)) == "INVALID_ARGUMENT"  # type: ignore[arg-type]


class TestSize:
    @pytest.mark.parametrize("letter", LETTERS)
    @pytest.mark.parametrize("part", ["data", "notification"])
    def test_keys_and_values_count(self, letter: str, part: str) -> None:
        most = fact_named("push-4096-common").high
        many, rest = divmod(4096 - 10, len(letter.encode()))
        fits = {"body": letter * many + "x" * rest, "title": "x"}
        got = asked(message(TOKEN, **{part: fits}))
        assert (got.size, most) == (4096, 4096)
        assert json.loads(got.payload)[part] == fits
        fits["title"] += "x"
        assert refused(message(TOKEN, **{part: fits})) == ("INVALID_ARGUMENT", "message")

    def test_both_parts_count_together(self) -> None:
        got = asked(message(TOKEN, notification={"body": "x" * 2000}, data={"d": "x" * 2091}))
        assert got.size == 4096
        assert refused(message(TOKEN, notification={"body": "x" * 2000}, data={"d": "x" * 2092}))[1] == "message"

    @pytest.mark.parametrize("letter", LETTERS)
    def test_the_largest_fits_the_device_s_connection(self, letter: str) -> None:
        """As long a collapse key, and as many keys as there can be, in letters that JSON writes with six bytes."""
        size = len(letter.encode())
        few = {"d": letter * (4095 // size)}
        many = {letter + chr(first) + chr(second): "" for first in range(1, 32) for second in range(1, 32)}
        many = dict(list(many.items())[: 4096 // (size + 2)])
        for data in (few, many):
            got = asked(message(TOKEN, data=data, android={"collapse_key": letter * (4096 // size)}))
            whole = _push_frame(Item(1, got.push("org.example.messenger", "0:x" * 9), 0, 9))
            assert len(whole) <= LARGEST
            (arrival,) = DeviceEnd(TOKEN, "s").receive(whole)
            assert json.loads(arrival.push.payload)["data"] == data


class TestAccepted:
    def test_all_of_it(self) -> None:
        android = {"ttl": "3.999999999s", "collapse_key": "k é", "priority": "HIGH", "restricted_package_name": "org.x"}
        got = asked(message(TOKEN, data={"p": "x"}, android=android))
        assert (got.token, got.ttl, got.key, got.priority, got.app) == (TOKEN, 3, "k é", 10, "org.x")
        assert (got.size, got.kind, got.only_try) == (2, Kind.BACKGROUND, False)
        push = got.push("org.example.messenger", "0:1")
        assert (push.lifetime, push.key, push.claim, push.priority, push.id) == (3, "k é", "background", 10, "0:1")
        assert (push.topic, push.token, push.size) == ("org.example.messenger", TOKEN, 2)
        assert json.loads(push.payload) == {"data": {"p": "x"}}
        assert look(push.payload).service is None

    def test_what_is_left_out(self) -> None:
        got = asked(message(TOKEN))
        assert (got.ttl, got.key, got.priority, got.app, got.payload, got.size) == (None, "", 5, "", b"{}", 0)

    @pytest.mark.parametrize(
        ("parts", "kind", "priority"),
        [
            ({"data": {"a": "b"}}, "background", 5),
            ({"notification": {"title": "a"}}, "alert", 10),
            ({"notification": {"title": "a"}, "data": {"a": "b"}}, "alert", 10),
            ({"notification": {}}, "background", 5),
            ({"android": {"notification": {"body": "a"}}}, "alert", 10),
            ({"notification": {"title": "a"}, "android": {"priority": "normal"}}, "alert", 5),
            ({"android": {"priority": "high"}}, "background", 10),
            ({"android": {"priority": None, "ttl": None, "collapse_key": None, "data": None}}, "background", 5),
        ],
        ids=str,
    )
    def test_notices_and_data(self, parts: Any, kind: str, priority: int) -> None:
        got = asked(message(TOKEN, **parts))
        assert (got.kind, got.priority) == (kind, priority)
        assert look(got.payload).shows == (kind == "alert")

    def test_android_s_own_part_counts(self) -> None:
        android = {
            "data": {"a": "2"},
            "notification": {"body": "new", "color": "#ffffff", "sticky": True, "args": ["a"]},
        }
        got = asked(message(TOKEN, data={"a": "1"}, notification={"title": "t", "body": "old"}, android=android))
        notice = {"title": "t", "body": "new", "color": "#ffffff", "sticky": True, "args": ["a"]}
        assert json.loads(got.payload) == {"notification": notice, "data": {"a": "2"}}

    def test_names_in_either_way(self) -> None:
        one = {"message": {"token": TOKEN, "android": {"collapseKey": "k", "ttl": "5s", "restrictedPackageName": "a"}}}
        got = asked({**one, "validateOnly": True})
        assert (got.key, got.ttl, got.app, got.only_try) == ("k", 5, "a", True)

    @pytest.mark.parametrize(
        ("ttl", "seconds"), [("0s", 0), ("0.9s", 0), ("2419200s", 2419200), ("2419200.5s", 2419200)]
    )
    def test_times_to_live(self, ttl: str, seconds: int) -> None:
        assert asked(message(TOKEN, android={"ttl": ttl})).ttl == seconds
        assert seconds <= fact_named("fcm-ttl").high

    def test_parts_for_others_are_read_over(self) -> None:
        got = asked(
            message(TOKEN, apns={"headers": {}}, webpush={"x": 1}, fcm_options={"analytics_label": "x"}, name="n")
        )
        assert got.payload == b"{}"


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(), st.just(TOKEN)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(
                st.sampled_from(
                    ["message", "token", "data", "android", "notification", "ttl", "priority", "collapse_key", "body"]
                ),
                st.text(max_size=3),
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@given(body=st.one_of(st.binary(max_size=60), JSON, JSON.map(lambda part: {"message": {"token": TOKEN, "data": part}})))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_whatever_comes_is_read_or_refused(body: Any) -> None:
    status = 200
    try:
        got = asked(body)
    except Refused as refusal:
        status = refusal.answer().status
    else:
        assert (got.token, got.size <= 4096) == (TOKEN, True)
        json.loads(got.payload)
    assert status in (200, 400)
