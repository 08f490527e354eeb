"""Make the sample documents in every format and layout: `python samples/made_set.py FOLDER [--seed N] [--only KIND …]`.

Writes the files and `truth.json`: under `documents` the tables of each document as they are meant (cells with the rows
and columns they span), under `files` which document a file prints, in which format and layout, and for the PDFs drawn
here which rows of which table each page shows (`shown`: page, title, rows). One number, one set.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from printed import accounts, budget, forms, invented
from printed.layouts import LAYOUTS
from printed.table import Document

KINDS = ("xlsx", "xls", "docx", "html", "pdf", "office", "scan")
SCANNED = "ruled"  # the layout that is scanned
PAGES_SCANNED = 3


def documents(seed: int) -> dict[str, Document]:
    """The documents of a set: final accounts, a large and a small budget, target forms."""
    large, small = invented.Size(7, 4, 3), invented.Size(3, 1, 2)
    return {
        "accounts": accounts.document(invented.books(seed)),
        "budget": budget.document(invented.books(seed + 1, large)),
        "small": budget.document(invented.books(seed + 2, small)),
        "forms": forms.document(invented.books(seed + 3, small)),
    }


class Maker:
    """Writes files and keeps the list of them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.seed = folder, seed
        self.documents = documents(seed)
        self.files: list[dict[str, object]] = []
        folder.mkdir(parents=True, exist_ok=True)

    def file(self, name: str, kind: str, layout: str, suffix: str = "", **more: object) -> Path:
        path = self.folder / f"{name}-{layout}.{suffix or kind}"
        self.files.append({"file": path.name, "format": kind, "layout": layout, "document": name, **more})
        return path

    def make(self, kinds: tuple[str, ...]) -> None:
        for name, document in self.documents.items():
            for kind in kinds:
                getattr(self, kind)(name, document)
        truth = {
            name: {"name": one.name, "tables": [table.truth() for table in one.tables]}
            for name, one in self.documents.items()
        }
        text = json.dumps({"seed": self.seed, "files": self.files, "documents": truth}, ensure_ascii=False, indent=1)
        (self.folder / "truth.json").write_text(text + "\n", encoding="utf-8")

    def xlsx(self, name: str, document: Document) -> None:
        from printed import xlsx

        xlsx.write(document, self.file(name, "xlsx", "sheet"))

    def xls(self, name: str, document: Document) -> None:
        from printed import xls

        xls.write(document, self.file(name, "xls", "sheet"))

    def docx(self, name: str, document: Document) -> None:
        from printed import docx

        docx.write(document, self.file(name, "docx", "text"))

    def html(self, name: str, document: Document) -> None:
        from printed import html

        html.write(document, self.file(name, "html", "page"))
        html.write(document, self.file(name, "html", "page_gb18030"), "gb18030")

    def pdf(self, name: str, document: Document) -> None:
        from printed import pdf

        for layout in LAYOUTS:
            if name == "forms" and not layout.is_ruled:
                continue  # a form is made of boxes
            path = self.file(name, "pdf", layout.name, ruled=layout.is_ruled)
            self.files[-1]["shown"] = pdf.write(document, layout, path)

    def office(self, name: str, document: Document) -> None:
        """PDF and DOC by an office suite, and a PDF whose text layer is lost."""
        from printed import docx, office, xlsx

        if office.SUITE is None:
            return
        sheet, text = self.folder / f"{name}-office.xlsx", self.folder / f"{name}-office.docx"
        xlsx.write(document, sheet)
        made = self.file(name, "pdf", "office_sheet", ruled=True)
        office.convert(sheet, made)
        office.without_unicode(made, self.file(name, "pdf", "no_unicode", ruled=True, garbled=True))
        for layout, lying, whole in (("office_text", True, True), ("office_split", False, False)):
            docx.write(document, text, lying, whole)
            office.convert(text, self.file(name, "pdf", layout, ruled=True))
        office.convert(text, self.file(name, "doc", "text"))
        sheet.unlink()
        text.unlink()

    def scan(self, name: str, document: Document) -> None:
        """The first pages, scanned; `shown` tells which rows of the tables stand on them."""
        from printed import pdf, scans

        source = self.folder / f"{name}-to_scan.pdf"
        shown = pdf.write(document, next(layout for layout in LAYOUTS if layout.name == SCANNED), source)
        shown = [part for part in shown if part[0] <= PAGES_SCANNED]
        for scan in scans.SCANS:
            target = self.file(name, "scan", scan.name, "pdf", dpi=scan.dpi, shown=shown)
            scans.write(source, scan, target, self.seed, PAGES_SCANNED)
        first = shown[0][0]
        picture = self.file(name, "scan", "picture", "png", dpi=200, shown=shown[:1])
        scans.picture(source, scans.SCANS[1], picture, self.seed, first - 1)
        source.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only", nargs="+", choices=KINDS, default=[kind for kind in KINDS if kind not in ("office", "scan")]
    )
    asked = parser.parse_args()
    maker = Maker(asked.folder, asked.seed)
    maker.make(tuple(asked.only))
    print(f"{len(maker.files)} 份文件：{asked.folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
