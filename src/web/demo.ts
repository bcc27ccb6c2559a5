/** The demonstration page: its buttons open the assistant through the same door that any host page has. */

interface PonteDoor {
  open(question?: string): void;
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ask]') : null;
  if (!button) return;
  const { ponte } = window as { ponte?: PonteDoor };
  ponte?.open(button.dataset.ask || undefined);
});
