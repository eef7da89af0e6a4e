/* Sends what the form says to the page's own address, and shows the answer. */

const form = document.getElementById("try");

form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { method, tag, key, body, csrfmiddlewaretoken } = form.elements;
    const headers = { Accept: "application/json", "X-CSRFToken": csrfmiddlewaretoken.value };
    if (tag.value.trim()) {
        headers["If-Match"] = tag.value.trim();
    }
    if (key.value.trim()) {
        headers["Idempotency-Key"] = key.value.trim();
    }
    const sends = !["GET", "HEAD", "OPTIONS"].includes(method.value) && body.value.trim();
    if (sends) {
        headers["Content-Type"] = "application/json";
    }
    const answer = await fetch(location.href, { method: method.value, headers, body: sends ? body.value : undefined });
    const text = await answer.text();
    let shown = text;
    try {
        shown = JSON.stringify(JSON.parse(text), null, 2);
    } catch {
        // No JSON: as it came.
    }
    document.getElementById("status").textContent = `${method.value}: ${answer.status} ${answer.statusText}`;
    document.getElementById("headers").textContent = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    document.getElementById("body").textContent = shown;
    if (answer.headers.get("ETag")) {
        tag.value = answer.headers.get("ETag");
    }
});
