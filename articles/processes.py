"""Which process does a long piece of work, and whether it has ended since: told by whoever is on the same machine."""

import os
import socket
from pathlib import Path


def this_process() -> str:
    """The machine (with its room of process numbers: containers have each their own), the number, when it began."""
    pid = os.getpid()
    return f"{_machine()} {pid} {_state_and_start(pid)[1]}"


def has_ended(process: str) -> bool:
    """Whether it is known to be over; of another machine's nobody here can tell, and the answer is no."""
    machine, pid, began = process.rsplit(" ", 2) if process.count(" ") > 1 else ("", "0", "")
    if os.name != "posix" or machine != _machine():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # Another account's, and there.
        pass
    state, start = _state_and_start(int(pid))
    # One that was killed keeps its number until its parent has looked; a new one may have been given it.
    return state == "Z" or bool(began and start and began != start)


def _machine() -> str:
    try:
        room = os.readlink("/proc/self/ns/pid")
    except OSError:
        room = ""
    return f"{socket.gethostname()}/{room}"


def _state_and_start(pid: int) -> tuple[str, str]:
    """As Linux tells it, in clock ticks since the machine began; empty elsewhere."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return "", ""
    # The name in brackets may hold blanks and brackets.
    rest = told.rpartition(")")[2].split()
    return rest[0], rest[19]
