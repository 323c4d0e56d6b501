"""The MkDocs adapter: it calls the core package from the events of MkDocs, and decides nothing itself.

MkDocs builds the site once per language, on one configuration, the later builds nested in the first. The checks before
rendering run before the first build; the site is built beside the old one and replaces it after the last.
"""

from __future__ import annotations

import atexit
import logging
import shutil
import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.config import I18nPluginLanguage
from mkdocs_static_i18n.plugin import I18n

sys.path.insert(0, str(Path(__file__).parent))

from edition.addresses import redirects
from edition.findings import Finding
from edition.formats import files as formats
from edition.formats.dts import places as dts
from edition.gate import report, unchanged
from edition.gate import run as gate
from edition.markup.extension import EditionExtension
from edition.model.addressing import ARTICLE, address
from edition.model.build_options import BuildOptions, build_date
from edition.model.edition import Edition
from edition.model.page import Locale
from edition.model.page import Page as WrittenPage
from edition.outputs import file_sizes, site_files
from edition.outputs.beside import Beside
from edition.publish import atomic_replace
from edition.publish.compression import Compression
from edition.publish.store import Store
from edition.render.page_context import missing_page_context, page_context
from edition.render.whole_pages import convert, extension
from edition.web.templating import FOLDER, CompiledTemplates

LAST = -200  # after the i18n plugin, which is at -100


class _Warnings(logging.Handler):
    """Collects warnings and errors of every logger."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class _Run:
    """The state that the events of a run share; set by on_startup and on_config, which come first."""

    serving = False  # whether this is `mkdocs serve`, which builds into a folder of its own
    warnings = _Warnings()
    options: BuildOptions
    edition: Edition
    findings: list[Finding]  # all of them are warnings, or the build would have ended
    extension: EditionExtension
    beside: Beside
    theme: list[str]  # the folders of the theme, and of the templates that replace its own
    site: Path  # where the finished site goes


_run = _Run()


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this is `mkdocs serve`, and start to collect warnings."""
    _run.serving = command == "serve"
    logging.getLogger().addHandler(_run.warnings)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Run the checks before rendering; then configure languages, Markdown and the folder to build in."""
    languages = _languages(config)
    if languages.building:
        return config
    root = Path(config.config_file_path).parent
    try:
        _run.options = config.extra.get("build_options") or BuildOptions(built_on=build_date(root))
    except ValueError as error:
        raise Abort(str(error)) from None
    # A folder of this run, deleted however the run ends.
    new = atomic_replace.build_folder(Path(config.site_dir))
    atexit.register(shutil.rmtree, new, ignore_errors=True)

    def begin(edition: Edition) -> None:
        _run.beside = Beside(edition, new.with_name(f"{new.name}-beside"))

    edition, findings = gate.check_source(root, options=_run.options, loaded=begin)
    _report(root, findings)
    if edition is None or gate.blocks_build(findings):
        raise _abort(findings)
    _run.edition, _run.extension, _run.site = edition, extension(edition), Path(config.site_dir)
    _run.findings = findings
    if not _run.serving:
        config.site_dir = str(new)
    names = [one for one in config.markdown_extensions if not hasattr(one, "extendMarkdown")]
    # MkDocs declares a list of names, but passes everything in it to Python-Markdown.
    config["markdown_extensions"] = [*names, _run.extension]
    languages.config.languages = [_language(locale) for locale in edition.locales]
    config.theme.static_templates.discard("sitemap.xml")  # the edition generates its own
    # MkDocs would look through the theme's 14,000 pictures once per language, for files that `on_files` leaves out.
    _run.theme, config.theme.dirs = list(config.theme.dirs), [str(root / FOLDER)]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the files that the theme would add, and the sources of style sheets and scripts."""
    folders = {str(Path(config.docs_dir).resolve())}
    for file in list(files):
        if str(Path(file.src_dir or config.docs_dir).resolve()) not in folders:
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Turn on escaping and the removal of blank lines, as for the blocks; MkDocs does neither."""
    env.loader = FileSystemLoader(_run.theme)
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = CompiledTemplates(Store(_run.edition.root), env, Path(__file__), ("mkdocs", "mkdocs-material"))
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the Markdown extension which page is converted next."""
    _run.extension.page = _edition_page(page)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Insert retired ids, and register them and the ids of blocks with MkDocs, which sees neither."""
    edition, source = _run.edition, _run.extension.page
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *convert(edition, source).ids}
    return redirects.with_retired_ids(edition, source, html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> dict[str, Any]:
    """Give page templates their context: the edition, the page, and links from it."""
    context.update(page_context(_run.edition, _edition_page(page)), content=Markup(page.content or ""))
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give templates without a page, such as 404.html, the edition and links from the root."""
    context.update(missing_page_context(_run.edition))
    return context


@event_priority(LAST)
def on_post_build(config: MkDocsConfig) -> None:
    """After the last language: add the generated files, check the site, and replace the old one with it."""
    if _languages(config).building:
        return
    new = Path(config.site_dir)
    if _run.serving:
        _run.beside.finish(new)
        return
    if config.strict and _run.warnings.messages:
        # MkDocs itself would stop only after this event, when the old site is gone.
        raise Abort("MkDocs issued warnings; the site was not changed.")
    _run.beside.finish(new)
    site_files.finish(_run.edition, new)
    file_sizes.fill_in(_run.edition, new)
    store = Store(_run.edition.root)
    best = {f"{address(locale, ARTICLE)}index.html" for locale in _run.edition.locales}
    compression = None
    if not _run.options.preview:
        compression = Compression(new, store, best, fast=formats.FOLDER, without=dts.FOLDER)
    findings = gate.check_site(_run.edition, new)
    _report(_run.edition.root, findings)
    if gate.blocks_build(findings):
        if compression:
            compression.cancel()
        raise _abort(findings)
    if compression is None:
        atomic_replace.swap(new, _run.site)
        return
    compression.write()
    store.prune()
    built = unchanged.site_digest(new)
    atomic_replace.swap(new, _run.site)
    unchanged.record_build(_run.edition.root, _run.options.made_from, built, [*_run.findings, *findings])


def _edition_page(page: Page) -> WrittenPage:
    """The edition's page for a page of MkDocs."""
    code, _, name = page.file.src_uri.removesuffix(".md").partition("/")
    return _run.edition.pages[code, name]


def _report(root: Path, findings: list[Finding]) -> None:
    """Print findings, if there are any."""
    if findings:
        report.show(findings, _run.options.findings_format, root, sys.stdout)


def _abort(findings: list[Finding]) -> Abort:
    """The exception that ends a build with these findings."""
    count = sum(not finding.warning for finding in findings)
    return Abort(f"{count} finding{'' if count == 1 else 's'}; the site was not changed.")


def _languages(config: MkDocsConfig) -> I18n:
    """The plugin that builds the site once per language."""
    return config.plugins["i18n"]


def _language(locale: Locale) -> I18nPluginLanguage:
    language = I18nPluginLanguage()
    language.load_dict({"locale": locale.code, "name": locale.name, "default": locale.original})
    failed, _ = language.validate()
    if failed:
        raise Abort(f"edition.yml: the language {locale.code} is not valid: {failed[0][1]}")
    return language
