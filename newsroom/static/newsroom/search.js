// Narrows without leaving the page: filters, pages and what is typed replace the results, and the address with them.
// Without this module the same links and the same form load the same pages whole.

const input = document.getElementById("q");
// Stays while the results come and go: only so a screen reader hears how many there are.
const said = Object.assign(document.createElement("p"), { className: "unseen" });
said.setAttribute("role", "status");
document.getElementById("main").append(said);
let asking, waiting;

async function show(address, { push = true } = {}) {
  asking?.abort();
  asking = new AbortController();
  const results = document.getElementById("results");
  results.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("results");
    if (!answer.ok || !fresh) return location.assign(address);
    const held = results.contains(document.activeElement);
    results.replaceWith(fresh);
    if (held) fresh.querySelector("h1").focus();
    said.textContent = fresh.querySelector(".lead").textContent;
    document.title = page.title;
    if (push) history.pushState(null, "", address);
    for (const field of document.querySelectorAll("input[name=next]")) field.value = location.pathname + location.search;
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#results .facet a, #results .head .chips a, #results .turns a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  show(link.href).then(() => document.querySelector("#results h1")?.scrollIntoView({ block: "nearest" }));
});

input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  narrow(true);
});
input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => narrow(false), 350); });
addEventListener("popstate", () => {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  show(location.href, { push: false });
});

let typed = false;
function narrow(done) {
  const query = new URLSearchParams(location.search);
  for (const name of ["page", "cursor"]) query.delete(name);
  if (input.value.trim()) query.set("q", input.value.trim());
  else query.delete("q");
  const address = query.size ? `?${query}` : location.pathname;
  // One entry in the history for a word, not one for each of its letters.
  if (typed) history.replaceState(null, "", address);
  show(address, { push: !typed });
  typed = !done;
}
