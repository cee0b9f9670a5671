"""Agência Brasil: one site in Portuguese, with folders for English and Spanish. Its licence is free.

A story has no number, so the address is the id. Its pages are read as a whole. K: the shape of a story's address."""

import re
from datetime import timedelta

from wirecrawl.news.agencies import Agency, Past, Source, UrlShape

_SITE = ("agenciabrasil.ebc.com.br",)
_SHAPES = (
    # K: /geral/noticia/2026-11/slug
    UrlShape(
        "article",
        _SITE,
        re.compile(
            r"(?:/[a-z]{2})?/(?P<section>[\w-]{2,40})/noti(?:cia|cias|cia-es)/(?P<year>\d{4})-(?P<month>\d\d)/[\w-]{3,300}"
        ),
    ),
    UrlShape("list", _SITE, re.compile(r"/rss/[\w-]{2,40}/feed\.xml"), source="feed"),
    UrlShape("list", _SITE, re.compile(r"/(?:(?P<section>[\w-]{2,40})/?)?")),
)

AGENCY = Agency(
    name="agenciabrasil",
    printed=("Agência Brasil",),
    domains=_SITE,
    zone=timedelta(hours=-3),
    place="America/Sao_Paulo",
    languages={
        "agenciabrasil.ebc.com.br": "pt",
        "agenciabrasil.ebc.com.br/en": "en",
        "agenciabrasil.ebc.com.br/es": "es",
    },
    shapes=_SHAPES,
    layouts=(),
    past=(Past("agenciabrasil.ebc.com.br/", r".*/noticia[a-z-]*/{year}-{month}/.*"),),
    sources=(Source("https://agenciabrasil.ebc.com.br/rss/ultimasnoticias/feed.xml", "feed"),),
    order=340,
)
