/** The demonstration page: its buttons open the assistant through the same door that any host page has. */

interface PonteDoor {
  open(question?: string): void;
}

// the line to copy names the server this page came from
const place = document.getElementById('origin');
if (place) place.textContent = location.origin;

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ask]') : null;
  if (!button) return;
  const { ponte } = window as { ponte?: PonteDoor };
  ponte?.open(button.dataset.ask || undefined);
});
