"""The push service as rules: what it takes, what it keeps for whom and how long, and what it sees."""

import random
from collections.abc import Iterator
from dataclasses import asdict, fields

import pytest
from push_web_parts import ORIGIN, TODAY, Signer, push

from chokepoints.errors import KitError
from chokepoints.loopback.http_line import Request
from chokepoints.push.webpush_agent import Received, UserAgent
from chokepoints.push.webpush_crypto import LONGEST, Keys, encrypt
from chokepoints.push.webpush_request import Answer
from chokepoints.push.webpush_service import MOST_LOGGED, MOST_STORED, Brought, Seen, Service

DAY = 24 * 3600


class World:
    """A service on a clock of its own, and one user agent."""

    def __init__(self, rate: tuple[int, float] | None = None, only: str | None = None) -> None:
        self.now = 0.0
        self.service = Service(ORIGIN, lambda: self.now, rate)
        self.keys = Keys()
        self.subscription = self.service.subscribe("phone", only)
        self.target = self.subscription.endpoint.removeprefix(ORIGIN)
        self.got: list[Brought] = []

    def connect(self) -> None:
        self.service.connect(self.subscription, self.got.append)

    def post(self, text: bytes = b"hello", **fields: str) -> Answer:
        return self.service.answer(push(self.target, self.keys, text, **fields), TODAY)

    @property
    def read(self) -> list[bytes]:
        return [self.keys.decrypt(brought.body) for brought in self.got]

    @property
    def fates(self) -> list[str]:
        return [seen.fate for seen in self.service.log]


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    assert not world.service._rows.keys() - set(range(1, world.service._count + 1))
    assert len(world.service._rows) == world.fates.count("stored")


class TestAddresses:
    def test_long_random_and_unlike(self, world: World) -> None:
        made = {world.service.subscribe("phone").endpoint for _ in range(200)}
        assert len(made) == 200
        assert {len(endpoint) for endpoint in made} == {len(ORIGIN) + len("/push/") + 32}  # 192 bits
        assert "endpoint" not in repr(world.subscription)
        assert world.target not in repr(world.service)

    def test_message_says_nothing_of_the_subscription(self, world: World) -> None:
        first, second = (dict(world.post().headers)["location"] for _ in range(2))
        assert first != second
        assert first.startswith(ORIGIN + "/message/")
        assert world.target[-8:] not in first

    def test_whole_address_is_as_good(self, world: World) -> None:
        request = push(world.subscription.endpoint, world.keys)
        assert world.service.answer(request, TODAY).status == 201


class TestDelivery:
    def test_at_once_to_who_is_there(self, world: World) -> None:
        world.connect()
        world.now = 5.5
        assert world.post(b"one").status == 201
        assert world.post(b"two", ttl="0").status == 201
        assert world.read == [b"one", b"two"]
        assert [brought.since for brought in world.got] == [5.5, 5.5]
        assert world.fates == ["sent", "sent"]
        assert [seen.delivered for seen in world.service.log] == [5.5, 5.5]

    def test_waits_for_who_is_away(self, world: World) -> None:
        for number in range(5):
            world.now = number
            world.post(b"%d" % number)
        assert world.got == []
        assert world.service.waiting(world.subscription) == 5
        world.now = 10
        world.connect()
        assert world.read == [b"0", b"1", b"2", b"3", b"4"]
        assert [brought.since for brought in world.got] == [0, 1, 2, 3, 4]
        assert {(seen.fate, seen.delivered) for seen in world.service.log} == {("sent", 10)}
        world.connect()
        assert len(world.got) == 5
        world.service.disconnect(world.subscription)
        world.post(b"5")
        assert (len(world.got), world.service.waiting(world.subscription)) == (5, 1)

    def test_nothing_but_the_body_goes_on(self, world: World) -> None:
        assert [field.name for field in fields(Brought)] == ["since", "body"]
        world.connect()
        body = encrypt(b"hello", world.keys.public)
        world.service.answer(push(world.target, world.keys, body=body, urgency="high", topic="t"), TODAY)
        assert world.got == [Brought(0, body)]

    def test_each_to_its_own(self, world: World) -> None:
        service = world.service
        agents = [UserAgent(service, f"phone {number}") for number in range(3)]
        for number, agent in enumerate(agents):
            subscription = agent.subscription
            body = encrypt(b"for %d" % number, subscription["keys"])
            service.answer(push(subscription["endpoint"], world.keys, body=body), TODAY)
        for number, agent in enumerate(agents):
            agent.connect()
            assert agent.inbox == [Received(0, f"for {number}")]
            assert agent.discarded == []
        assert [seen.device for seen in service.log] == ["phone 0", "phone 1", "phone 2"]

    def test_a_push_without_a_body(self, world: World) -> None:
        world.connect()
        assert world.post(body=b"", content_encoding="").status == 201
        assert world.got == [Brought(0, b"")]


