"""Does the product name the one wrong number? `.venv/bin/python benchmarks/located.py [--documents N] [--write] [--show]`.

A document goes in as it is printed, findings come out. Documents are made here (printed_documents.py: accounts and budgets
with narrative, as text, XLSX, DOCX and PDF) or, where at hand, published ones (../shared/seeds, ../shared/corpus). Errors
are put into the printed text (printed_slips.py), none to three in a document, and faults of whole tables (printed_wholes.py).
What a document says without them does not count. `--write` renews docs/reference/location.md; `--show` prints every wrong
claim and every false finding.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from located_scores import Results
from printed_cases import Ground, checked, grave, ruled
from printed_documents import MAKES, SIZES, as_text
from printed_slips import BLANK
from printed_subjects import Printed, Read, Text, printed
from printed_wholes import WHOLES, with_whole

from gouji.reading.read import read_document

SHARED = Path(__file__).resolve().parents[2] / "shared"
PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "location.md"
COUNTS = (1, 1, 1, 1, 2, 3)  # errors of the cases on one document
FEWEST_NUMBERS = 6  # looked at by an identity
CROWDED = 40  # numbers for each error beyond the first
FORMATS = ("xlsx", "docx", "ruled", "unruled")


HEAD = """# Location: is the one wrong number named?

`benchmarks/located.py` prints documents with errors in them, has them read and checked, and looks whether the findings name
the number that was spoilt. Accounts and budgets with narrative are made from a seed, every cell rounded on its own, so that
tails occur, and printed as text, XLSX, DOCX and PDF. Published texts are spoilt in the text itself (of the small ones only figures that an
identity looks at), published PDFs in what was read of them. What a document says without the error does not count.

```sh
.venv/bin/python benchmarks/located.py --documents 5 --published 60 --pdf 3 --write
```

*found*: an error or warning concerns an identity of the figure; *at it*: a finding points at it; *first*: it is named as the
number to change, *among*: or as an alternative; *value*: with the right value; *claims right*: of the findings that say
`located`, those that change nothing but spoilt figures; *findings each*: errors and warnings for each error found (an exchange of two
numbers is one error); *false*: findings that concern no spoilt figure. All errors are drawn evenly over the figures that are not zero,
those of one sum only included: what no second identity looks at is found, but cannot be attributed.

Before the engine, with a locator that knew one number behind two faults or more, on nearly the same cases as in the next table
(and a table in another unit took 11 findings):

| | errors | found | at it | first | among | value | claims right | findings each | false |
|---|---|---|---|---|---|---|---|---|---|
| 1 | 925 | 0.799 | 0.636 | 0.466 | 0.466 | 0.451 | 431 of 432 | 1.23 | 3 |
| 2 | 244 | 0.943 | 0.844 | 0.717 | 0.717 | 0.697 | 175 of 175 | 1.26 | 0 |
| 3 | 290 | 0.976 | 0.824 | 0.724 | 0.724 | 0.690 | 210 of 210 | 1.27 | 3 |

"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=3, help="of each kind and size")
    parser.add_argument("--published", type=int, default=20, help="cases on each published document")
    parser.add_argument("--pdf", type=int, default=1, help="published PDFs, the smallest first")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    start, results = time.process_time(), Results()
    for ground in _made(asked.documents):
        results.grounds[ground.group, bool(ground.known)] += 1
        _cases(ground, results, COUNTS)
    for ground in _published(asked.pdf):
        _cases(ground, results, (COUNTS * asked.published)[: asked.published])
    _wholes(asked.documents, results)
    text = "\n".join(results.told())
    print(text, f"\n{time.process_time() - start:.0f} s of CPU time")
    if asked.show:
        print(*results.wrong, sep="\n")
    if asked.write:
        PAGE.write_text(HEAD + text + "\n", encoding="utf-8")


def _made(documents: int) -> Iterator[Ground]:
    """Made documents as text, small to large, and some small ones in other formats."""
    for name, make in MAKES.items():
        for size, drawn in SIZES.items():
            for seed in range(documents):
                document = make(100 + seed, drawn)
                subject = Printed(name, document) if document.tables else Text.of(name, as_text(document).encode())
                yield Ground(f"made: {name}, {size}", subject)
    for number in range(documents * len(FORMATS) // 2):
        form, name = FORMATS[number % len(FORMATS)], list(MAKES)[1 + number % 2]
        yield Ground(f"made, as {form}", Printed(name, MAKES[name](200 + number, SIZES["small"]), form))


def _published(pdfs: int) -> Iterator[Ground]:
    """Published texts, and PDFs whose figures are changed in what was read of them."""
    texts = sorted((SHARED / "seeds").glob("*.txt"), key=lambda path: -path.stat().st_size)
    for path in texts[:1]:
        yield Ground("published accounts", Text.of(path.name, path.read_bytes()))
    for path in (*texts[1:], *sorted((SHARED / "corpus" / "texts").glob("*.txt"))):
        subject = Text.of(path.name, path.read_bytes())
        subject = subject.among(ruled(subject.report).looks)
        if len(subject.numbers) >= FEWEST_NUMBERS:
            yield Ground("published, other texts", subject)
    for path in sorted((SHARED / "corpus" / "pdf").glob("*.pdf"), key=lambda path: path.stat().st_size)[:pdfs]:
        yield Ground("published, PDF, changed as read", Read(path.name, read_document(path.name, path.read_bytes())))


def _cases(ground: Ground, results: Results, counts: Sequence[int]) -> None:
    chance = random.Random(f"{ground.group} {len(ground.figures)} {ground.subject.name}")
    for count in counts:
        if len(ground.subject.numbers) > CROWDED * (count - 1):
            results.add(ground.case(chance, count))
    results.blank(ground.case(chance, 1, [BLANK]) if not isinstance(ground.subject, Read) else None)


def _wholes(documents: int, results: Results) -> None:
    """Faults of whole tables in made documents as text."""
    for kind in WHOLES:
        for name in MAKES:
            for number, (_, size) in zip(range(2 * documents), cycle(SIZES.items()), strict=False):
                made = with_whole(kind, random.Random(f"{kind} {number}"), name, 300 + number, size)
                if made:
                    report = printed(made[0])
                    results.whole(made[1], report, grave(checked(report).findings))


if __name__ == "__main__":
    main()
