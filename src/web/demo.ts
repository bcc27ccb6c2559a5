/** The demonstration page: its buttons open the assistant through the same door that any host page has. */
import type {} from './widget';

// the line to copy names the server this page came from
const place = document.getElementById('origin');
if (place) place.textContent = location.origin;

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ask]') : null;
  if (button) window.ponte?.open(button.dataset.ask || undefined);
});
