// The events with a year on one axis: zoom and move, and the list below shows those in view.

const box = document.getElementById("axis");
const items = [...document.querySelectorAll("[data-start]")].map((element) => {
  const [year, month = "01", day = "01"] = element.dataset.start.split("-");
  return { element, time: Date.UTC(year, month - 1, day), name: element.dataset.name };
}).sort((one, other) => one.time - other.time);
const DAY = 864e5, YEAR = 365.25 * DAY, HEIGHT = 120;
const language = document.documentElement.lang;
const times = items.map((item) => item.time);
const margin = Math.max((Math.max(...times) - Math.min(...times)) * 0.08, 20 * DAY);
const whole = [Math.min(...times) - margin, Math.max(...times) + margin];
let view = [...whole], width = 0;

const make = (name, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const svg = make("svg", { height: HEIGHT, role: "group", "aria-label": box.dataset.label, tabindex: 0 });

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
    const time = Date.UTC(year, month, day);
    if (time > view[1]) return;
    if (time >= view[0]) yield [time, format.format(time)];
    if (unit === "year") year += every;
    else if (unit === "month") month += every;
    else day += every;
  }
}

function draw() {
  width = box.clientWidth;
  svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  const x = (time) => ((time - view[0]) / (view[1] - view[0])) * width;
  const line = HEIGHT - 36;
  const parts = [make("line", { class: "rule", x1: 0, x2: width, y1: line, y2: line })];
  for (const [time, text] of ticks()) {
    parts.push(make("line", { class: "rule", x1: x(time), x2: x(time), y1: line, y2: line + 6 }),
      make("text", { class: "tick", x: x(time), y: line + 22, "text-anchor": "middle" }, text));
  }
  const stacked = new Map();
  for (const { element, time, name } of items) {
    const inside = time >= view[0] && time <= view[1];
    element.hidden = !inside;
    if (!inside) continue;
    const place = Math.round(x(time) / 14), height = stacked.get(place) ?? 0;
    stacked.set(place, height + 1);
    const link = make("a", { href: `#${element.id}`, "aria-label": name },
      make("title", {}, name), make("circle", { class: "dot", cx: x(time), cy: Math.max(line - 10 - height * 14, 8), r: 7 }));
    parts.push(link);
  }
  const focused = [...svg.querySelectorAll("a")].indexOf(document.activeElement);
  svg.replaceChildren(...parts);
  if (focused >= 0) svg.querySelectorAll("a")[focused]?.focus();
  for (const section of document.querySelectorAll(".timeline section:not(.yearless)")) {
    section.hidden = !section.querySelector("li:not([hidden])");
  }
}

function look(start, length) {
  length = Math.min(Math.max(length, 6 * DAY), whole[1] - whole[0]);
  start = Math.min(Math.max(start, whole[0]), whole[1] - length);
  view = [start, start + length];
  draw();
}
const zoom = (factor, share = 0.5) => {
  const length = view[1] - view[0], at = view[0] + length * share;
  look(at - length * factor * share, length * factor);
};
const move = (share) => look(view[0] + (view[1] - view[0]) * share, view[1] - view[0]);

const tools = Object.assign(document.createElement("div"), { className: "tools" });
const help = Object.assign(document.createElement("span"), { textContent: box.dataset.help });
const buttons = document.createElement("span");
for (const [sign, label, act] of [["+", "in", () => zoom(0.5)], ["−", "out", () => zoom(2)], ["", "all", () => look(...[whole[0], whole[1] - whole[0]])]]) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign || box.dataset.all });
  button.setAttribute("aria-label", box.dataset[label]);
  button.addEventListener("click", act);
  buttons.append(button);
}
tools.append(buttons, help);

svg.addEventListener("keydown", (event) => {
  const acts = { ArrowLeft: () => move(-0.2), ArrowRight: () => move(0.2), "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), "−": () => zoom(2) };
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
let held = null;
svg.addEventListener("pointerdown", (event) => { if (!event.target.closest("a")) held = { x: event.clientX, from: view[0] }; });
addEventListener("pointermove", (event) => {
  if (held) look(held.from - ((event.clientX - held.x) / width) * (view[1] - view[0]), view[1] - view[0]);
});
for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => { held = null; });

box.append(svg, tools);
box.hidden = false;
draw();
new ResizeObserver(() => { if (box.clientWidth !== width) draw(); }).observe(box);
