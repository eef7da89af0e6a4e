/* Photos keep their place in the text while it is written: the menus name the paragraphs as they are now. */

const body = document.getElementById("id_body");

/* The texts of the outermost blocks, as the server counts them. */
const blocks = () => {
    const text = body.value;
    if (!new RegExp(body.dataset.markup).test(text)) {
        return text.split(/\n\s*\n/).map(tidy).filter(Boolean);
    }
    const found = [];
    let loose = "";
    for (const node of new DOMParser().parseFromString(text, "text/html").body.childNodes) {
        loose += node.textContent;
        if (node.nodeType === Node.ELEMENT_NODE && node.tagName !== "BR") {
            found.push(tidy(loose));
            loose = "";
        }
    }
    return [...found, tidy(loose)].filter(Boolean);
};

const tidy = (text) => text.replace(/\s+/g, " ").trim();

/* Where the place after the first `count` of the old blocks is among the new ones. */
const follow = (count, before, after) => {
    if (count === 0) {
        return 0;
    }
    const wanted = before[count - 1];
    const found = after.flatMap((text, index) => (text === wanted ? [index + 1] : []));
    if (found.length) {
        return found.sort((a, b) => Math.abs(a - count) - Math.abs(b - count))[0];
    }
    if (before.length === after.length) {
        return count; // The paragraph was rewritten where it stands.
    }
    return Math.min(follow(count - 1, before, after) + 1, after.length);
};

const fill = (select, texts, value) => {
    const options = [[0, select.dataset.top]];
    texts.forEach((text, index) => {
        const most = Number(select.dataset.place);
        const beginning = text.length > most ? `${text.slice(0, most - 1)}…` : text;
        options.push([index + 1, select.dataset.after.replace("%s", () => beginning)]);
    });
    select.replaceChildren(...options.map(([key, label]) => new Option(label, key)));
    select.value = Math.min(value, texts.length);
};

if (body) {
    let known = blocks();
    let waiting = null;
    const update = () => {
        const now = blocks();
        if (now.join("\n") === known.join("\n")) {
            return;
        }
        for (const select of document.querySelectorAll("select[data-place]")) {
            fill(select, now, follow(Number(select.value), known, now));
        }
        known = now;
    };
    body.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(update, 300);
    });
    body.form.addEventListener("submit", update);
}
