/* Says that long work has begun, and lets it be begun once: a browser shows little of a request that takes long. What is
   done in steps goes on by itself from each to the next. */

const STEPS = "newsroom-steps";
const note = document.getElementById("newsroom-busy");
const forms = [...document.querySelectorAll("form[data-busy]")];
let begun = false;

for (const form of note ? forms : []) {
    form.addEventListener("submit", (event) => {
        if (begun) {
            event.preventDefault();
            return;
        }
        begun = true;
        note.hidden = false;
        sessionStorage.setItem(STEPS, form.action);
    });
}
// Only where somebody has begun it in this window, who has not come back to the page since. The first step of a retry
// has another address than those that follow.
const next = document.querySelector("form[data-goes-on]");
const first = next && new URL(next.dataset.goesOn, location).href;
const mine = next && [first, next.action].includes(sessionStorage.getItem(STEPS));
sessionStorage.removeItem(STEPS);
if (mine && performance.getEntriesByType("navigation")[0]?.type === "navigate") {
    next.requestSubmit();
}
// Whoever comes back by the browser's own button may begin again.
addEventListener("pageshow", (event) => {
    if (event.persisted && note) {
        begun = false;
        note.hidden = true;
    }
});
