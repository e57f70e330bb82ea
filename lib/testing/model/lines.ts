import type { File, Model } from './files'
import { NAMES } from './people'
import { asksAgain, asksWhetherSame, counted, sees } from './rules'

/** The model as lines, one a fact, in the words in which `rows.ts` tells the database. */
export function linesOf(model: Model): string[] {
  const counts = counted(model)
  return [...model.files.values()]
    .flatMap((file) =>
      [
        caseLine(file),
        ...people(file),
        ...[...file.tasks].map(([kind, holder]) => `task ${kind}${holder ? ` ${holder}` : ''}`),
        ...(asksWhetherSame(model, file) ? ['task COMPARE_PEOPLE'] : []),
        ...(asksAgain(model, file) ? ['task REVIEW_CONSENT'] : []),
        ...[...file.referrals].map(([id, state]) => `referral ${id} ${state}`),
        `events ${file.events.join(' ')}`,
        ...[...file.said].filter(([, { yes }]) => yes).map(([purpose]) => `agrees ${purpose}`),
        ...(counts.includes(file.id) ? ['counts'] : []),
        ...NAMES.filter((name) => sees(name, file)).map((name) => `is seen by ${name}`),
      ].map((line) => `${file.code} ${line}`),
    )
    .sort()
}

const caseLine = (file: File): string =>
  [
    `is ${file.state} in ${file.office} ${file.restricted ? 'S4' : 'S3'} led by ${file.lead} risk ${file.risk}`,
    file.hold && `waits until ${file.hold.until} for ${file.hold.reason}`,
    file.closing && `closing for ${file.closing.reason} asked by ${file.closing.askedBy}`,
    file.kept && `kept ${file.kept.class} until ${file.kept.eraseOn}`,
    file.into && `points at ${file.into} was ${file.before}`,
  ]
    .filter(Boolean)
    .join(', ')

const people = ({ lead, members, named }: File): string[] => [
  `has LEAD ${lead}`,
  ...[...members].map((name) => `has MEMBER ${name}`),
  ...[...named].map((name) => `has NAMED_SUPERVISOR ${name}`),
]
