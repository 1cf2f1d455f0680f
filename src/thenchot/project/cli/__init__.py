"""Dòng lệnh — `thenchot`: serve, upgrade, demo, questions, reports, import, backup, journal, doctor, db."""

import os
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import click
import psycopg

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.cli import (
    archive,
    ask,
    citing,
    figures,
    forming,
    importing,
    keeping,
    serving,
    upgrading,
)
from thenchot.project.cli.doctor import examine
from thenchot.project.cli.running import Running, database
from thenchot.project.cli.say import LANGUAGES, asked_language, say, speak, translate
from thenchot.project.cli.structure import bring_up_to_date, structure_of
from thenchot.project.data_folder import DEMO_DAYS, DataFolder
from thenchot.project.environment import Environment
from thenchot.project.postgres import roles

DEMO_FOLDER = Path("var/demo")
data_option = click.option("--data", type=click.Path(path_type=Path), help=mark("Thư mục dữ liệu."))


@click.group(help=mark("Then Chốt: hệ thống làm việc của ban tổ chức."))
@click.option("--lang", type=click.Choice(LANGUAGES), help=mark("Ngôn ngữ."))
def cli(lang: str | None) -> None:
    """The language is known before parsing (`asked_language`); the option is declared for its help."""


@cli.command(help=mark("Chạy hệ thống trên dữ liệu của cơ quan."))
@data_option
@click.option("--port", type=click.IntRange(1, 65535), help=mark("Cổng."))
@serving.options
def serve(data: Path | None, port: int | None, **asked: Any) -> None:
    environment = Environment.read(os.environ)
    place = serving.checked(serving.asked_place(environment, port, **asked))
    with database(environment, data) as running:
        if running.owner_url and not running.folder.is_demo():
            structure_of(running.owner_url).refuse_unsaved()
        bring_up_to_date(running)
        serving.serve(running, place)


@cli.group(invoke_without_command=True, help=mark("Chạy thử với dữ liệu mô phỏng."))
@data_option
@click.option("--port", type=click.IntRange(1, 65535), help=mark("Cổng."))
@click.option("--only-load", is_flag=True, help=mark("Nạp dữ liệu rồi dừng."))
@click.option(
    "--members",
    type=click.IntRange(100, 20_000),
    help=mark("Chỉ nạp một huyện nhỏ có chừng này đảng viên, thay cho cả tỉnh."),
)
@click.pass_context
def demo(
    context: click.Context,
    data: Path | None,
    port: int | None,
    only_load: bool,
    members: int | None,
) -> None:
    if context.invoked_subcommand:
        context.obj = data
        return
    environment = Environment.read(os.environ)
    place = data or DEMO_FOLDER
    DataFolder(place).prepare().open_as_demo(DEMO_DAYS[0])
    with database(environment, place) as running:
        with running.folder.loading() as cut_off:
            if cut_off:
                _begin_again(running, ours=not environment.database_url)
            bring_up_to_date(running)
            _call(running, "thenchot.doors.exchange.demo", *([str(members)] if members else []))
            if running.owner_url:
                roles.learn_sizes(running.owner_url)
        if not only_load:
            serving.serve(running, serving.checked(serving.Place(port or environment.port)))


@demo.command("verify", help=mark("Soát các số liệu đã công bố với hồ sơ của tỉnh mô phỏng."))
@ask.as_option
@ask.format_option
@click.pass_obj
def demo_verify(data: Path | None, shape: str, account: str) -> None:
    with _asked(data) as running:
        _set_up_django(running)
        figures.verify(shape, account)


@cli.command("report", help=mark("In báo cáo của một kỳ, ví dụ quy-1-2023, nam-2024."))
@click.argument("period")
@data_option
@click.option("--unit", type=int, help=mark("Số của đơn vị; bỏ trống là đơn vị gốc."))
@click.option("--frozen", type=int, help=mark("Lần chốt; bỏ trống là đếm từ hồ sơ bây giờ."))
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help=mark("Tệp ghi ra."))
@ask.as_option
@figures.format_option
def report(
    period: str,
    data: Path | None,
    unit: int | None,
    frozen: int | None,
    to: Path | None,
    shape: str,
    account: str,
) -> None:
    with _asked(data) as running:
        _set_up_django(running)
        figures.report(period, unit, frozen, shape, to, account)


@cli.command("freeze", help=mark("Chốt số liệu báo cáo của một kỳ đã qua."))
@click.argument("period")
@data_option
@click.option("--unit", type=int, help=mark("Số của đơn vị; bỏ trống là đơn vị gốc."))
@ask.as_option
def freeze(period: str, data: Path | None, unit: int | None, account: str) -> None:
    with _asked(data) as running:
        _set_up_django(running)
        figures.freeze(period, unit, account)


