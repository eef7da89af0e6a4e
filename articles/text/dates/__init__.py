"""When: partial dates, as people type them and as running text tells them."""
