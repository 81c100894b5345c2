// Suggests names while one types; without this file the field takes any name all the same.
const delay = 180;

for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = input.list;
  let timer = 0;
  let asked = "";
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = input.value.trim();
      if (typed.length < 2 || typed === asked) return;
      asked = typed;
      try {
        const answer = await fetch(`${input.dataset.suggest}?size=10&q=${encodeURIComponent(typed)}`);
        if (!answer.ok || typed !== asked) return;
        const { people } = await answer.json();
        list.replaceChildren(...people.map(({ name }) => Object.assign(document.createElement("option"), { value: name })));
      } catch {
        // No suggestions this time.
      }
    }, delay);
  });
}
