/* The rich-text editor in place of the text areas of bodies and summaries.

   The text area stays the form's field: it holds paragraphs alone as text parted by blank lines, anything else as
   markup, a block a line, as the server writes it. Everything works without this file. */

const ALLOWED = { A: ["href", "title"] };
const SCHEMES = /^(https?:\/\/|mailto:)/i;

const start = async (area) => {
    const library = await import(area.dataset.editor);
    const markup = new RegExp(area.dataset.markup);
    const toolbar = document.getElementById("newsroom-toolbar").content.firstElementChild.cloneNode(true);
    const label = document.querySelector(`label[for="${area.id}"]`);
    const frame = document.createElement("div");
    frame.className = "newsroom-editor";
    area.before(frame);
    frame.append(toolbar);

    const editor = new library.Editor({
        element: frame,
        injectCSS: false, // The policy forbids inline styles; desk.css has what is needed.
        content: read(area.value, markup),
        extensions: extensions(library, () => askForLink(editor)),
        editorProps: {
            transformPastedHTML: pasted,
            attributes: {
                role: "textbox",
                "aria-multiline": "true",
                "aria-label": label ? label.textContent.trim().replace(/:$/, "") : area.name,
                "aria-describedby": area.getAttribute("aria-describedby") || "",
            },
        },
        onUpdate: () => {
            area.value = write(editor, markup);
            area.dispatchEvent(new Event("input", { bubbles: true }));
        },
    });
    area.hidden = true;
    // What leads to the field, its label and the list of mistakes, leads to the editor in its place.
    for (const way of document.querySelectorAll(`label[for="${area.id}"], a[href="#${area.id}"]`)) {
        way.addEventListener("click", (event) => {
            event.preventDefault();
            editor.commands.focus();
        });
    }
    // Whoever sets the field by script says so.
    area.addEventListener("newsroom:set", () => editor.commands.setContent(read(area.value, markup), { emitUpdate: false }));
    wire(toolbar, editor);
};

/* What the editor can do is the closed list of tags that the server keeps. */
const extensions = (library, link) => {
    const { Document, Paragraph, Text, HardBreak, Heading, Bold, Italic, Blockquote, BulletList, ListItem } = library;
    return [
        Document, Paragraph, Text, HardBreak, Bold, Italic, Blockquote, BulletList, ListItem, library.History,
        library.Dropcursor, library.Gapcursor,
        Heading.configure({ levels: [2, 3, 4] }),
        // The library's own numbered list carries kinds of numbers, which the list of tags does not.
        BulletList.extend({
            name: "orderedList",
            parseHTML: () => [{ tag: "ol" }],
            renderHTML: () => ["ol", 0],
            addInputRules: () => [],
            addCommands() {
                return { toggleOrderedList: () => ({ commands }) => commands.toggleList(this.name, "listItem") };
            },
            addKeyboardShortcuts() {
                return { "Mod-Shift-7": () => this.editor.commands.toggleOrderedList() };
            },
        }),
        library.Link.extend({
            addKeyboardShortcuts: () => ({ "Mod-k": () => link() }),
        }).configure({ openOnClick: false, autolink: false, enableTarget: false, protocols: ["http", "https", "mailto"] }),
    ];
};

/* What another program put on the clipboard, as the editor reads it: bold and italics by their tags, as the policy lets no
   inline style speak (Google Docs wraps the whole text in a <b> of normal weight), and each row of a table a line. */
const pasted = (markup) => {
    if (markup.includes("data-pm-slice")) {
        return markup; // Its own.
    }
    // To parse a style is to have it refused.
    const renamed = markup.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, " data-style"));
    const holder = new DOMParser().parseFromString(renamed, "text/html").body;
    for (const element of holder.querySelectorAll("[data-style]")) {
        const style = element.dataset.style;
        const weight = /font-weight:\s*(?:(bold|[6-9]00)|normal|[1-5]00)/i.exec(style);
        const slant = /font-style:\s*(?:(italic|oblique)|normal)/i.exec(style);
        tagged(tagged(element, "strong", "b", weight), "em", "i", slant);
    }
    for (const table of [...holder.querySelectorAll("table")].reverse()) {
        table.replaceWith(...[...table.rows].map(line));
    }
    return holder.innerHTML;
};

/* Says by a tag what a style says: `said` has found something, and holds a group where that is yes. */
const tagged = (element, name, short, said) => {
    const no = said && !said[1] && element.matches(`${name}, ${short}`);
    if (!no && !(said?.[1] && element.matches("span, a, font, p"))) {
        return element;
    }
    const inner = document.createElement(no ? "span" : name);
    inner.append(...element.childNodes);
    if (no) {
        element.replaceWith(inner);
        return inner;
    }
    element.append(inner);
    return element;
};

const BLOCKS = "p, div, ul, ol, h1, h2, h3, h4, h5, h6, blockquote";

/* A row of a table: its cells in one paragraph, or one after the other where they hold several. */
const line = (row) => {
    const cells = [...row.cells].filter((cell) => cell.textContent.trim());
    const texts = cells.map((cell) => {
        const blocks = cell.querySelectorAll(BLOCKS);
        return blocks.length ? [...blocks].find((one) => one.textContent.trim() === cell.textContent.trim()) : cell;
    });
    const whole = texts.every((text) => text && !text.querySelector(BLOCKS));
    const holder = document.createElement(whole ? "p" : "div");
    (whole ? texts : cells).forEach((text, index) => {
        const part = document.createElement(whole ? "span" : "div");
        part.append(...text.childNodes);
        holder.append(whole && index ? " | " : "", part);
    });
    return holder;
};

