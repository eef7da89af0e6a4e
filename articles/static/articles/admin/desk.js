/* The desk's keyboard: Ctrl+S (or ⌘S) saves and stays. Everything works without this file. */
"use strict";

document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") {
        return;
    }
    const save = document.querySelector(".submit-row input[name=_continue]")
        || document.querySelector(".submit-row input[name=_save]");
    if (save) {
        event.preventDefault();
        save.click();
    }
});