@cli.command("backup", help=mark("Sao lưu toàn bộ dữ liệu thành một tệp."))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--test", "tested", is_flag=True, help=mark("Thử phục hồi ngay vào một thư mục tạm."))
@data_option
def backup(file: Path, data: Path | None, tested: bool) -> None:
    environment = Environment.read(os.environ)
    with _asked(data) as running:
        made = archive.back_up(running, environment.pg_bin, file)
        text = mark("Đã sao lưu vào {file}: {size:.1f} MB, dấu {digest}.")
        click.echo(say(text, file=file, size=made.size / 1e6, digest=made.digest))
        if tested:
            archive.try_restore(file, made, running.folder, environment)
            click.echo(say(mark("Đã thử phục hồi và kiểm tra nhật ký của bản sao lưu này.")))


@cli.command("restore", help=mark("Phục hồi bản sao lưu vào một thư mục trống."))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--data", required=True, type=click.Path(path_type=Path), help=mark("Thư mục dữ liệu trống.")
)
def restore(file: Path, data: Path) -> None:
    environment = Environment.read(os.environ)
    archive.restore(file, DataFolder(data.absolute()), environment)
    click.echo(say(mark("Đã phục hồi vào {folder} và kiểm tra nhật ký."), folder=data))


@cli.command(help=mark("Cập nhật cấu trúc cơ sở dữ liệu."))
@data_option
def migrate(data: Path | None) -> None:
    with database(Environment.read(os.environ), data) as running:
        bring_up_to_date(running)
    click.echo(say(mark("Cấu trúc cơ sở dữ liệu đã ở bản mới nhất.")))


@cli.command(help=mark("Nâng cấp: sao lưu, cập nhật cấu trúc, khám máy."))
@data_option
def upgrade(data: Path | None) -> None:
    environment = Environment.read(os.environ)
    with database(environment, data) as running:
        upgrading.upgrade(running, environment.pg_bin)


@cli.group(help=mark("Nhật ký."))
def journal() -> None:
    pass


@journal.command(help=mark("Kiểm tra chuỗi nhật ký, mọi dòng dữ liệu, mọi tệp của văn bản."))
@data_option
@click.option("--checkpoint", default="", help=mark("Điểm mốc đã in trước đây, dạng số:mã."))
@click.option("--files/--no-files", default=True, help=mark("Có đọc lại các tệp đã giữ không."))
def verify(data: Path | None, checkpoint: str, *, files: bool) -> None:
    with _asked(data) as running:
        _set_up_django(running, running.as_owner())  # who sees every row
        keeping.verify(checkpoint, files=files)


@cli.command(help=mark("Dọn kho tệp: đọc chữ của tệp giữ từ trước, xóa tệp không văn bản nào nêu."))
@data_option
def tidy(data: Path | None) -> None:
    with _asked(data) as running:
        _set_up_django(running, running.as_owner())
        keeping.tidy()


@cli.command(help=mark("Kiểm tra máy chủ, vai trò, phông chữ, đĩa, cấu hình; chỉ cách sửa."))
@data_option
def doctor(data: Path | None) -> None:
    with _asked(data) as running:
        if not examine(running):
            raise SystemExit(1)


@cli.command("tree", help=mark("In cây tổ chức vào một ngày."))
@data_option
@ask.as_option
@ask.on_option
@ask.format_option
def tree(data: Path | None, typed: str, shape: str, account: str) -> None:
    with _asked(data) as running:
        _set_up_django(running)
        ask.tree(typed, shape, account)


@cli.command("person", help=mark("Tìm người theo bất cứ phần nào của tên, có hay không dấu."))
@click.argument("name")
@data_option
@ask.as_option
@ask.on_option
@ask.format_option
def person(name: str, data: Path | None, typed: str, shape: str, account: str) -> None:
    with _asked(data) as running:
        _set_up_django(running)
        ask.person(name, typed, shape, account)


@cli.command("who-sees", help=mark("Ai xem được hồ sơ của một người, và vì sao."))
@click.argument("name")
@data_option
@ask.as_option
@ask.format_option
def who_sees(name: str, data: Path | None, shape: str, account: str) -> None:
    with _asked(data) as running:
        _set_up_django(running)
        ask.who_sees(name, shape, account)


@cli.command("accounts", help=mark("In các tài khoản và quyền đã giao."))
@data_option
@ask.as_option
@ask.format_option
def accounts(data: Path | None, shape: str, account: str) -> None:
    with _asked(data) as running:
        _set_up_django(running)
        ask.accounts(shape, account)


@cli.command("init", help=mark("Khởi tạo cho một cơ quan: in địa chỉ mở trang khởi tạo."))
@data_option
@click.option(
    "--address", default="", help=mark("Địa chỉ của hệ thống, thí dụ https://thenchot.vn.")
)
def init(data: Path | None, address: str) -> None:
    environment = Environment.read(os.environ)
    with database(environment, data) as running:
        bring_up_to_date(running)
        _set_up_django(running)
        ask.init(running.folder, address or f"http://localhost:{environment.port}")


