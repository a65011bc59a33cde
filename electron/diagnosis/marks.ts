// What a diagnosis must not hold. The parts are made of allowed fields; this is the second look, at the text itself, before
// anything is written: what it finds is a mistake of ours.

const markKinds = ['secret', 'card-number', 'account-number', 'e-mail', 'phone', 'name'] as const;
export type MarkKind = (typeof markKinds)[number];

/** What this station knows and nobody else may read. */
export interface KnownMarks {
  /** Keys, tokens and passwords as they are used. */
  readonly secrets: readonly string[];
  /** Names of people: operators. */
  readonly names: readonly string[];
}

const forms: readonly (readonly [MarkKind, RegExp])[] = [
  ['e-mail', /[^\s"@:/]+@[^\s"@]+\.[^\s"@.]{2,}/u],
  ['account-number', /\bEVP\d{6,}|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,}/],
  ['phone', /\+\d[\d ()-]{6,}\d|(?<![\d.])8[ -]?6\d{2}[ -]?\d{5}(?!\d)/],
  // Ten to nineteen digits, as cards, codes of people and phones have them, with the gaps that people write.
  ['card-number', /(?<![\dA-Za-z.])\d(?:[ -]?\d){9,18}(?!\d)/],
];

/** Shorter ones would be found in every text, and are no secrets. */
const shortestSecret = 6;
const shortestName = 3;

/** The ways in which a secret may stand in a text. */
function spellingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  const hex = bytes.toString('hex');
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    base64,
    base64.replaceAll('+', '-').replaceAll('/', '_'),
    hex,
    hex.toUpperCase(),
  ];
}

/** The kind of the first thing that must not be there; null for a clean text. Never answers with the thing itself. */
export function findMark(text: string, { secrets, names }: KnownMarks): MarkKind | null {
  const isSecret = (secret: string) =>
    secret.length >= shortestSecret && spellingsOf(secret).some((spelling) => text.includes(spelling));
  if (secrets.some(isSecret)) {
    return 'secret';
  }
  const plain = text.normalize('NFC').toLowerCase();
  const isNamed = (name: string) =>
    name.trim().length >= shortestName && plain.includes(name.trim().normalize('NFC').toLowerCase());
  return forms.find(([, form]) => form.test(text))?.[0] ?? (names.some(isNamed) ? 'name' : null);
}
