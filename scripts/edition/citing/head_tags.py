"""The `meta` and `link` elements in the head of a page, for Google Scholar, Zotero, harvesters and annotation tools.

- `citation_*`: for Google Scholar (https://scholar.google.com/intl/en/scholar/inclusion.html) and Zotero.
- `DC.*`: Dublin Core. Hypothesis knows a page that has moved by `DC.relation.ispartof` and the last `DC.identifier`.
- Links by FAIR Signposting (https://signposting.org/FAIR/): the address to cite, the type, the licence, files that
  describe the page, and the linkset, which has the rest.

Only known facts are given. ISSN, DOI and last page are unknown; the name of the journal is a conjecture, which no field
can express; so all four are left out. Addresses are left out if the site's address is unknown, or are relative where a
program can resolve them.
"""

from __future__ import annotations

from ..model.addressing import LINKSET, link, pdf
from ..model.edition import Edition
from .cited import whole_address
from .described import ORIGINAL, SECTION, TRANSLATION, Description
from .exports import FORMATS, MEDIA_TYPES

Tag = tuple[str, dict[str, str]]  # the name of an element and its attributes


def head_tags(edition: Edition, described: Description) -> list[Tag]:
    """The elements for the head of a page; those with empty values are left out.

    What has citation tags is a publication of its own to Google Scholar, so paragraphs and the edition's own pages have
    none: Zotero reads them in Dublin Core.
    """
    scholar = described.type in (ORIGINAL, TRANSLATION, SECTION)
    metas = [*(_scholar(edition, described) if scholar else []), *_dublin_core(edition, described)]
    return [
        *(("meta", {"name": name, "content": value}) for name, value in metas if value),
        ("link", {"rel": "schema.DC", "href": "http://purl.org/dc/elements/1.1/"}),
        *(("link", attributes) for attributes in _links(edition, described)),
    ]


def _scholar(edition: Edition, described: Description) -> list[tuple[str, str]]:
    url = whole_address(edition, described.cited_path)
    released = edition.facts.released
    again = described.published != released.isoformat()  # published before the edition
    return [
        ("citation_title", described.title),
        ("citation_author", described.author),
        ("citation_publication_date", described.published.replace("-", "/")),
        ("citation_online_date", released.strftime("%Y/%m/%d") if again else ""),
        ("citation_inbook_title", described.whole),
        ("citation_issue", described.issue),
        ("citation_firstpage", described.first_page),
        ("citation_language", described.locale.code),
        ("citation_abstract", described.abstract),
        *(("citation_keywords", word) for word in described.keywords),
        ("citation_public_url", url),
        ("citation_pdf_url", whole_address(edition, pdf(described.locale)) if described.abstract else ""),
        ("citation_fulltext_html_url", url if described.abstract else ""),
        ("citation_abstract_html_url", f"{url}#abstract" if url and described.abstract else ""),
    ]


def _dublin_core(edition: Edition, described: Description) -> list[tuple[str, str]]:
    responsibility = edition.facts.responsibility
    return [
        ("DC.title", described.title),
        ("DC.creator", described.author),
        ("DC.contributor", described.contributor),
        ("DC.publisher", responsibility.publisher.get(described.locale.code, "")),
        ("DC.date", described.published),
        ("DC.language", described.locale.code),
        ("DC.type", "Text"),
        ("DC.rights", described.licence),
        ("DC.identifier", whole_address(edition, described.cited_path)),
        ("DC.identifier", described.name),
        ("DC.relation.ispartof", edition.facts.identifier),
    ]


def _links(edition: Edition, described: Description) -> list[dict[str, str]]:
    found = []
    if edition.site_url:
        found.append({"rel": "cite-as", "href": whole_address(edition, described.cited_path)})
    found.append({"rel": "type", "href": f"https://schema.org/{described.type.schema_org}"})
    if described.licence:
        found.append({"rel": "license", "href": described.licence})
    for end in FORMATS if described.stem else ():
        href = link(described.path, f"{described.stem}.{end}")
        found.append({"rel": "describedby", "type": MEDIA_TYPES[end], "href": href})
    if edition.site_url:
        found.append({"rel": "linkset", "type": "application/linkset+json", "href": link(described.path, LINKSET)})
    return found
