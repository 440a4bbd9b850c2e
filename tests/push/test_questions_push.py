"""What the first half of lesson 04's questions take for right is what the gateway and the mailbox, really run, yield.

The questions that are answered by code are answered here by other roads: by the mailbox, by numpy, by asking whether a
push is too large.
"""

import inspect
import json
import math
import random
import time
from collections.abc import Callable, Sequence
from typing import Any

import httpx
import numpy as np
import pytest
from aioapns import PushType
from push_talk import TOPIC, aioapns, bearer, run, send

from chokepoints.classroom.kinds import ChoiceAnswer, FunctionAnswer, NumberAnswer
from chokepoints.classroom.limit import Failed, TooLong
from chokepoints.classroom.questions import Question, find_question, judge
from chokepoints.classroom.results import shown
from chokepoints.evidence import fact
from chokepoints.evidence.rows import Figure
from chokepoints.push.gateway import gateway
from chokepoints.push.gateway_core import Core
from chokepoints.push.mailbox import Fate, Item, Mailbox, TooLarge
from chokepoints.push.polling import Polling, Way, compare, simulate
from chokepoints.push.pushes import Push, look
from chokepoints.push.pushes_sealed import Seal, alert, service
from chokepoints.push.questions import QUESTIONS
from chokepoints.push.questions_gateway import ARRIVALS, LOG, SENT
from chokepoints.push.questions_stored import MINUTES, MOST, TEN, USERS, service_push
from chokepoints.push.rules import APNS
from chokepoints.push.switch import Order

ADDRESS = "203.0.113.9:443"
OK = ("200", None)
#: What the messenger sent in question 1, by the letters of the log.
SENDS: dict[str, dict[str, Any]] = {
    "a": alert("Ada: see you at eight"),
    "b": service(2, ADDRESS),
    "c": Seal().seal(service(2, ADDRESS)),
    "d": {"aps": {"alert": "New message", "sound": "default"}, "custom": {"dc": 2, "addr": ADDRESS}},
    "e": {"aps": {"content-available": 1}, "loc_key": "CHAT_READ", "custom": {"chat": 17}},
}


def the(id: str) -> Question:
    question = find_question(id)
    assert isinstance(question, Question)
    return question


def status(id: str, answer: object) -> str:
    return judge(the(id), answer).status


def cases(id: str) -> tuple[tuple[Any, ...], ...]:
    answer = the(id).answer
    assert isinstance(answer, FunctionAnswer)
    return tuple((*arguments, wanted) for arguments, wanted, _ in answer.cases)


def figure(slug: str) -> Any:
    """A row that has a number."""
    row = fact(slug)
    assert isinstance(row, Figure)
    return row


def options(id: str) -> tuple[dict[str, str], str]:
    answer = the(id).answer
    assert isinstance(answer, ChoiceAnswer)
    return dict(answer.options), answer.correct


def test_the_log_is_that_of_a_real_gateway_and_so_is_what_it_can_tell() -> None:
    async def work() -> list[tuple[str, str, int, str, bool | None]]:
        async with gateway() as gate:
            device = await gate.device(TOPIC, "RU")
            key = gate.provider(TOPIC)
            with aioapns(gate, key) as client:
                for letter, at, claim, *_ in LOG:
                    await gate.wait(int(at[-2:]) - gate.now)
                    assert await send(client, device, SENDS[letter], push_type=PushType(claim)) == OK
            assert len(device.received) == len(LOG)
            return [(f"09:00:{row.time:02.0f}", row.claim, row.size, row.kind, row.service) for row in gate.log]

    seen = run(work())
    assert [row[:3] for row in seen] == [row[1:4] for row in LOG]
    assert [row[1] for row in seen] == [row[3] for row in seen]  # each is what its sender says, as far as one can tell
    assert status("push-1", [row[0] for row, log in zip(LOG, seen, strict=True) if log[4]]) == "correct"
    assert [log[4] for log in seen] == [False, True, None, True, False]


