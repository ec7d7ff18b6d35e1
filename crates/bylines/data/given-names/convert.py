#!/usr/bin/env python3
"""Writes names.txt, the given names of most languages, from those of the package Faker (LICENSE-faker.txt).

    pip install faker==40.54.0
    python3 convert.py > names.txt

One folded name a line, sorted by bytes. Names of one letter, of several words or in scripts without blanks are left out.
"""

import importlib
import pkgutil
import sys

import faker.providers.person

# `en` holds all that ever was a name in the United States; the others are long and for few readers.
SKIPPED = {"en", "is_IS", "ne_NP", "or_IN", "si_LK"}


def names():
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if module.name in SKIPPED:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for key, value in vars(provider).items():
            if key.startswith("first_name") and isinstance(value, (tuple, list, dict)):
                yield from (name for name in value if isinstance(name, str))


def is_spaceless(c):
    return "\u0e00" <= c <= "\u0eff" or "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3"


# As copydesk_lexicon::fold has it.
DROPPED = dict.fromkeys([0xAD, 0x307, 0x640, *range(0x200B, 0x2010), *range(0x64B, 0x653), ord(".")])
SAME = str.maketrans("’‘ʼ`´ςيىكأإآ", "'''''σییکااا")


def fold(name):
    return name.lower().translate(DROPPED).translate(SAME)


def is_wanted(name):
    return len(name) > 1 and not any(c.isspace() or c in "-()/" or is_spaceless(c) for c in name)


sys.stdout.reconfigure(encoding="utf-8", newline="\n")
folded = {fold(name.strip()) for name in names()}
for name in sorted(filter(is_wanted, folded), key=lambda name: name.encode()):
    print(name)
