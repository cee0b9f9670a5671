"""Every row of every table is read: each form gives the concept of its row."""

import pytest

from wirecrawl.news.dedupe.meaning.lexicon import LATIN, lexicon, rows, spaceless
from wirecrawl.news.dedupe.words.tokenizer import tokens

SPACED = (*LATIN, "ru", "ar", "ko")
ROWS = [(language, concept, form) for language in SPACED for concept, form in rows(language)]
SIGNS = [(language, concept, form) for language in ("zh", "ja") for concept, form in rows(language)]
CLASSES = set("etxvnocdsgyirm")


@pytest.mark.parametrize(("language", "concept", "form"), ROWS)
def test_a_form_has_the_concept_of_its_row(language: str, concept: str, form: str) -> None:
    texts = [token.text for token in tokens(form.removesuffix("*"))]
    table = lexicon(language, alone=True)
    found = table.phrase(texts, 0) if len(texts) > 1 else (table.word(texts[0]), 1)
    assert found == (concept, len(texts))


@pytest.mark.parametrize(("language", "concept", "form"), SIGNS)
def test_a_form_without_spaces_has_the_concept_of_its_row(language: str, concept: str, form: str) -> None:
    pattern, concepts = spaceless(language)
    text = "".join(token.text for token in tokens(form))
    found = pattern.fullmatch(text)
    assert found
    assert concepts[found[0]] == concept


@pytest.mark.parametrize("language", [*SPACED, "zh", "ja", "places", "days"])
def test_a_concept_has_a_known_class_and_one_row(language: str) -> None:
    concepts = list(dict.fromkeys(concept for concept, _ in rows(language)))
    assert {concept[0] for concept in concepts if ":" in concept} <= CLASSES
    assert {concept for concept in concepts if ":" not in concept} <= {"-", "p", "to", "grow", "neg"}
