/* Tells the server that this page is open, and the editor who else has it open. Silent while the page is hidden. */

const root = document.getElementById("newsroom-writing");
const form = root?.closest("form");

const start = () => {
    const page = crypto.randomUUID();
    const shown = document.getElementById("newsroom-others");
    const lost = document.getElementById("newsroom-lost");

    const body = (more = {}) => {
        const data = new FormData();
        data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
        data.set("page", page);
        Object.entries(more).forEach(([name, value]) => data.set(name, value));
        return data;
    };

    const tell = (answer) => {
        const notes = [...answer.others];
        if (answer.version > Number(root.dataset.version)) {
            notes.unshift(answer.saved);
        }
        shown.replaceChildren(
            ...notes.map((note) => {
                const line = document.createElement("p");
                line.textContent = note;
                return line;
            }),
        );
        shown.hidden = !notes.length;
    };

    const ask = async (options) => {
        const answer = await fetch(root.dataset.presence, { headers: { Accept: "application/json" }, ...options });
        const known = !answer.redirected && answer.ok && answer.headers.get("Content-Type")?.startsWith("application/json");
        return known ? answer.json() : null;
    };

    const speak = async () => {
        if (document.hidden) {
            return;
        }
        try {
            let answer = await ask({ method: "POST", body: body() });
            if (!answer) {
                // Logged out; or logged in again elsewhere, and the form's token is an old one.
                answer = await ask({ method: "GET" });
                if (answer?.user === root.dataset.user) {
                    form.elements.csrfmiddlewaretoken.value = answer.csrf;
                }
            }
            lost.hidden = answer?.user === root.dataset.user;
            if (answer) {
                tell(answer);
            }
        } catch {
            // The network is away; the next word will tell.
        }
    };

    const leave = () => navigator.sendBeacon(root.dataset.presence, body({ leave: "1" }));

    speak();
    setInterval(speak, Number(root.dataset.every) * 1000);
    document.addEventListener("visibilitychange", speak);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", (event) => event.persisted && speak());
};

if (root?.dataset.presence) {
    start();
}