def test_what_the_log_says_was_read_is_in_the_payloads() -> None:
    for letter, *_, words in LOG:
        payload, seen = SENDS[letter], look(json.dumps(SENDS[letter]).encode())
        assert ("shows nothing" in words) is not seen.shows
        assert ("sealed" in words) is (seen.service is None)
        readable = json.dumps({key: value for key, value in payload.items() if key != "p"})
        assert (ADDRESS in words) is (ADDRESS in readable)
        for kind in ("MESSAGE_TEXT", "DC_UPDATE", "CHAT_READ"):
            assert (f"kind {kind}" in words) is (kind in readable)
        if seen.shows:
            assert f"text `{payload['aps']['alert']}`" in words


def test_an_order_by_label_hits_and_misses_what_the_answer_says() -> None:
    """Four sealed pushes under an order about alerts: two of either sort, and in each sort a message and a service."""
    seal = Seal()
    sealed = {
        "message": seal.seal(alert("See you")),
        "silent message": seal.seal({"aps": {"content-available": 1}, "custom": {"text": "See you"}}),
        "service": seal.seal(service(2, ADDRESS)),
        "dressed service": seal.seal(service(2, ADDRESS), dressed=True),
    }

    async def work() -> dict[str, str]:
        async with gateway(orders=Order(TOPIC, "alerts", "drop")) as gate:
            device = await gate.device(TOPIC, "RU")
            key = gate.provider(TOPIC)
            with aioapns(gate, key) as client:
                for payload in sealed.values():
                    assert await send(client, device, payload) == OK
            await gate.settled()
            return dict(zip(sealed, (sight.fate for sight in gate.sights), strict=True))

    fates = run(work())
    stopped = {name for name, fate in fates.items() if fate == "dropped by order"}
    assert stopped == {"message", "dressed service"}
    assert {name for name, fate in fates.items() if fate == "arrived"} == sealed.keys() - stopped
    sizes = {name: len(json.dumps(payload)) for name, payload in sealed.items()}
    assert sizes["message"] == sizes["dressed service"]  # so the size tells nothing
    assert sizes["silent message"] == sizes["service"]
    assert all(look(json.dumps(payload).encode()).service is None for payload in sealed.values())
    found, correct = options("push-2")
    assert "sent as an alert" in found[correct]
    assert "silently" in found[correct]
    assert "declares, not by reading" in getattr(fact("apns-priority"), "note", "")


def test_the_puzzle_is_that_of_the_rows() -> None:
    one, other, later = (figure(f"push-req-{half}") for half in ("h2-2022", "h1-2023", "h1-2024"))
    assert (one.low, other.low, later.low) == (119, 158, 277)
    assert one.low + other.low == later.low  # what option d falls for
    assert 1.3 < other.low / one.low < 1.36  # what option a falls for
    assert (one.date_from, one.date_to) == (other.date_from, other.date_to)  # printed for the same half-year
    halves = ("h2-2022", "h1-2023", "h2-2023", "h1-2024", "h2-2024", "h1-2025")
    copied = [figure(f"push-table-{half}").low for half in halves]
    assert copied == [70, 119, 232, 277, 312, 393]  # as the exercise prints them
    assert copied[3] - copied[1] == 158
    assert "no source says" in other.note
    found, correct = options("push-3")
    assert "may be the rise" in found[correct]


def by_mailbox(pushes: Sequence[tuple[float, float, str]], back: float) -> list[str]:
    """Which pushes arrive, by the mailbox under APNs' rules."""
    box = Mailbox(APNS)
    box.register("device", TOPIC, "RU", now=0)
    arrived: list[Item] = []
    connected = False

    def come() -> None:
        arrived.extend(box.connect("device", back).items)

    for second, lifetime, name in pushes:
        if second >= back and not connected:
            come()
            connected = True
        item, fate = box.accept(Push("device", TOPIC, b"{}", lifetime, id=name), second)
        arrived += [item] * (fate is Fate.SENT)
    if not connected:
        come()
    return [item.push.id for item in arrived]


def test_what_arrives_is_what_the_mailbox_hands_over() -> None:
    assert status("push-4", by_mailbox) == "correct"
    assert len(TEN) == 10


