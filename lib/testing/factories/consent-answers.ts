/** Answers of a first page as its form sends them: an adult’s own, a child’s with a parent, a child’s alone. */
export const adult = {
  source: 'WALKIN',
  cercle: 'ML0506',
  sex: 'F',
  age: '30',
  ageBasis: 'STATED',
  answer: 'GIVEN',
  giver: 'SELF',
  mode: 'SIGN',
  language: 'bam',
  stats: 'NO',
}
export const child = { ...adult, age: '10', answer: 'ASSENT', giver: 'PARENT', caregiver: 'PRESENT_SAFE' }
export const alone = { ...child, giver: 'SELF', caregiver: 'NONE', reason: 'NOBODY' }
