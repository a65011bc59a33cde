import { CardIssuer } from '../../shared/domain/identifier.ts';
import type { Criterion } from './wallet-book.ts';

type Parsed = { readonly kind: 'criterion'; readonly criterion: Criterion } | { readonly kind: 'invalid' };

/** The form that each criterion's value must have, and whether its name carries something in brackets. */
const forms = {
  // A country code first, no 00 and no + sign (seed 001, "phone").
  phone: { value: /^[1-9][0-9]{6,14}$/, bracket: null },
  email: { value: /^[^\s@]+@[^\s@]+$/, bracket: null },
  account_number: { value: /^[A-Za-z0-9]{1,34}$/, bracket: null },
  barcode: { value: /^[\x21-\x7e]{1,64}$/, bracket: null },
  licence_plate: { value: /^[\p{L}\p{N}]{1,16}$/u, bracket: null },
  user_id: { value: /^[1-9][0-9]{0,14}$/, bracket: null },
  person_code: { value: /^[A-Za-z0-9-]{1,32}$/, bracket: /^[A-Za-z]{2}$/ },
  company_code: { value: /^[A-Za-z0-9-]{1,32}$/, bracket: /^[A-Za-z]{2}$/ },
  card: { value: /^[0-9]{1,32}$/, bracket: new RegExp(`^(?:${CardIssuer.options.join('|')})$`) },
} as const satisfies Record<Criterion['kind'], { value: RegExp; bracket: RegExp | null }>;

/**
 * Reads the one criterion of a search: none, several or a malformed one is invalid.
 * Source: seed 001, "Requesting wallet by other information".
 */
export function parseCriterion(query: URLSearchParams): Parsed {
  const named = [...query].flatMap(([name, value]) => {
    const match = /^([a-z_]+)(?:\[([^\]]*)\])?$/.exec(name);
    const kind = match?.[1];
    return kind !== undefined && Object.hasOwn(forms, kind)
      ? [{ kind: kind as keyof typeof forms, bracket: match?.[2], value }]
      : [];
  });
  const only = named[0];
  if (only === undefined || named.length > 1) return { kind: 'invalid' };

  const form = forms[only.kind];
  if (!form.value.test(only.value)) return { kind: 'invalid' };
  if (form.bracket === null ? only.bracket !== undefined : !form.bracket.test(only.bracket ?? '')) {
    return { kind: 'invalid' };
  }
  return { kind: 'criterion', criterion: build(only.kind, only.bracket ?? '', only.value) };
}

function build(kind: Criterion['kind'], bracket: string, value: string): Criterion {
  switch (kind) {
    case 'card':
      return { kind, issuer: bracket, value };
    case 'person_code':
    case 'company_code':
      return { kind, country: bracket, value };
    default:
      return { kind, value };
  }
}
