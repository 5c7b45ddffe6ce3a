"""The command that serves the office's page, as a process of its own."""

import re
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


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
        out, err = self.process.communicate(timeout=15)
        assert self.process.returncode == 0, err
        return out, err


def left_over(workers: list[str]) -> list[str]:
    """Which of these processes still run a moment later."""
    for _ in range(50):
        left = [worker for worker in workers if Path(f"/proc/{worker}").exists()]
        if not left:
            break
        time.sleep(0.1)
    return left
