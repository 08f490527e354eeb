"""The walk through a paragraph's tokens: each number finds its role, its subject and its statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.figure import Figure, Kind
from gouji.model.narrative import Claim, ClaimKind
from gouji.reading.claims import links, roles
from gouji.reading.claims.roles import Role
from gouji.reading.claims.scopes import Scopes
from gouji.reading.claims.sentence import Words
from gouji.reading.claims.statement import Amount, Statement
from gouji.reading.claims.subjects import ITEM, is_measure, stem, subject
from gouji.reading.claims.tokens import Sort, Token, tokens

MOST_RECENT = 80  # statements of one paragraph; no reader looks back further
_REASON = re.compile(r"原因|主要是|变动情况|增减情况|由于|因为|系因")
_THRESHOLD = re.compile(r"(?:单价|单笔|单项|单件|限额|标准)\(?$")
_UP_TO = re.compile(r"\(?(?:含|及)?\)?以[上下内]")
_LEAD = re.compile(r"([^，。;:]{2,60})中，")
_COMPARABLE = re.compile(r"上年|去年|上一?年度|上期|同期|年初|预算|决算|\d{4}年|往年")
_TOPIC = re.compile(rf"^(?:[\d一二三四五六七八九十()]{{1,4}}[、.．]?)?[“\"]?({ITEM.pattern})[”\"]?")
_TOTAL = re.compile(r"合计|总计|总额|总收入|总支出|总数|共")
_NOUN_COUNTED = re.compile(r"^(?:预算|事业|下属|直属|二级|基层)*(?:单位|部门|项目|处室|机构)(?=.)")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")


class ParagraphWalk:
    """Reads one paragraph. `first` numbers its statements from there; `parent` is what the paragraph details.

    `one_item`: only its first statement is a part of `parent`; otherwise all of its first sentence and those that open
    a later one are.
    """

    def __init__(self, words: Words, first: int, parent: Statement | None = None, one_item: bool = True) -> None:
        self.one_item = one_item
        self.words = words
        self.next = first
        self.parent = parent
        self.statements: list[Statement] = []
        self._scopes = Scopes()
        self._current: Statement | None = None
        self._changed: Statement | None = None
        self._sentence = 0
        self._start = 0  # of the sentence
        self._since = 0  # end of the last number that has its role
        self._counted = False  # was it a count
        self._base: Figure | None = None
        topic = _TOPIC.match(words.text)
        self._topic = topic[1] if topic else ""

    @property
    def _recent(self) -> list[Statement]:
        """The statements that later words of the paragraph can still speak of."""
        return self.statements[-MOST_RECENT:]

    def claims(self) -> Iterator[Claim]:
        """The claims of the paragraph in order."""
        for token in tokens(self.words.text):
            match token.sort:
                case Sort.STOP:
                    self._end_sentence(token)
                case Sort.ITEM:
                    ended = self._scopes.end_item()
                    self._current = ended.outside if ended else self._current
                case Sort.OPEN:
                    self._scopes.bracket(self._current)
                case Sort.CLOSE:
                    self._close(token)
                case Sort.WITHIN:
                    self._within(token)
                case _:
                    yield from self._number(token)

    def _end_sentence(self, token: Token) -> None:
        self._scopes.end_sentence()
        self._sentence += 1
        self._start = token.end
        self._changed = self._base = None

    def _close(self, token: Token) -> None:
        scope = self._scopes.close_bracket()
        if scope is not None and scope.outside is not None and self._since > self.words.text.rfind("(", 0, token.start):
            self._current = scope.outside
            self._since = token.end

    def _within(self, token: Token) -> None:
        opening = not self.words.text[self._start : token.start].strip("，、")
        parent = self._head() if opening and not self._scopes.open else self._current
        self._scopes.within(parent, self._current, self.words.text[token.start : token.end].endswith(":"))

    def _head(self) -> Statement | None:
        """What 其中 at the beginning of a sentence details: the one statement, or the total, of the sentence before."""
        amounts = [s for s in self._recent if s.amounts]
        last = max((s.sentence for s in amounts), default=None)
        if last is None:
            return self.parent
        before = [s for s in amounts if s.sentence == last]
        return before[0] if len(before) == 1 or _TOTAL.search(before[0].subject) else None

    def _number(self, token: Token) -> Iterator[Claim]:
        left = self.words.left(token, max(self._since, self._start))
        if self._counted and self.words.text.startswith(left, self._since):
            left = _NOUN_COUNTED.sub("", left)  # 3个 | 单位出国团组0个: the noun belongs to the count before
        clauses = self.words.clauses(token, max(self._since, self._start))
        match token.sort:
            case Sort.MONEY:
                claim = self._money(token, left, clauses)
            case Sort.PERCENT | Sort.DASH:
                claim = self._percent(token, roles.of_percent(clauses, left))
            case Sort.COUNT:
                claim = self._count(token, left, clauses)
            case _:
                claim = self._flat(token, left, clauses)
        if claim is not None:
            self._since = token.end
            self._counted = token.sort is Sort.COUNT
            yield claim

    def _money(self, token: Token, left: str, clauses: str) -> Claim | None:
        if _THRESHOLD.search(left) and _UP_TO.match(self.words.right(token)):
            return None  # the limit belongs to the name of what is counted: 单价50万元以上通用设备
        role = roles.of_money(clauses, left, self.words.right(token))
        if role.base:
            self._base = self.words.figure(token, subject(left), ClaimKind.AMOUNT)
            return None
        return self._change(token, role, clauses) if role.kind is ClaimKind.CHANGE else self._amount(token, left)

    def _amount(self, token: Token, left: str) -> Claim:
        about = subject(left)
        statement = self._joined(about) or self._new(about)
        about = f"{stem(statement.subject)}{about}" if is_measure(about) else about or statement.subject
        figure = self.words.figure(token, about, ClaimKind.AMOUNT)
        assert figure is not None
        statement.amounts.append(Amount(figure, left))
        self._current = statement
        return self._claim(ClaimKind.AMOUNT, token, statement, figure, about)

    def _joined(self, about: str) -> Statement | None:
        """The statement that another column of the same subject belongs to."""
        current = next((s for s in reversed(self._recent) if s.fits(Kind.MONEY, "")), None)
        if current is None:
            return None
        if is_measure(about) and current.level == self._scopes.level:
            return current
        return current if about != current.subject and stem(about) == stem(current.subject) else None

    def _new(self, about: str) -> Statement:
        if is_measure(about) and self._topic:
            about = self._topic
        if not about:
            about = next((s.subject for s in reversed(self._recent) if s.level <= self._scopes.level), "")
        outer = self._scopes.parent or (self.parent if self._is_part() else None)
        made = Statement(self.next, about, self._sentence, self._scopes.level, outer.number if outer else None)
        self.next += 1
        self.statements.append(made)
        return made

    def _is_part(self) -> bool:
        """Is a statement made here a part of what the paragraph details?"""
        if self._scopes.open:
            return False
        opens_sentence = not any(s.sentence == self._sentence for s in self._recent)
        return not self.statements or not self.one_item and (not self._sentence or opens_sentence)

    def _change(self, token: Token, role: Role, clauses: str) -> Claim:
        kind = token.number.kind if token.number else Kind.MONEY
        own = subject(role.own)
        statement = self._spoken_of(own, clauses, kind, token.number.unit if token.number else "")
        statement = statement or self._new(own)
        statement.against = role.against
        self._changed = statement
        figure = self.words.figure(token, statement.subject or own, ClaimKind.CHANGE)
        base = self._printed_base(statement, role.against)
        return self._claim(ClaimKind.CHANGE, token, statement, figure, role=role, base=base)

    def _spoken_of(self, own: str, clauses: str, kind: Kind, unit: str = "") -> Statement | None:
        """The statement a change or share speaks of. What stands in a reason speaks of something else."""
        if _REASON.search(clauses):
            return None
        if own and not is_measure(own):
            return links.named(self._recent, own, kind, unit)
        return links.nearest(self._recent, self._sentence, self._scopes.level, kind, unit)

    def _printed_base(self, statement: Statement, against: str) -> Figure | None:
        """The amount of last year that the statement itself prints, told by the year both name."""
        year = _YEAR.search(against)
        if year is None or len(statement.amounts) < 2:
            return None
        return next((a.figure for a in statement.amounts[:-1] if year.group() in a.words), None)

    def _percent(self, token: Token, role: Role) -> Claim:
        own = subject(role.own)
        if self._base is not None:
            role = Role(ClaimKind.COMPLETION, role.own, of=role.of or "预算")
            statement = links.nearest(self._recent, self._sentence, self._scopes.level, Kind.MONEY)
        elif role.kind is ClaimKind.RATE and role.direction and self._changed and not own:
            statement = self._changed
            role = Role(role.kind, "", role.direction, role.against or statement.against)
        elif role.kind is ClaimKind.RATE and not role.direction:
            statement = None
        else:
            before = self.words.clauses(token, max(self._since, self._start))
            statement = self._spoken_of(own, before, Kind.MONEY)
        statement = statement or self._new(own)
        return self._percentage(token, role, statement, own)

    def _percentage(self, token: Token, role: Role, statement: Statement, own: str) -> Claim:
        about = statement.subject or own
        if role.kind is ClaimKind.COMPLETION and is_measure(about):
            about = role.against or f"{role.of}完成率"
        figure = self.words.figure(token, about, role.kind)
        if role.kind is ClaimKind.COMPLETION:
            spent, budget = statement.completed(role.of)
            base, self._base = self._base or budget, None
            return self._claim(role.kind, token, statement, figure, about, role=role, base=base, amount=spent)
        base = self._printed_base(statement, role.against) if role.kind is ClaimKind.RATE else None
        of = role.of or (self._lead() if role.kind is ClaimKind.SHARE else "")
        return self._claim(role.kind, token, statement, figure, role=role, base=base, of=of)

    def _lead(self) -> str:
        """The whole that a sentence names before its parts: 三公经费支出决算中，…"""
        match = _LEAD.match(self.words.text, self._start)
        return subject(match[1]) if match else ""

    def _count(self, token: Token, left: str, clauses: str) -> Claim:
        role = roles.of_count(clauses, left)
        if role.kind is ClaimKind.CHANGE:
            return self._change(token, role, clauses)
        statement = self._new(subject(left))
        figure = self.words.figure(token, statement.subject, ClaimKind.COUNT)
        assert figure is not None
        statement.amounts.append(Amount(figure, left))
        self._current = statement
        return self._claim(ClaimKind.COUNT, token, statement, figure)

    def _flat(self, token: Token, left: str, clauses: str) -> Claim | None:
        word = self.words.text[token.start : token.end]
        against = roles.against(clauses + word)
        if not _COMPARABLE.search(against):
            return None
        statement = self._spoken_of(subject(roles.without_comparison(left)), clauses, Kind.MONEY)
        if statement is None:
            return None
        role = Role(ClaimKind.CHANGE, against=against)
        base = self._printed_base(statement, against)
        return self._claim(ClaimKind.CHANGE, token, statement, None, role=role, base=base)

    def _claim(
        self, kind: ClaimKind, token: Token, statement: Statement, figure: Figure | None, about: str = "",
        role: Role | None = None, base: Figure | None = None, amount: Figure | None = None, of: str = "",
    ) -> Claim:  # fmt: skip
        if kind not in (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.COMPLETION):
            amount = statement.amount
        role = role or Role(kind)
        span = self.words.compact.span(token.start, token.end)
        return Claim(
            kind, about or statement.subject, figure, self.words.paragraph, span, self.words.clause(token),
            of or role.of, role.against, role.direction, statement.number, statement.parent, amount, base,
        )  # fmt: skip
