"""Metadata of the edition for archives: Citation File Format, Zenodo, DataCite. What is unknown is left out.

Rights: the article has no known licence, so no field that speaks for the whole states one of the edition's own.
"""

from __future__ import annotations

import json
from typing import Any

import yaml

from ..citing.cited import Cited, the_edition
from ..citing.described import LICENCE, abstract, keywords
from ..model.edition import Edition
from ..model.page import Locale

_LANGUAGE = "en"  # of titles and descriptions, where a field can have only one
_UNAVAILABLE = ":unav"  # DataCite's standard value, where a field is required and its value is not known
_RIGHTS = (
    "The rights in the article stay with its author and its journal; the source states none. The edition's own texts "
    "are under CC BY 4.0, its code is under MIT."
)


def files(edition: Edition) -> dict[str, str]:
    """The metadata files with their names. None depends on where the edition is published."""
    return {
        "CITATION.cff": citation_file(edition),
        ".zenodo.json": _json(zenodo(edition)),
        "datacite.json": _json(datacite(edition)),
    }


def title(edition: Edition) -> str:
    """The title of the article in English, or else in the original's language."""
    return the_edition(edition, _locale(edition)).title


def citation_file(edition: Edition) -> str:
    """CITATION.cff, in Citation File Format 1.2.0."""
    cited = the_edition(edition, _locale(edition))
    value = {
        "cff-version": "1.2.0",
        "message": "Please cite the version and the paragraph that you use; each paragraph's page has citations.",
        "type": "dataset",
        "title": cited.title,
        "authors": [{"family-names": cited.family, "given-names": cited.given}],
        "version": cited.version,
        "date-released": cited.released,
        "abstract": abstract(edition, cited.locale),
        "keywords": keywords(edition, cited.locale),
        "references": [_printed(edition)],
    }
    known = {name: one for name, one in value.items() if one}
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=120)


def zenodo(edition: Edition) -> dict[str, Any]:
    """`.zenodo.json`, in the form of Zenodo's deposit metadata. Where it exists, Zenodo does not read CITATION.cff."""
    cited = the_edition(edition, _locale(edition))
    value = {
        "upload_type": "publication",
        "publication_type": "other",
        "title": cited.title,
        "creators": [{"name": _inverted(cited)}],
        "description": abstract(edition, cited.locale) or cited.title,
        "keywords": keywords(edition, cited.locale),
        "publication_date": cited.released.isoformat(),
        "version": cited.version,
        "access_right": "open",
        # Without it, Zenodo would put all under CC BY, also what nobody has licensed.
        "license": "other-closed",
        "notes": _RIGHTS,
    }
    return {name: one for name, one in value.items() if one}


def datacite(edition: Edition) -> dict[str, Any]:
    """DataCite metadata, in schema 4.6, the first with IsTranslationOf. Its identifier comes with the deposit."""
    cited = the_edition(edition, _locale(edition))
    original = the_edition(edition, edition.original)
    publisher = (edition.facts.responsibility.publisher or {}).get(_locale(edition).code)
    printed: dict[str, Any] = {
        "relationType": "IsTranslationOf",
        "relatedItemType": "JournalArticle",
        "titles": [{"title": original.title}],
        "creators": [_creator(original)],
        "publicationYear": str(original.year),
        "issue": original.issue_number,
        "firstPage": str(original.first_page or ""),
    }
    value: dict[str, Any] = {
        "creators": [_creator(cited)],
        "titles": [
            {
                "title": one.title,
                "lang": locale.code,
                **({} if locale == cited.locale else {"titleType": "TranslatedTitle"}),
            }
            for locale in sorted(edition.locales, key=lambda locale: locale != cited.locale)
            if (one := the_edition(edition, locale)).title
        ],
        "publisher": {"name": publisher or _UNAVAILABLE},
        "publicationYear": str(cited.released.year),
        "dates": [{"date": cited.released.isoformat(), "dateType": "Issued"}],
        "types": {"resourceTypeGeneral": "Text", "resourceType": "Digital scholarly edition with translations"},
        "language": edition.original.code,
        "version": cited.version,
        "subjects": [{"subject": word, "lang": cited.locale.code} for word in keywords(edition, cited.locale)],
        "rightsList": [
            {"rights": _RIGHTS, "lang": "en"},
            {
                "rights": "Creative Commons Attribution 4.0 International, for the edition's own texts",
                "rightsUri": LICENCE,
                "lang": "en",
            },
        ],
        "descriptions": [
            {"description": text, "descriptionType": "Abstract", "lang": locale.code}
            for locale in edition.locales
            if (text := abstract(edition, locale))
        ],
        "relatedItems": [{name: one for name, one in printed.items() if one}],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    return {name: one for name, one in value.items() if one}


def _printed(edition: Edition) -> dict[str, Any]:
    """The printed article, as a reference of CITATION.cff."""
    original = the_edition(edition, edition.original)
    value = {
        "type": "article",
        "scope": "The printed article, of which this is an edition with translations.",
        "title": original.title,
        "authors": [{"family-names": original.family, "given-names": original.given}],
        "year": original.year,
        "issue": original.issue_number,
        "start": original.first_page,
    }
    return {name: one for name, one in value.items() if one}


def _creator(cited: Cited) -> dict[str, Any]:
    return {
        "name": _inverted(cited),
        "nameType": "Personal",
        "givenName": cited.given,
        "familyName": cited.family,
    }


def _inverted(cited: Cited) -> str:
    return ", ".join(filter(None, (cited.family, cited.given)))


def _locale(edition: Edition) -> Locale:
    return next((locale for locale in edition.locales if locale.code == _LANGUAGE), edition.original)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
