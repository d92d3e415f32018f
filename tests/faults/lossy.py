"""A line that loses packets, between this machine and a network of its own behind it.

    lossy.py SUBNET SOCKET SEED

SUBNET is like 10.213.4: the browser's end has the address .1, the server's end .2, where port 80 hands every
connection on to the Unix socket SOCKET. Between the two stand a TUN device here and one in a network namespace
of its own, and this program, which lets each packet wait for half the time there and back and drops so many of
every ten, chosen at random: with chance alone one load in some hundred would lose the same packet so often that
no page could come in time. A line on the standard input sets how much is lost (`0.3`) and how long the way there and back is in
milliseconds; its end is the end of the program. Prints `ready` when packets may come.
"""

import asyncio
import ctypes
import fcntl
import os
import random
import socket
import struct
import subprocess
import sys

TUNSETIFF, IFF_TUN, IFF_NO_PI, CLONE_NEWNET = 0x400454CA, 0x0001, 0x1000, 0x40000000
subnet, answering, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
line = {"loss": 0.0, "rtt": 0.0}
batch = 10  # packets


def device(name: str, address: str) -> int:
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    for command in (
        ["addr", "add", f"{address}/24", "dev", name],
        ["link", "set", name, "mtu", "1400", "up"],
    ):
        subprocess.run(["ip", *command], check=True)
    return tun


def carry(tun: int, wire: socket.socket, is_lossy: bool) -> None:
    """Both ways; what is lost and late is so at the end that the browser is at."""
    loop, chance = asyncio.get_running_loop(), random.Random(seed)
    fates: list[bool] = []

    def is_lost() -> bool:
        if not fates:
            # A share that is not so many of ten is kept over many batches.
            lost = int(line["loss"] * batch + chance.random())
            fates.extend(chance.sample([index < lost for index in range(batch)], batch))
        return fates.pop()

    def pass_on(send, packet: bytes) -> None:
        def sent() -> None:
            try:
                send(packet)
            except BlockingIOError:
                pass  # A full queue is a lost packet, as anywhere.

        if not is_lossy:
            sent()
        elif not is_lost():
            loop.call_later(line["rtt"] / 2000, sent)

    loop.add_reader(tun, lambda: pass_on(wire.send, os.read(tun, 65536)))
    loop.add_reader(wire, lambda: pass_on(lambda packet: os.write(tun, packet), wire.recv(65536)))


async def behind(wire: socket.socket) -> None:
    """The server's end."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    carry(device("far", f"{subnet}.2"), wire, False)

    async def pipe(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        try:
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        except OSError:
            pass
        finally:
            sink.close()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            inner, outer = await asyncio.open_unix_connection(answering)
        except OSError:
            writer.close()
            return
        await asyncio.gather(pipe(reader, outer), pipe(inner, writer))

    await asyncio.start_server(answer, f"{subnet}.2", 80)
    await asyncio.Event().wait()


async def before(wire: socket.socket) -> None:
    """The browser's end."""
    carry(device(f"near{os.getpid()}"[:15], f"{subnet}.1"), wire, True)
    print("ready", flush=True)
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while said := await reader.readline():
        line["loss"], line["rtt"] = (float(part) for part in said.split())


near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
for end in (near, far):
    end.setblocking(False)
child = os.fork()
if child == 0:
    near.close()
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    asyncio.run(behind(far))
far.close()
try:
    asyncio.run(before(near))
finally:
    os.kill(child, 9)
