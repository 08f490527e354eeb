"""Values without a number: placeholders, zero events, met or not, levels, long-term and merely qualitative ones."""

from __future__ import annotations

import re

from gouji.model.performance import CriterionKind

BLANK = "空白，没有指标值"
PLACEHOLDER = "只有占位符，没有指标值"
ONLY_SIGN = "只有比较符号，没有数"
ONLY_NATURE = "只写了指标性质或方向，没有指标值"
ELSEWHERE = "指标值写在别处，这里没有"
LONG = "“长期”“持续”没有当年可考核的数或时点"
SECRET = "涉密，不公开"
VAGUE = "只有定性词，没有分级说明"
SCALE_ONLY = "只列出等级，没有各等级的标准"
WORDS = "没有数，也没有可判断是否达到的标准"
ROUGH = "只有概数，没有确定的数"
NEEDED = "据实、按需，没有事先定下的目标"
CONTRADICTION = "比较符号互相矛盾"
TURNED = "区间上下限颠倒"
TOO_LONG = "文字太长，不是指标值"

_SIGNS_ONLY = re.compile(r"[<>=≤≥±%]{1,4}[a-zA-Z%个次人家]{0,2}")
_PLACEHOLDER = re.compile(
    r"[-*/\\_xX?？…·#、]{0,8}|暂?无(?:数据|指标|此项|内容|此类)|无该项.{0,4}|空白?|待定|待补充|待填|待核定|待确定|待明确|不适用|未填报?|未定|暂无|暂缺|未设置|[未不]涉及|不考核|无要求|(?:暂|尚)?未统计|数据未出|"
    r"n/?a|nan|none|/?null/?|"
    r"#(?:ref!|n/a|div/0!|value!|name\?)|[xX*]{1,4}[%个次家人]|略|.{0,2}请选择.{0,4}",
    re.IGNORECASE,
)
_NATURE = re.compile(r"定性(?:指标)?|定量(?:指标)?|正向(?:指标)?|反向(?:指标)?|负向(?:指标)?|越[高大多小低少]越好")
_ELSEWHERE = re.compile(
    r"(?:详?见|参见|同)(?:附件|附表|上|下|备注|说明|方案|左|前).{0,8}|另行(?:通知|确定|下达)|另附|年[底终](?:统计|考核|评价|填报)|同周期(?:指标)?值?|同年度(?:指标)?值?"
)
_SECRET = re.compile(r"(?:属于?)?(?:涉密|保密|秘密)(?:项目|内容|事项|信息|不予?公开)?(?:,?不予?公开|,?略)?")
_LONG_TERM = re.compile(
    r"(?:中长期|长期|持续|常年|永久|永续|长久|长效|可持续|常态化?)(?:性|地)?(?:有效|保持|坚持|实施|进行|开展|执行|推进|发展|稳定|存在|影响|运行|使用|维护|项目|发挥作用|受益|效果|管理)?"
)
_EVENT = (
    "事故|事件|投诉|损失|差错|泄密|泄露|泄漏|失泄|违规|违法|违纪|违约|上访|信访|案件|伤亡|故障|舆情|感染|纠纷|缺陷|污染|拖欠|浪费|"
    "隐患|负面|错误|死亡|逾期|疫情|复发|截留|挪用|挤占|破坏|误差|中断|延误|流失|问题|舞弊|腐败|超标|超支|欠薪|火灾|漏报|瞒报|返贫|灾害|诉讼|"
    "越级|重复|遗漏|反复|扰民|偏差|失误|停机|断网|宕机|灾情|溺亡|退货|返工|积压|空置|闲置|发生"
)
_ZERO = re.compile(
    rf"^(?:零发生|零容忍|没有)$|^无一[例起次]$|(?:无|零|没有|未(?:发生|出现|发现|产生|收到|接到)|不(?:发生|出现|产生|存在)|杜绝|0(?![0-9.%])).{{0,14}}?(?:{_EVENT})|"
    rf"(?:{_EVENT}).{{0,6}}?(?:为零|为0|零发生|不发生|未发生|零)$|(?:为|是)?[无零0]|[不未](?:发生|出现)"
)
# Signs that a value in words only says in which way things shall go, or how well.
_VAGUE = re.compile(
    "提升|提高|改善|增强|增加|加强|促进|推动|推进|良好|明显|显著|有效|逐步|不断|进一步|较好|较高|较为|优化|稳定|保障|丰富|扩大|深化|"
    "减少|降低|优良|优秀|满意|正面|积极|完善|健全|健康|有利|可持续|带动|得到|增长|持续|逐年|大幅|一定|较[大小低少强高多]|偏[低高小大]|下降|上升|好评|高效|不变|维持|适当|合理|充分|长期"
)
_JUST_VAGUE = re.compile(
    r"(?:比?较|很|非常|十分|效果|成效|影响|程度|作用|质量|水平|达到|基本)*(?:优秀?|良好?|好|中等?|差|高|强|大|满意|一般|优质|先进|较强|较大|较优)(?:水平|等次|以上|程度)?"
)
_SCALE = re.compile(
    r"(?:定性:?)?优(?:秀|质)?[、/|,]?良(?:好)?[、/|,]?(?:中(?:等)?|一般|合格|及格)?[、/|,]?(?:低|差|不合格|较差|不及格)?[、/|,]?(?:差)?|高[、/|,]?中[、/|,]?低|好[、/|,]?坏|"
    r"(?:达成|完成)(?:预期指标)?[、/]部分.{0,20}[、/]未.{0,20}|(?:是|有|合格|达标)[/或|](?:否|无|不合格|不达标)"
)
_LEVEL = re.compile(
    r"(?:[≥>=]{0,2}|达到|达|不低于|保持|通过|评定?为?|获得?|取得){0,2}(?:国家|[省市县区]级?|全国)?(?:地表水|水质)?"
    r"(?:优于|劣)?(?:[ⅠⅡⅢⅣⅤⅥIV一二三四五甲乙丙丁]{1,3}(?:类|级|等|星级?|级甲等)|[1-5一二三四五]?A{1,5}[+-]?[级类]?|[1-5]A级?|[国省市县区部厅乡镇]家?级|[A-Z]{1,3}[0-9]{1,4}|[A-D][+-]?[级类]?|[1-5一二三四五]星级?)"
    r"(?:水|水质|标准|资质|水平|单位|景区|医院)?(?:[及或]?以[上内下])?(?:标准|水平|水|资质)?"
)
_NUMBERED = re.compile(
    r"(?:[≥>=]{0,2}|达到|达|不低于|保持|通过|评定?为?){0,2}(?:[1-9]级|[1-5]星级)(?:标准|资质|水平|单位|酒店|医院)?(?:[及或]?以[上内下])?"
)
_PROTECTION = re.compile(  # 等保2.0, 等保三级, 二级等保
    r"(?:[≥>=]{0,2}|达到|符合|满足|通过|不低于){0,2}(?:国家)?(?:网络|信息)?(?:系统|安全|信息系统)?(?:安全)?(?:[一二三四五1-5]级)?(?:网络安全|信息安全)?(?:等级保护|等保)"
    r"(?:测评)?(?:[12]\.0)?[/、]?(?:第?[一二三四五1-5]级)?(?:及?以上)?(?:标准|要求|认证|备案|测评)?"
)
_ROUGH = re.compile(
    r"[一-鿿]{0,8}?(?:几十?|数[十百千万]|十几|几[百千万]|好几|若干|多)(?:余|多)?(?:万|亿)?[个次场期人家份篇件户项批名]次?"
)
_RANK = re.compile(
    r"(?:达到|进入|位[列居]|排名?|列|居|保持){0,2}(?:在)?(?:全[国省市区县]|同行业|同类)?(?:排名)?"
    r"(?:前[0-9一二三四五六七八九十]{1,3}[名位强]?|第[0-9一二三]{1,2}[名位]?|前列|首位)(?:以内|之内)?"
)
_UNMET = re.compile(
    r"(?:因.{1,12}?)?(?:尚?未|没有?|无法|未能|暂未|不能|尚没)(?:能|够|全部|按[期时]|及时|如期|完全|达到|再){0,2}(?:开展|完成|实施|达到|达成|达标|启动|执行|实现|通过|支付|验收|进行|落实|开工|投入|举办|采购)"
    r"|(?:否|不合格|不达标|不符合?|不通过|未达标)"
)
_TOLD_MET = re.compile(r"已|达成|圆满|完成|实现|达标|合格|通过|相符|符合|满足|到位|落实|^是$|达到|验收")
_PARTLY = re.compile(r"部分|基本|大部|正在|逐步|计划")
_AWARD = re.compile("(?:荣?获得?|被?评为|入选|汛期前|春节前|开学前)")
_PARTLY_MET = re.compile("正在|(?:部分|基本|大部分)(?:达成|完成|实现|达到)")
_CLOCK = re.compile("^.{0,8}[0-9]{1,2}:[0-5][0-9](?:之前|以前|前)")
_MET = re.compile(
    r"(?:是|相符|一致|满足|符合|通过|达标|合格|不?完成|圆满|已?达成|达到|实现|按|逐[月年季]|严格|合规|合法|及时|全部|全面|全年|如期|在?(?:项目)?计划|在规定|依法|准时|"
    r"足额|覆盖|建立|建成|形成|已|有(?!一定|较|所|力|利|助|待)|正常|全覆盖|应.{1,3}尽.{1,3}|到位|执行|落实|遵守|无偏差|相关|规范|控制在|不超|不突破|完整|可用|具备|提供|出具|编制|开展|验收|"
    r"当[年月]|年内|年度内|基本|部分|超额|否|不合格|不达标|不符|≤|[0-9]\*[0-9]{1,2}|全天|依规|依约|即时|随时|实时|当[天日]|次日|T\+|[0-9]{1,3}\+|合理合规|常规|顺利|确保|专款专用|公开|齐全|健全完整)"
)
_AS_NEEDED = re.compile("据实|按实际(?!进度)|按需|根据实际|视情况")
_BUDGET = re.compile(
    "(?:小于等于|不高于|未超出?|未突破|没有超|不超出?|不超过|不突破|≤|<=?|控制在|在)?.{0,6}(?:预算|批复)[^内]{0,6}(?:以?内|范围|数|数额|金额|控制数)?"
)
_IN_BUDGET = re.compile("内$|^(?:小于等于|不|未|没有|≤|<|控制)")
_STANDARD = re.compile(
    "(?:不低于|不超过|高于|优于|≥|≤|符合|达到|满足|执行)?.{0,14}"
    "(?:国家|行业|地方|省|市|企业|技术|质量|设计|验收|规定|相关|建设|补助)的?(?:一级|二级)?(?:标准|规范|要求|定额|限额)"
)
_MET_END = re.compile(r"(?:合格|达标|相符|通过|完成|到位|一致|符合.{0,8}|全覆盖|无误|合规|正常|竣工|发放|运行|办结)$")
LONGEST_EVENT = 40
_LONGEST_LEVEL = 20
LONGEST_NOVEL = 30  # a longer text is a story


