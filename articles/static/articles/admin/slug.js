/* The address follows the title until the item is first published, as the server would make it. */

const root = document.getElementById("newsroom-writing");
const slug = document.getElementById("id_slug");
const label = document.getElementById("id_title") || document.getElementById("id_name");

const LONGEST = 80;

const slugify = (text) => {
    // There and back again, as case folding does it: ß becomes ss, a ligature its letters.
    const folded = text.normalize("NFD").replace(/[đĐðÐ]/g, "d").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
    const made = folded.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    if (made.length <= LONGEST) {
        return made;
    }
    const cut = made.slice(0, LONGEST + 1);
    return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : made.slice(0, LONGEST);
};

if (root && slug && label) {
    if (root.hasAttribute("data-published")) {
        const note = document.getElementById("newsroom-slug-note");
        const first = slug.value;
        slug.after(note);
        slug.addEventListener("input", () => {
            note.hidden = slug.value === first;
        });
    } else {
        let follows = !slug.value || slug.value === slugify(label.value);
        label.addEventListener("input", () => {
            if (follows) {
                slug.value = slugify(label.value);
            }
        });
        slug.addEventListener("input", () => {
            follows = !slug.value;
        });
    }
}
