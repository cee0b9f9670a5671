"""Stories as ninjs items of two versions: 3.1, with lists of objects, and 1.6, flat and in small letters."""

import re
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote

from wirecrawl.errors import BadArgument
from wirecrawl.items import Image, Story
from wirecrawl.storage.feed.formats.places import utc

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_SAFE = "/:@!$&'()*+,;=~?#[]%"  # characters of a URI that stay; a percent sign is of an escape that is there already
_URGENCY = {"flash": 1, "bulletin": 2, "urgent": 3}
_SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_{}.json#"
_ASSOCIATED = "picture"


def check_prefix(prefix: str) -> None:
    """Raise BadArgument for what begins no URI."""
    if not is_uri(prefix + "x"):
        raise BadArgument(f"--uri-prefix {prefix}: give the beginning of a URI, as in https://example.org/")


def is_uri(text: str) -> bool:
    """Whether a text is a URI.

    >>> is_uri("tag:wirecrawl.example,2026:xinhua:content_1"), is_uri("wire one")
    (True, False)
    """
    return bool(_URI.fullmatch(text))


def item_uri(name: str, prefix: str) -> str:
    """The URI of a story or an image: one that it has, or the prefix and its name; with only characters of URIs.

    >>> item_uri("xinhua:内容", "tag:wirecrawl.example,2026:")
    'tag:wirecrawl.example,2026:xinhua:%E5%86%85%E5%AE%B9'
    """
    return prefix + quote(name, safe=":/@,;=+$!*'()~")


def item_3_1(story: Story, prefix: str) -> dict[str, Any]:
    """An item of version 3.1; null and empty values are to be left out."""
    return {
        "uri": item_uri(story.id, prefix),
        "standard": _standard("3.1"),
        "type": _type(story),
        "representationType": "full" if story.end_mark else None,
        "version": str(story.version),
        "firstCreated": None if story.published_precision == "day" else story.published,
        "versionCreated": _version_time(story),
        "pubStatus": _status(story),
        "urgency": _URGENCY.get(story.marks.urgency or ""),
        "language": story.language,
        "edNote": "\n".join(story.notes),
        "headlines": [
            {"role": "main", "value": story.headline},
            {"role": "asPrinted", "value": story.headline_raw} if story.headline_raw != story.headline else {},
        ]
        if story.headline
        else [],
        "bodies": [
            {"role": "main", "contentType": "text/plain", "charCount": len(story.text), "value": story.text},
            {"role": "main", "contentType": "text/html", "value": body_html(story)},
        ]
        if story.text
        else [],
        "by": ", ".join(story.bylines),
        "people": [{"name": name, "rel": "editor"} for name in story.editors],
        "located": story.dateline.places[0] if story.dateline and story.dateline.places else None,
        "places": [{"name": place, "rel": "dateline"} for place in (story.dateline.places if story.dateline else [])],
        "subjects": [{"name": keyword} for keyword in story.keywords],
        "genres": [{"name": story.marks.genre}],
        "infoSources": _sources(story, "role"),
        "associations": [_picture_3_1(image, uri, number) for number, (image, uri) in enumerate(_images(story), 1)],
        "altIds": [{"role": role, "value": value} for role, value in _ids(story).items() if value],
    }


def item_1_6(story: Story, prefix: str) -> dict[str, Any]:
    """An item of version 1.6; null and empty values are to be left out. Times are UTC, as Superdesk takes no other."""
    return {
        "uri": item_uri(story.id, prefix),
        "$standard": _standard("1.6"),
        "type": _type(story),
        "representationtype": "complete" if story.end_mark else None,
        "version": str(story.version),
        "firstcreated": None if story.published_precision == "day" else _utc(story.published),
        "versioncreated": _utc(_version_time(story)),
        "pubstatus": _status(story),
        "urgency": _URGENCY.get(story.marks.urgency or ""),
        "language": story.language,
        "ednote": "\n".join(story.notes),
        "headline": story.headline,
        "headline_printed": story.headline_raw if story.headline_raw != story.headline else None,
        "body_text": story.text,
        "body_html": body_html(story),
        "charcount": len(story.text) or None,
        "byline": ", ".join(story.bylines),
        "person": [{"name": name, "rel": "editor"} for name in story.editors],
        "located": story.dateline.places[0] if story.dateline and story.dateline.places else None,
        "place": [{"name": place, "rel": "dateline"} for place in (story.dateline.places if story.dateline else [])],
        "subject": [{"name": keyword} for keyword in story.keywords],
        "genre": [{"name": story.marks.genre, "code": story.marks.genre}],
        "infosource": _sources(story, "rel"),
        "associations": {
            f"{_ASSOCIATED}_{number}": _picture_1_6(image, uri) for number, (image, uri) in enumerate(_images(story), 1)
        },
        "altids": _ids(story),
    }


def _standard(version: str) -> dict[str, str]:
    return {"name": "ninjs", "version": version, "schema": _SCHEMA.format(version)}


def _type(story: Story) -> str:
    return "picture" if story.images and not story.text else "text"


def _status(story: Story) -> str:
    return "canceled" if story.marks.handling == "kill" else "usable"


def _version_time(story: Story) -> str | None:
    """When this version was made: as the page says, unless it says a day only, which would be a false midnight."""
    if story.updated or story.published_precision != "day":
        return story.updated or story.published or story.fetched
    return story.fetched


def _utc(time: str | None) -> str | None:
    moment: datetime | None = utc(time)
    return moment.isoformat(timespec="seconds") if moment else None


def body_html(story: Story) -> str:
    """The text of a story as HTML, a <p> for each paragraph."""
    paragraphs = (paragraph for paragraph in story.text.split("\n\n") if paragraph.strip())
    return "\n".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)


def _sources(story: Story, key: str) -> list[dict[str, str]]:
    named = {"originator": story.agency, "distributor": story.site}
    return [{"name": name, key: role} for role, name in named.items() if name]


def _ids(story: Story) -> dict[str, str | None]:
    return {
        "id": story.id,
        "thread": story.thread,
        "supersedes": story.supersedes,
        "url": story.url,
        "day": story.published[:10] if story.published else None,
        "sha256": story.provenance.sha256,
        "record": story.provenance.record,
    }


def _images(story: Story) -> list[tuple[Image, str]]:
    """Pictures that have an address, which an associated item needs, each with it as a URI."""
    found = ((image, quote(image.url or "", safe=_SAFE)) for image in story.images)
    return [(image, uri) for image, uri in found if is_uri(uri)]


def _picture_3_1(image: Image, uri: str, number: int) -> dict[str, Any]:
    return {
        "name": f"{_ASSOCIATED}-{number}",
        "uri": uri,
        "type": _ASSOCIATED,
        "by": image.credit,
        "descriptions": [{"role": "caption", "value": image.caption}] if image.caption else [],
        "renditions": [{"name": "original", "href": uri}],
    }


def _picture_1_6(image: Image, uri: str) -> dict[str, Any]:
    return {
        "uri": uri,
        "type": _ASSOCIATED,
        "byline": image.credit,
        "description_caption": image.caption,
        "renditions": {"original": {"href": uri}},
    }
