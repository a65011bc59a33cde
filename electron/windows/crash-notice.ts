import type { Station } from '../../shared/contract/station.ts';

interface Notice {
  readonly title: string;
  readonly text: string;
}

// The screens' texts are in the page, and it is the page that is gone: the only sentences that main speaks itself.
const notices: Readonly<Record<Station['locale'], { title: string; what: string; next: string; support: string }>> = {
  en: {
    title: 'The till’s window keeps crashing',
    what: 'It crashed three times within a minute. The till ends now; nothing of the customer is kept.',
    next: 'Start it again. If it happens again, call support.',
    support: 'Support',
  },
  lt: {
    title: 'Kasos langas vis nustoja veikti',
    what: 'Per minutę taip nutiko tris kartus. Kasa baigia darbą; kliento duomenų nelieka.',
    next: 'Paleiskite ją iš naujo. Jei kartojasi, skambinkite pagalbos tarnybai.',
    support: 'Pagalba',
  },
  ru: {
    title: 'Окно кассы раз за разом перестаёт работать',
    what: 'За минуту это случилось трижды. Касса завершает работу; данных клиента не остаётся.',
    next: 'Запустите её снова. Если повторится, позвоните в поддержку.',
    support: 'Поддержка',
  },
};

/** What people are told, in the station's language, when the page is not brought back any more. */
export function crashNotice({ locale, supportPhone }: Pick<Station, 'locale' | 'supportPhone'>): Notice {
  const { title, what, next, support } = notices[locale];
  const phone = supportPhone === null ? '' : `\n${support}: ${supportPhone}`;
  return { title, text: `${what}\n${next}${phone}\n\n(app.page-keeps-crashing)` };
}
