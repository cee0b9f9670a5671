"""Every row of every table is read: each form gives the concept of its row."""

import pytest

from wirecrawl.news.dedupe.meaning.lexicon import LATIN, lexicon, rows, spaceless
from wirecrawl.news.dedupe.relate import load_tables, relate
from wirecrawl.news.dedupe.words.tokenizer import tokens

SPACED = (*LATIN, "ru", "ar", "ko")
CLASSES = set("etxvnolucdsgyirm")


def forms_by_row(*languages: str) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for language in languages:
        for concept, form in rows(language):
            found.setdefault((language, concept), []).append(form)
    return found


ROWS = forms_by_row(*SPACED)
SIGNS = forms_by_row("zh", "ja")


@pytest.mark.parametrize(("language", "concept"), ROWS)
def test_the_forms_of_a_row_have_its_concept(language: str, concept: str) -> None:
    table = lexicon(language, alone=True)
    for form in ROWS[language, concept]:
        texts = [token.text for token in tokens(form.removesuffix("*"))]
        found = table.phrase(texts, 0) if len(texts) > 1 else (table.word(texts[0]), 1)
        assert found == (concept, len(texts)), form


@pytest.mark.parametrize(("language", "concept"), SIGNS)
def test_the_forms_of_a_row_without_spaces_have_its_concept(language: str, concept: str) -> None:
    for form in SIGNS[language, concept]:
        assert list(spaceless(language).parts(form)) == [(concept, form)]
        assert "".join(token.text for token in tokens(form)) == form


@pytest.mark.parametrize("language", [*SPACED, "zh", "ja", "places", "days", "leaders"])
def test_a_concept_has_a_known_class_and_one_row(language: str) -> None:
    concepts = list(dict.fromkeys(concept for concept, _ in rows(language)))
    assert {concept[0] for concept in concepts if ":" in concept} <= CLASSES
    assert {concept for concept in concepts if ":" not in concept} <= {"-", "p", "to", "grow", "neg"}


@pytest.mark.parametrize("leader", [concept for concept, _ in rows("leaders")])
def test_a_leader_has_a_name_an_office_and_a_country(leader: str) -> None:
    assert all(leader.removeprefix("l:").split("/"))
    assert leader.count("/") == 2


def test_the_first_comparison_loads_no_table_that_was_loaded_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    load_tables()
    monkeypatch.setattr("wirecrawl.news.dedupe.meaning.lexicon.files", None)
    monkeypatch.setattr("wirecrawl.news.dedupe.relations.difference.files", None)
    assert relate("Zxqkv says the police shot a man", "Police shot dead Zxqkv, the man who fled", "xinhua")
