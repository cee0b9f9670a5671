"""What IPTC's ninjs 3.1 and 1.6 allow of what wirecrawl writes, as JSON Schema in our own words.

The schemas themselves are IPTC's (CC BY 4.0, github.com/iptc/newsinjson), and no package of a registry has them. Here
are the names and types of the properties that a story can fill; as in the originals, no object has any other. They were
compared with specification/ninjs-schema_3.1.json and ninjs-schema_1.6.json of that repository, property by property.
"""

from typing import Any

_TEXT: dict[str, Any] = {"type": "string"}
_TIME = {"type": "string", "format": "date-time"}
_UTC = {**_TIME, "pattern": r"(Z|\+00:00)$"}  # Superdesk takes no other offset
_URI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+$"}
_TYPE = {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component"]}
_STATUS = {"enum": ["usable", "withheld", "canceled"]}
_URGENCY = {"type": "integer", "minimum": 1, "maximum": 9}


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": [*required]}


def _list(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": _object(*required, **properties)}


def _texts(*names: str) -> dict[str, Any]:
    return dict.fromkeys(names, _TEXT)


_STANDARD = _object(**_texts("name", "version"), schema=_URI)
_3_1 = {
    "uri": _URI,
    "standard": _STANDARD,
    "type": _TYPE,
    "representationType": {"enum": ["full", "partial"]},
    **dict.fromkeys(("firstCreated", "versionCreated"), _TIME),
    "pubStatus": _STATUS,
    "urgency": _URGENCY,
    **_texts("version", "language", "edNote", "by", "located"),
    "headlines": _list("value", **_texts("role", "contentType", "value")),
    "descriptions": _list("value", **_texts("role", "contentType", "value")),
    "bodies": _list("value", **_texts("role", "contentType", "value"), charCount={"type": "integer"}),
    "people": _list(**_texts("name", "rel", "literal"), uri=_URI),
    "places": _list(**_texts("name", "rel", "literal"), uri=_URI),
    "subjects": _list(**_texts("name", "rel", "literal"), uri=_URI),
    "genres": _list(**_texts("name", "literal"), uri=_TEXT),
    "infoSources": _list(**_texts("name", "role", "literal"), uri=_URI),
    "renditions": _list("name", **_texts("name", "contentType", "title"), href=_URI),
    "altIds": _list(**_texts("role", "value")),
}
_1_6 = {
    "uri": _URI,
    "$standard": _STANDARD,
    "type": _TYPE,
    "representationtype": {"enum": ["complete", "incomplete"]},
    **dict.fromkeys(("firstcreated", "versioncreated"), _UTC),
    "pubstatus": _STATUS,
    "urgency": _URGENCY,
    **_texts("version", "language", "ednote", "headline", "byline", "located"),
    "charcount": {"type": "number"},
    "person": _list(**_texts("name", "rel", "code"), scheme=_URI),
    "place": _list(**_texts("name", "rel", "code"), scheme=_URI),
    "subject": _list(**_texts("name", "rel", "code"), scheme=_URI),
    "genre": _list(**_texts("name", "code"), scheme=_URI),
    "infosource": _list(**_texts("name", "rel", "code"), scheme=_URI),
    "renditions": {
        "type": "object",
        "additionalProperties": False,
        "patternProperties": {"^[a-zA-Z0-9_]+": _object(**_texts("mimetype", "title"), href=_URI)},
    },
    "altids": {"type": "object"},
}
_PREFIXED = {f"^{name}_[a-zA-Z0-9_]+": _TEXT for name in ("description", "body", "headline")}
SCHEMAS: dict[str, dict[str, Any]] = {
    "3.1": _object("uri", **_3_1, associations=_list("name", "uri", **_3_1, **_texts("name", "rel"))),
    "1.6": {
        **_object("uri", **_1_6),
        "patternProperties": _PREFIXED,
    },
}
SCHEMAS["1.6"]["properties"]["associations"] = {
    "type": "object",
    "additionalProperties": False,
    "patternProperties": {"^[a-zA-Z0-9_]+": {**_object("uri", **_1_6), "patternProperties": _PREFIXED}},
}
