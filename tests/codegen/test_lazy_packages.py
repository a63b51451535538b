"""The generated packages import their modules when a name is first asked for."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import vodhooks_contracts

from vodhooks.codegen.documents import lazy_package

ROOT = Path(vodhooks_contracts.__file__).parent
PACKAGES = sorted(
    ".".join(file.parent.relative_to(ROOT.parent).parts)
    for profile in ("models", "types")
    for file in (ROOT / profile).rglob("__init__.py")
    if "__getattr__" in file.read_text(encoding="utf-8")
)

LOADED = """
import sys
from importlib import import_module
package = import_module(sys.argv[1])
before = {name for name in sys.modules if name.startswith(sys.argv[1] + ".")}
getattr(package, package.__all__[0])
after = {name for name in sys.modules if name.startswith(sys.argv[1] + ".")}
print(len(before), len(after) > 0, package.__all__[0] in vars(package))
"""


def test_each_folder_of_schemas_is_a_lazy_package_of_models_and_of_types() -> None:
    assert len(PACKAGES) >= 6


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_offers_the_classes_of_its_modules_and_no_others(name: str) -> None:
    package: Any = import_module(name)
    assert dir(package) == package.__all__ == sorted(package.__all__)
    for class_name in package.__all__:
        found = getattr(package, class_name)
        homes = [
            module
            for module in Path(package.__file__).parent.glob("[!_]*.py")
            if getattr(import_module(f"{name}.{module.stem}"), class_name, None) is found
        ]
        assert homes
    with pytest.raises(AttributeError, match=f"module '{name}' has no attribute 'Nothing'"):
        _ = package.Nothing


@pytest.mark.parametrize("name", PACKAGES)
def test_importing_a_package_imports_none_of_its_modules(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, name], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "0 True True\n"), done.stderr


def test_a_package_that_imports_nothing_stays_as_it_is() -> None:
    code = "# Made by a program.\n\nfrom __future__ import annotations\n"
    assert lazy_package(code) == code
