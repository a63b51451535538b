"""The base of the generated pydantic models.

The models are a view: the schema alone decides whether a payload is valid, and the view is built afterwards.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from vodhooks.errors import ViewError

if TYPE_CHECKING:
    from vodhooks.catalogue import Message

__all__ = ["ContractModel", "view"]


class ContractModel(BaseModel):
    """A frozen view of a payload whose attributes are in snake case and whose unknown members are kept.

    An absent member is None, as a null one is; `model_fields_set` has the names of those that are present. Dumps leave
    out what is absent.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        strict=True,
        extra="allow",
        frozen=True,
        validate_by_name=True,
        serialize_by_alias=True,
        use_attribute_docstrings=True,
        allow_inf_nan=False,
    )

    def model_dump(self, *, exclude_unset: bool = True, **options: Any) -> dict[str, Any]:
        """Return the payload, as `BaseModel.model_dump` does, but without members that are absent."""
        return super().model_dump(exclude_unset=exclude_unset, **options)

    def model_dump_json(self, *, exclude_unset: bool = True, **options: Any) -> str:
        """Return the payload as JSON, as `BaseModel.model_dump_json` does, but without members that are absent."""
        return super().model_dump_json(exclude_unset=exclude_unset, **options)


def view(message: Message, payload: object) -> Any:
    """Return the generated model of a payload that the schema accepts.

    Raises:
        ViewError: the model cannot hold it.
    """
    try:
        return _adapter(message.name, message.title).validate_python(
            payload, strict=False, by_name=False, by_alias=True
        )
    except ValidationError:
        # What pydantic says quotes the payload.
        raise ViewError(f"the model of {message.name} cannot hold this payload") from None


@cache
def _adapter(name: str, title: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(import_module(f"vodhooks_contracts.models.{name}"), title))
