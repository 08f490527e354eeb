"""The command line as a user meets it: exit status, what goes where, help and mistakes in Chinese."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import gouji
from gouji.cli import main

ACCOUNTS = """青川市档案馆2023年度部门决算

支出决算表
部门：青川市档案馆
单位：万元
功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
\t合计\t{total}\t30.00\t20.00\t0.00\t0.00\t0.00
201\t一般公共服务支出\t{total}\t30.00\t20.00\t0.00\t0.00\t0.00
20126\t档案事务\t{total}\t30.00\t20.00\t0.00\t0.00\t0.00
2012604\t档案馆\t{total}\t30.00\t20.00\t0.00\t0.00\t0.00
"""
RULE = "expenditure-total-is-not-sum-of-parts"

Command = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "好.txt"
    path.write_text(ACCOUNTS.format(total="50.00"), encoding="utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "错.txt"
    path.write_text(ACCOUNTS.format(total="55.00"), encoding="utf-8")
    return path


@pytest.fixture
def command(root: Path) -> Command:
    """Run `python -m gouji` as a process of its own, in a locale that knows only ASCII."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        bare = {"PYTHONPATH": str(root / "src"), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        line = [sys.executable, "-m", "gouji", *arguments]
        return subprocess.run(line, env=kept | bare | environment, capture_output=True, check=False)

    return run


def test_a_clean_document_gives_0(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(clean)]) == 0
    assert "没有发现错误和警告" in capsys.readouterr().out


def test_an_error_gives_1_and_is_told(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(wrong)]) == 1
    told = capsys.readouterr()
    assert f"错误[{RULE}]" in told.out
    assert "列示 55.00    核算 30.00 + 20.00 + 0.00 + 0.00 + 0.00 = 50.00    相差 5.00 万元" in told.out
    assert told.err == ""


def test_fail_on_decides_what_counts(wrong: Path) -> None:
    assert main(["check", str(wrong), "--fail-on", "warning"]) == 1
    assert main(["check", str(wrong), "--fail-on", "never"]) == 0


