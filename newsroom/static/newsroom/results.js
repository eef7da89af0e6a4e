// Narrows without leaving the page: links to the same page with another query, and forms that ask it, replace
// `#results` and the address. Without this module the same links and forms load the same pages whole.
// A module of a page may ask as well, `results:ask` with the new query, and hears `results:shown`.

const region = () => document.getElementById("results");
// Stays while the results come and go: only so a screen reader hears how many there are.
const said = Object.assign(document.createElement("p"), { className: "unseen" });
said.setAttribute("role", "status");
const failed = Object.assign(document.createElement("p"), { className: "draft", hidden: true, textContent: region().dataset.error });
failed.setAttribute("role", "alert");
region().before(failed);
document.getElementById("main").append(said);
const isHere = (address) => new URL(address, location).pathname === location.pathname;
const forms = [...document.querySelectorAll("form:not([method=post])")].filter((form) => isHere(form.action));
let asking, waiting, typing = false;

async function show(address, { push = true } = {}) {
  asking?.abort();
  asking = new AbortController();
  region().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("results");
    if (!answer.ok || !fresh) return location.assign(address);
    const held = region().contains(document.activeElement);
    region().replaceWith(fresh);
    if (held) fresh.querySelector("h1, h2").focus();
    failed.hidden = true;
    said.textContent = fresh.querySelector(".lead").textContent;
    document.title = page.title;
    history[push ? "pushState" : "replaceState"](null, "", address);
    sync();
    document.dispatchEvent(new Event("results:shown"));
  } catch (error) {
    if (error.name === "AbortError") return;
    region().removeAttribute("aria-busy");
    failed.hidden = false;
  }
}

// The same page, from its first page on, with these parameters instead of what they were.
function ask(parameters, options) {
  const query = new URLSearchParams(location.search);
  const given = [...parameters];
  for (const name of ["page", "cursor", ...given.map(([name]) => name)]) query.delete(name);
  for (const [name, value] of given) if (value.trim()) query.append(name, value.trim());
  return show(query.size ? `?${query}` : location.pathname, options);
}

// The fields say what the address says, but for the one being typed in.
function sync() {
  const query = new URLSearchParams(location.search);
  for (const field of forms.flatMap((form) => [...form.elements])) {
    // A hidden field is a filter, which goes when it is dropped.
    if (field.type === "hidden") field.disabled = !query.getAll(field.name).includes(field.value);
    else if (field.name && field !== document.activeElement) field.value = query.get(field.name) ?? "";
  }
  for (const field of document.querySelectorAll("input[name=next]")) field.value = location.pathname + location.search;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#results a[href]");
  if (!link || !isHere(link.href) || link.hash || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  typing = false;
  show(link.href).then(() => region().querySelector("h1, h2").scrollIntoView({ block: "nearest" }));
});

for (const form of forms) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    ask(new FormData(form), { push: !typing });
    typing = false;
  });
  form.addEventListener("input", () => {
    if (!form.checkValidity()) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      // One entry in the history for a word, not one for each of its letters.
      ask(new FormData(form), { push: !typing });
      typing = true;
    }, 350);
  });
}

document.addEventListener("results:ask", ({ detail }) => ask(detail, { push: false }));

addEventListener("popstate", () => {
  document.activeElement.blur();
  typing = false;
  show(location.href, { push: false });
});
