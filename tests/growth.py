"""How cost grows with size, as a ratio in one process: machines differ, ratios hardly."""

import sys
import time
from collections.abc import Callable
from types import FrameType


def grows_with_size(run: Callable[[int], object], size: int) -> bool:
    """Whether four times the size costs about four times the CPU, and no square of it; `run(size)` does the work."""

    def seconds(size: int) -> float:
        begin = time.process_time()
        run(size)
        return time.process_time() - begin

    seconds(size // 10)
    # The least of a few: what else the machine does only ever adds.
    return min(seconds(4 * size) for _ in range(3)) < 12 * max(min(seconds(size) for _ in range(3)), 0.01)


def growth(run: Callable[[int], object], size: int) -> float:
    """How many times the lines run at four times the size, loops counted; it sees no work done in C."""
    run(size)  # fills what is kept from one text to the next
    return _lines(run, 4 * size) / _lines(run, size)


def _lines(run: Callable[[int], object], size: int) -> int:
    count = 0

    def tracer(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return tracer

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        run(size)
    finally:
        sys.settrace(before)
    return count
