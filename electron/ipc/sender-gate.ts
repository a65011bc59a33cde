import { appOrigin } from '../windows/app-origin.ts';

/** The part of a frame that the gate looks at; null when the frame is gone or a subframe navigated away. */
export type SenderFrame = { readonly url: string; readonly parent: unknown } | null | undefined;

/** True only for the top frame of the till's own page: a frame inside it, or any other page, may ask nothing. */
export function isFromOurPage(frame: SenderFrame): boolean {
  return frame != null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`);
}
