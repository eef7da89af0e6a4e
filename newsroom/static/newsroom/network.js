// Who appears with whom, drawn by springs: ties pull, people push, everyone leans to the middle. Mouse, finger or Enter
// choose a person, whose ties then stand below; arrow keys go to the nearest one in a direction. The table says the same.

const box = document.getElementById("network");
const text = box.dataset;
const make = (name, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const tag = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const here = new URLSearchParams(location.search);

async function load() {
  const query = new URLSearchParams({ nodes: box.clientWidth < 600 ? 24 : 40 });
  for (const name of ["q", "section", "year", "person"]) {
    for (const value of here.getAll(name)) if (value) query.append(name, value);
  }
  const answer = await fetch(`${text.graph}?${query}`);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

// Positions in a box of `width` × `height`. Starts on a spiral: the same graph is drawn the same each time.
function place(nodes, edges, width, height) {
  const steps = 300, length = Math.min(Math.max(0.7 * Math.sqrt((width * height) / nodes.length), 50), 150);
  // Leaning to the middle less along the longer side, the cloud takes the shape of the box.
  const lean = [0.12 * Math.min(1, height / width), 0.12 * Math.min(1, width / height)];
  nodes.forEach((node, index) => {
    const radius = length * 0.6 * Math.sqrt(index + 0.5);
    Object.assign(node, { x: radius * Math.cos(index * 2.4), y: radius * Math.sin(index * 2.4) });
  });
  for (let step = 0; step < steps; step++) {
    const heat = length * 0.4 * (1 - step / steps) + 0.5;
    const force = new Map(nodes.map((node) => [node, [-node.x * lean[0], -node.y * lean[1]]]));
    const add = (one, other, dx, dy, by) => {
      force.get(one)[0] += dx * by; force.get(one)[1] += dy * by;
      force.get(other)[0] -= dx * by; force.get(other)[1] -= dy * by;
    };
    nodes.forEach((one, index) => {
      for (const other of nodes.slice(index + 1)) {
        const dx = one.x - other.x || 0.1, dy = one.y - other.y || 0.1, square = dx * dx + dy * dy;
        // Strangers far apart do not push: groups without a tie between them stay neighbours.
        if (square < 6 * length * length) add(one, other, dx, dy, (length * length) / square);
      }
    });
    for (const { from, to, share } of edges) {
      const dx = to.x - from.x, dy = to.y - from.y;
      add(from, to, dx, dy, (Math.hypot(dx, dy) / length) * (0.3 + 0.5 * share));
    }
    for (const [node, [fx, fy]] of force) {
      const by = Math.min(1, heat / (Math.hypot(fx, fy) || 1));
      node.x += fx * by;
      node.y += fy * by;
    }
  }
  for (const [axis, size] of [["x", width], ["y", height]]) {
    const all = nodes.map((node) => node[axis]), least = Math.min(...all), span = Math.max(...all) - least || 1;
    const scale = Math.min((size - 100) / span, 1.8);
    for (const node of nodes) node[axis] = size / 2 + (node[axis] - least - span / 2) * scale;
  }
  part(nodes, width, height);
}

// Moves people until no name covers another, and into the box.
function part(nodes, width, height) {
  const half = (node) => node.name.length * 3.6 + 6;
  for (let round = 0; round < 300; round++) {
    nodes.forEach((one, index) => {
      for (const other of nodes.slice(index + 1)) {
        const dx = other.x - one.x, dy = other.y - one.y;
        const wide = half(one) + half(other) - Math.abs(dx), high = 44 - Math.abs(dy);
        if (wide <= 0 || high <= 0) continue;
        const [axis, by] = wide < high * 2 ? ["x", Math.sign(dx || 1) * wide] : ["y", Math.sign(dy || 1) * high];
        one[axis] -= by / 4;
        other[axis] += by / 4;
      }
    });
    for (const node of nodes) {
      node.x = Math.min(Math.max(node.x, half(node)), width - half(node));
      node.y = Math.min(Math.max(node.y, 28), height - 44);
    }
  }
}

function draw({ nodes, edges: all }) {
  // The strongest come first; where everyone knows everyone, the rest would only blacken the page.
  const edges = all.slice(0, nodes.length * 2);
  const most = Math.max(...nodes.map((node) => node.article_count)), strongest = Math.max(1, ...edges.map((edge) => edge.weight));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ties = edges.map(({ source, target, weight }) => ({ from: byId.get(source), to: byId.get(target), share: weight / strongest }));
  // All ties of a person, drawn or not, the strongest first: [other, articles].
  const around = new Map(nodes.map((node) => [node, new Map()]));
  for (const { source, target, weight } of all) {
    around.get(byId.get(source)).set(byId.get(target), weight);
    around.get(byId.get(target)).set(byId.get(source), weight);
  }

  const svg = make("svg", { role: "group", "aria-label": text.label });
  const panel = tag("div", { className: "tools chosen" }, text.help);
  panel.setAttribute("role", "status");
  box.replaceChildren(svg, panel);
  const [width, height] = [Math.max(box.clientWidth, 250), Math.max(svg.clientHeight, 250)];
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  place(nodes, ties, width, height);

  for (const tie of ties) {
    tie.line = make("line", { class: "tie", "stroke-width": 1 + 4 * tie.share });
    svg.append(tie.line);
  }
  for (const node of nodes) {
    const radius = 5 + 9 * Math.sqrt(node.article_count / most);
    node.mark = make("g", { class: "node", role: "button", tabindex: -1, "aria-pressed": false,
      "aria-label": `${node.name}, ${text.articles} ${node.article_count}` },
      make("circle", { class: "dot", r: radius }), make("text", { class: "who", y: radius + 15 }, node.name));
    svg.append(node.mark);
  }
  const update = () => {
    for (const { line, from, to } of ties) {
      for (const [name, value] of Object.entries({ x1: from.x, y1: from.y, x2: to.x, y2: to.y })) line.setAttribute(name, value);
    }
    for (const node of nodes) node.mark.setAttribute("transform", `translate(${node.x} ${node.y})`);
  };
  let chosen = null;
  const light = (node = chosen) => {
    svg.classList.toggle("lit", Boolean(node));
    for (const other of nodes) other.mark.classList.toggle("far", Boolean(node) && node !== other && !around.get(node).has(other));
    for (const { line, from, to } of ties) line.classList.toggle("near", Boolean(node) && (from === node || to === node));
  };
  const stop = (node) => {
    for (const other of nodes) other.mark.setAttribute("tabindex", other === node ? 0 : -1);
  };
  const choose = (node) => {
    chosen = node;
    for (const other of nodes) other.mark.setAttribute("aria-pressed", other === node);
    stop(node);
    light();
    const more = new URLSearchParams(here);
    more.set("person", node.slug);
    panel.replaceChildren(
      tag("p", {}, tag("a", { href: `${text.people}${encodeURIComponent(node.slug)}/`, textContent: node.name }),
        ` · ${text.articles} ${node.article_count}`,
        ...(here.get("person") === node.slug ? [] : [" · ", tag("a", { href: `?${more}`, textContent: text.around })])),
      tag("ul", { className: "chips" }, ...[...around.get(node)].slice(0, 8).map(([other, weight]) => {
        const button = tag("button", { type: "button" }, `${other.name} `, tag("span", { className: "count", textContent: weight }));
        button.addEventListener("click", () => { choose(other); other.mark.focus(); });
        return tag("li", {}, button);
      })));
  };

  const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  for (const node of nodes) {
    const { mark } = node;
    mark.addEventListener("focus", () => { stop(node); light(node); });
    mark.addEventListener("blur", () => light());
    mark.addEventListener("pointerenter", () => light(node));
    mark.addEventListener("pointerleave", () => light());
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") choose(node);
      else if (event.key in directions) {
        const [dx, dy] = directions[event.key];
        const ahead = nodes.map((other) => ({ other, along: (other.x - node.x) * dx + (other.y - node.y) * dy,
          aside: Math.abs((other.x - node.x) * dy) + Math.abs((other.y - node.y) * dx) })).filter(({ along }) => along > 1);
        ahead.sort((a, b) => a.along + 2 * a.aside - b.along - 2 * b.aside);
        ahead[0]?.other.mark.focus();
      } else return;
      event.preventDefault();
    });
    mark.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      mark.setPointerCapture(event.pointerId);
      const scale = width / svg.clientWidth, from = [event.clientX, event.clientY, node.x, node.y];
      node.moved = false;
      const drag = (move) => {
        const [x, y] = [(move.clientX - from[0]) * scale, (move.clientY - from[1]) * scale];
        node.moved ||= Math.hypot(x, y) > 5;
        if (node.moved) Object.assign(node, { x: from[2] + x, y: from[3] + y });
        update();
      };
      mark.addEventListener("pointermove", drag);
      mark.addEventListener("lostpointercapture", () => mark.removeEventListener("pointermove", drag), { once: true });
    });
    mark.addEventListener("click", () => { if (!node.moved) choose(node); });
  }
  update();
  const centre = nodes.find((node) => node.slug === here.get("person"));
  if (centre) choose(centre);
  else stop(nodes[0]);
}

load().then((graph) => {
  draw(graph);
  let width = box.clientWidth;
  new ResizeObserver(() => { if (Math.abs(box.clientWidth - width) > 60) { width = box.clientWidth; draw(graph); } }).observe(box);
}).catch(() => box.replaceChildren(tag("p", { className: "tools", textContent: text.error })));
