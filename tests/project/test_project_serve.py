"""Phục vụ — real TLS, a name that is ours, one refusal with every reason, nothing told on a fault."""

import datetime
import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import warnings
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client

from thenchot.ground.plain.reasons import Refused
from thenchot.project.cli import serving
from thenchot.project.cli.serving import Place
from thenchot.project.data_folder import DataFolder
from thenchot.project.environment import Environment
from thenchot.project.postgres import launcher, roles

OURS = "thenchot.thu.vn"


def thenchot(*words, **variables):
    command = [sys.executable, "-m", "thenchot.project.cli", *map(str, words)]
    return subprocess.run(
        command, env=os.environ | variables, capture_output=True, text=True, timeout=120
    )


def private(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    file.chmod(0o600)
    return file


@pytest.fixture(scope="module")
def tls():
    """A certificate for our name and its key; a key of another; a key with a password."""
    folder = Path(tempfile.mkdtemp(prefix="tc-tls-"))
    key, other = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, OURS)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(OURS)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    for file, each, how in (
        ("key.pem", key, serialization.NoEncryption()),
        ("other.pem", other, serialization.NoEncryption()),
        ("locked.pem", key, serialization.BestAvailableEncryption(b"mat khau")),
    ):
        form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
        private(folder / file, each.private_bytes(*form, how))
    yield folder
    shutil.rmtree(folder)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return not probe.connect_ex(("127.0.0.1", port))


@pytest.fixture(scope="module")
def data():
    """A migrated folder of an office, with nothing in it."""
    found = Path(tempfile.mkdtemp(prefix="tc-phục vụ-"))
    found.chmod(0o755)
    assert thenchot("migrate", "--data", found / "d").returncode == 0
    yield found / "d"
    shutil.rmtree(found, ignore_errors=True)


