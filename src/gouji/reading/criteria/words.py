"""Values without a number: placeholders, zero events, met-or-not, long-term and merely qualitative ones."""

from __future__ import annotations

import re

from gouji.model.performance import CriterionKind

_PLACEHOLDER = re.compile(
    r"[-*/\\_xX?？…·~<>=≤≥%]{0,8}|暂?无(?:数据|指标|此项|内容)|空白?|待定|待补充|待填|不适用|未填报?|未定|暂无|暂缺|"
    r"n/a|none|/?null/?",
    re.IGNORECASE,
)
_SECRET = re.compile(r"(?:属于?)?(?:涉密|保密|秘密)(?:项目|内容|事项|不予?公开)?(?:,?不予?公开|,?略)?")
_LONG_TERM = re.compile(
    r"(?:长期|持续|常年|永久|永续|长久|长效)(?:性|地)?(?:有效|保持|坚持|实施|进行|开展|执行|推进|发展|稳定|存在|影响|运行|使用|维护|项目)?"
)
_EVENT = (
    "事故|事件|投诉|损失|差错|泄密|泄露|泄漏|失泄|违规|违法|违纪|违约|上访|信访|案件|伤亡|故障|舆情|感染|纠纷|缺陷|污染|拖欠|浪费|"
    "隐患|负面|错误|死亡|逾期|疫情|复发|截留|挪用|挤占|破坏|误差|中断|延误|流失|问题|舞弊|腐败|超标|超支|欠薪|火灾|漏报|瞒报|返贫"
)
_ZERO = re.compile(
    rf"(?:无|零|没有|未(?:发生|出现|发现|产生)|不(?:发生|出现|产生|存在)|杜绝|0(?![0-9.%])).{{0,14}}?(?:{_EVENT})|"
    rf"(?:{_EVENT}).{{0,6}}?(?:为零|为0|零发生|不发生|未发生|零)$|(?:为|是)?[无零0]"
)
_VAGUE = re.compile(
    "提升|提高|改善|增强|增加|加强|促进|推动|推进|良好|明显|显著|有效|逐步|不断|进一步|较好|较高|较为|优化|稳定|保障|丰富|扩大|深化|"
    "减少|降低|优良|优秀|满意|正面|积极|完善|健全|健康|有利|可持续|带动|得到|增长"
)
_MET = re.compile(
    r"(?:是|相符|一致|满足|符合|通过|达标|合格|不?完成|圆满|已?达成|达到|实现|按|严格|合规|合法|及时|全部|如期|在?(?:项目)?计划|在规定|依法|准时|"
    r"足额|建立|建成|形成|已|有|正常|全覆盖|应.{1,3}尽.{1,3}|到位|执行|落实|遵守|无偏差|相关|规范|控制在|不超|完整|可用|具备|提供|出具|编制|开展|验收)"
)
_MET_END = re.compile(r"(?:合格|达标|相符|通过|完成|到位|一致|符合.{0,8}|全覆盖|无误|合规|正常)$")
LONGEST_EVENT = 40


def kind_of_words(text: str) -> CriterionKind:
    """What a normalised value without a number is."""
    if _PLACEHOLDER.fullmatch(text):
        return CriterionKind.MISSING
    if _SECRET.fullmatch(text):
        return CriterionKind.SECRET
    if _LONG_TERM.fullmatch(text):
        return CriterionKind.LONG_TERM
    if len(text) <= LONGEST_EVENT and _is_zero(text):
        return CriterionKind.ZERO
    if (_MET.match(text) or _MET_END.search(text)) and not _VAGUE.search(text):
        return CriterionKind.PASS
    return CriterionKind.QUALITATIVE


def _is_zero(text: str) -> bool:
    match = _ZERO.search(text)
    return match is not None and (len(match.group()) > 1 or match.group() == text)
