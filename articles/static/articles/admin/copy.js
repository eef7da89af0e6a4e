/* Buttons that copy what a field holds. Without this file one selects and copies by hand. */
"use strict";

(() => {
    for (const button of document.querySelectorAll("button[data-copy]")) {
        const field = document.getElementById(button.dataset.copy);
        button.hidden = false;
        button.addEventListener("click", async () => {
            field.select();
            try {
                await navigator.clipboard.writeText(field.value);
            } catch {
                document.execCommand("copy"); // Plain HTTP has no clipboard.
            }
            button.classList.add("newsroom-copied");
        });
    }
})();
