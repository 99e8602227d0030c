"""From which address a request came, when web servers of ours stand in front."""

from ipaddress import ip_address


def client_address(remote: str, forwarded: str, *, proxies: int) -> str:
    """The address of whoever asked; "" where none can be believed.

    ``remote`` is who spoke with us. ``forwarded`` is the X-Forwarded-For header: each of our
    ``proxies`` adds, at its end, the address that spoke with it. What stands before that was sent
    by the outside and may be invented.
    """
    hops = [hop.strip() for hop in forwarded.split(",")] if forwarded else []
    if not 0 < proxies <= len(hops):
        return _address(remote)
    return _address(hops[-proxies])


def _address(text: str) -> str:
    without_port = text
    if text.startswith("["):
        without_port = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        without_port = text.partition(":")[0]
    try:
        return str(ip_address(without_port))
    except ValueError:
        return ""
