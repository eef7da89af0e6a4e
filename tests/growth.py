"""How cost grows with size, as a ratio in one process: machines differ, ratios hardly."""

import time
from collections.abc import Callable


def grows_with_size(run: Callable[[int], object], size: int) -> bool:
    """Whether four times the size costs about four times the CPU, and no square of it; `run(size)` does the work."""

    def seconds(size: int) -> float:
        begin = time.process_time()
        run(size)
        return time.process_time() - begin

    seconds(size // 10)
    # The least of a few: what else the machine does only ever adds.
    return min(seconds(4 * size) for _ in range(3)) < 12 * max(min(seconds(size) for _ in range(3)), 0.01)
