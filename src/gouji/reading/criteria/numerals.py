"""Numbers in Chinese words → digits: 百分之九十, 九成以上, 三分之一, 三次, 半年, 每年一次, 百分百."""

from __future__ import annotations

import re

from gouji.vocabulary.indicators import periods, units

_DIGIT = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_POWER = {"十": 10, "百": 100, "千": 1000}
_ANY = "零〇一二两三四五六七八九十百千万"
_NUMERAL = f"[{_ANY}亿半]"
_PER_CENT = re.compile(f"百分之({_NUMERAL}{{1,8}}(?:点{_NUMERAL}{{1,4}})?|[0-9.]{{1,6}})")
_FRACTION = re.compile(f"({_NUMERAL}{{1,4}})分之({_NUMERAL}{{1,4}})")
_TENTHS = re.compile(r"(?<![完达组])([一二三四五六七八九])成(?=以上|以内|以下|左右|$)")
_HALF = re.compile(r"^(.{0,12}?)(?:一半|半数)(?=以上|以下|$)")
_ONE_PERIOD = re.compile(rf"^一个?(年|月|季度?|周|天|日|学期)(?=[0-9{_ANY}]{{1,3}}[次期场])")
_EVERY_FEW = re.compile("每([二两三四五六七八九])(年|个月|周|天|日)(至少|不少于)?([一二两三四五六七八九])([次场期]|轮)")
_COUNTED = re.compile("(?<=[展织办行少于月年周天度])[一二两三四五六七八九](?=[次场期轮](?!性))")
_EACH_ONE = re.compile("^一(?=(?:年|月|周|天|日|季度|学期)[0-9])")
_WRITTEN = re.compile(
    rf"^(?P<before>[^{_ANY}亿]{{0,10}})(?P<number>[{_ANY}]{{1,7}})(?P<more>[余多]?)(?P<unit>.{{0,7}})$"
)
_NUMERAL_ONLY = re.compile("[一二三四五六七八九两]{0,1}[十百千万][零一二三四五六七八九十百千万]{0,5}")
_WRITTEN_UNIT = re.compile(r"(?P<unit>[^以及之内(（/]{1,4})(?:/(?P<per>[^/]{1,2}))?(?:(?:及|或)?以[上下内]|之?内)?")
_HALF_A = re.compile(
    r"^(?P<before>(?:[^半]{0,6}[^半上下])?)半(?P<unit>年|天|小时|个月)(?P<after>以上|以内|以下|之内|内|以上)?$"
)
# One word for one digit, so that offsets stay: the count of a clause that says nothing else.
_FORMAL = dict(zip(map(ord, "壹贰叁肆伍陆柒捌玖拾佰仟萬"), "一二三四五六七八九十百千万", strict=True))
_FORMALLY = re.compile(
    "^[≥≤<>=]{0,2}[壹贰叁肆伍陆柒捌玖](?=[个次人元项期场家份台套])|[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟萬万亿零]{1,12}"
)
_DOUBLED = re.compile("翻([一两二三])?番")
# Events and things counted within a clause: 举办两场培训，100人次. 一期工程 and 一次性 count nothing.
_WITHIN = re.compile(
    "(?:^|(?<=[展织办开行年月季度周，,；;。、])|(?<=完成)|(?<=不少于)|(?<=至少))"
    "(十[一二三四五六七八九]|[二三四五六七八九]十|[一二两三四五六七八九])(?=(?:[次场轮届]|(?<=两)期)(?![性方产级元函招验交通办报网提][一-鿿]?|[一-鿿]?率))|"
    "(?:(?<=建成)|(?<=新建)|(?<=建设)|(?<=完成))([两二三四五六七八九])(?=[个座处家套][一-鿿])"
)
_CLAUSE = re.compile(
    rf"(?:(?<=^)|(?<=[，。；;,、]))([^0-9{_ANY}，。；;,、]{{0,8}})([一二两三四五六七八九])"
    rf"(次|期|场|个|份|家|套|台|项|批|篇|辆|人)(?=[，。；;,、]|$)"
)
_SINGLE = re.compile("[一二两三四五六七八九]")


