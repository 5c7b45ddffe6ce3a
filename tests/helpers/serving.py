"""The command that serves the office's page, as a process of its own."""

import re
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from helpers.waiting import MOST, wait_for


@dataclass
class Server:
    address: str  # with the token
    process: subprocess.Popen[str]

    @property
    def origin(self) -> str:
        found = re.match(r"http://[^/]+", self.address)
        assert found
        return found[0]

    @property
    def workers(self) -> list[str]:
        """The numbers of its processes, where the system says them (Linux)."""
        tasks = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return tasks.read_text().split() if tasks.exists() else []

    def stop(self) -> tuple[str, str]:
        """End it as the office does, with Ctrl-C; all that it has printed."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=MOST)
        assert self.process.returncode == 0, err
        return out, err


def all_end(workers: list[str]) -> bool:
    """Whether each of these processes ends."""
    return wait_for(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
