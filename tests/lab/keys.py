#!/usr/bin/python3
"""keys - presses the keys of the real window under several keyboards and says what works.

    tests/lab/keys.py BINARY [KEYBOARD…] [--pictures FOLDER]

KEYBOARD is `us`, `ara`, `fr` or `ara,us` (Arabic on, with Latin letters in the other group); all of them without one. Keys are
pressed by their place (keycodes), as hands do: nothing is remapped for a letter the keyboard does not have. What became
of each is read over AT-SPI and from the file. Prints a table; exit 1 where a key did not do what the table of commands
says. Without the tools it prints «skipped: …».
"""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import atspi  # noqa: E402

SAMPLE = "regional-meeting"
# Words of the paragraph that is tried; its first word comes and goes.
KNOWN = "هذا الاجتماع في أعقاب"
CTRL, SHIFT, ALT, COMPOSE = 37, 50, 64, 108
HOME = 110
ROW = {**{c: 24 + i for i, c in enumerate("qwertyuiop")}, **{c: 38 + i for i, c in enumerate("asdfghjkl")},
       **{c: 52 + i for i, c in enumerate("zxcvbnm")}, **{str(d): 9 + d for d in range(1, 10)}, "0": 19,
       "-": 20, "=": 21, ",": 59, "'": 48}
AZERTY = {**ROW, "a": 24, "z": 25, "q": 38, "m": 47, "w": 52, ",": 58}
KEYBOARDS = {
    "us": ROW,
    "ara": ROW,
    "fr": AZERTY,
    "ara,us": ROW,
}