def test_two_totals_that_differ_by_a_unit_pass_between_closed_intervals_only(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ACCOUNTS.format(total="50.00").replace("公共服务支出\t50.00", "公共服务支出\t50.01")
    wrong.write_text(text, encoding="utf-8")
    assert main(["check", str(wrong), "--tolerance", "strict"]) == main(["check", str(wrong)]) == 1
    assert "尾数容差" not in capsys.readouterr().out
    assert main(["check", str(wrong), "--tolerance", "closed"]) == 0
    assert "尾数容差：闭区间" in capsys.readouterr().out


def test_an_unreadable_file_gives_2_and_the_good_ones_are_reported(
    clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (clean.parent / "空.txt").write_bytes(b"")
    assert main(["check", str(clean.parent), "--fail-on", "never"]) == 2
    told = capsys.readouterr().out
    assert "没有发现错误和警告" in told
    assert "空.txt  文件是空的。请确认导出是否成功，再重新选择文件。" in told


def test_a_figure_that_cannot_be_read_gives_2_with_its_place_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "坏.txt"
    path.write_text(ACCOUNTS.format(total="1,23.4"), encoding="utf-8")
    assert main(["check", str(path), "--out", str(tmp_path / "报告.json")]) == 2
    told = capsys.readouterr().err
    assert f"{path}:7:" in told
    assert "1,23.4" in told
    assert "请核对原件" in told


def test_where_nothing_can_be_read_only_the_reason_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "没有.txt"), "--format", "json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "文件或文件夹不存在。请检查路径是否写对。" in told.err
    assert main(["check", str(tmp_path)]) == 2
    assert "没有可读的文件" in capsys.readouterr().err


def test_json_on_standard_output_is_nothing_but_json(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (wrong.parent / "空.txt").write_bytes(b"")
    assert main(["check", str(wrong.parent), "--format", "json"]) == 2
    told = capsys.readouterr()
    answer = json.loads(told.out)
    assert answer["gouji"] == gouji.__version__
    assert {finding["rule"] for finding in answer["documents"][0]["findings"]} >= {RULE}
    assert "空.txt" in told.err


def test_the_name_of_the_file_tells_the_format(wrong: Path, tmp_path: Path) -> None:
    main(["check", str(wrong), "--out", str(tmp_path / "报告.html")])
    main(["check", str(wrong), "--out", str(tmp_path / "报告.json")])
    main(["read", str(wrong), "--out", str(tmp_path / "读数.json")])
    assert (tmp_path / "报告.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((tmp_path / "报告.json").read_text(encoding="utf-8"))["documents"]
    assert json.loads((tmp_path / "读数.json").read_text(encoding="utf-8"))["documents"][0]["tables"]


def test_writing_into_a_missing_folder_is_refused_before_the_work(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gouji.cli.check.check_paths", lambda *_, **__: pytest.fail("it was checked all the same"))
    assert main(["check", str(wrong), "--out", str(tmp_path / "没有" / "报告.html")]) == 2
    assert "不存在，请先建立" in capsys.readouterr().err


def test_a_document_is_never_overwritten_by_its_report(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = wrong.read_bytes()
    assert main(["check", str(wrong), "--out", str(wrong)]) == 2
    assert "请换一个名字" in capsys.readouterr().err
    assert wrong.read_bytes() == before


def test_a_report_that_could_not_be_finished_leaves_the_old_one(
    wrong: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "报告.json"
    out.write_text("旧", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("gouji.cli.target.os.replace", fail)
    assert main(["check", str(wrong), "--out", str(out)]) == 2
    assert out.read_text(encoding="utf-8") == "旧"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["报告.json", "错.txt"])


def test_what_was_read_is_shown_as_text_and_json(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(clean)]) == 0
    assert "《支出决算表》" in capsys.readouterr().out
    assert main(["read", str(clean), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["documents"][0]["tables"][0]["rows"]
    assert rows[0]["cells"]["基本支出"]["yuan"] == "300000.00"


def test_rules_are_listed_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert RULE in capsys.readouterr().out
    assert main(["rules", RULE]) == 0
    assert "依据 " in capsys.readouterr().out


def test_an_unknown_rule_gets_names_that_are_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "expenditure-total-is-not-sum"]) == 2
    told = capsys.readouterr().err
    assert "没有名为 expenditure-total-is-not-sum 的规则" in told
    assert RULE in told


def test_the_environment_may_choose_the_language(
    clean: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOUJI_LANG", "en")
    main(["check", str(clean)])
    assert "No errors and no warnings." in capsys.readouterr().out


def test_output_is_utf_8_under_an_ascii_locale(wrong: Path, command: Command) -> None:
    done = command("check", str(wrong))
    assert done.returncode == 1
    assert "错误[" in done.stdout.decode("utf-8")
    assert "错.txt" in done.stdout.decode("utf-8")


def test_a_pipe_gets_no_colours_and_no_progress(wrong: Path, command: Command) -> None:
    done = command("check", str(wrong), FORCE_COLOR="")
    assert b"\x1b" not in done.stdout + done.stderr
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
def test_a_reader_that_leaves_early_is_no_mistake(wrong: Path, root: Path) -> None:
    script = f'"{sys.executable}" -m gouji check "{wrong}" "{root}/src" --format json | head -c 1'
    environment = os.environ | {"PYTHONPATH": str(root / "src")}
    done = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, check=False)
    assert done.stdout == b"{"
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
def test_a_terminal_gets_colours_unless_they_are_not_wanted(wrong: Path, root: Path) -> None:
    assert "\x1b[1;31m" in on_a_terminal(root, ["check", str(wrong)])
    assert "\x1b[1;31m" not in on_a_terminal(root, ["check", str(wrong)], NO_COLOR="1")


def on_a_terminal(root: Path, arguments: list[str], **environment: str) -> str:
    import pty

    ours, theirs = pty.openpty()
    settings = {"PYTHONPATH": str(root / "src"), "TERM": "xterm", "COLUMNS": "80", "PATH": os.environ["PATH"]}
    process = subprocess.Popen(
        [sys.executable, "-m", "gouji", *arguments], env=settings | environment, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    said = b""
    try:
        while part := os.read(ours, 65536):
            said += part
    except OSError:  # how a terminal says that the other side has gone
        pass
    os.close(ours)
    process.wait()
    return said.decode("utf-8")


def test_the_version_names_the_rules_too(command: Command) -> None:
    done = command("--version")
    assert done.stdout.decode("utf-8") == f"gouji {gouji.__version__}，规则集 {gouji.RULES_VERSION}\n"


def test_the_version_loads_neither_rules_nor_rich(root: Path) -> None:
    code = (
        "import sys, gouji.cli; gouji.cli.main(['--version']); heavy = ('rich', 'gouji.rules', 'gouji.reading', "
        "'gouji.running'); print([name for name in sys.modules if name.startswith(heavy)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(root / "src")},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8").splitlines()[-1] == "[]"