class TestTimeToLive:
    @pytest.mark.parametrize("ttl", [1, 60, 28 * DAY])
    def test_to_the_second(self, world: World, ttl: int) -> None:
        assert dict(world.post(b"late", ttl=str(ttl)).headers)["ttl"] == str(ttl)
        world.now = ttl - 0.001
        assert world.service.waiting(world.subscription) == 1
        world.now = ttl
        assert world.fates == ["expired"]
        world.connect()
        assert world.got == []
        assert world.service.log[0].delivered is None

    def test_zero_is_now_or_never(self, world: World) -> None:
        assert world.post(ttl="0").status == 201
        assert world.fates == ["not stored"]
        world.connect()
        assert world.got == []

    @pytest.mark.parametrize("ttl", [str(28 * DAY + 1), "9" * 12, "1" + "0" * 12, "9" * 5000, "0" * 5000 + "9" * 13])
    def test_longer_than_the_service_keeps(self, world: World, ttl: str) -> None:
        assert dict(world.post(ttl=ttl).headers)["ttl"] == str(28 * DAY)
        assert world.service.log[0].ttl == 28 * DAY

    @pytest.mark.parametrize(("ttl", "granted"), [("007", "7"), ("0" * 5000 + "5", "5"), ("000", "0")])
    def test_zeros_in_front(self, world: World, ttl: str, granted: str) -> None:
        assert dict(world.post(ttl=ttl).headers)["ttl"] == granted

    @pytest.mark.parametrize("ttl", ["", "-1", "+5", "5.0", "1e3", " 5", "5 ", "0x5", "five", "²", "٣", "5,5"])
    def test_must_be_digits(self, world: World, ttl: str) -> None:
        answer = world.post(ttl=ttl)
        assert (answer.status, answer.text) == (400, "A push needs a TTL: how many seconds it may wait, in digits.")
        assert world.service.log[0].ttl is None

    def test_time_never_runs_back(self, world: World) -> None:
        world.now = 100
        world.post(ttl="10")
        world.now = 50
        assert world.service.now == 100
        world.post(ttl="10")
        world.service.clock = lambda: 109
        assert world.service.waiting(world.subscription) == 2
        world.service.clock = lambda: 110
        assert world.service.waiting(world.subscription) == 0


class TestTopic:
    def test_replaces_what_waits(self, world: World) -> None:
        world.post(b"1:0", topic="score")
        world.post(b"other", topic="chat")
        world.post(b"none")
        world.post(b"2:0", topic="score", ttl="500")
        assert world.fates == ["replaced", "stored", "stored", "stored"]
        world.now = 100  # the new one's time to live holds
        world.connect()
        assert world.read == [b"2:0"]
        assert world.fates == ["replaced", "expired", "expired", "sent"]

    def test_replaces_nobody_elses(self, world: World) -> None:
        other = world.service.subscribe("tablet")
        world.post(topic="score")
        world.service.answer(push(other.endpoint, world.keys, topic="score"), TODAY)
        assert (world.service.waiting(world.subscription), world.service.waiting(other)) == (1, 1)

    def test_nothing_is_replaced_once_it_is_sent(self, world: World) -> None:
        world.connect()
        world.post(b"1:0", topic="score")
        world.post(b"2:0", topic="score")
        assert world.read == [b"1:0", b"2:0"]
        assert world.fates == ["sent", "sent"]

    def test_one_for_now_or_never_takes_its_place_all_the_same(self, world: World) -> None:
        world.post(b"1:0", topic="score", ttl="500")
        world.post(b"other", topic="chat", ttl="500")
        assert world.post(b"2:0", topic="score", ttl="0").status == 201
        assert world.post(b"none", ttl="0").status == 201
        assert world.fates == ["replaced", "stored", "not stored", "not stored"]
        world.connect()
        assert world.read == [b"other"]

    def test_without_topic_nothing_is_replaced(self, world: World) -> None:
        for _ in range(3):
            world.post()
        assert world.service.waiting(world.subscription) == 3

    @pytest.mark.parametrize("topic", ["a" * 33, "a b", "a.b", "ü", "a=", "a\n"])
    def test_must_be_short_and_plain(self, world: World, topic: str) -> None:
        answer = world.post(topic=topic)
        assert (answer.status, answer.text[:20]) == (400, "A Topic has 1 to 32 ")
        assert world.post(topic="aZ0-_" + "a" * 27).status == 201


