/**
 * Facts of the models that the till knows: columns of font A, dots a line, and the number of each page for `ESC t`.
 * Source: receipt-print-hq/escpos-printer-db, licence CC BY 4.0; only these fields of these profiles are taken.
 */
export const receiptPrinterFacts = {
  'epson-tm-t88v': { profile: 'TM-T88V', columns: 42, dotsPerLine: 512, pages: [33, 51, 17, 46] },
  'epson-tm-t20ii': { profile: 'TM-T20II', columns: 48, dotsPerLine: 576, pages: [33, 51, 17, 46] },
  'epson-tm-t20iii': { profile: 'TM-T20III', columns: 48, dotsPerLine: 576, pages: [33, 51, 17, 46] },
  'epson-tm-t70ii': { profile: 'TM-T70II', columns: 42, dotsPerLine: 512, pages: [33, 51, 17, 46] },
  'epson-tm-l90': { profile: 'TM-L90', columns: 48, dotsPerLine: 576, pages: [33, 51, 17, 46] },
  'epson-tm-p80': { profile: 'TM-P80', columns: 42, dotsPerLine: 576, pages: [33, 51, 17, 46] },
  'epson-tm-m30iii': { profile: 'TM-m30III', columns: 48, dotsPerLine: 576, pages: [33, 51, 17, 46] },
} as const;

/** The order of `pages` above: the database's CP775, CP1257, CP866, CP1251. */
export const receiptPrinterFactPages = ['pc775', 'wpc1257', 'pc866', 'wpc1251'] as const;
