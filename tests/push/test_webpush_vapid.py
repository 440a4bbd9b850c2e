"""Who signed a push: the published example, real tokens of py_vapid, and every way to be wrong."""

import json
from http import HTTPStatus
from typing import Any

import pytest
from push_web_parts import EXAMPLE, ORIGIN, TODAY, TOKEN, TOKEN_END, TOKEN_KEY, Signer, coded, plain
from py_vapid import Vapid

from chokepoints.push.webpush_vapid import Identity, NotIdentified, identify

DAY = 24 * 3600


@pytest.fixture
def signer() -> Signer:
    return Signer()


def refused(authorization: str | None, now: float = TODAY, only: bytes | None = None) -> tuple[int, str]:
    with pytest.raises(NotIdentified) as caught:
        identify(authorization, ORIGIN, now, only)
    return caught.value.status.value, str(caught.value).removeprefix("The vapid credentials are not valid. ")


class TestPublishedExample:
    def test_valid_in_its_day(self) -> None:
        known = Identity("mailto:push@example.com", plain(TOKEN_KEY))
        for now in (TOKEN_END - DAY, TOKEN_END - 3600, TOKEN_END):
            assert identify(EXAMPLE, ORIGIN, now) == known
        assert identify(EXAMPLE, ORIGIN, TOKEN_END - 1, plain(TOKEN_KEY)) == known

    def test_not_before_and_not_after(self) -> None:
        assert refused(EXAMPLE, TOKEN_END + 0.001) == (403, "The token has expired.")
        assert refused(EXAMPLE, TOKEN_END - DAY - 0.001) == (403, "The token is valid for more than 24 hours.")

    def test_not_elsewhere(self) -> None:
        for origin in ("https://push.example.org", "http://push.example.net", ORIGIN + ":444", ORIGIN + "/"):
            with pytest.raises(NotIdentified, match=f"does not name this service, {origin}"):
                identify(EXAMPLE, origin, TOKEN_END - 1)

    def test_every_changed_character_of_the_token(self) -> None:
        """But the last, of which two bits count for nothing."""
        for place in range(len(TOKEN) - 1):
            other = "A" if TOKEN[place] != "A" else "B"
            changed = TOKEN[:place] + other + TOKEN[place + 1 :]
            status, words = refused(f"vapid t={changed}, k={TOKEN_KEY}", TOKEN_END - 1)
            assert status == 403
            assert words.startswith(("The key k did not", "The token t is no", "The token is not signed with ES256"))


class TestRealClient:
    def test_py_vapid(self) -> None:
        vapid = Vapid()
        vapid.generate_keys()
        header = vapid.sign({"aud": ORIGIN, "exp": int(TODAY) + DAY, "sub": "mailto:ops@messenger.example"})
        known = identify(header["Authorization"], ORIGIN, TODAY)
        assert known
        assert known.contact == "mailto:ops@messenger.example"
        assert Vapid.verify(header["Authorization"])


class TestNobodySaid:
    @pytest.mark.parametrize("authorization", [None, "", "  ", "Basic dTpw", "Bearer abc", "vapidx t=a, k=b"])
    def test_no_credentials(self, authorization: str | None, signer: Signer) -> None:
        assert identify(authorization, ORIGIN, TODAY) is None
        assert refused(authorization, only=signer.raw) == (401, "This subscription takes signed pushes only (vapid).")
        assert HTTPStatus(401).phrase == "Unauthorized"

    def test_scheme_and_names_in_any_case(self, signer: Signer) -> None:
        token = signer.token()
        for header in (
            f"VAPID t={token},k={signer.key}",
            f"vapid K={signer.key} , T={token}",
            f'Vapid  t="{token}", k="{signer.key}", realm="x", new',
        ):
            assert identify(header, ORIGIN, TODAY) == Identity("mailto:ops@messenger.example", signer.raw)


class TestParts:
    def test_token_or_key_missing(self, signer: Signer) -> None:
        for rest in ("", f"t={signer.token()}", f"k={signer.key}", "t k", signer.token()):
            assert refused(f"vapid {rest}") == (403, "It needs a token, t, and a key, k.")

    def test_twice(self, signer: Signer) -> None:
        header = signer.header()
        assert refused(f"{header}, k={signer.key}") == (403, "It has more than one k.")
        assert refused(f"{header}, T=x") == (403, "It has more than one t.")

    @pytest.mark.parametrize("key", ["", "a", "é", "AAAA", coded(b"\4" + bytes(64)), coded(b"\2" + bytes(32))])
    def test_a_key_that_is_none(self, key: str, signer: Signer) -> None:
        assert refused(f"vapid t={signer.token()}, k={key}") == (403, "The key k is no point of P-256 in base64url.")

    def test_another_key(self, signer: Signer) -> None:
        other = Signer()
        header = signer.header()
        assert refused(f"vapid t={signer.token()}, k={other.key}") == (403, "The key k did not sign the token t.")
        assert refused(header, only=other.raw) == (403, "The subscription belongs to another key.")
        assert identify(header, ORIGIN, TODAY, signer.raw)


