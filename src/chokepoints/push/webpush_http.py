"""HTTP/1.1 of the Web Push service and of FCM's: their answers and their limits, on one connection."""

from collections.abc import Callable
from http import HTTPStatus

from chokepoints.loopback.http_line import Line, Reply, Request
from chokepoints.push.webpush_crypto import LONGEST
from chokepoints.push.webpush_request import Answer

#: A body that is too long is read to its end, so that the client reads the answer; from here on it is cut off. Ours.
_LONGEST_READ = 1 << 20
_REFUSED = "This is no request that the service can read."


def no_request(status: HTTPStatus) -> Answer:
    """What the Web Push service says of what is no HTTP."""
    return Answer(status, _REFUSED)


class Connection(Line):
    """One connection: `take` answers a request; `today` gives the seconds since 1970.

    A body is cut after `longest` bytes and one more; `refused` makes the answer to what is no HTTP.
    """

    def __init__(
        self,
        take: Callable[[Request], Answer],
        today: Callable[[], float],
        longest: int = LONGEST,
        refused: Callable[[HTTPStatus], Answer] = no_request,
    ) -> None:
        super().__init__(
            lambda request: _reply(take(request)),
            lambda status: _reply(refused(status)),
            most=_LONGEST_READ,
            keep=longest,
            today=today,
        )


def _reply(answer: Answer) -> Reply:
    body = f"{answer.text}\n".encode() if answer.text else b""
    return Reply(answer.status, body, answer.kind, answer.headers)
