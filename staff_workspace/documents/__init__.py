"""The one room that makes PDFs: frozen dataclasses in, tagged PDF bytes out.

Nothing here knows a model, a request or a clock. Each document has one module with a
dataclass and a `render` function; the rest is how a tagged page is typeset.
"""