def test_what_arrives_of_the_ten_on_a_real_device() -> None:
    """By httpx, as aioapns has no word for an expiry of 0: it takes a lifetime of 0 for an expiry of this second."""

    async def work() -> list[str]:
        async with gateway() as gate:
            device = await gate.device(TOPIC, "RU")
            signed = {"apns-topic": TOPIC, "authorization": bearer(gate.provider(TOPIC))}
            address = f"https://127.0.0.1:{gate.port}/3/device/{device.token}"
            await gate.offline(device)
            async with httpx.AsyncClient(http2=True, verify=gate.trust, trust_env=False) as client:
                for second, lifetime, name in TEN:
                    if second >= 500 > gate.now:
                        await gate.wait(500 - gate.now)
                        await gate.online(device)
                    await gate.wait(second - gate.now)
                    expires = {"apns-expiration": str(int(time.time()) + lifetime if lifetime else 0)}
                    answer = await client.post(address, json={"aps": {"alert": name}}, headers=signed | expires)
                    assert answer.status_code == 200
            await gate.settled()
            return [json.loads(got.push.payload)["aps"]["alert"] for got in device.received]

    assert run(work()) == next(wanted for pushes, _, wanted in cases("push-4") if pushes == TEN)


def two_places(pushes: Sequence[tuple[float, float, str]], back: float) -> list[str]:
    """As by_mailbox, were there no limit to what waits."""
    return [name for second, lifetime, name in pushes if second >= back or second + lifetime > back]


def test_the_cases_tell_the_rule_of_one_from_its_neighbours() -> None:
    """Over made-up pushes the mailbox and "all that are good" often differ, and the first case is one of those."""
    draw = random.Random(4)
    differ = 0
    for _ in range(300):
        seconds = sorted(draw.sample(range(100), 8))
        pushes = [(second, draw.choice((0, 5, 30, 200)), f"{second}") for second in seconds]
        back = draw.randrange(100)
        found = by_mailbox(pushes, back)
        waited = [name for second, _, name in pushes if second < back and name in found]
        assert len(waited) <= 1
        assert found == [name for name in two_places(pushes, back) if name in found]
        differ += found != two_places(pushes, back)
    assert differ > 100
    assert status("push-4", two_places) == "not yet"  # and which mistake that is: the bank


def test_no_two_names_arrive_in_the_order_of_the_alphabet_alone() -> None:
    wanted = [wanted for *_, wanted in cases("push-4")]
    assert sum(len(names) > 1 and names != sorted(names) for names in wanted) >= 4
    assert all(names != sorted(names) for names in wanted if len(names) > 1)


@pytest.mark.parametrize("id", ["push-4", "push-6"])
def test_a_message_shows_the_whole_call(id: str) -> None:
    """Nothing is cut off, but of the ten pushes and the four tokens, and tokens are passed in the order shown."""
    for *arguments, _ in cases(id):
        if arguments[0] == TEN:
            continue
        for argument in arguments:
            assert shown(argument) == repr(argument)
            if isinstance(argument, dict):
                assert [*argument] == sorted(argument)


@pytest.mark.parametrize("id", ["push-4", "push-6"])
def test_all_times_are_whole_seconds(id: str) -> None:
    assert "." not in repr([arguments for *arguments, _ in cases(id)])


def by_trying(addresses: list[str]) -> bytes:
    """The fullest push that the mailbox takes, by adding addresses until it refuses."""
    box = Mailbox(APNS)
    box.register("device", TOPIC, "RU")
    taken = 0
    while taken < len(addresses):
        try:
            box.check(Push("device", TOPIC, service_push(addresses[: taken + 1])))
        except TooLarge:
            break
        taken += 1
    return service_push(addresses[:taken])


def test_a_full_push_is_the_largest_that_the_mailbox_takes() -> None:
    assert status("push-5", by_trying) == "correct"
    assert (figure("apns-payload").low, APNS.payload) == (MOST, MOST)


