"""What a host can listen to. Sent after the transaction has committed."""

from django.dispatch import Signal

item_published = Signal()
"""`sender`: the model; `item`, `edition`."""

item_withdrawn = Signal()
"""`sender`: the model; `item`."""
