"""System checks: what a host forgot, said before it hurts."""
