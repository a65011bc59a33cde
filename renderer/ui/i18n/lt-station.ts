/** What a press on the strip tells. */
export const ltStation = {
  clockSlow: 'Kompiuterio laikrodis atsilieka {{seconds}} s',
  clockFast: 'Kompiuterio laikrodis skuba {{seconds}} s',
  clockSay: 'Paslauga tebeatsako, bet laikas kvituose ir žurnale neteisingas.',
  clockNext: 'Nustatykite kompiuterio laikrodį, geriausia – iš laiko serverio.',
  answers: 'Paslauga atsakė per {{time}}.',
  slow: 'Paslauga atsako, bet lėtai: {{time}}.',
  slowNext: 'Gali tekti palaukti. Jei taip ir liks, pirmiausia patikrinkite tinklą.',
  checking: 'Tikrinama…',
  checkAgain: 'Patikrinti dar kartą',
} as const;
