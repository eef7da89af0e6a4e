"""How the app's commands end, for whoever runs them from a script; 0 is success, as everywhere."""

SOME_FAILED = 1
"""Files were refused, items could not be published: the rest is done."""

WRONG_ARGUMENTS = 2

STOPPED = 130
"""What a shell says of a program that Ctrl-C ended."""
