"""The words for what is known of a fault and of a figure: how sure it is, what slip it was, what befell a whole table."""

from __future__ import annotations

from gouji.exporting.speech import Pair
from gouji.model.slip import Slip
from gouji.model.standing import Standing, Whole

FAULTS: dict[Standing, Pair] = {
    Standing.LOCATED: ("已定位", "located"),
    Standing.ONE_OF: ("几个数都有可能", "one of several numbers"),
    Standing.COVERED_ONCE: (
        "只有一条勾稽关系涉及，看得出不符，分不清是哪个数",
        "only one identity looks here: it tells that something is wrong, not which number",
    ),
    Standing.NOT_LOCATED: ("不能确定是哪个数有误", "which number it is could not be told"),
    Standing.IDENTITY_SUSPECT: (
        "单独改哪一个数都不能使各条关系成立，也可能是这条关系在本表不适用，请先核对口径",
        "no single number explains it: perhaps this identity does not apply here, check the definition first",
    ),
}
SLIPS: dict[Slip, Pair] = {
    Slip.TRANSPOSED: ("相邻两位数字颠倒", "two neighbouring digits changed round"),
    Slip.DIGIT: ("错一位数字", "one wrong digit"),
    Slip.DROPPED: ("漏一位数字", "a digit left out"),
    Slip.DOUBLED: ("多一位数字", "a digit too many"),
    Slip.SHIFTED: ("小数点错位", "the decimal point shifted"),
    Slip.UNIT: ("元与万元混用", "元 and 万元 mixed up"),
    Slip.SIGN: ("正负号相反", "the other sign"),
    Slip.CUT: ("末位小数丢失", "the last decimal lost"),
    Slip.OMITTED: ("应有金额而列为 0", "an amount printed as 0"),
    Slip.SPURIOUS: ("应为 0 而列有金额", "an amount where 0 belongs"),
    Slip.SWAPPED: ("与相邻一格互换", "exchanged with its neighbour"),
    Slip.MISREAD: ("识读有误", "misread"),
    Slip.OTHER: ("", ""),
}
WHOLES: dict[Whole, Pair] = {
    Whole.UNIT: ("整张表的单位有误", "the whole table is in another unit"),
    Whole.LOST_ROW: ("缺一行明细", "a detail row is missing"),
    Whole.DOUBLED_ROW: ("有一行明细重复", "a detail row is there twice"),
    Whole.MOVED_ROW: ("一行的数错了一列", "a row has moved by a column"),
    Whole.MOVED_COLUMN: ("一列的数错了一行", "a column has moved by a row"),
}
