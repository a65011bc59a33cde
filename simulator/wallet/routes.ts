/** Every operation that the simulator has; faults can be limited to each. */
export const operations = [
  'server',
  'wallet',
  'balance',
  'receipt',
  'sufficient-amount',
  'statements',
  'reservation-statements',
  'pending-payments',
  'cancel-payment',
  'provide-password',
  'favourites',
  'relate-card',
  'confirm-card',
  'set-description',
  'delete-description',
  'search-wallets',
  'refresh-token',
] as const;
export type Operation = (typeof operations)[number];

/** A request whose path somebody knows. */
export interface Call {
  readonly operation: Operation;
  /** A number, `me`, or null where the path names no wallet. */
  readonly walletRef: string | null;
  readonly paymentId: number | null;
  readonly query: URLSearchParams;
}

const walletRef = '(?<wallet>me|[1-9][0-9]{0,14})';
const paymentRef = '(?<payment>[1-9][0-9]{0,14})';

const routes: readonly { operation: Operation; method: string; pattern: RegExp }[] = [
  route('server', 'GET', '/server'),
  route('wallet', 'GET', `/wallet(?:/${walletRef})?`),
  route('balance', 'GET', `/wallet/${walletRef}/balance`),
  route('receipt', 'GET', `/wallet/${walletRef}/receipt/balance`),
  route('sufficient-amount', 'GET', `/wallet/${walletRef}/sufficient-amount`),
  route('statements', 'GET', `/wallet/${walletRef}/statements`),
  route('reservation-statements', 'GET', `/wallet/${walletRef}/reservation-statements`),
  route('pending-payments', 'GET', `/wallet/${walletRef}/pending-payments`),
  route('cancel-payment', 'DELETE', `/wallet/${walletRef}/pending-payment/${paymentRef}`),
  route('provide-password', 'PUT', `/wallet/${walletRef}/pending-payment/${paymentRef}`),
  route('favourites', 'GET', `/wallet/${walletRef}/favourites`),
  route('relate-card', 'PUT', `/wallet/${walletRef}/card`),
  route('confirm-card', 'PUT', `/wallet/${walletRef}/confirm`),
  route('set-description', 'PUT', `/wallet/${walletRef}`),
  route('delete-description', 'DELETE', `/wallet/${walletRef}/description`),
  route('search-wallets', 'GET', '/wallets'),
  { operation: 'refresh-token', method: 'POST', pattern: /^\/oauth\/v1\/token$/ },
];

function route(operation: Operation, method: string, path: string) {
  return { operation, method, pattern: new RegExp(`^/rest/v1${path}$`) };
}

/** Which operation a method and a raw request target ask for; null for one that the simulator does not have. */
export function findCall(method: string, target: string): Call | null {
  const [path = '', ...queries] = target.split('?');
  for (const { operation, method: expected, pattern } of routes) {
    const match = method === expected ? pattern.exec(path) : null;
    if (match === null) continue;
    return {
      operation,
      walletRef: match.groups?.wallet ?? null,
      paymentId: match.groups?.payment === undefined ? null : Number(match.groups.payment),
      query: new URLSearchParams(queries.join('?')),
    };
  }
  return null;
}
