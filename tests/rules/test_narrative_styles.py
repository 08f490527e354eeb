"""How different offices put their figures: true paragraphs, of which nothing may be said, and wrong ones."""

from __future__ import annotations

import pytest

from gouji.model.finding import Severity
from gouji.reading.read import read_document
from gouji.rules.catalogue import all_rules
from gouji.rules.check import check

HEAD = "青川市水务局2023年度部门决算\n\n第三部分 2023年度部门决算情况说明\n\n一、有关情况说明\n\n"
RULES = all_rules()


def found(text: str) -> list[tuple[str, str]]:
    (checked,) = check([read_document("例.txt", (HEAD + text + "\n").encode())], RULES)
    return [(f.card.name, f.at.text) for f in checked.findings if f.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    "text",
    [
        # Completions of something other than the budget beside them.
        "全年预算数1,200.00万元，执行数1,100.00万元，完成预算的91.67%。改造管网1.2万米，比计划多0.2万米，完成120%。",
        "预算安排资金1,000.00万元，实际支出980.00万元，执行率98.0%。满意度92.3%，完成目标值的108.6%（目标值85%）。",
        "新建泵站2座，完成率100%；项目预算300万元，支出270万元，预算执行率90%。",
        "全年培训800人次，其中管理人员50人次，满意度98%，超额完成年度目标任务，完成率133%，经费预算20万元，支出18万元。",
        "全年预算50万元，支出48万元，培训60人次，完成率120%。",
        "全年完成税收收入25.6亿元，完成年度任务的102.4%，同比增长8.5%。",
        "资金到位1,500万元，完成支付1,350万元，支付进度为90%，工程进度95%，完成合同工程量的92%。",
        "本项目年初预算100万元，年中调减20万元，实际支出78万元，预算执行率97.5%。",
        "上年结转300万元，本年度预算1,200万元，支出1,425万元，完成全部可用资金的95%。",
        "部门整体支出5,200.35万元，其中基本支出2,100.20万元，项目支出3,100.15万元。部门整体支出预算完成率98.6%。",
        "接待经费总支出1.5万元，人均100元，占全年公务接待费预算3万元的50%。",
        # Bases that stand between the amount and its rate.
        "收入总计2,000.00万元，与上年1,600.00万元相比，增长25.00%。",
        "支出总计2,000.00万元，比上年1,600.00万元增长25.00%，主要是人员增加。",
        "收入总计1,250.00万元，与2022年度决算数1,000.00万元相比，增加250.00万元，增幅25.0%。其中：本年收入1,240.00万元，"
        "年初结转和结余10.00万元。",
        "“三公”经费支出50万元，较2019年的80万元下降37.5%，较2022年的40万元增长25%。",
        "教育支出（类）决算750.00万元，比2023年度年初预算数700.00万元增长7.14%，完成预算的107.14%。",
        "公务接待费1.20万元，比预算数10.00万元减少8.80万元，下降88.0%，完成预算的12.0%。",
        # Wholes that are not the nearest amount.
        "二级项目6个全面开展绩效自评，共涉及资金2220万元，占项目支出总额的100%。其中，“清淤”项目全年预算数为500万元，"
        "执行数为480万元，完成预算的96%。",
        "我区年初安排衔接资金2,000万元，占全区财政支农支出的35%，其中用于产业发展1,300万元，占65%。",
        "本年收入合计2,000万元，其中财政拨款占90%，为1,800万元；其他收入占10%，为200万元。",
        "比年初预算多支出30万元，占比6%，原因是年中追加了上级专项50万元，占追加总额的62.5%。",
        "收入预算总额1,500万元，其中：本年财政拨款1,200万元，占收入预算的80%；上年结转300万元，占收入预算的20%。",
        "按经济分类，工资福利支出800万元，占总支出的53.33%；商品和服务支出400万元，占26.67%；资本性支出300万元，占20%。",
        "项目总投资2,000万元，其中上级投资1,200万元（占60%），地方配套800万元（占40%）。",
        # Sums with remarks inside.
        "各项收入合计900万元，比年初预算减少100万元（主要是事业收入减少120万元、其他收入增加20万元），完成预算90%。",
        "年末结转结余合计85万元，其中：基本支出结转5万元，项目支出结转和结余80万元；比上年末减少15万元，下降15%。",
        "采购计划金额500万元，实际采购金额460万元，节约率8%，货物、工程、服务分别为60万元、300万元、100万元。",
        "应收非税收入300万元，实收330万元，完成年初预算的110%，其中行政事业性收费收入200万元，罚没收入130万元。",
    ],
)
def test_nothing_is_said_of_true_paragraphs(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "wrong"),
    [
        ("收入总计2,000.00万元，与上年1,600.00万元相比，增长20.00%。", "growth-rate-does-not-follow", "20.00%"),
        ("支出总计2,000.00万元，比上年1,600.00万元增长52.00%。", "growth-rate-does-not-follow", "52.00%"),
        (
            "收入总计1,250.00万元，与2022年度决算数1,000.00万元相比，增加520.00万元。",
            "change-is-not-difference-of-amounts", "520.00万元",
        ),
        ("“三公”经费支出50万元，较2019年的80万元下降35.7%。", "growth-rate-does-not-follow", "35.7%"),
        (
            "本年支出合计4,900.00万元。\n\n本年支出的具体构成为：基本支出1,470.00万元，占30%；项目支出3,430.00万元，占60%。",
            "share-does-not-follow", "60%",
        ),
        ("全年预算数1,200.00万元，执行数1,100.00万元，完成预算的97.67%。", "completion-rate-does-not-follow", "97.67%"),
        ("年初预算100万元，调整预算80万元，实际支出78万元，预算执行率95.7%。", "completion-rate-does-not-follow", "95.7%"),
        (
            "年初预算100万元，年中追加20万元，调整后预算120万元，支出决算114万元，完成调整后预算的59%。",
            "completion-rate-does-not-follow", "59%",
        ),
        ("公务接待费1.20万元，比预算数10.00万元减少8.80万元，下降88.0%，完成预算的21.0%。", "completion-contradicts-difference", "21.0%"),
        ("收入预算总额1,500万元，其中：财政拨款1,200万元，占收入预算的85%；上年结转300万元，占收入预算的20%。", "share-does-not-follow", "85%"),
        ("项目总投资2,000万元，其中上级投资1,200万元（占66%），地方配套800万元（占40%）。", "share-does-not-follow", "66%"),
        (
            "机关运行经费90万元，比2022年增加10万元，增长11.25%。",
            "growth-rate-does-not-follow", "11.25%",
        ),
        ("完成采购500万元，占总采购预算800万元的65.2%。", "completion-rate-does-not-follow", "65.2%"),
        ("政府采购支出总额600万元，其中：货物100万元、工程300万元、服务220万元。", "parts-do-not-make-up-their-whole", "600万元"),
        ("机关运行经费80万元，比2022年减少20万元，增长20%。", "change-and-rate-go-opposite-ways", "20%"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(text: str, rule: str, wrong: str) -> None:
    assert (rule, wrong) in found(text)


def test_a_formula_gives_its_numbers_their_subject() -> None:
    report = read_document("例.txt", (HEAD + "支出平均执行率=(98%+96%+100%)/3=98%，按100%计算。\n").encode())
    assert {claim.about for claim in report.claims} == {"支出平均执行率"}


def test_an_amount_wrong_in_the_text_is_reported_by_one_rule() -> None:
    tables = (
        "收入支出决算总表\n单位：万元\n收入|决算数|支出|决算数\n一、财政拨款收入|100.00|一、教育支出|110.00\n"
        "二、事业收入|10.00||\n本年收入合计|110.00|本年支出合计|110.00\n总计|110.00|总计|110.00\n\n"
        "收入决算表\n单位：万元\n科目编码|科目名称|本年收入合计|财政拨款收入|事业收入\n"
        "|合计|110.00|100.00|10.00\n205|教育支出|110.00|100.00|10.00\n\n"
    )
    text = f"青川市图书馆2023年度部门决算\n\n{tables}二、收入决算情况说明\n\n事业收入12.00万元。\n"
    (checked,) = check([read_document("例.txt", text.encode())], RULES)
    assert [f.card.name for f in checked.findings if f.at.text == "12.00万元"] == ["stated-income-differs-from-table"]


def test_what_is_left_in_all_over_a_document_is_told_once_with_all_its_places() -> None:
    lines = "".join(f"{number}、收入{number}.00万元，比上年增加（减少）1.00万元。\n" for number in range(1, 7))
    report = read_document("说明.txt", f"青川市档案馆2023年度部门决算\n{lines}".encode())
    rules = [rule for rule in all_rules() if rule.card.name == "template-was-not-filled-in"]
    (finding,) = check([report], rules)[0].findings
    assert "6 段" in finding.observation.message
    assert len(finding.observation.against) == 5
