#!/usr/bin/python3
"""atspi - reads the window as a screen reader does, over AT-SPI, and compares it with a golden text.

    tests/lab/atspi.py BINARY [SAMPLE] [--update]

Starts a display and a session bus of its own, says on that bus that assistive technologies are in use
(`org.a11y.Status.IsEnabled`: until then the program tells nothing), opens a copy of the sample and prints what is told:
roles, names, states, texts with the caret in them. Then it acts through AT-SPI alone (moves the caret, selects, presses,
fills a field) and prints what became of that. Exit 1 where the golden text differs; without the tools it prints
«skipped: …».
"""
import contextlib
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]
LAUNCHER = next((p for p in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
                 if os.path.exists(p)), None)
# Said of nearly everything: their absence is worth a word, not their presence.
COMMON = {"enabled", "sensitive", "showing", "visible"}


def missing():
    for tool in ("Xvfb", "openbox", "dbus-run-session"):
        if not shutil.which(tool):
            return tool
    if not LAUNCHER:
        return "at-spi2-core"
    try:
        import pyatspi  # noqa: F401
    except Exception:
        return "pyatspi"
    return None


@contextlib.contextmanager
def desk():
    """A display with a window manager, and folders, of its own: the environment in which to use them."""
    with tempfile.TemporaryDirectory() as work:
        seen, write = os.pipe()
        display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        number = os.read(seen, 16).decode().strip()
        run = pathlib.Path(work, "run")
        run.mkdir(mode=0o700)
        env = {key: value for key, value in os.environ.items()
               if not key.startswith(("XDG_", "DBUS_", "WAYLAND_", "AT_SPI_", "GTK_", "NO_AT_BRIDGE"))}
        env.update(DISPLAY=f":{number}", LIBGL_ALWAYS_SOFTWARE="1", HOME=work, LC_ALL="C.UTF-8",
                   XDG_RUNTIME_DIR=str(run), PYTHONIOENCODING="utf-8")
        manager = subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL)
        try:
            yield env
        finally:
            for process in (manager, display):
                process.terminate()
                process.wait()


def outside(binary, sample, update):
    """The reading is done inside, on a bus of its own."""
    golden = ROOT / "tests/golden/atspi" / f"{sample}.txt"
    with desk() as env:
        copy = pathlib.Path(env["HOME"], f"{sample}.mahdar")
        shutil.copy(ROOT / "samples" / copy.name, copy)
        log = open(pathlib.Path(env["HOME"], "log"), "w+b")
        made = subprocess.run(
            ["dbus-run-session", "--", sys.executable, __file__, "--inside", binary, str(copy)],
            env=env, stdout=subprocess.PIPE, stderr=log, timeout=240)
        told = made.stdout.decode()
        if made.returncode:
            log.seek(0)
            print(told + log.read().decode(errors="replace"))
            print("the window was not read to its end")
            return 1
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told)
    expected = golden.read_text() if golden.exists() else ""
    if told != expected:
        sys.stdout.writelines(difflib.unified_diff(
            expected.splitlines(True), told.splitlines(True), str(golden.relative_to(ROOT)), "now"))
        print("\nAT-SPI: the window is told otherwise; if that is meant: tests/lab/atspi.py BINARY --update")
        return 1
    print(f"AT-SPI: {told.count(chr(10))} lines read from the window, as in {golden.relative_to(ROOT)}")
    return 0


# --- inside: on the bus --------------------------------------------------------------------------------------------

def enable():
    """Says that assistive technologies are in use; asking for the bus starts it."""
    from gi.repository import Gio, GLib
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None,
                      Gio.DBusCallFlags.NONE, 10000, None)


def wait(what, true, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            found = true()
        except Exception:  # what is asked may be going just now
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"waited in vain for {what}")


def states(node):
    import pyatspi
    names = {pyatspi.stateToString(state).removeprefix("state-") for state in node.getState().getStates()}
    return sorted(names - COMMON) + [f"not {name}" for name in sorted(COMMON - names)]


def text_of(node):
    try:
        return node.queryText()
    except NotImplementedError:
        return None


