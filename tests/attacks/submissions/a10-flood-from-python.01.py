"""Prints and reports without end."""

import os

for number in os.listdir("/proc/self/fd"):
    if int(number) > 2 and os.fork() == 0:
        while True:
            os.write(int(number), b"x" * 65536)
while True:
    os.write(1, b"\x1b[2J" * 16384)
    os.write(2, b"::error::x\n" * 6000)
