// All events with a year on one axis, from the API: zoom and move, and the list below shows the time in view. A thousand
// at a time, the newest first; whoever goes on to the left gets the earlier ones.

const box = document.getElementById("axis");
const DAY = 864e5, YEAR = 365.25 * DAY, MOST = 10;
const language = document.documentElement.lang;
const filters = () => ["kind", "q", "person", "year"].flatMap((name) =>
  new URLSearchParams(location.search).getAll(name).filter(Boolean).map((value) => [name, value]));

const make = (name, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const time = (date, last = false) => {
  const [year, month, day] = date.split("-").map(Number);
  if (!last) return Date.UTC(year, (month || 1) - 1, day || 1);
  return (month ? day ? Date.UTC(year, month - 1, day + 1) : Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) - 1;
};
const iso = (moment) => new Date(moment).toISOString().slice(0, 10);

// Ten pages of the API from an address on, and the address of what follows them.
async function load(address) {
  const found = [];
  for (let page = 0; address && page < MOST; page++) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const { results, next } = await answer.json();
    // Those without a year come last.
    const dated = results.filter(({ date }) => /^\d{4}/.test(date ?? ""));
    found.push(...dated.map(({ slug, name, date }) => ({ slug, name, at: time(date.split("/")[0]) })));
    address = next && dated.length === results.length ? `${box.dataset.events}${new URL(next).search}` : "";
  }
  help.textContent = address ? box.dataset.newest : box.dataset.help;
  return [found, address];
}

const help = document.createElement("span");
let items = [], more = "", loading = false, whole, view, width = 0, height = 0, waiting, asked = "";
const svg = make("svg", { role: "group", "aria-label": box.dataset.label, tabindex: 0 });

// Years, months or days, whichever leaves room for their names.
const STEPS = [["year", 100], ["year", 50], ["year", 20], ["year", 10], ["year", 5], ["year", 2], ["year", 1],
  ["month", 6], ["month", 3], ["month", 1], ["day", 7], ["day", 1]];
const LENGTH = { year: YEAR, month: YEAR / 12, day: DAY };
const FORMAT = { year: { year: "numeric" }, month: { month: "numeric", year: "numeric" }, day: { day: "numeric", month: "numeric" } };

function* ticks() {
  const room = (view[1] - view[0]) / Math.max(width / 90, 1);
  const [unit, every] = STEPS.findLast(([name, number]) => LENGTH[name] * number >= room) ?? STEPS[0];
  const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...FORMAT[unit] });
  const start = new Date(view[0]);
  let [year, month, day] = [start.getUTCFullYear(), 0, 1];
  if (unit === "year") year -= year % every;
  if (unit === "day") [month, day] = [start.getUTCMonth(), start.getUTCDate()];
  for (let count = 0; count < 400; count++) {
    const at = Date.UTC(year, month, day);
    if (at > view[1]) return;
    if (at >= view[0]) yield [at, format.format(at)];
    if (unit === "year") year += every;
    else if (unit === "month") month += every;
    else day += every;
  }
}

// Events of the same days stand on each other, as large as the fullest column allows.
function columns(room) {
  for (const radius of [7, 5.5, 4, 3, 2]) {
    const step = radius * 2 + 1, found = new Map();
    for (const item of items) {
      if (item.at < view[0] || item.at > view[1]) continue;
      const place = Math.round(((item.at - view[0]) / (view[1] - view[0])) * (width / step));
      if (!found.has(place)) found.set(place, []);
      found.get(place).push(item);
    }
    const most = Math.max(0, ...[...found.values()].map((column) => column.length));
    if (most * step <= room || radius === 2) return [...found].map(([place, column]) => ({ x: place * step, column, radius, step }));
  }
}

function draw() {
  [width, height] = [box.clientWidth, svg.clientHeight || 120];
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const x = (at) => ((at - view[0]) / (view[1] - view[0])) * width, line = height - 32;
  const parts = [make("line", { class: "rule", x1: 0, x2: width, y1: line, y2: line })];
  for (const [at, text] of ticks()) {
    parts.push(make("line", { class: "rule", x1: x(at), x2: x(at), y1: line, y2: line + 6 }),
      make("text", { class: "tick", x: x(at), y: line + 22, "text-anchor": "middle" }, text));
  }
  for (const { x: left, column, radius, step } of columns(line - 8)) {
    column.forEach(({ slug, name }, index) => parts.push(
      // The list below leads keyboards to the same pages; a stop for each dot would be a hundred.
      make("a", { href: `${box.dataset.pages}${encodeURIComponent(slug)}/`, tabindex: -1, "aria-label": name },
        make("circle", { class: "dot", cx: left, cy: line - step / 2 - 2 - index * step, r: radius }, make("title", {}, name)))));
  }
  svg.replaceChildren(...parts);
}

