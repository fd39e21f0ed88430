"""The IPython in which a notebook's cells run: what a Jupyter kernel is, without a browser.

Where IPython would wait for a person, open a window or reach for the network, it says so and goes on.
"""

import os
import re
import subprocess
import sys
import tempfile
import warnings

from IPython.core import page
from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import LSString, SList
from matplotlib_inline.config import InlineBackend
from traitlets.config import Config

from failure import print_failure

INSTALL = re.compile(r"\b(pip3?|conda|mamba|micromamba|uv)\b.*\b(install|add|sync)\b")
NO_NETWORK = (
    "Rien ne peut être installé ici : le réseau est coupé. Les paquets de l’atelier sont déjà là.\n"
    "Nothing can be installed here: there is no network. The workshop's packages are there already.\n"
)
# What magics compile a cell's body under; it begins on the cell's second line.
BODIES = ("<timed exec>", "<timed eval>")


def create_shell(sources):
    # Its profile and its logs: of this run alone.
    os.environ["IPYTHONDIR"] = tempfile.mkdtemp(prefix="ipython-")
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "NoColor"
    config.InteractiveShell.xmode = "Plain"
    # What it says when sys.exit() is called in it.
    warnings.filterwarnings("ignore", message="To exit: use 'exit', 'quit', or Ctrl-D.")
    shell = Shell.instance(config=config)
    shell.follow(sources)
    return shell


def blank_lines(text):
    """How many it begins with."""
    return text[: len(text) - len(text.lstrip())].count("\n")


class QuietDisplayHook(DisplayHook):
    """Shows the value of a cell's last expression without `Out[7]:`."""

    def write_output_prompt(self):
        pass


class Shell(InteractiveShell):
    displayhook_class = QuietDisplayHook

    def follow(self, sources):
        """:param sources: is told where the code of each cell is from"""
        self.asked_to_exit = False
        self._sources = sources
        self._cell = ""
        self._parts = 0
        self.compile.get_code_name = self._name_code
        # Nothing shows images or HTML here.
        self.display_formatter.active_types = ["text/plain"]
        self.set_hook("show_in_pager", page.as_hook(page.display_page), 90)
        # `%config InlineBackend.…` is often the first line.
        inline = InlineBackend.instance(parent=self)
        inline.shell = self
        self.configurables.append(inline)
        for name in ("conda", "mamba", "micromamba"):
            self.register_magic_function(lambda line: print(NO_NETWORK, end=""), magic_name=name)

    def run_numbered(self, source, number):
        """Runs one cell as `In [number]`, to its end or its first error."""
        self._cell = source
        self._parts = 0
        self.execution_count = number
        top = blank_lines(source)
        for name in BODIES:
            self._sources.forget(name)
            if source.lstrip().startswith("%%time"):
                _, _, body = source.lstrip().partition("\n")
                self._sources.add(name, number, top + 1 + blank_lines(body))
        return self.run_cell(source, store_history=True)

    def transform_cell(self, raw_cell):
        """As IPython does, but for the blank lines at the top: it drops them, and would count lines without them."""
        transformed = super().transform_cell(raw_cell)
        return "\n" * (blank_lines(raw_cell) - blank_lines(transformed)) + transformed

    def _name_code(self, raw_code, _transformed, number):
        """The name of compiled code in tracebacks. Magics compile parts of a cell in their turn."""
        self._parts += 1
        name = f"Cell In[{number}]" + (f", part {self._parts}" if self._parts > 1 else "")
        self._sources.add(name, number, self._cell[: max(self._cell.find(raw_code), 0)].count("\n"))
        return name

    def ask_exit(self):
        """What `exit` and `quit` ask for: nothing runs after this cell."""
        self.asked_to_exit = True

    def system(self, cmd):
        """`!cmd`; what it prints is the cell's."""
        if cmd.rstrip().endswith("&"):
            # As in Jupyter.
            raise OSError("Background processes not supported.")
        self.user_ns["_exit_code"] = self._run_command(self.var_expand(cmd, depth=1))

    def _run_command(self, command):
        if INSTALL.search(command):
            print(NO_NETWORK, end="")
            return 1
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        with subprocess.Popen(command, shell=True, encoding="utf-8", errors="replace", **pipes) as process:
            for line in process.stdout:
                sys.stdout.write(line)
        return process.returncode

    def getoutput(self, cmd, split=True, depth=0):
        """`x = !cmd`"""
        if not INSTALL.search(cmd):
            return super().getoutput(cmd, split, depth + 1)
        return SList(NO_NETWORK.splitlines()) if split else LSString(NO_NETWORK)

    def enable_matplotlib(self, gui=None):
        """There are no windows, whichever kind is asked for."""
        return super().enable_matplotlib("inline")

    def enable_gui(self, gui=None):
        pass

    def showtraceback(self, exc_tuple=None, *args, **kwargs):
        _, error, _ = self._get_exc_info(exc_tuple)
        print_failure(error, self._sources)

    def showsyntaxerror(self, *args, **kwargs):
        self.showtraceback()
