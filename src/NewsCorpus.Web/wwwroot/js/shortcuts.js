// Keys for those who like them; every page works without this file.
const setting = "single-keys";

// Storage may be blocked; then the keys are on and cannot be switched off for longer than the page.
let on = true;
try {
  on = localStorage.getItem(setting) !== "off";
} catch {
  on = true;
}

const isTyping = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

function focusSearch() {
  const box = document.getElementById("q");
  box.focus();
  box.select();
}

function step(by) {
  const links = [...document.querySelectorAll(".results h3 > a")];
  if (links.length === 0) return;
  const at = links.findIndex((link) => link.closest("li").contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next].focus();
  links[next].scrollIntoView({ block: "nearest" });
}

// What has a key of its own on this page: the next result, the next hit.
function pressed(key) {
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  target?.click();
  return target !== null;
}

document.addEventListener("keydown", (event) => {
  if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "/") focusSearch();
  else if (pressed(event.key)) event.stopPropagation();
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else return;
  event.preventDefault();
});

// The help page has the switch: single keys get in the way of speech input.
const button = document.getElementById("keys-switch");
if (button) {
  const show = () => {
    button.textContent = on ? "Turn these keys off" : "Turn these keys on";
  };
  button.parentElement.hidden = false;
  show();
  button.addEventListener("click", () => {
    on = !on;
    show();
    try {
      localStorage.setItem(setting, on ? "on" : "off");
    } catch {
      // The choice holds for this page.
    }
  });
}
