import type { PcscLibrary, PcscReader } from './pcsc-session.ts';

type PcscMini = typeof import('pcsc-mini');
type MiniReader = import('pcsc-mini').Reader;

function wrap({ CardDisposition, CardMode }: PcscMini, reader: MiniReader): PcscReader {
  return {
    onChange: (listener) => void reader.on('change', ({ raw }) => listener(raw)),
    onDisconnect: (listener) => void reader.on('disconnect', listener),
    async transmit(command) {
      const card = await reader.connect(CardMode.SHARED);
      try {
        return await card.transmit(command);
      } finally {
        await card.disconnect(CardDisposition.LEAVE).catch(() => {});
      }
    },
  };
}

/** The real library. Errors: rejects when the package, or libpcsclite below it, is missing. */
export async function loadPcscMini(): Promise<PcscLibrary> {
  const mini = await import('pcsc-mini');
  const { PRESENT, MUTE, EXCLUSIVE } = mini.ReaderStatus;
  return {
    present: PRESENT,
    mute: MUTE,
    // Held by another program for itself. Shared use does not keep us from asking; a lasting one would blind the reader.
    exclusive: EXCLUSIVE,
    createClient() {
      const client = new mini.Client();
      return {
        start({ onReader, onError }) {
          client.on('reader', (reader) => onReader(wrap(mini, reader)));
          client.on('error', ({ code }) => onError(code));
          client.start();
        },
        stop: () => client.stop(),
      };
    },
  };
}