def test_a_full_push_passes_a_real_gateway_and_one_address_more_does_not() -> None:
    async def work() -> None:
        async with gateway() as gate:
            device = await gate.device(TOPIC, "RU")
            key = gate.provider(TOPIC)
            with aioapns(gate, key) as client:
                for addresses, packed in cases("push-5"):
                    count = len(json.loads(packed)["addr"])
                    assert await send(client, device, json.loads(packed)) == OK
                    assert gate.log[-1].size == len(packed)
                    assert gate.log[-1].service is True
                    if count < len(addresses):
                        more = json.loads(service_push(addresses[: count + 1]))
                        assert await send(client, device, more) == ("413", "PayloadTooLarge")

    run(work())


def test_the_cases_of_the_full_push_are_the_hard_ones() -> None:
    given = [(addresses, packed, len(json.loads(packed)["addr"])) for addresses, packed in cases("push-5")]
    assert {len(packed) for _, packed, _ in given} >= {MOST}
    assert any(len(service_push(addresses)) == MOST + 1 for addresses, _, _ in given)
    assert any(
        count < len(addresses) - 1 and len(service_push([*addresses[:count], addresses[-1]])) <= MOST
        for addresses, _, count in given
    )
    assert len({count for _, _, count in given}) >= 6


def by_numpy(sent: list[float], arrivals: dict[str, list[float]]) -> str:
    """The token most of whose waits, from each message to each push, hold one of two seconds or less."""
    best: dict[str, int] = {}
    for token, pushes in arrivals.items():
        waits = np.subtract.outer(np.array(pushes, float), np.array(sent, float))
        best[token] = int(((waits >= 0) & (waits <= 2)).any(axis=0).sum()) if waits.size else 0
    return max(best, key=lambda token: best[token])


def test_who_receives_is_what_the_times_of_a_gateway_tell() -> None:
    """The pushes of question 6, sealed, through a gateway: its log alone names the token."""
    clock = [0.0]
    core = Core(clock=lambda: clock[0])
    tokens = {name: core.register(TOPIC, "RU").token for name in ARRIVALS}
    due = sorted((at, name) for name, times in ARRIVALS.items() for at in times)
    for clock[0], name in due:
        core.submit(Push(tokens[name], TOPIC, json.dumps(Seal().seal(alert("See you"))).encode(), 60))
    logged: dict[str, list[float]] = {}
    for row in core.log:
        assert row.service is None
        logged.setdefault(row.token, []).append(row.time)
    names = {token: name for name, token in tokens.items()}
    assert {names[token]: times for token, times in logged.items()} == ARRIVALS
    assert names[by_numpy([*SENT], logged)] == next(
        wanted for _, arrivals, wanted in cases("push-6") if arrivals == ARRIVALS
    )
    assert status("push-6", by_numpy) == "correct"


def test_no_case_of_the_times_is_a_draw() -> None:
    for sent, arrivals, wanted in cases("push-6"):
        hits = {
            token: sum(any(0 <= push - message <= 2 for push in pushes) for message in sent)
            for token, pushes in arrivals.items()
        }
        assert [token for token, count in hits.items() if count == max(hits.values())] == [wanted]
    places = {[*arrivals].index(wanted) - len(arrivals) for _, arrivals, wanted in cases("push-6")}
    assert len(places) >= 2  # not by its place either


def test_what_410_means_at_a_real_gateway() -> None:
    """Away is no error; given up is 410 for good; a device that registers again has another token."""

    async def work() -> None:
        async with gateway() as gate:
            device, key = await gate.device(TOPIC, "RU"), gate.provider(TOPIC)
            with aioapns(gate, key) as client:
                await gate.offline(device)
                assert await send(client, device, SENDS["a"], time_to_live=60) == OK
                gate.unregister(device.token)
                for _ in range(2):
                    assert await send(client, device, SENDS["a"]) == ("410", "Unregistered")
                again = await gate.device(TOPIC, "RU")
                assert again.token != device.token
                assert await send(client, again, SENDS["a"]) == OK

    run(work())
    row = fact("apns-answers")
    assert "410 for a token that is no longer active for the app, with a time" in row.statement
    assert "No reason in the list read says that an authority forbade it" in getattr(row, "note", "")
    found, correct = options("push-7")
    assert "has ended for the app" in found[correct]