class Window:
    """A window with a record of its own, and the hands on its keyboard."""

    def __init__(self, binary, work, keyboard, env=None):
        self.keys = KEYBOARDS[keyboard]
        subprocess.run(["setxkbmap", "-layout", keyboard, "-option", "", "-option", "compose:ralt"], check=True)
        time.sleep(0.3)
        self.file = pathlib.Path(work, f"{keyboard.replace(',', '-')}.mahdar")
        shutil.copy(atspi.ROOT / "samples" / f"{SAMPLE}.mahdar", self.file)
        self.program = subprocess.Popen([binary, str(self.file)], env={**os.environ, **(env or {})},
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        import pyatspi
        self.pyatspi = pyatspi
        self.window = atspi.wait("the window", self.frame)
        self.text = atspi.wait("the page", self.page)
        atspi.wait("its words", lambda: self.text.characterCount > 100)
        time.sleep(0.5)

    def frame(self):
        desktop = self.pyatspi.Registry.getDesktop(0)
        for app in atspi.children(desktop):
            app.clear_cache()
            if app.get_process_id() == self.program.pid:
                return next(iter(atspi.children(app)), None)
        return None

    def page(self):
        node = next((n for n in atspi.every(self.window) if n.getRoleName() == "entry"
                     and "multi line" in " ".join(atspi.states(n)).replace("-", " ") and n.name == "النص"), None)
        return node and node.queryText()

    def press(self, *codes):
        """Keys pressed one upon the other and let go in turn."""
        moves = [["keydown", str(code)] for code in codes] + [["keyup", str(code)] for code in reversed(codes)]
        subprocess.run(["xdotool", *sum(moves, [])], check=True)

    def chord(self, keys):
        held = {"Ctrl": CTRL, "Shift": SHIFT, "Alt": ALT}
        named = {"Home": HOME, "Escape": "Escape", "keypad-minus": 82, "keypad-plus": 86}
        self.press(*(held.get(key) or named.get(key) or self.keys[key] for key in keys.split("+")))

    def start(self):
        """Where the paragraph under test begins in what is in view."""
        if KNOWN not in self.text.getText(0, -1):
            # Nobody scrolls while something is told: to the start of the text.
            self.chord("Ctrl+Home")
            came(lambda: KNOWN in self.text.getText(0, -1))
        whole = self.text.getText(0, -1)
        return whole.rindex("\n", 0, whole.index(KNOWN)) + 1

    def words(self):
        whole = self.text.getText(0, -1)
        return whole[self.start():whole.index("\n", self.start())]

    def put(self, offset):
        """The caret so many letters behind the paragraph's start."""
        self.text.setCaretOffset(self.start() + offset)
        return came(lambda: self.text.getNSelections() == 0 and self.text.caretOffset == self.start() + offset)

    def select(self, length):
        self.put(0)
        self.text.addSelection(self.start(), self.start() + length)
        return came(lambda: len(self.selected()) == length)

    def selected(self):
        return self.text.getText(*self.text.getSelection(0)) if self.text.getNSelections() else ""

    def tree(self):
        return "\n".join(atspi.tell(self.window))

    def digest(self):
        return hashlib.sha256(self.file.read_bytes()).hexdigest()

    def stored(self):
        return self.file.read_text()

    def close(self):
        self.program.kill()
        self.program.wait()


def came(true, seconds=4):
    """Whether this becomes true."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if true():
                return True
        except (Exception, SystemExit):  # what is asked may be going just now
            pass
        time.sleep(0.08)
    return False


def clipboard():
    made = subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, timeout=5)
    return made.stdout.decode(errors="replace")


def tried(window, keyboard):
    """Each key with what it should do: (what, keys, whether it did)."""
    def key(what, keys, true):
        window.chord(keys)
        yield what, keys, came(true)
    has = lambda words: lambda: words in window.tree()  # noqa: E731
    lacks = lambda words: lambda: words not in window.tree()  # noqa: E731

    def saved(mark):
        def holds():
            window.chord("Ctrl+s")
            time.sleep(0.8)
            return mark in window.stored()
        return holds

    before = window.words()
    name = before.split()[0]
    window.put(0)
    old = window.digest()
    window.press(window.keys["g"])
    letter = {"us": "g", "fr": "g"}.get(keyboard, "ل")
    yield "the letter of the layout is typed", "g", came(lambda: window.words() == letter + before)
    yield from key("save", "Ctrl+s", lambda: window.digest() != old)
    typed = window.words()
    yield from key("undo", "Ctrl+z", lambda: window.words() == before)
    yield from key("redo", "Ctrl+y", lambda: window.words() == typed)
    window.chord("Ctrl+z")
    came(lambda: window.words() == before)
    yield from key("redo", "Ctrl+Shift+z", lambda: window.words() == typed)
    window.chord("Ctrl+z")
    came(lambda: window.words() == before)
    yield from key("select all", "Ctrl+a", lambda: len(window.selected()) > 300)
    for what, keys, mark in (("bold", "Ctrl+b", '[Bold]'), ("underline", "Ctrl+u", '[Underline]'),
                             ("strike", "Alt+Shift+5", '[Strike]')):
        window.select(len(name))
        yield from key(what, keys, saved(mark))
        window.chord("Ctrl+z")
    yield "nothing was typed by these", "", came(lambda: window.words() == before)
    window.select(len(name))
    yield from key("copy", "Ctrl+c", lambda: clipboard() == name)
    yield from key("cut", "Ctrl+x", lambda: window.words() == before.removeprefix(name))
    yield from key("paste", "Ctrl+v", lambda: window.words() == before)
    yield from key("copy the text", "Ctrl+Shift+c", lambda: len(clipboard()) > 300)
    yield from key("palette", "Ctrl+k", lambda: "dialog" in window.tree())
    window.chord("Escape")
    came(lambda: "dialog" not in window.tree())
    yield from key("find", "Ctrl+f", lambda: "dialog" in window.tree())
    window.chord("Escape")
    came(lambda: "dialog" not in window.tree())
    yield from key("preview", "Ctrl+p", lambda: window.page() is None)
    window.chord("Ctrl+p")
    came(lambda: window.page() is not None)
    window.text = window.page()
    for digit, where in enumerate(("الترويسة", "الحضور", "جدول الأعمال", "النص", "التوصيات", "الختام"), 1):
        # Its form is open, or its row of the rail is that of the caret.
        def there():
            rows = [n for n in atspi.every(window.window) if n.name.startswith(where)]
            return any(n.name == f"{where}: طي" or "pressed" in atspi.states(n) for n in rows)
        yield from key(f"go to «{where}»", f"Ctrl+{digit}", there)
    window.text = window.page()
    window.put(0)
    for digit, mark in ((8, "MinutesOnly"), (9, "CommuniqueOnly")):
        yield from key(f"readers: {mark}", f"Ctrl+{digit}", saved(mark))
    yield from key("readers: both", "Ctrl+7", lambda: not saved("Only")())
    yield from key("zoom in", "Ctrl+=", has("110%"))
    yield from key("zoom as it was", "Ctrl+0", has("100%"))
    yield from key("zoom out", "Ctrl+keypad-minus", has("91%"))
    yield from key("zoom in", "Ctrl+keypad-plus", has("100%"))
    window.chord("Ctrl+0")
    yield from key("panel away", "Alt+3", lacks("إغلاق اللوحة"))
    yield from key("attendance panel", "Alt+1", has("إغلاق اللوحة"))
    yield from key("settings", "Ctrl+,", has("حجم العرض"))
    window.chord("Escape")
    time.sleep(0.5)
    yield from key("home", "Ctrl+n", lambda: window.page() is None)


def composed(window, keyboard):
    """Dead keys and Compose in the middle of an Arabic word: (what, keys, whether it came)."""
    sequences = {
        "us": [("é by Compose", [[COMPOSE], ["'"], ["e"]], "é")],
        "ara": [("— by Compose", [[COMPOSE], ["-"], ["-"], ["-"]], "—")],
        "fr": [("ê by the dead circumflex", [[34], ["e"]], "ê"), ("ï by the dead diaeresis", [[SHIFT, 34], ["i"]], "ï"),
               ("œ by Compose", [[COMPOSE], ["o"], ["e"]], "œ")],
        "ara,us": [("— by Compose", [[COMPOSE], ["-"], ["-"], ["-"]], "—")],
    }[keyboard]
    before, at = window.words(), 2
    for what, keys, came_of in sequences:
        window.put(at)
        for chord in keys:
            window.press(*(key if isinstance(key, int) else window.keys[key] for key in chord))
            time.sleep(0.15)
        expected = before[:at] + came_of + before[at:]
        said = " ".join(str(key) for chord in keys for key in chord).replace(str(COMPOSE), "Compose").replace(
            str(SHIFT), "Shift").replace("34", "^")
        done = came(lambda: window.words() == expected)
        if not done:
            print(f"    {what}: {window.words()[at - 4:at + 8]!r}", file=sys.stderr)
        yield what, said, done
        window.chord("Ctrl+z")
        yield f"{what}, taken back at once", "Ctrl+z", came(lambda: window.words() == before)


def inside(binary, keyboards, pictures):
    atspi.enable()
    table, failed = {}, 0
    with tempfile.TemporaryDirectory() as work:
        for keyboard in keyboards:
            window = Window(binary, work, keyboard)
            try:
                for what, keys, done in [*composed(window, keyboard), *tried(window, keyboard)]:
                    table.setdefault((what, keys), {})[keyboard] = done
                    failed += not done
            finally:
                if pictures:
                    subprocess.run(["import", "-window", "root", f"{pictures}/{keyboard}.png"], check=False)
                window.close()
    print("| what | keys | " + " | ".join(keyboards) + " |")
    print("|---|---|" + "---|" * len(keyboards))
    for (what, keys), done in table.items():
        said = {True: "yes", False: "NO", None: ""}
        print(f"| {what} | {keys} | " + " | ".join(said[done.get(k)] for k in keyboards) + " |")
    print(f"keys: {sum(len(d) for d in table.values()) - failed} of {sum(len(d) for d in table.values())} did what they say")
    return failed > 0


if __name__ == "__main__":
    pictures = sys.argv[sys.argv.index("--pictures") + 1] if "--pictures" in sys.argv else None
    arguments = [a for a in sys.argv[1:] if not a.startswith("--") and a != pictures]
    keyboards = arguments[1:] or list(KEYBOARDS)
    if "--inside" in sys.argv:
        sys.exit(inside(arguments[0], keyboards, pictures))
    lacks = atspi.missing() or next((t for t in ("xdotool", "setxkbmap", "xclip") if not shutil.which(t)), None)
    if lacks:
        print(f"skipped: no {lacks}, no key is pressed")
        sys.exit(0)
    with atspi.desk() as env:
        sys.exit(subprocess.run(["dbus-run-session", "--", sys.executable, __file__, "--inside",
                                 os.path.realpath(arguments[0]), *keyboards,
                                 *(["--pictures", pictures] if pictures else [])], env=env).returncode)
