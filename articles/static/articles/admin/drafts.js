/* Keeps unsaved work in the browser, offers it back after a crash or a lost session, and warns before it is lost.

   One entry an item and user: {id, at, version, fields: {name: [values]}, labels: {name: {value: text}}, before}. It is
   forgotten once the server names it in a cookie as saved, when the editor throws it away, at logging out, when
   another user is logged in, and after two weeks. Nothing is ever put back unasked: what is typed while older work
   waits for a decision is kept in front of it, as an entry whose `before` is the older one. */

const PREFIX = "newsroom-draft/";
const AGE = 14 * 24 * 3600 * 1000;
const LEFT_OUT = /^(csrfmiddlewaretoken|opened_version|_draft|_correct.*|_of-.*|initial-.*|.*-(MIN_NUM|MAX_NUM)_FORMS|.*__prefix__.*)$/;

const root = document.getElementById("newsroom-writing");
const form = root?.closest("form");

/* Logging out: nothing more is kept, unless the editor stays and types on. */
let out = false;

const stored = (key) => {
    try {
        return JSON.parse(localStorage.getItem(key));
    } catch {
        return null;
    }
};

const store = (key, draft) => {
    try {
        localStorage.setItem(key, JSON.stringify(draft));
    } catch {
        // Full, or forbidden: the warning before leaving still holds.
    }
};

/* Leaves an entry's older work where there is some. */
const drop = (key, draft) => {
    if (draft?.before) {
        store(key, draft.before);
    } else {
        localStorage.removeItem(key);
    }
};

const forget = (fits, leave = (key) => localStorage.removeItem(key)) => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
        const draft = stored(key);
        if (!draft || fits(draft, key)) {
            leave(key, draft);
        }
    }
};

const late = (draft) => Date.now() - draft.at > AGE;

/* Cuts off older work behind newer that is past its time; whether there was some. What lies behind is older still. */
const prune = (draft) => {
    for (let one = draft; one.before; one = one.before) {
        if (late(one.before)) {
            one.before = null;
            return true;
        }
    }
    return false;
};

/* What the form would send, files left out. */
const collect = () => {
    const fields = {};
    for (const [name, value] of new FormData(form)) {
        if (typeof value === "string" && !LEFT_OUT.test(name)) {
            (fields[name] ||= []).push(value.replaceAll("\r\n", "\n"));
        }
    }
    return fields;
};

/* The words of what was chosen in menus. */
const labels = () => {
    const found = {};
    for (const select of form.querySelectorAll("select")) {
        for (const option of select.selectedOptions) {
            if (option.value) {
                (found[select.name] ||= {})[option.value] = option.textContent;
            }
        }
    }
    return found;
};

const different = (one, other) =>
    [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
        (name) => JSON.stringify(one[name] || []) !== JSON.stringify(other[name] || []),
    );

/* The parts of a form that an editor tells apart: a field, or all rows of an inline. */
const partOf = (name) => {
    const prefix = /^(.+?)-(\d+|TOTAL_FORMS|INITIAL_FORMS)(-|$)/.exec(name)?.[1];
    return prefix && document.getElementById(`${prefix}-group`) ? prefix : name;
};

const nameOf = (part) => {
    const label = document.getElementById(`${part}-heading`) || form.querySelector(`label[for="id_${CSS.escape(part)}"]`);
    return label?.textContent.trim().replace(/:$/, "") || part;
};

/* A part as text: of an inline, what its rows show. */
const textOf = (part, fields, words, markup = false) => {
    const say = (name) => (fields[name] || []).map((value) => words[name]?.[value] ?? value).join(", ");
    const total = Number(fields[`${part}-TOTAL_FORMS`]?.[0]);
    if (!document.getElementById(`${part}-group`)) {
        return (markup ? say(part) : say(part).replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();
    }
    const rows = [];
    for (let index = 0; index < total; index += 1) {
        const prefix = `${part}-${index}-`;
        const shown = Object.keys(fields).filter((name) => {
            const field = form.querySelector(`[name="${CSS.escape(name.replace(prefix, `${part}-__prefix__-`))}"]`);
            return name.startsWith(prefix) && field?.type !== "hidden" && !/-(DELETE|rank)$/.test(name);
        });
        if (!fields[`${prefix}DELETE`] && Object.keys(fields).some((name) => name.startsWith(prefix))) {
            rows.push([fields[`${prefix}rank`] || 0, shown.map(say).filter(Boolean).join(" · ")]);
        }
    }
    return rows.sort((a, b) => a[0] - b[0]).map((row) => row[1]).join("; ");
};

/* Of two long texts, the stretch that differs, with a few words around it. */
const apart = (one, other) => {
    const most = Math.min(one.length, other.length);
    let start = 0;
    while (start < most && one[start] === other[start]) {
        start += 1;
    }
    let end = 0;
    while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) {
        end += 1;
    }
    // From the beginning of a word on.
    const word = start > 40 ? one.indexOf(" ", start - 40) + 1 : 0;
    const [from, until] = [word > start ? start : word, Math.max(0, end - 40)];
    return [one, other].map((text) => {
        const cut = text.slice(from, text.length - until);
        const short = cut.length > 300 ? `${cut.slice(0, 299)}…` : cut;
        return `${from ? "…" : ""}${short}${until ? "…" : ""}` || "–";
    });
};

