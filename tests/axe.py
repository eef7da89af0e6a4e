"""Whether a page in the browser shuts anybody out."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe


def barriers(page: Any) -> list[str]:
    """What axe-core finds serious or critical for readers with disabilities."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']}: {node['html']}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