def kind_of_words(text: str) -> tuple[CriterionKind, str]:
    """What a normalised value without a number is, and why it cannot be judged ("" where it can)."""
    if idle := _nothing(text):
        return CriterionKind.MISSING, idle
    if _SECRET.fullmatch(text):
        return CriterionKind.SECRET, SECRET
    if _LONG_TERM.fullmatch(text):
        return CriterionKind.LONG_TERM, LONG
    if len(text) <= LONGEST_EVENT and _is_zero(text):
        return CriterionKind.ZERO, ""
    if _SCALE.fullmatch(text):
        return CriterionKind.QUALITATIVE, SCALE_ONLY
    if _JUST_VAGUE.fullmatch(text):
        return CriterionKind.QUALITATIVE, VAGUE
    if is_level(text) or _RANK.fullmatch(text) or _UNMET.match(text) or _PARTLY_MET.match(text) or _CLOCK.search(text):
        return CriterionKind.PASS, ""
    if _AWARD.match(text):
        return CriterionKind.PASS, ""
    if _AS_NEEDED.match(text):
        return CriterionKind.QUALITATIVE, NEEDED
    if text.startswith("按") or within_budget(text) or _STANDARD.fullmatch(text):
        return CriterionKind.PASS, ""
    if _ROUGH.fullmatch(text):
        return CriterionKind.QUALITATIVE, ROUGH
    vague = _VAGUE.search(text)
    if not vague and (_MET.match(text) or _MET_END.search(text)):
        return CriterionKind.PASS, ""
    return CriterionKind.QUALITATIVE, VAGUE if vague and len(text) <= LONGEST_NOVEL else WORDS


