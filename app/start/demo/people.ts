/** Who is in the demonstration's cohort. Names are made up. `skill`: how surely they see what an option is worth, 0–1. */
export type DemoLearner = {
  name: string
  skill: number
  /** How many cases of the course they end. */
  ends: number
  /** Decisions in the case after those; 0: they have not begun it. */
  decides: number
  sharesProfile: boolean
  /** Days before today on which they played last. */
  lastDaysAgo: number
}

const NAMES = [
  'Amara Lindqvist',
  'Bruno Castellan',
  'Chidi Marchetti',
  'Dagny Okafor',
  'Elif Sandoval',
  'Farid Nygaard',
  'Greta Moreau',
  'Hugo Takala',
  'Ines Abara',
  'Jonas Wieczorek',
  'Kaja Delacroix',
  'Leandro Fisk',
  'Mina Halloran',
  'Nuno Petersen',
  'Oona Batista',
  'Pavel Achterberg',
  'Quirin Sato',
  'Rosa Lindgren',
  'Samir Kowalczyk',
  'Tilda Ferreira',
  'Umar Johansson',
  'Vera Montoya',
  'Wim Adeyemi',
  'Xenia Brandt',
  'Yusuf Laurent',
  'Zofia Mwangi',
  'Anouk Rivera',
  'Bela Sorensen',
  'Carmen Vaas',
]

/** In the middle of their third case since more than two weeks. */
const STUCK = 7
const SHARING = [2, 11]

/** Pure. The learners beside the one whose password is told; they differ in skill and in how far they are. */
export function demoLearners(cases: number): Array<DemoLearner> {
  return NAMES.map((name, n) => {
    const isStuck = n === STUCK
    const ends = isStuck ? 2 : Math.min(cases, 2 + ((n * 5) % (cases - 1)))
    return {
      name,
      skill: 0.3 + (0.6 * ((n * 11) % NAMES.length)) / NAMES.length,
      ends,
      decides: isStuck ? 4 : n % 3 === 0 ? 3 : 0,
      sharesProfile: SHARING.includes(n),
      lastDaysAgo: isStuck ? 16 : n % 6,
    }
  })
}

/** Pure. "Amara Lindqvist" has amara.lindqvist@example.org. */
export function demoAddress(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
}

/** Why somebody chose as they did; true of many decisions. */
export const REASONS = [
  'She should hear it from me first, and before the day is over.',
  'If I take it over now, I will have it every week.',
  'The numbers don’t say why. Someone has to go and look.',
  'It costs me an hour today and saves the whole team a week.',
  'He knows this line better than I do, so he should decide.',
  'We agreed on a rule. If I bend it once, nobody will believe it.',
  'I would rather be late with the truth than on time with a guess.',
  'Without a date and a name on it, nothing will happen.',
  'They will find out anyway. Better now, and from us.',
  'I was not sure, but doing nothing seemed the worst of them.',
  'The customer needs an answer before we need a culprit.',
  'Asking first costs little, and I may have understood it wrong.',
]

export const COMMITMENTS = [
  {
    when: 'someone brings me a problem that is theirs to solve',
    will: 'ask what they have tried before I say anything',
  },
  { when: 'I hand over a task', will: 'name what done looks like and the day we look at it' },
  { when: 'a meeting ends without a decision', will: 'say who decides, and by when' },
  { when: 'I hear bad news about a colleague', will: 'speak with them before I speak about them' },
]

export const REFLECTION = 'I noticed that I look for the quick fix first. Next time I want to ask before I answer.'
