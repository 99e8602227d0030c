"""A sealed file opens with its own key, whole and unchanged, or not at all."""

import io

import pytest

from feedback_forms.evidence.stream import CHUNK, HEADER, TAG, SealBroken, clear_size, opened, seal

KEY, OTHER = bytes(range(32)), bytes(32)
PIECE = CHUNK + TAG


def sealed(content: bytes, part: str = "original") -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(content), target, key=KEY, part=part)
    return target.getvalue()


def unsealed(content: bytes, *, key: bytes = KEY, part: str = "original") -> bytes:
    return b"".join(opened(io.BytesIO(content), key=key, part=part))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5])
def test_what_was_sealed_comes_out_again(size: int) -> None:
    content = bytes(i % 251 for i in range(size))
    closed = sealed(content)
    assert unsealed(closed) == content
    assert clear_size(len(closed)) == size or size == 0
    assert size < 20 or content[:20] not in closed


def test_the_same_content_never_looks_the_same_twice() -> None:
    assert sealed(b"letter") != sealed(b"letter")


def start() -> int:
    return len(HEADER) + 16


@pytest.mark.parametrize(
    "harm",
    [
        lambda closed: closed[: start() + PIECE],
        lambda closed: closed[: start() + 2 * PIECE],
        lambda closed: closed[:-1],
        lambda closed: closed + b"x",
        lambda closed: closed + closed[-PIECE:],
        lambda closed: (
            closed[: start()]
            + closed[start() + PIECE : start() + 2 * PIECE]
            + closed[start() : start() + PIECE]
            + closed[start() + 2 * PIECE :]
        ),
        lambda closed: closed[: start() + 9] + b"!" + closed[start() + 10 :],
        lambda closed: closed[: len(HEADER)] + bytes(16) + closed[start() :],
        lambda closed: b"x" + closed[1:],
        lambda closed: b"",
    ],
    ids=[
        *("one chunk left", "two chunks left", "a byte short", "a byte more", "a chunk more"),
        *("swapped chunks", "a changed byte", "another salt", "another header", "nothing"),
    ],
)
def test_what_was_touched_does_not_open(harm) -> None:
    closed = harm(sealed(bytes(2 * CHUNK + 77)))
    with pytest.raises(SealBroken):
        unsealed(closed)


def test_neither_another_key_nor_another_part_opens_it() -> None:
    with pytest.raises(SealBroken):
        unsealed(sealed(b"letter"), key=OTHER)
    with pytest.raises(SealBroken):
        unsealed(sealed(b"letter", part="viewing"), part="original")
