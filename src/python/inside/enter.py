"""Moves a process into the sandbox in which another one runs: its namespaces, its user, its limits, and no way back.

What bubblewrap does for a program that it starts, for one that was forked and has imported its libraries already.
Linux only. See namespaces(7), setns(2), ioctl_ns(2), capabilities(7) and prctl(2).
"""

import ctypes
import fcntl
import os
import resource
import signal

NAMESPACES = ("pid", "net", "ipc", "uts", "cgroup", "mnt")

# <linux/nsfs.h>: the user namespace that owns a namespace.
NS_GET_USERNS = 0xB701
# <linux/prctl.h>
PR_SET_DUMPABLE, PR_CAPBSET_READ, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 4, 23, 24, 38
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
# <linux/capability.h>
LINUX_CAPABILITY_VERSION_3 = 0x20080522

MEBIBYTE = 1024 * 1024

libc = ctypes.CDLL(None, use_errno=True)


def checked(result):
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def enter_namespaces(pid):
    """Joins all namespaces of a process; only what is forked from now on is in its PID namespace.

    We become the user who made them first, so that nothing of root is left by the time we are inside.
    """
    folder = f"/proc/{pid}/ns"
    inner = os.open(f"{folder}/user", os.O_RDONLY)
    spaces = [os.open(f"{folder}/{name}", os.O_RDONLY) for name in NAMESPACES]
    # bubblewrap makes a second user namespace below the one that owns all others (--disable-userns).
    owner = fcntl.ioctl(spaces[0], NS_GET_USERNS)
    made_by = os.stat(f"/proc/{pid}")
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(made_by.st_gid, made_by.st_gid, made_by.st_gid)
        os.setresuid(made_by.st_uid, made_by.st_uid, made_by.st_uid)
    for space in (owner, *spaces):
        checked(libc.setns(space, 0))
    if not os.path.sameopenfile(inner, owner):
        checked(libc.setns(inner, 0))
    for space in (inner, owner, *spaces):
        os.close(space)


class CapabilityHeader(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class CapabilityData(ctypes.Structure):
    _fields_ = [("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32)]


def prctl(option, value=0):
    return libc.prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0))


def drop_capabilities():
    checked(prctl(PR_SET_NO_NEW_PRIVS, 1))
    checked(prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL))
    capability = 0
    while prctl(PR_CAPBSET_READ, capability) >= 0:
        checked(prctl(PR_CAPBSET_DROP, capability))
        capability += 1
    header = CapabilityHeader(LINUX_CAPABILITY_VERSION_3, 0)
    checked(libc.capset(ctypes.byref(header), ctypes.byref((CapabilityData * 2)())))
    # Cleared by the change of user; without it /proc/self belongs to root.
    checked(prctl(PR_SET_DUMPABLE, 1))


def limit(limits):
    """The limits that a program started by bubblewrap gets from prlimit (src/sandbox/bubblewrap-arguments.ts)."""
    data = (limits["memoryMb"] + 1024) * MEBIBYTE
    cpu = limits["cpuSeconds"]
    for what, soft, hard in (
        (resource.RLIMIT_NPROC, limits["tasks"], limits["tasks"]),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, 4096, 4096),
        (resource.RLIMIT_CPU, cpu, cpu + 5),
        (resource.RLIMIT_DATA, data, data),
    ):
        resource.setrlimit(what, (soft, hard))


def settle(environment, folder, descriptors, limits):
    """The last step, in the forked process: becomes one that could have been started here."""
    os.setsid()
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        if signal.getsignal(number) not in (signal.SIG_DFL, None):
            signal.signal(number, signal.SIG_DFL)
    # As Python itself has them at its start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    # Above all of their targets first: one may lie where another goes.
    moved = [fcntl.fcntl(descriptor, fcntl.F_DUPFD, 64) for descriptor in descriptors]
    for target, descriptor in enumerate(moved):
        os.dup2(descriptor, target, inheritable=target < 3)
    os.closerange(len(moved), resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    os.environ.clear()
    os.environ.update(environment, PWD=folder)
    os.chdir(folder)
    limit(limits)
    drop_capabilities()
