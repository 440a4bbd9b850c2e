"""A given cell may try to leave this machine, to see what the socket guard does."""

from chokepoints.loopback.guard import Refused


async def reach(host: str, port: int = 443) -> str:
    """Try a real TCP connection to `host` and say in one sentence what happened."""
    if not isinstance(host, str) or not host.strip():
        return f"{host!r} names no host. Write one in quotes, such as reach('192.0.2.1')."
    import asyncio  # a fifth of the package's import time; a kernel has it already

    try:
        async with asyncio.timeout(5):  # wait_for may lose a cancellation on Python 3.11
            _, writer = await asyncio.open_connection(host, port)
    except Refused as refusal:
        return str(refusal)
    except (OSError, TimeoutError):
        return f"{host} is this machine, but nothing listens on port {port}."
    writer.close()
    await writer.wait_closed()
    return f"Connected to {host}, port {port}."
