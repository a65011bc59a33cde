import { numberOnTracks } from './track-data.ts';

// Reports of magnetic stripe readers that are HID devices (USB-IF, usage page 0x8E). Where the lengths and the fields
// stand is the maker's choice; the table tells the layouts apart by the report's length.

/** The page that such a reader's collection declares. */
export const stripeUsagePage = 0x8e;

interface StripeLayout {
  readonly name: string;
  /** Bytes of a whole report, its id included where it has one; null when the fields share what is there. */
  readonly reportLength: number | null;
  readonly lengthsAt: number;
  readonly fieldsAt: number;
  readonly fieldLengths: readonly number[] | null;
}

/** Adding a maker's layout is one row; the last one takes what no other fits. */
const layouts: readonly StripeLayout[] = [
  // Three decode statuses, three lengths, the card's encoding, three fields; no report id (MagTek's swipe readers).
  { name: 'magtek', reportLength: 337, lengthsAt: 3, fieldsAt: 7, fieldLengths: [110, 110, 110] },
  // Report id, three lengths, fields as long as the tracks can be (ISO/IEC 7811-6: 79, 40 and 107 signs).
  { name: 'iso', reportLength: 230, lengthsAt: 1, fieldsAt: 4, fieldLengths: [79, 40, 107] },
  // Report id, three lengths, three fields of one size.
  { name: 'even', reportLength: null, lengthsAt: 1, fieldsAt: 4, fieldLengths: null },
];

const trackCount = 3;

function layoutOf(report: Uint8Array): { readonly lengthsAt: number; readonly starts: readonly number[] } | null {
  const layout = layouts.find(({ reportLength }) => reportLength === null || reportLength === report.length);
  const room = report.length - (layout?.fieldsAt ?? report.length);
  if (layout === undefined || room < trackCount || (layout.fieldLengths === null && room % trackCount !== 0)) {
    return null;
  }
  const lengths = layout.fieldLengths ?? [room / trackCount, room / trackCount, room / trackCount];
  const starts = [layout.fieldsAt];
  for (const length of lengths) {
    starts.push((starts.at(-1) as number) + length);
  }
  return { lengthsAt: layout.lengthsAt, starts };
}

/**
 * The number of the card that was swiped; null when no track gives one or two tracks give two.
 * Nothing else of the report comes out: names, dates and discretionary data stay behind, and the caller zeroes it.
 * A length beyond its field is cut to it: what follows is of another track, or of an earlier card.
 */
export function numberOfStripeReport(report: Uint8Array): string | null {
  const layout = layoutOf(report);
  if (layout === null) {
    return null;
  }
  const tracks = Array.from({ length: trackCount }, (_, track) => {
    const start = layout.starts[track] as number;
    const end = layout.starts[track + 1] as number;
    const length = report[layout.lengthsAt + track] as number;
    return report.subarray(start, Math.min(start + length, end));
  });
  return numberOnTracks(tracks.slice(0, 2));
}
