/** Why a file is not taken, each with its sentence in `documents.file.<code>`. */
export const FILE_PROBLEMS = [
  'empty',
  'too-large',
  'no-ending',
  'two-endings',
  'not-taken',
  'heic',
  'other-type',
  'other-declared',
  'two-files',
  'picture-broken',
  'picture-huge',
  'pdf-broken',
  'pdf-active',
  'pdf-locked',
  'sound-broken',
  'not-arrived',
  'busy',
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

/** Thrown inside the checks and nowhere else seen. */
export class Refused extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem)
  }
}

export function insist(holds: boolean, problem: FileProblem): asserts holds {
  if (!holds) throw new Refused(problem)
}
