"""Browsers of three engines, driven by the same commands, those of W3C WebDriver (https://www.w3.org/TR/webdriver2/).

Firefox has them as its Marionette, over a socket, WebKit in WebKitWebDriver; both come with Debian (`firefox-esr`;
`webkit2gtk-driver` and `xvfb`) and need no program in between. Chromium is the one that Playwright drives elsewhere.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

PATIENCE = 20  # seconds to wait for a condition; a busy machine may be slow
STEP = 0.05  # seconds between two looks
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key of an element in WebDriver's JSON
KEYS = {"Escape": "\ue00c", "Enter": "\ue007", "Tab": "\ue004"}
_NAMES = {code: name for name, code in KEYS.items()}
MINIBROWSERS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"
# Where the command of WebDriver is: the HTTP method and the path below the session.
PATHS = {
    "Navigate": ("POST", "url"),
    "Back": ("POST", "back"),
    "ExecuteScript": ("POST", "execute/sync"),
    "PerformActions": ("POST", "actions"),
    "ReleaseActions": ("DELETE", "actions"),
    "SetWindowRect": ("POST", "window/rect"),
    "TakeScreenshot": ("GET", "screenshot"),
    "Print": ("POST", "print"),
}
Command = Callable[[str, dict[str, Any]], Any]


class EngineError(Exception):
    """The browser could not do what a command asks."""


class Window:
    """The window of a browser, at the width of the last `resize`."""

    def __init__(self, command: Command):
        self.command = command

    def open(self, address: str) -> None:
        """Load a page; returns when it has loaded."""
        self.command("Navigate", {"url": address})
        there = "location.pathname === new URL(arguments[0]).pathname"
        self.until(f"document.readyState === 'complete' && {there}", address)

    def back(self) -> None:
        """Go back in the history."""
        self.command("Back", {})

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of an expression in JavaScript, `self` being the window; `arguments` are the given ones."""
        return self.command("ExecuteScript", {"script": f"return ({script})", "args": list(arguments)})

    def until(self, condition: str, *arguments: Any) -> Any:
        """Wait until an expression is true; returns its value. Raises TimeoutError if it never is."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(EngineError):  # between two pages there is none
                if value := self.run(condition, *arguments):
                    return value
            time.sleep(STEP)
        raise TimeoutError(condition)

    def resize(self, width: int, height: int = 800) -> None:
        """Make the window so large within that the page has this width and height."""
        end = time.monotonic() + PATIENCE
        rect = {"width": width, "height": height}
        while (inner := self.run("[innerWidth, innerHeight]")) != [width, height]:
            assert time.monotonic() < end, f"the window is {inner} wide and high, not {[width, height]}"
            self.command("SetWindowRect", rect)
            time.sleep(STEP)  # a window may take its size a little later
            inner, outer = self.run("[innerWidth, innerHeight]"), self.run("[outerWidth, outerHeight]")
            rect = {"width": outer[0] + width - inner[0], "height": outer[1] + height - inner[1]}

    def press(self, *keys: str) -> None:
        """Press and release keys, one after the other."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keyboard", "actions": actions})

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        self.press(*text)

    def point(self, selector: str) -> None:
        """Move the pointer to the middle of the first line of an element, which is brought into view."""
        self.until("document.querySelector(arguments[0])", selector)
        x, y = self.run(
            """(() => {
                const one = document.querySelector(arguments[0]);
                one.scrollIntoView({ block: "center", behavior: "instant" });
                const { left, right, top, bottom } = one.getClientRects()[0];
                return [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
            })()""",
            selector,
        )
        self.move(x, y)

    def leave(self) -> None:
        """Move the pointer into the corner of the window."""
        self.move(1, 1)

    def click(self, selector: str) -> None:
        """Point to an element and press the button of the mouse."""
        self.point(selector)
        pressed = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": pressed})

    def picture(self, path: Path) -> None:
        """Write what is in view to a PNG."""
        path.write_bytes(base64.b64decode(self.command("TakeScreenshot", {})))

    def pdf(self) -> bytes:
        """The page as it is printed. Raises EngineError where the engine's driver cannot print."""
        return base64.b64decode(self.command("Print", {"background": False, "shrinkToFit": False}))

    def move(self, x: int, y: int) -> None:
        """Move the pointer to a point of the window."""
        move = [{"type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport"}]
        self._act({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": move})

    def _act(self, source: dict[str, Any]) -> None:
        self.command("PerformActions", {"actions": [source]})


def in_chromium(page: Page) -> Window:
    """A window of Chromium, which is a page of Playwright's."""

    def act(source: dict[str, Any]) -> None:
        acts: dict[str, Callable[[dict[str, Any]], None]] = {
            # Playwright types letters, and presses only keys with a name.
            "keyDown": lambda action: (
                page.keyboard.press(_NAMES[action["value"]])
                if action["value"] in _NAMES
                else page.keyboard.insert_text(action["value"])
            ),
            "keyUp": lambda _: None,
            "pointerMove": lambda action: page.mouse.move(action["x"], action["y"]),
            "pointerDown": lambda _: page.mouse.down(),
            "pointerUp": lambda _: page.mouse.up(),
        }
        for action in source["actions"]:
            acts[action["type"]](action)

    def run(given: dict[str, Any]) -> Any:
        script = f"(values) => (function () {{ {given['script']} }}).apply(null, values)"
        try:
            return page.evaluate(script, given["args"])
        except PlaywrightError as error:
            raise EngineError(error.message) from None

    commands: dict[str, Callable[[dict[str, Any]], Any]] = {
        "Navigate": lambda given: page.goto(given["url"]),
        "Back": lambda _: page.go_back(),
        "ExecuteScript": run,
        "PerformActions": lambda given: [act(source) for source in given["actions"]],
        "SetWindowRect": lambda given: page.set_viewport_size({key: given[key] for key in ("width", "height")}),
        "TakeScreenshot": lambda _: base64.b64encode(page.screenshot()),
        "Print": lambda _: base64.b64encode(page.pdf(prefer_css_page_size=True)),
    }
    return Window(lambda name, given: commands[name](given))


def missing(engine: str) -> str:
    """What is missing for an engine, as a reason; empty if nothing is. Chromium is what all tests need."""
    if engine == "chromium":
        return ""
    if engine == "firefox":
        return "" if _firefox() else "Firefox is not installed (Debian: apt-get install firefox-esr)"
    if not shutil.which("WebKitWebDriver") or not _minibrowser():
        return "WebKit's driver is not installed (Debian: apt-get install webkit2gtk-driver)"
    return "" if shutil.which("Xvfb") or os.environ.get("DISPLAY") else "there is no display, and no Xvfb to be one"


@contextmanager
def window(engine: str, folder: Path, fonts: Path) -> Iterator[Window]:
    """A new window of Firefox or WebKit. `folder` is for its profile, `fonts` a fontconfig configuration."""
    with {"firefox": _in_firefox, "webkit": _in_webkit}[engine](folder, fonts) as command:
        yield Window(command)


def _firefox() -> str:
    return shutil.which("firefox-esr") or shutil.which("firefox") or ""


def _minibrowser() -> str:
    return next((str(path) for path in Path("/").glob(MINIBROWSERS[1:])), "")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(*command: str, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env={**os.environ, **environment})
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def _connected(connect: Callable[[], Any], process: subprocess.Popen[bytes]) -> Any:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return connect()
        except OSError:
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(STEP)


@contextmanager
def _in_firefox(folder: Path, fonts: Path) -> Iterator[Command]:
    port = _free_port()
    folder.mkdir(parents=True)
    # A window may be as narrow as a telephone.
    (folder / "chrome").mkdir()
    (folder / "chrome/userChrome.css").write_text(":root { min-width: 0 !important; }", encoding="utf-8")
    # The processes that draw pages may read no other folders.
    readable = {fonts.parent, *(file.resolve().parent for file in fonts.with_suffix("").iterdir())}
    preferences = {
        "security.sandbox.content.read_path_whitelist": ",".join(f"{path}/" for path in readable),
        "toolkit.legacyUserProfileCustomizations.stylesheets": True,
        "marionette.port": port,
        "ui.prefersReducedMotion": 1,
        "browser.shell.checkDefaultBrowser": False,
    }
    text = "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
    (folder / "user.js").write_text(text, encoding="utf-8")
    flags = ("--headless", "--marionette", "--no-remote", "--profile", str(folder))
    with ExitStack() as open_:
        process = open_.enter_context(_running(_firefox(), *flags, HOME=str(folder), FONTCONFIG_FILE=str(fonts)))
        line = open_.enter_context(_connected(lambda: socket.create_connection(("127.0.0.1", port), PATIENCE), process))
        stream, numbers = line.makefile("rwb"), count()
        _heard(stream)

        def command(name: str, parameters: dict[str, Any]) -> Any:
            words = json.dumps([0, next(numbers), f"WebDriver:{name}", parameters]).encode()
            stream.write(b"%d:%s" % (len(words), words))
            stream.flush()
            _, _, error, result = _heard(stream)
            if error:
                raise EngineError(f"{name}: {error['message']}")
            return result.get("value", result) if isinstance(result, dict) else result

        command("NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})
        yield command


def _heard(stream: Any) -> Any:
    """The next message of Marionette: its length, a colon, JSON."""
    length = b""
    while (byte := stream.read(1)) != b":":
        length += byte
        if not byte:
            raise EngineError("Firefox has closed the connection")
    return json.loads(stream.read(int(length)))


@contextmanager
def _in_webkit(folder: Path, fonts: Path) -> Iterator[Command]:
    folder.mkdir(parents=True)
    with (
        _display() as display,
        _running(
            "WebKitWebDriver",
            f"--port={(port := _free_port())}",
            DISPLAY=display,
            FONTCONFIG_FILE=str(fonts),
            HOME=str(folder),
            WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS="1",
        ) as process,
    ):
        base = f"http://127.0.0.1:{port}/session"
        options = {"binary": _minibrowser(), "args": ["--automation"]}
        capabilities = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        session = _connected(lambda: _ask("POST", base, capabilities), process)["sessionId"]

        def command(name: str, parameters: dict[str, Any]) -> Any:
            method, path = PATHS[name]
            return _ask(method, f"{base}/{session}/{path}", parameters if method == "POST" else None)

        try:
            yield command
        finally:
            _ask("DELETE", f"{base}/{session}", None)


@contextmanager
def _display() -> Iterator[str]:
    """The display there is, or one of its own."""
    if display := os.environ.get("DISPLAY"):
        yield display
        return
    ready, number = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(number), "-screen", "0", "2400x1600x24", "-nolisten", "tcp"],
        pass_fds=[number],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(number)
        with os.fdopen(ready) as told:
            yield f":{told.readline().strip()}"
        process.terminate()


def _ask(method: str, address: str, body: dict[str, Any] | None) -> Any:
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=3 * PATIENCE) as reply:
            return json.load(reply)["value"]
    except urllib.error.HTTPError as error:
        raise EngineError(json.load(error)["value"]["message"]) from None
