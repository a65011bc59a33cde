// Magnetic stripes (ISO/IEC 7811, 7813). Only the number of a stripe is ever taken out; the name, the date and the
// discretionary data behind it stay where they are, and the caller zeroes the bytes.

const code = (sign: string): number => sign.charCodeAt(0);
const startOfTrack1 = code('%');
const startOfTrack2 = code(';');
const separatorOfTrack1 = code('^');
const separatorOfTrack2 = code('=');
const endOfTrack = code('?');
const space = code(' ');
const mostDigits = 32;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** The digits from `from` to a closing sign; null when anything else stands among them or no such sign comes. */
function digitsUntil(bytes: Uint8Array, from: number, closing: readonly number[]): string | null {
  let digits = '';
  for (let index = from; index < bytes.length; index += 1) {
    const byte = bytes[index] as number;
    if (closing.includes(byte)) {
      return digits === '' ? null : digits;
    }
    // Track 1 may be written in groups, as on the face.
    if (byte !== space && (!isDigit(byte) || digits.length === mostDigits)) {
      return null;
    }
    digits += byte === space ? '' : String.fromCharCode(byte);
  }
  return null;
}

/**
 * The number on one track: `;number=…?` or `%Bnumber^…?`, a mark of the format after `%` or not.
 * Null when the track is empty or not read to the sign behind its number. Source: ISO/IEC 7813, tracks 1 and 2.
 */
export function numberOnTrack(track: Uint8Array): string | null {
  if (track[0] === startOfTrack2) {
    return digitsUntil(track, 1, [separatorOfTrack2, endOfTrack]);
  }
  if (track[0] !== startOfTrack1) {
    return null;
  }
  const hasFormat = track[1] !== undefined && !isDigit(track[1]);
  return digitsUntil(track, hasFormat ? 2 : 1, [separatorOfTrack1]);
}

/**
 * The number that tracks 1 and 2 of a swipe agree on; null when neither has one or they differ: a stripe read wrong
 * is somebody else's number. Track 3 is not looked at: its number has two more digits in front (ISO/IEC 4909).
 */
export function numberOnTracks(tracks: readonly Uint8Array[]): string | null {
  const first = tracks.find((track) => track[0] === startOfTrack1);
  const second = tracks.find((track) => track[0] === startOfTrack2);
  const read = [first, second].map((track) => (track === undefined ? null : numberOnTrack(track)));
  const numbers = new Set(read.filter((number) => number !== null));
  const [number] = numbers;
  return numbers.size === 1 && number !== undefined ? number : null;
}

/** The same for tracks that came as one text, such as a reader in keyboard mode types them: `%B…?;…?`. */
export function numberInTrackText(text: string): string | null {
  const tracks = text.split(/(?=[%;])/).filter((part) => part !== '');
  return numberOnTracks(tracks.map((track) => Uint8Array.from(track, (sign) => sign.charCodeAt(0) & 0xff)));
}