def is_level(text: str) -> bool:
    """Ⅲ类以上, 三级甲等, 5A级: a level to be reached, no count."""
    return len(text) <= _LONGEST_LEVEL and (_LEVEL.fullmatch(text) is not None or is_numbered_level(text))


def is_numbered_level(text: str) -> bool:
    """≥3级, 5星级, 等保2.0/三级: a digit that counts nothing."""
    named = ("级" in text or "等保" in text) and len(text) <= _LONGEST_LEVEL
    return named and bool(_NUMBERED.fullmatch(text) or _PROTECTION.fullmatch(text))


def within_budget(text: str) -> bool:
    """不超预算, 预算控制数以内: a limit that gives no amount."""
    return len(text) <= 20 and _BUDGET.fullmatch(text) is not None and _IN_BUDGET.search(text) is not None


def said_of_result(text: str) -> bool | None:
    """What words that tell of a result say of it: reached, not reached, or nothing (None)."""
    if _UNMET.match(text):
        return False
    return True if _TOLD_MET.search(text) and not _PARTLY.search(text) else None


def _nothing(text: str) -> str:
    if not text:
        return BLANK
    if _SIGNS_ONLY.fullmatch(text):
        return ONLY_SIGN
    if _PLACEHOLDER.fullmatch(text):
        return PLACEHOLDER
    if _NATURE.fullmatch(text):
        return ONLY_NATURE
    return ELSEWHERE if _ELSEWHERE.fullmatch(text) else ""


def _is_zero(text: str) -> bool:
    match = _ZERO.search(text)
    return match is not None and (len(match.group()) > 1 or match.group() == text) and not _UNMET.match(text)
