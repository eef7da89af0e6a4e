"""The verbs, one a module: the only code that writes state. Admin, API and commands all call these."""
