"""The walk through a paragraph's tokens: each number finds its role, its subject and its statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.model.figure import Figure, Kind
from gouji.model.narrative import Claim, ClaimKind
from gouji.reading.claims import roles
from gouji.reading.claims.book import Book, printed_base
from gouji.reading.claims.roles import Role
from gouji.reading.claims.sentence import Words
from gouji.reading.claims.statement import Amount, Statement, is_planned
from gouji.reading.claims.subjects import is_measure, stem, subject
from gouji.reading.claims.tokens import Sort, Token, tokens

_THRESHOLD = re.compile(r"(?:单价|单笔|单项|单件|限额|标准)\(?$")
_UP_TO = re.compile(r"\(?(?:含|及)?\)?以[上下内]")
_LEAD = re.compile(r"([^，。;:]{2,60})中，|([^，。;:]{2,40}?)的?(?:具体)?构成(?:情况)?(?:为|是|如下)?:")
_REVISION = re.compile(r"调增|调减|追加|核减|核增|收回")
_COMPARABLE = re.compile(r"上年|去年|上一?年度|上期|同期|年初|预算|决算|\d{4}年|往年")
_NOUN_COUNTED = re.compile(r"^(?:预算|事业|下属|直属|二级|基层)*(?:单位|部门|项目|处室|机构)(?=.)")


class ParagraphWalk:
    """Reads one paragraph into its book of statements."""

    def __init__(self, words: Words, first: int, parent: Statement | None = None, one_item: bool = True) -> None:
        self.words = words
        self.book = Book(words.text, first, parent, one_item)
        self._current: Statement | None = None
        self._changed: Statement | None = None
        self._start = 0  # of the sentence
        self._since = 0  # end of the last number that has its role
        self._counted = False  # was it a count
        self._measured = False  # is the last number a count, or a rate of something that is not money
        self._revised = False  # was the budget changed after it was printed
        self._base: Figure | None = None

    def claims(self) -> Iterator[Claim]:
        """The claims of the paragraph in order."""
        for token in tokens(self.words.text):
            match token.sort:
                case Sort.STOP:
                    self._end_sentence(token)
                case Sort.ITEM:
                    ended = self.book.scopes.end_item()
                    self._current = ended.outside if ended else self._current
                case Sort.OPEN:
                    self.book.scopes.bracket(self._current)
                case Sort.CLOSE:
                    self._close(token)
                case Sort.WITHIN:
                    self._within(token)
                case _:
                    yield from self._number(token)

    def _end_sentence(self, token: Token) -> None:
        self.book.scopes.end_sentence()
        self.book.sentence += 1
        self._start = token.end
        self._changed = self._base = None

    def _close(self, token: Token) -> None:
        scope = self.book.scopes.close_bracket()
        if scope is not None and scope.outside is not None and self._since > self.words.text.rfind("(", 0, token.start):
            self._current = scope.outside
            self._since = token.end

    def _within(self, token: Token) -> None:
        opening = not self.words.text[self._start : token.start].strip("，、")
        parent = self.book.head() if opening and not self.book.scopes.open else self._current
        self.book.scopes.within(parent, self._current, self.words.text[token.start : token.end].endswith(":"))

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
            self._after(claim, left)
            yield claim

    def _after(self, claim: Claim, left: str) -> None:
        """What later completions have to know of this claim."""
        if claim.kind is ClaimKind.AMOUNT:
            self._measured = False
            self._revised = self._revised and not is_planned(left)
        elif claim.kind is ClaimKind.COUNT or claim.kind is ClaimKind.RATE and not claim.direction:
            self._measured = True
        elif claim.kind is ClaimKind.CHANGE and _REVISION.search(left):
            self._revised = True

    def _money(self, token: Token, left: str, clauses: str) -> Claim | None:
        if _THRESHOLD.search(left) and _UP_TO.match(self.words.right(token)):
            return None  # the limit belongs to the name of what is counted: 单价50万元以上通用设备
        role = roles.of_money(clauses, left, self.words.right(token))
        if role.base:
            self._base = self.words.figure(token, subject(left), ClaimKind.AMOUNT)
            return None
        return self._change(token, role, clauses) if role.kind is ClaimKind.CHANGE else self._amount(token, left)

    def _amount(self, token: Token, left: str) -> Claim:
        about = subject(left) or self.words.formula(token)
        statement = self.book.joined(about, left) or self.book.new(about)
        about = f"{stem(statement.subject)}{about}" if is_measure(about) else about or statement.subject
        figure = self.words.figure(token, about, ClaimKind.AMOUNT)
        assert figure is not None
        statement.amounts.append(Amount(figure, left))
        self._current, self._base = statement, None
        return self._claim(ClaimKind.AMOUNT, token, statement, figure, about)

    def _change(self, token: Token, role: Role, clauses: str) -> Claim:
        kind = token.number.kind if token.number else Kind.MONEY
        own = subject(role.own)
        statement = self.book.spoken_of(own, clauses, kind, token.number.unit if token.number else "")
        statement = statement or self.book.new(own)
        statement.against = role.against
        self._changed = statement
        figure = self.words.figure(token, statement.subject or own, ClaimKind.CHANGE)
        base, self._base = self._base or printed_base(statement, role.against), None
        return self._claim(ClaimKind.CHANGE, token, statement, figure, role=role, base=base)

    def _percent(self, token: Token, role: Role) -> Claim:
        own = subject(role.own) or self.words.formula(token)
        if self._base is not None and not role.direction:
            role = Role(ClaimKind.COMPLETION, role.own, of=role.of or "预算")
            statement = self.book.nearest(Kind.MONEY)
        elif role.kind is ClaimKind.RATE and role.direction and self._changed and not own:
            statement = self._changed
            role = Role(role.kind, "", role.direction, role.against or statement.against)
        elif not roles.of_money_stated(role, self._measured):
            statement = None
        else:
            before = self.words.clauses(token, max(self._since, self._start))
            statement = self.book.spoken_of(own, before, Kind.MONEY)
        if statement is None or statement.average and not role.direction:
            statement = self.book.new(own)
        return self._percentage(token, role, statement, own)

    def _percentage(self, token: Token, role: Role, statement: Statement, own: str) -> Claim:
        about = statement.subject or own
        if role.kind is ClaimKind.COMPLETION and is_measure(about):
            about = role.against or f"{role.of}完成率"
        figure = self.words.figure(token, about, role.kind)
        if role.kind is ClaimKind.COMPLETION:
            spent, budget = statement.completed(role.of, self._revised)
            base, self._base = self._base or budget, None
            return self._claim(role.kind, token, statement, figure, about, role=role, base=base, amount=spent)
        base = None
        if role.kind is ClaimKind.RATE:
            base, self._base = self._base or printed_base(statement, role.against), None
        of = role.of or (self._lead() if role.kind is ClaimKind.SHARE else "")
        return self._claim(role.kind, token, statement, figure, role=role, base=base, of=of)

    def _lead(self) -> str:
        """The whole that a sentence names before its parts: 三公经费支出决算中，…"""
        match = _LEAD.match(self.words.text, self._start)
        return subject(match[1] or match[2]) if match else ""

    def _count(self, token: Token, left: str, clauses: str) -> Claim:
        role = roles.of_count(clauses, left)
        if role.kind is ClaimKind.CHANGE:
            return self._change(token, role, clauses)
        statement = self.book.new(subject(left))
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
        statement = self.book.spoken_of(subject(roles.without_comparison(left)), clauses, Kind.MONEY)
        if statement is None:
            return None
        role = Role(ClaimKind.CHANGE, against=against)
        base, self._base = self._base or printed_base(statement, against), None
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
