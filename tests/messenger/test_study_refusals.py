"""What the data centre and the helper refuse, that both end cleanly, and that study code stays in its room."""

import asyncio
import re
import struct
from collections import Counter
from pathlib import Path
from secrets import token_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sockets_open import sockets
from study_talk import NADIA, PEOPLE, run, some_talk

import chokepoints
from chokepoints.errors import KitError
from chokepoints.messenger.secret import Secret
from chokepoints.messenger.study_centre import DataCentre, serve
from chokepoints.messenger.study_keys import Direction, key_id
from chokepoints.messenger.study_wire import Frames
from chokepoints.messenger.telethon_helper import LoopbackSession, client_at, client_of, data_centre

#: For tests without a client, which leave nothing behind in it.
CENTRE = DataCentre(PEOPLE)


class TestRefusals:
    @pytest.mark.parametrize("host", ["203.0.113.7", "149.154.167.51", "localhost", "::1", "127.0.0.2", ""])
    def test_a_data_centre_beyond_loopback(self, host: str) -> None:
        with pytest.raises(KitError, match=r"at 127\.0\.0\.1 only"):
            client_at(host, 443, "")
        session = LoopbackSession()
        session.set_dc(1, "127.0.0.1", 4000)
        with pytest.raises(KitError):
            session.set_dc(2, host, 443)
        assert (session.dc_id, session.server_address, session.port) == (1, "127.0.0.1", 4000)

    def test_a_centre_that_names_another_address(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre, client_of(centre, NADIA) as client:
                address, centre.address = centre.address, ("203.0.113.7", 443)
                with pytest.raises(KitError, match=r"203\.0\.113\.7 is not this machine"):
                    async with client_of(centre):
                        pass
                centre.address = address
                assert (await client.get_me()).username == "nadia"

        run(work())

    def test_no_centre_answers(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre:
                pass
            with pytest.raises(KitError, match="No data centre answers"):
                async with client_of(centre):
                    pass

        run(work())

    def test_replayed_altered_and_unknown_packets(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre:
                await some_talk(centre)
                before = len(centre.disk)
                recorded = [packet for direction, packet in centre.tap if direction is Direction.TO_SERVER]
                assert len(recorded) > 10
                for packet in recorded:
                    link, centre.refusals = centre.link(), []
                    assert link.receive(Frames().wrap(packet)) == b""
                    assert [text.split(":")[0] for text in centre.refusals] == ["Replayed"]
                    link, altered = centre.link(), bytes([*packet[:-1], packet[-1] ^ 1])
                    assert link.receive(Frames().wrap(altered)) == b""
                    assert [text.split(":")[0] for text in centre.refusals] == ["Replayed", "Altered"]
                    assert link.closed
                link = centre.link()
                told = list(Frames().feed(link.receive(Frames().wrap(token_bytes(8) + recorded[0][8:]))))
                assert told == [struct.pack("<i", -404)]
                assert "never made" in centre.refusals[-1]
                assert link.closed
                assert len(centre.disk) == before

        run(work())

    def test_a_replay_over_a_real_connection(self) -> None:
        async def work() -> None:
            async with data_centre(PEOPLE) as centre:
                await some_talk(centre)
                before = [record.kind for record in centre.disk]
                recorded = [packet for direction, packet in centre.tap if direction is Direction.TO_SERVER]
                reader, writer = await asyncio.open_connection(*centre.address)
                frames = Frames()
                writer.write(b"".join(frames.wrap(packet) for packet in recorded) + frames.wrap(bytes(8) + b"junk"))
                assert await reader.read() == b"", "the centre says nothing and closes after the junk"
                writer.close()
                await writer.wait_closed()
                assert Counter(text.split(":")[0] for text in centre.refusals)["Replayed"] == len(recorded)
                assert [record.kind for record in centre.disk] == before

        run(work())

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.binary(max_size=80), max_size=5), st.booleans())
    def test_any_bytes_at_all(self, pieces: list[bytes], framed: bool) -> None:
        link, frames = CENTRE.link(), Frames()
        before = len(CENTRE.disk)
        for piece in pieces:
            link.receive(frames.wrap(bytes(8) + piece) if framed else piece)
        link.finish()
        assert link.closed
        assert len(CENTRE.disk) == before


class TestACleanEnd:
    def test_no_task_and_no_socket_is_left(self) -> None:
        async def work() -> None:
            tasks, before = len(asyncio.all_tasks()), sockets()
            for _ in range(2):
                async with data_centre(PEOPLE) as centre:
                    await some_talk(centre)
                    address = centre.address
                    _, open_end = await asyncio.open_connection(*address)
                    await asyncio.sleep(0.05)
                open_end.close()
                await open_end.wait_closed()
                assert len(asyncio.all_tasks()) == tasks
                assert sockets() == before
                with pytest.raises(OSError, match=r"refused|Connect call failed"):
                    await asyncio.open_connection(*address)

        run(work())

    def test_after_an_interruption(self) -> None:
        async def talk_on(started: asyncio.Event) -> None:
            async with serve(DataCentre(PEOPLE)) as centre, client_of(centre, NADIA) as nadia:
                while True:
                    await nadia.send_message("boris", "still here")
                    started.set()

        async def work() -> None:
            tasks, before = len(asyncio.all_tasks()), sockets()
            started = asyncio.Event()
            talking = asyncio.create_task(talk_on(started))
            await started.wait()
            talking.cancel()
            with pytest.raises(asyncio.CancelledError):
                await talking
            assert len(asyncio.all_tasks()) == tasks
            assert sockets() == before

        run(work())

    def test_no_file_is_written_and_nothing_printed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)

        async def work() -> None:
            async with data_centre(PEOPLE) as centre:
                await some_talk(centre)

        run(work())
        assert list(tmp_path.iterdir()) == []
        assert capfd.readouterr() == ("", "")


class TestWhoImportsWhat:
    SOURCES = sorted(Path(next(iter(chokepoints.__path__))).rglob("*.py"))
    LESSONS = sorted((Path(__file__).parents[2] / "lessons").glob("*.md"))

    def importers(self, pattern: str) -> set[str]:
        line = re.compile(rf"^\s*(?:from|import)\s.*{pattern}", re.MULTILINE)
        found = (source for source in [*self.SOURCES, *self.LESSONS] if line.search(source.read_text()))
        return {f"{source.parent.name}/{source.name}" for source in found}

    def test_study_code_stays_in_its_room(self) -> None:
        found = self.importers(r"\bstudy_\w+")
        assert self.LESSONS
        assert "messenger/telethon_helper.py" in found
        assert {name.split("/")[0] for name in found} == {"messenger"}
        doors = ("study_", "telethon_helper.py", "tapped.py", "questions_protocol.py")
        assert [name for name in sorted(found) if not name.split("/")[1].startswith(doors)] == []

    def test_one_place_starts_telethon(self) -> None:
        starting = re.compile(r"\bTelegramClient\(")
        assert [source.name for source in self.SOURCES if starting.search(source.read_text())] == ["telethon_helper.py"]


def test_nothing_shows_a_key() -> None:
    centre = DataCentre(PEOPLE)
    key = Secret(token_bytes(256))
    centre.learn(key, bytes(8))
    shown = repr(centre) + repr(centre.disk) + repr(centre.known(key_id(key)))
    assert key.reveal().hex()[:5] not in shown
    assert re.findall(r"Secret\((.*?)\)", shown)
    assert all(re.fullmatch(r"[0-9a-f]{4}\.\.\.", hidden) for hidden in re.findall(r"Secret\((.*?)\)", shown))