/* The field's text as HTML. */
const read = (text, markup) => {
    if (markup.test(text)) {
        return text;
    }
    const holder = document.createElement("div");
    for (const part of text.split(/\n\s*\n/).map((one) => one.trim()).filter(Boolean)) {
        const paragraph = document.createElement("p");
        paragraph.textContent = part;
        holder.append(paragraph);
    }
    return holder.innerHTML;
};

/* The editor's content as the field holds it. */
const write = (editor, markup) => {
    const nodes = [...editor.state.doc.content.content].filter((node) => node.textContent.trim());
    const plain = nodes.every(
        (node) => node.type.name === "paragraph" && node.content.content.every((part) => part.isText && !part.marks.length),
    );
    const text = nodes.map((node) => node.textContent.trim()).join("\n\n");
    if (plain && !markup.test(text)) {
        return text;
    }
    const holder = new DOMParser().parseFromString(editor.getHTML(), "text/html").body;
    for (const element of holder.querySelectorAll("*")) {
        for (const name of element.getAttributeNames()) {
            if (!(ALLOWED[element.tagName] || []).includes(name)) {
                element.removeAttribute(name);
            }
        }
    }
    return [...holder.children].filter((block) => block.textContent.trim()).map((block) => block.outerHTML).join("\n");
};

const commands = {
    bold: (chain) => chain.toggleBold(),
    italic: (chain) => chain.toggleItalic(),
    blockquote: (chain) => chain.toggleBlockquote(),
    bulletList: (chain) => chain.toggleBulletList(),
    orderedList: (chain) => chain.toggleOrderedList(),
    undo: (chain) => chain.undo(),
    redo: (chain) => chain.redo(),
};

/* The toolbar is one stop of the Tab key; arrows walk it, Alt+F10 leads to it, Escape back. */
const wire = (toolbar, editor) => {
    const controls = [...toolbar.children];
    const kind = toolbar.querySelector("select");
    const stop = (control) => controls.forEach((one) => (one.tabIndex = one === control ? 0 : -1));
    stop(kind);
    kind.addEventListener("change", () => {
        const level = Number(kind.value);
        const chain = editor.chain().focus();
        (level ? chain.setHeading({ level }) : chain.setParagraph()).run();
    });
    toolbar.addEventListener("click", (event) => {
        const verb = event.target.closest("button")?.dataset.do;
        if (verb === "link") {
            askForLink(editor);
        } else if (verb) {
            commands[verb](editor.chain().focus()).run();
        }
    });
    toolbar.addEventListener("focusin", (event) => stop(event.target));
    toolbar.addEventListener("keydown", (event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (by) {
            event.preventDefault();
            const at = controls.indexOf(event.target) + by + controls.length;
            controls[at % controls.length].focus();
        } else if (event.key === "Escape") {
            event.stopPropagation();
            editor.commands.focus();
        }
    });
    editor.view.dom.addEventListener("keydown", (event) => {
        if (event.altKey && event.key === "F10") {
            event.preventDefault();
            controls.find((one) => one.tabIndex === 0).focus();
        }
    });
    const show = () => {
        kind.value = [2, 3, 4].find((level) => editor.isActive("heading", { level })) || 0;
        for (const button of toolbar.querySelectorAll("button")) {
            const verb = button.dataset.do;
            if (verb === "undo" || verb === "redo") {
                button.setAttribute("aria-disabled", String(!editor.can()[verb]()));
            } else {
                button.setAttribute("aria-pressed", String(editor.isActive(verb)));
            }
        }
    };
    editor.on("transaction", show);
    show();
};

const askForLink = (editor) => {
    if (editor.state.selection.empty && !editor.isActive("link")) {
        const $at = editor.state.selection.$from;
        // Nothing is chosen: take the word that the cursor stands in.
        const before = /[^\s]*$/.exec($at.parent.textContent.slice(0, $at.parentOffset))[0].length;
        const after = /^[^\s]*/.exec($at.parent.textContent.slice($at.parentOffset))[0].length;
        if (before + after === 0) {
            return true;
        }
        editor.commands.setTextSelection({ from: $at.pos - before, to: $at.pos + after });
    }
    const dialog = document.getElementById("newsroom-link").content.firstElementChild.cloneNode(true);
    const address = dialog.querySelector("input");
    address.value = editor.getAttributes("link").href || "";
    // Outside the page's form: forms do not nest.
    document.body.append(dialog);
    dialog.querySelector("form").addEventListener("submit", (event) => {
        const wrong = event.submitter?.value === "set" && !SCHEMES.test(address.value.trim());
        dialog.querySelector("[role=alert]").hidden = !wrong;
        if (wrong) {
            event.preventDefault();
            address.focus();
        }
    });
    dialog.addEventListener("close", () => {
        const chain = editor.chain().focus().extendMarkRange("link");
        if (dialog.returnValue === "set") {
            chain.setLink({ href: address.value.trim() }).run();
        } else if (dialog.returnValue === "unset") {
            chain.unsetLink().run();
        } else {
            editor.commands.focus();
        }
        dialog.remove();
    });
    dialog.showModal();
    return true;
};

for (const area of document.querySelectorAll("textarea[data-editor]")) {
    if (!area.disabled && !area.readOnly) {
        start(area).catch((error) => console.warn("The editor did not start; the text area is there.", error));
    }
}
