"""Phục vụ — where the pages are served: this machine only, or others too, then by TLS or a proxy."""

import ipaddress
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.project.cli.certificate import faults_of_files
from thenchot.project.cli.running import Running
from thenchot.project.cli.say import say
from thenchot.project.environment import Environment

HERE = "127.0.0.1"
NAME = re.compile(r"\.?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]", re.IGNORECASE)
UNENCRYPTED = mark(
    "Phục vụ máy khác thì phải mã hóa: hãy nêu --tls-cert và --tls-key, hoặc --behind-proxy nếu có máy chủ đứng trước lo việc ấy."
)
UNNAMED = mark(
    "Hãy nêu tên máy mà người dùng gõ, ví dụ --allow-host thenchot.tinh.vn (hoặc THENCHOT_ALLOWED_HOSTS)."
)
GRANIAN = (
    sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1",
    "--blocking-threads", "4", "--log-level", "warning", "--respawn-failed-workers",
    "--workers-kill-timeout", "5",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Nơi phục vụ — address, port, the two files of TLS, and the names the office is called by."""

    port: int
    host: str = HERE
    certificate: Path | None = None
    key: Path | None = None
    behind_proxy: bool = False
    names: Sequence[str] = ()
    debug: bool = False

    @property
    def tls(self) -> bool:
        return bool(self.certificate and self.key)

    @property
    def encrypted(self) -> bool:
        """Mã hóa — by our own certificate, or by that of the proxy before us."""
        return self.tls or self.behind_proxy

    @property
    def for_others(self) -> bool:
        """Cho máy khác — a host that is no address is held to the stricter rules."""
        return self.behind_proxy or not _is_here(self.host)

    def faults(self) -> Iterator[Reason]:
        """Mọi lý do từ chối — asked before the database is started."""
        if _is_here(self.host) is None:
            text = mark(
                "--host phải là địa chỉ IP, ví dụ 127.0.0.1 hoặc 0.0.0.0, không phải «{host}»."
            )
            yield Reason(text, {"host": self.host})
        elif self.for_others or self.tls:
            yield from _closed_port(self.host, self.port)
        if bool(self.certificate) != bool(self.key):
            yield Reason(mark("Hãy nêu cả hai tệp TLS: --tls-cert và --tls-key."))
        elif self.for_others and not self.tls and not self.behind_proxy:
            yield Reason(UNENCRYPTED)
        yield from faults_of_files(self.certificate, self.key)
        if self.for_others and self.debug:
            yield Reason(mark("THENCHOT_DEBUG=1 chỉ dùng khi phục vụ riêng máy này."))
        if self.for_others and not self.names:
            yield Reason(UNNAMED)
        for name in self.names:
            if not NAME.fullmatch(name):
                text = mark(
                    "«{name}» không phải tên máy: chỉ ghi tên, không ghi https://, cổng hay dấu *."
                )
                yield Reason(text, {"name": name})

    def printed(self) -> str:
        """Địa chỉ để gõ — a proxy's port is not known here; `localhost`, since passkeys need a name."""
        scheme, standard = ("https", 443) if self.encrypted else ("http", 80)
        here = "localhost" if self.host in {HERE, "::1"} else self.host
        named = self.names and (self.for_others or self.tls)
        name = self.names[0].removeprefix(".") if named else here
        hidden = self.behind_proxy or self.port == standard
        return f"{scheme}://{name}" if hidden else f"{scheme}://{name}:{self.port}"

    def variables(self) -> dict[str, str]:
        """What the serving process is told; whatever the operator's shell said of it is overruled."""
        names = [*self.names, self.host] if _is_here(self.host) else self.names
        return {
            "THENCHOT_TLS": "1" if self.encrypted else "",
            "THENCHOT_BEHIND_PROXY": "1" if self.behind_proxy else "",
            "THENCHOT_ALLOWED_HOSTS": ",".join(names),
        }

    def words(self) -> list[str]:
        """The words of the web server; it would ask for TLS 1.3 alone, older offices have 1.2."""
        found = [*GRANIAN, "--host", self.host, "--port", str(self.port)]
        if self.tls:
            found += ["--ssl-certificate", str(self.certificate), "--ssl-keyfile", str(self.key)]
            found += ["--ssl-protocol-min", "tls1.2"]
        return [*found, "thenchot.project.wsgi:application"]


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Các tùy chọn của `serve` — beside the folder and the port, which `demo` has too."""
    file = click.Path(path_type=Path, dir_okay=False)
    asked = (
        click.option("--host", default=HERE, show_default=True, help=mark("Địa chỉ IP để nghe.")),
        click.option("--tls-cert", type=file, help=mark("Chứng thư TLS (PEM, cả chuỗi).")),
        click.option("--tls-key", type=file, help=mark("Khóa riêng của chứng thư (PEM).")),
        click.option("--behind-proxy", is_flag=True, help=mark("Có máy chủ đứng trước lo TLS.")),
        click.option("--allow-host", multiple=True, help=mark("Tên máy người dùng gõ; nêu được nhiều lần.")),
    )  # fmt: skip
    for option in reversed(asked):
        command = option(command)
    return command


def asked_place(
    environment: Environment,
    port: int | None,
    host: str,
    tls_cert: Path | None,
    tls_key: Path | None,
    behind_proxy: bool,
    allow_host: tuple[str, ...],
) -> Place:
    """Nơi phục vụ như đã gõ — names typed come before those of the environment."""
    return Place(
        port=port or environment.port,
        host=HERE if host == "localhost" else host,
        certificate=tls_cert and tls_cert.absolute(),
        key=tls_key and tls_key.absolute(),
        behind_proxy=behind_proxy,
        names=(*allow_host, *environment.allowed_hosts),
        debug=environment.debug,
    )


def checked(place: Place) -> Place:
    """Nơi phục vụ đã kiểm tra — refused with every reason at once.

    On this machine alone another port will do for a busy one; others were told the one they type.
    """
    faults = [*place.faults()]
    if faults:
        raise Refused(faults)
    if place.for_others or place.tls:
        return place
    port = _free_port(place.port)
    if port != place.port:
        text = mark("Cổng {wanted} đang bận; dùng cổng {port}.")
        click.echo(say(text, wanted=place.port, port=port))
    return replace(place, port=port)


def serve(running: Running, place: Place) -> None:
    """Phục vụ — until a stop is heard; the web server is the web role and never outlives us."""
    with running.folder.in_use() as held:
        text = mark("Mở trình duyệt tại {address}  (Ctrl-C để dừng)")
        click.echo(say(text, address=place.printed()))
        environment = running.variables(running.web_url) | place.variables()
        # In a session of its own: Ctrl-C reaches only us, so no worker dies first and is respawned.
        heard: list[int] = []
        heed_stops(lambda stop, _: heard.append(stop))  # no child is left behind half-started
        process = subprocess.Popen(
            place.words(), env=environment, start_new_session=True, pass_fds=[held]
        )
        try:
            heed_stops()
            if heard:
                raise KeyboardInterrupt
            if code := process.wait():
                raise SystemExit(code)
        except KeyboardInterrupt:
            pass
        finally:
            _stop(process)


def heed_stops(handler: Callable[[int, Any], Any] = signal.default_int_handler) -> None:
    """A polite stop and a closed terminal end like Ctrl-C, which is heard in the background too."""
    heard = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # `nohup` means what it says
        heard.append(signal.SIGHUP)
    for stop in heard:
        signal.signal(stop, handler)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """A polite word first; what has not stopped by then, or at a second Ctrl-C, is killed."""
    process.terminate()
    try:
        process.wait(15)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        os.killpg(process.pid, signal.SIGKILL)


def _is_here(host: str) -> bool | None:
    """Whether only this machine can reach the address; None: it is no address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return None


def _closed_port(host: str, port: int) -> Iterator[Reason]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            text = mark("Không mở được cổng {port} tại {host}: {why}.")
            yield Reason(text, {"port": port, "host": host, "why": error.strerror})


def _free_port(wanted: int) -> int:
    for port in range(wanted, min(wanted + 50, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex((HERE, port)):
                return port
    return wanted