class TestRefusals:
    @pytest.mark.parametrize("urgency", ["urgent", "high,low", "0", "very_low"])
    def test_urgency(self, world: World, urgency: str) -> None:
        answer = world.post(urgency=urgency)
        assert answer == Answer(answer.status, "Urgency is one of very-low, low, normal, high.")
        assert answer.status == 400

    def test_urgencies_that_are_some(self, world: World) -> None:
        for urgency in ("very-low", "LOW", "normal", "High", ""):
            assert world.post(urgency=urgency).status == 201
        assert [seen.urgency for seen in world.service.log] == ["very-low", "low", "normal", "high", "normal"]

    @pytest.mark.parametrize("encoding", ["", "aesgcm", "gzip", "aes128gcm, aes128gcm", "AES128GCM "])
    def test_encoding(self, world: World, encoding: str) -> None:
        assert world.post(content_encoding=encoding).status == 400

    @pytest.mark.parametrize("name", ["ttl", "urgency", "topic", "content-encoding", "authorization"])
    def test_the_same_field_twice(self, world: World, name: str) -> None:
        request = push(world.target, world.keys, urgency="low", topic="t", authorization="Basic x")
        value = request.all(name)[0]
        again = Request("POST", request.target, (*request.headers, (name, value)), request.body)
        answer = world.service.answer(again, TODAY)
        assert (answer.status, answer.text) == (400, f"There is more than one {name} header field.")

    def test_size(self, world: World) -> None:
        assert world.post(body=bytes(LONGEST)).status == 201
        answer = world.post(body=bytes(LONGEST + 1))
        assert (answer.status, answer.text) == (413, "A push has at most 4,096 bytes.")
        assert world.service.waiting(world.subscription) == 1

    @pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "post"])
    def test_method(self, world: World, method: str) -> None:
        answer = world.post(method=method)
        assert (answer.status, answer.headers) == (405, (("allow", "POST"),))
        assert world.service.log == ()

    @pytest.mark.parametrize("target", ["/", "*", "/push/", "/push", "/message/x", "http://other.example/push/x"])
    def test_unknown_address(self, world: World, target: str) -> None:
        for other in (target, world.target + "/", world.target[:-1], world.target + "?x", world.target.upper()):
            assert world.service.answer(push(other, world.keys), TODAY).status == 404
        assert world.service.log == ()

    def test_a_refused_push_leaves_what_waits_alone(self, world: World) -> None:
        world.post(b"1:0", topic="score")
        world.post(b"2:0", topic="score", urgency="?")
        world.post(b"2:0", topic="score", authorization="vapid t=a, k=b")
        assert world.fates == ["stored", "refused", "refused"]


class TestEndOfASubscription:
    def test_given_up_is_410(self, world: World) -> None:
        world.post()
        world.service.unsubscribe(world.subscription)
        answer = world.post()
        assert (answer.status, answer.text) == (410, "The user agent has given this subscription up.")
        assert world.fates == ["gone"]
        assert world.post(method="GET").status == 410

    def test_expired_is_404(self, world: World) -> None:
        world.connect()
        world.service.expire(world.subscription)
        assert world.post().status == 404
        assert world.got == []

    def test_what_had_expired_before(self, world: World) -> None:
        world.post(ttl="5")
        world.now = 6
        world.service.unsubscribe(world.subscription)
        assert world.fates == ["expired"]

    def test_no_way_back(self, world: World) -> None:
        other = Service(ORIGIN).subscribe("stranger")
        world.service.unsubscribe(world.subscription)
        calls = (
            world.service.unsubscribe,
            world.service.expire,
            world.service.disconnect,
            world.service.waiting,
            lambda subscription: world.service.connect(subscription, world.got.append),
        )
        for call in calls:
            for subscription, device in ((world.subscription, "phone"), (other, "stranger")):
                with pytest.raises(KitError, match=f"no such subscription of {device}: subscribe anew"):
                    call(subscription)

    def test_agent(self) -> None:
        service = Service(ORIGIN)
        given_up, expired = UserAgent(service, "phone"), UserAgent(service, "tablet")
        given_up.unsubscribe()
        expired.expire()
        statuses = []
        for agent in (given_up, expired):
            body = encrypt(b"x", agent.subscription["keys"])
            statuses.append(service.answer(push(agent.subscription["endpoint"], Keys(), body=body), TODAY).status)
        assert statuses == [410, 404]


