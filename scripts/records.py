"""The tasks of build.py that write records: published addresses, confirmed translations, releases.

None of them writes anything while the edition has faults.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from datetime import UTC, date, datetime

import bootstrap


def record_anchors() -> int:
    """Add new addresses to anchors.txt, unless there are other findings."""
    from edition.checks import anchors
    from edition.gate import report
    from edition.gate import run as gate

    edition, findings = gate.check_source(bootstrap.ROOT, gate.Selection(skip=["ANCHOR002"]))
    if edition is None or gate.blocks_build(findings):
        report.show(findings, "text", bootstrap.ROOT, sys.stdout)
        return 1
    print(f"{anchors.record(edition)} new addresses recorded in {anchors.PATH}")
    return 0


def confirm(code: str, *names: str) -> int:
    """Record that the named units of a language, or all of them, match the current original."""
    from edition.findings import nearest
    from edition.gate import report
    from edition.gate import run as gate
    from edition.text import translation_status

    edition, findings = gate.check_source(bootstrap.ROOT)
    if edition is None or gate.blocks_build(findings):
        report.show(findings, "text", bootstrap.ROOT, sys.stdout)
        return 1
    translated = {
        locale.code: translation_status.digests(edition, locale) for locale in edition.locales if not locale.original
    }
    wrong: list[tuple[str, Collection[str]]] = [] if code in translated else [(code, translated)]
    wrong += [(name, translated[code]) for name in names if not wrong and name not in translated[code]]
    for name, known in wrong:
        message = f"build.py: {name} is not a translated unit or language; {nearest(name, known)}"
        print(message.rstrip("; "), file=sys.stderr)
    if wrong:
        return 2
    count = translation_status.confirm(edition, edition.locale(code), names or translated[code])
    print(f"{count} newly confirmed in {translation_status.PATH}")
    return 0


def keep_words() -> int:
    """Keep the words of releases that have changed since, and name those that the history does not have."""
    from edition.gate import report
    from edition.gate import run as gate
    from edition.model.releases import FOLDER
    from edition.text import release_record

    edition, findings = gate.check_source(bootstrap.ROOT)
    if edition is None or gate.blocks_build(findings):
        report.show(findings, "text", bootstrap.ROOT, sys.stdout)
        return 1
    print(f"{release_record.keep(edition)} old wordings kept in {FOLDER}")
    _, lost = gate.check_source(bootstrap.ROOT, gate.Selection(only=["REL003"]))
    if lost:
        report.show(lost, "text", bootstrap.ROOT, sys.stdout)
    return int(bool(lost))


def release(version: str) -> int:
    """Record the present words as a release; bring edition.yml and the changelog into line."""
    from edition.gate import report
    from edition.gate import run as gate
    from edition.model.releases import FOLDER, order
    from edition.text import release_record, wording

    edition, findings = gate.check_source(bootstrap.ROOT)
    if edition is None or gate.blocks_build(findings):
        report.show(findings, "text", bootstrap.ROOT, sys.stdout)
        return 1
    made = wording.recorded(edition)
    if not re.fullmatch(r"\d+\.\d+\.\d+", version) or (made and order(version) <= order(made[-1].number)):
        after = f" after {made[-1].number}" if made else ""
        print(f"build.py: {version} is not the number of a release{after}, such as 1.2.0", file=sys.stderr)
        return 2
    draft = next((one for one in edition.releases if one.released is None), None)
    if made and (draft is None or draft.number != version or not draft.changes):
        path = f"{FOLDER}/{version}.yml"
        print(f"build.py: {path} must first say under `changes` what changes for readers", file=sys.stderr)
        return 2
    if status := keep_words():
        return status
    day = max(datetime.now(UTC).date(), *(one.released or date.min for one in made), date.min)
    release_record.record(edition, version, day)
    _write("docs/_data/edition.yml", r"(?m)^version: .*\nreleased: .*$", f"version: {version}\nreleased: {day}")
    _write("CHANGELOG.md", r"(?m)^## \[Unreleased\]$", f"## [Unreleased]\n\n## [{version}] - {day}")
    if status := record_anchors():
        return status
    print(f"Release {version} of {day} is recorded. Look at the changes, then:")
    print(f"  python3 scripts/build.py && git add -A && git commit -m 'Release {version}'")
    print(f"  git tag -a v{version} -m 'Version {version}' && git push --follow-tags")
    return 0


def _write(path: str, pattern: str, new: str) -> None:
    """Replace what a pattern finds in a file of the project; names a file that does not have it."""
    from edition.publish import atomic_replace

    file = bootstrap.ROOT / path
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    after, count = re.subn(pattern, lambda _: new, before, count=1)
    if count:
        atomic_replace.write(file, after)
    else:
        print(f"{path} was not changed: it does not have the line of the version", file=sys.stderr)


def archive() -> int:
    """Write the archive of the version that is in site/."""
    from edition.deposit import archive
    from edition.model.reader import read_edition

    print(f"Wrote {archive.write(read_edition(bootstrap.ROOT), bootstrap.ROOT / 'site').relative_to(bootstrap.ROOT)}.")
    return 0
