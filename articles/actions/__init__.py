"""The verbs, one a module: the only code that writes state. Admin, API, commands and tasks all call these."""
