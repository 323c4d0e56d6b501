"""The MkDocs adapter: it calls the edition at the moments MkDocs offers, and decides nothing itself.

MkDocs builds the site once per language, on one configuration, the later builds nested in the first. The gate
stands before the first of them; the site is built beside the old one and takes its place after the last.
"""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs_static_i18n.config import I18nPluginLanguage

sys.path.insert(0, str(Path(__file__).parent))

from edition import compressed, gate, made, publish, report, sharing, successors, templates
from edition.cards import cards
from edition.citing import metadata
from edition.findings import Finding
from edition.markdown import EditionExtension
from edition.model import ARTICLE, Edition, address, link
from edition.page import Page as WrittenPage
from edition.pages import convert, extension

LAST = -200  # after the i18n plugin, which is at -100


@dataclass
class _Build:
    """What the events of one build share."""

    edition: Edition
    extension: EditionExtension
    site: Path  # where the site belongs


_build: _Build | None = None
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether MkDocs itself serves, from a folder of its own."""
    global _serving
    _serving = command == "serve"
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        os.environ["SOURCE_DATE_EPOCH"] = _last_commit() or str(int(time.time()))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Open the gate or stop; then tell MkDocs of the languages, of the Markdown, and of the folder beside the site."""
    global _build
    if config.plugins["i18n"].building:
        return config
    root = Path(config.config_file_path).parent
    edition, findings = gate.before(root)
    _say(root, findings)
    site = Path(config.site_dir)
    if not _serving:
        # A folder of this run's own, that goes however the run ends.
        new = publish.beside(site)
        config.site_dir = str(new)
        atexit.register(shutil.rmtree, new, ignore_errors=True)
    ours = extension(edition)
    others = [one for one in config.markdown_extensions if not hasattr(one, "extendMarkdown")]
    config.markdown_extensions = [*others, ours]
    config.plugins["i18n"].config.languages = [_language(locale) for locale in edition.locales]
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")
    _build = _Build(edition, ours, site)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the theme would add to the site, and the sources of what pages load."""
    ours = {str(Path(config.docs_dir).resolve())}
    for file in list(files):
        if str(Path(file.src_dir or config.docs_dir).resolve()) not in ours:
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let templates escape what they are given and leave no blank lines, as the blocks do; MkDocs does neither."""
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the Markdown extension which page comes next."""
    _build.extension.page = _ours(page)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put retired ids in, and tell MkDocs of those and of the ids that the edition's blocks give: it sees neither."""
    edition, ours = _build.edition, _build.extension.page
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *convert(edition, ours).ids}
    return successors.placed(edition, ours, html)


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: object) -> dict:
    """Give the templates the edition, the page, and how to link from it."""
    edition, ours = _build.edition, _ours(page)
    locale, name = ours.locale, ours.name
    here = address(locale, name)
    context.update(
        templates.common(edition),
        here=ours,
        locale=locale,
        word=lambda key, **values: edition.word(key, locale, **values),
        to=lambda there, anchor="", code=locale.code: link(here, address(edition.locale(code), there), anchor),
        title=metadata.title(edition, ours),
        tags=[
            *(metadata.article_tags(edition, locale) if name == ARTICLE else []),
            *sharing.tags(edition, here, locale, metadata.name(edition, ours), ours.meta.values["description"]),
        ],
        graph=metadata.article_graph(edition, locale) if name == ARTICLE else None,
        absolute=lambda code: config.site_url.rstrip("/") + "/" + address(edition.locale(code), name),
    )
    return context


def on_template_context(context: dict, template_name: str, config: MkDocsConfig) -> dict:
    """Give the templates that are no page the edition, and links from the root."""
    edition = _build.edition
    context.update(
        templates.common(edition),
        at=lambda there, code: context["base_url"].rstrip("/") + "/" + address(edition.locale(code), there),
        root=context["base_url"].rstrip("/") + "/",
        # Below each language's address; the article has none of its own.
        pages=[address(edition.original, name) for name in edition.names if name != ARTICLE],
        cards=sorted(cards(edition).values()),
    )
    return context


@event_priority(LAST)
def on_post_build(config: MkDocsConfig) -> None:
    """After the last language: add what stands beside the pages, check the site, and put it in the old one's place."""
    if config.plugins["i18n"].building:
        return
    new = Path(config.site_dir)
    if _serving:
        _make(new)
        return
    counters = [one for one in logging.getLogger("mkdocs").handlers if isinstance(one, CountHandler)]
    if config.strict and any(one.get_counts() for one in counters):
        # MkDocs itself would say so only after this event, when the old site is gone.
        raise Abort("MkDocs has warned; the site is left as it was.")
    _make(new)
    _say(_build.edition.root, gate.after(_build.edition, new))
    compressed.write(new)
    publish.swap(new, _build.site)


def _make(site: Path) -> None:
    """Write what the build makes beside the pages."""
    for path, content in made.files(_build.edition):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _ours(page: Page) -> WrittenPage:
    """The edition's page for one of MkDocs."""
    code, _, name = page.file.src_uri.removesuffix(".md").partition("/")
    return _build.edition.pages[code, name]


def _say(root: Path, findings: list[Finding]) -> None:
    """Tell what was found. Raises Abort if there is anything but warnings."""
    if findings:
        report.show(findings, os.environ.get("FINDINGS_FORMAT", "text"), root, sys.stdout)
    if gate.shuts(findings):
        count = sum(not finding.warning for finding in findings)
        raise Abort(f"{count} finding{'' if count == 1 else 's'}; the site is left as it was.")


def _language(locale: object) -> I18nPluginLanguage:
    language = I18nPluginLanguage()
    language.load_dict({"locale": locale.code, "name": locale.name, "default": locale.original})
    failed, _ = language.validate()
    if failed:
        raise Abort(f"edition.yml: the language {locale.code} is refused: {failed[0][1]}")
    return language


def _last_commit() -> str:
    """The time of the last commit in seconds since 1970, so that a commit always builds to the same site."""
    git = ["git", "-C", str(Path(__file__).parent), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(git, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
