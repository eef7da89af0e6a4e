"""Django's PostgreSQL engine with a cheaper look at connections that are kept open: see `base`."""