class TestSignatures:
    def test_open_to_all_or_to_one(self) -> None:
        signer, other = Signer(), Signer()
        for world, unsigned, foreign in ((World(), 201, 201), (World(only=signer.key), 401, 403)):
            assert world.post().status == unsigned
            assert world.post(authorization=other.header()).status == foreign
            assert world.post(authorization=signer.header()).status == 201
            assert world.post(authorization=signer.header(exp=TODAY - 1)).status == 403
            assert [seen.sender for seen in world.service.log] == [
                "",
                "mailto:ops@messenger.example" if foreign == 201 else "",
                "mailto:ops@messenger.example",
                "",
            ]

    def test_401_says_how(self) -> None:
        world = World(only=Signer().key)
        assert world.post().headers == (("www-authenticate", "vapid"),)
        assert world.post(authorization=Signer().header()).headers == ()

    def test_one_key_for_both(self, world: World) -> None:
        signer = Signer()
        twice = encrypt(b"x", world.keys.public, sender=signer.private)
        answer = world.service.answer(push(world.target, world.keys, body=twice, authorization=signer.header()), TODAY)
        assert (answer.status, answer.text) == (
            400,
            "The key that signs must not be the one that encrypts (RFC 8292 3.2).",
        )
        assert world.service.answer(push(world.target, world.keys, body=twice), TODAY).status == 201

    @pytest.mark.parametrize("only", ["", "key", "é", "-" * 87, "BA=="])
    def test_a_subscription_for_what_is_no_key(self, only: str) -> None:
        with pytest.raises(KitError, match="is no key: write the 65 bytes"):
            Service(ORIGIN).subscribe("phone", only)


class TestLimits:
    def test_rate(self) -> None:
        world = World(rate=(3, 60))
        for second in (0, 1, 2):
            world.now = second
            assert world.post().status == 201
        world.now = 3.5
        answer = world.post()
        assert (answer.status, answer.text) == (429, "No more than 3 in 60 s.")
        assert answer.headers == (("retry-after", "57"),)
        world.now = 59.999
        assert world.post().headers == (("retry-after", "1"),)
        world.now = 60
        assert world.post().status == 201
        assert world.post().status == 429
        assert world.fates.count("refused") == 3

    def test_rate_is_each_subscriptions_own(self) -> None:
        world = World(rate=(1, 60))
        other = world.service.subscribe("tablet")
        for _ in range(2):
            world.post()
        assert world.service.answer(push(other.endpoint, world.keys), TODAY).status == 201
        assert world.post(ttl="x").status == 400

    @pytest.mark.parametrize("rate", [(0, 1), (1, 0), (-1, 60), (3, -1)])
    def test_no_rate(self, rate: tuple[int, float]) -> None:
        with pytest.raises(KitError, match="is no rate: write"):
            Service(ORIGIN, rate=rate)

    def test_room(self, world: World) -> None:
        body = encrypt(b"x", world.keys.public)
        requests = [push(world.target, world.keys, body=body, ttl=ttl) for ttl in ("100", "200")]
        for number in range(MOST_STORED - 1):
            assert world.service.answer(requests[number % 2], TODAY).status == 201
        assert world.post(topic="score", ttl="300").status == 201
        world.now = 0.5
        answer = world.post()
        assert (answer.status, answer.text) == (429, "1,000 pushes wait already.")
        assert answer.headers == (("retry-after", "100"),)
        assert world.post(topic="score").status == 201  # it takes another's place
        world.now = 100
        assert world.post().status == 201
        assert world.service.waiting(world.subscription) == MOST_STORED // 2 - 1 + 1

    def test_no_longer_log(self, world: World) -> None:
        request = push(world.target, world.keys, body=b"", ttl="0")
        for _ in range(MOST_LOGGED + 5):
            world.service.answer(request, TODAY)
        log = world.service.log
        assert (len(log), log[0].number, log[-1].number) == (MOST_LOGGED, 6, MOST_LOGGED + 5)
        assert repr(world.service) == "Service(1 subscriptions, 10005 pushes seen)"


