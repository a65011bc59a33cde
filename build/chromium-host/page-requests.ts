// Every request of the page stops here first: the app's own scheme is answered by its handler, all else is refused.
import type { DevtoolsSession, PausedRequest } from './devtools-pipe.ts';
import { preventable } from './notifier.ts';
import { schemeHandler, toAppUrl } from './schemes.ts';
import { isRequestCancelled } from './session.ts';
import type { WillNavigateDetails } from './surface.ts';

export interface Navigation {
  readonly mainFrameId: () => string;
  readonly currentUrl: () => string;
  /** True once for the address that the app itself asked for. */
  readonly isOwn: (url: string) => boolean;
  readonly willNavigate: (details: WillNavigateDetails) => void;
}

/** A `Request` cannot be made with a foreign scheme's address, but its `url` is what a handler reads. */
class AppRequest extends Request {
  readonly #appUrl: string;

  constructor(appUrl: string, { method, headers, postData }: PausedRequest['request']) {
    super('https://page.invalid/', { method, headers, body: postData ?? null });
    this.#appUrl = appUrl;
  }

  override get url(): string {
    return this.#appUrl;
  }
}

function isNavigationPrevented(paused: PausedRequest, url: string, navigation: Navigation): boolean {
  if (paused.resourceType !== 'Document') return false;
  if (paused.frameId !== navigation.mainFrameId()) return true;
  if (navigation.isOwn(url) || url === navigation.currentUrl()) return false;
  const event = preventable();
  const details: WillNavigateDetails = {
    url,
    isMainFrame: true,
    preventDefault: event.preventDefault,
    get defaultPrevented() {
      return event.defaultPrevented;
    },
  };
  navigation.willNavigate(details);
  return details.defaultPrevented;
}

async function fulfil(session: DevtoolsSession, paused: PausedRequest, response: Response): Promise<void> {
  await session.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

async function answer(session: DevtoolsSession, paused: PausedRequest, navigation: Navigation): Promise<void> {
  const { requestId, resourceType } = paused;
  const url = toAppUrl(paused.request.url);
  // `BlockedByClient` would put an error page in the place of the till's; `Aborted` leaves the page as it is.
  const errorReason = resourceType === 'Document' ? 'Aborted' : 'BlockedByClient';
  const refuse = () => session.post('Fetch.failRequest', { requestId, errorReason });

  if (isNavigationPrevented(paused, url, navigation)) return refuse();
  if (isRequestCancelled({ url, resourceType: resourceType.toLowerCase() })) return refuse();
  const handler = schemeHandler(url);
  if (handler !== undefined) {
    try {
      await fulfil(session, paused, await handler(new AppRequest(url, paused.request)));
    } catch {
      refuse();
    }
  } else if (/^(data|blob|about):/.test(url)) {
    session.post('Fetch.continueRequest', { requestId });
  } else {
    refuse();
  }
}

export async function interceptRequests(session: DevtoolsSession, navigation: Navigation): Promise<void> {
  session.on('Fetch.requestPaused', (paused) => void answer(session, paused, navigation));
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
