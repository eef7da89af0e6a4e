"""Whether the process that did a piece of work has ended: what can be known of it, and what cannot."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from articles.processes import has_ended, this_process

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks the system in Linux's way")


def test_one_that_runs_has_not_ended():
    assert not has_ended(this_process())


TELL = "from articles.processes import this_process; print(this_process(), flush=True); input()"


def test_one_that_was_killed_has_ended_even_before_its_parent_looks():
    with subprocess.Popen(
        [sys.executable, "-c", TELL],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": os.getcwd()},
    ) as child:  # fmt: skip
        assert child.stdout is not None
        process = child.stdout.readline().strip()
        assert not has_ended(process)
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # It is dead, and still has its number.
        assert has_ended(process)
    assert has_ended(process)


def test_another_that_was_given_its_number_is_not_it():
    machine, pid, _began = this_process().rsplit(" ", 2)
    assert has_ended(f"{machine} {pid} 1")


def test_of_another_machine_nobody_can_tell():
    for process in ("", "elsewhere 1 2", f"elsewhere {os.getpid()} 2"):
        assert not has_ended(process)
