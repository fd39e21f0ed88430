"""Never ends, whatever it is told."""

import signal
import threading

for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)


def forever():
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


threading.Thread(target=forever).start()
forever()
