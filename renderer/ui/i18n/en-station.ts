/** What a press on the strip tells. */
export const enStation = {
  clockSlow: 'This computer’s clock is {{seconds}} s slow',
  clockFast: 'This computer’s clock is {{seconds}} s fast',
  clockSay: 'Questions to the service still work; times on receipts and in the journal are wrong.',
  clockNext: 'Set the computer’s clock, best by a time server.',
  answers: 'The service answered in {{time}}.',
  slow: 'The service answers, but slowly: {{time}}.',
  slowNext: 'Expect to wait. If it stays so, see to the network first.',
  checking: 'Checking…',
  checkAgain: 'Check again',
} as const;
