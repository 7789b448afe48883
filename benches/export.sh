#!/usr/bin/env bash
# Every format beside LibreOffice and Pandoc in one run: CPU seconds (user + system) and peak MiB of whole processes.
# benches/export.sh [BINARY] [GENERATE]: release builds, unless others are named; RUNS=3 of each, the best is printed.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$(realpath "${1:-target/release/mahdar}")
generate=${2:-target/release/examples/generate}
[ -x "$bin" ] || { echo "skipped: no $bin"; exit 0; }
[ -x "$generate" ] || { echo "skipped: no $generate (cargo build --release --example generate)"; exit 0; }
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$generate" page -o "$work/x1.mahdar"
"$generate" large -o "$work/x200.mahdar"
export BIN=$bin WORK=$work RUNS=${RUNS:-3}
python3 - <<'PYTHON'
import os, resource, shutil, subprocess

BIN, WORK, RUNS = os.environ["BIN"], os.environ["WORK"], int(os.environ["RUNS"])


TIME = shutil.which("time")
if not TIME:
    # A process begins as a copy of the one that started it, which the peak of a small one then is.
    print("skipped: peaks below 25 MiB (no /usr/bin/time)")


def measured(command, product=None):
    """CPU seconds and peak MiB of one process and its children, or nothing where it failed."""
    peak = f"{WORK}/peak"
    if TIME:
        command = [TIME, "-f", "%M", "-o", peak, *command]
    if product and os.path.exists(product):
        # A record never takes the place of another.
        os.unlink(product)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0 or (product and not os.path.exists(product)):
        return None
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    kib = int(open(peak).read().split()[-1]) if TIME else after.ru_maxrss
    return cpu, kib / 1024


def best(command, product=None, runs=RUNS):
    all_runs = [measured(command, product) for _ in range(runs)]
    if None in all_runs:
        return None
    return min(run[0] for run in all_runs), max(run[1] for run in all_runs)


def told(name, size, figure):
    if figure is None:
        print(f"skipped: {name} {size}")
    else:
        print(f"{name:28} {size:5} {figure[0]:7.3f} s {figure[1]:7.1f} MiB", flush=True)


FORMATS = ["txt", "md", "html", "html-fragment", "whatsapp", "facebook", "site", "docx", "odt", "pdf", "review-pdf", "ron"]
RUNS_OF = [(name, []) for name in FORMATS] + [("pdf naskh", ["--font", "naskh"])]
ours = {}
for size in ["x1", "x200"]:
    for name, more in RUNS_OF:
        out = f"{WORK}/{size}.{name.replace(' ', '.')}"
        command = [BIN, "export", f"{WORK}/{size}.mahdar", "--to", name.split()[0], "-o", out, *more]
        ours[name, size] = best(command, out)
        told(name, size, ours[name, size])

others = {}
office = shutil.which("soffice")
pandoc = shutil.which("pandoc")
for size in ["x1", "x200"]:
    for name, source, target in [("LibreOffice docx→pdf", "docx", "pdf"), ("LibreOffice html→docx", "html", "docx")]:
        given = f"{WORK}/{size}.{source}"
        if not office or not os.path.exists(given):
            print(f"skipped: {name} {size} (no {'soffice' if not office else source})")
            continue
        command = [office, f"-env:UserInstallation=file://{WORK}/office", "--headless", "--convert-to", target]
        command += (["--infilter=HTML (StarWriter)"] if source == "html" else []) + ["--outdir", f"{WORK}/made", given]
        if not others:
            # The first start makes a profile.
            measured(command)
        others[target, size] = name, best(command, f"{WORK}/made/{size}.{target}", 1)
        told(name, size, others[target, size][1])
    if pandoc:
        command = [pandoc, "-f", "gfm", f"{WORK}/{size}.md", "-o", f"{WORK}/made.docx"]
        others["pandoc", size] = "pandoc md→docx", best(command, f"{WORK}/made.docx", 1)
        told("pandoc md→docx", size, others["pandoc", size][1])
    else:
        print(f"skipped: pandoc md→docx {size} (no pandoc)")

for (target, size), (name, figure) in others.items():
    own = ours.get(("docx" if target == "pandoc" else target, size))
    if figure and own:
        print(f"ratio: {name} {size}: {figure[0] / max(own[0], 0.001):.1f} times our CPU, {figure[1] / own[1]:.1f} times our memory")
PYTHON
