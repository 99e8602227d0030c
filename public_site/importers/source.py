"""Whether a file may be read at all, and by which reader: its content decides, not its name."""

from pathlib import Path

from feedback_forms.evidence.sniffing import type_of
from public_site.importers.errors import PolicyImportError
from public_site.importers.readers import READERS, Reader, accepted_formats

MAX_BYTES = 20 * 1024 * 1024
_SAMPLE = 64 * 1024


def read_bytes(path: Path) -> bytes:
    """The file's content; PolicyImportError if it is missing, empty or above 20 MB."""
    if not path.exists():
        raise PolicyImportError(f"There is no file at {path}.")
    if not path.is_file():
        raise PolicyImportError(f"{path} is a folder, not a policy document.")
    try:
        size = path.stat().st_size
        if size == 0:
            raise PolicyImportError(f"{path.name} is empty (0 bytes).")
        if size > MAX_BYTES:
            raise PolicyImportError(
                f"{path.name} is larger than 20 MB, the most that can be imported."
            )
        return path.read_bytes()
    except OSError as error:
        raise PolicyImportError(f"{path.name} cannot be read: {error.strerror}.") from error


def choose_reader(name: str, data: bytes) -> Reader:
    """The reader for this content; PolicyImportError when there is none or the name disagrees."""
    found = type_of(data[:_SAMPLE])
    suffix = Path(name).suffix.lower()
    for candidate in READERS:
        if found in candidate.media_types:
            if suffix in candidate.suffixes:
                return candidate.read
            break
    by_name = next((r for r in READERS if suffix in r.suffixes), None)
    if by_name is None:
        raise PolicyImportError(
            f"{name} is not in a format that can be imported. Use {accepted_formats()}."
        )
    if found in by_name.perhaps:
        # The reader itself says what is wrong inside: it knows more than the first bytes do.
        return by_name.read
    raise PolicyImportError(
        f"{name} does not hold {by_name.title}: its content looks like {found}. "
        f"Use {accepted_formats()}."
    )
