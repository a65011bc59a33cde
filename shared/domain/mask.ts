// What a screen may show of a number, a name or an address: enough to recognise one's own, too little to use another's.
// How much is masked never tells how long the value is: dots come in a fixed count.

const fourDots = '••••';
const threeDots = '•••';
const shownSigns = 4;
/** A value shorter than this would be half told by its last four signs. */
const shortestShown = 8;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function signsOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Legal forms that say what a company is and nothing of who it is; they stay as written. */
const legalForms = new Set(
  'UAB AB MB IĮ VšĮ VĮ SĮ ŽŪB TŪB KŪB SIA AS OÜ GmbH AG Ltd LLC Inc Oy Sp ООО ОАО ЗАО АО ПАО ИП'.split(' '),
);

/** Shows the last four signs of a number behind four dots; a number under eight signs is masked whole. */
export function maskNumber(number: string): string {
  const signs = signsOf(number.trim());
  if (signs.length === 0) {
    return '';
  }
  return signs.length < shortestShown ? fourDots : `${fourDots} ${signs.slice(-shownSigns).join('')}`;
}

/** Shows a phone as any other number. */
export function maskPhone(phone: string): string {
  return maskNumber(phone);
}

/** Shows each word's initial and three dots; quotes and legal forms stay ("UAB „R•••“"). */
export function maskName(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map(maskWord)
    .filter((word) => word !== '')
    .join(' ');
}

function maskWord(word: string): string {
  if (legalForms.has(word)) {
    return word;
  }
  const [, opening = '', core = '', closing = ''] = /^([„“"«'(]*)(.*?)([“”"»'),.]*)$/su.exec(word) ?? [];
  const initial = signsOf(core)[0];
  return initial === undefined ? '' : `${opening}${initial}${threeDots}${closing}`;
}

/** Shows an account's kind or country and its last four signs: "EVP ••• 0101". */
export function maskAccount(account: string): string {
  const compact = account.replaceAll(/\s/g, '');
  if (compact === '') {
    return '';
  }
  const letters = /^\p{L}{2,4}/u.exec(compact)?.[0] ?? '';
  const rest = signsOf(compact.slice(letters.length));
  const tail = rest.length < shortestShown ? '' : ` ${rest.slice(-shownSigns).join('')}`;
  return letters === '' ? `${threeDots}${tail}` : `${letters} ${threeDots}${tail}`;
}

/** Shows the initials of mailbox and host, and the top-level domain: "j•••@e•••.lt". */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const mailbox = signsOf(email.slice(0, Math.max(at, 0)))[0];
  const host = email.slice(at + 1);
  const initial = signsOf(host)[0];
  if (mailbox === undefined || initial === undefined) {
    return email === '' ? '' : fourDots;
  }
  // A long or odd last label could be most of the address, so only what looks like a top-level domain is shown.
  const topLevel = /[^.](\.\p{L}{2,10})$/u.exec(host)?.[1] ?? '';
  return `${mailbox}${threeDots}@${initial}${threeDots}${topLevel}`;
}
