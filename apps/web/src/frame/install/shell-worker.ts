/** Keeps the shell of the app in the browser and tells when a newer one waits. Only where a secure context allows it. */
const ASK_AGAIN_MS = 3_600_000;

/** `onWaiting` gets the function that changes to the new version and loads the page again. */
export async function keepShell(onWaiting: (takeOver: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  const registration = await navigator.serviceWorker.register('/sw.js');
  const tell = (worker: ServiceWorker) => {
    // Without a controller this is the first visit: there is nothing older to leave.
    if (navigator.serviceWorker.controller) onWaiting(() => takeOver(worker));
  };
  if (registration.waiting) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => { if (worker.state === 'installed') tell(worker); });
  });
  setInterval(() => void registration.update().catch(() => undefined), ASK_AGAIN_MS);
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take-over');
}
