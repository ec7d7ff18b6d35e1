#!/usr/bin/env python3
"""Turns the byte-n-gram model of py3langid into langid.model, the compact table that the crate reads.

    pip install py3langid==0.4.0
    python3 crates/languages/data/convert.py

The published model (BSD 3-Clause, see LICENSE-py3langid.txt) is a naive Bayes classifier: 100,053 byte n-grams times 142
columns of log probabilities, 28 MB. What identifies the language of a news page fits in a thirtieth of that:

* Columns: scripts that only one language writes are told by script, so only Latin, Cyrillic, Arabic and
  Devanagari languages stay, and of these the ones that newspapers are printed in.
* Rows: an n-gram counts where it is the longest known suffix of the text read so far. So a dropped n-gram hands its
  probability to its longest kept suffix, exactly. The FEATURES n-grams stay whose absence would lose most information.
* Weights: log probability above the column's floor (that of an unseen n-gram), in 16 steps; a small one is none.
* A prior by order of magnitude of the language's share of the web, as Common Crawl publishes it.

The layout of langid.model is described in ../src/model.rs.
"""

import struct
from pathlib import Path

import numpy as np
from py3langid.langid import MODEL_FILE, LanguageIdentifier

FEATURES = 22_000
LONGEST = 5  # bytes; the 198 longer n-grams fold into their suffixes
COLUMNS = 80
LEAST, STEP, LEVELS = 1.4, 0.6, 16  # nats
SCALE = 64  # fixed point: units in a nat
DECADE = 1.5  # nats for a factor of ten in frequency: less than ln 10, so that a text speaks louder than its odds

COMMON = [  # above 3 %, above 0.3 %, above 0.03 % of the pages; the rest is rarer
    "de en es fr ru",
    "ar cs da fa fi hu id it nl no pl pt ro sv tr uk vi",
    "af az be bg bs ca et eu gl hi hr is kk lt lv mk mn mr ms ne sk sl sq sr sw tl ur uz",
]
RARE = "ba cy fo fy ga gd ha ht ig ku ky lb mg mt om ps rw sn so tg tk tt ug xh yo zu"
ALIASES = {"nn": "no", "sdh": "ku"}  # columns reported under another tag


def main():
    grams, probabilities, labels = published()
    columns, tags, priors = choose(labels)
    probabilities = np.exp(probabilities[:, columns].astype("f8"))
    floors = probabilities.min(axis=0)
    mass = {gram: np.maximum(row - floors, 0) for gram, row in zip(grams, probabilities)}
    kept = prune(mass, floors)
    data = encode(kept, floors, tags, priors)
    path = Path(__file__).with_name("langid.model")
    path.write_bytes(data)
    print(f"{path.name}: {len(kept)} n-grams, {len(tags)} columns, {len(data)} bytes")


def published():
    """The n-gram of each row, the rows of log probabilities, the label of each column."""
    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    moves = np.array(model.tk_nextmove).reshape(-1, 256)[np.array(model.tk_row)]
    strings = {0: b""}  # of each automaton state: the shortest way to it, found breadth first
    grams = {}
    queue = [0]
    for state in queue:
        row = model.tk_output[state]
        if row >= 0:  # a state that is no n-gram itself shows the row of its suffix, which came first
            grams.setdefault(row, strings[state])
        for byte in range(256):
            target = int(moves[state, byte])
            if target not in strings:
                strings[target] = strings[state] + bytes([byte])
                queue.append(target)
    return [grams[row] for row in range(len(model.nb_ptc))], np.asarray(model.nb_ptc), model.nb_classes


def choose(labels):
    """Column numbers, their tags and their priors in nats."""
    ranks = {tag: len(COMMON) - i for i, tier in enumerate(COMMON) for tag in tier.split()}
    ranks |= dict.fromkeys(RARE.split(), 0)
    columns = [j for j, label in enumerate(labels) if ALIASES.get(label, label) in ranks]
    columns.sort(key=lambda j: (ALIASES.get(labels[j], labels[j]), j))
    tags = [ALIASES.get(labels[j], labels[j]) for j in columns]
    return columns, tags, [DECADE * ranks[tag] for tag in tags]


def prune(mass, floors):
    """The FEATURES n-grams worth most, each with the mass of the dropped ones that end in it."""
    short = {gram: row for gram, row in mass.items() if len(gram) <= LONGEST}
    ranked = sorted(short, key=lambda gram: (-worth(gram, mass, floors), gram))
    kept = {gram: mass[gram].copy() for gram in ranked[:FEATURES]}
    for gram, row in mass.items():
        if gram not in kept and (suffix := longest_suffix(gram, kept)):
            kept[suffix] += row
    return kept


def worth(gram, mass, floors):
    """Expected gain in log likelihood ratio from telling `gram` apart from its longest suffix."""
    own = lift(mass[gram] + floors)
    suffix = longest_suffix(gram, mass)
    merged = lift(mass[gram] + mass[suffix] + floors) if suffix else 0
    return float((mass[gram] * (own - merged)).sum())


def lift(row):
    return np.log(row / row.mean())


def longest_suffix(gram, known):
    return next((gram[i:] for i in range(1, len(gram)) if gram[i:] in known), None)


def encode(kept, floors, tags, priors):
    assert len(tags) == COLUMNS and all(1 < len(gram) and 0 not in gram for gram in kept)
    grams = sorted(kept, key=lambda gram: (-kept[gram].sum(), gram))  # frequent ones side by side: in one cache line
    return b"".join([
        *[tag.encode().ljust(2) for tag in tags],
        *map(fixed, np.log(floors) + LEAST),
        *map(fixed, priors),
        fixed(STEP),
        struct.pack("<h", len(grams)),
        *[bytes([len(gram)]) + gram for gram in grams],
        *[levels(kept[gram], floors) for gram in grams],
    ])


def fixed(value):
    return struct.pack("<h", round(value * SCALE))


def levels(row, floors):
    """One half of a byte per column: the lower halves first."""
    above = np.log(row + floors) - np.log(floors)
    steps = np.clip(np.round((above - LEAST) / STEP), 0, LEVELS - 1).astype("u1")
    return (steps[: COLUMNS // 2] | steps[COLUMNS // 2 :] << 4).tobytes()


if __name__ == "__main__":
    main()
