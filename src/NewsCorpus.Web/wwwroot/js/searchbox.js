// Suggestions below the search box, as a combobox with a list (WAI-ARIA 1.2). Without this file it is a plain box.
// One's own recent searches stay in this browser.
const wait = 25;
const mostKept = 30;
const mostShown = 5;
const key = "recent-searches";
const titles = { recent: "Recent searches", person: "People", outlet: "Outlets", tag: "Tags", word: "Words" };

const form = document.querySelector(".searchbox");
const input = form.elements.q;
const number = new Intl.NumberFormat("en");

const list = document.createElement("div");
list.id = "suggestions";
list.className = "suggestions";
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Suggestions");
list.hidden = true;
const status = document.createElement("p");
status.className = "hidden";
status.setAttribute("aria-live", "polite");
form.append(list, status);

// A box for searches may not be a combobox.
input.type = "text";
for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["aria-haspopup", "listbox"]]) input.setAttribute(name, value);

let typed = input.value;
let options = [];
let at = -1;
let timer = 0;
let asking = null;

// Storage may be blocked or hold what is not ours: then there is nothing recent.
function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return Array.isArray(kept) ? kept.filter((q) => typeof q === "string") : [];
  } catch {
    return [];
  }
}

function keep(queries) {
  try {
    if (queries.length > 0) localStorage.setItem(key, JSON.stringify(queries));
    else localStorage.removeItem(key);
  } catch {
    // Nothing is kept then.
  }
}

function remember(query) {
  const asked = query.trim();
  if (asked !== "") keep([asked, ...recent().filter((q) => q !== asked)].slice(0, mostKept));
}

function close() {
  clearTimeout(timer);
  asking?.abort();
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
  at = -1;
}

function mark(index) {
  options[at]?.element.setAttribute("aria-selected", "false");
  at = index;
  const option = options[at];
  if (!option) {
    input.removeAttribute("aria-activedescendant");
    input.value = typed;
    return;
  }
  option.element.setAttribute("aria-selected", "true");
  option.element.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option.element.id);
}

// One step beyond either end is the box itself.
function step(by) {
  const places = options.length + 1;
  return ((at + 1 + by + places) % places) - 1;
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function show(suggestions) {
  list.replaceChildren();
  options = [];
  at = -1;
  input.removeAttribute("aria-activedescendant");
  for (const kind of Object.keys(titles)) {
    const ofKind = suggestions.filter((s) => s.kind === kind);
    if (ofKind.length === 0) continue;
    const group = element("div", "group");
    group.setAttribute("role", "group");
    const title = element("div", "group-title", titles[kind]);
    title.id = `suggestions-${kind}`;
    title.setAttribute("role", "presentation");
    group.setAttribute("aria-labelledby", title.id);
    group.append(title, ...ofKind.map(optionOf));
    list.append(group);
  }
  list.hidden = options.length === 0;
  input.setAttribute("aria-expanded", String(!list.hidden));
  status.textContent = options.length === 0 ? "" : `${options.length} ${options.length === 1 ? "suggestion" : "suggestions"}`;
}

function optionOf(suggestion) {
  const option = element("div", `option ${suggestion.kind}`);
  option.id = `suggestion-${options.length}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(element("span", "name", suggestion.text));
  if (suggestion.articles !== undefined) {
    const count = element("span", "count", number.format(suggestion.articles));
    count.append(element("span", "hidden", suggestion.articles === 1 ? " article" : " articles"));
    option.append(count);
  }
  options.push({ element: option, suggestion });
  return option;
}

function take({ suggestion }) {
  if (suggestion.kind === "recent" && suggestion.query === null) {
    keep([]);
    close();
    status.textContent = "Recent searches are forgotten.";
    return;
  }
  input.value = suggestion.query;
  if (suggestion.slug) {
    const filter = document.createElement("input");
    filter.type = "hidden";
    filter.name = suggestion.kind;
    filter.value = suggestion.slug;
    form.append(filter);
  }
  close();
  form.requestSubmit();
}

function recentOf(text) {
  const asked = text.trim().toLowerCase();
  const found = recent().filter((q) => q !== text.trim() && q.toLowerCase().includes(asked)).slice(0, mostShown).map((q) => ({ kind: "recent", text: q, query: q }));
  if (asked === "" && found.length > 0) found.push({ kind: "recent", text: "Forget recent searches", query: null });
  return found;
}

async function suggest() {
  typed = input.value;
  asking?.abort();
  const mine = recentOf(typed);
  if (typed.trim() === "") {
    show(mine);
    return;
  }
  asking = new AbortController();
  try {
    const answer = await fetch(`/api/suggest?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
    const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
    if (input.value === typed && document.activeElement === input) show([...mine, ...suggestions]);
  } catch (failure) {
    // A later letter asked again; or the server is away, and what is recent is all there is.
    if (failure.name !== "AbortError") show(mine);
  }
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(suggest, wait);
});

input.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const isOpen = !list.hidden;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (event.key === "ArrowUp" && event.altKey) close();
    else if (!isOpen) suggest();
    else mark(step(event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Escape" && isOpen) {
    event.preventDefault();
    close();
  } else if (event.key === "Enter" && isOpen && at >= 0) {
    event.preventDefault();
    take(options[at]);
  } else if (event.key === "Tab") {
    close();
  }
});

input.addEventListener("click", () => {
  if (list.hidden && input.value === "") suggest();
});
input.addEventListener("blur", close);
// The box keeps the focus while one points.
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
  const option = options.find((o) => o.element.contains(event.target));
  if (option) take(option);
});
form.addEventListener("submit", () => remember(input.value));