def shown(words):
    return words.replace("\n", "↵")


def line(node):
    said = [node.getRoleName()]
    if node.name:
        said.append(f"«{shown(node.name)}»")
    own = states(node)
    if own:
        said.append("[" + ", ".join(own) + "]")
    if node.description:
        said.append(f"({shown(node.description)})")
    return " ".join(said)


def tell(node, depth=0):
    """The tree below a node, one line each; a text follows its node, with the caret as «|» and what is selected in ⟦ ⟧."""
    indent = "  " * depth
    told = [indent + line(node)]
    text = text_of(node)
    if text is not None:
        told += [f"{indent}  | {row}" for row in rows(text)]
    for child in children(node):
        told += tell(child, depth + 1)
    return told


def children(node):
    return [child for child in (node.getChildAtIndex(i) for i in range(node.childCount)) if child is not None]


def rows(text):
    """The lines of a text as they lie on the screen, with the caret and what is selected."""
    import pyatspi
    count, caret = text.characterCount, text.caretOffset
    chosen = text.getSelection(0) if text.getNSelections() else (-1, -1)
    if count == 0:
        return ["‸" if caret == 0 else ""]
    rows, at = [], 0
    while at < count:
        _, start, end = text.getStringAtOffset(at, pyatspi.TEXT_GRANULARITY_LINE)
        words = text.getText(start, end)
        marks = [(caret, "‸"), (chosen[0], "⟦"), (chosen[1], "⟧")]
        # From behind, so that what is put in moves nothing before it. The end of a text is on its last line.
        for place, mark in sorted((m for m in marks if start <= m[0] < end or m[0] == end == count), reverse=True):
            words = words[:place - start] + mark + words[place - start:]
        rows.append(shown(words))
        if end <= at:
            raise SystemExit(f"a line ends where it begins: {at}")
        at = end
    return rows


def every(node):
    yield node
    for child in children(node):
        yield from every(child)


def find(top, role, name=None):
    return next((node for node in every(top)
                 if node.getRoleName() == role and (name is None or node.name.startswith(name))), None)


def settled(top):
    """What is told once it stays the same."""
    last, since, trouble = None, time.monotonic(), None
    until = since + 60
    while time.monotonic() < until:
        try:
            now = tell(top)
        except Exception:  # what is asked may be going just now
            now, trouble = None, traceback.format_exc()
        if now is None or now != last:
            last, since = now, time.monotonic()
        elif time.monotonic() - since > 1.5:
            return now
        time.sleep(0.2)
    raise SystemExit(f"the window does not come to rest\n{trouble or chr(10).join(last or [])}")


def press(node):
    node.queryAction().doAction(0)


