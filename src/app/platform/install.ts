/** Chromium's event: the browser can ask the reader, in its own words, to add this app to the home screen. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** How this browser adds a page to the home screen: by its own prompt, or by steps the reader takes. */
export type InstallWay =
  | { readonly kind: 'prompt'; ask(): Promise<boolean> }
  | { readonly kind: 'ios' | 'in-app' | 'any' | 'installed' };

// No feature test detects an in-app browser; only its user agent string tells what it lacks.
const inApp = /MicroMessenger|QQ\/|Weibo|DingTalk|AlipayClient|aweme|FBAN|FBAV|Instagram|Line\//i;

const isStandalone = () =>
  matchMedia('(display-mode: standalone), (display-mode: minimal-ui), (display-mode: fullscreen)').matches ||
  (navigator as { standalone?: boolean }).standalone === true;

// iPadOS calls itself a Mac but has a touch screen.
const isIos = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

export function installWay(): InstallWay {
  if (isStandalone()) return { kind: 'installed' };
  if (inApp.test(navigator.userAgent)) return { kind: 'in-app' };
  return { kind: isIos() ? 'ios' : 'any' };
}

/** Reports the browser's own prompt when it becomes available, and the moment the app is installed. */
export function watchInstall(listener: (way: InstallWay) => void): void {
  addEventListener('beforeinstallprompt', (event) => {
    const prompt = event as InstallPrompt;
    // Otherwise the browser would show a banner of its own over the text.
    prompt.preventDefault();
    // A second press while the prompt is open is refused.
    const ask = () =>
      prompt.prompt().then(
        ({ outcome }) => outcome === 'accepted',
        () => false,
      );
    listener({ kind: 'prompt', ask });
  });
  addEventListener('appinstalled', () => listener({ kind: 'installed' }));
}
