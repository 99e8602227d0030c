"""The audit's "from where" cannot be chosen by whoever asks."""

import pytest

from permissions.rules.client_address import client_address


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxies", "expected"),
    [
        ("192.0.2.7", "", 0, "192.0.2.7"),
        ("192.0.2.7", "198.51.100.1", 0, "192.0.2.7"),
        ("127.0.0.1", "198.51.100.1", 1, "198.51.100.1"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.1", 1, "198.51.100.1"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.1, 10.0.0.3", 2, "198.51.100.1"),
        ("127.0.0.1", "", 1, "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1", 2, "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1:52044", 1, "198.51.100.1"),
        ("127.0.0.1", "[2001:db8::7]:52044", 1, "2001:db8::7"),
        ("127.0.0.1", "2001:DB8::7", 1, "2001:db8::7"),
        ("127.0.0.1", "<script>", 1, ""),
        ("", "", 0, ""),
    ],
)
def test_only_what_our_own_web_servers_added_is_believed(
    remote: str, forwarded: str, proxies: int, expected: str
) -> None:
    assert client_address(remote, forwarded, proxies=proxies) == expected
