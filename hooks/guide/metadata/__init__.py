"""What a page tells machines: search engines, and whoever shows a link to it."""

from .linked_data import linked_data
from .open_graph import open_graph

__all__ = ["linked_data", "open_graph"]
