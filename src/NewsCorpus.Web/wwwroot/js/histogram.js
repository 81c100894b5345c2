// A range of dates brushed over the bars: with the mouse, a finger, or Shift and the arrow keys. Without this file each bar is a link, and the form takes typed dates.
const bars = [...document.querySelectorAll(".timeline .histogram > li")];
const form = document.querySelector("form.dates");
const hint = document.getElementById("brush-hint");
const number = new Intl.NumberFormat("en");
// A finger scrolls the bars, unless the button beside them says that it chooses; it has neither Shift nor arrows.
const idle = !matchMedia("(pointer: fine)").matches ? "" : "Drag over the bars, or hold Shift and use the arrow keys, to choose a range.";

let from = -1;
let to = -1;
let isDragging = false;
let takesTouch = false;

const order = () => [Math.min(from, to), Math.max(from, to)];

function show() {
  const [first, last] = order();
  bars.forEach((bar, i) => bar.classList.toggle("brushed", first >= 0 && i >= first && i <= last));
  if (first < 0) {
    hint.textContent = idle;
    return;
  }
  const count = bars.slice(first, last + 1).reduce((sum, bar) => sum + Number(bar.dataset.count), 0);
  const day = (text) => new Date(`${text}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  hint.textContent = `${day(bars[first].dataset.from)} to ${day(bars[last].dataset.to)}: ${number.format(count)} ${count === 1 ? "article" : "articles"}.${isDragging ? "" : " Enter applies it, Escape gives it up."}`;
}

function clear() {
  from = to = -1;
  isDragging = false;
  show();
}

function apply() {
  const [first, last] = order();
  form.elements.from.value = bars[first].dataset.from;
  form.elements.to.value = bars[last].dataset.to;
  form.requestSubmit();
}

function barAt(event) {
  return bars.findIndex((bar) => {
    const { left, right } = bar.getBoundingClientRect();
    return event.clientX >= left && event.clientX <= right;
  });
}

function step(bar, by) {
  // An empty period can be part of a range, but has no link to stand on.
  for (let i = bar + by; i >= 0 && i < bars.length; i += by) {
    const link = bars[i].querySelector("a");
    if (link) {
      link.focus();
      return i;
    }
  }
  return bar;
}

if (bars.length > 1 && form && hint) {
  const list = bars[0].parentElement;
  show();
  list.addEventListener("pointerdown", (event) => {
    // A finger that moves over the bars scrolls them.
    if (event.button !== 0 || (event.pointerType === "touch" && !takesTouch)) return;
    from = to = barAt(event);
    isDragging = from >= 0;
  });
  addEventListener("pointermove", (event) => {
    if (!isDragging) return;
    const at = barAt(event);
    if (at < 0 || at === to) return;
    to = at;
    show();
  });
  // The browser has taken the finger for itself.
  addEventListener("pointercancel", () => {
    if (isDragging) clear();
  });
  addEventListener("pointerup", () => {
    if (!isDragging) return;
    isDragging = false;
    if (from === to) clear();
    else apply();
  });
  if (matchMedia("(any-pointer: coarse)").matches) {
    const toggle = document.createElement("button");
    toggle.type = "button";
    toggle.className = "button brush-toggle";
    toggle.textContent = "Choose with a finger";
    toggle.setAttribute("aria-pressed", "false");
    toggle.addEventListener("click", () => {
      takesTouch = !takesTouch;
      toggle.setAttribute("aria-pressed", String(takesTouch));
      list.classList.toggle("takes-touch", takesTouch);
      hint.textContent = takesTouch ? "Draw over the bars to choose a range." : idle;
    });
    hint.after(toggle);
  }
  // The click that ends a drag is no click on a bar.
  list.addEventListener("click", (event) => {
    if (from !== to) event.preventDefault();
  });
  list.addEventListener("keydown", (event) => {
    const bar = bars.findIndex((b) => b.contains(event.target));
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by && bar >= 0) {
      event.preventDefault();
      if (!event.shiftKey) {
        clear();
        step(bar, by);
      } else {
        if (from < 0) from = bar;
        to = step(bar, by);
        show();
      }
    } else if (event.key === "Enter" && from >= 0 && from !== to) {
      event.preventDefault();
      apply();
    } else if (event.key === "Escape" && from >= 0) {
      clear();
    }
  });
}
