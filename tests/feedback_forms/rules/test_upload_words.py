"""What is said of several files at once."""

from feedback_forms.rules.upload_words import added_in_words, problems_in_words
from feedback_forms.rules.uploads import Refusal


def test_what_was_added_is_named() -> None:
    assert added_in_words(["a"]) == "a was added"
    assert added_in_words(["a", "b"]) == "2 files were added: a and b"
    assert added_in_words(["a", "b", "c"]) == "3 files were added: a, b and c"
    assert added_in_words(list("abcdefg")) == "7 files were added: a, b, c, d, e and 2 more"


def test_one_file_alone_has_the_exact_message() -> None:
    assert problems_in_words([("a", Refusal.EMPTY)], offered=1) == [Refusal.EMPTY.value]


def test_among_several_each_reason_names_its_files() -> None:
    refused = [("a", Refusal.EMPTY), ("b", Refusal.VIRUS), ("c", Refusal.EMPTY)]
    assert problems_in_words(refused, offered=4) == [
        "a and c: The selected file is empty",
        "b: The selected file contains a virus",
    ]
    assert problems_in_words([], offered=3) == []
