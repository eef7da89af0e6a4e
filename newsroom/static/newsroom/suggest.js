// Names while one types: a combobox (ARIA 1.2) on the search box, fed by the API's suggestions.

const input = document.querySelector("[data-suggest]");
if (input) {
  const list = document.createElement("ul");
  Object.assign(list, { id: "suggestions", className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? "");
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions",
  })) input.setAttribute(name, value);

  const pages = { person: "/people/", event: "/events/" };
  let waiting, asking, chosen = -1;

  const close = () => {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", place === index));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[index].id);
  };

  const go = (option) => { location.href = option.dataset.href; };

  const show = (results) => {
    list.replaceChildren(...results.filter((item) => pages[item.type]).map((item, index) => {
      const option = document.createElement("li");
      option.id = `suggestion-${index}`;
      option.setAttribute("role", "option");
      option.dataset.href = `${pages[item.type]}${encodeURIComponent(item.slug)}/`;
      const kind = document.createElement("small");
      kind.textContent = input.dataset[item.type];
      option.append(item.name, kind);
      // Before the box loses the focus, which closes the list.
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => go(option));
      return option;
    }));
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  };

  const ask = async () => {
    const q = input.value.trim();
    asking?.abort();
    if (q.length < 2) return close();
    asking = new AbortController();
    try {
      const query = new URLSearchParams({ q, page_size: 6 });
      const answer = await fetch(`${input.dataset.suggest}?${query}`, { signal: asking.signal });
      show(answer.ok ? (await answer.json()).results : []);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  };

  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 150); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const last = list.children.length - 1;
    const moves = { ArrowDown: chosen < last ? chosen + 1 : -1, ArrowUp: chosen < 0 ? last : chosen - 1 };
    if (event.key in moves) choose(moves[event.key]);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) go(list.children[chosen]);
    else return;
    event.preventDefault();
  });
}
