"""Running text of dumps: paragraphs whole again, stray blanks and page furniture gone, the ink kept."""

from __future__ import annotations

from collections.abc import Callable

from gouji.model.narrative import Paragraph
from gouji.reading.dump import blocks, is_dump
from gouji.reading.text import lines

FIRST = "青川市水务局负责全市水资源管理、防汛抗旱和农村饮水安全工作，2024年共争取资金1,250.36万元，完成率达到100%，群众满意度稳步提升。"
SECOND = "全年建成农村饮水工程36处，受益群众12.5万人，新增蓄水能力80万立方米，水质检测合格率保持在98%以上，未发生供水安全事故。"


def paragraphs(text: str) -> list[Paragraph]:
    return [block for block in blocks(lines(text)) if isinstance(block, Paragraph)]


def test_lines_broken_anywhere_are_joined_to_paragraphs(page: Callable[..., list[str]]) -> None:
    text = "\n\n".join([*page(FIRST), *page(SECOND), *page("综上，全年任务完成。")])
    assert [paragraph.text for paragraph in paragraphs(text)] == [FIRST, SECOND, "综上，全年任务完成。"]


def test_a_number_broken_by_the_paper_is_one_number() -> None:
    text = "截至年末，我局在编人员一百一十五人，全年预算支出共计 2\n\n023.50 万元，其中项目支出 1,200.00 万元，执行率为 1\n\n00%。"
    assert "2023.50万元，其中项目支出1,200.00万元，执行率为100%。" in paragraphs(text)[0].text


def test_stray_blanks_go_and_meant_ones_stay() -> None:
    text = (
        "我局举办“清水 家园”宣传活动 ，印发《2024 年工作方案》， 组织开展 GIS 平台培训 3 场，参训人员共计\n\n"
        "120 人次，安全 、可靠地完成了全年的各项工作任务，取得了较好的社会效益 。"
    )
    assert paragraphs(text)[0].text == (
        "我局举办“清水 家园”宣传活动，印发《2024年工作方案》，组织开展GIS平台培训3场，参训人员共计"
        "120人次，安全、可靠地完成了全年的各项工作任务，取得了较好的社会效益。"
    )


def test_headings_stand_alone_and_open_the_chain(page: Callable[..., list[str]]) -> None:
    text = "\n\n".join(["一、部门基本情况", "（一）主要职能", *page(FIRST), "二、存在的问题", *page(SECOND)])
    found = paragraphs(text)
    assert [paragraph.heading for paragraph in found] == [True, True, False, True, False]
    assert found[2].headings == ("一、部门基本情况", "（一）主要职能")
    assert found[4].headings == ("二、存在的问题",)


def test_a_numbered_sentence_that_fills_its_line_is_no_heading(page: Callable[..., list[str]]) -> None:
    sentence = "1.拍摄宣传短片，邀请三位行业代表作为发起人共同参与，提取当地的四个文化符号，在车站和社区循环播放。"
    assert sentence in [paragraph.text for paragraph in paragraphs("\n".join([*page(FIRST), *page(sentence)]))]


def test_titles_at_the_top_stay_apart(page: Callable[..., list[str]]) -> None:
    text = "\n\n".join(["青川市水务局", "2024年度部门整体支出绩效自评报告", *page(FIRST)])
    assert [paragraph.text for paragraph in paragraphs(text)][:2] == [
        "青川市水务局",
        "2024年度部门整体支出绩效自评报告",
    ]


def test_page_numbers_do_not_get_into_the_text(page: Callable[..., list[str]]) -> None:
    printed = [*page(FIRST), *page(SECOND)]
    for number, furniture in enumerate(["— 1 —", "第 2 页 共 9 页", "- 3 -"]):
        printed.insert(2 * number + 1, furniture)
    assert [paragraph.text for paragraph in paragraphs("\n\n".join(printed))] == [FIRST, SECOND]


def test_bare_page_numbers_are_told_from_values_by_counting_up(page: Callable[..., list[str]]) -> None:
    pages = [[*page(FIRST), *page(SECOND)] * 3 + [str(number)] for number in range(4, 8)]
    text = "\n\n".join(line for printed in pages for line in printed)
    assert not any(paragraph.text[-1].isdigit() for paragraph in paragraphs(text))


def test_every_character_keeps_its_line_and_column() -> None:
    printed = [
        "我局全年预算支出共计 1,200.50 万元，主要用于农村饮水工程建设和河",
        "道清淤，其中项目支出 36.25 万元 ，年末结余为零。",
    ]
    paragraph = paragraphs("\n\n".join(printed))[0]
    start = paragraph.text.index("36.25")
    ink = paragraph.content.ink(start, start + 5)
    assert (ink.line, ink.column) == (3, printed[1].index("36.25") + 1)


def test_dumps_are_told_from_texts_with_whole_lines(page: Callable[..., list[str]]) -> None:
    assert is_dump(lines("\n\n".join([*page(FIRST), *page(SECOND)])))
    assert not is_dump(lines("\n\n".join([FIRST, SECOND, "一、收入情况", FIRST])))
    assert not is_dump(lines("收入决算表\n合计\t1.00\t2.00\n201\t3.00\t4.00\n202\t5.00\t6.00"))
    assert not is_dump(lines("| 项目 | 金额 |\n|---|---|\n| 合计 | 3.00 |\n| 其他 | 1.00 |"))
    assert not is_dump(lines("青川市水务局\n2024年度部门决算"))


def test_a_table_whose_cells_run_together_makes_a_dump() -> None:
    assert is_dump(lines("支出决算表\n合计 30.00 20.00 10.00\n201 一般公共服务支出 30.00 20.00 10.00"))