def test_the_polls_by_hand_are_those_of_the_model() -> None:
    polling = Polling(interval_minutes=MINUTES, active_hours=24, users=USERS, messages_per_day=40)
    load = compare(polling)[Way.POLL]
    assert status("push-8", load.requests) == "correct"
    assert status("push-8", load.busiest) == "correct"
    counted = simulate(polling, Way.POLL, users=100, days=1)
    assert status("push-8", USERS * counted.by_minute.mean()) == "correct"
    assert load.mean_delay == pytest.approx(7.5 * 60)
    assert math.exp(-polling.messages_per_day / load.wake_ups) > 0.5  # most polls find nothing
    assert figure("aud-15m").low == USERS
    answer = the("push-8").answer
    assert isinstance(answer, NumberAnswer)
    assert answer.value == pytest.approx(load.requests)


def test_there_are_three_core_questions_of_each_track_and_two_further_ones() -> None:
    first = [question for question in QUESTIONS if int(question.id[5:]) <= 8]
    core = [question for question in first if question.core]
    assert sorted(int(question.id[5:]) for question in first) == list(range(1, 9))
    assert [sum(question.track == track for question in core) for track in ("law", "code")] == [3, 3]
    assert {question.track for question in first if not question.core} == {"law", "code"}
    assert sum(question.minutes for question in core) == 22.5


@pytest.mark.parametrize("id", [f"push-{number}" for number in range(1, 9)])
@pytest.mark.parametrize(
    "answer", [3.5, True, ["q"] * 40, {"x": 1}, b"a", object(), lambda: "a", print, ("q", ("b",))], ids=range(9)
)
def test_an_answer_of_the_wrong_sort_gets_a_sentence(id: str, answer: object) -> None:
    verdict = judge(the(id), answer)
    assert verdict.status == "not yet"
    assert verdict.text.endswith((".", "?"))
    assert 15 < len(verdict.text) < 400


@pytest.mark.parametrize("id", ["push-4", "push-5", "push-6"])
def test_a_function_that_prints_or_returns_nothing_is_told_so(id: str) -> None:
    solutions: dict[str, Callable[..., Any]] = {"push-4": by_mailbox, "push-5": by_trying, "push-6": by_numpy}
    solution, one = solutions[id], len(inspect.signature(solutions[id]).parameters) == 1

    def one_prints(value: object) -> None:
        print(solution(value))

    def two_print(value: object, other: object) -> None:
        print(solution(value, other))

    def one_forgets(value: object) -> None:
        solution(value)

    def two_forget(value: object, other: object) -> None:
        solution(value, other)

    assert "not with `print`" in judge(the(id), one_prints if one else two_print).text
    assert "does it end with `return`" in judge(the(id), one_forgets if one else two_forget).text


@pytest.mark.parametrize("id", ["push-4", "push-5", "push-6"])
def test_a_loop_without_end_is_not_told_as_a_mistake_of_the_task(id: str) -> None:
    results = (Failed(TooLong),) * len(cases(id))
    assert "square button" in next(mistake.hint for mistake in the(id).mistakes if mistake.made(results))


@pytest.mark.parametrize("id", ["push-2", "push-3", "push-7"])
def test_no_part_of_a_wrong_option_is_taken_for_the_right_one(id: str) -> None:
    found, correct = options(id)
    for letter, words in found.items():
        assert (status(id, words) == "correct") is (letter == correct)
        for end in range(1, len(words.split())):
            start = " ".join(words.split()[:end])
            if letter != correct:
                assert status(id, start) != "correct" or found[correct].startswith(start)


@pytest.mark.parametrize("id", [f"push-{number}" for number in range(1, 9)])
def test_no_hint_before_the_third_gives_the_answer(id: str) -> None:
    question = the(id)
    assert len({*question.hints}) == 3
    if isinstance(question.answer, ChoiceAnswer):
        words = question.answer.options[question.answer.correct].split(":")[0]
        assert all(words not in hint for hint in question.hints)
    for hint in question.hints[:2]:
        assert judge(question, hint).status != "correct"
    for mistake in question.mistakes:
        assert mistake.hint.endswith((".", "?"))
