import type { ReaderName, Reading } from '../../../shared/domain/reading.ts';

/** How a reader is. Screens say in words what to do about each; `hint` of the docs names the file or package. */
const readerStateKinds = [
  /** It is there and its next scan will be heard. */
  'listening',
  /** Not plugged in, or off. Looked for again every second. */
  'absent',
  /** It is there and this user may not open it: `build/udev/60-wallet-till.rules`, or the group of the serial port. */
  'no-permission',
  /** A system library that its driver needs is not installed: libusb-1.0, libpcsclite. */
  'driver-missing',
  /** The system's card service (pcscd) does not run. */
  'service-missing',
  /** It, or its service, was asked and has not answered for seconds. */
  'hung',
] as const;

export interface ReaderState {
  readonly kind: (typeof readerStateKinds)[number];
}

/**
 * A source of scans and taps. It reports; what a reading means is decided by the rules in `shared/domain`.
 * Nothing here throws or blocks: an unplugged reader is a state, and it comes back by itself within 3 s.
 */
export interface Reader {
  readonly name: ReaderName;
  readonly state: ReaderState;
  /** Starts reporting; answers with the function that stops it. */
  listen(onReading: (reading: Reading) => void): () => void;
  /** Tells each change of `state`; answers with the function that stops it. */
  onStateChanged(onChanged: (state: ReaderState) => void): () => void;
  /** Lets go of the device. Nothing is reported afterwards. */
  close(): Promise<void>;
}
