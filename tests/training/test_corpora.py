"""Labelled corpora to examples: what their labels come to on small files of our own."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from encoder.corpora import entities, events, proclitics
from encoder.examples import NOT_LABELLED, example, tags, words_of
from marsad.encoder.heads import heads


def test_particles_set_apart_in_a_file_are_joined_on_again() -> None:
    tokens = [
        ("وصل", "O"),
        ("و", "O"),
        ("باريس", "B-LOC"),
        ("(", "O"),
        ("د", "B-Media"),
        ("ب", "I-Media"),
        ("ا", "I-Media"),
    ]
    text, spans = entities.labelled(tokens)
    assert text == "وصل وباريس ( د ب ا"
    assert [(label, text[a:b]) for label, a, b in spans] == [("LOC", "باريس"), ("Media", "د ب ا")]


def test_a_sentence_is_known_by_its_letters_in_any_spelling() -> None:
    assert entities.key([("إلى", "O"), ("ألمانيا", "B-LOC")]) == entities.key(
        [("الي", "O"), ("المانيا", "O"), (".", "O")]
    )


def letters(number: int) -> str:
    """A number spelled in letters, so that it stays part of its word."""
    return "".join("بتثجحخدذرز"[int(digit)] for digit in str(number))


def corpus(folder: Path, count: int) -> Path:
    (folder / "anercorp_train.txt").write_text(
        "\n".join(
            f"زار O\nالمدير{letters(i)} B-PERS\nلندن{letters(i)} B-LOC\nمساء O\nالجمعة O\n" for i in range(count)
        ),
        "utf-8",
    )
    held = {tuple(t for t, _ in s) for s in entities.held_out(folder)}
    rows = [
        f"زار\tO\nالمدير{letters(i)}\tB-Politician\nلندن{letters(i)}\tB-Nation\nمساء\tO\nالجمعة\tO\n"
        for i in range(count)
    ]
    (folder / "newsfane_train.tsv").write_text("\n".join(rows), "utf-8")
    assert held
    return folder


def test_what_is_held_out_of_one_file_is_held_out_of_all(tmp_path: Path) -> None:
    folder = corpus(tmp_path, 600)
    held = {"".join(t for t, _ in s) for s in entities.held_out(folder)}
    learned = [e.text.replace(" ", "") for e in entities.examples(folder)]
    assert held
    assert not held & set(learned)
    assert len(learned) == 600 - len(held)


def test_where_two_files_label_a_sentence_one_gives_its_names_and_the_other_its_kinds(tmp_path: Path) -> None:
    made = entities.examples(corpus(tmp_path, 600))
    known = heads()
    assert made[0].names is not None
    assert made[0].kinds is not None
    assert (
        made[0].names.tolist()
        == tags(5, [(known.names.index("person"), 1, 2), (known.names.index("place"), 2, 3)]).tolist()
    )
    assert (
        made[0].kinds.tolist()
        == tags(5, [(known.kinds.index("person"), 1, 2), (known.kinds.index("place"), 2, 3)]).tolist()
    )


def test_of_a_sentence_that_newsfane_labels_alone_nothing_is_said_of_disputed_names(tmp_path: Path) -> None:
    folder = corpus(tmp_path, 600)
    with (folder / "newsfane_train.tsv").open("a", encoding="utf-8") as file:
        file.write("\n\nاستقالت\tO\nالحكومة\tB-Government\nأمس\tO\n")
    [alone] = [e for e in entities.examples(folder) if "استقالت" in e.text]
    assert alone.names is not None
    assert alone.kinds is not None
    assert alone.names.tolist() == [0, NOT_LABELLED, 0]
    assert alone.kinds.tolist() == tags(3, [(heads().kinds.index("government"), 1, 2)]).tolist()


@pytest.mark.parametrize(
    ("parts", "lead"),
    [(["و", "ب", "الأمس"], "و+ب"), (["كتاب", "ه"], ""), (["ل", "سلطة"], "ل"), (["بيت"], ""), (["أن", "ه"], "")],
)
def test_proclitics_are_the_particles_before_the_word(parts: list[str], lead: str) -> None:
    assert proclitics.proclitics(parts) == lead


def test_proclitics_of_a_parsed_sentence(tmp_path: Path) -> None:
    lines = ["# text = وقال بالأمس."]
    rows = [
        ("و", "CCONJ", "No"),
        ("قال", "VERB", "_"),
        ("ب", "ADP", "No"),
        ("الأمس", "NOUN", "No"),
        (".", "PUNCT", "_"),
    ]
    for i, (form, kind, space) in enumerate(rows, 1):
        lines.append(
            "\t".join(
                [str(i), form, form, kind, "_", "_", "0", "_", "_", f"SpaceAfter={space}" if space == "No" else "_"]
            )
        )
    path = tmp_path / "x.conllu"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    [made] = proclitics.examples(path)
    order = heads().proclitics
    assert made.proclitics is not None
    assert made.proclitics.tolist() == [order.index("و"), order.index("ب")]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (["هاجم", "مسلحون"], [1, 2]),
        (["قرية", "هاجم"], [1, 3]),
        (["«قرية»."], [3]),
        ([], []),
        (["غائب"], []),
    ],
)
def test_where_the_words_that_an_annotator_marked_stand(marked: list[str], found: list[int]) -> None:
    assert events.located(["أمس", "هاجم", "مسلحون", "قرية"], marked) == found


def test_every_annotator_counts(tmp_path: Path) -> None:
    text = "هاجم مسلحون قرية"
    head = "id,event_type,label,accept,reject,total,text\n"
    (tmp_path / "assault_sentences.csv").write_text(
        head + f"D1-1,ASSAULT,yes,3,1,4,{text}\nD1-2,ASSAULT,easy no,0,3,3,صمت\n", "utf-8"
    )
    (tmp_path / "protest_sentences.csv").write_text(head + f"D2-1,PROTEST,easy no,0,2,2,{text}\n", "utf-8")
    role = {"main": "None", "role": "UAF"}
    spans = [
        {"verb": ["هاجم"], "source_actor": ["مسلحون"], "target_actor": [], "source_role": role, "target_role": {}},
        {"verb": ["هاجم"], "source_actor": [], "target_actor": ["قرية"], "source_role": {}, "target_role": "UNKNOWN"},
    ]
    record = {"source": "D1-1", "_id": "x", "text": text, "spans": spans, "event_type": "ASSAULT"}
    (tmp_path / "assault_spans.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    (tmp_path / "protest_spans.jsonl").write_text("", "utf-8")
    attack, quiet = sorted(events.examples(tmp_path), key=lambda e: -len(e.text))
    assert attack.events is not None
    assert attack.parts is not None
    assert attack.part_weights is not None
    assert attack.sectors is not None
    assert attack.events.tolist() == [0.75, 0.0]
    assert attack.parts[:, :3].tolist() == [[1, 0, 0], [0, 0.5, 0], [0, 0, 0.5]]
    assert attack.part_weights.tolist() == [1, 1, 1, 0, 0, 0]
    assert attack.sectors[0, 0, heads().sectors.index("UAF")] == 1
    assert attack.sectors[0, 1].sum() == 0
    assert (attack.keep, quiet.keep) == (3.0, events.KEPT_OF_REJECTED)
    assert attack.group != quiet.group or events.documents(tmp_path)[attack.text] == events.documents(tmp_path)["صمت"]


def test_sentences_of_one_document_are_in_one_fold(tmp_path: Path) -> None:
    head = "id,event_type,label,accept,reject,total,text\n"
    rows = "".join(f"D{i // 3}-{i},ASSAULT,easy no,0,3,3,جملة {i}\n" for i in range(30))
    (tmp_path / "assault_sentences.csv").write_text(head + rows, "utf-8")
    (tmp_path / "protest_sentences.csv").write_text(
        head + "X-1,PROTEST,easy no,0,3,3,جملة 0\nX-2,PROTEST,easy no,0,3,3,جملة 29\n", "utf-8"
    )
    for kind in ("assault", "protest"):
        (tmp_path / f"{kind}_spans.jsonl").write_text("", "utf-8")
    folds = events.folds(tmp_path, 3)
    assert len({folds[f"جملة {i}"] for i in (0, 1, 2, 27, 28, 29)}) == 1
    assert all(len({folds[f"جملة {3 * d + i}"] for i in range(3)}) == 1 for d in range(10))
    assert set(folds.values()) == {0, 1, 2}


def test_words_that_offsets_touch() -> None:
    made = example("قال المتحدث باسم الشرطة", "d")
    assert made is not None
    assert words_of(made, 4, 11) == (1, 2)
    assert words_of(made, 5, 14) == (1, 3)
    assert words_of(made, 3, 4) == (0, 0)
    assert np.array_equal(tags(3, [(0, 0, 2), (1, 1, 3)]), [1, 2, 0])
    assert NOT_LABELLED < 0