def inside(binary, file):
    enable()
    import pyatspi
    program = subprocess.Popen([binary, file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        read(program, pyatspi)
    finally:
        program.kill()
        program.wait()


def read(program, pyatspi):
    from gi.repository import GLib
    desktop = pyatspi.Registry.getDesktop(0)
    desktop.setCacheMask(pyatspi.cache.NONE) if hasattr(desktop, "setCacheMask") else None

    def frame():
        if program.poll() is not None:
            raise SystemExit("the program ended by itself")
        for app in children(desktop):
            app.clear_cache()
            for window in children(app):
                return window
    window = wait("the window", frame)
    page = wait("the page", lambda: next((node for node in every(window) if "multi line" in states(node)
                                          or "multi-line" in states(node)), None))
    wait("its words", lambda: page.queryText().characterCount > 100)

    def say(title, lines):
        print(f"== {title}")
        print("\n".join(lines))

    say("the window", settled(window))
    text = page.queryText()
    whole = text.getText(0, -1)

    # The letters of an Arabic word go from right to left, those of a number from left to right.
    def edges(start, length):
        return [text.getCharacterExtents(start + i, pyatspi.WINDOW_COORDS)[0] for i in range(length)]
    arabic = next(i for i in range(len(whole)) if all("ء" <= c <= "ي" for c in whole[i:i + 5]))
    digits = next((i for i in range(len(whole)) if whole[i:i + 2].isdecimal()), None)
    said = []
    xs = edges(arabic, 5)
    said.append(f"«{whole[arabic:arabic + 5]}»: " + ("right to left" if xs == sorted(xs, reverse=True) and len(set(xs)) > 3
                                                    else f"not right to left: {xs}"))
    if digits is not None:
        xs = edges(digits, 2)
        said.append(f"«{whole[digits:digits + 2]}»: " + ("left to right" if xs[0] < xs[1] else f"not left to right: {xs}"))
    x, y, w, h = text.getCharacterExtents(arabic + 2, pyatspi.WINDOW_COORDS)
    hit = text.getOffsetAtPoint(x + w // 2, y + h // 2, pyatspi.WINDOW_COORDS)
    said.append("the letter under a point is the letter whose extents hold it" if hit == arabic + 2
                else f"under the letter {arabic + 2} lies {hit}")
    say("where letters stand", said)

    def around(text):
        at = text.caretOffset
        return f"{shown(text.getText(max(at - 12, 0), at))}‸{shown(text.getText(at, min(at + 12, text.characterCount)))}"
    text.setCaretOffset(arabic + 3)
    wait("the caret", lambda: text.caretOffset == arabic + 3)
    say("the caret was set", [around(text)])
    text.addSelection(arabic, arabic + 5)
    wait("the selection", lambda: text.getNSelections() == 1)
    say("five letters were selected", [shown(text.getText(*text.getSelection(0)))])
    first = whole.index("\n")
    near = whole.index("\n", first + 1) - 5
    far = near + 12
    text.setSelection(0, near, far)
    wait("the longer selection", lambda: text.getSelection(0)[1] == far)
    say("a selection over two paragraphs", [shown(text.getText(*text.getSelection(0)))])
    text.setCaretOffset(0)
    wait("the caret at the start", lambda: text.caretOffset >= 0 and text.getNSelections() == 0)
    say("the caret at the start", [around(text)])

    # A word, a line and a paragraph as a screen reader asks for them.
    at = arabic + 2
    say("around the third letter", [
        f"{name}: {shown(text.getStringAtOffset(at, kind)[0])}" for name, kind in (
            ("letter", pyatspi.TEXT_GRANULARITY_CHAR),
            ("word", pyatspi.TEXT_GRANULARITY_WORD),
            ("line", pyatspi.TEXT_GRANULARITY_LINE),
            ("paragraph", pyatspi.TEXT_GRANULARITY_PARAGRAPH))])

    # A part of the record is opened and a field filled, by AT-SPI alone.
    part = find(window, "toggle button", "الترويسة") or find(window, "button", "الترويسة")
    press(part)
    field = wait("a field", lambda: next((node for node in every(window) if node.getRoleName() == "entry"
                                          and "multi line" not in states(node) and "multi-line" not in states(node)
                                          and "focused" in states(node)), None))
    say("the header was opened; the keyboard is in", [line(field)] + rows(field.queryText()))
    field.queryEditableText().setTextContents("المجلس الجهوي للتجربة")
    wait("the field", lambda: field.queryText().getText(0, -1) == "المجلس الجهوي للتجربة")
    say("words were put into it", [line(field)] + rows(field.queryText()))

    # What is taken back is said aloud.
    heard = []
    pyatspi.Registry.registerEventListener(lambda event: heard.append(str(event.any_data)), "object:announcement")
    press(find(window, "push button", "تحرير"))
    undo = wait("the menu", lambda: find(window, "menu item", "تراجع"))
    say("a menu was opened", tell(undo.parent))
    press(undo)

    def announced():
        GLib.MainContext.default().iteration(False)
        return heard
    wait("what is said", announced)
    say("what was said aloud when it was taken back", heard)


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if "--inside" in sys.argv:
        sys.exit(inside(*arguments))
    lacks = missing()
    if lacks:
        print(f"skipped: no {lacks}, the window is not read over AT-SPI")
        sys.exit(0)
    sys.exit(outside(os.path.realpath(arguments[0]), (arguments[1:] or ["regional-meeting"])[0], "--update" in sys.argv))
