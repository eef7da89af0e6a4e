/* A button that takes the ticks off the boxes of its form, or sets them all where none is set. */

for (const button of document.querySelectorAll("button[data-choose]")) {
    const boxes = [...button.form.querySelectorAll(`input[name="${button.dataset.choose}"]`)];
    button.hidden = false;
    button.addEventListener("click", () => {
        const none = boxes.every((box) => !box.checked);
        for (const box of boxes) {
            box.checked = none;
        }
    });
}
