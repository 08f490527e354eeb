"""The sheets of a workbook → one source, with what has to be said of hidden parts, errors and formulas."""

from __future__ import annotations

from gouji.model.inked import Inked
from gouji.model.medium import Medium, Spot
from gouji.model.sheet_columns import column_letters
from gouji.reading.numbers import looks_like_number
from gouji.reading.office.sheets.layout import pieces
from gouji.reading.office.sheets.sheet import Sheet
from gouji.reading.press import Press, Source
from gouji.reading.run import Piece
from gouji.reading.unreadable import Unreadable

MOST_NAMED = 5  # cells or sheets named in one remark
MOST_PRINTED = 1_500_000  # boxes of all sheets, blank ones included


class Workbook:
    """Takes the sheets one by one, so that no two of them stand in memory as cells."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.press = Press()
        self.pieces: list[Piece] = []
        self.doubts: list[tuple[Inked, str, bool]] = []
        self.hidden: list[str] = []

    def hide(self, name: str) -> None:
        """Note a hidden sheet, which is not read: platforms keep their lists of codes there."""
        self.hidden.append(name)

    def lose(self, name: str) -> None:
        """Say that a sheet is named in the workbook but is not in the file."""
        told = f"工作表“{name}”在文件中缺失，没有读取。文件可能已损坏，请在 Excel 或 WPS 中打开核对并另存后再读。"
        self.doubts.append((self.press.line("", Spot(sheet=name, cell="A1")), told, True))

    def take(self, sheet: Sheet) -> None:
        """Read a sheet."""
        self._doubt_hidden(sheet)
        self._doubt(sheet, sheet.uncalculated, "公式没有保存计算结果，请在 Excel 或 WPS 中打开并保存后再读。")
        self._doubt(sheet, sheet.errors, "显示的是公式错误值（如 #REF!、#DIV/0!），没有数字可读，请先更正公式。")
        self._doubt(sheet, sheet.lost, "文件已损坏，内容没有读出，请在 Excel 或 WPS 中打开核对并另存后再读。")
        self.pieces += pieces(sheet, self.press)
        if len(self.press.lines) > MOST_PRINTED:
            raise Unreadable(
                self.path,
                "全部工作表的内容超过上限，请按单位或按年度拆分后再试。",
                "the sheets hold too much altogether; split the file by body or year",
            )

    def source(self) -> Source:
        """What has been read. A workbook without any text is refused."""
        if not self.pieces:
            raise Unreadable(
                self.path,
                "工作簿中没有可见的内容。请确认导出是否成功，或取消隐藏需要核对的工作表后再试。",
                "no visible content in the workbook; check the export, or unhide the sheets to be checked",
            )
        if self.hidden:
            self.doubts.append((Inked.at("", 1), f"隐藏的工作表没有读取：{_listed(self.hidden)}。", False))
        return Source(Medium.SHEET, self.pieces, self.press.lines, self.press.spots, doubts=self.doubts, whole=True)

    def _doubt(self, sheet: Sheet, cells: list[tuple[int, int]], message: str) -> None:
        if cells:
            names = _listed([f"{column_letters(column)}{row}" for row, column in cells])
            spot = self.press.line("", Spot(sheet=sheet.name, cell=names.split("、")[0].split()[0]))
            self.doubts.append((spot, f"工作表“{sheet.name}”的单元格 {names}：{message}", True))

    def _doubt_hidden(self, sheet: Sheet) -> None:
        """Hidden rows and columns are not printed, so they are not read; that figures stand in them is said."""
        rows = [row.number for row in sheet.rows if row.hidden and any(map(looks_like_number, row.texts.values()))]
        columns = {
            column
            for row in sheet.rows
            for column, text in (row.texts.items() if sheet.hidden_columns else ())
            if any(first <= column <= last for first, last in sheet.hidden_columns) and looks_like_number(text)
        }
        hidden = [f"第 {_listed(list(map(str, rows)))} 行"] if rows else []
        hidden += [f"{_listed([column_letters(column) for column in sorted(columns)])} 列"] if columns else []
        if hidden:
            spot = self.press.line("", Spot(sheet=sheet.name, cell=f"A{rows[0]}" if rows else f"{column_letters(min(columns))}1"))
            told = f"工作表“{sheet.name}”的{'、'.join(hidden)}已隐藏，其中有数字，没有计入核对；如应公开，请取消隐藏。"
            self.doubts.append((spot, told, False))


def _listed(names: list[str]) -> str:
    shown = "、".join(names[:MOST_NAMED])
    return shown if len(names) <= MOST_NAMED else f"{shown} 等 {len(names)} 处"