def in_digits(text: str) -> str:
    """A value without digits, its numerals as digits where number and unit are the whole value."""
    if "百分" in text:
        text = _PER_CENT.sub(lambda match: f"{_plain_number(match[1])}%", text).replace("百分百", "100%")
    if "分之" in text:
        text = _FRACTION.sub(_fraction, text)
    if "成" in text:
        text = _TENTHS.sub(lambda match: f"{_DIGIT[match[1]] * 10}%", text)
    if "半" in text:
        text = _HALF.sub(r"\g<1>50%", text).replace("过半", ">50%")
        text = _HALF_A.sub(_half_a, text)
    if text[:1] == "每":
        text = _EVERY_FEW.sub(
            lambda match: f"每{_DIGIT[match[1]]}{match[2]}{match[3] or ''}{_DIGIT[match[4]]}{match[5]}", text
        )
    if text[:1] == "一":
        text = _ONE_PERIOD.sub(r"每\1", text)
    return _written(_COUNTED.sub(lambda match: str(_DIGIT[match[0]]), text))


def clauses_in_digits(text: str) -> str:
    """`每年一次，共3次`: single numerals of whole clauses as digits, one character for one."""
    if text[:1] == "一":
        text = _EACH_ONE.sub("每", text)
    if not _SINGLE.search(text):
        return text
    text = _CLAUSE.sub(lambda match: f"{match[1]}{_DIGIT[match[2]]}{match[3]}", text)
    return _WITHIN.sub(lambda match: str(numeral(match.group())), text)


def plainly(text: str) -> str:
    """壹佰 as 一百, which is as long; 翻一番 as 增长100%, which is not."""
    if _FORMALLY.search(text):
        text = _FORMALLY.sub(lambda match: match.group().translate(_FORMAL), text)
    if "番" in text:
        text = _DOUBLED.sub(lambda match: f"增长{2 ** _DIGIT[match[1] or '一'] * 100 - 100}%", text)
    return text


def _fraction(match: re.Match[str]) -> str:
    whole, part = 10_000 if match[1] == "万" else numeral(match[1]), numeral(match[2])
    return match.group() if whole is None or part is None or not whole else f"{part}/{whole}"


def _half_a(match: re.Match[str]) -> str:
    return f"{match['before']}0.5{match['unit']}{match['after'] or ''}"


def _written(text: str) -> str:
    """三次 as 3次, but only where number and unit are the whole value: 两个维护 is no count."""
    if _NUMERAL_ONLY.fullmatch(text):
        return str(numeral(text))
    match = _WRITTEN.match(text)
    if match is None or not (unit := _WRITTEN_UNIT.fullmatch(match["unit"])) or unit["unit"] not in units():
        return text
    if unit["per"] and unit["per"] not in periods() and unit["per"] not in units():
        return text
    value = numeral(match["number"])
    before = match["before"]
    if value is None or before.endswith(("几", "数")):
        return text
    if before.endswith("上"):  # 上百次
        before = f"{before[:-1]}约"
    return f"{before}{value}{match['more']}{match['unit']}"


def _plain_number(text: str) -> str:
    whole, _, fraction = text.partition("点")
    if whole[0].isdigit():
        return whole
    return str(numeral(whole) or 0) + ("." + "".join(str(_DIGIT.get(c, 0)) for c in fraction) if fraction else "")


def numeral(text: str) -> int | None:
    """The value of a Chinese numeral up to 亿; None when it is not one."""
    total, section, digit = 0, 0, -1
    for character in text:
        if character in _DIGIT:
            digit = _DIGIT[character]
        elif character in _POWER:
            section += (1 if digit < 0 else digit) * _POWER[character]
            digit = -1
        elif character in "万亿":
            section = (section + max(digit, 0) or 1) * (10_000 if character == "万" else 100_000_000)
            total, section, digit = total + section, 0, -1
        else:
            return None
    return total + section + max(digit, 0)
