"""Reads openapi.yaml: YAML that is JSON in other clothes, of bounded size once its anchors are written out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import orjson
import yaml

from vodhooks.errors import GenerationError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NODES", "read_yaml"]

NODES = 100_000
"""How many values a document may hold when each anchor is written out wherever it is used."""

DEPTH = 100
"""How deep they may be nested."""

_BRACKETS = re.compile(rf"(?:[\[{{]\s*){{{DEPTH}}}")


def read_yaml(file: Path) -> dict[str, Any]:
    """Return the mapping that a file holds.

    Raises:
        GenerationError: the file cannot be read, is no YAML, names a key twice, holds what JSON has not, or too much; the finding
            says at which line.
    """
    name = file.name
    try:
        text = file.read_text(encoding="utf-8")
        brackets = _BRACKETS.search(text)
        if brackets:  # the parser would look far ahead from each of them
            line = text.count("\n", 0, brackets.start()) + 1
            raise GenerationError([f"{name}:{line}: nested deeper than {DEPTH} levels"])
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        _bound(name, node, {}, 1)
        document = yaml.SafeLoader("").construct_document(node) if node else None
        orjson.dumps(document, option=orjson.OPT_PASSTHROUGH_DATETIME)
    except OSError as error:
        raise GenerationError([f"{name}: {error.strerror}"]) from None
    except UnicodeDecodeError:
        raise GenerationError([f"{name}: not UTF-8"]) from None
    except yaml.MarkedYAMLError as error:
        raise GenerationError(
            [f"{_at(name, error.problem_mark)}: {error.problem or error.context}"]
        ) from None
    except yaml.YAMLError as error:
        raise GenerationError([f"{name}: {str(error).splitlines()[0]}"]) from None
    except RecursionError:
        raise GenerationError([f"{name}: nested deeper than {DEPTH} levels"]) from None
    except orjson.JSONEncodeError:
        raise GenerationError(
            [f"{name}: holds what JSON has not; quote statuses and dates"]
        ) from None
    if not isinstance(document, dict):
        raise GenerationError([f"{name}: not a mapping"])
    return document


def _bound(name: str, node: yaml.Node | None, sizes: dict[int, int], depth: int) -> int:
    """Return how many values a node stands for, and refuse keys that stand twice, loops, and more than there may be."""
    if node is None or isinstance(node, yaml.ScalarNode):
        return 1
    known = sizes.get(id(node))
    if known == 0:
        raise GenerationError(
            [f"{_at(name, node.start_mark)}: an anchor that is used within itself"]
        )
    if known is not None:
        return known
    if depth > DEPTH:
        raise GenerationError([f"{_at(name, node.start_mark)}: nested deeper than {DEPTH} levels"])
    sizes[id(node)] = 0
    size = 1
    keys: set[str] = set()
    for item in node.value:
        key, value = item if isinstance(node, yaml.MappingNode) else (None, item)
        if isinstance(key, yaml.ScalarNode) and key.tag != "tag:yaml.org,2002:merge":
            if key.value in keys:
                raise GenerationError(
                    [
                        f"{_at(name, key.start_mark)}: {key.value} stands twice in one mapping; keep one of them"
                    ]
                )
            keys.add(key.value)
        size += _bound(name, value, sizes, depth + 1)
        if size > NODES:
            raise GenerationError(
                [
                    f"{_at(name, node.start_mark)}: more than {NODES} values, once its anchors are written out"
                ]
            )
    sizes[id(node)] = size
    return size


def _at(name: str, mark: yaml.Mark | None) -> str:
    return name if mark is None else f"{name}:{mark.line + 1}:{mark.column + 1}"