@contextmanager
def served(data: Path, *words: object, **variables: str):
    """The port, and what the process printed first."""
    port = free_port()
    command = [sys.executable, "-m", "thenchot.project.cli", "serve", "--data", str(data)]
    process = subprocess.Popen(
        [*command, "--port", str(port), *map(str, words)],
        env=os.environ | variables, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        printed = process.stdout.readline()
        while not answers(port):
            assert process.poll() is None
            time.sleep(0.1)
        yield port, printed
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 0


class OverTLS(http.client.HTTPConnection):
    """To our machine, asking for our name, trusting our certificate alone."""

    def __init__(self, port, trusted, highest=ssl.TLSVersion.TLSv1_3):
        super().__init__("127.0.0.1", port, timeout=20)
        self.context = ssl.create_default_context(cafile=trusted)
        self.context.maximum_version = highest

    def connect(self):
        super().connect()
        try:
            self.sock = self.context.wrap_socket(self.sock, server_hostname=OURS)
            self.spoken = self.sock.version()
        except OSError:
            self.close()
            raise


def speak_tls_1_1(port):
    """A client of long ago, with ciphers of long ago, that offers nothing newer."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings(action="ignore"):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", port), 20) as raw, context.wrap_socket(raw):
        pass


def answer(connection, path, host=OURS, method="GET", **headers):
    try:
        connection.request(method, path, headers={"Host": host, **headers})
        given = connection.getresponse()
        return given, given.read().decode()
    finally:
        connection.close()  # opened anew by the next request


@pytest.mark.database
def test_pages_are_served_by_tls_under_our_name_alone(data, tls):
    words = "--tls-cert", tls / "certificate.pem", "--tls-key", tls / "key.pem"
    with served(data, *words, "--allow-host", OURS) as (port, printed):
        assert printed == f"Mở trình duyệt tại https://{OURS}:{port}  (Ctrl-C để dừng)\n"
        connection = OverTLS(port, tls / "certificate.pem", ssl.TLSVersion.TLSv1_2)
        given, _ = answer(connection, "/static/web/style.css")
        assert connection.spoken == "TLSv1.2"
        assert given.status == 200
        assert given.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"  # fmt: skip
        for path in ("/to-chuc", "/static/web/style.css"):
            assert answer(connection, path, host="evil.example.org")[0].status == 400
        for method in ("TRACE", "PUT", "DELETE", "OPTIONS"):
            given, body = answer(connection, "/to-chuc", method=method, Cookie="bi-mat=1")
            assert (given.status, given.headers["Allow"]) == (405, "GET, HEAD, POST")
            assert "bi-mat" not in body
        with pytest.raises(ssl.SSLError, match=r"PROTOCOL_VERSION|HANDSHAKE_FAILURE"):
            speak_tls_1_1(port)
        with pytest.raises((http.client.HTTPException, OSError)):
            answer(http.client.HTTPConnection("127.0.0.1", port, timeout=20), "/to-chuc")


@pytest.mark.database
def test_behind_a_proxy_its_word_about_the_scheme_is_taken(data):
    with served(data, "--behind-proxy", THENCHOT_ALLOWED_HOSTS=f" {OURS} ") as (port, printed):
        assert printed == f"Mở trình duyệt tại https://{OURS}  (Ctrl-C để dừng)\n"
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        given, _ = answer(connection, "/to-chuc")
        assert (given.status, given.headers["Location"]) == (301, f"https://{OURS}/to-chuc")
        style = "/static/web/style.css"
        given, _ = answer(connection, style, **{"X-Forwarded-Proto": "https"})
        assert given.status == 200
        assert "Strict-Transport-Security" in given.headers


@pytest.mark.database
def test_a_fault_tells_the_visitor_nothing(data):
    """The table of sessions is taken away while pages are served."""
    with served(data) as (port, printed):
        assert printed == f"Mở trình duyệt tại http://localhost:{port}  (Ctrl-C để dừng)\n"
        server = launcher.ensure(data)
        try:
            with psycopg.connect(server.url(roles.OWNER), autocommit=True) as owner:
                owner.execute("ALTER TABLE django_session RENAME TO away")
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
                cookie = f"phien={'a' * 32}; __Host-phien={'a' * 32}"
                given, body = answer(connection, "/to-chuc", "localhost", Cookie=cookie)
                owner.execute("ALTER TABLE away RENAME TO django_session")
        finally:
            server.stop()
        assert given.status == 500
        for told in ("Traceback", "django_session", "psycopg", "thenchot/", "settings", "DEBUG"):
            assert told not in body
        refused = thenchot("upgrade", "--data", data)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "hãy dừng dịch vụ" in refused.stderr


@pytest.mark.database
def test_nothing_is_served_while_the_data_is_upgraded(data):
    with DataFolder(data).standing_still():
        refused = thenchot("serve", "--data", data, "--port", free_port())
    assert refused.returncode == 1
    assert refused.stderr == "Dữ liệu này đang được nâng cấp; hãy đợi xong rồi chạy lại.\n"


@pytest.mark.database
def test_a_web_server_left_behind_still_counts_as_serving(data):
    """The command is killed and cannot stop its child: the data is not at rest."""
    port = free_port()
    command = [sys.executable, "-m", "thenchot.project.cli", "serve", "--data", str(data)]
    process = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while not answers(port):
        time.sleep(0.1)
    (child,) = map(int, children.read_text().split())
    try:
        process.kill()
        process.wait()
        with pytest.raises(Refused, match="đang phục vụ"), DataFolder(data).standing_still():
            pass
    finally:
        os.killpg(child, signal.SIGKILL)
        launcher.ensure(data).stop()
    for _ in range(50):
        with suppress(Refused), DataFolder(data).standing_still():
            return
        time.sleep(0.1)
    pytest.fail("still held")


def said(place: Place) -> list[str]:
    return [str(reason) for reason in place.faults()]


def test_every_reason_is_said_at_once(tls):
    key = tls / "open.pem"
    key.write_bytes((tls / "key.pem").read_bytes())
    key.chmod(0o640)
    absent = tls / "khong-co.pem"
    place = Place(free_port(), "0.0.0.0", absent, key, debug=True)
    assert said(place) == [
        f"Không đọc được {absent}: No such file or directory.",
        f"Người khác đọc được khóa riêng {key}: hãy chạy chmod 600 {key}.",
        "THENCHOT_DEBUG=1 chỉ dùng khi phục vụ riêng máy này.",
        "Hãy nêu tên máy mà người dùng gõ, ví dụ --allow-host thenchot.tinh.vn (hoặc THENCHOT_ALLOWED_HOSTS).",
    ]
    result = thenchot("serve", "--host", "0.0.0.0", "--allow-host", "https://x", "--data", tls / "moi")  # fmt: skip
    assert result.returncode == 1
    assert [line.partition(" ")[0] for line in result.stderr.splitlines()] == ["Phục", "«https://x»"]  # fmt: skip
    assert not (tls / "moi").exists()  # refused before anything is made


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"host": "0.0.0.0"}, "Phục vụ máy khác thì phải mã hóa"),
        ({"host": "::"}, "Phục vụ máy khác thì phải mã hóa"),
        ({"host": "192.0.2.7", "certificate": "certificate.pem", "key": "key.pem"}, "Không mở được cổng"),
        ({"host": "may-chu", "certificate": "certificate.pem", "key": "key.pem"}, "--host phải là địa chỉ IP"),
        ({"certificate": "certificate.pem"}, "Hãy nêu cả hai tệp TLS"),
        ({"key": "key.pem"}, "Hãy nêu cả hai tệp TLS"),
        ({"certificate": "key.pem", "key": "key.pem"}, "không phải chứng thư dạng PEM"),
        ({"certificate": "certificate.pem", "key": "other.pem"}, "không phải của chứng thư"),
        ({"certificate": "certificate.pem", "key": "locked.pem"}, "không phải khóa riêng dạng PEM không mật khẩu"),
        ({"behind_proxy": True, "names": ()}, "Hãy nêu tên máy"),
        ({"names": ("*",)}, "«*» không phải tên máy"),
        ({"names": ("may:8000",)}, "«may:8000» không phải tên máy"),
    ],
)  # fmt: skip
def test_what_cannot_be_served_is_refused_for_one_reason(tls, changes, reason):
    files = {each: tls / changes[each] for each in ("certificate", "key") if each in changes}
    place = Place(**{"port": free_port(), "names": (OURS,)} | changes | files)
    assert len(said(place)) == 1
    assert reason in said(place)[0]


def test_a_busy_port_is_refused_to_others_and_passed_over_here(tls, capsys):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with pytest.raises(Refused, match=f"Không mở được cổng {port}"):
            serving.checked(Place(port, behind_proxy=True, names=(OURS,)))
        assert serving.checked(Place(port)).port > port
    assert f"Cổng {port} đang bận" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        (Place(8000), "http://localhost:8000"),
        (Place(80, "::1"), "http://localhost"),
        (Place(8000, "127.0.0.5"), "http://127.0.0.5:8000"),
        (Place(8000, names=(OURS,)), "http://localhost:8000"),
        (Place(8000, behind_proxy=True, names=(OURS,)), f"https://{OURS}"),
        (Place(443, "0.0.0.0", Path("c"), Path("k"), names=(OURS, "x")), f"https://{OURS}"),
        (Place(8443, "0.0.0.0", Path("c"), Path("k"), names=(f".{OURS}",)), f"https://{OURS}:8443"),
        (Place(8443, "127.0.0.1", Path("c"), Path("k")), "https://localhost:8443"),
    ],
)
def test_the_address_printed_is_the_one_to_type(place, printed):
    assert place.printed() == printed


def test_the_serving_process_is_told_what_is_so_whatever_the_shell_said():
    assert Place(8000).variables() == {
        "THENCHOT_TLS": "",
        "THENCHOT_BEHIND_PROXY": "",
        "THENCHOT_ALLOWED_HOSTS": "127.0.0.1",
    }
    told = Place(8000, "0.0.0.0", behind_proxy=True, names=(OURS,)).variables()
    assert list(told.values()) == ["1", "1", OURS]


@pytest.mark.parametrize("key", ["ngan", "a" * 60, "abc" * 30])
def test_a_weak_secret_key_is_refused_at_start(key):
    with pytest.raises(Refused, match="THENCHOT_SECRET_KEY quá yếu"):
        Environment.read({"THENCHOT_SECRET_KEY": key})


def test_a_secret_key_of_the_programs_own_making_is_strong_enough(tmp_path):
    key = DataFolder(tmp_path).secret_key()
    assert Environment.read({"THENCHOT_SECRET_KEY": key}).secret_key == key


@pytest.mark.parametrize("method", ["trace", "put", "patch", "delete", "options"])
def test_only_asking_and_sending_are_known(method):
    given = getattr(Client(), method)("/")
    assert (given.status_code, given["Allow"]) == (405, "GET, HEAD, POST")


@pytest.mark.parametrize("path", ["/", "/static/web/style.css", "/khong-co"])
def test_a_wrong_name_is_answered_with_400(path):
    assert Client().get(path, headers={"host": "evil.example.org"}).status_code == 400


def test_service_and_command_line_meet_where_the_socket_is(tmp_path, monkeypatch):
    monkeypatch.setattr(launcher, "RUNTIME", tmp_path / "run")
    assert launcher._sockets() == Path(tempfile.gettempdir())
    (tmp_path / "run").mkdir()
    assert launcher._sockets() == tmp_path / "run"
    monkeypatch.setattr(launcher, "RUNTIME", Path("/proc/1"))  # a folder that may not be ours
    if os.geteuid():
        assert launcher._sockets() == Path(tempfile.gettempdir())
