"""Signs and words of comparison, before and behind a number."""

from __future__ import annotations

import re

SIGNS = r"[<>=≤≥]{1,3}"
_WORD_OPS = {
    word: sign
    for sign, words in {
        "≥": "大于等于 大于或等于 大于或者等于 高于等于 高于或等于 多于等于 "
        "不少于 不低于 不小于 不下于 不短于 不得低于 不得少于 不得小于 不能低于 不能少于 "
        "至少 最少 最低 达到 达 优于等于",
        ">": "大于 超过 高于 多于 突破 超 逾 优于",
        "≤": "小于等于 小于或等于 小于或者等于 低于等于 低于或等于 少于等于 不超过 不高于 不大于 不多于 不长于 不得超过 不得高于 不得大于 不得多于 "
        "不能超过 不能高于 不突破 不得突破 不超出 最多 至多 最高 最长 不晚于 不迟于 控制在 不超 未超过 未超 未突破 没有超过 不逾",
        "<": "小于 低于 少于 不足 不到",
        "=": "等于",
    }.items()
    for word in words.split()
}
_ADJACENT_ONLY = frozenset("超逾达")
SUFFIX_OPS = {
    word: sign
    for sign, words in {"≥": "及以上 或以上 以上 之上", "≤": "及以下 或以下 以下 之下 及以内 或以内 以内 之内"}.items()
    for word in words.split()
}
_PREFIX_OP = re.compile(rf"(?P<word>{'|'.join(sorted(_WORD_OPS, key=len, reverse=True))})|(?P<sign>{SIGNS})")
ABOUT = re.compile(r"(?:(?<![节签预契邀履条合])约为?|(?<![附就最接亲])近|左右|预计|大约|接近)$")


def before(prefix: str) -> tuple[str, str]:
    """The operator before a number and the words before that; 超, 逾 and 达 count only right before the number."""
    if not prefix:
        return "", ""
    loose = ABOUT.sub("", prefix)
    found = None
    for match in _PREFIX_OP.finditer(loose):
        behind = len(loose) - match.end()
        if behind == 0 or (behind <= 6 and match["word"] and match["word"] not in _ADJACENT_ONLY):
            found = match
    if found is None:
        return "", prefix
    return sign_meaning(found["sign"]) if found["sign"] else _WORD_OPS[found["word"]], loose[: found.start()] + loose[
        found.end() :
    ]


def sign_meaning(sign: str) -> str:
    """Any pile of comparison signs (＜=, ≥=, =＞) as one; "?" when they contradict each other."""
    up, down = "≥" in sign or ">" in sign, "≤" in sign or "<" in sign
    if up and down:
        return "?"
    equal = "=" in sign or "≥" in sign or "≤" in sign
    return ("≥" if equal else ">") if up else ("≤" if equal else "<") if down else "="


def one_operator(before: str, behind: str) -> str:
    """控制在10天以内 says the same twice, 达到90%以下 does not: "?" stands for operators that contradict each other."""
    if not before or not behind or before == "=":
        return behind or before
    same_way = (before in ("≥", ">")) == (behind in ("≥", ">"))
    return before if same_way else "?"
