import type { Person } from '../actors'

const CASEWORKERS: readonly string[] = ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER']

/** When a caseworker is away is for a supervisor of an office of theirs to say; nobody says it of a supervisor or of anybody else. */
export const decidesAbout = (person: Person, about: Person): boolean =>
  person.role === 'SUPERVISOR' &&
  CASEWORKERS.includes(about.role) &&
  about.offices.some((office) => person.offices.includes(office))

/** It is read by whoever it is about, and by whoever says it. */
export const readsLeave = (person: Person, about: Person): boolean =>
  person.id === about.id || decidesAbout(person, about)
