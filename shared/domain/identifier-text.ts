import type { WalletIdentifier } from './identifier.ts';

/** One text for one identifier, whoever wrote it how: what keyed hashes are made of. Never shown. */
export function identifierText(identifier: WalletIdentifier): string {
  switch (identifier.kind) {
    case 'wallet':
      return String(identifier.walletId);
    case 'card':
      return `${identifier.issuer}:${identifier.number}`;
    case 'barcode':
      return identifier.barcode;
    case 'phone':
      return identifier.phone;
    case 'email':
      return identifier.email.toLowerCase();
    case 'account-number':
      return identifier.accountNumber;
    case 'person-code':
    case 'company-code':
      return `${identifier.country}:${identifier.code}`;
    case 'licence-plate':
      return identifier.licencePlate;
    case 'user':
      return String(identifier.userId);
  }
}
