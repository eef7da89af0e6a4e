/* Says that long work has begun, and lets it be begun once: a browser shows little of a request that takes minutes. */

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
    });
}
// Whoever comes back by the browser's own button may begin again.
addEventListener("pageshow", (event) => {
    if (event.persisted && note) {
        begun = false;
        note.hidden = true;
    }
});