class TestToken:
    @pytest.mark.parametrize("token", ["", "a.b", "a.b.c", "..", "....", "é.é.é", "a.b.c.d", "e30.e30.", "e30.e30.AA"])
    def test_no_token(self, token: str, signer: Signer) -> None:
        status, words = refused(f"vapid t={token}, k={signer.key}")
        assert (status, words[:9]) == (403, "The token")

    @pytest.mark.parametrize(
        "head",
        [
            {"alg": "none"},
            {"alg": "HS256"},
            {"alg": "es256"},
            {"alg": None},
            {"alg": ["ES256"]},
            {"typ": "JWT"},
            {"alg": "ES256", "crit": ["exp"]},
        ],
    )
    def test_another_algorithm(self, head: dict[str, Any], signer: Signer) -> None:
        assert refused(signer.header(head=head)) == (403, "The token is not signed with ES256.")

    def test_no_signature_at_all(self, signer: Signer) -> None:
        head, body, _ = signer.token(head={"alg": "none"}).split(".")
        assert refused(f"vapid t={head}.{body}., k={signer.key}") == (403, "The token is not signed with ES256.")
        head, body, signature = signer.token().split(".")
        for short in ("", signature[:-4], signature + "AAAA"):
            assert refused(f"vapid t={head}.{body}.{short}, k={signer.key}")[1] == "A signature of ES256 has 64 bytes."
        zero = coded(bytes(64))
        assert refused(f"vapid t={head}.{body}.{zero}, k={signer.key}")[1] == "The key k did not sign the token t."

    @pytest.mark.parametrize("text", ["", "null", "[]", '"aud"', "{", "{]", "[" * 2000, "\ud83d", "NaN", "1" * 5000])
    def test_json_that_is_no_object(self, text: str, signer: Signer) -> None:
        good = json.dumps({"alg": "ES256"})
        text = text.encode("utf-8", "surrogatepass").decode("latin-1")
        for head, body in ((text, good), (good, text)):
            header = f"vapid t={signer.signed(head, body)}, k={signer.key}"
            assert refused(header) == (403, "The token t is no JSON Web Token.")


class TestTimes:
    @pytest.mark.parametrize("exp", [None, "1800000060", True, [TODAY + 60], {"at": TODAY + 60}])
    def test_no_number(self, exp: object, signer: Signer) -> None:
        assert refused(signer.header(exp=exp)) == (403, "The token's exp is no number.")

    @pytest.mark.parametrize("exp", [float("nan"), float("inf"), TODAY + DAY + 1, 10**400])
    def test_too_long(self, exp: float, signer: Signer) -> None:
        assert refused(signer.header(exp=exp)) == (403, "The token is valid for more than 24 hours.")

    @pytest.mark.parametrize("exp", [float("-inf"), TODAY - 1, 0, -(10**400), TODAY - 0.25])
    def test_too_late(self, exp: float, signer: Signer) -> None:
        assert refused(signer.header(exp=exp)) == (403, "The token has expired.")

    @pytest.mark.parametrize("exp", [TODAY, TODAY + DAY, int(TODAY) + 5, TODAY + 0.5])
    def test_in_time(self, exp: float, signer: Signer) -> None:
        assert identify(signer.header(exp=exp), ORIGIN, TODAY)


class TestAudience:
    @pytest.mark.parametrize("aud", [None, "", [], 5, {"a": 1}, ORIGIN + "/", ORIGIN.upper(), [["x"], ORIGIN + ":443"]])
    def test_another_service(self, aud: object, signer: Signer) -> None:
        words = f"The token's aud does not name this service, {ORIGIN}."
        assert refused(signer.header(aud=aud)) == (403, words)

    def test_one_of_several(self, signer: Signer) -> None:
        assert identify(signer.header(aud=["https://other.example", ORIGIN]), ORIGIN, TODAY)


class TestContact:
    @pytest.mark.parametrize(
        ("sub", "contact"),
        [
            ("mailto:a@b.example", "mailto:a@b.example"),
            ("https://b.example/contact", "https://b.example/contact"),
            (None, ""),
            (5, ""),
            (["mailto:a@b.example"], ""),
            ("a@b.example", ""),
            ("javascript:alert(1)", ""),
            ("mailto:a b", ""),
            ("mailto:\ud800", ""),
            ("mailto:é@b.example", ""),
            ("mailto:a@b.example\n", ""),
            ("mailto:" + "a" * 201, ""),
        ],
    )
    def test_shown_where_it_is_one(self, sub: object, contact: str, signer: Signer) -> None:
        known = identify(signer.header(sub=sub), ORIGIN, TODAY)
        assert known == Identity(contact, signer.raw)
        assert str(signer.raw) not in repr(known)
