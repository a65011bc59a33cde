/** What a press on the strip tells. */
export const ruStation = {
  clockSlow: 'Часы компьютера отстают на {{seconds}} с',
  clockFast: 'Часы компьютера спешат на {{seconds}} с',
  clockSay: 'Сервис отвечает, но время на чеках и в журнале неверное.',
  clockNext: 'Установите часы компьютера, лучше по серверу времени.',
  answers: 'Сервис ответил за {{time}}.',
  slow: 'Сервис отвечает, но медленно: {{time}}.',
  slowNext: 'Придётся подождать. Если так и останется, сначала проверьте сеть.',
  checking: 'Проверяем…',
  checkAgain: 'Проверить ещё раз',
} as const;
