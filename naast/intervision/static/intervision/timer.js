/* Counts a step of a method down on the leader's screen. Without it the page says how many minutes. */
"use strict";

(() => {
  const clock = document.querySelector("[data-step-seconds]");
  if (!clock) return;
  const face = clock.querySelector("[data-step-face]");
  const [start, again] = [clock.querySelector("[data-step-start]"), clock.querySelector("[data-step-again]")];
  const whole = Number(clock.dataset.stepSeconds);
  let left = whole;
  let until = 0;
  let ticking = 0;

  function show() {
    const seconds = Math.max(left, 0);
    const rest = String(seconds % 60).padStart(2, "0");
    face.textContent = `${Math.floor(seconds / 60)}:${rest}`;
    start.setAttribute("aria-pressed", String(Boolean(ticking)));
    clock.querySelector("[data-step-over]").hidden = seconds > 0;
  }

  function stop() {
    window.clearInterval(ticking);
    ticking = 0;
  }

  function tick() {
    // By the clock of the device: a screen that slept goes on from where the time is.
    left = Math.round((until - Date.now()) / 1000);
    if (left <= 0) stop();
    show();
  }

  start.addEventListener("click", () => {
    if (ticking) {
      stop();
    } else if (left > 0) {
      until = Date.now() + left * 1000;
      ticking = window.setInterval(tick, 250);
    }
    show();
  });
  again.addEventListener("click", () => {
    stop();
    left = whole;
    show();
  });
  clock.hidden = false;
  show();
})();
