// Puts a button beside each text that is there to be copied. Without this file one selects it.
const status = document.querySelector(".copied");

function select(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

for (const place of document.querySelectorAll("[data-copy]")) {
  const text = place.firstElementChild;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy ${place.dataset.copy}`);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      status.textContent = `${place.dataset.copy} copied.`;
    } catch {
      // Browsers give the clipboard to secure addresses only, or not at all.
      select(text);
      status.textContent = `${place.dataset.copy} is selected: copy it with the keys of your system.`;
    }
  });
  text.after(button);
}