const put = (draft) => {
    // Older work than what is stored meets it on the page with both versions.
    form.elements.opened_version.value = draft.version === "0" ? "" : draft.version;
    for (const [name, values] of Object.entries(draft.fields)) {
        const total = /^(.+)-TOTAL_FORMS$/.exec(name);
        const group = total && document.getElementById(`${total[1]}-group`);
        const count = group && form.elements[name];
        while (group && Number(count.value) < Number(values[0])) {
            const before = count.value;
            group.querySelector(".add-row a")?.click();
            if (count.value === before) {
                break;
            }
        }
    }
    const now = collect();
    for (const name of different(draft.fields, now)) {
        if (/-(TOTAL|INITIAL)_FORMS$/.test(name)) {
            continue;
        }
        const values = draft.fields[name] || [];
        const found = form.elements[name];
        for (const field of found instanceof RadioNodeList ? found : [found].filter(Boolean)) {
            set(field, values, draft.labels[name] || {});
        }
    }
};

const set = (field, values, words) => {
    if (field.type === "checkbox" || field.type === "radio") {
        field.checked = values.includes(field.value);
    } else if (field.tagName === "SELECT") {
        for (const value of values.filter((one) => ![...field.options].some((option) => option.value === one))) {
            field.add(new Option(words[value] || value, value));
        }
        for (const option of field.options) {
            option.selected = values.includes(option.value);
        }
    } else if (field.type !== "file") {
        field.value = values[0] ?? "";
    }
    field.dispatchEvent(new Event("newsroom:set"));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    // Menus that are drawn by a script listen through jQuery.
    window.django?.jQuery ? window.django.jQuery(field).trigger("change") : field.dispatchEvent(new Event("change", { bubbles: true }));
};

/* Shows what `draft` has otherwise than the form, and calls `decided` once it is put back, thrown away or the same. */
const offer = (draft, decided) => {
    const box = document.getElementById("newsroom-draft");
    const now = collect();
    const names = different(draft.fields, now).filter((name) => !/-(INITIAL|TOTAL)_FORMS$/.test(name));
    if (!names.length) {
        decided();
        return;
    }
    box.querySelector("[data-at]").textContent = new Date(draft.at).toLocaleString(document.documentElement.lang || undefined);
    box.querySelector("[data-older]").hidden = draft.version === root.dataset.version;
    const list = box.querySelector("dl");
    list.replaceChildren();
    const words = { ...labels(), ...draft.labels };
    for (const part of new Set(names.map(partOf))) {
        const read = (markup) => [now, draft.fields].map((fields) => textOf(part, fields, words, markup));
        const plain = read(false);
        // Where the words are the same, the markup differs.
        const texts = apart(...(plain[0] === plain[1] ? read(true) : plain));
        const term = document.createElement("dt");
        term.textContent = nameOf(part);
        const difference = document.createElement("dd");
        ["del", "ins"].forEach((tag, index) => {
            const side = document.createElement(tag);
            side.textContent = texts[index];
            difference.append(side, " ");
        });
        list.append(term, difference);
    }
    box.hidden = false;
    const answer = (button, act) => {
        box.querySelector(`[data-do=${button}]`).onclick = () => {
            box.hidden = true;
            act();
            decided();
        };
    };
    answer("restore", () => put(draft));
    answer("discard", () => undefined);
};

const start = () => {
    const key = `${PREFIX}${root.dataset.user}/${root.dataset.item}`;
    const id = crypto.randomUUID();
    // What waits for a decision.
    let old = stored(key);
    let leaving = false;
    let timer = null;
    let first = collect();
    const failed = root.hasAttribute("data-unsaved");

    const dirty = () => failed || different(first, collect()).length > 0;
    const keep = () => {
        clearTimeout(timer);
        timer = null;
        if (leaving || out) {
            return;
        }
        if (!dirty()) {
            // What stands there otherwise is another window's.
            const draft = stored(key);
            if (draft?.id === id) {
                drop(key, draft);
            }
            return;
        }
        const work = { at: Date.now(), version: root.dataset.version, fields: collect(), labels: labels() };
        store(key, { id, ...work, before: old });
    };
    const soon = () => {
        out = false;
        clearTimeout(timer);
        timer = setTimeout(keep, 800);
    };

    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    window.django?.jQuery?.(form).on("change", soon);
    for (const name of ["formset:added", "formset:removed"]) {
        document.addEventListener(name, soon);
    }
    form.addEventListener("submit", () => {
        keep();
        leaving = true;
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: "_draft", value: id });
        form.append(field);
    });
    // Whoever comes back by the browser's own button finds the form as it was left.
    window.addEventListener("pageshow", (event) => {
        leaving = event.persisted ? false : leaving;
    });
    window.addEventListener("beforeunload", (event) => {
        keep();
        if (!leaving && dirty()) {
            event.preventDefault();
        }
    });
    window.addEventListener("pagehide", keep);

    const next = () => {
        old = old.before;
        drop(key, { before: old });
        keep();
        ask();
    };
    const ask = () => old && offer(old, next);
    if (old && failed) {
        // The page shows what was sent, with what is wrong with it: it is the same work.
        next();
    } else {
        ask();
    }
};

try {
    const saved = /(?:^|; )newsroom_saved=([0-9a-f-]{36})/.exec(document.cookie)?.[1];
    if (saved) {
        forget((draft) => draft.id === saved, drop);
        document.cookie = "newsroom_saved=; max-age=0; path=/; samesite=lax";
    }
    const mine = root && `${PREFIX}${root.dataset.user}/`;
    forget((draft, key) => late(draft) || (mine && !key.startsWith(mine)));
    forget(prune, store);
    document.getElementById("logout-form")?.addEventListener("submit", () => {
        out = true;
        forget(() => true);
    });
    if (form) {
        // After the other scripts have had their turn with the fields.
        setTimeout(start, 0);
    }
} catch (error) {
    console.warn("Unsaved work cannot be kept in this browser.", error);
}
