/** The lock, and what the journal says of itself on the strip. */
export const ruLock = {
  title: 'Касса заблокирована',
  shift: 'Смена с {{time}} продолжается ({{name}}).',
  since: {
    start: 'Заблокирована с запуска в {{time}}.',
    idle: 'Заблокирована в {{time}}, после 15 минут бездействия.',
    key: 'Заблокирована в {{time}} клавишей.',
  },
  noCards: 'Карты клиентов здесь не считываются: заблокированная касса их не принимает.',
  ownCard: 'Ваша карта выбирает вас. Разблокирует только PIN.',
  choose: 'Кто вы?',
  pinOf: 'PIN: {{name}}',
  notMe: 'Другой сотрудник?',
  wrong: 'Неверный PIN. Попыток до ожидания: {{left}}.',
  wait: 'Слишком много неверных PIN. Попробуйте через {{seconds}} с.',
  unlock: 'Разблокировать',
  clear: 'Стереть',
  back: 'Удалить последнюю цифру',
  role: {
    cashier: 'Кассир',
    supervisor: 'Старший',
    technician: 'Техник',
  },
} as const;

export const ruJournal = {
  name: 'Журнал',
  failing: {
    'disk-full': 'Журнал: диск полон',
    'read-only': 'Журнал: диск только для чтения',
    unavailable: 'Журнал не записывается',
    'no-key': 'Журнал: нет ключа кассы',
  },
  unsettled: 'Журнал: невыясненных исходов: {{count}}',
  setAside: 'Повреждённый журнал отложен',
} as const;
