/* Rows of an inline that have an order: buttons that move them, in place of the number of the order. */

const words = document.getElementById("newsroom-rows");

const rowOf = (element) => element.closest(".form-row[id], .inline-related[id]");
const rank = (row) => row.querySelector("input[name$='-rank']");
const place = (row) => row.querySelector("select[data-place]")?.value;
const movable = (row) => row && rank(row) && !row.classList.contains("empty-form") && rowOf(rank(row)) === row;

const neighbour = (row, by) => {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    return movable(other) && place(other) === place(row) ? other : null;
};

const refresh = (group) => {
    for (const button of group.querySelectorAll("button[data-move]")) {
        const row = rowOf(button);
        button.disabled = !movable(row) || !neighbour(row, Number(button.dataset.move));
    }
};

const move = (button) => {
    const row = rowOf(button);
    const other = neighbour(row, Number(button.dataset.move));
    if (!other) {
        return;
    }
    if (button.dataset.move < 0) {
        other.before(row);
    } else {
        other.after(row);
    }
    const rows = [...row.parentElement.children].filter(movable);
    rows.forEach((one, index) => {
        if (rank(one).value !== String(index)) {
            rank(one).value = index;
            rank(one).dispatchEvent(new Event("input", { bubbles: true }));
        }
    });
    refresh(row.closest(".inline-group"));
    // A button that is disabled loses the focus.
    (button.disabled ? row.querySelector("button[data-move]:not(:disabled)") : button)?.focus();
};

/* On a phone a row of a table is a card, whose cells are told apart by the names of their columns. */
const name = (row) => {
    const headings = [...(row.closest("table")?.querySelectorAll("thead th") || [])];
    const cells = [...row.children].slice(-headings.length);
    if (headings.length && cells.length === headings.length && !row.matches(".add-row")) {
        cells.forEach((cell, index) => {
            const heading = headings[index].firstChild?.textContent.trim();
            if (heading && !cell.matches(".original")) {
                cell.dataset.label = heading;
            }
        });
    }
};

const equip = (row) => {
    name(row);
    if (!movable(row) || row.querySelector("button[data-move]")) {
        return;
    }
    const buttons = words.content.cloneNode(true);
    rank(row).classList.add("newsroom-unseen");
    rank(row).tabIndex = -1;
    rank(row).after(buttons);
};

for (const group of words ? document.querySelectorAll(".inline-group") : []) {
    group.querySelectorAll(".form-row[id], .inline-related[id]").forEach(equip);
    refresh(group);
    group.addEventListener("click", (event) => {
        const button = event.target.closest("button[data-move]");
        if (button) {
            move(button);
        }
    });
    group.addEventListener("change", () => refresh(group));
}

/* Whoever adds a row writes in it next; the focus of one that is gone falls back to the link that adds. */
const field = ".select2-selection, textarea, select:not(.select2-hidden-accessible), input:not([type=hidden])";

document.addEventListener("formset:added", ({ target }) => {
    const group = words && target.closest(".inline-group");
    if (group) {
        equip(target);
        refresh(group);
        if (document.activeElement.closest(".add-row")) {
            target.querySelector(field)?.focus();
        }
    }
});
document.addEventListener("formset:removed", ({ detail }) => {
    const group = words && document.getElementById(`${detail.formsetName}-group`);
    if (group) {
        refresh(group);
        if (document.activeElement === document.body) {
            group.querySelector(".add-row a")?.focus();
        }
    }
});