// The list follows when the hand rests.
function settle() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    waiting = 0;
    const all = view[0] === whole[0] && view[1] === whole[1];
    const range = [["date_after", all ? "" : iso(view[0])], ["date_before", all ? "" : iso(view[1])]];
    document.dispatchEvent(new CustomEvent("results:ask", { detail: range }));
  }, 300);
}
function look(start, length) {
  if (start < whole[0] && more && !loading) return void earlier().then(() => look(start, length)).catch(fail);
  length = Math.min(Math.max(length, 6 * DAY), whole[1] - whole[0]);
  start = Math.min(Math.max(start, whole[0]), whole[1] - length);
  if (start === view[0] && length === view[1] - view[0]) return;
  view = [start, start + length];
  draw();
  settle();
}
const zoom = (factor, share = 0.5) => {
  const length = view[1] - view[0], at = view[0] + length * share;
  look(at - length * factor * share, length * factor);
};
const move = (share) => look(view[0] + (view[1] - view[0]) * share, view[1] - view[0]);
const all = () => look(whole[0], whole[1] - whole[0]);

const tools = Object.assign(document.createElement("div"), { className: "tools" });
const buttons = document.createElement("span");
for (const [sign, label, act] of [["←", "earlier", () => move(-0.5)], ["→", "later", () => move(0.5)],
  ["+", "in", () => zoom(0.5)], ["−", "out", () => zoom(2)], ["", "all", all]]) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign || box.dataset.all });
  if (sign) button.setAttribute("aria-label", box.dataset[label]);
  button.addEventListener("click", act);
  buttons.append(button);
}
tools.append(buttons, help);

svg.addEventListener("keydown", (event) => {
  const acts = { ArrowLeft: () => move(-0.2), ArrowRight: () => move(0.2), "+": () => zoom(0.5), "=": () => zoom(0.5),
    "-": () => zoom(2), "−": () => zoom(2), Escape: all };
  if (!(event.key in acts) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  acts[event.key]();
});
svg.addEventListener("wheel", (event) => {
  // A plain wheel scrolls the page, as everywhere; pinching and Ctrl zoom.
  if (!event.ctrlKey) return;
  event.preventDefault();
  zoom(event.deltaY > 0 ? 1.25 : 0.8, event.offsetX / width);
}, { passive: false });

// One finger or the mouse moves, two fingers zoom.
const held = new Map();
svg.addEventListener("pointerdown", (event) => { if (!event.target.closest("a") || held.size) held.set(event.pointerId, event.clientX); });
addEventListener("pointermove", (event) => {
  if (!held.has(event.pointerId)) return;
  const before = [...held.values()];
  held.set(event.pointerId, event.clientX);
  const now = [...held.values()];
  if (now.length === 1) return look(view[0] - ((now[0] - before[0]) / width) * (view[1] - view[0]), view[1] - view[0]);
  const apart = ([one, other]) => Math.max(Math.abs(one - other), 10);
  zoom(apart(before) / apart(now), ((now[0] + now[1]) / 2 - svg.getBoundingClientRect().left) / width);
});
for (const name of ["pointerup", "pointercancel"]) addEventListener(name, (event) => held.delete(event.pointerId));

async function start() {
  const mine = asked = String(filters());
  const query = new URLSearchParams([...filters(), ["fields", "slug,name,date"], ["ordering", "-date"], ["page_size", 100]]);
  const [found, following] = await load(`${box.dataset.events}?${query}`);
  if (mine !== asked) return; // Another question was asked meanwhile.
  [items, more] = [found, following];
  whole = around(items);
  const first = whole[0];
  follow();
  box.replaceChildren(svg, tools);
  draw();
  if (view[0] < first) await earlier();
}
// Days from the first to the last, with a margin.
function around(events) {
  const times = events.length ? events.map(({ at }) => at) : [Date.now()];
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  const margin = Math.max((last - first) * 0.04, 20 * DAY);
  return [first - margin, last + margin];
}
// The next thousand, until what is in view is reached.
async function earlier() {
  if (!more || loading) return;
  const mine = asked;
  loading = true;
  try {
    do {
      const [found, following] = await load(more);
      if (mine !== asked) return;
      items = [...items, ...found];
      more = following;
      whole[0] = Math.min(whole[0], around(items)[0]);
      draw();
    } while (more && items.at(-1).at > view[0]);
  } finally {
    loading = false;
  }
}
// What the address says is in view.
function follow() {
  const query = new URLSearchParams(location.search), [from, until] = [query.get("date_after"), query.get("date_before")];
  const range = [from ? time(from) : whole[0], until ? time(until, true) : whole[1]];
  view = range[0] < range[1] && range.every(Number.isFinite) ? range : [...whole];
  whole = [Math.min(whole[0], view[0]), Math.max(whole[1], view[1])];
}
const fail = () => box.replaceChildren(Object.assign(document.createElement("p"), { className: "tools", textContent: box.dataset.error }));

document.addEventListener("results:shown", () => {
  if (!whole || asked !== String(filters())) return start().catch(fail);
  // Whoever is moving already looks elsewhere.
  if (held.size || waiting) return;
  follow();
  draw();
});
start().then(() => new ResizeObserver(() => { if (box.clientWidth !== width) draw(); }).observe(box)).catch(fail);
