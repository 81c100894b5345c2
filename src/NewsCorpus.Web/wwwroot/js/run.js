// Follows a run as it goes. Without this file the page refreshes itself.
const hint = document.getElementById("live-hint");
hint?.replaceChildren();

const number = new Intl.NumberFormat("en");

function duration(seconds) {
  const whole = Math.ceil(seconds);
  const pad = (n) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

function describe(run) {
  const parts = [run.filesFound === null ? `${number.format(run.files)} files` : `${number.format(run.files)} of ${number.format(run.filesFound)} files`];
  if (run.rate !== null) parts.push(`${Math.round(run.rate * 10) / 10}/s`);
  if (run.secondsLeft !== null && run.state === "running") parts.push(`${duration(run.secondsLeft)} left`);
  return parts.join(", ");
}

function show(run) {
  document.getElementById("live-text").textContent = describe(run);
  const bar = document.getElementById("live-bar");
  if (bar && run.filesFound !== null) {
    bar.max = Math.max(1, run.filesFound);
    bar.value = run.files;
  }
  for (const [outcome, count] of Object.entries(run.counts)) {
    const cell = document.getElementById(`live-${outcome}`);
    cell.textContent = number.format(count);
    cell.parentElement.className = count === 0 ? "none" : outcome;
  }
}

// State, buttons and lists are the server's to render.
async function refresh() {
  const response = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const focused = document.activeElement?.textContent;
  document.getElementById("run").replaceWith(page.getElementById("run"));
  document.getElementById("live-hint")?.replaceChildren();
  [...document.querySelectorAll("#run button")].find((button) => button.textContent === focused)?.focus();
}

const source = new EventSource(document.getElementById("run").dataset.events);
// What the page was rendered for.
let state = document.getElementById("run").dataset.state;

async function take(event) {
  const run = JSON.parse(event.data);
  show(run);
  const now = `${run.state} ${run.wish}`;
  const changed = state !== now;
  state = now;
  if (event.type === "end") source.close();
  if (changed || event.type === "end") await refresh();
}

source.addEventListener("progress", take);
source.addEventListener("end", take);
source.addEventListener("error", () => {
  if (hint && source.readyState === EventSource.CONNECTING) hint.textContent = "The server does not answer; trying again.";
});
source.addEventListener("open", () => hint?.replaceChildren());