class TestWhatItSees:
    def test_all_but_the_text(self, world: World) -> None:
        signer, text = Signer(), b"Meet at eight by the fountain"
        world.now = 7
        world.post(text, authorization=signer.header(), urgency="high", topic="chat", ttl="90")
        row = Seen(1, 7, "phone", "mailto:ops@messenger.example", len(text) + 103, 90, "high", "chat", 201, "stored")
        assert world.service.log == (row,)
        kept = [vars(box) for box in world.service._boxes.values()]
        for place in (asdict(row), kept, list(world.service._mailbox), vars(world.service)):
            assert "fountain" not in repr(place)
        world.connect()
        assert world.read == [text]

    def test_length_is_the_texts(self, world: World) -> None:
        sizes = [0, 1, 50, 3993]
        for size in sizes:
            world.post(b"x" * size)
        assert [seen.size - 103 for seen in world.service.log] == sizes

    def test_a_refused_one_is_seen_too(self, world: World) -> None:
        world.post(urgency="?", ttl="5")
        assert [(seen.status, seen.fate, seen.ttl, seen.urgency) for seen in world.service.log] == [
            (400, "refused", 5, "normal")
        ]


class TestUserAgent:
    def test_throws_away_what_is_not_for_it(self) -> None:
        service = Service(ORIGIN)
        agent = UserAgent(service, "phone")
        agent.connect()
        for body in (encrypt(b"x", Keys().public), b"short", b"", encrypt(b"\xff\xfe", agent.subscription["keys"])):
            assert service.answer(push(agent.subscription["endpoint"], Keys(), body=body), TODAY).status == 201
        assert agent.inbox == [Received(0, ""), Received(0, "\ufffd\ufffd")]
        assert [reason[:20] for reason in agent.discarded] == ["These keys do not op", "The push has 5 bytes"]
        assert repr(agent) == "UserAgent('phone', 2 read)"

    def test_wake_and_sleep(self) -> None:
        service = Service(ORIGIN)
        agent = UserAgent(service, "phone")

        def post(text: bytes) -> None:
            body = encrypt(text, agent.subscription["keys"])
            service.answer(push(agent.subscription["endpoint"], Keys(), body=body), TODAY)

        post(b"one")
        assert agent.waiting == 1
        agent.connect()
        post(b"two")
        agent.disconnect()
        post(b"three")
        assert [received.text for received in agent.inbox] == ["one", "two"]
        assert agent.waiting == 1

    def test_keys_are_the_agents_own(self) -> None:
        service = Service(ORIGIN)
        one, two = UserAgent(service, "phone"), UserAgent(service, "phone")
        assert one.subscription["keys"] != two.subscription["keys"]
        assert sorted(one.subscription["keys"]) == ["auth", "p256dh"]


class TestAnyOrder:
    @pytest.mark.parametrize("seed", range(20))
    def test_against_a_list(self, seed: int) -> None:
        """Random pushes, naps and hours against a plain list: nothing lost, nothing twice, nothing late."""
        draw, world = random.Random(seed), World()
        kept: list[tuple[float, str, bytes]] = []
        wanted: list[bytes] = []
        connected, body = False, {number: encrypt(b"%d" % number, world.keys.public) for number in range(80)}
        for number in range(80):
            world.now += draw.choice([0, 0, 1, 7, 30])
            kept = [waiting for waiting in kept if waiting[0] > world.now]
            deed = draw.random()
            if deed < 0.15:
                world.connect()
                wanted += [data for _, _, data in kept]
                kept, connected = [], True
            elif deed < 0.3:
                world.service.disconnect(world.subscription)
                connected = False
            else:
                ttl, topic = draw.choice([0, 5, 20, 60]), draw.choice(["", "", "a", "b"])
                request = push(world.target, world.keys, body=body[number], ttl=str(ttl), topic=topic)
                assert world.service.answer(request, TODAY).status == 201
                if connected:
                    wanted.append(b"%d" % number)
                else:
                    kept = [waiting for waiting in kept if not topic or waiting[1] != topic]
                    kept += [(world.now + ttl, topic, b"%d" % number)] if ttl else []
            assert len(world.got) == len(wanted)
            assert world.service.waiting(world.subscription) == len(kept)
        assert world.read == wanted
        assert world.fates.count("sent") == len(wanted)
