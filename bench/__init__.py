"""What a request costs: this API against plain REST framework and against a view that does nothing."""
