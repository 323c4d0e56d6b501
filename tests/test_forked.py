"""Work on another core: its result comes back, and a failure of the copy is a failure of the original, or none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from edition.gate import run as gate
from support.projects import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")

# Runs in a process of its own, because pytest's may have threads.
FIRST = f"import os, signal, sys\nsys.path.insert(0, {str(ROOT / 'scripts')!r})\n"
FIRST += "from edition.publish.forked import Forked\n"


def run(script: str) -> str:
    """What a script prints; it must succeed."""
    done = subprocess.run([sys.executable, "-c", FIRST + script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_result_comes_back_from_another_process() -> None:
    assert (
        run("me = os.getpid(); print(Forked(lambda: (os.getpid() != me, 'x' * 10**6)).result() == (True, 'x' * 10**6))")
        == "True\n"
    )


@pytest.mark.parametrize("failure", ("os.kill(os.getpid(), signal.SIGKILL)", "1 / 0", "sys.exit(3)"))
def test_what_a_copy_fails_to_do_is_done_here(failure: str) -> None:
    script = f"me = os.getpid()\ndef work():\n    if os.getpid() != me:\n        {failure}\n    return 'here'\n"
    assert run(script + "print(Forked(work).result())") == "here\n"


def test_a_failure_is_raised_here() -> None:
    assert run("try:\n    Forked(lambda: 1 / 0).result()\nexcept ZeroDivisionError:\n    print('raised')") == "raised\n"


def test_a_copy_can_be_stopped_and_leaves_no_process() -> None:
    script = "import time; one = Forked(lambda: time.sleep(1000)); one.stop(); one.stop()\n"
    script += "try:\n    os.waitpid(-1, 0)\nexcept ChildProcessError:\n    print('none left')"
    assert run(script) == "none left\n"


def test_findings_are_the_same_on_one_core_and_on_two(small: Path) -> None:
    page = small / "docs/ru/about.md"
    text = page.read_text(encoding="utf-8") + "\n[nowhere](index.md#p999) English words, not Russian ones at all.\n"
    page.write_text(text, encoding="utf-8")
    _, alone = gate.check_source(small)
    script = (
        "from pathlib import Path\nfrom edition.gate import run as gate\n"
        "from edition.model.build_options import BuildOptions\n"
        f"found = gate.check_source(Path({str(small)!r}), options=BuildOptions(parallel=True))[1]\n"
        "print([str(one) for one in found])"
    )
    assert {one.code for one in alone} >= {"XREF001", "LANG001"}
    assert run(script) == f"{[str(one) for one in alone]}\n"


def test_a_stopped_writer_leaves_no_temporary_files(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere := tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    folder = small / ".site-1-beside"
    script = (
        "import tempfile, time\nfrom pathlib import Path\nfrom edition.model.build_options import BuildOptions\n"
        "from edition.model.reader import read_edition\nfrom edition.outputs import beside, site_files\n"
        "site_files.content = lambda *_: (tempfile.mkdtemp(), time.sleep(1000))\n"
        f"edition, folder = read_edition(Path({str(small)!r}), BuildOptions(parallel=True)), Path({str(folder)!r})\n"
        "beside.Beside(edition, folder)\n"
        "places = folder, Path(tempfile.gettempdir())\n"
        "while not [path for place in places for path in place.glob('tmp*')]: time.sleep(0.01)\n"
    )
    run(script)
    assert not folder.exists() and not [*elsewhere.iterdir()]
