"""Who a story names: names, the offices around them, and every later mention tied to one person."""
