/**
 * Whether the facts of a decision table speak of a child. PURE. The exact age decides; without one the age band,
 * then "may be under age": doubt is on the child's side.
 */
type AgeFacts = { age?: unknown; age_group?: unknown; maybe_child?: unknown }

const CHILD_BANDS: readonly unknown[] = ['A0_4', 'A5_11', 'A12_17']

export const childByFacts = ({ age, age_group, maybe_child }: AgeFacts, adultFrom: number): boolean =>
  typeof age === 'number' ? age < adultFrom : CHILD_BANDS.includes(age_group) || maybe_child === 'YES'
