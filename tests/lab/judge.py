#!/usr/bin/env python3
"""judge - what of the figures of ../shared/lab is not as promised: `judge.py faults.json|crash.json …`; exit 1 if anything is.

Of crash.py: at most 1.5 s of typing lost at each kill. Of faults.py: nothing lost, nothing overwritten, and something said.
"""
import json
import sys

LOST = 1.5
bad = []


def hold(what, true, seen):
    if not true:
        bad.append(f"{what}: {seen}")


def own(names):
    """Files that may lie beside the record: the lock of an open one."""
    return [name for name in names if not name.endswith(".lock")]


def faults(app, tests):
    for name, r in tests.items():
        seen = json.dumps(r, ensure_ascii=False)
        at = f"{app} {name}"
        if "error" in r:
            hold(at, False, seen)
        elif name == "audit":
            hold(at, r["saved"] and r["temp_and_rename"] and r["fsync_file"] and r["fsync_dir"], seen)
            hold(at, not r["in_place_truncate"], seen)
        elif name == "perms":
            hold(at, r["saved"] and r["symlink_kept"] and r["mode"] == "0o640" and r["owner_kept"], seen)
            hold(at, r.get("xattr_kept", True), seen)
            if not r["hardlink_kept"]:
                print(f"{at}: the other name of the file keeps the old text; the window must say so")
        elif name == "enospc":
            hold(at, r["file"] == "old file intact" and r["told"] != "no" and r["alive"], seen)
            hold(at, r["retry_with_space"] == "saved whole" and not own(r["left"]), seen)
        elif name == "readonly":
            hold(at, r["file"] == "old file intact" and r["told"] != "no" and r["alive"], seen)
            hold(at, r["retry_when_writable"] == "saved", seen)
        elif name == "external":
            hold(at, r["result"] in ("not overwritten", "both kept"), seen)
            hold(at, r["told_on_change"] != "no" or r["told_on_save"] != "no", seen)
        elif name == "twoinst":
            hold(at, r["result"] in ("both kept", "first kept", "second did not open the file by itself"), seen)
            hold(at, r["second"] != "no", seen)
        elif name == "corrupt":
            for kind, what in r.items():
                fine = what.startswith("opened") and "BUSY" not in what and "CHANGED" not in what
                hold(f"{at} {kind}", fine, what)


def crash(trials):
    for r in trials:
        at = f"{r['app']} kill {r['trial']}"
        hold(at, "error" not in r, r)
        if "lost_s" in r:
            hold(at, r["lost_s"] <= LOST and r["recovered_words"] > 0, r)


for path in sys.argv[1:]:
    figures = json.load(open(path))
    if isinstance(figures, list):
        crash(figures)
    else:
        for app, tests in figures.items():
            faults(app, tests)
for line in bad:
    print("NOT AS PROMISED:", line)
sys.exit(1 if bad else 0)
