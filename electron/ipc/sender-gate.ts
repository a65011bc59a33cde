import { appUrl, displayUrl } from '../windows/app-origin.ts';

/** The part of a frame that the gate looks at; null when the frame is gone or a subframe navigated away. */
export type SenderFrame = { readonly url: string; readonly parent: unknown } | null | undefined;

/** The part of a message that the gate looks at. */
export interface SentBy {
  /** The page of a window, as main itself holds it. */
  readonly sender: unknown;
  readonly senderFrame?: SenderFrame;
}

/** `till` is the page that this station is for, a desk's or a kiosk's; `display` is the one that a desk's customer sees. */
export type OwnPage = 'till' | 'display';

export interface SenderGate {
  /** Which of our own pages said it; null for anybody else, and for a frame inside one of them. */
  pageOf(message: SentBy): OwnPage | null;
}

const urls: Readonly<Record<OwnPage, string>> = { till: appUrl, display: displayUrl };

function isTopFrameAt(frame: SenderFrame, url: string): boolean {
  return frame != null && frame.parent === null && frame.url.split(/[?#]/, 1)[0] === url;
}

/**
 * Tells our pages apart by the window that a message came from. The address alone would not do: both are of one origin,
 * and a page may rewrite the rest of its address as it likes.
 */
export function createSenderGate(pages: Readonly<Record<OwnPage, () => unknown>>): SenderGate {
  const isFrom = (page: OwnPage, { sender, senderFrame }: SentBy): boolean =>
    sender != null && sender === pages[page]() && isTopFrameAt(senderFrame, urls[page]);
  return {
    pageOf: (message) => (['till', 'display'] as const).find((page) => isFrom(page, message)) ?? null,
  };
}
