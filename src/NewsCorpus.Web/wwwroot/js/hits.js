// "3 of 14": steps through the marked words. Without this file a link leads to the first of them.
const place = document.querySelector("[data-hits]");

if (place) {
  const count = Number(place.dataset.hits);
  let at = Number(/^#hit-(\d+)$/.exec(location.hash)?.[1] ?? 0);

  const label = document.createElement("span");
  label.className = "at";
  label.setAttribute("role", "status");
  place.replaceChildren(button("↑", "Previous hit", "p", -1), label, button("↓", "Next hit", "n", 1));

  function button(sign, name, key, by) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = sign;
    made.title = `${name} (${key})`;
    made.setAttribute("aria-label", name);
    made.dataset.key = key;
    made.addEventListener("click", () => go(at === 0 && by < 0 ? count : ((at - 1 + by + count) % count) + 1));
    return made;
  }

  function show() {
    label.textContent = at === 0 ? `${count} ${count === 1 ? "hit" : "hits"}` : `${at} of ${count}`;
    for (const mark of document.querySelectorAll("mark.hit")) mark.classList.toggle("current", Number(mark.dataset.hit) === at);
  }

  function go(number) {
    at = number;
    show();
    history.replaceState(history.state, "", `#hit-${at}`);
    document.getElementById(`hit-${at}`)?.scrollIntoView({ block: "center" });
  }

  show();
  addEventListener("hashchange", () => {
    at = Number(/^#hit-(\d+)$/.exec(location.hash)?.[1] ?? at);
    show();
  });
}