@cli.command("cells", help=mark("Chi bộ, đảng bộ cơ sở lệch quy định về số đảng viên, chi ủy."))
@data_option
@ask.as_option
@ask.on_option
@ask.format_option
def cells(data: Path | None, typed: str, shape: str, account: str) -> None:
    with _asked(data) as running:
        _set_up_django(running)
        ask.cells(typed, shape, account)


@cli.group("import", help=mark("Nhập danh sách từ tệp."))
def import_group() -> None:
    pass


@import_group.command("members", help=mark("Nhập danh sách đảng viên từ tệp XLSX hoặc CSV."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@data_option
@click.option("--column", "said", multiple=True, help=mark("Nghĩa của một cột: «tên cột=nghĩa»."))
@click.option("--cell-column", default="", help=mark("Tên cột ghi chi bộ."))
@click.option("--paper", default="", help=mark("Số, ký hiệu văn bản căn cứ đã có trong sổ."))
@click.option("--dry-run", is_flag=True, help=mark("Chỉ xét từng dòng, không ghi."))
@click.option("--partial", is_flag=True, help=mark("Ghi các dòng ghi được, bỏ các dòng có lỗi."))
@click.option(
    "--result", type=click.Path(path_type=Path, dir_okay=False), help=mark("Tệp kết quả (XLSX).")
)
@ask.as_option
@ask.on_option
def import_members(
    file: Path, data: Path | None, said: tuple[str, ...], cell_column: str, typed: str, paper: str,
    result: Path | None, account: str, dry_run: bool, partial: bool,
) -> None:  # fmt: skip
    cell = (f"{cell_column}=chi_bo",) if cell_column else ()
    with _asked(data) as running:
        _set_up_django(running)
        importing.members(
            file, (*said, *cell), typed, paper, result, account, dry_run=dry_run, partial=partial
        )


cli.add_command(citing.cite)
cli.add_command(forming.form)


@cli.group(help=mark("Cơ sở dữ liệu."))
def db() -> None:
    pass


@db.command(help=mark("Tạo hai vai trò và cơ sở dữ liệu trên máy chủ PostgreSQL riêng."))
@click.option("--admin-url", required=True, help=mark("Địa chỉ của quản trị máy chủ."))
def prepare(admin_url: str) -> None:
    try:
        roles.prepare(admin_url)
    except psycopg.ProgrammingError as error:  # an address that is none, a role that may not
        why = str(error).splitlines()[0]
        text = mark("Không chuẩn bị được máy chủ: {why}")
        raise Refused([Reason(text, {"why": why})]) from None
    text = mark(
        "Đã có cơ sở dữ liệu {database}, chủ {owner}, vai trò web {web}. Hãy đặt mật khẩu cho hai vai trò."
    )
    click.echo(say(text, database=roles.DATABASE, owner=roles.OWNER, web=roles.WEB))


def main() -> None:
    """Cửa vào — every expected refusal is said in plain words, all reasons, exit code 1."""
    speak(asked_language(sys.argv[1:], os.environ), cli)
    serving.heed_stops()
    try:
        cli(prog_name="thenchot")
    except Refused as refusal:
        for reason in refusal.reasons:
            click.echo(reason.sentence(translate), err=True)
        raise SystemExit(1) from None
    except subprocess.CalledProcessError as error:
        last = "".join((error.stdout or "").strip().splitlines()[-1:])
        text = mark("Chương trình {name} không chạy được: {last}")
        click.echo(say(text, name=Path(error.cmd[0]).name, last=last), err=True)
        raise SystemExit(1) from None
    except psycopg.OperationalError as error:
        text = mark("Không kết nối được cơ sở dữ liệu: {why}")
        click.echo(say(text, why=str(error).splitlines()[0]), err=True)
        raise SystemExit(1) from None


def _asked(data: Path | None) -> AbstractContextManager[Running]:
    """What a question is asked of: the folder named, else the demo that `make demo` made here."""
    environment = Environment.read(os.environ)
    if DEMO_FOLDER.exists() and not environment.database_url:
        data = data or environment.data or DEMO_FOLDER
    return database(environment, data)


def _begin_again(running: Running, *, ours: bool) -> None:
    """Only a database of our own making is emptied; another server may hold an office's work."""
    if not ours:
        text = mark(
            "Lần nạp trước bị dừng giữa chừng; hãy tạo một cơ sở dữ liệu trống rồi chạy lại."
        )
        raise Refused([Reason(text)])
    click.echo(say(mark("Lần nạp trước bị dừng giữa chừng; nạp lại từ đầu.")))
    roles.empty(running.owner_url)


def _call(running: Running, module: str, *words: str) -> None:
    command = [sys.executable, "-m", module, *words]
    result = subprocess.run(command, env=running.variables(running.web_url))
    if result.returncode:
        raise SystemExit(result.returncode)


def _set_up_django(running: Running, url: str = "") -> None:
    import django

    url = url or running.web_url
    os.environ.clear()  # this process is the one role from here on
    os.environ.update(running.variables(url))
    django.setup()
    structure = structure_of(url)
    structure.refuse_newer()
    structure.refuse_older()
