"""Memory of a family of processes, some of which end while they are looked at."""

import os
import subprocess

from bench.memory import family

_MANY = "for one in $(seq 1 500); do sh -c 'sh -c true'; done"


def test_processes_that_end_during_a_look_do_not_end_it() -> None:
    shell = subprocess.Popen(["sh", "-c", _MANY])
    looks = 0
    while shell.poll() is None:
        found = list(family(os.getpid()))
        looks += shell.pid in found
    assert looks > 1
