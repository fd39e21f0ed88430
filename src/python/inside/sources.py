"""Which code is the submission's, and where in the file that was handed in it stands."""


class Sources:
    """The names under which code of the submission was compiled.

    A place is `{"cell": 7, "line": 3}`, both from 1; the cell is None in a script.
    """

    def __init__(self):
        self._known = {}

    def add(self, filename, cell=None, before=0):
        """:param before: lines of the cell or script above the code that was compiled."""
        self._known[filename] = (cell, before)

    def forget(self, filename):
        self._known.pop(filename, None)

    def place(self, filename, line):
        """None for code that is not the submission's."""
        if filename not in self._known:
            return None
        cell, before = self._known[filename]
        return {"cell": cell, "line": line + before}

    def of_frame(self, frame):
        """The innermost place on a stack."""
        while frame is not None:
            place = self.place(frame.f_code.co_filename, frame.f_lineno)
            if place is not None:
                return place
            frame = frame.f_back
        return None

    def of_traceback(self, traceback):
        """The innermost place that an exception came through."""
        found = None
        while traceback is not None:
            place = self.place(traceback.tb_frame.f_code.co_filename, traceback.tb_lineno)
            found = found if place is None else place
            traceback = traceback.tb_next
        return found

    def without_ours(self, traceback):
        """The traceback from the submission's first frame on; None when it has none."""
        while traceback is not None and traceback.tb_frame.f_code.co_filename not in self._known:
            traceback = traceback.tb_next
        return traceback
