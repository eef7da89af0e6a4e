/* The keyboard of forms, and of the review screen: suggestions and their places in the source follow each other.
   Everything works without this file. */
"use strict";

(() => {
    const press = (selector) => {
        const button = document.querySelector(selector);
        if (button) {
            button.click();
        }
        return Boolean(button);
    };

    const suggestions = () => [...document.querySelectorAll("[data-suggestion]")];
    let marked = null;
    // The browser drops the focus now and then (after a fragment, a closed dialog); what is marked stays chosen.
    const current = () => (document.activeElement === document.body
        ? marked
        : document.activeElement.closest("[data-suggestion]"));

    const mark = (suggestion) => {
        marked = suggestion;
        for (const place of document.querySelectorAll("mark[data-suggestions]")) {
            const of = place.dataset.suggestions.split(" ").includes(suggestion.dataset.suggestion);
            place.classList.toggle("newsroom-current", of);
        }
        const first = document.querySelector("mark.newsroom-current");
        if (first) {
            first.scrollIntoView({ block: "nearest" });
        }
    };

    const step = (by) => {
        const all = suggestions();
        const next = all[(all.indexOf(current()) + by + all.length) % all.length];
        if (next) {
            next.focus();
        }
    };

    const decide = (name) => {
        const button = current() && current().querySelector(`button[name=${name}]`);
        if (button) {
            button.click();
        }
    };

    const help = () => {
        const dialog = document.getElementById("newsroom-help");
        if (dialog && !dialog.open) {
            dialog.showModal();
        }
    };

    const label = () => document.getElementById("id_title") || document.getElementById("id_name");

    const writingKeys = { e: () => label()?.focus(), "?": help };

    const reviewKeys = {
        ...writingKeys,
        j: () => step(1),
        k: () => step(current() ? -1 : 0),
        a: () => decide("_accept"),
        r: () => decide("_reject"),
        c: () => decide("_correct"),
        A: () => press("button[name=_accept_all]"),
        n: () => press(".submit-row input[name=_next]") || press("a[data-key=n]"),
        p: () => press(".submit-row input[name=_publish]"),
    };

    document.addEventListener("keydown", (event) => {
        if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
            if (press(".submit-row input[name=_continue]") || press(".submit-row input[name=_save]")) {
                event.preventDefault();
            }
            return;
        }
        if (!document.getElementById("newsroom-help") || document.querySelector("dialog[open]")) {
            return;
        }
        const keys = document.body.classList.contains("newsroom-reviewing") ? reviewKeys : writingKeys;
        const typing = event.target.closest("input:not([type=submit]), textarea, select, [contenteditable], .select2-container");
        if (typing) {
            if (event.key === "Escape") {
                event.target.blur();
            } else if (event.key === "Enter" && !event.isComposing && event.target.matches(".newsroom-correction input")) {
                event.preventDefault();
                press("button[name=_corrected]");
            }
            return;
        }
        if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) {
            return;
        }
        event.preventDefault();
        keys[event.key]();
    });

    document.addEventListener("DOMContentLoaded", () => {
        const button = document.getElementById("newsroom-help-button");
        if (button && document.getElementById("newsroom-help")) {
            button.hidden = false;
            button.addEventListener("click", help);
        }
        if (!document.body.classList.contains("newsroom-reviewing")) {
            return;
        }
        for (const suggestion of suggestions()) {
            suggestion.addEventListener("focusin", () => mark(suggestion));
        }
        for (const place of document.querySelectorAll("mark[data-suggestions]")) {
            place.addEventListener("click", () => {
                document.getElementById(`suggestion-${place.dataset.suggestions.split(" ")[0]}`)?.focus();
            });
        }
        const correcting = document.querySelector(".newsroom-correction [autofocus]");
        if (correcting) {
            correcting.focus();
            mark(correcting.closest("[data-suggestion]"));
        } else {
            suggestions()[0]?.focus({ preventScroll: true });
        }
    });

    // Fields of Django's own scripts and pages that have no name in words: of a menu of several, of a list's search.
    const nameFields = () => {
        for (const field of document.querySelectorAll(".select2-search__field")) {
            const menu = field.closest(".select2")?.previousElementSibling;
            field.setAttribute("aria-label", menu?.labels?.[0]?.textContent.replace(/:\s*$/, "").trim() ?? "");
        }
        for (const field of document.querySelectorAll(".select2-selection--single")) {
            const label = field.closest(".select2")?.previousElementSibling?.labels?.[0];
            if (label) {
                label.id ||= `${label.htmlFor}-label`;
                field.setAttribute("aria-labelledby", `${label.id} ${field.getAttribute("aria-labelledby")}`);
            }
        }
        const search = document.getElementById("searchbar");
        search?.setAttribute("aria-label", search.form.querySelector("[type=submit]").value);
    };
    // Menus are made once jQuery has called all who wait for the page, which may be after it has loaded.
    addEventListener("load", () => (globalThis.django?.jQuery ?? setTimeout)(() => setTimeout(nameFields)));
})();
