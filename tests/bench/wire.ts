import type { Session } from './chromium';

export type Kind = 'html' | 'script' | 'words' | 'worker script' | 'manifest' | 'images' | 'data' | 'other';

/** One request as the browser's network service saw it; times are seconds of the browser's clock. */
export interface Exchange {
  readonly url: string;
  /** Who asked: the page itself or its worker. */
  readonly by: 'page' | 'worker';
  readonly kind: Kind;
  readonly sent: number;
  /** Infinity while it is not finished. */
  readonly ended: number;
  /** Answered from a cache or by the worker: no byte of it came over the wire. */
  readonly isLocal: boolean;
  /** On the wire: headers as HTTP/2 compressed them, and the body as brotli did. */
  readonly bytes: number;
}

type Mutable = { -readonly [K in keyof Exchange]: Exchange[K] };

/** What a path of the site holds, by its name. */
export function kindOf(pathname: string): Kind {
  if (pathname.endsWith('/sw.js')) return 'worker script';
  if (pathname.endsWith('/') || pathname.endsWith('.html')) return 'html';
  if (pathname.endsWith('.js')) return 'script';
  if (pathname.endsWith('.webmanifest')) return 'manifest';
  if (/\.(?:png|svg|ico)$/.test(pathname)) return 'images';
  if (/\/data\/|\.csv$/.test(pathname)) return 'data';
  return pathname.endsWith('.json') ? 'words' : 'other';
}

interface Sent {
  readonly requestId: string;
  readonly request: { readonly url: string };
  readonly timestamp: number;
}

interface Received {
  readonly requestId: string;
  readonly response: {
    readonly fromDiskCache?: boolean;
    readonly fromServiceWorker?: boolean;
    readonly encodedDataLength: number;
  };
}

interface Ended {
  readonly requestId: string;
  readonly timestamp: number;
  readonly encodedDataLength?: number;
}

/** Everything that page and workers ask for, from the first request of each. */
export class Wire {
  private readonly found = new Map<string, Mutable>();
  /** When something last happened, by our own clock. */
  private touched = Date.now();
  private workers = 0;

  get exchanges(): readonly Exchange[] {
    return [...this.found.values()];
  }

  /** What was asked of the network, in the order of asking. */
  get remote(): readonly Exchange[] {
    return this.exchanges.filter(({ isLocal }) => !isLocal);
  }

  clear(): void {
    this.found.clear();
  }

  isQuietFor(milliseconds: number): boolean {
    return (
      Date.now() - this.touched >= milliseconds &&
      this.exchanges.every(({ ended }) => ended < Number.POSITIVE_INFINITY)
    );
  }

  async follow(session: Session): Promise<void> {
    const by = session.kind === 'page' ? 'page' : 'worker';
    const prefix = by === 'page' ? 'page' : `worker ${++this.workers}`;
    const at = (requestId: string) => this.found.get(`${prefix} ${requestId}`);
    const listen = <T>(event: string, heard: (event: T) => void) =>
      session.on(event, (given) => {
        this.touched = Date.now();
        heard(given as T);
      });
    listen<Sent>('Network.requestWillBeSent', ({ requestId, request: { url }, timestamp }) => {
      if (!url.startsWith('https:')) return;
      const pending = { ended: Number.POSITIVE_INFINITY, isLocal: false, bytes: 0 };
      this.found.set(`${prefix} ${requestId}`, {
        url,
        by,
        kind: kindOf(new URL(url).pathname),
        sent: timestamp,
        ...pending,
      });
    });
    listen<Ended>('Network.requestServedFromCache', ({ requestId }) => {
      const exchange = at(requestId);
      if (exchange) exchange.isLocal = true;
    });
    listen<Received>('Network.responseReceived', ({ requestId, response }) => {
      const exchange = at(requestId);
      if (!exchange) return;
      exchange.isLocal ||= Boolean(response.fromDiskCache || response.fromServiceWorker);
      exchange.bytes = response.encodedDataLength;
    });
    const end = ({ requestId, timestamp, encodedDataLength }: Ended) => {
      const exchange = at(requestId);
      if (!exchange) return;
      exchange.ended = timestamp;
      exchange.bytes = exchange.isLocal ? 0 : (encodedDataLength ?? exchange.bytes);
    };
    listen<Ended>('Network.loadingFinished', end);
    listen<Ended>('Network.loadingFailed', end);
    await session.send('Network.enable');
  }
}

export const bytesOf = (exchanges: readonly Exchange[]): number =>
  exchanges.reduce((sum, { bytes }) => sum + bytes, 0);
